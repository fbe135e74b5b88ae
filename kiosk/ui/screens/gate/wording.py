"""The gate's words: what each stage says, and what the volunteer says or does next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.tickets import TicketKind
from kiosk.ui.failure import Failure
from kiosk.ui.holder import Holder
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.gate.state import Answer, GateState, NameShown, RecentRow, Stage, Turn
from kiosk.ui.wording import failure_sentence, holder_label, kind_word, verdict_word

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


def stage_words(state: GateState) -> StageWords:
    """The words of a stage that shows an answer, an undo, or that nothing was recorded."""
    if state.stage is Stage.NOT_RECORDED:
        return _not_recorded(state.failure or Failure.OTHER)
    answer = state.answer
    if answer is None:
        return StageWords("")
    if state.stage is Stage.UNDONE:
        return _undone(answer, state.name)
    return _ANSWERS[answer.verdict](answer, state.name)


def recent_words(row: RecentRow) -> str:
    if row.verdict is not None:
        return verdict_word(row.verdict)
    return holder_label(row.holder) if row.holder else ""


def say() -> str:
    return translate("gate", "Say")


def do() -> str:
    return translate("gate", "What to do")


def _admitted(answer: Answer, name: NameShown) -> StageWords:
    compare = Note.COMPARE_NAME in answer.notes
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=_who(answer, name),
        meta=_dotted(_school(answer), _slot(answer.turn)),
        notes=tuple(_note(note, answer.turn) for note in sorted(answer.notes)),
        lead=translate("gate", "Ask for the name and compare it, then say") if compare else say(),
        next=_where_to(answer.turn),
        recorded=_recorded(answer),
    )


def _already_inside(answer: Answer, name: NameShown) -> StageWords:
    earlier = answer.earlier
    at = translate("gate", "Checked in at {time}").format(time=earlier.at) if earlier else ""
    by = earlier.operator if earlier else ""
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=_who(answer, name),
        meta=_dotted(
            at,
            earlier.entrance if earlier else "",
            translate("gate", "by {operator}").format(operator=by) if by else "",
        ),
        lead=translate("gate", "Ask. If it fits the ticket, let in; if not, call the manager"),
        next=_question(answer),
        recorded=_recorded(answer),
    )


def _wrong_site(answer: Answer, _name: NameShown) -> StageWords:
    place = answer.address or answer.other_site
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "Ticket for: {site}").format(site=answer.other_site)
        if answer.other_site
        else translate("gate", "The ticket is for another site"),
        meta=answer.address,
        lead=say(),
        next=translate("gate", "“You are expected at: {address}”").format(address=place)
        if place
        else translate("gate", "“The address of your site is on the ticket, under the QR”"),
        recorded=_recorded(answer),
    )


def _wrong_day(answer: Answer, _name: NameShown) -> StageWords:
    day = f"{answer.day:%d.%m}" if answer.day else ""
    start = answer.turn.start if answer.turn else ""
    if day and not answer.day_is_over:
        text = translate("gate", "“Your ticket is for {day}. See you then”").format(day=day)
    elif start and not answer.day:
        text = translate("gate", "“Your time is {time}. See you then”").format(time=start)
    else:
        text = ""
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "Ticket for {day}").format(day=day)
        if day
        else translate("gate", "The ticket is for another time"),
        meta=_slot(answer.turn),
        lead=say() if text else do(),
        next=text or translate("gate", "Call the site manager: they decide about today"),
        recorded=_recorded(answer),
    )


def _wrong_event(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The ticket is genuine, but for another event"),
        lead=do(),
        next=translate("gate", "Ask for today's ticket. If there is none, call the manager"),
        recorded=_recorded(answer),
    )


def _cancelled(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The organiser cancelled this ticket"),
        meta=translate("gate", "There may be a newer one instead"),
        lead=do(),
        next=translate("gate", "Ask for the newer ticket. If there is none, call the manager"),
        recorded=_recorded(answer),
    )


def _unknown(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The site's list has no such code"),
        meta=translate("gate", "It may be a code from something else"),
        lead=do(),
        next=translate("gate", "Ask for another ticket. If there is none, call the manager"),
        recorded=_recorded(answer),
    )


def _forged(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The organiser issued no such ticket"),
        meta=translate("gate", "The screenshot may be damaged"),
        lead=do(),
        next=translate(
            "gate", "Ask to open the ticket anew. If that does not help, call the manager"
        ),
        recorded=_recorded(answer),
    )


def _not_cleared(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=_who(answer, name),
        meta=translate("gate", "The clearance for this site is not agreed"),
        lead=translate("gate", "Call the manager and say"),
        next=translate("gate", "“Please wait here, the manager is on the way”"),
        recorded=_recorded(answer),
    )


def _unreadable(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "This is no ticket, or only a part of one"),
        meta=translate("gate", "Did not help? Type the ten digits under the QR"),
        lead=say(),
        next=translate("gate", "“Please turn up the brightness and show the ticket again”"),
        recorded=_recorded(answer),
    )


_ANSWERS: dict[VerdictName, Callable[[Answer, NameShown], StageWords]] = {
    VerdictName.ADMITTED: _admitted,
    VerdictName.ALREADY_INSIDE: _already_inside,
    VerdictName.WRONG_SITE: _wrong_site,
    VerdictName.WRONG_DAY: _wrong_day,
    VerdictName.WRONG_EVENT: _wrong_event,
    VerdictName.CANCELLED: _cancelled,
    VerdictName.UNKNOWN: _unknown,
    VerdictName.FORGED: _forged,
    VerdictName.NOT_CLEARED: _not_cleared,
    VerdictName.UNREADABLE: _unreadable,
}


def _undone(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=translate("gate", "Entry undone"),
        who=_who(answer, name),
        meta=translate("gate", "It stood at {time}. The same ticket can be scanned again").format(
            time=answer.recorded_at
        ),
        lead=do(),
        next=translate("gate", "Scan the right ticket"),
    )


def _not_recorded(failure: Failure) -> StageWords:
    return StageWords(
        hero=verdict_word(VerdictName.NOT_RECORDED),
        who=failure_sentence(failure),
        meta=translate("gate", "Everything recorded earlier is safe"),
        lead=do(),
        next=translate("gate", "Mark it on the paper list and call the manager"),
    )


def _who(answer: Answer, name: NameShown) -> str:
    """«9 «Б» · Мария Ё.»; of a group «Группа 9 «В» · 28 человек», its leader last."""
    holder = answer.holder
    if holder is None:
        return ""
    shown = {
        NameShown.SHORT: holder.short_name,
        NameShown.FULL: holder.name,
        NameShown.HIDDEN: "",
    }[name]
    if holder.kind is not TicketKind.GROUP:
        return _dotted(holder_label(holder), shown)
    group = f"{kind_word(holder.kind)} {holder.grade}".strip()
    return _dotted(group, Plurals().people(answer.heads or holder.heads), shown)


def _school(answer: Answer) -> str:
    return answer.holder.school if answer.holder else ""


def _slot(turn: Turn | None) -> str:
    return translate("gate", "time: {time}").format(time=turn.start) if turn else ""


def _where_to(turn: Turn | None) -> str:
    if turn is None or not turn.route:
        return translate("gate", "“Welcome! Please follow the signs”")
    words = translate("gate", "“Route {route}. Briefing at {time}, {place}”")
    return words.format(route=turn.route, time=turn.briefing_at, place=turn.briefing_place)


def _question(answer: Answer) -> str:
    holder: Holder | None = answer.holder
    if holder is not None and holder.kind is TicketKind.GROUP:
        return translate("gate", "“Which school and class is your group from?”")
    if holder is not None and holder.grade:
        return translate("gate", "“What is your name, and which class are you in?”")
    return translate("gate", "“What is your name?”")


def _note(note: Note, turn: Turn | None) -> str:
    start = turn.start if turn else ""
    words = {
        Note.NOT_LISTED: translate("gate", "not on this kiosk's list yet"),
        Note.EARLY: translate("gate", "early: the ticket is for {time}").format(time=start),
        Note.LATE: translate("gate", "late: the ticket is for {time}").format(time=start),
        Note.CHECK_CLOCK: translate("gate", "check the date of this kiosk"),
        Note.COMPARE_NAME: translate("gate", "code typed by hand"),
    }
    return words[note]


def _recorded(answer: Answer) -> str:
    if answer.repeat:
        return translate("gate", "recorded already, at {time}").format(time=answer.recorded_at)
    return translate("gate", "recorded {time}").format(time=answer.recorded_at)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
