"""JSON documents with something wrong in them, for tests that show them to a reader."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "0", "1", "-1", "\x00", "\n", "я", "0" * 64, "a" * 100_000])
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=4,
)
"""Any JSON value, with a liking for those that readers stumble over."""

Place = tuple[Any, Any]
"""A list or dict of the document, and an index or key of it."""


@st.composite
def mutated(draw: st.DrawFn, document: Any, *, most: int = 3) -> Any:
    """A document with one to `most` changes: replaced, dropped, doubled, swapped, edited parts."""
    changed = deepcopy(document)
    for _ in range(draw(st.integers(1, most))):
        places = list(_places(changed))
        if places:
            _change(draw, *draw(st.sampled_from(places)))
    return changed


def _places(value: Any) -> Iterator[Place]:
    keys = value if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _change(draw: st.DrawFn, holder: Any, key: Any) -> None:
    old = holder[key]
    match draw(st.sampled_from(["replace", "drop", "swap", "edit", "double"])):
        case "drop":
            del holder[key]
        case "swap":
            other = draw(
                st.sampled_from(list(holder) if isinstance(holder, dict) else _indices(holder))
            )
            holder[key], holder[other] = holder[other], old
        case "double" if isinstance(holder, list):
            holder.insert(key, deepcopy(old))
        case "double":
            holder[draw(TEXTS)] = deepcopy(old)
        case "edit":
            holder[key] = _edited(draw, old)
        case _:
            holder[key] = draw(JUNK)


def _indices(holder: list[Any]) -> list[int]:
    return list(range(len(holder)))


def _edited(draw: st.DrawFn, old: Any) -> Any:
    """Nearly the same: a number beside it, a text with one other character."""
    if isinstance(old, bool) or old is None:
        return draw(JUNK)
    if isinstance(old, int):
        return draw(st.sampled_from([old + 1, old - 1, -old, str(old), float(old), old + 2**32]))
    if isinstance(old, str):
        at = draw(st.integers(0, len(old)))
        cut = draw(st.integers(at, min(len(old), at + 1)))
        put = draw(st.sampled_from(["", " ", "0", "a", "A", "я", "\n", "\x00", '"', "\\"]))
        return draw(st.sampled_from([old[:at] + put + old[cut:], old.upper(), old[:at], [old]]))
    return draw(JUNK)
