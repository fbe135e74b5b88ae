"""An invented site for the screens' tests: its people, its kiosks, its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kiosk.domain.admission import Note, Verdict, VerdictName
from kiosk.domain.attendance import fold
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.headcount import Presence
from kiosk.domain.movements import Movement, Passage
from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.records import Kind, Record
from kiosk.domain.staff import ALL_RIGHTS, Role
from kiosk.domain.tickets import Signed, TicketFacts, TicketKind, Unreadable
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.visitors import Group, RosterTicket, Visitor, VisitorKind
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.journal.receipts import Receipt
from kiosk.operations.check_in import CheckIn
from kiosk.operations.close_site import Closing
from kiosk.operations.identify import Seen
from kiosk.operations.log_trial import Participant, TrialLine
from kiosk.operations.overview import Overview, RecentScan
from kiosk.operations.ports import Binding, ServerError, Tally
from kiosk.operations.register_walk_in import Registered
from kiosk.operations.staff import Operator

SITE = Site(1, "Приозёрский станкозавод", "г. Приозёрск, ул. Станочников, 3", "Asia/Yekaterinburg")
OTHER_SITE = Site(3, "Химкомбинат «Реагент»", "г. Приозёрск, ул. Заводская, 12", SITE.timezone)
EVENT = Event(1, "День открытых дверей", ((1, date(2025, 10, 18)), (2, date(2025, 10, 19))))
SLOT = Slot(1, 630, 690, "Б", 620, "холл")
TALLY = Tally(413, 612, inside=612, paper=0, expected=790, as_of=None)
NOBODY = Tally(0, 0, inside=0, paper=0, expected=0, as_of=None)
BINDING = Binding("Киоск 1", 1, 1, "Вход 1", "https://example.org", b"", demo=False)
ANNA = Operator("v9", "Котова Анна", Role.SITE_MANAGER, ALL_RIGHTS)
"""Who works the kiosk."""
HERE, SECOND, THIRD = "a" * 32, "b" * 32, "c" * 32
TRIALS = [
    Trial("t1", "15.01.05", "Сварщик", "Сварщик", "ознакомительная", 630, 12, 20),
    Trial("t2", "15.01.38", "Оператор-наладчик", "Станочник", "базовая", 675, 12, 20),
    Trial("t3", "15.02.16", "Технолог машиностроения", "Технолог", "базовая", 720, 10, 20),
    Trial("t4", "13.02.13", "Электромеханик", "Электромеханик", "ознакомительная", 765, 12, 20),
]


def at(hour: int, minute: int, second: int = 0) -> int:
    """A time of the event's day on the site's clock, in UTC milliseconds."""
    local = datetime(2025, 10, 18, hour, minute, second, tzinfo=UTC)
    return int(local.timestamp() * 1000) - 5 * 3_600_000


def pupil(number: int, name: str, grade: str = "9Б", code: str = "1234564471") -> RosterTicket:
    visitor = Visitor(
        f"v{number}", VisitorKind.PUPIL, name, "МБОУ СОШ № 4, г. Приозёрск", grade, "Приозёрск"
    )
    return RosterTicket(number, 1, 1, TicketKind.PUPIL, code, visitor, slot=1)


MARIA = pupil(1, "Ёлкина Мария Петровна")
ILYA = pupil(2, "Римский Илья", "10А", "1234567715")
PARENT = RosterTicket(
    3, 1, 1, TicketKind.PARENT, "1234561180", Visitor("v3", VisitorKind.PARENT, "Салтыкова Ольга")
)
GROUP = RosterTicket(
    4,
    1,
    1,
    TicketKind.GROUP,
    "1234565526",
    Group("g1", "МБОУ СОШ № 7, г. Приозёрск", "9В", "Назарова Ольга Ивановна", 26, 2),
)


def record(seq: int, kind: str, recorded_at: int, device: str = HERE, **data: Any) -> Record:
    return Record(
        device_id=device,
        seq=seq,
        recorded_at=recorded_at,
        timebase_id="boot",
        elapsed_ms=recorded_at,
        event=1,
        site=1,
        entrance="Вход 1" if device == HERE else "Вход 2",
        operator="",
        kind=kind,
        data=data,
        prev="0" * 64,
        hash=f"{seq:08x}{device[0] * 56}",
    )


def arrival(
    seq: int, listed: RosterTicket, recorded_at: int, device: str = HERE, heads: int = 0
) -> Record:
    passage = Passage(listed.number, listed.kind, listed.heads, "wedge")
    data = passage.data(heads=heads or listed.heads)
    return record(seq, Kind.ARRIVAL, recorded_at, device, **data)


def facts_of(listed: RosterTicket, **changes: Any) -> TicketFacts:
    size = listed.heads if listed.kind is TicketKind.GROUP else 0
    facts = TicketFacts(1, listed.number, 1, listed.kind, size, 1, 1)
    return replace(facts, **changes)


def admitted(
    listed: RosterTicket = MARIA,
    *,
    notes: frozenset[Note] = frozenset(),
    repeat: bool = False,
    slot: Slot | None = SLOT,
    seq: int = 413,
) -> CheckIn:
    verdict = Verdict(VerdictName.ADMITTED, facts_of(listed), notes, listed.heads)
    written = arrival(seq, listed, at(10, 7, 12))
    known = None if Note.NOT_LISTED in notes else listed
    facts = facts_of(listed)
    seen = Seen(Signed(facts), facts, known, None, slot, SITE)
    return CheckIn(verdict, written, seen, seen.passage("wedge"), repeat)


def pending(listed: RosterTicket = GROUP, counted: int = 0) -> CheckIn:
    """A group's scan, of whom so many have come before."""
    facts = facts_of(listed)
    seen = Seen(Signed(facts), facts, listed, None, SLOT, SITE)
    came = Presence(counted=counted, inside=counted)
    verdict = Verdict(VerdictName.GROUP_PENDING, facts, heads=facts.heads - counted, presence=came)
    written = record(414, Kind.GROUP_PENDING, at(10, 6, 58), ticket=listed.number)
    return CheckIn(verdict, written, seen, seen.passage("wedge"))


def departed(listed: RosterTicket | None = None, heads: int = 1) -> CheckIn:
    """Somebody leaves."""
    who = listed or MARIA
    facts = facts_of(who)
    seen = Seen(Signed(facts), facts, who, None, SLOT, SITE)
    verdict = Verdict(VerdictName.DEPARTED, facts, heads=heads)
    return CheckIn(verdict, departure(417, who, at(12, 7), heads), seen, seen.passage("wedge"))


def departure(seq: int, listed: RosterTicket, recorded_at: int, heads: int) -> Record:
    passage = Passage(listed.number, listed.kind, listed.heads, "wedge")
    return record(seq, Kind.DEPARTURE, recorded_at, **passage.data(heads=heads))


def registered(kind: WalkInKind) -> Registered:
    """Somebody without a ticket, number 1-017."""
    number = WalkInNumber(1, 17)
    if kind is WalkInKind.CLASS:
        walk_in = WalkIn(number, kind, "9В", "МБОУ СОШ № 7", pupils=25, adults=2)
    else:
        walk_in = WalkIn.one(number, kind, grade="9" if kind is WalkInKind.PUPIL else "")
    written = record(419, Kind.ARRIVAL, at(10, 8), ticket=number.ticket, heads=walk_in.heads)
    return Registered(walk_in, written)


def refused(name: VerdictName, listed: RosterTicket | None = MARIA, **changes: Any) -> CheckIn:
    """A refusal; `changes` are those of the ticket's facts."""
    facts = facts_of(listed, **changes) if listed else None
    earlier = None
    if name is VerdictName.ALREADY_INSIDE and listed:
        earlier = Movement.from_record(arrival(7, listed, at(10, 2), SECOND))
        earlier = replace(earlier, operator="v2") if earlier else None
    verdict = Verdict(name, facts, earlier=earlier)
    written = record(414, Kind.REFUSAL, at(10, 7, 12), verdict=name.value)
    site = OTHER_SITE if name is VerdictName.WRONG_SITE else SITE
    slot = None if name is VerdictName.WRONG_SITE else SLOT
    reading = Signed(facts) if facts else Unreadable()
    seen = Seen(reading, facts, listed, None, slot, site if facts else None)
    by = "Новикова Ольга" if earlier else ""
    return CheckIn(verdict, written, seen, seen.passage("wedge"), by=by)


def overview(*, enrolled: bool = True, pending: int = 37, count: int = 413) -> Overview:
    recent = (
        RecentScan(arrival(413, MARIA, at(10, 7, 12)), MARIA, retracted=False),
        RecentScan(arrival(412, GROUP, at(10, 6, 58)), GROUP, retracted=False),
        _refusal(411, VerdictName.ALREADY_INSIDE, at(10, 6, 31), ILYA),
        RecentScan(arrival(410, PARENT, at(10, 6, 2)), PARENT, retracted=True),
        _refusal(409, VerdictName.WRONG_EVENT, at(10, 5, 40), None),
        _refusal(408, VerdictName.FORGED, at(10, 5, 11), None),
    )
    return Overview(
        binding=BINDING if enrolled else None,
        event=EVENT if enrolled else None,
        site=SITE if enrolled else None,
        tally=replace(TALLY, this_kiosk=count, as_of=at(10, 2)) if enrolled else NOBODY,
        pending=pending,
        recent=recent if enrolled else (),
    )


def tracking_exits() -> Overview:
    """The overview of a site that wants to know who leaves."""
    shown = overview()
    site = replace(SITE, policy=SitePolicy(tracks_exits=True))
    return replace(shown, site=site)


def _refusal(
    seq: int, name: VerdictName, recorded_at: int, listed: RosterTicket | None
) -> RecentScan:
    written = record(seq, Kind.REFUSAL, recorded_at, verdict=name.value)
    return RecentScan(written, listed, retracted=False)


def trial_lines() -> list[TrialLine]:
    names = [
        ("Ёлкина Мария Петровна", "9Б", Outcome.COMPLETED, True),
        ("Салтыков Демид", "9Б", Outcome.COMPLETED, True),
        ("Алиев Руслан оглы", "9В", Outcome.NOT_COMPLETED, True),
        ("Иванова Анна", "9А", Outcome.COMPLETED, False),
    ]
    lines = []
    for index, (name, grade, outcome, entered) in enumerate(names):
        listed = pupil(20 + index, name, grade)
        data = TrialResult.data(listed.number, "t1", outcome, heads=1, score=None)
        result = TrialResult.from_record(
            record(500 + index, Kind.TRIAL_RESULT, at(11, 2 + index), **data)
        )
        if result is not None:
            lines.append(TrialLine(Participant(listed.number, 1, listed, entered), result))
    return lines


def device(
    device_id: str, name: str, recorded: int, on_server: int, *, ended: bool, **more: Any
) -> DeviceStatus:
    more = {"excused": False, "last_seen": at(16, 42)} | more
    return DeviceStatus(device_id, name, recorded, on_server, ended, **more)


def closing(
    *devices: DeviceStatus, closed: bool = False, troubles: tuple[ServerError, ...] = ()
) -> Closing:
    records = [
        arrival(1, MARIA, at(9, 41)),
        arrival(1, MARIA, at(9, 48), SECOND),
        arrival(2, ILYA, at(10, 2)),
        arrival(3, PARENT, at(12, 40)),
        arrival(4, GROUP, at(10, 20)),
    ]
    for index in range(200):
        when = at(9, 30) + (index * 7919 % 300) * 60_000
        records.append(arrival(10 + index, pupil(100 + index, f"Участник {index}"), when))
    results = {(1, "t1"): trial_lines()[0].result, (9999, "t1"): trial_lines()[1].result}
    receipt = Receipt("k" * 32, HERE, 643, "7f3a91c2" + "0" * 56, (), at(17, 26), "00")
    return Closing(
        closed=closed,
        devices=devices,
        attendance=fold(records),
        results=results,
        troubles=troubles,
        closed_at=at(17, 26) if closed else None,
        closed_by="Ирина С." if closed else "",
        receipt=receipt,
    )


def three_devices(*, ended: bool) -> tuple[DeviceStatus, ...]:
    last = (
        device(THIRD, "Киоск 3", 182, 182, ended=True)
        if ended
        else device(THIRD, "Киоск 3", 182, 165, ended=False, clock_offset_ms=-47 * 60_000)
    )
    return (
        device(HERE, "Киоск 1", 643, 643, ended=True),
        device(SECOND, "Киоск 2", 418, 418, ended=True, doubled=not ended),
        last,
    )
