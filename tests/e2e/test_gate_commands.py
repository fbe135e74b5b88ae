"""The gate from outside: groups, exits, walk-ins, briefings, and who is on the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from kiosk.domain.roster import LARGEST_NUMBER
from kiosk.domain.visitors import Visitor
from kiosk.store.database import Database
from tests.e2e.conftest import Done, Site

Run = Callable[..., Done]


@dataclass(frozen=True)
class Gate:
    """One kiosk's command line. `at` sets the demo's clock to a minute after ten."""

    run: Run
    site: Site
    number: int = 1

    def __call__(self, *words: str | int) -> Done:
        return self.run(*words, "--data-dir", self.site.kiosk(self.number))

    def at(self, minute: int, *words: str | int) -> Done:
        return self(*words, "--at", f"2030-01-01T10:{minute:02}:00Z")

    def kinds(self) -> list[str]:
        return [line["kind"] for line in self("journal", "list").lines]


@pytest.fixture
def gate(site: Site, kiosk: Run) -> Gate:
    return Gate(kiosk, site)


@pytest.fixture
def group(site: Site) -> dict[str, str]:
    """A class of the site, with its size."""
    return next(t for t in site.tickets(status="valid", here="1") if int(t["group_size"]) > 10)


@pytest.fixture
def person(site: Site) -> dict[str, str]:
    return site.tickets(status="valid", here="1", group_size="0")[0]


def shown(done: Done, *names: str) -> dict[str, Any]:
    return {name: done.lines[-1][name] for name in names}


def test_a_group_is_scanned_and_then_counted(gate: Gate, group: dict[str, str]) -> None:
    size = int(group["group_size"])
    asked = gate.at(0, "scan", group["text"])
    assert (asked.status, asked.lines[0]["verdict"]) == (1, "group_pending")
    assert asked.lines[0]["heads"] == size
    counted = gate.at(1, "group", "count", group["code"], "--pupils", size - 3, "--adults", 1)
    assert counted.status == 0
    assert shown(counted, "verdict", "heads", "pupils", "adults") == {
        "verdict": "admitted",
        "heads": size - 2,
        "pupils": size - 3,
        "adults": 1,
    }
    late = gate.at(2, "group", "count", group["code"], "--pupils", 1)
    assert late.status == 0
    assert gate.kinds() == ["opened", "group_pending", "arrival", "group_pending", "arrival"]
    many = gate.at(3, "group", "count", group["code"], "--pupils", 5)
    assert (many.status, many.lines) == (1, [])
    assert "room for 1 more" in many.said
    allowed = gate.at(4, "group", "count", group["code"], "--pupils", 5, "--allow", "parents")
    assert allowed.status == 0
    assert gate("onsite").lines[0]["people"] == size + 4
    assert gate("journal", "verify").status == 0


def test_a_group_is_scanned_and_counted_in_one_go(gate: Gate, group: dict[str, str]) -> None:
    done = gate.at(0, "scan", group["text"], "--pupils", 8, "--adults", 1)
    assert (done.status, shown(done, "verdict", "heads", "repeat")) == (
        0,
        {"verdict": "admitted", "heads": 9, "repeat": False},
    )
    again = gate.at(0, "scan", group["text"], "--pupils", 8)
    assert (again.status, shown(again, "verdict", "heads", "repeat", "seq")) == (
        0,
        {"verdict": "admitted", "heads": 9, "repeat": True, "seq": done.lines[0]["seq"]},
    )
    assert gate.kinds() == ["opened", "group_pending", "arrival"]


def test_only_a_group_that_may_come_is_counted(
    gate: Gate, site: Site, group: dict[str, str], person: dict[str, str]
) -> None:
    alone = gate("group", "count", person["code"], "--pupils", 1)
    nobody = gate("group", "count", group["code"], "--pupils", 0)
    for refused, word in ((alone, "no group's"), (nobody, "Nobody is counted")):
        assert (refused.status, refused.lines) == (1, [])
        assert word in refused.said
    elsewhere = site.tickets(here="0")
    others = [ticket for ticket in elsewhere if int(ticket["group_size"]) > 1]
    for ticket in others[:1]:
        refused = gate("group", "count", ticket["text"], "--pupils", 5)
        assert (refused.status, shown(refused, "verdict", "heads")) == (
            1,
            {"verdict": "wrong_site", "heads": 0},
        )
    assert gate("onsite").lines[0]["people"] == 0


def test_wrong_use_is_told_apart_from_a_refusal(gate: Gate, person: dict[str, str]) -> None:
    for words in (
        ("scan", person["text"], "--pupils", -1),
        ("group", "count", person["code"]),
        ("walk-in", "--kind", "robot"),
        ("undo", "2"),
        ("scan", person["text"], "--at", "soon"),
    ):
        assert gate(*words).status == 2
    assert gate.kinds() == []


def test_exits_are_refused_unless_the_site_tracks_them(gate: Gate, person: dict[str, str]) -> None:
    gate.at(0, "scan", person["text"])
    refused = gate.at(1, "scan", "--exit", person["text"])
    assert (refused.status, refused.lines) == (1, [])
    assert "tracks no exits" in refused.said


def test_who_leaves_is_not_on_the_site_and_may_come_again(
    gate: Gate, group: dict[str, str], person: dict[str, str]
) -> None:
    gate("settings", "--set", "tracks_exits=yes")
    gate.at(0, "scan", group["text"], "--pupils", 10)
    gate.at(1, "scan", person["text"])
    some = gate.at(2, "scan", "--exit", group["text"], "--pupils", 4)
    assert (some.status, shown(some, "verdict", "heads")) == (
        0,
        {"verdict": "departed", "heads": 4},
    )
    left = gate.at(3, "scan", "--exit", person["text"])
    assert (left.status, left.lines[0]["verdict"]) == (0, "departed")
    now = gate.at(4, "onsite").lines[0]
    assert (now["people"], now["tracked"]) == (6, True)
    [party] = now["groups"]
    assert (party["inside"], party["size"]) == (6, int(group["group_size"]))
    assert now["as_of"] == "2030-01-01T10:04:00.000Z"
    back = gate.at(5, "scan", person["text"])
    assert shown(back, "verdict", "notes") == {"verdict": "admitted", "notes": ["re_entry"]}
    nobody = gate.at(6, "scan", "--exit", group["text"], "--pupils", 0)
    assert (nobody.status, shown(nobody, "verdict", "cause")) == (
        1,
        {"verdict": "not_recorded", "cause": "refused"},
    )
    assert gate("onsite").lines[0]["people"] == 7
    assert gate("journal", "verify").status == 0


def test_walk_ins_and_what_a_trial_knows_of_them(gate: Gate, site: Site) -> None:
    one = gate("walk-in", "--kind", "pupil", "--grade", "9Б", "--school", "Лицей 7")
    assert shown(one, "number", "heads", "seq") == {"number": "1-001", "heads": 1, "seq": 3}
    assert one.lines[0]["text"].startswith("EDW0001001")
    class_ = gate("walk-in", "--kind", "class", "--grade", "8В", "--pupils", 20, "--adults", 2)
    assert shown(class_, "number", "heads") == {"number": "1-002", "heads": 22}
    assert gate("onsite").lines[0]["people"] == 23
    again = gate("scan", one.lines[0]["text"])
    assert (again.status, again.lines[0]["verdict"]) == (1, "already_inside")
    station = Gate(gate.run, site, 2)
    stranger = station("scan", "--typed", "1-001")
    assert (stranger.status, stranger.lines[0]["verdict"]) == (1, "unknown")
    trial = station("trial", "list").lines[0]["trial"]
    done = station("trial", "record", "1-001", "--trial", trial, "--outcome", "completed")
    assert (done.status, done.lines[0]["outcome"]) == (0, "completed")
    empty = gate("walk-in", "--kind", "class", "--pupils", 0, "--adults", 0)
    assert (empty.status, empty.lines) == (1, [])
    assert "headcount" in empty.said


def test_a_walk_ins_name_stands_in_no_line(gate: Gate) -> None:
    gate("walk-in", "--kind", "pupil", "--name", "Неясыть Вера")
    printed = gate("journal", "list")
    assert "Неясыть" not in str(printed.lines)
    assert "Неясыть" not in printed.said


@pytest.mark.parametrize("text", ["Я" * 40_000, "\udcff"])
@pytest.mark.parametrize("option", ["--name", "--school", "--grade"])
def test_a_text_that_no_record_takes_is_refused_in_one_sentence(
    gate: Gate, option: str, text: str
) -> None:
    refused = gate("walk-in", "--kind", "pupil", option, text)
    assert (refused.status, refused.lines) == (1, [])
    assert refused.said.count("\n") == 1
    assert "at most 500 characters" in refused.said or "type it again" in refused.said
    assert gate.kinds() == []


def test_where_a_clearance_is_asked_for_it_is_one_answer(gate: Gate) -> None:
    gate("settings", "--set", "asks_clearance=yes")
    refused = gate("walk-in", "--kind", "guest")
    assert (refused.status, refused.lines) == (1, [])
    assert "--cleared" in refused.said
    assert gate("walk-in", "--kind", "guest", "--cleared").status == 0


def test_briefings(gate: Gate, person: dict[str, str]) -> None:
    gate("settings", "--set", "asks_briefing=yes")
    trial = gate("trial", "list").lines[0]["trial"]
    result = ("trial", "record", person["code"], "--trial", trial, "--outcome", "completed")
    refused = gate(*result)
    assert (refused.status, refused.lines) == (1, [])
    assert "brief them first" in refused.said
    first = gate("brief", person["code"])
    again = gate("brief", person["text"])
    assert (first.status, again.status) == (0, 0)
    assert (first.lines, again.lines) == (
        [{"seq": 2, "again": False}],
        [{"seq": None, "again": True}],
    )
    assert gate(*result).status == 0
    nobody = gate("brief", "TP-77")
    assert (nobody.status, nobody.lines) == (1, [])
    assert "No such ticket" in nobody.said


def test_a_record_is_taken_back_once_and_with_a_reason(gate: Gate, person: dict[str, str]) -> None:
    seq = gate("scan", person["text"]).lines[0]["seq"]
    done = gate("undo", seq, "--reason", "a slip")
    assert (done.status, shown(done, "target_seq")) == (0, {"target_seq": seq})
    assert gate("onsite").lines[0]["people"] == 0
    again = gate("undo", seq, "--reason", "a slip")
    assert (again.status, again.lines) == (1, [])
    assert "taken back already" in again.said
    assert gate("undo", 99, "--reason", "a slip").status == 1


@pytest.mark.parametrize("reason", ["", "  ", "\t\n"])
def test_nothing_is_taken_back_without_a_reason(
    gate: Gate, person: dict[str, str], reason: str
) -> None:
    seq = gate("scan", person["text"]).lines[0]["seq"]
    refused = gate("undo", seq, "--reason", reason)
    assert (refused.status, refused.lines) == (1, [])
    assert refused.said == "Say why it is taken back: give a reason.\n"
    assert gate.kinds() == ["opened", "arrival"]


def test_no_kiosk_is_excused_without_a_reason(gate: Gate) -> None:
    refused = gate("close", "--excuse", "somewhere", "--reason", "  ")
    assert (refused.status, "give a --reason" in refused.said) == (2, True)
    assert gate.kinds() == []


@pytest.mark.parametrize("number", [2**31, 2**63, 2**70])
def test_no_number_is_too_large_to_be_answered(gate: Gate, number: int) -> None:
    refused = gate("undo", number, "--reason", "a slip")
    assert (refused.status, refused.said) == (1, f"This kiosk has no record {number}.\n")
    for words in (("brief", "--slot", number), ("central", "policy", number)):
        wrong = gate(*words)
        assert (wrong.status, str(LARGEST_NUMBER) in wrong.said) == (2, True)


@pytest.mark.parametrize("number", [1_000, 2**53, 2**70])
def test_more_heads_than_anybody_counts_are_a_slip(
    gate: Gate, group: dict[str, str], number: int
) -> None:
    code = group["code"]
    for words in (
        ("scan", group["text"], "--pupils", number),
        ("group", "count", code, "--pupils", number, "--allow", "parents"),
        ("group", "count", code, "--pupils", 1, "--adults", number, "--allow", "parents"),
        ("walk-in", "--kind", "class", "--pupils", number),
        ("walk-in", "--kind", "class", "--pupils", 1, "--adults", number),
        ("paper", "enter", code, "--at", "00:00", "--pupils", number),
    ):
        refused = gate(*words)
        assert (refused.status, refused.lines) == (1, [])
        assert refused.said.count("\n") == 1
        assert "count" in refused.said
    assert gate.kinds() == []


def test_more_come_only_for_a_reason(gate: Gate, group: dict[str, str]) -> None:
    many = ("--pupils", int(group["group_size"]) + 1)
    refused = gate("group", "count", group["code"], *many, "--allow", "  ")
    assert (refused.status, refused.lines) == (1, [])
    assert "room for" in refused.said


def test_who_does_it_stands_in_the_record(gate: Gate, person: dict[str, str]) -> None:
    stranger = gate("scan", person["text"], "--as", "nobody-of-the-list")
    assert (stranger.status, stranger.lines) == (2, [])
    staff = gate("staff", "list").lines
    done = gate("scan", person["text"], "--as", staff[0]["staff_id"])
    line = gate("journal", "list").lines[-1]
    assert (done.status, line["kind"]) == (0, "arrival")
    assert staff[0]["staff_id"] in line["line"]


def test_whoever_gave_no_consent_is_admitted_and_named_nowhere(gate: Gate) -> None:
    """Their names are in the list, so that they are found; no answer repeats one."""
    with Database.open(gate.site.kiosk(1), writable=False) as store:
        people = store.read(lambda uow: list(uow.roster.everybody()))
    nameless = [
        (match.person.name, match.listed)
        for match in people
        if isinstance(match.person, Visitor) and not match.person.consent and match.listed
    ]
    assert nameless
    for name, listed in nameless[:4]:
        found = gate("search", *name.split())
        answers = gate("scan", "--typed", listed.code).lines + gate("onsite").lines
        assert listed.code in [line["code"] for line in found.lines]
        assert all(name not in str(line) for line in found.lines + answers)
    assert all(name not in str(gate("journal", "list").lines) for name, _ in nameless)


def test_the_day_is_started_and_earlier_scans_are_tests(gate: Gate, person: dict[str, str]) -> None:
    gate.at(0, "scan", person["text"])
    started = gate.at(1, "start-day")
    assert (started.status, started.lines[0]["tests"]) == (0, 1)
    assert gate.kinds()[-3:] == ["arrival", "retraction", "day_started"]
    assert gate("onsite").lines[0]["people"] == 0
    gate.at(2, "scan", person["text"])
    assert gate.at(3, "start-day", "--keep-scans").lines[0]["tests"] == 0
    assert gate("onsite").lines[0]["people"] == 1
