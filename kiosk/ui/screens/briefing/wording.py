"""The words of the briefing marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.tickets import TicketKind
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.briefing.state import BriefingState, Mark, Notice, SlotRow
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence, kind_word

translate = QCoreApplication.translate


def lead(state: BriefingState) -> str:
    """What was not done and why; else what to do here."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    words = {
        Notice.AGAIN: translate("briefing", "Marked before: nothing to do"),
        Notice.NOBODY: translate(
            "briefing", "Nobody here has such a ticket: send the visitor to the entrance"
        ),
    }
    if state.notice is not None:
        return words[state.notice]
    return translate("briefing", "Choose a slot to mark everybody of it, or scan tickets")


def slot_title(row: SlotRow) -> str:
    return " · ".join(part for part in (row.start, row.route) if part)


def slot_about(row: SlotRow) -> str:
    return translate("briefing", "Briefing at {place}").format(place=row.briefing)


def slot_pill(row: SlotRow) -> tuple[str, Tone]:
    if row.briefed:
        return translate("briefing", "✓ marked"), Tone.GO
    return translate("briefing", "Mark everybody"), Tone.ASK


def mark(of: Mark) -> tuple[str, str]:
    """A mark of the running list: whose it is, and what more is known."""
    undone = translate("briefing", "undone") if of.undone else ""
    if of.slot:
        title, about = of.words, translate("briefing", "everybody of the slot")
    elif of.holder is None:
        title, about = of.words, ""
    elif of.holder.kind is TicketKind.GROUP:
        title, about = _class(of), Plurals().people(of.holder.heads)
    elif of.named:
        title, about = of.holder.short_name, _class(of)
    else:
        title, about = _class(of) or kind_word(of.holder.kind), ""
    return title, " · ".join(part for part in (about, undone) if part)


def _class(of: Mark) -> str:
    holder = of.holder
    parts = (holder.grade, holder.school) if holder else ()
    return ", ".join(part for part in parts if part)
