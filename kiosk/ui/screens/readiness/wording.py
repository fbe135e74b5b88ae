"""The readiness screen's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

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
from kiosk.ui.screens.readiness.state import ReadinessState
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence, number

translate = QCoreApplication.translate

_MINUTE_MS, _HOUR_MIN, _DAY_MIN = 60_000, 60, 24 * 60
_GB = 10**9


def banner(state: ReadinessState) -> tuple[str, str, Tone]:
    """The screen's first sentence: its strong words, the rest, and its tone."""
    if state.failure is not None:
        return "", failure_sentence(state.failure), Tone.HEED
    if not state.lines:
        return "", translate("readiness", "Looking at the kiosk and the computer…"), Tone.IDLE
    blocking = [line for line in state.lines if stands_in_the_way(line)]
    others = [line for line in state.lines if line.state is not State.OK]
    if blocking:
        return translate("readiness", "Not ready yet:"), _subjects(blocking), Tone.HEED
    if others:
        return translate("readiness", "Ready. Worth a look:"), _subjects(others), Tone.IDLE
    return translate("readiness", "Ready for the day"), "", Tone.GO


def subject(line: Line) -> str:
    """What a line is about."""
    words = {
        Check.ENROLLED: translate("readiness", "Site"),
        Check.LIST: translate("readiness", "List"),
        Check.KEYS: translate("readiness", "Ticket keys"),
        Check.CLOCK: translate("readiness", "Clock"),
        Check.TIME_ZONE: translate("readiness", "Time zone"),
        Check.DATA_FILE: translate("readiness", "Data"),
        Check.PENDING: translate("readiness", "Not sent"),
        Check.DISK: translate("readiness", "Disk"),
        Check.BATTERY: translate("readiness", "Power"),
        Check.SLEEP: translate("readiness", "Sleep"),
        Check.SOUND: translate("readiness", "Sound"),
        Check.SCANNER: translate("readiness", "Scanner"),
        Check.PRINTER: translate("readiness", "Printer"),
        Check.PRACTICE: translate("readiness", "Practice"),
    }
    return words[line.check]


def state_word(state: State) -> str:
    """What a line's mark means, for those who do not see it."""
    words = {
        State.OK: translate("readiness", "in order"),
        State.HEED: translate("readiness", "worth a look"),
        State.STOP: translate("readiness", "not ready"),
        State.UNKNOWN: translate("readiness", "not known"),
    }
    return words[state]


def todo(line: Line) -> str:
    """What to do about a line; empty where nothing is to be done."""
    if line.advice is None:
        return ""
    words = {
        Advice.ENROL: translate("readiness", "Scan the coordinator's code on the first screen"),
        Advice.GET_LIST: translate("readiness", "Connect to a network: the list comes by itself"),
        Advice.GET_KEYS: translate(
            "readiness", "Connect to a network: without keys no ticket passes"
        ),
        Advice.CONFIRM_CLOCK: translate(
            "readiness", "Compare with a phone; the first records sent confirm it"
        ),
        Advice.SET_CLOCK: translate("readiness", "Set the computer's date and time"),
        Advice.SET_TIME_ZONE: translate("readiness", "Set the computer's time zone to the site's"),
        Advice.MEND_DATA: translate("readiness", "Call the coordinator before the day begins"),
        Advice.SEND_PENDING: translate("readiness", "Connect to a network: they are sent by it"),
        Advice.FREE_DISK: translate("readiness", "Free at least 2 GB: delete films, empty the bin"),
        Advice.PLUG_IN: translate("readiness", "Plug the charger in"),
        Advice.STAY_AWAKE: translate("readiness", "Switch sleep off in the power settings"),
        Advice.TURN_UP: translate("readiness", "Turn it up: the crowd is loud"),
        Advice.TRY_SCANNER: translate("readiness", "Scan any ticket"),
        Advice.CONNECT_PRINTER: translate("readiness", "Connect one, or go without badges"),
        Advice.LOOK_YOURSELF: translate("readiness", "Look for yourself"),
        Advice.PRACTISE: translate("readiness", "Let each volunteer play the practice cards"),
    }
    return words[line.advice]


def told(line: Line) -> str:
    """What is known, in a few words."""
    if line.fact is not None:
        return _fact(line.fact)
    if line.check in OF_THE_SYSTEM:
        return translate("readiness", "not known on this system")
    return translate("readiness", "not known")


def _fact(fact: Fact) -> str:  # noqa: PLR0911 - words for each kind of fact
    match fact:
        case Enrolled():
            named = " · ".join(filter(None, (fact.kiosk, fact.site)))
            return named if fact.enrolled else translate("readiness", "not connected")
        case PeopleList():
            count = translate("readiness", "people: {count}").format(count=number(fact.people))
            return f"{count} · {_age(fact.age_ms)}"
        case TicketKeys():
            return number(fact.keys)
        case ComputerClock():
            return _clock(fact.ahead_ms)
        case TimeZones():
            same = fact.computer_offset == fact.site_offset
            zones = (fact.site_offset,) if same else (fact.computer_offset, fact.site_offset)
            return " ≠ ".join(_offset(minutes) for minutes in zones)
        case DataFile():
            whole = translate("readiness", "whole")
            return whole if fact.sound else translate("readiness", "damaged or not to be read")
        case Pending():
            return _pending(fact)
        case Practice():
            return ", ".join(fact.who) or translate("readiness", "nobody yet")
        case _:
            return _machine_fact(fact)


def _machine_fact(fact: Disk | Battery | Sleep | Volume | Scanner | Printers) -> str:
    match fact:
        case Disk():
            free = QLocale().toString(fact.free / _GB, "f", 1)
            return translate("readiness", "{size} GB free").format(size=free)
        case Battery():
            return _battery(fact)
        case Sleep():
            return f"{_idle(fact)} · {_lid(fact)}"
        case Volume():
            return f"{fact.percent} %" if fact.percent else translate("readiness", "muted")
        case Scanner():
            return _scanner(fact.silent_ms)
        case Printers():
            return ", ".join(fact.names) or translate("readiness", "none")


def _age(age_ms: int | None) -> str:
    if age_ms is None:
        return translate("readiness", "never compared with the server")
    return translate("readiness", "as of {span} ago").format(span=_span(age_ms))


def _clock(ahead_ms: int | None) -> str:
    if ahead_ms is None:
        return translate("readiness", "not confirmed")
    if abs(ahead_ms) < _MINUTE_MS:
        return translate("readiness", "right")
    if ahead_ms > 0:
        return translate("readiness", "{span} fast").format(span=_span(ahead_ms))
    return translate("readiness", "{span} slow").format(span=_span(ahead_ms))


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), _HOUR_MIN)
    half = f":{rest:02d}" if rest else ""
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{half}"


def _pending(fact: Pending) -> str:
    if not fact.days:
        return number(fact.records)
    words = translate("readiness", "{count} · the oldest {days} d ago")
    return words.format(count=number(fact.records), days=number(fact.days))


def _battery(fact: Battery) -> str:
    plugged, alone = translate("readiness", "plugged in"), translate("readiness", "on battery")
    source = plugged if fact.mains else alone
    return source if fact.percent is None else f"{source} · {fact.percent} %"


def _scanner(silent_ms: int | None) -> str:
    if silent_ms is None:
        return translate("readiness", "no scan yet")
    return translate("readiness", "seen {span} ago").format(span=_span(silent_ms))


def _idle(fact: Sleep) -> str:
    if fact.after is None:
        return translate("readiness", "when idle: not known")
    if fact.after:
        return translate("readiness", "when idle: after {minutes} min").format(minutes=fact.after)
    return translate("readiness", "when idle: never")


def _lid(fact: Sleep) -> str:
    if fact.by_lid is None:
        return translate("readiness", "by the lid: not known")
    if fact.by_lid:
        return translate("readiness", "by the lid: yes")
    return translate("readiness", "by the lid: no")


def _span(ms: int) -> str:
    minutes = abs(ms) // _MINUTE_MS
    if minutes < _HOUR_MIN:
        return translate("readiness", "{count} min").format(count=minutes)
    if minutes < 2 * _DAY_MIN:
        return translate("readiness", "{count} h").format(count=minutes // _HOUR_MIN)
    return translate("readiness", "{count} d").format(count=number(minutes // _DAY_MIN))


def _subjects(lines: list[Line]) -> str:
    """The subjects of lines as they stand inside of a sentence."""
    return ", ".join(subject(line).lower() for line in lines)
