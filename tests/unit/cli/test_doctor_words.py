"""The doctor's sentences, for a kiosk in order, for one with every fault, and for the unknown."""

from __future__ import annotations

import pytest

from kiosk.cli.doctor_words import advice_words, fact_words, span, verdict_words
from kiosk.domain.readiness import Check, Line, judge
from kiosk.domain.readiness_facts import ComputerClock, DataFile, Facts, Sleep, TimeZones
from tests.gui.readiness_examples import BAD, GOOD, UNHEARD, UNKNOWN


def said(lines: tuple[Line, ...]) -> dict[Check, str]:
    return {line.check: f"{fact_words(line)} {advice_words(line)}".rstrip() for line in lines}


def test_a_kiosk_in_order_asks_for_nothing() -> None:
    words = said(GOOD)
    assert words[Check.LIST] == "The list of people: 1204 people, 2 h old."
    assert words[Check.SLEEP] == "Sleep: never when idle, not by the lid."
    assert words[Check.CLOCK] == "The clock: right."
    assert words[Check.DATA_FILE] == "The data: whole."
    assert {advice_words(line) for line in GOOD} == {""}
    assert verdict_words(GOOD) == "Ready."


def test_every_fault_says_what_to_do() -> None:
    words = said(BAD)
    assert words[Check.CLOCK] == ("The clock: 47 min behind. Set the computer's date and time.")
    assert words[Check.PENDING] == (
        "Records not sent: 412, the oldest 3 days old. Connect to a network and run «kiosk sync»."
    )
    assert all(advice_words(line) for line in BAD)
    assert verdict_words(BAD) == (
        "Not ready. In the way: where it belongs, the ticket keys, the data, the disk."
    )


def test_the_unknown_is_said_to_be_unknown() -> None:
    words = said(UNKNOWN)
    assert words[Check.SOUND] == "The sound: not known on this system. Look for yourself."
    assert words[Check.LIST] == "The list of people: not known."
    assert verdict_words(UNKNOWN).startswith("Not ready.")
    assert verdict_words(UNHEARD) == "Ready; lines to look at: 2."


def test_half_a_fact_is_told_as_half() -> None:
    facts = Facts(
        sleep=Sleep(None, by_lid=True),
        clock=ComputerClock(180_000),
        time_zones=TimeZones("", -210, "Asia/Omsk", 360),
        data_file=DataFile(sound=False, problem="Record 5: damaged."),
    )
    words = said(judge(facts))
    assert words[Check.SLEEP].startswith("Sleep: when idle not known, by the lid too.")
    assert words[Check.CLOCK].startswith("The clock: 3 min ahead.")
    assert words[Check.TIME_ZONE].startswith("The time zone: UTC-03:30 here, Asia/Omsk at the")
    assert words[Check.DATA_FILE].startswith("The data: Record 5: damaged. ")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (-47, "47 min"), (2879, "47 h"), (2880, "2 days")],
)
def test_a_span_has_the_largest_unit_that_fits(minutes: int, words: str) -> None:
    assert span(minutes * 60_000) == words
