"""The README names only what exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MADE_BY_A_COMMAND = (".venv/", "resources/screenshots/")
"""Where paths lie that no clone has at first."""


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def paths() -> set[str]:
    """What stands in the README as code with a slash in it, or as the goal of a link."""
    code = re.findall(r"`([\w.-]*/[\w./-]*)`", README)
    links = re.findall(r"\]\(([^):]+)\)", README)
    return {path for path in (*code, *links) if not path.startswith(MADE_BY_A_COMMAND)}


def test_the_two_commands_come_first() -> None:
    assert re.findall(r"^    (.+)$", README, re.MULTILINE)[:2] == ["make demo", "make test"]


def test_every_make_target_exists() -> None:
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE))
    assert {"demo", "test"} <= named <= targets()


@pytest.mark.parametrize("path", sorted(paths()))
def test_every_path_exists(path: str) -> None:
    within_tests = ROOT / "tests" / path  # the house's map says `unit/` beside `tests/`
    assert (ROOT / path).exists() or within_tests.exists()


def test_the_map_shows_every_room() -> None:
    rooms = {f"kiosk/{path.name}/" for path in (ROOT / "kiosk").iterdir() if any(path.glob("*.py"))}
    assert rooms <= paths()
