"""The queue in the window's process: one printing process at a time, its results as signals."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from kiosk.printing.documents import Document, PrintRequest, Target
from kiosk.printing.results import Outcome, PrintResult, Reason

PATIENCE_MS = 120_000
"""After this long a printing process is ended; a list of 50 pages takes a minute."""

PRINTING_PROCESS = (sys.executable, "-m", "kiosk.printing")

_STOP_MS = 2_000


@dataclass(frozen=True, slots=True)
class _Job:
    """What waits for the printing process."""

    number: int
    request: str


class PrintQueue(QObject):
    """Prints one document after the other, beside the window.

    `finished` brings a PrintResult for each job; nobody waits for it.
    """

    finished = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        program: Sequence[str] = PRINTING_PROCESS,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._program = tuple(program)
        self._numbers = count(1)
        self._waiting: deque[_Job] = deque()
        self._job: _Job | None = None
        self._process: QProcess | None = None
        self._ended_for: Outcome | Reason | None = None
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._lose_patience)

    def submit(self, document: Document, target: Target | None = None) -> int:
        """Queues a document, for the system's default printer unless told; returns its number."""
        job = _Job(next(self._numbers), PrintRequest(document, target or Target()).to_json())
        self._waiting.append(job)
        self._begin_next()
        return job.number

    def stop(self) -> None:
        """Ends the job at work and forgets the others; for the end of the program."""
        self._waiting.clear()
        process = self._process
        if process is not None:
            self._end(Outcome.CANCELLED)
            process.waitForFinished(_STOP_MS)

    def _begin_next(self) -> None:
        if self._process is not None or not self._waiting:
            return
        self._job, self._ended_for = self._waiting.popleft(), None
        self._process = process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._end_of_process)
        process.errorOccurred.connect(self._trouble)
        self._patience.start()
        process.start(self._program[0], list(self._program[1:]))
        process.write(self._job.request.encode())
        process.closeWriteChannel()

    def _end(self, why: Outcome | Reason) -> None:
        self._ended_for = why
        if self._process is not None:
            self._process.kill()

    @Slot()
    def _lose_patience(self) -> None:
        self._end(Reason.TOO_LONG)

    @Slot(QProcess.ProcessError)
    def _trouble(self, error: QProcess.ProcessError) -> None:
        """Where the process never began, no end of it will be told."""
        if error is QProcess.ProcessError.FailedToStart:
            self._end_of_process()

    @Slot()
    def _end_of_process(self) -> None:
        process, job = self._process, self._job
        if process is None or job is None:
            return
        self._patience.stop()
        answer = bytes(process.readAllStandardOutput().data())
        self._process = self._job = None
        process.deleteLater()
        self.finished.emit(self._result(job.number, answer))
        self._begin_next()

    def _result(self, number: int, answer: bytes) -> PrintResult:
        match self._ended_for:
            case Outcome() as outcome:
                return PrintResult(number, outcome)
            case Reason() as why:
                return PrintResult(number, Outcome.FAILED, why)
        try:
            fields = json.loads(answer)
            reason = Reason(fields["reason"]) if "reason" in fields else None
            return PrintResult(number, Outcome(fields["outcome"]), reason)
        except (ValueError, KeyError, TypeError):
            return PrintResult(number, Outcome.FAILED, Reason.BROKE_OFF)
