"""Writing a record: the one way in, before enrolment and after."""

from __future__ import annotations

import pytest

from kiosk.domain.records import Kind
from kiosk.domain.texts import LONGEST_TEXT
from kiosk.domain.true_time import Instant
from kiosk.exchange import protocol
from kiosk.journal.chain import first_break
from kiosk.journal.identity import Identity, genesis
from kiosk.journal.lines import LONGEST_LINE
from kiosk.journal.private import FIELD, LONGEST_PART
from kiosk.operations.ports import Signer, UnitOfWork
from kiosk.operations.recording import Moment, UnfitText, append
from tests.unit.operations.fakes import MemoryStore
from tests.unit.operations.invented import Kiosk, ticket

MOMENT = Moment(Instant(5, "boot", 7), "v1")


def test_a_kiosk_that_was_never_enrolled_records_all_the_same() -> None:
    store = MemoryStore(Identity.generate())
    record = store.write(lambda uow: append(uow, MOMENT, Kind.DAY_ENDED, {"n": 1}))
    opened, ended = store.read(lambda uow: list(uow.journal.records()))
    assert ended == record
    assert (opened.kind, opened.seq, ended.seq) == ("opened", 1, 2)
    public = store.contents.signers[0].identity.public
    assert opened.prev == genesis(public)
    assert opened.data == {"public": public.hex()}
    assert (record.event, record.site, record.entrance, record.operator) == (0, 0, "", "v1")
    assert (record.recorded_at, record.timebase_id, record.elapsed_ms) == (5, "boot", 7)


def test_opening_on_purpose_opens_once() -> None:
    store = MemoryStore(Identity.generate())
    store.write(lambda uow: append(uow, MOMENT, Kind.OPENED, {}))
    store.write(lambda uow: append(uow, MOMENT, Kind.DAY_ENDED, {}))
    kinds = store.read(lambda uow: [r.kind for r in uow.journal.records()])
    assert kinds == ["opened", "day_ended"]


def test_several_records_of_one_unit_of_work_follow_one_another() -> None:
    store = MemoryStore(Identity.generate())

    def job(uow: UnitOfWork) -> None:
        for number in range(3):
            append(uow, MOMENT, Kind.REFUSAL, {"n": number})

    store.write(job)
    signer = store.contents.signers[0]
    records = store.read(lambda uow: list(uow.journal.records()))
    assert first_break(records, 0, genesis(signer.identity.public)) is None
    assert (signer.seq, signer.hash) == (4, records[-1].hash)


def test_a_private_part_is_bound_to_its_line(kiosk: Kiosk) -> None:
    record = kiosk.do(
        lambda uow, at: append(uow, at, Kind.REFUSAL, {"n": 1}, {"name": "Сова Ольга"})
    )
    entry = kiosk.store.contents.entries[record.hash]
    assert entry.private is not None
    assert record.data == {"n": 1, FIELD: entry.private.hash}
    assert "Сова" not in repr(entry)


def test_a_successor_names_what_it_goes_on_from(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    old = kiosk.store.contents.signers[-1]
    new = Identity.generate()
    succeeds = (old.identity.device_id, old.seq, old.hash)
    signer = Signer(new, 0, genesis(new.public), succeeds=succeeds)
    kiosk.store.write(lambda uow: uow.journal.add_signer(signer))
    kiosk.scan(ticket(2))
    opened, came = (r for r in kiosk.records() if r.device_id == new.device_id)
    assert opened.data == {
        "public": new.public.hex(),
        "succeeds": {"device_id": old.identity.device_id, "seq": old.seq, "hash": old.hash},
    }
    assert (came.seq, came.prev, came.site) == (2, opened.hash, 7)


@pytest.mark.parametrize(
    ("data", "private"),
    [
        ({"reason": "я" * (LONGEST_TEXT + 1)}, {}),
        ({}, {"name": "я" * (LONGEST_TEXT + 1)}),
        ({"heads": {"device": ["x" * (LONGEST_TEXT + 1)]}}, {}),
        ({"reason": "half a letter: \ud83d"}, {}),
        ({}, {"names": ["Сова Ольга", "\udcff"]}),
        ({}, {"names": ["Сова Ольга Петровна"] * 2_000}),
        ({"named": list(range(10**6))}, {}),
    ],
)
def test_what_could_never_be_sent_is_not_recorded(
    kiosk: Kiosk, data: dict[str, object], private: dict[str, object]
) -> None:
    before = kiosk.kinds()
    with pytest.raises(UnfitText, match=r"^[^\ud83d\udcffя]*\.$"):
        kiosk.do(lambda uow, at: append(uow, at, Kind.WALK_IN, data, private))
    assert kiosk.kinds() == before


def test_an_operators_id_is_a_text_like_any_other() -> None:
    store = MemoryStore(Identity.generate())
    with pytest.raises(UnfitText):
        store.write(lambda uow: append(uow, Moment(MOMENT.at, "x" * 501), Kind.DAY_ENDED, {}))


def test_whatever_a_kiosk_writes_the_server_takes() -> None:
    assert max(LONGEST_LINE, LONGEST_PART) <= protocol.LONGEST_FIELD
    # JSON makes at most six bytes of a character, and the names of the fields need a few as well.
    assert 6 * 2 * protocol.LONGEST_FIELD + 1_000 < protocol.LONGEST_BODY
