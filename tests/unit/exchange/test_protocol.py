from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.programme import Event, Site, SitePolicy, Slot, Trial
from kiosk.domain.roster import ITEM_KINDS, RosterItem, TicketEntry, TicketKey
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tickets import TicketKind
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.exchange.protocol import (
    EnrolReply,
    EnrolRequest,
    JournalReply,
    JournalRequest,
    NotOurs,
    RosterLine,
    ShownReceipt,
    Wire,
    WireCursor,
    WirePart,
    read,
    read_item,
    read_receipt,
    read_vector,
    write_item,
    write_vector,
)

PIN_HASH = f"$argon2id$v=19$m=65536,t=3,p=4${'A' * 22}${'B' * 43}"
ITEMS: list[RosterItem] = [
    Event(7, "День", ((1, date(2027, 4, 17)), (2, date(2027, 4, 18))), demo=True),
    Site(11, "Завод", "Улица, 1", "Asia/Yekaterinburg", "Металлургия", SitePolicy(True)),
    Slot(3, 600, 660, "А", 590, "холл"),
    Trial("сварка", "15.01.05", "Шов", "Сварщик", "ознакомительная", 630, 12, 10),
    TicketKey(1, "ab" * 32),
    Visitor("v1", VisitorKind.PUPIL, "Ёлкина Мария", "Школа 1", "9А", "Город", "g1"),
    Group("g1", "Школа 1", "9А", "Салтыкова-Щедрина Анна", 24, 2),
    TicketEntry(5, 7, 11, TicketKind.GROUP, "1234567890", "g1", 1, 3, cancelled=True),
    StaffMember("anna.k", "Котова Анна Павловна", Role.INSTRUCTOR, PIN_HASH, "cd" * 32, "сварка"),
]

seqs = st.integers(min_value=0, max_value=2**31 - 1)


def test_there_is_an_example_of_each_kind() -> None:
    assert {type(item) for item in ITEMS} == set(ITEM_KINDS.values())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: type(item).__name__)
def test_an_item_is_read_as_it_was_written(item: RosterItem) -> None:
    kind, text = write_item(item)
    assert read_item(kind, json.loads(text)) == item
    assert read_item(kind, {**json.loads(text), "of_tomorrow": 1}) == item


def test_an_item_of_a_later_version_is_passed_over() -> None:
    assert read_item("of_tomorrow", {"x": 1}) is None


@pytest.mark.parametrize(
    ("item", "field"), [(ITEMS[5], "kind"), (ITEMS[7], "kind"), (ITEMS[8], "role")]
)
def test_a_choice_of_a_later_version_is_passed_over(item: RosterItem, field: str) -> None:
    kind, text = write_item(item)
    later = {**json.loads(text), field: "of_tomorrow"}
    assert read_item(kind, later) is None
    with pytest.raises(NotOurs):
        read_item(kind, {field: "of_tomorrow"})


def test_an_item_that_lacks_a_field_is_not_ours() -> None:
    with pytest.raises(NotOurs):
        read_item("slot", {"number": 1})


@given(st.dictionaries(st.text("0123456789abcdef", min_size=1), st.tuples(seqs, seqs)))
def test_a_vector_is_read_as_it_was_written(vector: dict[str, tuple[int, int]]) -> None:
    assert read_vector(write_vector(vector)) == vector


@given(st.text())
def test_no_text_breaks_the_vector(text: str) -> None:
    try:
        read_vector(text)
    except NotOurs:
        return


@given(st.binary() | st.text().map(lambda text: json.dumps({"code": text}).encode()))
@pytest.mark.parametrize("model", [EnrolRequest, JournalRequest, WirePart])
def test_no_bytes_break_the_reader_or_show_in_its_words(model: type[Wire], data: bytes) -> None:
    with pytest.raises(NotOurs) as raised:
        read(model, data)
    assert str(raised.value) == f"not a {model.__name__}"


@pytest.mark.parametrize("seq", ['"1"', "1.0", "true", "-1", str(2**31)])
def test_a_number_is_written_as_a_number(seq: str) -> None:
    receipt = '{"seq":%s,"hash":"' + "ab" * 32 + '"}'
    assert read(ShownReceipt, (receipt % 1).encode()).seq == 1
    with pytest.raises(NotOurs):
        read(ShownReceipt, (receipt % seq).encode())


@pytest.mark.parametrize("public", ["AB" * 32, " " + "ab" * 32, "ab " * 32, "ab" * 31, "zz" * 32])
def test_hex_has_one_written_form(public: str) -> None:
    sound = {"code": "", "public": "ab" * 32, "signature": "cd" * 64}
    assert read(EnrolRequest, json.dumps(sound).encode())
    with pytest.raises(NotOurs):
        read(EnrolRequest, json.dumps(sound | {"public": public}).encode())


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("ticket_key", "public", "no key"),
        ("site", "timezone", "Moon/Sea"),
        ("slot", "start", 2**63),
        ("staff", "staff_id", "Котова Анна"),
        ("staff", "badge", "EDS"),
        ("staff", "pin", "123456"),
        ("staff", "pin", PIN_HASH.replace("65536", "999999")),
    ],
)
def test_an_item_that_would_stop_a_kiosk_is_not_ours(kind: str, field: str, value: object) -> None:
    [sound] = [json.loads(text) for k, text in map(write_item, ITEMS) if k == kind]
    assert read_item(kind, sound)
    with pytest.raises(NotOurs):
        read_item(kind, {**sound, field: value})


def test_what_was_sent_shows_in_no_error() -> None:
    with pytest.raises(NotOurs) as raised:
        read(WirePart, b'{"salt":"zz","part":["Ivanova"]}')
    assert "Ivanova" not in str(raised.value.__cause__)


def test_fields_that_are_no_receipt_are_not_ours() -> None:
    with pytest.raises(NotOurs):
        read_receipt({"seq": "1"})


ENROLLED: dict[str, object] = {
    "token": "t",
    "device_name": "Вход 1",
    "event": 7,
    "site": 11,
    "entrance": "Главный",
    "server_public": "ab" * 32,
    "demo": False,
}
WELCOMED: dict[str, object] = {
    "send_from": 1,
    "doubled": False,
    "server_time": 1_800_000_000_000,
    "roster": {"epoch": "e", "version": 3},
    "vector": {"d": [3, 3]},
}


@pytest.mark.parametrize("beyond", [-1, 2**63, 2**70])
@pytest.mark.parametrize(
    ("model", "sound", "field"),
    [
        (EnrolReply, ENROLLED, "event"),
        (EnrolReply, ENROLLED, "site"),
        (JournalReply, WELCOMED, "server_time"),
        (JournalReply, WELCOMED, "send_from"),
        (WireCursor, {"epoch": "e", "version": 3}, "version"),
        (RosterLine, {"version": 3}, "version"),
    ],
)
def test_a_number_that_no_kiosk_could_keep_is_not_the_servers(
    model: type[Wire], sound: dict[str, object], field: str, beyond: int
) -> None:
    assert read(model, json.dumps(sound).encode())
    with pytest.raises(NotOurs):
        read(model, json.dumps(sound | {field: beyond}).encode())


@pytest.mark.parametrize("reach", [[2**63, 1], [1, 2**63], [-1, 1]])
def test_nor_is_a_reach(reach: list[int]) -> None:
    with pytest.raises(NotOurs):
        read(JournalReply, json.dumps(WELCOMED | {"vector": {"d": reach}}).encode())
