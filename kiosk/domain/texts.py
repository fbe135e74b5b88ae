"""Texts that people give: names, schools, reasons, remarks."""

from __future__ import annotations

LONGEST_TEXT = 500
"""Characters of one text in a record: more than any name, school or reason needs."""

LONGEST_LIST = 10_000
"""Characters of the names that are given at once: some four hundred people."""


def fit_at_once(lines: str) -> bool:
    """Whether one record takes a list of names, one a line."""
    longest = max(map(len, lines.splitlines()), default=0)
    return len(lines) <= LONGEST_LIST and longest <= LONGEST_TEXT


def is_unicode(text: str) -> bool:
    """Whether a text can be written down: half a character, as a broken paste or a console that
    speaks another encoding leaves behind, cannot.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
