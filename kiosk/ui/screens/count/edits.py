"""What keys and clicks make of the numbers and the ticks of a count, before it is recorded."""

from __future__ import annotations

from dataclasses import replace

from kiosk.ui.screens.count.state import MOST_TYPED, CountState, Heads, Page


def typed(state: CountState, digit: int) -> CountState:
    """A digit into the selected counter, or of a name's number in the list.

    The first digit replaces the number that was there, the next is appended, more are not taken.
    """
    if state.page is Page.NAMES:
        return _choose_name(state, digit)
    if state.page is not Page.COUNTING:
        return state
    value = _value(state) * 10 + digit if state.typing else digit
    if value > MOST_TYPED:
        return state
    return replace(state.with_value(state.selected, value), typing=True)


def erased(state: CountState) -> CountState:
    """The selected counter without its last digit."""
    if state.page is not Page.COUNTING:
        return state
    return replace(state.with_value(state.selected, _value(state) // 10), typing=True)


def changed(state: CountState, by: int, index: int | None = None) -> CountState:
    """A counter with more or fewer heads, the selected one unless another is given."""
    if state.page is not Page.COUNTING:
        return state
    at = state.selected if index is None else index
    return selected(state, at).with_value(at, state.counts[at].value + by)


def selected(state: CountState, index: int | None = None) -> CountState:
    """Keys change another counter, the next one unless one is given."""
    if state.page is not Page.COUNTING:
        return state
    at = state.selected + 1 if index is None else index
    return replace(state, selected=at % len(state.counts), typing=False)


def moved(state: CountState, across: int, down: int) -> CountState:
    """An arrow key: another counter, one head more or fewer; or another name."""
    if state.page is Page.NAMES:
        at = state.current + down + across * state.name_rows
        return replace(_go_to(state, at), typing=False)
    if across:
        return selected(state, state.selected + across)
    return changed(state, -down)


def everybody(state: CountState) -> CountState:
    """All who are still awaited; in the list all names, or none where all were ticked."""
    if state.page is Page.NAMES:
        members = state.members or ()
        tick = not all(member.ticked for member in members)
        return state.with_members(replace(member, ticked=tick) for member in members)
    if state.page is Page.COUNTING:
        return replace(state.with_all(), typing=False)
    return state


def only_one(state: CountState, heads: Heads) -> CountState:
    """One of a kind and nobody else, as far as anybody is still awaited."""
    if state.page is not Page.COUNTING or not state.room:
        return state
    counts = (replace(count, value=int(count.heads is heads)) for count in state.counts)
    at = [count.heads for count in state.counts].index(heads)
    return replace(state, counts=tuple(counts), selected=at, typing=False)


def ticked(state: CountState, index: int | None = None) -> CountState:
    """A name with its tick, or without: the current one unless another is given."""
    if state.page is not Page.NAMES:
        return state
    at = state.current if index is None else index
    members = list(state.members or ())
    members[at] = replace(members[at], ticked=not members[at].ticked)
    return replace(state.with_members(members), current=at, typing=False)


def _value(state: CountState) -> int:
    return state.counts[state.selected].value


def _choose_name(state: CountState, digit: int) -> CountState:
    """The name with the typed number; a digit that makes no such number begins another."""
    number = (state.current + 1) * 10 + digit if state.typing else digit
    if number > len(state.members or ()):
        number = digit
    return replace(_go_to(state, number - 1), typing=number > 0)


def _go_to(state: CountState, index: int) -> CountState:
    return replace(state, current=index) if 0 <= index < len(state.members or ()) else state
