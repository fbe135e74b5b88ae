"""The words on the practice cards. A card tells what happens, never what the kiosk will say."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.languages import Language
from kiosk.domain.practice import (
    CAME_ADULTS,
    CAME_PUPILS,
    FORGETFUL,
    FORGETFUL_GRADE,
    LISTED_ADULTS,
    LISTED_PUPILS,
    WALK_IN_GRADE,
    Situation,
)
from kiosk.practice.room import SCHOOL


@dataclass(frozen=True, slots=True)
class CardWords:
    """A card's title, its story, and what stands in the place of a code where there is none."""

    title: str
    story: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words: `practice` marks each card, `cards` has one entry a situation."""

    practice: str
    cards: dict[Situation, CardWords]


def words(language: str) -> Words:
    """The words of a language. Raises ValueError for one that there are none in."""
    return _WORDS[Language(language)]


_WHO = "\n".join((*FORGETFUL.split()[:2], FORGETFUL_GRADE, SCHOOL))

_RU = {
    Situation.GOOD: CardWords("Школьник с билетом", "Отсканируйте билет."),
    Situation.RETURNED: CardWords(
        "Снова у двери",
        "Вход по этому билету уже есть: школьник возвращается от автобуса. Отсканируйте билет.",
    ),
    Situation.GROUP: CardWords(
        "Класс с учителем",
        f"Один билет на всех: {LISTED_PUPILS} школьников и {LISTED_ADULTS} взрослых. "
        f"У двери {CAME_PUPILS} школьников и {CAME_ADULTS} взрослых.",
    ),
    Situation.OTHER_SITE: CardWords(
        "Школьник издалека", "Отсканируйте билет и прочитайте ответ вслух."
    ),
    Situation.CANCELLED: CardWords("Старая распечатка", "Отсканируйте билет. Что сказать дальше?"),
    Situation.DAMAGED: CardWords(
        "Испорченная распечатка", "Сканер её не прочтёт, но цифры под кодом целы."
    ),
    Situation.FORGOTTEN: CardWords("Билет дома", "Билета нет с собой. Найдите по имени.", _WHO),
    Situation.WALK_IN: CardWords(
        "С улицы",
        "Ни билета, ни места в списке. Впустить всё равно можно.",
        f"Школьник\n{WALK_IN_GRADE} класс\nв списке нет",
    ),
}

_EN = {
    Situation.GOOD: CardWords("A pupil with a ticket", "Scan the ticket."),
    Situation.RETURNED: CardWords(
        "At the door again",
        "The ticket is in already: a pupil comes back from the bus. Scan the ticket.",
    ),
    Situation.GROUP: CardWords(
        "A class with its teacher",
        f"One ticket for all: {LISTED_PUPILS} pupils and {LISTED_ADULTS} adults. "
        f"At the door are {CAME_PUPILS} pupils and {CAME_ADULTS} adults.",
    ),
    Situation.OTHER_SITE: CardWords(
        "A pupil from far away", "Scan the ticket and read the answer aloud."
    ),
    Situation.CANCELLED: CardWords("An old print", "Scan the ticket. What do you say next?"),
    Situation.DAMAGED: CardWords(
        "A spoilt print", "No scanner reads it, but the digits below are whole."
    ),
    Situation.FORGOTTEN: CardWords("The ticket is at home", "Find the person by name.", _WHO),
    Situation.WALK_IN: CardWords(
        "From the street",
        "Neither a ticket nor a place in the list. They may come in all the same.",
        f"Pupil\ngrade {WALK_IN_GRADE}\nnot in the list",
    ),
}

_WORDS = {Language.RU: Words("Тренировка", _RU), Language.EN: Words("Practice", _EN)}
