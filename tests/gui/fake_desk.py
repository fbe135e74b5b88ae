"""A desk for the screens' tests: it answers from the invented site, at once or later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.domain.movements import Passage
from kiosk.domain.programme import Trial
from kiosk.domain.readiness import Line
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import Outcome
from kiosk.domain.walk_ins import WalkInKind
from kiosk.operations.brief import Briefed, SlotBriefing
from kiosk.operations.check_in import CheckIn
from kiosk.operations.close_site import Closing
from kiosk.operations.end_day import DayEnd
from kiosk.operations.log_trial import Participant, TrialLine
from kiosk.operations.overview import Overview
from kiosk.operations.ports import Binding, Match
from kiosk.operations.search import Found
from kiosk.operations.sign_in import SignIn
from kiosk.operations.staff import Operator
from kiosk.operations.start_day import DaySoFar, DayStart
from kiosk.ui.desk import Failed
from kiosk.ui.screens.walk_in.desk import Sticker
from tests.gui import world

Call = tuple[Any, ...]


@dataclass
class FakeDesk:
    """A desk that answers at once, or when `answer` is called while `later` is set.

    An answer that is an exception goes to `failed`. `calls` lists what was asked, in order, and
    `now_ms` is the time at the window (UTC ms).
    """

    later: bool = False
    now_ms: int = world.at(10, 7)
    calls: list[Call] = field(default_factory=list)
    check_ins: dict[str, CheckIn | Exception] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    _waiting: list[Callable[[], None]] = field(default_factory=list)

    def answer(self) -> None:
        """Gives the answers that wait, in order."""
        waiting, self._waiting = self._waiting, []
        for give in waiting:
            give()

    def asked(self, name: str) -> list[Call]:
        """The arguments of the calls of one operation."""
        return [call[1:] for call in self.calls if call[0] == name]

    def overview(self, done: Callable[[Overview], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("overview", world.overview()))

    def check_in(
        self, text: str, source: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("check_in", text, source))
        self._reply(done, failed, self.check_ins.get(text, world.admitted()))

    def depart(
        self, text: str, source: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("depart", text, source))
        self._reply(done, failed, self.check_ins.get(text, world.departed()))

    def check_in_listed(
        self, ticket: int, _who: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("check_in_listed", ticket))
        self._reply(done, failed, self.answers.get("check_in_listed", world.admitted()))

    def let_back_in(
        self, repeated: CheckIn, done: Callable[[Record], None], failed: Failed
    ) -> None:
        self._decide("let_back_in", repeated, done, failed)

    def report_copy(
        self, repeated: CheckIn, done: Callable[[Record], None], failed: Failed
    ) -> None:
        self._decide("report_copy", repeated, done, failed)

    def came_with_group(
        self, repeated: CheckIn, done: Callable[[Record], None], failed: Failed
    ) -> None:
        self._decide("came_with_group", repeated, done, failed)

    def came_apart(
        self, repeated: CheckIn, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("came_apart", repeated.record.seq))
        self._reply(done, failed, self.answers.get("came_apart", world.admitted()))

    def admit_anyway(
        self, refused: CheckIn, reason: str, done: Callable[[CheckIn], None], failed: Failed
    ) -> None:
        self.calls.append(("admit_anyway", refused.record.seq, reason))
        self._reply(done, failed, self.answers.get("admit_anyway", world.admitted()))

    def count_group(
        self,
        passage: Passage,
        *,
        pupils: int,
        adults: int,
        pending: Record | None,
        named: Iterable[int],
        allowed: str,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        self.calls.append(("count_group", passage.ticket, pupils, adults, allowed))
        counted = world.arrival(415, world.GROUP, world.at(10, 7, 30), heads=pupils + adults)
        self._reply(done, failed, self.answers.get("count_group", counted))

    def correct_departure(
        self,
        passage: Passage,
        departure: Record,
        heads: int,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        self.calls.append(("correct_departure", passage.ticket, departure.seq, heads))
        left = world.departure(416, world.GROUP, world.at(12, 7, 30), heads=heads)
        self._reply(done, failed, self.answers.get("correct_departure", left))

    def members(
        self, ticket: int, done: Callable[[list[tuple[int, str, bool]]], None], failed: Failed
    ) -> None:
        self._reply(done, failed, self.answers.get("members", []))

    def search(self, text: str, done: Callable[[list[Found]], None], failed: Failed) -> None:
        self.calls.append(("search", text))
        found = [Found(Match(world.MARIA.holder, world.MARIA), slot=world.SLOT)]
        self._reply(done, failed, self.answers.get("search", found))

    def register_walk_in(
        self, kind: WalkInKind, *, done: Callable[[Any], None], failed: Failed, **more: Any
    ) -> None:
        self.calls.append(("register_walk_in", kind, more["grade"], more["accompanies"]))
        self._reply(done, failed, self.answers.get("register_walk_in", world.registered(kind)))

    def register_class(self, *, done: Callable[[Any], None], failed: Failed, **more: Any) -> None:
        self.calls.append(("register_class", more["pupils"], more["adults"]))
        one = world.registered(WalkInKind.CLASS)
        self._reply(done, failed, self.answers.get("register_class", one))

    def name_class(
        self, ticket: int, names: Sequence[str], done: Callable[[Record], None], failed: Failed
    ) -> None:
        self.calls.append(("name_class", ticket, len(names)))
        self._reply(done, failed, world.record(420, Kind.WALK_IN, world.at(10, 9), ticket=ticket))

    def nameless_classes(
        self, limit: int, done: Callable[[Sequence[Any]], None], failed: Failed
    ) -> None:
        self._reply(done, failed, self.answers.get("nameless_classes", [])[:limit])

    def print_sticker(self, sticker: Sticker, done: Callable[[str], None]) -> None:
        self.calls.append(("print_sticker", sticker))
        done("Отправлено на печать.")

    def schools(self, done: Callable[[list[str]], None], failed: Failed) -> None:
        self._reply(done, failed, ["МБОУ СОШ № 4"])

    def staff(self, done: Callable[[list[Operator]], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("staff", []))

    def present(self, done: Callable[[Operator | None], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("present"))

    def sign_in(
        self, staff_id: str, pin: str, done: Callable[[SignIn], None], failed: Failed
    ) -> None:
        self.calls.append(("sign_in", staff_id, pin))
        self._reply(done, failed, self.answers["sign_in"])

    def sign_in_by_badge(self, text: str, done: Callable[[SignIn], None], failed: Failed) -> None:
        self.calls.append(("sign_in_by_badge", text))
        self._reply(done, failed, self.answers["sign_in_by_badge"])

    def sign_in_by_recovery_code(
        self, code: str, done: Callable[[SignIn], None], failed: Failed
    ) -> None:
        self.calls.append(("sign_in_by_recovery_code",))
        self._reply(done, failed, self.answers["sign_in_by_recovery_code"])

    def make_recovery_code(self, done: Callable[[str], None], failed: Failed) -> None:
        self._reply(done, failed, "1" * 16)

    def briefings(self, done: Callable[[list[SlotBriefing]], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("briefings", []))

    def brief(
        self, text: str, source: str, done: Callable[[Briefed], None], failed: Failed
    ) -> None:
        self.calls.append(("brief", text, source))
        self._reply(done, failed, self.answers["brief"])

    def brief_slot(self, slot: int, done: Callable[[Briefed], None], failed: Failed) -> None:
        self.calls.append(("brief_slot", slot))
        self._reply(done, failed, self.answers["brief_slot"])

    def readiness(self, done: Callable[[tuple[Line, ...]], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("readiness", ()))

    def day_so_far(self, done: Callable[[DaySoFar], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("day_so_far", DaySoFar(None, 12)))

    def start_day(
        self, done: Callable[[DayStart], None], failed: Failed, *, keep_scans: bool = False
    ) -> None:
        self.calls.append(("start_day", keep_scans))
        started = world.record(421, Kind.DAY_STARTED, world.at(9, 0))
        self._reply(done, failed, DayStart(started, 0 if keep_scans else 12))

    def undo(self, seq: int, reason: str, done: Callable[[Record], None], failed: Failed) -> None:
        self.calls.append(("undo", seq, reason))
        retraction = world.record(900, Kind.RETRACTION, world.at(10, 8), target_seq=seq)
        self._reply(done, failed, self.answers.get("undo", retraction))

    def trials(self, done: Callable[[list[Trial]], None], failed: Failed) -> None:
        self._reply(done, failed, self.answers.get("trials", world.TRIALS))

    def trial_list(
        self, trial_id: str, done: Callable[[list[TrialLine]], None], failed: Failed
    ) -> None:
        self.calls.append(("trial_list", trial_id))
        self._reply(done, failed, self.answers.get("trial_list", world.trial_lines()))

    def find_participant(
        self, text: str, source: str, done: Callable[[Participant], None], failed: Failed
    ) -> None:
        self.calls.append(("find_participant", text, source))
        person = Participant(world.MARIA.number, 1, world.MARIA, entered=True)
        self._reply(done, failed, self.answers.get("find_participant", person))

    def log_trial(
        self,
        participant: Participant,
        trial_id: str,
        outcome: Outcome,
        done: Callable[[Record], None],
        failed: Failed,
    ) -> None:
        self.calls.append(("log_trial", participant.ticket, trial_id, outcome))
        written = world.record(600, Kind.TRIAL_RESULT, world.at(11, 9))
        self._reply(done, failed, self.answers.get("log_trial", written))

    def end_day(self, done: Callable[[DayEnd], None], failed: Failed) -> None:
        self.calls.append(("end_day",))
        end = DayEnd(world.HERE, 643, "7f3a91c2" + "0" * 56, 0)
        self._reply(done, failed, self.answers.get("end_day", end))

    def look_at_closing(self, done: Callable[[Closing], None], failed: Failed) -> None:
        self.calls.append(("look_at_closing",))
        page = world.closing(*world.three_devices(ended=False))
        self._reply(done, failed, self.answers.get("look_at_closing", page))

    def close_site(self, done: Callable[[Closing], None], failed: Failed) -> None:
        self.calls.append(("close_site",))
        page = world.closing(*world.three_devices(ended=True), closed=True)
        self._reply(done, failed, self.answers.get("close_site", page))

    def excuse_device(
        self, device_id: str, reason: str, done: Callable[[Record], None], failed: Failed
    ) -> None:
        self.calls.append(("excuse_device", device_id, reason))
        written = world.record(700, Kind.DEVICE_EXCUSED, world.at(17, 20), device_id=device_id)
        self._reply(done, failed, self.answers.get("excuse_device", written))

    def save_proof(self, path: Path, done: Callable[[Path], None], failed: Failed) -> None:
        self.calls.append(("save_proof", path))
        self._reply(done, failed, self.answers.get("save_proof", path))

    def enrol(self, url_or_code: str, done: Callable[[Binding], None], failed: Failed) -> None:
        self.calls.append(("enrol", url_or_code))
        self._reply(done, failed, self.answers.get("enrol", world.BINDING))

    def start_practice(self, done: Callable[[None], None], failed: Failed) -> None:
        self.calls.append(("start_practice",))
        self._reply(done, failed, self.answers.get("start_practice"))

    def start_demo(self, done: Callable[[None], None], failed: Failed) -> None:
        self.calls.append(("start_demo",))
        self._reply(done, failed, self.answers.get("start_demo"))

    def _decide(
        self, name: str, repeated: CheckIn, done: Callable[[Record], None], failed: Failed
    ) -> None:
        self.calls.append((name, repeated.record.seq))
        written = world.record(418, Kind.OVERRIDE, world.at(10, 8))
        self._reply(done, failed, self.answers.get(name, written))

    def _reply(self, done: Callable[[Any], None], failed: Failed, answer: Any) -> None:
        def give() -> None:
            failed(answer) if isinstance(answer, Exception) else done(answer)

        if self.later:
            self._waiting.append(give)
        else:
            give()
