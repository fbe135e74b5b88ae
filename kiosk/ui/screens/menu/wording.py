"""The titles of the screens that the menu leads to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.screen import Screen

translate = QCoreApplication.translate


def title_of(screen: Screen) -> str:
    """What a screen is called."""
    words = {
        Screen.START_DAY: translate("menu", "Start the day"),
        Screen.BRIEFING: translate("menu", "Briefing"),
        Screen.ON_SITE: translate("menu", "Who is on the site"),
        Screen.PAPER: translate("menu", "Enter from paper"),
        Screen.SIGN_IN: translate("menu", "Change who works here"),
        Screen.READINESS: translate("menu", "Ready for the day?"),
        Screen.SETTINGS: translate("menu", "Settings"),
        Screen.SELF_TEST: translate("menu", "Scanners and camera"),
    }
    return words[screen]
