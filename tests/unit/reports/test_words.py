"""The words of the pages: each language complete."""

from __future__ import annotations

import re
from dataclasses import asdict

from kiosk.domain.languages import Language
from kiosk.domain.paper import Hold
from kiosk.reports.words import words


def test_each_language_says_everything_with_the_same_blanks() -> None:
    said = [asdict(words(language)) for language in Language]
    for one in said:
        holds = one.pop("holds")
        assert holds.keys() == set(Hold)
        assert all(one.values())
    first, *others = said
    for other in others:
        for key, text in first.items():
            assert re.findall("{.+?}", text) == re.findall("{.+?}", other[key])
