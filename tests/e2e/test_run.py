"""`kiosk run` on a real display: one window a data folder, started again after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.machine.one_instance import address_of
from kiosk.ui.doorbell import Doorbell
from tests.e2e.conftest import Site
from tests.x11 import PATIENCE_S, needs_x11


def run_command(folder: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "kiosk", "run", "--data-dir", str(folder), *options]


def until(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > deadline:
            return False
    return True


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, env=environment, text=True) as program:
        try:
            yield program
        finally:
            program.terminate()


def window_of(environment: dict[str, str]) -> str:
    """The process that the kiosk's window belongs to, once it is there.

    A window that a crash has just taken away may still be found; then the next one is looked for.
    """
    search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Kiosk|Киоск"]
    command, deadline = [*search, "getwindowpid"], time.monotonic() + PATIENCE_S
    while True:
        found = subprocess.run(
            command,
            env=environment,
            timeout=PATIENCE_S,
            capture_output=True,
            text=True,
            check=False,
        )
        if found.returncode == 0:
            return found.stdout.split()[0]
        if time.monotonic() > deadline:
            found.check_returncode()


@needs_x11
def test_a_window_that_crashes_comes_again_and_a_signal_ends_it(
    display: dict[str, str], site: Site
) -> None:
    with running(run_command(site.kiosk(1)), display) as program:
        first = window_of(display)
        assert first != str(program.pid), "the window is a program of its own"
        os.kill(int(first), signal.SIGABRT)
        assert until(lambda: window_of(display) != first)
        second = window_of(display)
        program.terminate()
        assert program.wait(PATIENCE_S) == 0
        assert until(lambda: not Path(f"/proc/{second}/exe").exists())


def test_a_second_start_only_rings_and_says_so(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bell = Doorbell(address_of(site.kiosk(1)))
    done = subprocess.run(
        run_command(site.kiosk(1)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    bell.close()
    assert done.returncode == 0
    assert done.stdout.strip() == "This kiosk is open already: its window comes to the front."


@pytest.mark.parametrize("option", ["--restart", "--no-restart"])
def test_a_refused_start_is_said_once_and_not_tried_again(tmp_path: Path, option: str) -> None:
    home = tmp_path / "home" / "kiosk"
    home.mkdir(parents=True)
    (home / "settings.toml").write_text("language = 'de'\n")
    done = subprocess.run(
        run_command(tmp_path / "data", option),
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": str(tmp_path / "home"),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.strip() == "language is 'de': use one of ru, en."
