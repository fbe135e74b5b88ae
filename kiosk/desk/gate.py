"""What is done at the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.devices import Source
from kiosk.domain.movements import Passage
from kiosk.domain.records import Record
from kiosk.domain.walk_ins import WalkInKind
from kiosk.operations import override
from kiosk.operations.brief import Briefed, SlotBriefing, brief, brief_slot, briefings
from kiosk.operations.check_in import CheckIn, check_in, check_in_listed
from kiosk.operations.count_group import count_group
from kiosk.operations.depart import correct_departure, depart
from kiosk.operations.members import members
from kiosk.operations.overview import Overview, overview
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.register_walk_in import (
    Registered,
    Registration,
    name_class,
    nameless_classes,
    register_class,
    register_walk_in,
)
from kiosk.operations.search import Found, search
from kiosk.operations.undo import undo
from kiosk.scanning.scan import Scan, scan_of
from kiosk.ui.desk import Failed


class GateDesk:
    """The gate's calls; each is an operation of its own name."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def overview(self, done: Done[Overview], failed: Failed) -> None:
        self._lanes.read(overview, done, failed)

    def check_in(self, text: str, source: str, done: Done[CheckIn], failed: Failed) -> None:
        scanned = scan_of(text, Source(source))

        def job(uow: UnitOfWork, moment: Moment) -> CheckIn:
            return check_in(uow, moment, scanned.text, source=source, typed=scanned.typed)

        self._lanes.write(job, done, failed)

    def check_in_listed(self, ticket: int, who: str, done: Done[CheckIn], failed: Failed) -> None:
        self._lanes.write(partial(check_in_listed, ticket=ticket, who=who), done, failed)

    def depart(self, text: str, source: str, done: Done[CheckIn], failed: Failed) -> None:
        scanned = scan_of(text, Source(source))

        def job(uow: UnitOfWork, moment: Moment) -> CheckIn:
            return depart(uow, moment, scanned.text, source=source, typed=scanned.typed)

        self._lanes.write(job, done, failed)

    def correct_departure(
        self,
        passage: Passage,
        departure: Record,
        heads: int,
        done: Done[Record],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return correct_departure(uow, moment, passage, departure, heads)

        self._lanes.write(job, done, failed)

    def count_group(
        self,
        passage: Passage,
        *,
        pupils: int,
        adults: int,
        pending: Record | None,
        named: Iterable[int],
        allowed: str,
        done: Done[Record],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Record:
            return count_group(
                uow,
                moment,
                passage,
                pupils=pupils,
                adults=adults,
                pending=pending,
                named=named,
                allowed=allowed,
            )

        self._lanes.write(job, done, failed)

    def members(
        self, ticket: int, done: Done[Sequence[tuple[int, str, bool]]], failed: Failed
    ) -> None:
        def job(uow: UnitOfWork) -> list[tuple[int, str, bool]]:
            return [(one.ticket, one.name, one.is_in) for one in members(uow, ticket)]

        self._lanes.read(job, done, failed)

    def search(self, text: str, done: Done[list[Found]], failed: Failed) -> None:
        self._lanes.read(partial(search, text=text), done, failed)

    def register_walk_in(
        self,
        kind: WalkInKind,
        *,
        grade: str,
        school: str,
        name: str,
        accompanies: int,
        cleared: bool,
        done: Done[Registered],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Registered:
            return register_walk_in(
                uow,
                moment,
                kind,
                grade=grade,
                school=school,
                name=name,
                accompanies=accompanies,
                cleared=cleared,
            )

        self._lanes.write(job, done, failed)

    def register_class(
        self,
        *,
        school: str,
        grade: str,
        leader: str,
        pupils: int,
        adults: int,
        cleared: bool,
        done: Done[Registered],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> Registered:
            return register_class(
                uow,
                moment,
                school=school,
                grade=grade,
                leader=leader,
                pupils=pupils,
                adults=adults,
                cleared=cleared,
            )

        self._lanes.write(job, done, failed)

    def name_class(
        self, ticket: int, names: Sequence[str], done: Done[Record], failed: Failed
    ) -> None:
        self._lanes.write(partial(name_class, ticket=ticket, names=names), done, failed)

    def nameless_classes(
        self, limit: int, done: Done[Sequence[Registration]], failed: Failed
    ) -> None:
        now = self._lanes.clock.now()
        self._lanes.read(partial(nameless_classes, now=now, limit=limit), done, failed)

    def schools(self, done: Done[list[str]], failed: Failed) -> None:
        self._lanes.read(lambda uow: uow.roster.schools(), done, failed)

    def admit_anyway(
        self, refused: CheckIn, reason: str, done: Done[CheckIn], failed: Failed
    ) -> None:
        job = partial(override.admit_anyway, refused=refused, reason=reason)
        self._lanes.write(job, done, failed)

    def let_back_in(self, repeated: CheckIn, done: Done[Record], failed: Failed) -> None:
        self._lanes.write(partial(override.let_back_in, repeated=repeated), done, failed)

    def report_copy(self, repeated: CheckIn, done: Done[Record], failed: Failed) -> None:
        self._lanes.write(partial(override.report_copy, repeated=repeated), done, failed)

    def came_with_group(self, repeated: CheckIn, done: Done[Record], failed: Failed) -> None:
        self._lanes.write(partial(override.came_with_group, repeated=repeated), done, failed)

    def came_apart(self, repeated: CheckIn, done: Done[CheckIn], failed: Failed) -> None:
        self._lanes.write(partial(override.came_apart, repeated=repeated), done, failed)

    def undo(self, seq: int, reason: str, done: Done[Record], failed: Failed) -> None:
        self._lanes.write(partial(undo, seq=seq, reason=reason), done, failed)

    def brief(self, text: str, source: str, done: Done[Briefed], failed: Failed) -> None:
        scanned: Scan = scan_of(text, Source(source))
        job = partial(brief, text=scanned.text, typed=scanned.typed)
        self._lanes.write(job, done, failed)

    def brief_slot(self, slot: int, done: Done[Briefed], failed: Failed) -> None:
        self._lanes.write(partial(brief_slot, slot=slot), done, failed)

    def briefings(self, done: Done[list[SlotBriefing]], failed: Failed) -> None:
        self._lanes.read(briefings, done, failed)
