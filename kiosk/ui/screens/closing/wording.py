"""The closing page's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.failure import PASSING, Failure
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.closing.state import ClosingState, DeviceRow, DoubleEntry, Page, Work
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence, kind_word, number

translate = QCoreApplication.translate


def banner(state: ClosingState) -> tuple[str, str, Tone]:
    """The page's first sentence: its strong words, the rest, and its tone."""
    page = state.page
    if state.work is not Work.NONE:
        return "", _under_way(state.work), Tone.IDLE
    failure = state.failure or (page.failure if page else None)
    if failure is not None:
        return _failed(failure)
    if page is None:
        return "", "", Tone.IDLE
    if page.in_the_way:
        return _in_the_way(page)
    return "", translate("closing", "Nothing is missing: the day can be closed"), Tone.GO


def device_about(device: DeviceRow) -> str:
    """What is to be known of a kiosk beside its numbers."""
    parts = []
    if device.this_one:
        parts.append(translate("closing", "this kiosk"))
    elif device.last_seen:
        parts.append(translate("closing", "seen {time}").format(time=device.last_seen))
    else:
        parts.append(translate("closing", "no contact yet"))
    if device.clock_off:
        sign = "+" if device.clock_off > 0 else "−"
        minutes = f"{sign}{abs(device.clock_off)}"
        parts.append(translate("closing", "clock {minutes} min").format(minutes=minutes))
    return " · ".join(parts)


def of_recorded(device: DeviceRow) -> str:
    """How many records there are; «≥» while the kiosk may have more."""
    if device.at_least:
        return translate("closing", "of ≥ {count}").format(count=number(device.recorded))
    return translate("closing", "of {count}").format(count=number(device.recorded))


def device_pill(device: DeviceRow) -> tuple[str, Tone]:
    if device.ended and not device.missing:
        return translate("closing", "✓ ended, receipt"), Tone.GO
    if device.excused:
        return translate("closing", "left out"), Tone.IDLE
    if not device.ended:
        return translate("closing", "not ended"), Tone.HEED
    return Plurals().missing(device.missing), Tone.HEED


def steps_title(device: DeviceRow) -> str:
    return translate("closing", "What to do: {kiosk}").format(kiosk=device.name)


def steps(device: DeviceRow) -> list[str]:
    """What settles a kiosk that stands in the way, in the order of trying."""
    if device.this_one and not device.ended:
        return [translate("closing", "Press “End this kiosk's day” below")]
    if device.this_one:
        return [translate("closing", "Wait for the network, then press “Refresh”")]
    ended = translate("closing", "Press “End this kiosk's day” on it")
    online = translate("closing", "With a network: wait a minute, then press “Refresh” here")
    offline = translate("closing", "Without one: share a phone's internet with it")
    return [online, offline] if device.ended else [ended, online, offline]


def doubled(device: DeviceRow) -> str:
    text = translate("closing", "{kiosk}: its folder was copied, two copies wrote. Both count")
    return text.format(kiosk=device.name)


def ticket_title(double: DoubleEntry) -> str:
    words = translate("closing", "Ticket {number} · {kind}")
    return words.format(number=double.ticket, kind=kind_word(double.kind))


def close_without(page: Page) -> str:
    if len(page.in_the_way) > 1:
        return translate("closing", "Close without them…")
    return translate("closing", "Close without it…")


def done_title(page: Page) -> str:
    if page.excused:
        return translate("closing", "The day is closed")
    return translate("closing", "You can go home")


def done_records(page: Page) -> str:
    words = Plurals().records_on_server(page.on_server)
    least = "≥ " if page.excused else ""
    return words.format(all=f"{least}{number(page.recorded)}")


def done_facts(page: Page) -> str:
    ended = sum(device.ended for device in page.devices)
    parts = [
        Plurals().kiosks_ended(ended),
        Plurals().receipts_checked(ended),
        translate("closing", "closed at {time}").format(time=page.closed_at),
        page.closed_by,
    ]
    if page.excused:
        names = ", ".join(device.name for device in page.excused)
        parts.insert(1, translate("closing", "without: {kiosks}").format(kiosks=names))
    return " · ".join(part for part in parts if part)


def done_notes(page: Page) -> list[str]:
    """What was found and settled, for the record."""
    notes = [doubled(device) for device in page.devices if device.doubled]
    if page.doubles:
        found = Plurals().entered_twice(len(page.doubles))
        notes.append(translate("closing", "{tickets}: counted once").format(tickets=found))
    return notes


def proof(page: Page, saved_to: str) -> str:
    receipt = translate("closing", "Receipt {number}").format(number=page.receipt)
    return f"{receipt} · {saved_to}" if saved_to else receipt


def proof_name(page: Page) -> str:
    """The name that is offered for the proof file."""
    return translate("closing", "Closing {date}").format(date=page.closed_on)


def _under_way(work: Work) -> str:
    words = {
        Work.LOOKING: translate("closing", "Exchanging records and checking receipts…"),
        Work.CLOSING: translate("closing", "Closing the day…"),
        Work.ENDING: translate("closing", "Ending this kiosk's day…"),
        Work.SAVING: translate("closing", "Saving the proof…"),
    }
    return words.get(work, "")


def _failed(failure: Failure) -> tuple[str, str, Tone]:
    """A network that is away is calm; anything else asks for a person."""
    if failure in PASSING:
        rest = translate("closing", "Everything stays saved. Press “Refresh” when it is back")
        return f"{failure_sentence(failure)}.", rest, Tone.IDLE
    return "", failure_sentence(failure), Tone.HEED


def _in_the_way(page: Page) -> tuple[str, str, Tone]:
    names = ", ".join(device.name for device in page.in_the_way)
    strong = translate("closing", "In the way: {kiosks}.").format(kiosks=names)
    missing = sum(device.missing for device in page.in_the_way)
    parts = []
    not_ended = sum(not device.ended for device in page.in_the_way)
    if not_ended:
        parts.append(Plurals().not_ended(not_ended))
    if missing:
        parts.append(Plurals().at_least_missing(missing))
    return strong, ", ".join(parts), Tone.HEED
