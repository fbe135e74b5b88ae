"""The words of a group's count."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.count.state import Count, CountState, Heads, Mode, Page

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CountWords:
    """All words of the page, from the largest down; empty ones are not shown.

    `notes` are facts about the group and `warnings` what is to be heeded. `lead` and `next` are a
    question that must be answered first.
    """

    hero: str
    who: str
    meta: str
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    lead: str = ""
    next: str = ""
    confirm: str = ""
    everybody: str = ""
    nobody: str = ""


def count_words(state: CountState) -> CountWords:
    asked = state.page is Page.ALLOWING
    hero, meta, nobody = _leaving() if state.mode is Mode.LEAVING else _arriving()
    return CountWords(
        hero=hero,
        who=_who(state),
        meta="" if asked else meta,
        notes=() if asked else _notes(state),
        warnings=() if asked else _warnings(state),
        lead=Plurals().places_left(state.room) if asked else "",
        next=_question(state) if asked else "",
        confirm=_confirm(state),
        everybody=_with_count(translate("count", "All {heads}"), [c.left for c in state.counts]),
        nobody=nobody,
    )


def caption(heads: Heads) -> str:
    """What a counter counts."""
    words = {
        Heads.PUPILS: translate("count", "Pupils"),
        Heads.ADULTS: translate("count", "Adults"),
        Heads.PEOPLE: translate("count", "People"),
    }
    return words[heads]


def awaited(count: Count) -> str:
    """Below a counter: how many are still to come, as far as is known."""
    if count.left:
        return translate("count", "of {count}").format(count=count.left)
    return translate("count", "all are here") if count.whole else ""


def names_summary(state: CountState) -> str:
    """What the ticks make: how many are named, and how many more come without a name."""
    coming = sum(member.comes for member in state.members or ())
    unnamed = state.value_of(Heads.PUPILS) - coming
    ticked = translate("count", "ticked: {count}").format(count=coming)
    if unnamed <= 0:
        return ticked
    words = translate("count", "without a name: {count}")
    return f"{ticked} · {words.format(count=unnamed)}"


def all_or_none(state: CountState) -> str:
    """What the key for everybody does to the ticks."""
    if all(member.ticked for member in state.members or ()):
        return translate("count", "Untick all")
    return translate("count", "Tick all")


def _arriving() -> tuple[str, str, str]:
    return (
        translate("count", "How many came?"),
        translate("count", "The scan is recorded. Until confirmed it is “not counted”"),
        translate("count", "Did not come"),
    )


def _leaving() -> tuple[str, str, str]:
    return (
        translate("count", "How many left?"),
        translate("count", "Recorded: all left. Did some stay? Change the number"),
        translate("count", "Nobody left"),
    )


def _who(state: CountState) -> str:
    """«МБОУ СОШ № 7 · 9 «В» · маршрут А в 10:30»; of an unlisted group its size."""
    group = [part for part in (state.school, state.grade) if part]
    if not group:
        people = Plurals().people(state.size)
        group = [translate("count", "Group, {people}").format(people=people)]
    if state.route:
        words = translate("count", "route {route} at {time}")
        group.append(words.format(route=state.route, time=state.start))
    return " · ".join(group)


def _notes(state: CountState) -> tuple[str, ...]:
    if not state.here:
        return ()
    words = translate("count", "{here} of {size} are here already")
    return (words.format(here=state.here, size=state.size),)


def _warnings(state: CountState) -> tuple[str, ...]:
    warnings = []
    if state.over:
        warnings.append(Plurals().places_left(state.room))
    if state.members == ():
        warnings.append(translate("count", "this kiosk has no names of the group"))
    return tuple(warnings)


def _question(state: CountState) -> str:
    if state.may_override:
        return translate("count", "More came. Let all in?")
    return translate("count", "Call the manager")


def _confirm(state: CountState) -> str:
    values = [count.value for count in state.counts]
    if state.busy:
        return translate("count", "Recording…")
    if state.over:
        return _with_count(translate("count", "Over: {heads}"), values)
    if state.mode is Mode.LEAVING:
        return _with_count(translate("count", "{heads} left"), values)
    return _with_count(translate("count", "{heads} came"), values)


def _with_count(words: str, values: list[int]) -> str:
    """«Пришли 25 + 2»."""
    return words.format(heads=" + ".join(str(value) for value in values))
