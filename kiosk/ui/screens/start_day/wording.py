"""The words of the day's start."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.start_day.presenter import StartDayState
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate


def title(state: StartDayState) -> str:
    if state.started:
        return translate("start_day", "The day started at {time}").format(time=state.started)
    return translate("start_day", "Start the day")


def about(state: StartDayState) -> str:
    """What happened to earlier scans, or would happen."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    if state.started:
        kept = Plurals().kept_as_tests(state.tests) if state.tests else ""
        return kept or translate("start_day", "Every scan counts.")
    if not state.ready:
        return ""
    if state.scans:
        return Plurals().scanned_before(state.scans)
    return translate("start_day", "Nothing was scanned at this kiosk before. Counting begins now.")
