"""What was decided at a kiosk lasts, for each site apart, and outlives a damaged database."""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.local_policy import LocalPolicy
from kiosk.operations.ports import Binding
from kiosk.operations.settings import rename_entrance, set_policies, site_settings
from kiosk.store.database import Database
from kiosk.store.folder import Folder
from kiosk.store.spare import Spare

BINDING = Binding("Киоск 1", 1, 7, "Главный", "https://central.example", b"k" * 32)
DECIDED = LocalPolicy(asks_clearance=True, tracks_exits=False)


def test_it_is_read_after_a_restart_and_by_whoever_reads_beside(tmp_path: Path) -> None:
    folder = tmp_path / "kiosk"
    with Database.create(folder) as database:
        database.write(lambda t: t.save_binding(BINDING))
        database.write(lambda t: set_policies(t, DECIDED))
        database.write(lambda t: rename_entrance(t, "Южный"))
        with Database.open(folder, writable=False) as reader:
            assert reader.read(site_settings).local == DECIDED
    with Database.open(folder) as database:
        found = database.read(site_settings)
        assert (found.entrance, found.local) == ("Южный", DECIDED)
        database.write(lambda t: set_policies(t, LocalPolicy()))
        assert database.read(site_settings).local == LocalPolicy()


def test_it_lies_in_the_spare_as_soon_as_it_is_decided(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "kiosk")
    with Database.create(folder.path) as database:
        database.write(lambda t: t.save_binding(BINDING))
        database.write(lambda t: set_policies(t, DECIDED))
        content = Spare(folder.spare, folder.key()).load()
    assert content is not None
    assert {row["name"]: row["value"] for row in content["local_policy"]} == {
        "asks_clearance": True,
        "tracks_exits": False,
    }


def test_each_site_has_its_own(tmp_path: Path) -> None:
    other = LocalPolicy(masks_names=True)
    with Database.create(tmp_path / "kiosk") as database:
        database.write(lambda t: t.save_local_policy(7, DECIDED))
        database.write(lambda t: t.save_local_policy(8, other))
        database.write(lambda t: t.save_local_policy(7, LocalPolicy(keeps_slots=False)))
        found = database.read(lambda t: [t.local_policy(site) for site in (7, 8, 9)])
    assert found == [LocalPolicy(keeps_slots=False), other, LocalPolicy()]
