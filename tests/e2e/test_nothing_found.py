"""A command that finds nothing, or is asked for what is not there, says so in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.store.database import Database
from tests.e2e.conftest import Done, Site

Kiosk = Callable[..., Done]


def test_a_search_that_finds_nobody_says_so(site: Site, kiosk: Kiosk) -> None:
    done = kiosk("search", "Ъъъъъ", "--data-dir", site.kiosk(1))
    assert (done.status, done.lines) == (1, [])
    assert done.said == "Nobody on the list fits: try fewer letters, from two on.\n"


def test_a_trial_without_results_and_one_that_is_none_are_told_apart(
    site: Site, kiosk: Kiosk
) -> None:
    data = ("--data-dir", site.kiosk(1))
    known = kiosk("trial", "list", *data).lines[0]["trial"]
    empty = kiosk("trial", "list", "--trial", known, *data)
    assert (empty.status, empty.lines) == (0, [])
    assert empty.said == "Nobody has a result in this trial yet.\n"
    none = kiosk("trial", "list", "--trial", "nope", *data)
    assert (none.status, none.lines) == (1, [])
    assert none.said.startswith("There is no trial nope on this site; there are: ")


def test_a_kiosk_without_lists_says_so(kiosk: Kiosk, tmp_path: Path) -> None:
    Database.create(tmp_path / "new").close()
    for noun, said in (("trial", "no trials"), ("staff", "no staff list")):
        done = kiosk(noun, "list", "--data-dir", tmp_path / "new")
        assert (done.status, done.lines, done.said.count("\n")) == (0, [], 1)
        assert said in done.said


def test_a_second_briefing_says_that_nothing_was_changed(site: Site, kiosk: Kiosk) -> None:
    code = site.tickets(status="valid", here="1")[0]["code"]
    answers = [kiosk("brief", code, "--data-dir", site.kiosk(1)).lines for _ in range(2)]
    assert [line["again"] for lines in answers for line in lines] == [False, True]


def test_only_a_kiosk_of_the_site_is_excused(site: Site, kiosk: Kiosk) -> None:
    data = ("--data-dir", site.kiosk(1))
    with site.server():
        assert kiosk("end-day", *data).status == 0
        wrong = kiosk("close", "--excuse", "Киоск 9", "--reason", "lost", *data)
        assert (wrong.status, wrong.lines, wrong.said.count("\n")) == (1, [], 1)
        assert wrong.said.startswith("No kiosk of this site is called 'Киоск 9': use one of ")
        assert "Киоск 1 (" in wrong.said
        assert "Киоск 2 (" in wrong.said
        blank = kiosk("close", "--excuse", "Киоск 2", "--reason", " ", *data)
        assert blank.status == 2
        listed = kiosk("journal", "list", *data).lines
        assert "device_excused" not in [line["kind"] for line in listed]
        closed = kiosk("close", "--excuse", "Киоск 2", "--reason", "lost", *data)
    assert (closed.status, closed.lines[0]["closed"]) == (0, True)


ENROL = ("central", "enrol-code", "--site", 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "", "--url", "https://a"), "kiosk's name has 1 to 40 characters"),
        (("--name", "  ", "--url", "https://a"), "kiosk's name has 1 to 40 characters"),
        (("--name", "a\nb", "--url", "https://a"), "kiosk's name has 1 to 40 characters"),
        (("--name", "x" * 41, "--url", "https://a"), "kiosk's name has 1 to 40 characters"),
        (("--name", "N", "--entrance", "\a", "--url", "https://a"), "entrance's name has 1 to"),
        (("--name", "N", "--url", "https://a b"), "cannot be read: write it as https://host"),
        (("--name", "N", "--url", "https://a\nb"), "cannot be read: write it as https://host"),
        (("--name", "N", "--url", "ftp://a"), "cannot be read: write it as https://host"),
        (("--name", "N", "--url", "https://a/x"), "has no path"),
    ],
)
def test_what_no_kiosk_could_use_is_refused_when_the_code_is_made(
    site: Site, kiosk: Kiosk, words: tuple[str, ...], said: str
) -> None:
    done = kiosk(*ENROL, *words, "--data-dir", site.folder / "central")
    assert (done.status, done.lines, done.said.count("\n")) == (1, [], 1)
    assert said in done.said
