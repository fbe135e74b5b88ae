"""The words of the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.languages import Language
from kiosk.ui.screens.settings.state import Policy, SettingsState
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate

LANGUAGES = ((Language.RU.value, "Русский"), (Language.EN.value, "English"))
"""Each language by its own name, so that whoever cannot read the screen finds theirs."""


def policy_word(policy: Policy) -> str:
    words = {
        Policy.ASKS_CLEARANCE: translate("settings", "Ask for clearance"),
        Policy.TRACKS_EXITS: translate("settings", "Record exits"),
        Policy.KEEPS_SLOTS: translate("settings", "Keep to the ticket's time"),
        Policy.ASKS_BRIEFING: translate("settings", "Trials after the briefing only"),
        Policy.MASKS_NAMES: translate("settings", "Hide names in the search"),
    }
    return words[policy]


def policy_about(policy: Policy) -> str:
    """What a «yes» does, in one line."""
    words = {
        Policy.ASKS_CLEARANCE: translate("settings", "No entry before the site has cleared them"),
        Policy.TRACKS_EXITS: translate("settings", "The kiosk knows who is on the site now"),
        Policy.KEEPS_SLOTS: translate("settings", "Not admitted too early or too late"),
        Policy.ASKS_BRIEFING: translate("settings", "Without its mark no result is written"),
        Policy.MASKS_NAMES: translate("settings", "Until two letters and a class or school"),
    }
    return words[policy]


def minutes_words(minutes: int) -> str:
    return translate("settings", "{minutes} min").format(minutes=minutes)


def percent_words(volume: int) -> str:
    return translate("settings", "{volume} %").format(volume=volume)


def message(state: SettingsState) -> str:
    """What stands beside the buttons; empty where there is nothing to say."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    if state.unnamed:
        return translate("settings", "The entrance needs a name of 1 to 40 characters")
    if state.asking:
        return translate("settings", "The changes are not saved")
    return ""
