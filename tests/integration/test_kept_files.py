"""Files that a person keeps: there wholly or not at all, and no secret is lost with them."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.central.errors import CentralError
from kiosk.central.keys import ServerKeys
from kiosk.files import NotWritten, write_whole
from kiosk.scanning.images import decode_image
from tests.e2e.conftest import Done, Site
from tests.integration.disks import fill

Kiosk = Callable[..., Done]


@pytest.fixture
def kept(disk: Path) -> Path:
    """A good file on a disk that is full."""
    path = disk / "kept"
    path.write_bytes(b"good")
    fill(disk, 0)
    return path


def test_a_file_that_cannot_be_written_stays_as_it_was(kept: Path) -> None:
    before = sorted(kept.parent.iterdir())
    with pytest.raises(NotWritten, match="cannot be written: free the disk"):
        write_whole(kept, bytes(100_000))
    assert kept.read_bytes() == b"good"
    assert sorted(kept.parent.iterdir()) == before


def test_a_folder_in_the_way_and_a_path_that_cannot_be_are_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none" / "file", tmp_path / "a\0b"):
        with pytest.raises(NotWritten, match="cannot be written"):
            write_whole(place, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights and links")
def test_links_rights_and_what_is_no_file_stay(tmp_path: Path) -> None:
    real, link, pipe = tmp_path / "real", tmp_path / "link", tmp_path / "pipe"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"shown")
    assert os.read(reader, 10) == b"shown"
    os.close(reader)
    assert pipe.is_fifo()


def close(site: Site, kiosk: Kiosk) -> None:
    for number in (1, 2):
        kiosk("end-day", "--data-dir", site.kiosk(number))
        kiosk("sync", "--data-dir", site.kiosk(number))
    assert kiosk("close", "--data-dir", site.kiosk(1)).status == 0


def test_a_proof_that_cannot_be_written_leaves_the_good_one(
    site: Site, kiosk: Kiosk, kept: Path
) -> None:
    with site.server():
        close(site, kiosk)
        done = kiosk("journal", "proof", "--out", kept, "--data-dir", site.kiosk(1))
    assert (done.status, done.lines) == (1, [])
    assert done.said == f"{kept} cannot be written: free the disk, or name another place.\n"
    assert kept.read_bytes() == b"good"


def test_a_list_and_cards_that_cannot_be_written_are_told(
    site: Site, kiosk: Kiosk, kept: Path
) -> None:
    data = ("--data-dir", site.kiosk(1))
    for command in (
        ("paper", "list", "--out", kept),
        ("paper", "sheet", site.tickets(kind="group", here="1")[0]["code"], "--out", kept),
        ("practice", "--cards", "--out", kept.parent),
    ):
        done = kiosk(*command, *data)
        assert (done.status, done.lines, done.said.count("\n")) == (1, [], 1)
        assert "written" in done.said
    assert sorted(path.name for path in kept.parent.iterdir()) == ["ballast", "kept"]
    assert kept.read_bytes() == b"good"


def test_badges_that_cannot_be_written_do_not_count(site: Site, kiosk: Kiosk, kept: Path) -> None:
    central = ("--site", 1, "--data-dir", site.folder / "central")
    file = site.folder / "staff.csv"
    file.write_text("id,name,role\nnew-1,Новая Анна,volunteer\nnew-2,Новый Пётр,volunteer\n")
    assert kiosk("central", "import-staff", file, *central).status == 0
    full = kiosk("central", "badges", "--out", kept.parent, *central)
    assert (full.status, full.lines) == (1, [])
    assert "cannot be written" in full.said
    assert sorted(path.name for path in kept.parent.iterdir()) == ["ballast", "kept"]
    (kept.parent / "ballast").unlink()
    drawn = kiosk("central", "badges", "--out", kept.parent, *central).lines
    assert [line["staff_id"] for line in drawn] == ["new-1", "new-2"], "they still have none"
    assert all(decode_image(Path(line["png"])) for line in drawn)
    again = kiosk("central", "badges", "--out", kept.parent, *central)
    assert (again.status, again.lines) == (0, [])
    assert again.said == "Everybody has a badge: name with --for whose is lost.\n"


def test_badges_that_still_count_outlive_a_try_for_new_ones(
    site: Site, kiosk: Kiosk, tmp_path: Path
) -> None:
    out, one, other = tmp_path / "out", "volunteer-1", "volunteer-2"
    words = ("central", "badges", "--site", 1, "--data-dir", site.folder / "central", "--out", out)
    assert kiosk(*words, "--for", one, "--for", other).status == 0
    before = (out / f"{one}.png").read_bytes()
    (out / f"{other}.png").unlink()
    (out / f"{other}.png").mkdir()
    assert kiosk(*words, "--for", one, "--for", other).status == 1
    assert (out / f"{one}.png").read_bytes() == before


def test_badges_that_the_full_server_cannot_count_are_taken_away(
    site: Site, kiosk: Kiosk, disk: Path, tmp_path: Path
) -> None:
    central = disk / "central"
    (site.folder / "central").rename(tmp_path / "moved")
    central.mkdir()
    for path in (tmp_path / "moved").iterdir():
        (central / path.name).write_bytes(path.read_bytes())
    words = ("--site", 1, "--data-dir", central, "--out", tmp_path / "out", "--for", "volunteer-1")
    fill(disk, 40_000)
    full = kiosk("central", "badges", *words)
    assert (full.status, full.lines, full.said.count("\n")) == (1, [], 1)
    assert "free" in full.said
    assert list((tmp_path / "out").iterdir()) == []
    (disk / "ballast").unlink()
    assert kiosk("central", "badges", *words).status == 0


def test_half_a_key_is_not_kept(disk: Path) -> None:
    (disk / "central").mkdir()
    fill(disk, 0)
    with pytest.raises(CentralError, match="cannot be written"):
        ServerKeys.make(disk / "central")
    assert list((disk / "central").iterdir()) == []


@pytest.mark.parametrize("name", ["", "none.csv"], ids=["folder", "nothing"])
def test_a_staff_list_that_cannot_be_read_is_named(
    site: Site, kiosk: Kiosk, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    central = ("--site", 1, "--data-dir", site.folder / "central")
    done = kiosk("central", "import-staff", file, *central)
    assert (done.status, done.said) == (1, f"{file} cannot be read: name a CSV file.\n")
