"""What was read once and stays so: the programme, the binding, the identity that writes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Answers of the database that hold until this connection itself changes what they tell of.

    The writer keeps one from transaction to transaction, because nobody else writes; whatever
    changes the roster, the binding or an identity forgets them all, and so does a transaction that
    fails. A reader, whose view may change from one transaction to the next, has one for each.
    """

    def __init__(self) -> None:
        self._answers: dict[Hashable, Any] = {}
        self._changed = True

    def recall(self, question: Hashable, ask: Callable[[], T]) -> T:
        """The answer, asked for when it is not known yet."""
        if question not in self._answers:
            self._answers[question] = ask()
        answer: T = self._answers[question]
        return answer

    def keep(self, question: Hashable, answer: object) -> None:
        """Replaces an answer that has just changed."""
        self._answers[question] = answer

    def forget(self) -> None:
        self._answers.clear()
        self._changed = True

    def has_changed(self) -> bool:
        """Whether anything was forgotten since this was asked last; true the first time."""
        changed, self._changed = self._changed, False
        return changed
