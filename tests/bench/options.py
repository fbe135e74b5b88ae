"""How large a run is, and where it may put its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """`tiny` only shows that a benchmark runs; `full` adds what takes minutes.

    `folder` is empty, on a real disk. `photos` holds pictures of codes, each beside a text file.
    """

    folder: Path
    tiny: bool = False
    full: bool = False
    photos: Path | None = None

    def size(self, usual: T, *, tiny: T, full: T | None = None) -> T:
        if self.tiny:
            return tiny
        return full if self.full and full is not None else usual
