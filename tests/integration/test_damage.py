"""One bad place in a kiosk's files: the damaged file is kept, the gate goes on, nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from kiosk.central.admin import Central
from kiosk.journal.lines import line_hash
from kiosk.operations.check_in import check_in
from kiosk.operations.ports import Cause, Entry, NotRecorded
from kiosk.store import salvage
from kiosk.store.database import Database
from kiosk.store.engine import open_engine
from kiosk.store.folder import Folder
from kiosk.store.verify import verify
from tests.e2e.conftest import Done, Site
from tests.unit.store.chains import moment

Kiosk = Callable[..., Done]
Journal = dict[str, Entry]

WARNING = "The database was damaged."
LOG_WARNING = "The database's log was damaged"


@pytest.fixture
def folder(site: Site, kiosk: Kiosk) -> Folder:
    """A kiosk in the middle of its day: scans, a remark, nothing sent yet."""
    here = Folder(site.kiosk(1))
    tickets = site.tickets(status="valid", here="1")
    scan(kiosk, here, *(ticket["text"] for ticket in tickets[:-5]), *map(str, range(40)))
    with Database.open(here.path) as database:
        trial = database.read(lambda t: t.roster.trials())[0].trial_id
    result = ("--trial", trial, "--outcome", "completed", "--remark", "уверенно держит дугу")
    kiosk("trial", "record", tickets[0]["code"], *result, "--data-dir", here.path)
    return here


@pytest.fixture
def untouched(site: Site) -> list[str]:
    """Tickets that nobody has shown yet."""
    return [ticket["text"] for ticket in site.tickets(status="valid", here="1")[-5:]]


def scan(kiosk: Kiosk, folder: Folder, *texts: str) -> Done:
    return kiosk("scan", "--data-dir", folder.path, "-", stdin="\n".join(texts))


def journal_of(folder: Folder) -> Journal:
    with Database.open(folder.path) as database:
        entries = database.read(
            lambda t: [e for device in t.journal.vector() for e in t.journal.entries(device)]
        )
    return {line_hash(entry.line): entry for entry in entries}


def page_count(folder: Folder) -> int:
    return folder.database.stat().st_size // salvage.PAGE


def root_page(folder: Folder, name: str) -> int:
    """The number of the first page of a table's or an index's tree."""
    with open_engine(folder.database, folder.key(), writable=True).connect() as connection:
        query = text("SELECT rootpage FROM sqlite_master WHERE name = :name")
        return int(connection.execute(query, {"name": name}).scalar_one())


def lines_on(folder: Folder, page: int) -> int:
    """How many records lie on a page."""
    with folder.database.open("rb") as file:
        file.seek((page - 1) * salvage.PAGE)
        plain = salvage._plain(file.read(salvage.PAGE), folder.key())
    return sum(1 for _ in salvage._entries(plain, set()))


def record_page(folder: Folder) -> int:
    return next(page for page in range(1, page_count(folder) + 1) if lines_on(folder, page) > 1)


def overwrite(path: Path, start: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)


def flip_a_bit(path: Path, at: int) -> None:
    overwrite(path, at, bytes([path.read_bytes()[at] ^ 1]))


def spoil_page(folder: Folder, page: int) -> None:
    overwrite(folder.database, (page - 1) * salvage.PAGE, Random(page).randbytes(salvage.PAGE))


HARMLESS: dict[str, Callable[[Folder], None]] = {
    "the cipher's salt": lambda f: overwrite(f.database, 0, bytes(16)),
    "first page": lambda f: spoil_page(f, 1),
    "one bit": lambda f: flip_a_bit(f.database, 5 * salvage.PAGE + 100),
    "records' root": lambda f: spoil_page(f, root_page(f, "record")),
    "index of hashes": lambda f: spoil_page(f, root_page(f, "sqlite_autoindex_record_1")),
    "index of numbers": lambda f: spoil_page(f, root_page(f, "ix_record_device_seq")),
    "heads": lambda f: spoil_page(f, root_page(f, "head")),
    "identities": lambda f: spoil_page(f, root_page(f, "signer")),
    "binding": lambda f: spoil_page(f, root_page(f, "binding")),
    "ticket keys": lambda f: spoil_page(f, root_page(f, "ticket_key")),
    "visitors": lambda f: spoil_page(f, root_page(f, "visitor")),
    "presence": lambda f: spoil_page(f, root_page(f, "presence")),
}
"""Places that hold no record themselves, or a record's page with one bad bit."""


@pytest.mark.parametrize("place", HARMLESS)
def test_a_bad_place_outside_the_records_loses_none(
    site: Site, kiosk: Kiosk, folder: Folder, untouched: list[str], place: str
) -> None:
    before = journal_of(folder)
    HARMLESS[place](folder)
    spoilt = folder.database.read_bytes()
    go_on = scan(kiosk, folder, untouched[0])
    assert [line["verdict"] for line in go_on.lines] == ["admitted"]
    assert go_on.said.startswith(WARNING)
    assert f"{len(before)} records were carried over, 0 could not be read" in go_on.said
    assert (folder.path / "damaged-1" / "kiosk.db").read_bytes() == spoilt
    after = journal_of(folder)
    assert {name: after[name] for name in before} == before, "with their private parts"
    assert len(after) == len(before) + 2, "a new identity's first record, and the arrival"
    assert scan(kiosk, folder, untouched[1]).said == "", "it warns once"
    assert_whole_and_sent(site, kiosk, folder)


def assert_whole_and_sent(site: Site, kiosk: Kiosk, folder: Folder) -> None:
    checked = kiosk("journal", "verify", "--data-dir", folder.path)
    assert checked.lines[-1]["ok"], checked.lines
    with site.server() as central:
        sent = kiosk("sync", "--data-dir", folder.path).lines[-1]
        assert (sent["ok"], sent["pending"]) == (True, 0), sent
        assert_holds(central, folder)
    assert kiosk("journal", "verify", "--data-dir", folder.path).lines[-1]["ok"]


def assert_holds(central: Central, folder: Folder) -> None:
    held = journal_of(folder)
    assert central.stats().records == len(held)


@pytest.mark.parametrize("place", ["heads", "records' root", "presence"])
def test_people_and_cancelled_tickets_are_still_known(
    site: Site, kiosk: Kiosk, folder: Folder, place: str
) -> None:
    cancelled, alone = (
        site.tickets(status=status, here="1", group_size="0")[-1]
        for status in ("cancelled", "valid")
    )
    expected = expected_of(folder)
    HARMLESS[place](folder)
    assert scan(kiosk, folder, cancelled["text"]).lines[0]["verdict"] == "cancelled"
    assert expected_of(folder) == expected > 0
    found = kiosk("search", alone["name"], "--data-dir", folder.path).lines
    assert alone["code"] in [line["code"] for line in found]
    again = scan(kiosk, folder, alone["text"]).lines[0]
    assert (again["verdict"], again["name"], again["notes"]) == ("admitted", alone["name"], [])


def expected_of(folder: Folder) -> int:
    with Database.open(folder.path, writable=False) as store:
        return store.read(lambda uow: uow.attendance.tally().expected)


def test_without_a_list_signed_tickets_are_admitted_and_marked(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    HARMLESS["first page"](folder)
    (go_on,) = scan(kiosk, folder, untouched[0]).lines
    assert (go_on["verdict"], go_on["notes"]) == ("admitted", ["not_listed"])


def test_a_bad_page_of_records_loses_what_it_covers_and_counts_it(
    site: Site, kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    page = record_page(folder)
    covered = lines_on(folder, page)
    spoil_page(folder, page)
    go_on = scan(kiosk, folder, untouched[0])
    assert [line["verdict"] for line in go_on.lines] == ["admitted"]
    assert f"{len(before) - covered} records were carried over, {covered} could not be" in (
        go_on.said
    )
    after = journal_of(folder)
    assert len(before.keys() - after.keys()) == covered
    checked = kiosk("journal", "verify", "--data-dir", folder.path)
    assert checked.status == 1
    assert "damaged" in checked.lines[-1]["problem"]


def test_what_the_server_holds_comes_back(
    site: Site, kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    with site.server() as central:
        kiosk("sync", "--data-dir", folder.path)
        before = journal_of(folder)
        scan(kiosk, folder, untouched[0])
        spoil_page(folder, record_page(folder))
        scan(kiosk, folder, untouched[1])
        last = kiosk("sync", "--data-dir", folder.path).lines[-1]
        last = kiosk("sync", "--data-dir", folder.path).lines[-1]
        assert (last["ok"], last["pending"]) == (True, 0)
        assert before.items() <= journal_of(folder).items()
        assert_holds(central, folder)
    assert kiosk("journal", "verify", "--data-dir", folder.path).lines[-1]["ok"]


def test_any_one_bad_page_is_survived(
    kiosk: Kiosk, folder: Folder, untouched: list[str], tmp_path: Path
) -> None:
    before = journal_of(folder)
    random = Random(2027)
    for page in random.sample(range(1, page_count(folder) + 1), 16):
        copy = Folder(tmp_path / f"page-{page}")
        shutil.copytree(folder.path, copy.path)
        spoil_page(copy, page)
        covered = lines_on(folder, page)
        go_on = scan(kiosk, copy, untouched[0])
        assert [line["verdict"] for line in go_on.lines] == ["admitted"], page
        assert go_on.said.startswith(WARNING)
        assert len(before.keys() - journal_of(copy).keys()) == covered, page


def test_a_database_cut_to_nothing_is_not_taken_for_a_new_one(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    folder.database.write_bytes(b"")
    go_on = scan(kiosk, folder, untouched[0])
    assert [line["verdict"] for line in go_on.lines] == ["admitted"]
    assert go_on.said.startswith(WARNING)
    assert not before.keys() & journal_of(folder).keys(), "there is nothing left to read"


def test_damage_under_an_open_kiosk_is_not_recorded_and_the_next_start_mends_it(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    page = root_page(folder, "presence")
    with Database.open(folder.path) as database:
        spoil_page(folder, page)
        with pytest.raises(NotRecorded, match="start the kiosk on this folder again") as caught:
            database.write(partial(check_in, moment=moment(), text=untouched[0], source="scan"))
        assert caught.value.cause is Cause.DAMAGED
    go_on = scan(kiosk, folder, untouched[0])
    assert [line["verdict"] for line in go_on.lines] == ["admitted"]
    assert go_on.said.startswith(WARNING)
    assert before.items() <= journal_of(folder).items()


def test_a_mending_that_was_cut_short_is_finished(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    spoil_page(folder, 1)
    folder.set_aside()
    (folder.path / "mending").mkdir()
    (folder.path / "mending" / "kiosk.db").write_bytes(b"half a file")
    go_on = scan(kiosk, folder, untouched[0])
    assert [line["verdict"] for line in go_on.lines] == ["admitted"]
    assert f"{len(before)} records were carried over" in go_on.said
    assert before.items() <= journal_of(folder).items()
    assert not (folder.path / "mending").exists()


def test_a_second_damage_is_mended_as_well(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    for number in (1, 2):
        spoil_page(folder, 1)
        scan(kiosk, folder, untouched[number])
        assert (folder.path / f"damaged-{number}" / "kiosk.db").exists()
    after = journal_of(folder)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 4
    assert kiosk("journal", "verify", "--data-dir", folder.path).lines[-1]["ok"]


def test_without_the_spare_the_journal_is_kept_and_a_person_is_told_to_enrol(
    kiosk: Kiosk, folder: Folder, untouched: list[str]
) -> None:
    before = journal_of(folder)
    folder.spare.write_bytes(b"spoilt")
    spoil_page(folder, 1)
    stopped = scan(kiosk, folder, untouched[0])
    assert "must be enrolled again" in stopped.said
    assert "kiosk enrol" in stopped.said
    assert before.items() <= journal_of(folder).items()


@pytest.fixture
def with_log(folder: Folder, untouched: list[str], tmp_path: Path) -> Folder:
    """The folder as a power cut leaves it, with records in the log only."""
    with Database.open(folder.path) as database:
        for ticket in untouched:
            database.write(partial(check_in, moment=moment(), text=ticket, source="scan"))
        shutil.copytree(folder.path, tmp_path / "cut")
    return Folder(tmp_path / "cut")


FRAME = salvage.FRAME_HEADER + salvage.PAGE


def test_a_bad_place_in_the_log_loses_nothing_that_follows_it(
    kiosk: Kiosk, folder: Folder, with_log: Folder, untouched: list[str], tmp_path: Path
) -> None:
    whole = journal_of(folder)
    frames = (with_log.log.stat().st_size - salvage.LOG_HEADER) // FRAME
    assert frames > 10
    places = {"header": 0, "first frame": salvage.LOG_HEADER + 4, "its page": 1_000}
    places["middle"] = salvage.LOG_HEADER + frames // 2 * FRAME + 8
    for name, place in places.items():
        copy = Folder(tmp_path / name)
        shutil.copytree(with_log.path, copy.path)
        overwrite(copy.log, place, b"\x5a\xa5")
        go_on = scan(kiosk, copy, untouched[0])
        assert [line["verdict"] for line in go_on.lines] == ["already_inside"], name
        assert go_on.said.startswith(LOG_WARNING), name
        assert whole.items() <= journal_of(copy).items(), name
        with Database.open(copy.path) as database:
            assert verify(database).ok, name


def test_a_sound_log_says_nothing(
    kiosk: Kiosk, folder: Folder, with_log: Folder, untouched: list[str]
) -> None:
    go_on = scan(kiosk, with_log, untouched[0])
    assert ([line["verdict"] for line in go_on.lines], go_on.said) == (["already_inside"], "")
