"""Records read out of pages that nobody vouches for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.records import Kind
from kiosk.journal.lines import line_hash
from kiosk.operations.ports import Entry
from kiosk.operations.recording import append
from kiosk.store.database import Database
from kiosk.store.folder import Folder
from kiosk.store.salvage import (
    FRAME_HEADER,
    LOG_HEADER,
    PAGE,
    entries_of_database,
    entries_of_log,
)
from tests.unit.store.chains import Chain, arrive, moment

REMARK = {"remark": "держит дугу {ровно} и «чисто»"}


def by_hash(entries: list[Entry]) -> dict[str, Entry]:
    return {line_hash(entry.line): entry for entry in entries}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, dict[str, Entry]]:
    """A kiosk with arrivals, a remark and another kiosk's records; all that it holds."""
    folder = Folder(tmp_path_factory.mktemp("made") / "kiosk")
    other = Chain()
    other.arrive(7)
    with Database.create(folder.path) as database:
        for ticket in range(1, 30):
            database.write(lambda t, ticket=ticket: arrive(t, ticket))  # type: ignore[misc]
        database.write(lambda t: append(t, moment(), Kind.TRIAL_RESULT, {"ticket": 1}, REMARK))
        database.write(lambda t: t.journal.merge(other.entries))
        held = database.read(
            lambda t: [e for device in t.journal.vector() for e in t.journal.entries(device)]
        )
    return folder, by_hash(held)


def test_every_record_is_found_once_with_its_private_part(
    made: tuple[Folder, dict[str, Entry]],
) -> None:
    folder, held = made
    found = list(entries_of_database(folder.database, folder.key()))
    assert len(found) == len(held)
    assert by_hash(found) == held
    assert any(entry.private for entry in found)


@given(data=st.data())
def test_a_bad_place_hides_what_it_covers_and_nothing_is_made_up(
    made: tuple[Folder, dict[str, Entry]],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    folder, held = made
    content = bytearray(folder.database.read_bytes())
    start = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.integers(1, 64))
    content[start : start + length] = data.draw(st.binary(min_size=length, max_size=length))
    path = tmp_path_factory.mktemp("spoilt") / "kiosk.db"
    path.write_bytes(content[: folder.database.stat().st_size])
    found = by_hash(list(entries_of_database(path, folder.key())))
    for name, entry in found.items():
        assert entry.line == held[name].line
        assert entry.private in (held[name].private, None)
    on_a_page = PAGE // min(len(entry.line) for entry in held.values())
    assert len(held) - len(found) <= 2 * on_a_page


def test_another_key_finds_nothing(made: tuple[Folder, dict[str, Entry]]) -> None:
    assert list(entries_of_database(made[0].database, bytes(32))) == []


def test_a_log_tells_of_what_was_committed_and_not_of_what_was_begun(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "kiosk")
    with Database.create(folder.path) as database:
        database.write(lambda t: arrive(t, 1))
        names = database.write(lambda t: [arrive(t, number).hash for number in range(2, 6)])
        log = folder.log.read_bytes()
        path = tmp_path / "log"
        path.write_bytes(log)
        assert set(names) <= by_hash(list(entries_of_log(path, folder.key()))).keys()
        begun = log[: len(log) - PAGE - FRAME_HEADER]  # the last commit never ended
        first = log[LOG_HEADER:][: FRAME_HEADER + PAGE]
        of_before = first[:4] + b"size" + b"a salt  " + first[16:]
        for left_over in (b"", of_before):
            path.write_bytes(begun + left_over)
            assert not set(names) & by_hash(list(entries_of_log(path, folder.key()))).keys()
    assert list(entries_of_log(folder.log, folder.key())) == [], "a clean end leaves no log"
