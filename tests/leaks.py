"""What a test left behind: threads that live, Qt timers that tick."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

import pytest

THREADS_END_WITHIN = 2.0
"""Seconds that the threads of a test have to end after it."""


@contextmanager
def no_leaked_threads() -> Iterator[None]:
    """Fails where a thread that began in the block is still alive after it."""
    before = set(threading.enumerate())
    yield
    # Python keeps a stand-in for each Qt thread that ever called it; it cannot be joined.
    mine = [
        thread
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)
    ]
    deadline = time.monotonic() + THREADS_END_WITHIN
    for thread in mine:
        thread.join(max(0.0, deadline - time.monotonic()))
    leaked = [thread.name for thread in mine if thread.is_alive()]
    assert not leaked, f"threads still alive: {leaked}"


@contextmanager
def no_leaked_timers() -> Iterator[None]:
    """Fails where a QTimer that Python code started in the block is still active after it.

    Where nothing has loaded Qt before the block there is nothing to watch.
    """
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from shiboken6 import isValid

    started: WeakSet[QTimer] = WeakSet()
    shots: list[str] = []
    start, single_shot = QTimer.start, QTimer.singleShot

    def watched_start(timer: QTimer, *interval: Any) -> None:
        started.add(timer)
        start(timer, *interval)

    def watched_shot(milliseconds: int, *target: Any) -> None:
        *receiver, slot = target
        name = getattr(slot, "__qualname__", repr(slot))
        shots.append(name)

        def fire() -> None:
            shots.remove(name)
            slot()

        single_shot(*(milliseconds, *receiver, fire))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QTimer, "start", watched_start)
        patch.setattr(QTimer, "singleShot", staticmethod(watched_shot))
        yield
    # What is to be deleted later would wait for an event loop, and there is none any more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    alive = [timer for timer in started if isValid(timer) and timer.isActive()]
    active = [f"{timer.interval()} ms of {type(timer.parent()).__name__}" for timer in alive]
    assert not active + shots, f"timers still active: {active + shots}"
