"""The words of the reasons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import VerdictName
from kiosk.ui.screens.reason.presenter import Reason, ReasonState

translate = QCoreApplication.translate


def question(state: ReasonState) -> str:
    """What is asked, with what the rule says."""
    if state.expected_at:
        elsewhere = translate("reason", "The ticket is for: {site}. Why let in here?")
        return elsewhere.format(site=state.expected_at)
    words = {
        VerdictName.WRONG_SITE: translate("reason", "The ticket is for another site. Why let in?"),
        VerdictName.WRONG_DAY: translate("reason", "The ticket is for another day. Why let in?"),
        VerdictName.WRONG_TIME: translate("reason", "The ticket is for another time. Why let in?"),
        VerdictName.CANCELLED: translate("reason", "The ticket was cancelled. Why let in?"),
        VerdictName.NOT_CLEARED: translate("reason", "There is no clearance. Why let in?"),
    }
    return words.get(state.refusal, "")


def reason_words(reason: Reason) -> str:
    """A reason in the words of the window."""
    words = {
        Reason.WITH_OTHERS: translate("reason", "Came together with a group of this site"),
        Reason.TOO_FAR: translate("reason", "Too late to reach the other site"),
        Reason.CLOSED_THERE: translate("reason", "The other site does not receive today"),
        Reason.LIST_WRONG: translate("reason", "The ticket or the list is mistaken"),
        Reason.CLEARED: translate("reason", "Cleared just now"),
        Reason.MANAGER: translate("reason", "The site manager's decision"),
    }
    return words[reason]
