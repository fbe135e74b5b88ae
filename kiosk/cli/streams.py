"""The standard streams: one text on all systems, and a word that cannot be said is an error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any


class NotSaid(Exception):
    """What a command prints reached nobody. What it recorded is recorded all the same.

    It is no OSError: whoever heeds those means files.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__(
            "The answer cannot be written where it should go: free the disk, or send it elsewhere."
            " What was recorded stays recorded."
        )
        self.nobody_reads = isinstance(error, BrokenPipeError)


class Answers(TextIOWrapper):
    """Standard output. Raises NotSaid."""

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise NotSaid(error) from error

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise NotSaid(error) from error


def set_up() -> None:
    """Readies the streams; one that was closed is there, and nothing can be said to it."""
    _fill_closed_ones()
    for stream in (sys.stdin, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # no byte can stop it
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - for the whole run
    if sys.stdout is None:
        _answer_to(BufferedWriter(FileIO(1, "wb", closefd=False)))
    elif isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.flush()
        _answer_to(sys.stdout.detach())


def tell(sentence: str) -> None:
    """Says one sentence beside the answers, to whoever may hear it."""
    with suppress(OSError):
        print(sentence, file=sys.stderr)


def forget_answers() -> None:
    """Gives up what could not be said, or Python's end would complain of it once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _answer_to(buffer: Any) -> None:
    sys.stdout = Answers(buffer, encoding="utf-8", errors="replace", line_buffering=True)


def _fill_closed_ones() -> None:
    """Takes the numbers of closed streams: a database that got one would be printed into."""
    while (handle := os.open(os.devnull, os.O_RDONLY)) <= 2:
        pass
    os.close(handle)
