"""The closing page's words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import VerdictName
from kiosk.ui.failure import PASSING, Failure
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.closing.findings import Decision, DoubleEntry, Entry, Uncounted, Whose
from kiosk.ui.screens.closing.state import (
    ClosingState,
    DeviceRow,
    EndQuestion,
    Figure,
    KnownKiosk,
    Page,
    Work,
)
from kiosk.ui.screens.reason.presenter import Reason
from kiosk.ui.screens.reason.wording import reason_words
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence, kind_word, number, verdict_word

translate = QCoreApplication.translate

TOO_MANY_HEADS = "too_many_heads"
"""What an override names where more people came than a group's ticket has."""


NAMED = 3
"""So many kiosks are named in the banner; the steps below it name them all."""


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
    if device.excused and device.reason:
        parts.append(device.reason)
    elif device.this_one:
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
    """How many records there are; «≥» while the kiosk may have more and is waited for."""
    if device.at_least and device.excused:
        return translate("closing", "of {count} known").format(count=number(device.recorded))
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


def known_about(kiosk: KnownKiosk) -> str:
    """How old what is known of a kiosk is."""
    if kiosk.this_one:
        return translate("closing", "this kiosk")
    if not kiosk.as_of:
        return translate("closing", "no contact yet")
    return Plurals().data_as_of(kiosk.minutes).format(time=kiosk.as_of)


def from_paper(figure: Figure) -> str:
    """«из них с бумаги: 12», empty where there are none."""
    words = translate("closing", "on paper: {count}")
    return words.format(count=number(figure.paper)) if figure.paper else ""


def besides(page: Page) -> str:
    """What the totals hold besides the figures: who came without a ticket, who is inside."""
    parts = []
    if page.findings.walk_ins:
        words = translate("closing", "Without a ticket: {count}")
        parts.append(words.format(count=number(page.findings.walk_ins)))
    if page.totals.inside is not None:
        words = translate("closing", "Inside now: {count}")
        parts.append(words.format(count=number(page.totals.inside)))
    return "\n".join(parts)


def steps_title(devices: Sequence[DeviceRow]) -> str:
    names = ", ".join(device.name for device in devices)
    return translate("closing", "What to do: {kiosk}").format(kiosk=names)


def instructions(page: Page) -> list[tuple[str, list[str]]]:
    """A title and its steps for all the kiosks in the way that need the same ones."""
    alike: dict[tuple[str, ...], list[DeviceRow]] = {}
    for device in page.in_the_way:
        alike.setdefault(tuple(steps(device)), []).append(device)
    return [(steps_title(devices), list(todo)) for todo, devices in alike.items()]


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


def whose(someone: Whose) -> str:
    """«9 «В», МБОУ СОШ № 7», «Мария Ё.», or the ticket's number where the list knows nobody."""
    known = someone.name or ", ".join(p for p in (someone.grade, someone.school) if p)
    return known or translate("closing", "Ticket {number}").format(number=someone.number)


def place(entry: Entry) -> str:
    """When and where; a kiosk that is known by its entrance alone is named once."""
    parts = dict.fromkeys((entry.at, entry.kiosk, entry.entrance))
    return " · ".join(part for part in parts if part)


def count_it() -> str:
    """What to do about a group that nobody counted."""
    return translate(
        "closing", "Ask its leader how many came, find the class by its name and type the number"
    )


def uncounted(group: Uncounted) -> tuple[str, str]:
    """A group and its last scan."""
    return whose(group.whose), place(group.scan)


def decision(decided: Decision) -> tuple[str, str]:
    """Whom it was about, and what was decided where."""
    title = f"{whose(decided.whose)}: {rule}" if (rule := _rule(decided)) else whose(decided.whose)
    told = " · ".join(part for part in (place(decided.entry), _reason(decided)) if part)
    return title, told


def before_the_end(question: EndQuestion) -> str:
    """What is still to be done while this kiosk's day goes on."""
    parts = []
    if question.uncounted:
        parts.append(Plurals().groups_uncounted(question.uncounted))
    if question.pending:
        parts.append(Plurals().records_not_sent(question.pending))
    return " · ".join(parts) or translate("closing", "All groups are counted, everything is sent")


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
    held = number(page.recorded)
    known = translate("closing", "{count} known").format(count=held)
    return words.format(all=known if page.excused else held)


def done_facts(page: Page) -> str:
    ended = sum(device.ended for device in page.devices)
    parts = [
        Plurals().kiosks_ended(ended),
        Plurals().receipts_checked(ended),
        translate("closing", "closed at {time}").format(time=page.closed_at),
        page.closed_by,
    ]
    if page.excused:
        names = ", ".join(map(_left_out, page.excused))
        parts.insert(1, translate("closing", "without: {kiosks}").format(kiosks=names))
    return " · ".join(part for part in parts if part)


def done_notes(page: Page) -> list[str]:
    """What was found and settled, for the record."""
    notes = [doubled(device) for device in page.devices if device.doubled]
    found = page.findings
    if found.doubles:
        words = translate("closing", "{tickets}: counted once")
        notes.append(words.format(tickets=Plurals().entered_twice(len(found.doubles))))
    if found.uncounted:
        notes.append(Plurals().groups_uncounted(len(found.uncounted)))
    if found.copies:
        notes.append(Plurals().copies_reported(len(found.copies)))
    if found.overrides:
        notes.append(Plurals().overrides(len(found.overrides)))
    return notes


def proof(page: Page, saved_to: str) -> str:
    receipt = translate("closing", "Receipt {number}").format(number=page.receipt)
    return f"{receipt} · {saved_to}" if saved_to else receipt


def proof_name(page: Page) -> str:
    """The name that is offered for the proof file."""
    return translate("closing", "Closing {date}").format(date=page.closed_on)


def _left_out(device: DeviceRow) -> str:
    return f"{device.name} ({device.reason})" if device.reason else device.name


def _rule(decided: Decision) -> str:
    """The rule that was overruled, in the words of the gate; empty for one without words."""
    if decided.verdict == TOO_MANY_HEADS:
        return translate("closing", "more people than on the ticket")
    try:
        return verdict_word(VerdictName(decided.verdict))
    except ValueError:
        return ""


def _reason(decided: Decision) -> str:
    """A ready reason in the words of the window, any other as it was typed."""
    try:
        return reason_words(Reason(decided.reason))
    except ValueError:
        return decided.reason


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
    if len(page.in_the_way) > NAMED:
        names = Plurals().kiosks(len(page.in_the_way))
    strong = Plurals().in_the_way(len(page.in_the_way)).format(kiosks=names)
    missing = sum(device.missing for device in page.in_the_way)
    parts = []
    not_ended = sum(not device.ended for device in page.in_the_way)
    if not_ended:
        parts.append(Plurals().not_ended(not_ended))
    if missing:
        parts.append(Plurals().at_least_missing(missing))
    return strong, ", ".join(parts), Tone.HEED
