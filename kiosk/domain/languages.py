"""The languages that the windows, the pages and the cards have words in."""

from __future__ import annotations

from enum import StrEnum
from typing import NoReturn


class Language(StrEnum):
    """A language by its code. `Language(code)` raises ValueError for any other."""

    RU = "ru"
    EN = "en"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"There is no language {value!r}: choose one of {', '.join(cls)}.")
