"""The words of entering from paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.paper_entry.state import Entered, Notice, PaperState
from kiosk.ui.screens.search.state import FoundRow, Standing
from kiosk.ui.widgets.running_list import RunningLine
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate


def notice(state: PaperState) -> str:
    """Why something was not entered and what to do; or, while nothing is typed, what to begin with.

    Empty where nothing is to be said.
    """
    if state.failure is not None:
        return failure_sentence(state.failure)
    words = {
        Notice.NO_TIME: translate("paper", "First type the time that stands on the paper: 0945"),
        Notice.NOT_YET: translate("paper", "This time has not come yet: compare it with the paper"),
        Notice.IN_ALREADY: translate(
            "paper", "Not entered: the entry is recorded already, or the ticket has no more places"
        ),
        Notice.NOT_ON_THE_LIST: translate("paper", "The list has no such ticket: search the name"),
        Notice.WITHOUT_TICKET: translate(
            "paper", "No ticket: register this person as a walk-in at the entrance"
        ),
        Notice.NOBODY: translate("paper", "How many came? Type pupils and adults"),
    }
    if state.notice is not None:
        return words[state.notice]
    if state.answered and not state.rows:
        return translate("paper", "Nobody in the list fits. Try fewer letters")
    return ""


def action(_row: FoundRow) -> str:
    """What Enter does with a row."""
    return translate("paper", "Enter it")


def title(row: FoundRow) -> str:
    """A class with its school, or a person."""
    if row.is_group:
        return ", ".join(part for part in (row.grade, row.school) if part)
    return row.name or row.grade


def listed(row: FoundRow) -> str:
    """How many people a class has on the list, and how many came already."""
    words = Plurals().people(row.heads)
    if row.standing is Standing.IN:
        came = translate("paper", "{count} came already").format(count=row.counted)
        return f"{words} · {came}"
    return words


def entered(line: Entered) -> RunningLine:
    """A line of the running list: who, and when and how many."""
    about = f"{line.at} · {Plurals().people(line.heads)}" if line.row.is_group else line.at
    if line.undone:
        about = translate("paper", "{line} · undone").format(line=about)
    return RunningLine(line.seq, title(line.row), about, line.undone)


def heading(state: PaperState) -> str:
    """What was entered in this sitting, counted."""
    return translate("paper", "From paper: {count}").format(count=state.heads)
