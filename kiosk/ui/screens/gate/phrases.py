"""The phrases that the words of a stage are made of, whatever the answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import LET_THROUGH, Note
from kiosk.domain.tickets import TicketKind
from kiosk.ui.holder import Holder
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.gate.state import Answer, NameShown, Turn
from kiosk.ui.wording import holder_label, kind_word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StageWords:
    """All words of a stage, from the largest down; empty ones are not shown.

    `lead` tells whether `next` is to be said or to be done.
    """

    hero: str
    who: str = ""
    meta: str = ""
    notes: tuple[str, ...] = ()
    lead: str = ""
    next: str = ""
    recorded: str = ""


def say() -> str:
    return translate("gate", "Say")


def do() -> str:
    return translate("gate", "What to do")


def who(answer: Answer, name: NameShown) -> str:
    """«9 «Б» · Мария Ё.»; of a group «Группа 9 «В» · 28 человек», its leader last."""
    holder = answer.holder
    if holder is None:
        return ""
    shown = {
        NameShown.SHORT: holder.short_name,
        NameShown.FULL: holder.name,
        NameShown.HIDDEN: "",
    }[name]
    if answer.number:
        return dotted(translate("gate", "No. {number}").format(number=answer.number), _of(holder))
    if holder.kind is not TicketKind.GROUP:
        return dotted(holder_label(holder), shown)
    group = f"{kind_word(holder.kind)} {holder.grade}".strip()
    return dotted(group, Plurals().people(answer.heads or holder.heads), shown)


def _of(holder: Holder) -> str:
    return dotted(kind_word(holder.kind), holder.grade)


def school(answer: Answer) -> str:
    return answer.holder.school if answer.holder else ""


def slot(turn: Turn | None) -> str:
    return translate("gate", "time: {time}").format(time=turn.start) if turn else ""


def where_to(turn: Turn | None) -> str:
    if turn is None or not turn.route:
        return translate("gate", "“Welcome! Please follow the signs”")
    words = translate("gate", "“Route {route}. Briefing at {time}, {place}”")
    return words.format(route=turn.route, time=turn.briefing_at, place=turn.briefing_place)


def question(answer: Answer) -> str:
    holder: Holder | None = answer.holder
    if holder is not None and holder.kind is TicketKind.GROUP:
        return translate("gate", "“Which school and class is your group from?”")
    if holder is not None and holder.grade:
        return translate("gate", "“What is your name, and which class are you in?”")
    return translate("gate", "“What is your name?”")


def note(note: Note, turn: Turn | None) -> str:
    start = turn.start if turn else ""
    words = {
        Note.NOT_LISTED: translate("gate", "not on this kiosk's list yet"),
        Note.EARLY: translate("gate", "early: the ticket is for {time}").format(time=start),
        Note.LATE: translate("gate", "late: the ticket is for {time}").format(time=start),
        Note.CHECK_CLOCK: translate("gate", "check the date of this kiosk"),
        Note.COMPARE_NAME: translate("gate", "code typed by hand"),
        Note.RE_ENTRY: translate("gate", "back again: counted once"),
        Note.WITH_GROUP: translate("gate", "the group was counted"),
        Note.NO_CONSENT: translate("gate", "no consent to the name"),
    }
    return words[note]


def recorded(answer: Answer) -> str:
    if answer.repeat:
        return translate("gate", "recorded already, at {time}").format(time=answer.recorded_at)
    words = (
        translate("gate", "recorded {time}")
        if answer.verdict in LET_THROUGH
        else translate("gate", "scan recorded {time}")  # «recorded» alone sounds like let in
    )
    return words.format(time=answer.recorded_at)


def dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
