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
    words = _next_step(state) if state.begun else _first_step(state.current)
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
            "practice", "Show card {card}. The ticket is in already: ask, then choose who it is"
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


def _next_step(state: PracticeState) -> str:
    """For a card that was met and is not solved."""
    match state.current:
        case Situation.RETURNED:
            return translate("practice", "Now answer: is the same person back, or is it a copy?")
        case Situation.GROUP if any(state.counted):
            return translate(
                "practice",
                "{counted} counted, {came} came. Scan again to add, F8 to undo",
            )
        case Situation.GROUP:
            return translate("practice", "Count {pupils} pupils and {adults} adults, then Enter")
        case Situation.WALK_IN:
            return translate(
                "practice", "That was somebody else. Press F4 again: pupil, grade {walk_in}"
            )
        case _:
            return translate("practice", "Not read. Type the ten digits {code}, then Enter")


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
            "practice", "Right. Red is the only colour that lets nobody in"
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
