"""The screens by their names, and what a scan does while one is shown."""

from __future__ import annotations

from enum import StrEnum


class Screen(StrEnum):
    """The screens: those that the header leads to, those of the menu, and the first start's."""

    WELCOME = "welcome"
    GATE = "gate"
    TRIALS = "trials"
    CLOSING = "closing"
    MENU = "menu"
    SIGN_IN = "sign_in"
    READINESS = "readiness"
    SELF_TEST = "self_test"
    SETTINGS = "settings"
    START_DAY = "start_day"
    BRIEFING = "briefing"
    ON_SITE = "on_site"
    PAPER = "paper"


class ScanMeans(StrEnum):
    """What a scan does now."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    TRIAL = "trial"
    ENROLMENT = "enrolment"
    TEST = "test"
    BRIEFING = "briefing"
    PAPER = "paper"
