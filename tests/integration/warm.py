"""Kiosks as processes of their own, forked from a warm one: started, watched, killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30.0
TICK_S = 0.0005


class Warm:
    """The warm process. `folder` holds the streams of its children."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self._folder = folder
        self._process = process
        self._number = count(1)

    def start(self, job: str, *words: str | Path, stdin: str = "") -> Started:
        """Starts a job of `warm_process` with its input."""
        number = next(self._number)
        streams = {
            name: self._folder / f"{number}.{name}" for name in ("stdin", "stdout", "stderr")
        }
        for path in streams.values():
            path.write_text("")
        streams["stdin"].write_text(stdin, encoding="utf-8")
        order = {"job": job, "words": [str(word) for word in words]}
        pid = self.ask(order | {name: str(path) for name, path in streams.items()})
        return Started(self, pid, streams["stdout"], streams["stderr"])

    def ask(self, order: dict[str, Any]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@dataclass
class Started:
    """One process with what it has printed so far."""

    warm: Warm
    pid: int
    stdout: Path
    stderr: Path

    def lines(self) -> list[dict[str, Any]]:
        """The JSON lines that it printed whole."""
        whole, _, _ = self.stdout.read_text(encoding="utf-8").rpartition("\n")
        return [json.loads(line) for line in whole.splitlines() if line[:1] == "{"]

    def wait_for_lines(self, number: int) -> None:
        """Waits until so many lines are there, of whatever kind."""
        wait_until(lambda: self.stdout.read_bytes().count(b"\n") >= number)

    def kill(self) -> int:
        """Kills it as a power cut would, and returns its exit status."""
        os.kill(self.pid, signal.SIGKILL)
        return self.end()

    def end(self) -> int:
        """Waits for its end and returns its exit status."""
        return self.warm.ask({"reap": self.pid})


def wait_until(done: Any) -> None:
    """Looks often, because the moments that are waited for are short."""
    deadline = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(TICK_S)


@contextmanager
def warm_process(folder: Path) -> Iterator[Warm]:
    """A warm process while the block lasts."""
    command = [sys.executable, "-m", "tests.integration.warm_process"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield Warm(folder, process)
        process.stdin.close()
