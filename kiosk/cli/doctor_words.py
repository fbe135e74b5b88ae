"""The readiness of a kiosk in the sentences of the command line."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.readiness import OF_THE_SYSTEM, Advice, Check, Line, State, stands_in_the_way
from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Fact,
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

_MINUTE_MS, _HOUR_MIN, _DAY_MIN = 60_000, 60, 24 * 60
_GB = 10**9

_SUBJECTS = {
    Check.ENROLLED: "Where it belongs",
    Check.LIST: "The list of people",
    Check.KEYS: "The ticket keys",
    Check.CLOCK: "The clock",
    Check.TIME_ZONE: "The time zone",
    Check.DATA_FILE: "The data",
    Check.PENDING: "Records not sent",
    Check.DISK: "The disk",
    Check.BATTERY: "The power",
    Check.SLEEP: "Sleep",
    Check.SOUND: "The sound",
    Check.SCANNER: "The scanner",
    Check.PRINTER: "The printers",
    Check.PRACTICE: "Practice",
}

_ADVICE = {
    Advice.ENROL: "Run «kiosk enrol» with the coordinator's link.",
    Advice.GET_LIST: "Connect to a network and run «kiosk sync».",
    Advice.GET_KEYS: "Connect to a network and run «kiosk sync»: without keys no ticket passes.",
    Advice.CONFIRM_CLOCK: "Compare it with a phone; the first records sent confirm it.",
    Advice.SET_CLOCK: "Set the computer's date and time.",
    Advice.SET_TIME_ZONE: "Set the computer's time zone to the site's.",
    Advice.MEND_DATA: "Tell the coordinator before the day begins.",
    Advice.SEND_PENDING: "Connect to a network and run «kiosk sync».",
    Advice.FREE_DISK: "Free at least 2 GB.",
    Advice.PLUG_IN: "Plug the charger in.",
    Advice.STAY_AWAKE: "Switch sleep off in the system's power settings, for the lid as well.",
    Advice.TURN_UP: "Turn it up to 30 % or more.",
    Advice.TRY_SCANNER: "Scan any ticket at the kiosk.",
    Advice.CONNECT_PRINTER: "Connect one, or go without badges.",
    Advice.LOOK_YOURSELF: "Look for yourself.",
    Advice.PRACTISE: "Let each volunteer play the practice cards.",
}


def fact_words(line: Line) -> str:
    """A line's subject, and what is known of it."""
    where = " on this system" if line.check in OF_THE_SYSTEM else ""
    told = f"not known{where}" if line.fact is None else _fact(line.fact)
    return f"{_SUBJECTS[line.check]}: {told}."


def advice_words(line: Line) -> str:
    """What to do about a line; empty where nothing is to be done."""
    return _ADVICE[line.advice] if line.advice else ""


def verdict_words(lines: Sequence[Line]) -> str:
    blocking = [_SUBJECTS[line.check] for line in lines if stands_in_the_way(line)]
    if blocking:
        return f"Not ready. In the way: {', '.join(blocking).lower()}."
    others = sum(line.state is not State.OK for line in lines)
    return f"Ready; lines to look at: {others}." if others else "Ready."


def span(ms: int) -> str:
    """A time span in the largest unit that fits: «5 min», «3 h», «2 days»."""
    minutes = abs(ms) // _MINUTE_MS
    if minutes < _HOUR_MIN:
        return f"{minutes} min"
    return f"{minutes // _HOUR_MIN} h" if minutes < 2 * _DAY_MIN else f"{minutes // _DAY_MIN} days"


def _fact(fact: Fact) -> str:  # noqa: PLR0911 - a sentence for each kind of fact
    match fact:
        case Enrolled():
            named = ", ".join(filter(None, (fact.kiosk, fact.site)))
            return named if fact.enrolled else "to no site yet"
        case PeopleList():
            return f"{fact.people} people, {_age(fact.age_ms)}"
        case TicketKeys():
            return str(fact.keys)
        case ComputerClock():
            return _clock(fact.ahead_ms)
        case TimeZones():
            return f"{_zone(fact.computer, fact.computer_offset)} here, {fact.site} at the site"
        case DataFile():
            return fact.problem.rstrip(".") or "whole"
        case Pending():
            return f"{fact.records}" + (f", the oldest {fact.days} days old" if fact.days else "")
        case Practice():
            return ", ".join(fact.who) or "nobody yet"
        case _:
            return _machine_fact(fact)


def _machine_fact(fact: Disk | Battery | Sleep | Volume | Scanner | Printers) -> str:
    match fact:
        case Disk():
            return f"{fact.free / _GB:.1f} GB free"
        case Battery():
            source = "plugged in" if fact.mains else "on battery"
            return source if fact.percent is None else f"{source}, {fact.percent} %"
        case Sleep():
            return f"{_idle(fact.after)}, {_lid(fact.by_lid)}"
        case Volume():
            return f"{fact.percent} %" if fact.percent else "muted"
        case Scanner():
            return "no scan yet" if fact.silent_ms is None else f"seen {span(fact.silent_ms)} ago"
        case Printers():
            return ", ".join(fact.names) or "none"


def _age(age_ms: int | None) -> str:
    return "never compared with the server's" if age_ms is None else f"{span(age_ms)} old"


def _clock(ahead_ms: int | None) -> str:
    if ahead_ms is None:
        return "not confirmed yet"
    if abs(ahead_ms) < _MINUTE_MS:
        return "right"
    return f"{span(ahead_ms)} {'ahead' if ahead_ms > 0 else 'behind'}"


def _zone(name: str, offset: int) -> str:
    hours, minutes = divmod(abs(offset), _HOUR_MIN)
    return name or f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _idle(after: int | None) -> str:
    if after is None:
        return "when idle not known"
    return f"after {after} min" if after else "never when idle"


def _lid(by_lid: bool | None) -> str:
    if by_lid is None:
        return "by the lid not known"
    return "by the lid too" if by_lid else "not by the lid"
