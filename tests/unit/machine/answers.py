"""Programs of a system that answer what a test gave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.machine.commands import Run


def answering(answers: Mapping[str, str]) -> Run:
    """Answers a command line by the longest beginning that is given; others are absent."""

    def run(words: Sequence[str]) -> str | None:
        line = " ".join(words)
        fitting = [start for start in answers if line.startswith(start)]
        return answers[max(fitting, key=len)] if fitting else None

    return run
