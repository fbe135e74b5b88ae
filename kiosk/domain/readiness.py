"""Whether a kiosk is ready for the day: the rules that judge what is known of it.

A line is judged by one fact. A fact that is not known gives a line that says so: a kiosk is never
called ready for want of a look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Fact,
    Facts,
    Pending,
    PeopleList,
    Practice,
    Printers,
    Scanner,
    Sleep,
    TicketKeys,
    TimeZones,
    Volume,
)

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS

LIST_FRESH_MS = DAY_MS
"""Schools change their lists until the evening before."""
CLOCK_TOLERANCE_MS = 2 * MINUTE_MS
"""Two gates tell who came first by their clocks, and a queue moves on in less than that."""
DISK_STOP = 500 * 10**6
"""Below this, systems fail to write at any moment, and a day's journal with its log needs some
100 MB."""
DISK_HEED = 2 * 10**9
"""One system update in the background takes as much."""
BATTERY_HEED = 50
"""Percent: half a laptop's charge lasts about as long as the crowd does."""
VOLUME_HEED = 30
"""Percent: below this a laptop is not heard beside a class."""
SCANNER_FRESH_MS = DAY_MS
"""A scanner that worked yesterday may have stayed in yesterday's bag."""


class Check(StrEnum):
    """What is looked at, in the order in which it is shown."""

    ENROLLED = "enrolled"
    LIST = "list"
    KEYS = "keys"
    CLOCK = "clock"
    TIME_ZONE = "time_zone"
    DATA_FILE = "data_file"
    PENDING = "pending"
    DISK = "disk"
    BATTERY = "battery"
    SLEEP = "sleep"
    SOUND = "sound"
    SCANNER = "scanner"
    PRINTER = "printer"
    PRACTICE = "practice"


OF_THE_SYSTEM = frozenset({Check.DISK, Check.BATTERY, Check.SLEEP, Check.SOUND, Check.PRINTER})
"""What the operating system is asked; where it does not tell, no network and no list will help."""

ESSENTIAL = frozenset({Check.ENROLLED, Check.KEYS, Check.DATA_FILE, Check.DISK})
"""Without these nobody can be admitted, or nothing recorded: a kiosk of which they are not known
is not called ready."""


class State(StrEnum):
    """How a line stands."""

    OK = "ok"
    HEED = "heed"
    STOP = "stop"
    UNKNOWN = "unknown"


class Advice(StrEnum):
    """What a person does about a line."""

    ENROL = "enrol"
    GET_LIST = "get_list"
    GET_KEYS = "get_keys"
    CONFIRM_CLOCK = "confirm_clock"
    SET_CLOCK = "set_clock"
    SET_TIME_ZONE = "set_time_zone"
    MEND_DATA = "mend_data"
    SEND_PENDING = "send_pending"
    FREE_DISK = "free_disk"
    PLUG_IN = "plug_in"
    STAY_AWAKE = "stay_awake"
    TURN_UP = "turn_up"
    TRY_SCANNER = "try_scanner"
    CONNECT_PRINTER = "connect_printer"
    PRACTISE = "practise"
    LOOK_YOURSELF = "look_yourself"


@dataclass(frozen=True, slots=True)
class Line:
    """One check: how it stands, the fact behind that if it is known, and what to do if anything."""

    check: Check
    state: State
    fact: Fact | None = None
    advice: Advice | None = None


Finding = tuple[State, Advice | None]
T = TypeVar("T", bound=Fact)

_OK: Finding = (State.OK, None)


def judge(facts: Facts) -> tuple[Line, ...]:
    """A line for every check, in their order."""
    return (
        _line(Check.ENROLLED, facts.enrolment, _enrolment),
        _line(Check.LIST, facts.people_list, _people_list),
        _line(Check.KEYS, facts.ticket_keys, _ticket_keys),
        _line(Check.CLOCK, facts.clock, _clock),
        _line(Check.TIME_ZONE, facts.time_zones, _time_zones),
        _line(Check.DATA_FILE, facts.data_file, _data_file),
        _line(Check.PENDING, facts.pending, _pending),
        _line(Check.DISK, facts.disk, _disk),
        _line(Check.BATTERY, facts.battery, _battery),
        _line(Check.SLEEP, facts.sleep, _sleep),
        _line(Check.SOUND, facts.volume, _volume),
        _line(Check.SCANNER, facts.scanner, _scanner),
        _line(Check.PRINTER, facts.printers, _printers),
        _line(Check.PRACTICE, facts.practice, _practice),
    )


def is_ready(lines: Iterable[Line]) -> bool:
    """Whether the day can begin."""
    return not any(stands_in_the_way(line) for line in lines)


def stands_in_the_way(line: Line) -> bool:
    """Whether a line keeps the day from beginning."""
    unknown = line.state is State.UNKNOWN and line.check in ESSENTIAL
    return unknown or line.state is State.STOP


def _line(check: Check, fact: T | None, rule: Callable[[T], Finding]) -> Line:
    if fact is None:
        advice = Advice.LOOK_YOURSELF if check in OF_THE_SYSTEM else None
        return Line(check, State.UNKNOWN, None, advice)
    state, advice = rule(fact)
    return Line(check, state, fact, advice)


def _enrolment(fact: Enrolled) -> Finding:
    return _OK if fact.enrolled else (State.STOP, Advice.ENROL)


def _people_list(fact: PeopleList) -> Finding:
    """Signed tickets are admitted without any list, so an old or empty one stops nobody.

    An age below nothing tells that the clock was set back since.
    """
    if fact.people and fact.age_ms is not None:
        fresh = -CLOCK_TOLERANCE_MS <= fact.age_ms <= LIST_FRESH_MS
        return _OK if fresh else (State.HEED, Advice.GET_LIST)
    return State.HEED, Advice.GET_LIST


def _ticket_keys(fact: TicketKeys) -> Finding:
    """Without a key every signed ticket fails the check."""
    return _OK if fact.keys else (State.STOP, Advice.GET_KEYS)


def _clock(fact: ComputerClock) -> Finding:
    """A doubtful clock refuses nobody: records are put right by a later clock check."""
    if fact.ahead_ms is None:
        return State.HEED, Advice.CONFIRM_CLOCK
    if abs(fact.ahead_ms) > CLOCK_TOLERANCE_MS:
        return State.HEED, Advice.SET_CLOCK
    return _OK


def _time_zones(fact: TimeZones) -> Finding:
    """The kiosk shows the site's time; the computer's own clock beside it would say another."""
    same = fact.computer_offset == fact.site_offset
    return _OK if same else (State.HEED, Advice.SET_TIME_ZONE)


def _data_file(fact: DataFile) -> Finding:
    return _OK if fact.sound else (State.STOP, Advice.MEND_DATA)


def _pending(fact: Pending) -> Finding:
    """What waits since today waits for the network; what waits since yesterday was forgotten."""
    return (State.HEED, Advice.SEND_PENDING) if fact.records and fact.days > 0 else _OK


def _disk(fact: Disk) -> Finding:
    if fact.free < DISK_STOP:
        return State.STOP, Advice.FREE_DISK
    return (State.HEED, Advice.FREE_DISK) if fact.free < DISK_HEED else _OK


def _battery(fact: Battery) -> Finding:
    low = fact.percent is not None and fact.percent < BATTERY_HEED
    return (State.HEED, Advice.PLUG_IN) if low and not fact.mains else _OK


def _sleep(fact: Sleep) -> Finding:
    if fact.after or fact.by_lid:
        return State.HEED, Advice.STAY_AWAKE
    known = None not in (fact.after, fact.by_lid)
    return _OK if known else (State.UNKNOWN, Advice.LOOK_YOURSELF)


def _volume(fact: Volume) -> Finding:
    return (State.HEED, Advice.TURN_UP) if fact.percent < VOLUME_HEED else _OK


def _scanner(fact: Scanner) -> Finding:
    seen = fact.silent_ms is not None and fact.silent_ms <= SCANNER_FRESH_MS
    return _OK if seen else (State.HEED, Advice.TRY_SCANNER)


def _printers(fact: Printers) -> Finding:
    """Nobody is kept waiting by a printer, so a kiosk without one is ready too."""
    return _OK if fact.names else (State.HEED, Advice.CONNECT_PRINTER)


def _practice(fact: Practice) -> Finding:
    return _OK if fact.who else (State.HEED, Advice.PRACTISE)
