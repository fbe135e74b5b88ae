"""The queue with real printing processes, which print into files here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from kiosk.domain.paper import ClassSheet, SheetPerson
from kiosk.domain.programme import Event, Site
from kiosk.domain.visitors import Group
from kiosk.printing.documents import Badge, Pdf, Target
from kiosk.printing.queue import PrintQueue
from kiosk.printing.results import Outcome, PrintResult, Reason
from kiosk.reports.class_sheet import class_sheets
from tests.pdf import ReadPdf

HANGING = (
    sys.executable,
    "-c",
    "import sys; sys.stdin.read(); import threading; threading.Event().wait()",
)
WAIT_MS = 30_000


class Listener:
    """What a queue told."""

    def __init__(self, queue: PrintQueue) -> None:
        self.results: list[PrintResult] = []
        queue.finished.connect(self.results.append)


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[PrintQueue]:
    made = PrintQueue()
    yield made
    made.stop()


@pytest.fixture
def hanging(qtbot: QtBot) -> Iterator[PrintQueue]:
    """A queue whose printing process never answers."""
    made = PrintQueue(program=HANGING)
    yield made
    made.stop()


def sheets(count: int, text: str) -> bytes:
    site = Site(4, "Станкозавод", "ул. Станочников, 3", "Asia/Yekaterinburg")
    group = Group("g", "Лицей № 3", "10А", "", 1, 0)
    one = ClassSheet(Event(1, "День", ()), site, group, (SheetPerson(),), "1234567890", text)
    return class_sheets([one] * count, "ru")


def codes_in(file: Path, page: int = 0) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(ReadPdf(file.read_bytes()).picture(page))]


def at_work_in(queue: PrintQueue) -> list[QProcess]:
    """The printing processes that run."""
    idle = QProcess.ProcessState.NotRunning
    return [process for process in queue.findChildren(QProcess) if process.state() != idle]


def test_badges_and_pages_are_printed_in_their_order(
    qtbot: QtBot, queue: PrintQueue, tmp_path: Path, text: str
) -> None:
    told = Listener(queue)
    badge, pages = tmp_path / "badge.pdf", tmp_path / "pages.pdf"
    first = queue.submit(Badge(text, "1234 567 890"), Target(file=badge))
    second = queue.submit(Pdf(sheets(3, text), (0, 2)), Target(file=pages))
    qtbot.waitUntil(lambda: len(told.results) == 2, timeout=WAIT_MS)
    assert told.results == [
        PrintResult(first, Outcome.PRINTED),
        PrintResult(second, Outcome.PRINTED),
    ]
    assert codes_in(badge) == [text]
    assert b"/Subtype /Image" not in badge.read_bytes()
    assert codes_in(pages) == [text]
    assert codes_in(pages, page=1) == [text]


def test_what_cannot_be_printed_fails_and_the_next_goes_on(
    qtbot: QtBot, queue: PrintQueue, tmp_path: Path, text: str
) -> None:
    told = Listener(queue)
    target = Target(file=tmp_path / "out.pdf")
    for document in (Pdf(b"no pdf"), Pdf(sheets(1, text), (1,)), Badge("x" * 5_000, "")):
        queue.submit(document, target)
    queue.submit(Badge(text, ""), Target(file=tmp_path / "no folder" / "out.pdf"))
    queue.submit(Badge(text, ""), target)
    qtbot.waitUntil(lambda: len(told.results) == 5, timeout=WAIT_MS)
    assert [(result.outcome, result.reason) for result in told.results] == [
        *[(Outcome.FAILED, Reason.UNREADABLE)] * 3,
        (Outcome.FAILED, Reason.REFUSED),
        (Outcome.PRINTED, None),
    ]


def test_a_printer_that_is_not_there_is_told(qtbot: QtBot, queue: PrintQueue, text: str) -> None:
    told = Listener(queue)
    number = queue.submit(Badge(text, ""), Target("No printer has this name"))
    qtbot.waitUntil(lambda: bool(told.results), timeout=WAIT_MS)
    assert told.results == [PrintResult(number, Outcome.NO_PRINTER)]


def test_a_printer_that_never_answers_is_given_up(qtbot: QtBot, text: str) -> None:
    queue = PrintQueue(program=HANGING, patience_ms=100)
    told = Listener(queue)
    number = queue.submit(Badge(text, ""))
    qtbot.waitUntil(lambda: bool(told.results), timeout=WAIT_MS)
    assert told.results == [PrintResult(number, Outcome.FAILED, Reason.TOO_LONG)]


@pytest.mark.parametrize(
    "program",
    [
        (sys.executable, "-c", "import os; os.abort()"),
        (sys.executable, "-c", "print('no answer')"),
        ("/there is no such program",),
    ],
    ids=["crashed", "babbled", "missing"],
)
def test_a_process_that_breaks_off_does_not_take_the_queue_along(
    qtbot: QtBot, text: str, program: tuple[str, ...]
) -> None:
    queue = PrintQueue(program=program)
    told = Listener(queue)
    numbers = [queue.submit(Badge(text, "")) for _ in range(2)]
    qtbot.waitUntil(lambda: len(told.results) == 2, timeout=WAIT_MS)
    assert told.results == [
        PrintResult(number, Outcome.FAILED, Reason.BROKE_OFF) for number in numbers
    ]


def test_stopping_ends_the_process_and_forgets_the_rest(
    qtbot: QtBot, hanging: PrintQueue, text: str
) -> None:
    told = Listener(hanging)
    first = hanging.submit(Badge(text, ""))
    hanging.submit(Badge(text, ""))
    hanging.stop()
    assert told.results == [PrintResult(first, Outcome.CANCELLED)]
    assert not at_work_in(hanging)
