"""Every error of the operations is one sentence that a person can do something with."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest

from kiosk import operations
from kiosk.cli.errors import is_expected, sentence_of
from kiosk.domain.admission import VerdictName
from kiosk.domain.staff import Right
from kiosk.operations.brief import NobodyToBrief
from kiosk.operations.close_site import NoSuchKiosk
from kiosk.operations.count_group import TooManyHeads
from kiosk.operations.identify import OutOfPlace
from kiosk.operations.log_trial import TrialRefused
from kiosk.operations.paper import NoSheet
from kiosk.operations.ports import (
    Cause,
    Final,
    NotRecorded,
    Retryable,
    ServerError,
    StoreError,
    Trouble,
)
from kiosk.operations.recording import UnfitText
from kiosk.operations.register_walk_in import NotAWalkIn
from kiosk.operations.settings import BadEntrance
from kiosk.operations.staff import NotAllowed
from kiosk.operations.undo import CannotUndo

WORDS = "Do this: then that."
MADE: dict[type[Exception], Exception] = {
    TooManyHeads: TooManyHeads(3),
    OutOfPlace: OutOfPlace(VerdictName.PRACTICE_TICKET),
    NotAllowed: NotAllowed(Right.TRIALS),
    NotRecorded: NotRecorded(Cause.DISK_FULL, WORDS),
    ServerError: ServerError(Trouble.TIMEOUT, WORDS),
    Retryable: Retryable(Trouble.TIMEOUT, WORDS),
    Final: Final(Trouble.REFUSED, WORDS),
}
"""Those that are made of something else than a message."""
WITH_MESSAGE = {
    BadEntrance,
    CannotUndo,
    NobodyToBrief,
    NoSheet,
    NoSuchKiosk,
    NotAWalkIn,
    StoreError,
    TrialRefused,
    UnfitText,
}
"""Those whose message is what a person reads; the others are raised bare."""


def errors_of_operations() -> list[type[Exception]]:
    modules = [
        import_module(f"{operations.__name__}.{found.name}")
        for found in pkgutil.iter_modules(operations.__path__)
    ]
    return [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Exception) and kind.__module__ == module.__name__
    ]


def made(kind: type[Exception]) -> Exception:
    if kind in MADE:
        return MADE[kind]
    return kind(WORDS) if kind in WITH_MESSAGE else kind()


def test_there_are_errors_to_be_told() -> None:
    assert set(errors_of_operations()) > set(MADE) | WITH_MESSAGE


@pytest.mark.parametrize("kind", errors_of_operations())
def test_every_error_of_the_operations_is_a_sentence(kind: type[Exception]) -> None:
    error = made(kind)
    assert is_expected(error), f"{kind.__name__} would be called unexpected"
    sentence = sentence_of(error)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert kind.__name__ not in sentence


def test_what_nobody_foresaw_is_kept_without_its_message() -> None:
    sentence = sentence_of(KeyError("Сова Ольга"))
    assert "KeyError" in sentence
    assert "Сова" not in sentence
