"""What a terminal, a pipe and a full disk do to a command: one sentence, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from platformdirs import user_log_path

from kiosk.cli.errors import sentence_of
from tests.e2e.conftest import Done, Site
from tests.integration.disks import fill

Kiosk = Callable[..., Done]
PATIENCE_S = 60
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX streams and signals")
UNHEARD = (
    "The answer cannot be written where it should go: free the disk, or send it elsewhere."
    " What was recorded stays recorded.\n"
)


def shell(command: str, *, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs a line of shell in which «kiosk» is this program."""
    kiosk = f'kiosk() {{ "{sys.executable}" -m kiosk "$@"; }}'
    return subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {kiosk}; {command}"],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


@contextmanager
def scanning(folder: Path) -> Iterator[tuple[subprocess.Popen[str], IO[str], IO[str], IO[str]]]:
    """A stream of scans: the program, its scans, its answers, and what it says besides."""
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "scan", "-", "--data-dir", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        yield program, program.stdin, program.stdout, program.stderr


def arrivals(kiosk: Kiosk, folder: Path) -> int:
    listed = kiosk("journal", "list", "--data-dir", folder).lines
    return sum(line["kind"] == "arrival" for line in listed)


# --- the answers ---------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("where", [">/dev/full", ">&-"], ids=["full", "closed"])
def test_an_answer_that_reaches_nobody_is_told_and_the_record_stays(
    site: Site, kiosk: Kiosk, where: str
) -> None:
    folder = site.kiosk(1)
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    done = shell(f"kiosk scan --data-dir {folder} '{text}' {where}")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", UNHEARD)
    assert arrivals(kiosk, folder) == 1
    assert shell(f"kiosk --help {where}").stderr == UNHEARD
    assert shell(f"kiosk onsite --data-dir {folder} {where}").stderr == UNHEARD


@POSIX
def test_a_reader_that_goes_ends_the_command_quietly(site: Site, kiosk: Kiosk) -> None:
    folder = site.kiosk(1)
    texts = [t["text"] for t in site.tickets(status="valid", here="1", group_size="0")[:2]]
    with scanning(folder) as (program, scans, answers, said):
        scans.write(texts[0] + "\n")
        scans.flush()
        assert "admitted" in answers.readline()
        answers.close()
        scans.write(texts[1] + "\n")
        scans.flush()
        assert program.wait(PATIENCE_S) == 141
        assert said.read() == ""
    assert arrivals(kiosk, folder) == 2


@POSIX
def test_closed_streams_are_no_place_for_a_database(site: Site) -> None:
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    folder = site.kiosk(1)
    assert shell(f"kiosk scan --data-dir {folder} - <&-").returncode == 0
    assert shell(f"kiosk scan --data-dir {folder} '{text}' <&- >&- 2>&-").returncode == 1
    assert shell(f"kiosk journal verify --data-dir {folder}").returncode == 0
    assert shell("kiosk scan --data-dir /none x 2>/dev/full").returncode == 1


# --- Ctrl-C --------------------------------------------------------------------------------------


@POSIX
def test_ctrl_c_ends_a_long_command_quietly(site: Site, kiosk: Kiosk) -> None:
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with scanning(site.kiosk(1)) as (program, scans, answers, said):
        scans.write(text + "\n")
        scans.flush()
        assert "admitted" in answers.readline()
        program.send_signal(signal.SIGINT)
        assert program.wait(PATIENCE_S) == 130
        assert said.read() == ""
    assert arrivals(kiosk, site.kiosk(1)) == 1


@POSIX
@pytest.mark.parametrize("module", ["typer", "kiosk.cli.scan", "sqlalchemy", "kiosk.cli.streams"])
def test_ctrl_c_while_the_libraries_come_is_quiet_too(module: str) -> None:
    script = f"""
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
sys.argv = ["kiosk", "scan", "x", "--data-dir", "/none"]
from kiosk.cli.main import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


# --- the log of errors ---------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["folder", "file", "full"])
def test_where_no_log_can_be_written_there_is_a_sentence_all_the_same(
    monkeypatch: pytest.MonkeyPatch, disk: Path, way: str
) -> None:
    home = disk / "home"
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    log = user_log_path("kiosk") / "errors.log"
    if way == "folder":
        log.mkdir(parents=True)
    elif way == "file":
        home.write_bytes(b"")
    else:
        log.parent.mkdir(parents=True)
        fill(disk, 0)
    sentence = sentence_of(KeyError("Сова"))
    assert sentence == (
        f"Something went wrong that should not (KeyError), and {log} cannot be written:"
        " free the disk, and try again."
    )


# --- a stream of scans ---------------------------------------------------------------------------


def test_one_refused_item_does_not_stop_the_others(site: Site, kiosk: Kiosk) -> None:
    group = site.tickets(status="valid", here="1", kind="group")[0]
    person = site.tickets(status="valid", here="1", group_size="0")[0]
    lines = f"{group['text']}\n{person['text']}\n"
    many = kiosk("scan", "-", "--pupils", 999, "--data-dir", site.kiosk(1), stdin=lines)
    assert [line["verdict"] for line in many.lines] == ["not_recorded", "admitted"]
    assert many.lines[0]["cause"] == "refused"
    assert (many.status, many.said.count("\n")) == (1, 1)
    assert "room for" in many.said


def test_a_mistyped_code_does_not_stop_the_others(site: Site, kiosk: Kiosk) -> None:
    person = site.tickets(status="valid", here="1", group_size="0")[0]
    code = person["code"]
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    done = kiosk("scan", "--typed", "-", "--data-dir", site.kiosk(1), stdin=f"{wrong}\n{code}\n")
    assert [line["verdict"] for line in done.lines] == ["not_recorded", "admitted"]
    assert done.status == 1
