"""The spare: sealed, whole or not there, and as new as the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.programme import Site
from kiosk.domain.roster import RosterChange, RosterCursor, TicketKey
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.operations.ports import Binding
from kiosk.store import spare as module
from kiosk.store.database import Database
from kiosk.store.folder import Folder
from kiosk.store.spare import Spare, gather
from tests.unit.store.chains import arrive

BINDING = Binding("Киоск 1", 1, 7, "Главный", "https://central.example", b"k" * 32)
SITE = Site(7, "Завод", "Заводская, 1", "Asia/Yekaterinburg")
ROSTER = [
    RosterChange(1, "site", "7", SITE),
    RosterChange(2, "ticket_key", "3", TicketKey(3, "ab" * 32)),
    RosterChange(3, "visitor", "v1", Visitor("v1", VisitorKind.PUPIL, "Ёлкина Мария")),
]


def spare_of(folder: Folder) -> Spare:
    return Spare(folder.spare, folder.key())


def test_it_follows_whatever_it_keeps_and_holds_nobodys_data(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "kiosk")
    with Database.create(folder.path) as database:
        device = database.read(lambda t: t.journal.signer()).identity.device_id
        database.write(lambda t: t.save_binding(BINDING))
        database.write(lambda t: t.journal.save_token(device, "a secret token"))
        database.write(lambda t: t.roster.apply(ROSTER, RosterCursor("e", 3)))
        expected = database.read(lambda t: gather(t.connection))
        content = spare_of(folder).load()
        assert content == expected
        before = folder.spare.read_bytes()
        database.write(lambda t: arrive(t, 1))
        assert folder.spare.read_bytes() == before, "an arrival is no news for it"
    assert content is not None
    assert [row["token"] for row in content["signer"]] == ["a secret token"]
    assert "Ёлкина" not in str(content)
    for secret in (b"a secret token", "Завод".encode(), "Киоск 1".encode()):
        assert secret not in before


@pytest.mark.parametrize(
    "spoil", [lambda c: c[:-1], lambda c: c[:20] + b"x" + c[21:], lambda _: b""]
)
def test_a_spoilt_file_is_no_spare_and_is_made_anew(tmp_path: Path, spoil: object) -> None:
    folder = Folder(tmp_path / "kiosk")
    with Database.create(folder.path):
        content = spare_of(folder).load()
    assert callable(spoil)
    folder.spare.write_bytes(spoil(folder.spare.read_bytes()))
    assert spare_of(folder).load() is None
    with Database.open(folder.path):
        assert spare_of(folder).load() == content


def test_where_it_cannot_be_written_the_work_goes_on_and_it_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes, *, private: bool) -> None:
        raise OSError(28, "No space left on device")

    folder = Folder(tmp_path / "kiosk")
    with Database.create(folder.path) as database:
        with monkeypatch.context() as patch:
            patch.setattr(module, "write_whole", full)
            database.write(lambda t: t.save_binding(BINDING))
        assert database.read(lambda t: t.binding()) == BINDING
    with Database.open(folder.path):
        content = spare_of(folder).load()
    assert content is not None
    assert [row["device_name"] for row in content["binding"]] == ["Киоск 1"]
