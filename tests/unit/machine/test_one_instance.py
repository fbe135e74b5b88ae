"""Knocking where the first window of a data folder listens."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from kiosk.machine.one_instance import address_of, is_answered


@pytest.fixture(autouse=True)
def _runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def test_a_folder_has_one_address_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    named = {address_of(path) for path in (tmp_path / "a", Path("a"), tmp_path / "link")}
    assert len(named) == 1
    assert address_of(tmp_path / "b") not in named


def test_it_is_answered_only_while_somebody_listens(tmp_path: Path) -> None:
    address = address_of(tmp_path)
    assert not is_answered(address)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        assert is_answered(address)
    assert Path(address).exists(), "as after a crash"
    assert not is_answered(address)


def test_a_long_folder_gives_a_short_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("я" * 100)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    assert len(address_of(deep).encode()) < 100
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert not is_answered(address_of(deep))
