"""Somebody without a ticket: registered with the fewest words, counted at once, given a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from kiosk.domain.headcount import MOST_HEADS
from kiosk.domain.movements import Passage
from kiosk.domain.programme import Site
from kiosk.domain.records import Kind, Record
from kiosk.domain.true_time import Instant, reading
from kiosk.domain.walk_ins import PRACTICE_KIOSK, UNGIVEN, WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.check_in import place_of
from kiosk.operations.event_day import date_of
from kiosk.operations.ports import Signer, UnitOfWork
from kiosk.operations.recording import Moment, append
from kiosk.tickets.walk_in_code import text_of

WALK_IN = "walk-in"
"""The source of an entry without a ticket."""


class NotCleared(Exception):
    """The site asks for a clearance, and it is not agreed."""


class NotAWalkIn(ValueError):
    """What was given registers nobody. The message says what is missing."""


@dataclass(frozen=True, slots=True)
class Registration:
    """A walk-in, with what their QR says."""

    walk_in: WalkIn

    @property
    def code(self) -> str:
        """What their QR says."""
        return text_of(self.walk_in.number)


@dataclass(frozen=True, slots=True)
class Registered(Registration):
    """A walk-in, with the record of their arrival."""

    record: Record


def register_walk_in(
    uow: UnitOfWork,
    moment: Moment,
    kind: WalkInKind,
    *,
    grade: str = "",
    school: str = "",
    name: str = "",
    accompanies: int = 0,
    reason: str = "",
    cleared: bool = False,
) -> Registered:
    """Registers one person and records that they came.

    Nameless by default: a name is given where a parent's consent is there. `accompanies` is the
    ticket of whom they came with; `reason` tells why a guest of another site is let in; `cleared`
    answers the one question of a site that asks for clearance. Raises NotEnrolled, NotAWalkIn,
    NotCleared.
    """
    if kind is WalkInKind.CLASS:
        raise NotAWalkIn("A class is registered with its headcount.")
    _ask_clearance(uow, cleared=cleared)
    walk_in = WalkIn.one(
        _next_number(uow),
        kind,
        grade=grade.strip(),
        school=school.strip(),
        accompanies=accompanies,
        reason=reason.strip(),
    )
    return _register(uow, moment, walk_in, {"name": name.strip()} if name.strip() else {})


def register_class(
    uow: UnitOfWork,
    moment: Moment,
    *,
    school: str,
    grade: str,
    leader: str = "",
    pupils: int,
    adults: int = 1,
    cleared: bool = False,
) -> Registered:
    """Registers a class without tickets and records that it came.

    Raises NotEnrolled, NotAWalkIn, NotCleared.
    """
    if pupils < 0 or adults < 0 or pupils + adults == 0:
        raise NotAWalkIn("A class needs its headcount: how many pupils and adults came.")
    if max(pupils, adults) > MOST_HEADS:
        raise NotAWalkIn(f"A class has at most {MOST_HEADS} pupils and adults: count again.")
    _ask_clearance(uow, cleared=cleared)
    walk_in = WalkIn(
        _next_number(uow),
        WalkInKind.CLASS,
        grade=grade.strip(),
        school=school.strip(),
        pupils=pupils,
        adults=adults,
    )
    return _register(uow, moment, walk_in, {"leader": leader.strip()} if leader.strip() else {})


def name_class(uow: UnitOfWork, moment: Moment, ticket: int, names: Sequence[str]) -> Record:
    """Writes down who was in a class that came without tickets. Raises NotAWalkIn."""
    given = [name.strip() for name in names if name.strip()]
    if not given or not uow.attendance.walk_ins(ticket):
        raise NotAWalkIn("There is no such class without tickets, or no name was given.")
    return append(
        uow, moment, Kind.WALK_IN, {"ticket": ticket, "names": len(given)}, {"names": given}
    )


def nameless_classes(uow: UnitOfWork, now: Instant, limit: int) -> list[Registration]:
    """The classes that came to this kiosk today and have no names yet, the latest first.

    Raises NotEnrolled.
    """
    _, site = place_of(uow)
    return [Registration(one) for one in islice(_nameless(uow, site, now), limit)]


def _nameless(uow: UnitOfWork, site: Site, now: Instant) -> Iterator[WalkIn]:
    """From the latest record back, so that a class's names are met before the class."""
    today, named = date_of(uow, site, now), set[int]()
    for record in uow.journal.own_walk_ins():
        found = WalkIn.from_record(record)
        if found is None:
            named.add(record.integer("ticket"))
        elif (
            found.kind is WalkInKind.CLASS
            and found.number.ticket not in named
            and date_of(uow, site, reading(record)) == today
            and _came(uow, found)
        ):
            yield found


def _came(uow: UnitOfWork, found: WalkIn) -> bool:
    """Whether an arrival stands, for a registration is taken back by its arrival."""
    ticket = found.number.ticket
    return uow.attendance.history(ticket, ticket).presence.counted > 0


def kiosk_number(signer: Signer) -> int:
    """The kiosk's part of its walk-ins' numbers: what the server gave to this identity.

    Until it has given one, as to an identity that goes on from a copied folder, it is one of those
    that the server gives nobody, and follows from the identity.
    """
    mark = int(signer.identity.device_id[:8], 16)
    return signer.number or UNGIVEN[mark % len(UNGIVEN)]


def _ask_clearance(uow: UnitOfWork, *, cleared: bool) -> None:
    _, site = place_of(uow)
    if site.policy.asks_clearance and not cleared:
        raise NotCleared


def _next_number(uow: UnitOfWork) -> WalkInNumber:
    binding = uow.binding()
    if binding is not None and binding.is_practice:
        kiosk = PRACTICE_KIOSK
    else:
        kiosk = kiosk_number(uow.journal.signer())
    return WalkInNumber.nth(kiosk, uow.attendance.own_walk_ins() + 1)


def _register(
    uow: UnitOfWork, moment: Moment, walk_in: WalkIn, private: dict[str, str]
) -> Registered:
    registration = append(uow, moment, Kind.WALK_IN, walk_in.data(), private)
    passage = Passage(
        ticket=walk_in.number.ticket,
        kind=walk_in.ticket_kind,
        size=walk_in.heads,
        source=WALK_IN,
        registration=registration.hash,
    )
    data = passage.data(heads=walk_in.heads, adults=walk_in.adults, notes=[])
    return Registered(
        replace(walk_in, hash=registration.hash), append(uow, moment, Kind.ARRIVAL, data)
    )
