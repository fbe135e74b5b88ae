"""A disk that is full or read-only: what is not recorded says so, and nothing else is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Done, Site
from tests.integration.disks import fill, mount

Kiosk = Callable[..., Done]


@pytest.fixture
def folder(site: Site, disk: Path) -> Path:
    shutil.copytree(site.kiosk(1), disk / "kiosk")
    return disk / "kiosk"


def scan(kiosk: Kiosk, folder: Path, *texts: str) -> Done:
    return kiosk("scan", "--data-dir", folder, "-", stdin="\n".join(texts))


def assert_whole(kiosk: Kiosk, folder: Path, answered: list[dict[str, object]]) -> None:
    """Every record that was answered is in a whole journal, and no other arrival."""
    listed = kiosk("journal", "list", "--data-dir", folder).lines
    kept = {(line["device_id"], line["seq"]) for line in listed if line["kind"] != "opened"}
    assert kept == {(line["device_id"], line["seq"]) for line in answered}
    checked = kiosk("journal", "verify", "--data-dir", folder)
    assert (checked.status, checked.lines[-1]["ok"]) == (0, True)


@pytest.mark.parametrize("spared", [64 * 1024, 200 * 1024])
def test_a_disk_that_fills_up_says_not_recorded_and_goes_on_when_freed(
    site: Site, kiosk: Kiosk, disk: Path, folder: Path, spared: int
) -> None:
    texts = [ticket["text"] for ticket in site.tickets()]
    first, *rest = texts
    answered = scan(kiosk, folder, first).lines
    ballast = fill(disk, spared)
    done = scan(kiosk, folder, *rest, *texts, *rest)
    refused = [line for line in done.lines if line["verdict"] == "not_recorded"]
    answered += [line for line in done.lines if line["verdict"] != "not_recorded"]
    assert (done.status, done.said) == (1, "")
    assert len(done.lines) == 2 * len(rest) + len(texts)
    assert refused
    assert {line["cause"] for line in refused} == {"disk_full"}
    assert all(line["seq"] is None for line in refused)
    ballast.unlink()
    freed = scan(kiosk, folder, *texts)
    assert "not_recorded" not in [line["verdict"] for line in freed.lines]
    new = [line for line in freed.lines if not line["repeat"]]
    assert_whole(kiosk, folder, [line for line in answered if not line["repeat"]] + new)


def test_a_kiosk_cannot_be_opened_on_a_full_disk_and_says_why(
    site: Site, kiosk: Kiosk, disk: Path, folder: Path
) -> None:
    text = site.tickets(status="valid", here="1")[0]["text"]
    ballast = fill(disk, 0)
    refused = scan(kiosk, folder, text)
    assert (refused.status, refused.lines) == (1, [])
    assert "disk" in refused.said
    assert "Something went wrong" not in refused.said
    ballast.unlink()
    assert_whole(kiosk, folder, scan(kiosk, folder, text).lines)


def test_a_damaged_database_on_a_full_disk_is_kept_and_mended_later(
    site: Site, kiosk: Kiosk, disk: Path, folder: Path
) -> None:
    texts = [ticket["text"] for ticket in site.tickets(status="valid", here="1")]
    answered = scan(kiosk, folder, *texts[:10]).lines
    with (folder / "kiosk.db").open("r+b") as file:
        file.write(bytes(4096))
    ballast = fill(disk, 8192)
    refused = scan(kiosk, folder, texts[10])
    assert (refused.status, refused.lines) == (1, [])
    assert "free" in refused.said
    ballast.unlink()
    mended = scan(kiosk, folder, texts[10])
    assert "10 records" not in mended.said
    assert "0 could not be read" in mended.said
    assert_whole(kiosk, folder, [*answered, *mended.lines])


def test_a_read_only_folder_is_named_and_left_as_it_is(
    site: Site, kiosk: Kiosk, disk: Path, folder: Path
) -> None:
    text, other = (ticket["text"] for ticket in site.tickets(status="valid", here="1")[:2])
    answered = scan(kiosk, folder, text).lines
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert mount("-o", "remount,ro", disk).returncode == 0
    for command in (("scan", other), ("sync",), ("end-day",)):
        refused = kiosk(*command, "--data-dir", folder)
        assert (refused.status, refused.lines) == (1, []), command
        assert "writ" in refused.said, command
        assert "Something went wrong" not in refused.said, command
    assert_whole(kiosk, folder, answered)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert mount("-o", "remount,rw", disk).returncode == 0
    assert_whole(kiosk, folder, [*answered, *scan(kiosk, folder, other).lines])


def test_what_only_reads_answers_on_a_full_disk(
    site: Site, kiosk: Kiosk, disk: Path, folder: Path
) -> None:
    ticket = site.tickets(status="valid", here="1", group_size="0")[0]
    answered = scan(kiosk, folder, ticket["text"]).lines
    fill(disk, 0)
    data = ("--data-dir", folder)
    assert kiosk("onsite", *data).lines[0]["people"] == 1
    assert kiosk("search", ticket["name"], *data).lines[0]["inside"] is True
    for command in (("trial", "list"), ("staff", "list"), ("settings",)):
        done = kiosk(*command, *data)
        assert (done.status, done.said) == (0, ""), command
        assert done.lines, command
    assert_whole(kiosk, folder, answered)
    refused = kiosk("journal", "proof", "--out", folder.parent / "proof", *data)
    assert (refused.status, refused.lines, refused.said.count("\n")) == (1, [], 1)
    assert "disk" in refused.said


@pytest.mark.parametrize("spared", [0, 600 * 1024, 2 * 2**20])
def test_half_a_demo_is_not_left_on_a_full_disk(kiosk: Kiosk, disk: Path, spared: int) -> None:
    fill(disk, spared)
    done = kiosk("demo", "--prepare", "--out", disk / "world", "--visitors", 60)
    assert (done.status, done.lines) == (1, [])
    assert "free the disk" in done.said or "has room" in done.said or "disk is full" in done.said
    assert "Something went wrong" not in done.said
    assert list((disk / "world").iterdir()) == []
