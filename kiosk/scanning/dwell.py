"""A code that stays before the camera is one scan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GONE_MS = 1_500
"""A code that was not seen for this long is gone: seen again, it is shown on purpose."""

REPLACED_MS = 500
"""Where another code was shown since, this is long enough. Of two codes held up together each
frame may read another one, so the first is not gone at once."""


@dataclass(slots=True)
class _Seen:
    last: int
    replaced: bool = False


class Dwell:
    """Tells the codes that have just come before the camera from those that stay there."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}

    def arrived(self, texts: Iterable[str], at: int) -> list[str]:
        """Those of a frame's codes that are new. `at` is the milliseconds of any steady clock."""
        now = dict.fromkeys(texts)
        new = [text for text in now if self._is_gone(text, at)]
        self._seen = {text: seen for text, seen in self._seen.items() if at - seen.last < GONE_MS}
        for text, seen in self._seen.items():
            seen.replaced = seen.replaced or bool(now.keys() - {text})
        self._seen.update((text, _Seen(at)) for text in now)
        return new

    def _is_gone(self, text: str, at: int) -> bool:
        seen = self._seen.get(text)
        return seen is None or at - seen.last >= (REPLACED_MS if seen.replaced else GONE_MS)
