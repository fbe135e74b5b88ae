"""The coach's words: what to do with a card, what to do next, and why it was right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.practice import (
    CAME_ADULTS,
    CAME_PUPILS,
    FORGETFUL,
    FORGETFUL_GRADE,
    WALK_IN_GRADE,
    Situation,
)
from kiosk.ui.screens.practice.state import PracticeState

translate = QCoreApplication.translate

_CODE_PARTS = (slice(0, 4), slice(4, 7), slice(7, 10))


def card_words(state: PracticeState) -> str:
    """«Карточка 3 из 8»."""
    if state.current is None:
        return score_words(state)
    words = translate("practice", "Card {card} of {all}")
    return words.format(card=state.current.card, all=len(Situation))


def score_words(state: PracticeState) -> str:
    """«8 из 8»."""
    return translate("practice", "{score} of {all}").format(score=state.score, all=len(Situation))


def to_do(state: PracticeState) -> str:
    """What to do now, in one sentence; empty when all is done."""
    if state.current is None:
        return ""
    words = _next_step(state.current, state) if state.begun else _first_step(state.current)
    return words.format(
        card=state.current.card,
        pupils=CAME_PUPILS,
        adults=CAME_ADULTS,
        came=_together(f"{CAME_PUPILS} + {CAME_ADULTS}"),
        counted=_together("{} + {}".format(*state.counted)),
        code=_together(" ".join(state.code[part] for part in _CODE_PARTS)),
        name=" ".join(FORGETFUL.split()[:2]),
        grade=FORGETFUL_GRADE,
        walk_in=WALK_IN_GRADE,
    )


def _together(words: str) -> str:
    """What is read as one is not broken over two lines."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _first_step(situation: Situation) -> str:
    return {
        Situation.GOOD: translate(
            "practice", "Show card {card} to the scanner. Green: let in, and read aloud what to say"
        ),
        Situation.RETURNED: translate(
            "practice",
            "Card {card}: a pupil is back from the bus. Scan it, then choose the answer that fits",
        ),
        Situation.GROUP: translate(
            "practice",
            "Show card {card} and count: {pupils} pupils and {adults} adults came. Then Enter",
        ),
        Situation.OTHER_SITE: translate(
            "practice", "Show card {card} and read aloud where to go instead"
        ),
        Situation.CANCELLED: translate(
            "practice", "Show card {card}. Red: do not let in, and do what the screen says"
        ),
        Situation.DAMAGED: translate(
            "practice", "Card {card} cannot be scanned. Type the ten digits {code}, then Enter"
        ),
        Situation.FORGOTTEN: translate(
            "practice", "Card {card}: the ticket is at home. Type “{name}”, choose {grade}"
        ),
        Situation.WALK_IN: translate(
            "practice",
            "Card {card}: no ticket, not in the list. Press F4: pupil, grade {walk_in}",
        ),
    }[situation]


def _next_step(current: Situation, state: PracticeState) -> str:
    """For a card that was met and is not solved."""
    return {
        Situation.GOOD: _first_step(current),  # met and solved at once: never half way
        Situation.RETURNED: _answer_step(asked=state.asked),
        Situation.GROUP: _count_step(state),
        Situation.OTHER_SITE: translate(
            "practice", "Let in by mistake: the place is another one. Press F8 to take it back"
        ),
        Situation.CANCELLED: translate(
            "practice", "Let in by mistake: the ticket is cancelled. Press F8 to take it back"
        ),
        Situation.DAMAGED: translate(
            "practice", "Not read. Type the ten digits {code}, then Enter"
        ),
        Situation.FORGOTTEN: _first_step(current),  # the same
        Situation.WALK_IN: translate(
            "practice", "That was somebody else. Press F4 again: pupil, grade {walk_in}"
        ),
    }[current]


def _answer_step(*, asked: bool) -> str:
    """For the one who is back: the question waits, or it was answered by a copy or left."""
    if asked:
        return translate("practice", "A pupil is back from the bus. Which answer fits?")
    return translate(
        "practice",
        "No copy: the same pupil is back from the bus. Scan card {card} again and press 1",
    )


def _count_step(state: PracticeState) -> str:
    """For the group: its count is asked, was wrong, or was left or taken back."""
    match state.asked, any(state.counted):
        case True, False:
            return translate("practice", "Count {pupils} pupils and {adults} adults, then Enter")
        case True, True:
            return translate(
                "practice", "{counted} counted, {came} came. Press Esc, then F8 to count anew"
            )
        case False, True:
            return translate(
                "practice", "{counted} counted, {came} came. Press F8, then scan card {card} again"
            )
        case _:
            return translate(
                "practice", "Scan card {card} again and count: {pupils} pupils and {adults} adults"
            )


def praise(situation: Situation) -> str:
    """Why it was right."""
    return {
        Situation.GOOD: translate(
            "practice", "Right. It turns green only when the entry is safely recorded"
        ),
        Situation.RETURNED: translate(
            "practice", "Right. Back again: counted once. A copy: call the manager"
        ),
        Situation.GROUP: translate(
            "practice", "Right. Stragglers are added by scanning the same ticket again"
        ),
        Situation.OTHER_SITE: translate(
            "practice", "Right. Nobody leaves without knowing where to go"
        ),
        Situation.CANCELLED: translate(
            "practice", "Right. Red always means stop. Amber: read, and do what it says"
        ),
        Situation.DAMAGED: translate(
            "practice", "Right. Digits do the same as the code: compare the name"
        ),
        Situation.FORGOTTEN: translate(
            "practice", "Right. A few letters of the name and the class are enough"
        ),
        Situation.WALK_IN: translate(
            "practice", "Right. The number goes onto a sticker, no name is needed"
        ),
    }[situation]
