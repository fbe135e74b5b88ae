"""A kiosk, its sync, its migration and its server, killed at random moments, a hundred times.

What was acknowledged is there afterwards, once, and the journal is whole. The moments follow from
the seed; how far a killed process had come by then does not.
"""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, text

from kiosk.central.admin import Central
from kiosk.central.tables import RecordRow
from kiosk.domain.records import Record
from kiosk.store.database import Database
from kiosk.store.engine import open_engine
from kiosk.store.folder import Folder
from kiosk.store.migrate import PRESENT, Schema, bring_up_to_date
from kiosk.store.verify import verify
from tests.e2e.conftest import Done, Site
from tests.integration.warm import Started, Warm

Kiosk = Callable[..., Done]

AT_THE_GATE, AT_A_STATION, IN_SYNC, AT_THE_SERVER, IN_A_MIGRATION = 45, 10, 20, 10, 15
"""How often a kill falls where: a hundred times in all."""

SEED = 2027


def test_there_are_a_hundred_kills() -> None:
    kills = (AT_THE_GATE, AT_A_STATION, IN_SYNC, AT_THE_SERVER, IN_A_MIGRATION)
    assert sum(kills) == 100


def kill_within(random: Random, process: Started, seconds: float) -> None:
    """Kills it at any moment of the next seconds, or finds it ended."""
    time.sleep(random.uniform(0, seconds))
    process.kill()


def own_records(folder: Path) -> list[Record]:
    """What a kiosk's folder holds, after the journal was found whole."""
    with Database.open(folder) as database:
        assert not database.warning
        report = verify(database)
        assert report.ok, report.problem
        return database.read(lambda t: list(t.journal.records()))


def numbers(records: list[Record]) -> set[tuple[str, int]]:
    return {(record.device_id, record.seq) for record in records}


def acknowledged(process: Started) -> set[tuple[str, int]]:
    return {(line["device_id"], line["seq"]) for line in process.lines()}


def texts_of(site: Site, random: Random) -> list[str]:
    texts = [ticket["text"] for ticket in site.tickets()]
    random.shuffle(texts)
    return texts


def scanning(warm: Warm, folder: Path, texts: list[str], lines: int) -> Started:
    stdin = "".join(f"{text}\n" for text in islice(cycle(texts), lines))
    return warm.start("kiosk_program", "scan", "--data-dir", folder, "--json", "-", stdin=stdin)


def test_every_scan_that_a_killed_gate_answered_is_in_its_journal(site: Site, warm: Warm) -> None:
    random = Random(f"{SEED}/gate")
    folder = site.kiosk(1)
    texts = texts_of(site, random)
    promised: set[tuple[str, int]] = set()
    for _ in range(AT_THE_GATE):
        gate = scanning(warm, folder, texts[random.randrange(len(texts)) :] + texts, 500)
        gate.wait_for_lines(random.randrange(12))
        kill_within(random, gate, 0.02)
        promised |= acknowledged(gate)
        kept = numbers(own_records(folder))
        assert promised <= kept
    assert len(promised) > AT_THE_GATE


def test_every_result_that_a_killed_station_answered_is_in_its_journal(
    site: Site, warm: Warm
) -> None:
    random = Random(f"{SEED}/station")
    folder = site.kiosk(1)
    with Database.open(folder) as database:
        trial = database.read(lambda t: t.roster.trials())[0].trial_id
    codes = [t["code"] for t in site.tickets(status="valid", here="1", group_size="0")]
    promised: set[int] = set()
    for _ in range(AT_A_STATION):
        station = warm.start("trials_and_end", folder, trial, *codes)
        station.wait_for_lines(1 + random.randrange(6))
        kill_within(random, station, 0.03)
        promised |= {line["seq"] for line in station.lines()}
        assert promised <= {seq for _, seq in numbers(own_records(folder))}
    assert len(promised) > AT_A_STATION


def test_after_killed_syncs_everything_has_arrived_once(
    site: Site, warm: Warm, kiosk: Kiosk
) -> None:
    random = Random(f"{SEED}/sync")
    folder = site.kiosk(1)
    texts = texts_of(site, random)
    with site.server() as central:
        for _ in range(IN_SYNC):
            kiosk("scan", "--data-dir", folder, "-", stdin="\n".join(random.sample(texts, 20)))
            syncing = warm.start("kiosk_program", "sync", "--data-dir", folder, "--json")
            kill_within(random, syncing, 0.25)
            own_records(folder)
        last = kiosk("sync", "--data-dir", folder).lines[-1]
        assert (last["ok"], last["pending"]) == (True, 0)
        assert_all_arrived_once(central, folder)


def test_after_a_killed_server_everything_has_arrived_once(
    site: Site, warm: Warm, kiosk: Kiosk
) -> None:
    random = Random(f"{SEED}/server")
    folder = site.kiosk(1)
    texts = texts_of(site, random)
    for _ in range(AT_THE_SERVER):
        kiosk("scan", "--data-dir", folder, "-", stdin="\n".join(random.sample(texts, 20)))
        server = serving(warm, site)
        syncing = warm.start(
            "kiosk_program", "sync", "--data-dir", folder, "--json", "--patience", "1"
        )
        kill_within(random, server, 0.2)
        syncing.end()
        assert syncing.lines(), syncing.stderr.read_text()
        told = syncing.lines()[-1]
        assert told["ok"] == (told["pending"] == 0 and told["problem"] is None)
    server = serving(warm, site)
    last = kiosk("sync", "--data-dir", folder).lines[-1]
    server.kill()
    assert (last["ok"], last["pending"]) == (True, 0)
    central = Central.open(site.folder / "central")
    try:
        assert_all_arrived_once(central, folder)
    finally:
        central.close()


def serving(warm: Warm, site: Site) -> Started:
    """The central server as a process of its own, ready."""
    words = ("central", "serve", "--data-dir", site.folder / "central", "--port", str(site.port))
    server = warm.start("kiosk_program", *words)
    server.wait_for_lines(1)
    return server


def assert_all_arrived_once(central: Central, folder: Path) -> None:
    kept = {record.hash for record in own_records(folder)}
    with central.database.read() as connection:
        held = Counter(connection.scalars(select(RecordRow.hash)))  # type: ignore[call-overload]
    assert set(held.values()) <= {1}
    assert set(held) == kept


NEXT = f'''
"""An invented next step, which makes the journal's table anew as a rebuild does."""

from alembic import op

revision = "9999"
down_revision = "{PRESENT.head}"


def upgrade() -> None:
    op.execute("CREATE TABLE anew AS SELECT * FROM record")
    op.execute("DELETE FROM record")
    op.execute("INSERT INTO record SELECT * FROM anew")
    op.execute("DROP TABLE anew")
    op.execute("ALTER TABLE slot ADD COLUMN colour TEXT")


def downgrade() -> None:
    op.execute("ALTER TABLE slot DROP COLUMN colour")
'''


@pytest.fixture
def next_schema(tmp_path: Path) -> Schema:
    scripts = tmp_path / "scripts"
    shutil.copytree(PRESENT.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "v9999_next.py").write_text(NEXT)
    return Schema(scripts, "9999")


def test_a_killed_migration_is_done_or_undone_and_loses_nothing(
    site: Site, warm: Warm, kiosk: Kiosk, next_schema: Schema, tmp_path: Path
) -> None:
    random = Random(f"{SEED}/migration")
    original = site.kiosk(1)
    kiosk("scan", "--data-dir", original, "-", stdin="\n".join(texts_of(site, random) * 4))
    before = [record.hash for record in own_records(original)]
    ends: Counter[str] = Counter()
    for number in range(IN_A_MIGRATION):
        folder = Folder(tmp_path / f"copy-{number}")
        shutil.copytree(original, folder.path)
        upgrade = warm.start("upgrade", folder.path, next_schema.scripts, next_schema.head)
        upgrade.wait_for_lines(1)
        kill_within(random, upgrade, 0.12)
        version = version_of(folder)
        ends[version] += 1
        if version == PRESENT.head:
            assert [record.hash for record in own_records(folder.path)] == before
        bring_up_to_date(folder, folder.key(), next_schema)
        assert hashes_in(folder) == before
        assert not folder.saved_copy.exists()
    assert ends[PRESENT.head] > 0, "no kill fell into the migration"


def version_of(folder: Folder) -> str:
    with open_engine(folder.database, folder.key(), writable=True).connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def hashes_in(folder: Folder) -> list[str]:
    with open_engine(folder.database, folder.key(), writable=True).connect() as connection:
        rows = connection.scalars(text("SELECT hash FROM record ORDER BY device_id, seq, hash"))
        return list(rows)
