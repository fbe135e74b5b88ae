"""What the stage says to each verdict, and what the volunteer says or does next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Note, Reply, VerdictName
from kiosk.ui.screens.gate.phrases import (
    StageWords,
    do,
    dotted,
    note,
    question,
    recorded,
    say,
    school,
    slot,
    where_to,
    who,
)
from kiosk.ui.screens.gate.state import Answer, NameShown
from kiosk.ui.wording import verdict_word

translate = QCoreApplication.translate


def verdict_words(answer: Answer, name: NameShown) -> StageWords:
    """The words of an answer."""
    return _ANSWERS[answer.verdict](answer, name)


def _admitted(answer: Answer, name: NameShown) -> StageWords:
    compare = Note.COMPARE_NAME in answer.notes
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=who(answer, name),
        meta=dotted(school(answer), slot(answer.turn)),
        notes=_notes(answer),
        lead=translate("gate", "Ask for the name and compare it, then say") if compare else say(),
        next=where_to(answer.turn),
        recorded=recorded(answer),
    )


def _notes(answer: Answer) -> tuple[str, ...]:
    notes = [note(one, answer.turn) for one in sorted(answer.notes)]
    if answer.help:
        notes.insert(0, translate("gate", "Help: {help}").format(help=answer.help))
    return tuple(notes)


def _already_inside(answer: Answer, name: NameShown) -> StageWords:
    earlier = answer.earlier
    with_group = Reply.WITH_GROUP in answer.replies
    at = ""
    if earlier and with_group:
        at = translate("gate", "The group was counted at {time}").format(time=earlier.at)
    elif earlier:
        at = translate("gate", "Checked in at {time}").format(time=earlier.at)
    by = earlier.operator if earlier else ""
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=who(answer, name),
        meta=dotted(
            at,
            earlier.entrance if earlier else "",
            translate("gate", "by {operator}").format(operator=by) if by else "",
        ),
        lead=translate("gate", "Ask the name and class, then choose"),
        next=translate("gate", "“Did you come in with your class?”")
        if with_group
        else question(answer),
        recorded="",
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
        recorded=recorded(answer),
    )


def _wrong_day(answer: Answer, _name: NameShown) -> StageWords:
    day = f"{answer.day:%d.%m}" if answer.day else ""
    return _not_now(
        answer,
        ticket=translate("gate", "Ticket for {day}").format(day=day)
        if day
        else translate("gate", "The ticket is for another day"),
        later=day and translate("gate", "“Your ticket is for {day}. See you then”").format(day=day),
    )


def _wrong_time(answer: Answer, _name: NameShown) -> StageWords:
    time = answer.turn.start if answer.turn else ""
    return _not_now(
        answer,
        ticket=translate("gate", "The ticket is for {time}").format(time=time),
        later=translate("gate", "“Your time is {time}. See you then”").format(time=time),
    )


def _not_now(answer: Answer, *, ticket: str, later: str) -> StageWords:
    """`ticket` tells when it is for; `later` asks to come then, while that is still to come."""
    text = "" if answer.is_over else later
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=ticket,
        meta=slot(answer.turn),
        lead=say() if text else do(),
        next=text or translate("gate", "Call the site manager: they decide about today"),
        recorded=recorded(answer),
    )


def _wrong_event(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The ticket is genuine, but for another event"),
        lead=do(),
        next=translate("gate", "Ask for today's ticket. If there is none, call the manager"),
        recorded=recorded(answer),
    )


def _cancelled(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The organiser cancelled this ticket"),
        meta=translate("gate", "There may be a newer one instead"),
        lead=do(),
        next=translate("gate", "Ask for the newer ticket. If there is none, call the manager"),
        recorded=recorded(answer),
    )


def _unknown(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "The site's list has no such code"),
        meta=translate("gate", "It may be a code from something else"),
        lead=do(),
        next=translate("gate", "Ask for another ticket. If there is none, call the manager"),
        recorded=recorded(answer),
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
        recorded=recorded(answer),
    )


def _not_cleared(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=who(answer, name),
        meta=translate("gate", "The clearance for this site is not agreed"),
        lead=translate("gate", "Call the manager and say"),
        next=translate("gate", "“Please wait here, the manager is on the way”"),
        recorded=recorded(answer),
    )


def _unreadable(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "This is no ticket, or only a part of one"),
        meta=translate("gate", "Did not help? Type the ten digits under the QR"),
        lead=say(),
        next=translate("gate", "“Please turn up the brightness and show the ticket again”"),
        recorded=recorded(answer),
    )


def _departed(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=who(answer, name),
        meta=school(answer),
        lead=say(),
        next=translate("gate", "“Goodbye, come again!”"),
        recorded=recorded(answer),
    )


def _not_inside(answer: Answer, name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=who(answer, name),
        meta=translate("gate", "This kiosk knows of no entry; the exit is recorded all the same"),
        lead=say(),
        next=translate("gate", "“Goodbye, come again!”"),
        recorded=recorded(answer),
    )


def _practice_ticket(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "A card of the practice: today it changes nothing"),
        lead=say(),
        next=translate("gate", "“Please show your own ticket”"),
    )


def _real_ticket(answer: Answer, _name: NameShown) -> StageWords:
    return StageWords(
        hero=verdict_word(answer.verdict),
        who=translate("gate", "This is practice: the real ticket was not recorded"),
        lead=do(),
        next=translate("gate", "Scan a card of the practice"),
    )


_ANSWERS: dict[VerdictName, Callable[[Answer, NameShown], StageWords]] = {
    VerdictName.ADMITTED: _admitted,
    VerdictName.ALREADY_INSIDE: _already_inside,
    VerdictName.WRONG_SITE: _wrong_site,
    VerdictName.WRONG_DAY: _wrong_day,
    VerdictName.WRONG_TIME: _wrong_time,
    VerdictName.WRONG_EVENT: _wrong_event,
    VerdictName.CANCELLED: _cancelled,
    VerdictName.UNKNOWN: _unknown,
    VerdictName.FORGED: _forged,
    VerdictName.NOT_CLEARED: _not_cleared,
    VerdictName.UNREADABLE: _unreadable,
    VerdictName.PRACTICE_TICKET: _practice_ticket,
    VerdictName.REAL_TICKET: _real_ticket,
    VerdictName.DEPARTED: _departed,
    VerdictName.NOT_INSIDE: _not_inside,
}
