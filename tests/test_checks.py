"""The checks that every test goes through find what they are for: each is shown a bad test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = """
import json
import logging
import sqlite3
import sys
import threading
import warnings

from PySide6.QtCore import QTimer, qWarning

kept = []
over = threading.Event()


def test_good(qtbot):
    logging.getLogger("kiosk").info("all is well")
    thread = threading.Thread(target=over.is_set)
    thread.start()
    timer, shots = QTimer(), []
    kept.append(timer)
    timer.start(1)
    QTimer.singleShot(0, lambda: shots.append(1))
    qtbot.waitUntil(lambda: bool(shots))
    timer.stop()


def test_qt_message(qtbot):
    qWarning("QObject: a stray message")


def test_python_warning():
    warnings.warn("old ways", DeprecationWarning)


def test_log_line():
    logging.getLogger("kiosk.exchange").warning("a stray line")


def test_log_line_of_the_server():
    logging.getLogger("uvicorn.error").error("a stray line")


def test_thread():
    threading.Thread(target=over.wait, daemon=True, name="stray").start()


def test_error_in_a_thread():
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()


def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1_000)


def test_single_shot(qapp):
    QTimer.singleShot(1_000, over.set)


def test_error_in_a_slot(qtbot):
    QTimer.singleShot(0, lambda: 1 // 0)
    qtbot.wait(1)


def test_name_in_the_log(tmp_path):
    item = json.dumps({"name": "Ёлкина Мария Петровна"})
    with sqlite3.connect(tmp_path / "central.db") as connection:
        connection.execute("CREATE TABLE roster (kind, item)")
        connection.execute("INSERT INTO roster VALUES ('visitor', ?)", [item])
    connection.close()
    logging.getLogger("kiosk").debug("admitted: ЕЛКИНА Мария")


def test_ticket_on_the_error_stream(tmp_path):
    text = "ED" + "ABCDEFGHIJ" * 12
    (tmp_path / "tickets.csv").write_text("code,text\\n1," + text + "\\n")
    print("cannot read", text.lower()[:80], file=sys.stderr)
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says of the samples, run under this project's settings and checks."""
    sample = tmp_path_factory.mktemp("samples") / "test_samples.py"
    sample.write_text(SAMPLES)
    plugins = ["-p", "tests.conftest", "-p", "tests.e2e.conftest", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-rA", "-c", "pyproject.toml", *plugins]
    command += [f"--rootdir={ROOT}", str(sample)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize(
    ("sample", "reason"),
    [
        ("qt_message", "Qt messages with level WARNING or above emitted"),
        ("python_warning", "DeprecationWarning: old ways"),
        ("log_line", "unexpected in the log"),
        ("log_line_of_the_server", "unexpected in the log"),
        ("thread", "threads still alive"),
        ("error_in_a_thread", "PytestUnhandledThreadExceptionWarning"),
        ("timer", "timers still active"),
        ("single_shot", "timers still active"),
        ("error_in_a_slot", "Exceptions caught in Qt event loop"),
        ("name_in_the_log", "in the log: ['елкина мария']"),
        ("ticket_on_the_error_stream", "'EDABCDEFGHIJABCDEFGHIJABCDEFGHIJ'"),
    ],
)
def test_a_bad_test_fails(outcome: str, sample: str, reason: str) -> None:
    said = [line for line in outcome.splitlines() if f"::test_{sample} " in f"{line} "]
    assert any(line.startswith(("FAILED", "ERROR")) for line in said), outcome
    assert reason in outcome


def test_a_good_test_passes(outcome: str) -> None:
    said = [line.split()[0] for line in outcome.splitlines() if line.endswith("::test_good")]
    assert said == ["PASSED"]
