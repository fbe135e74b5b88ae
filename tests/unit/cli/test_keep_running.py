"""A window that crashes is started again; real programs, real crashes, real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.cli.keep_running import GAVE_UP, MOST, _Child, keep_running

NO_PAUSES = (0.0,)
PATIENCE_S = 60

COUNTED = """
import os, pathlib, sys
log = pathlib.Path(sys.argv[1])
starts = len(log.read_text()) if log.exists() else 0
log.write_text("x" * (starts + 1))
"""
WAITS = """
import signal, sys, threading
woken = threading.Event()
for number in (signal.SIGTERM, signal.SIGINT):
    signal.signal(number, lambda number, _: (print("got", number, flush=True), woken.set()))
print("ready", flush=True)
while not woken.wait(0.05):
    pass
sys.exit(0)
"""
KEPT = """
import sys
from kiosk.cli.keep_running import keep_running
sys.exit(keep_running([sys.executable, "-c", sys.argv[1], *sys.argv[2:]], print, (60.0,)))
"""


def counted(end: str, log: Path) -> list[str]:
    """A program that notes its start, and then ends in some way."""
    return [sys.executable, "-c", COUNTED + end, str(log)]


def starts(log: Path) -> int:
    return len(log.read_text())


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "starts"


@pytest.mark.parametrize("status", [0, 1, 2])
def test_what_ends_by_itself_is_not_started_again(log: Path, status: int) -> None:
    said: list[str] = []
    assert keep_running(counted(f"sys.exit({status})", log), said.append, NO_PAUSES) == status
    assert (starts(log), said) == (1, [])


@pytest.mark.parametrize(
    "crash", ["os.abort()", "os.kill(os.getpid(), 9)", "sys.exit(70)"], ids=["abort", "kill", "70"]
)
def test_what_crashes_is_started_again_until_it_ends_well(log: Path, crash: str) -> None:
    end = f"if starts < 2: {crash}"
    assert keep_running(counted(end, log), print, NO_PAUSES) == 0
    assert starts(log) == 3


def test_what_always_crashes_is_given_up_with_one_sentence(log: Path) -> None:
    said: list[str] = []
    assert keep_running(counted("os.abort()", log), said.append, NO_PAUSES) == GAVE_UP
    assert starts(log) == MOST
    (sentence,) = said
    assert "5 times in 2 minutes" in sentence


def test_crashes_long_ago_are_forgiven(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.cli.keep_running.WITHIN_S", 0.0)
    end = f"if starts < {2 * MOST}: os.abort()"
    assert keep_running(counted(end, log), print, NO_PAUSES) == 0
    assert starts(log) == 2 * MOST + 1


def test_the_pauses_grow(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(
        "kiosk.cli.keep_running._Child.pause", lambda _, seconds: waited.append(seconds)
    )
    keep_running(counted("os.abort()", log), print, (1.0, 2.0, 3.0))
    assert waited == [1.0, 2.0, 3.0, 3.0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_passed_on_and_ends_both(number: signal.Signals) -> None:
    command = [sys.executable, "-c", KEPT, WAITS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        program.send_signal(number)
        assert program.stdout.readline() == f"got {int(number)}\n"
        assert program.wait(PATIENCE_S) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
def test_a_signal_wakes_from_a_pause(log: Path) -> None:
    """The pause is a minute. An orphan of the crashed child sends the signal, once the crash was
    noticed and the keeper sleeps.
    """
    orphan = """
keeper, crashed = os.getppid(), os.getpid()
asleep = lambda: pathlib.Path(f"/proc/{keeper}/stat").read_text().split()[2] == "S"
if os.fork() == 0:
    while os.path.exists(f"/proc/{crashed}") or not asleep():
        pass
    os.kill(keeper, 15)
    os._exit(0)
os.abort()
"""
    command = [sys.executable, "-c", KEPT, COUNTED + orphan, str(log)]
    done = subprocess.run(command, capture_output=True, timeout=PATIENCE_S / 2, check=False)
    assert (done.returncode, starts(log)) == (0, 1)


def test_after_a_signal_in_a_pause_there_is_no_other_start(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[int] = []

    def run(child: _Child, command: Sequence[str]) -> int:
        ran.append(status := subprocess.run(command, check=False).returncode)
        return status

    monkeypatch.setattr(_Child, "run", run)
    monkeypatch.setattr(_Child, "pause", lambda *_: signal.raise_signal(signal.SIGTERM))
    assert keep_running(counted("os.abort()", log), print, (60.0,)) == 0
    assert ran == [-signal.SIGABRT]


def test_the_handlers_are_put_back(log: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    keep_running(counted("", log), print, NO_PAUSES)
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_supervisor_brings_no_window_library_along() -> None:
    script = "import sys, kiosk.cli.run, kiosk.cli.keep_running; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
        env=dict(os.environ),
    )
    assert done.stdout.strip() == "False"
