"""A kiosk's courier against a real central server on a loopback port."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.central import rosters
from kiosk.central.admin import Central
from kiosk.domain.records import Kind
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.exchange import protocol
from kiosk.exchange.client import FIRST_SLICE, ROSTER_SLICE, SLICE, HttpServer
from kiosk.journal.chain import branches
from kiosk.journal.identity import Identity
from kiosk.journal.lines import parse
from kiosk.journal.private import PrivatePart
from kiosk.operations.ports import Acknowledgement, Entry, Final, Reach, Signer, Trouble
from tests.integration.conftest import Enrol
from tests.integration.laptops import NOW, OTHER_SITE, SITE, Laptop, receipt_of


def refused(call: Callable[[], object]) -> Trouble:
    """The trouble of a call that must fail for good."""
    with pytest.raises(Final) as raised:
        call()
    return raised.value.trouble


# --- enrolment -----------------------------------------------------------------------------------


def test_a_code_binds_a_device_to_its_site(central: Central, server: HttpServer) -> None:
    code = central.enrol_code(SITE, "Вход 1", "Главный")
    enrolment = server.enrol(code.lower().replace("-", " "), Identity.generate())
    assert (enrolment.event, enrolment.site, enrolment.device_name) == (7, SITE, "Вход 1")
    assert (enrolment.entrance, enrolment.demo) == ("Главный", True)
    assert enrolment.server_public == central.keys.receipts.public


def test_the_same_device_may_ask_again_because_a_reply_got_lost(
    central: Central, server: HttpServer
) -> None:
    code, identity = central.enrol_code(SITE, "Вход 1"), Identity.generate()
    lost, got = (server.enrol(code, identity) for _ in range(2))
    assert got.token == lost.token
    assert len(central.stats().devices) == 1


def test_each_kiosk_of_a_site_has_a_number_of_its_own(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    """Walk-ins' stickers begin with it: two kiosks must never write the same on two people."""

    def number(name: str, site: int = SITE, laptop: Laptop | None = None) -> int:
        one = laptop or Laptop()
        one.token = server.enrol(central.enrol_code(site, name), one.identity).token
        return server.announce(one.signer, one.head(), None).number

    one = Laptop()
    assert number("Киоск 3", laptop=one) == 3
    assert number("Вход 3, стол 5") == 5
    assert (number("Цех 3"), number("Проходная"), number("Ноутбук 2024")) == (1, 2, 4)
    assert number("Киоск 64") == 6, "a kiosk may go by it that has none yet"
    assert number("Главный вход", laptop=one) == 3, "a new code for the same kiosk"
    assert number("Киоск 3", OTHER_SITE) == 3
    copied, heir = enrol(name="Стол 7"), Laptop()
    heir.token = server.succeed(copied.signer, heir.identity).token
    assert server.announce(heir.signer, heir.head(), None).number == 8


def test_a_used_code_is_no_good_for_another_device(central: Central, server: HttpServer) -> None:
    code = central.enrol_code(SITE, "Вход 1")
    server.enrol(code, Identity.generate())
    trouble = refused(lambda: server.enrol(code, Identity.generate()))
    assert trouble is Trouble.NOT_AUTHORISED


def test_a_used_code_is_no_good_once_its_token_was_used(
    central: Central, server: HttpServer
) -> None:
    code, laptop = central.enrol_code(SITE, "Вход 1"), Laptop()
    laptop.token = server.enrol(code, laptop.identity).token
    server.announce(laptop.signer, laptop.head(), None)
    trouble = refused(lambda: server.enrol(code, laptop.identity))
    assert trouble is Trouble.NOT_AUTHORISED


def test_nobody_joins_with_a_key_that_is_not_his(
    central: Central, address: str, enrol: Enrol
) -> None:
    laptop, stranger = enrol(), Identity.generate()
    code = central.enrol_code(SITE, "Вход 2")
    body = {
        "code": code,
        "public": laptop.identity.public.hex(),
        "signature": stranger.sign(protocol.enrol_message(code)),
    }
    answer = httpx.post(f"{address}{protocol.DEVICES}", json=body)
    assert answer.status_code == httpx.codes.FORBIDDEN
    assert [device.name for device in central.stats().devices] == ["Вход 1"]


@pytest.mark.parametrize("code", ["ABCD-EFGH", "", "код", "x" * 1000])
def test_a_wrong_code_is_refused(server: HttpServer, code: str) -> None:
    identity = Identity.generate()
    assert refused(lambda: server.enrol(code, identity)) in (
        Trouble.NOT_AUTHORISED,
        Trouble.REFUSED,
    )


def test_a_device_with_records_does_not_change_sites(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(2)
    laptop.send(server)
    code = central.enrol_code(OTHER_SITE, "Вход 9")
    assert refused(lambda: server.enrol(code, laptop.identity)) is Trouble.REFUSED


@pytest.mark.parametrize("was_seen", [True, False])
def test_nor_does_one_whose_records_are_not_sent_yet(
    central: Central, server: HttpServer, enrol: Enrol, was_seen: bool
) -> None:
    laptop = enrol()
    if was_seen:
        server.announce(laptop.signer, laptop.head(), None)
    code = central.enrol_code(OTHER_SITE, "Вход 9")
    site = 0 if was_seen else SITE
    trouble = refused(lambda: server.enrol(code, laptop.identity, site=site))
    assert trouble is Trouble.REFUSED
    receipt_of(laptop.fill(2).send(server))
    assert server.enrol(code, Identity.generate()).site == OTHER_SITE, "the code is still good"


def test_a_successor_joins_on_the_word_of_the_copied_identity(
    server: HttpServer, enrol: Enrol
) -> None:
    old, heir = enrol(name="Вход 1"), Laptop()
    lost, got = (server.succeed(old.signer, heir.identity) for _ in range(2))
    assert got.token == lost.token != old.token
    third = server.succeed(old.signer, Identity.generate())
    assert (lost.device_name, got.device_name) == ("Вход 1 (копия)", "Вход 1 (копия)")
    assert third.device_name == "Вход 1 (копия 2)"
    assert got.site == SITE
    heir.token = got.token
    assert receipt_of(heir.fill(1).send(server)).device_id == heir.device_id


def test_nobody_joins_on_a_word_that_the_old_identity_did_not_give(
    server: HttpServer, enrol: Enrol
) -> None:
    old, thief = enrol(), Identity.generate()
    forged = Signer(thief, 0, "", old.token)
    assert refused(lambda: server.succeed(forged, Identity.generate())) is Trouble.REFUSED


def test_an_enrolled_device_does_not_become_a_successor(server: HttpServer, enrol: Enrol) -> None:
    old, other = enrol(), enrol(name="Вход 2")
    trouble = refused(lambda: server.succeed(old.signer, other.identity))
    assert trouble is Trouble.NOT_AUTHORISED


# --- upload --------------------------------------------------------------------------------------


def test_a_receipt_is_the_servers_word_for_the_runs_end(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(5)
    receipt = receipt_of(laptop.send(server))
    assert receipt.is_genuine(central.keys.receipts.public)
    assert (receipt.device_id, receipt.seq, receipt.hash) == (laptop.device_id, 5, laptop.end())
    assert receipt.server_time == NOW


def test_an_announcement_tells_what_to_send(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(5)
    first = server.announce(laptop.signer, laptop.head(), None)
    assert (first.receipt, first.send_from, first.server_time) == (None, 1, NOW)
    receipt = receipt_of(laptop.send(server))
    again = server.announce(laptop.signer, laptop.head(), receipt)
    assert again.receipt == receipt
    assert again.vector == {laptop.device_id: Reach(5, 5)}
    laptop.fill(2)
    assert server.announce(laptop.signer, laptop.head(), receipt).send_from == 6
    assert server.announce(laptop.signer, laptop.head(), None).send_from == 1


def test_sending_again_changes_nothing(central: Central, server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol().fill(8)
    for first, last in ((1, 5), (1, 5), (3, 8), (1, 8), (8, 8)):
        answer = laptop.send(server, first, last)
        assert (receipt_of(answer).seq, answer.doubled) == (last, False)
    assert central.stats().records == 8


def test_the_same_run_sent_at_once_by_several_threads_is_kept_once(
    central: Central, address: str, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(300)
    answers: list[Acknowledgement] = []

    def send() -> None:
        with HttpServer(address) as own:
            answers.append(laptop.send(own))

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [receipt_of(answer).seq for answer in answers] == [300] * 4
    assert central.stats().records == 300


def test_a_run_without_its_predecessor_is_asked_for_from_before(
    server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(6)
    gap = laptop.send(server, 4, 6)
    assert (gap.receipt, gap.send_from) == (None, 1)
    laptop.send(server, 1, 3)
    assert receipt_of(laptop.send(server, 4, 6)).seq == 6


def test_unknown_kinds_are_kept(central: Central, server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol()
    laptop.write("of_the_next_version", {"x": [1, {"y": None}]})
    assert receipt_of(laptop.send(server)).seq == 1
    [[entry]] = server.journal(laptop.signer, {})
    assert entry.line == laptop.entries[0].line


def test_private_parts_travel_beside_their_lines(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol()
    laptop.write("walk_in", private={"name": "Иванова Мария"})
    laptop.write()
    laptop.write("walk_in", private={"name": "Петров Пётр"})
    receipt = receipt_of(laptop.send(server))
    assert receipt.private_parts == (1, 3)
    assert [e for page in server.journal(laptop.signer, {}) for e in page] == laptop.entries


def test_a_private_part_may_come_after_its_line(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol()
    laptop.write("walk_in", private={"name": "Иванова Мария"})
    entry = laptop.entries[0]
    laptop.entries[0] = Entry(entry.line)
    assert receipt_of(laptop.send(server)).private_parts == ()
    laptop.entries[0] = entry
    assert receipt_of(laptop.send(server)).private_parts == (1,)
    laptop.entries[0] = Entry(entry.line)
    assert receipt_of(laptop.send(server)).private_parts == (1,)


def test_an_altered_private_part_is_not_kept(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol()
    laptop.write("walk_in", private={"name": "Иванова Мария"})
    laptop.entries[0] = Entry(laptop.entries[0].line, PrivatePart.of({"name": "Другая"}))
    assert receipt_of(laptop.send(server)).private_parts == ()


# --- forks ---------------------------------------------------------------------------------------


def test_both_branches_of_a_copied_folder_are_kept_and_the_copy_is_told(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    first = enrol().fill(3)
    first.send(server)
    copy = first.copy()
    first.fill(2)
    assert not first.send(server, 4).doubled
    copy.write(data={"ticket": 900, "heads": 1, "size": 1})
    welcome = server.announce(copy.signer, copy.head(), None)
    assert welcome.receipt is None
    answer = copy.send(server, 4)
    assert answer.doubled
    assert receipt_of(answer).hash == copy.end()
    assert central.stats().records == 6


def test_a_copy_is_told_again_when_the_first_answer_got_lost(
    server: HttpServer, enrol: Enrol
) -> None:
    first = enrol().fill(3)
    copy = first.copy()
    first.fill(1).send(server)
    copy.write("refusal")
    assert copy.send(server).doubled
    assert copy.send(server, 4).doubled
    assert not copy.send(server, 1, 3).doubled
    copy.write("refusal")
    assert copy.send(server, 5).doubled
    assert not first.fill(1).send(server, 5).doubled


def test_two_first_records_are_two_branches(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    first = enrol()
    copy = first.copy()
    first.fill(1)
    copy.write("refusal")
    assert not first.send(server).doubled
    assert copy.send(server).doubled
    [proof] = server.closing(first.signer)
    assert {head.hash for head in proof.heads} == {first.end(), copy.end()}


# --- refusals ------------------------------------------------------------------------------------


def test_tampered_runs_are_refused_whole(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop, other = enrol().fill(4), enrol(name="Вход 2").fill(4)
    line = laptop.entries[1].line
    altered = Entry(line.replace(b'"ticket":101', b'"ticket":109'))
    assert altered.line != line
    not_canonical = Entry(line.replace(b'"v":1', b'"v": 1'))
    good = laptop.run()
    runs = {
        "altered": [good[0], altered, *good[2:]],
        "swapped": [good[1], good[0], *good[2:]],
        "a hole": [good[0], *good[2:]],
        "no JSON": [*good[:3], Entry(b"{}")],
        "not canonical": [good[0], not_canonical, *good[2:]],
        "another's line": [*good[:3], other.entries[3]],
        "another's run": other.run(),
        "cut off": good[:3],
    }
    for name, run in runs.items():
        head = laptop.head()
        trouble = refused(partial(server.upload, laptop.signer, run, head, head))
        assert trouble is Trouble.REFUSED, name
    assert central.stats().records == 0
    assert receipt_of(laptop.send(server)).seq == 4


def test_heads_that_the_device_did_not_sign_are_refused(server: HttpServer, enrol: Enrol) -> None:
    laptop, other = enrol().fill(2), enrol(name="Вход 2").fill(2)
    for end, newest in ((other.head(), laptop.head()), (laptop.head(), other.head())):
        trouble = refused(partial(server.upload, laptop.signer, laptop.run(), end, newest))
        assert trouble is Trouble.REFUSED
    assert refused(lambda: server.announce(laptop.signer, other.head(), None)) is Trouble.REFUSED


def test_a_journal_that_does_not_begin_with_the_devices_key_is_refused(
    server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    laptop.write(prev="0" * 64)
    assert refused(lambda: laptop.send(server)) is Trouble.REFUSED


def test_a_token_that_is_nobodys_opens_nothing(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol().fill(1)
    laptop.token = "nobody"
    calls = (
        lambda: laptop.send(server),
        lambda: server.announce(laptop.signer, laptop.head(), None),
        lambda: list(server.roster(laptop.signer, RosterCursor())),
        lambda: list(server.journal(laptop.signer, {})),
        lambda: server.closing(laptop.signer),
        lambda: server.succeed(laptop.signer, Identity.generate()),
    )
    assert {refused(call) for call in calls} == {Trouble.NOT_AUTHORISED}


def test_a_token_opens_its_own_site_only(
    central: Central, address: str, server: HttpServer, enrol: Enrol
) -> None:
    here, there = enrol().fill(2), enrol(OTHER_SITE, "Вход 2").fill(3)
    here.send(server)
    there.send(server)
    central.put_roster(OTHER_SITE, [visitor(1)])
    assert [d.device_id for d in server.closing(here.signer)] == [here.device_id]
    assert set(server.announce(here.signer, here.head(), None).vector) == {here.device_id}
    assert {parse(e.line).device_id for p in server.journal(here.signer, {}) for e in p} == {
        here.device_id
    }
    kinds = {c.kind for p in server.roster(here.signer, RosterCursor()) for c in p.changes}
    assert "visitor" not in kinds
    bearer = {"authorization": f"Bearer {here.token}"}
    assert httpx.get(f"{address}/v1/sites/{SITE}/closing", headers=bearer).status_code == 200
    foreign = httpx.get(f"{address}/v1/sites/{OTHER_SITE}/closing", headers=bearer)
    assert foreign.status_code == 403


@settings(max_examples=60)
@given(data=st.data())
def _send_garbage(data: st.DataObject, address: str, token: str) -> None:
    path = data.draw(
        st.sampled_from(
            ["/v1/journal", "/v1/devices", "/v1/devices/successor", "/v1/roster", "/v1", "/x"]
        )
    )
    json_like = st.recursive(
        st.none() | st.integers() | st.text() | st.floats(),
        lambda inner: st.lists(inner) | st.dictionaries(_FIELDS, inner),
    )
    body = data.draw(st.binary(max_size=200) | json_like.map(lambda v: repr(v).encode()))
    headers = {
        "authorization": f"Bearer {token}",
        "content-encoding": data.draw(st.sampled_from(["identity", "gzip", "br"])),
    }
    answer = httpx.post(f"{address}{path}", content=body, headers=headers)
    assert 400 <= answer.status_code < 500
    assert list(answer.json()) == ["error"]


_FIELDS = st.sampled_from(["end", "newest", "lines", "private", "receipt", "seq", "hash", "code"])


def test_garbage_is_refused_and_breaks_nothing(
    address: str, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    _send_garbage(address=address, token=laptop.token)
    bearer = {"authorization": f"Bearer {laptop.token}"}
    for query in ("after=x", "after=a:1:99999999999", "page=1:2", "page=%00", "after=::"):
        answer = httpx.get(f"{address}/v1/journal?{query}", headers=bearer)
        assert answer.status_code in (200, 422), query
    for query in ("after=x", "limit=y"):
        answer = httpx.get(f"{address}/v1/roster?{query}", headers=bearer)
        assert answer.status_code == 422, query
    assert httpx.get(f"{address}/v1/roster?after={10**30}&limit=-5", headers=bearer).is_success


# --- roster --------------------------------------------------------------------------------------


def visitor(number: int, name: str = "Ёлкина Мария") -> Visitor:
    return Visitor(f"v{number}", VisitorKind.PUPIL, name)


def test_a_roster_comes_in_slices_and_goes_on_from_its_cursor(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    people = FIRST_SLICE + 2 * ROSTER_SLICE
    central.put_roster(SITE, [visitor(n) for n in range(people)])
    pages = list(server.roster(laptop.signer, RosterCursor()))
    assert [len(page.changes) <= FIRST_SLICE for page in pages] == [True, True]
    assert [page.complete for page in pages] == [False] * (len(pages) - 1) + [True]
    changes = [change for page in pages for change in page.changes]
    assert len(changes) == people + 3
    assert RosterChange(4, "visitor", "v0", visitor(0)) in changes
    [rest_only] = server.roster(laptop.signer, pages[-1].cursor)
    assert (list(rest_only.changes), rest_only.complete) == ([], True)
    resumed = list(server.roster(laptop.signer, pages[0].cursor))
    assert all(len(page.changes) <= ROSTER_SLICE for page in resumed), "scans may be waiting"
    assert [change for page in (pages[0], *resumed) for change in page.changes] == changes
    announced = server.announce(laptop.signer, laptop.head(), None)
    assert announced.roster == pages[-1].cursor


def test_a_large_roster_takes_several_answers(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    central.put_roster(SITE, [visitor(n) for n in range(4_500)])
    pages = list(server.roster(laptop.signer, RosterCursor()))
    names = [(change.kind, change.key) for page in pages for change in page.changes]
    assert len(names) == len(set(names)) == 4_503  # the event, the site, the key, the visitors
    assert pages[-1].complete


def test_changes_and_removals_come_as_news(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    central.put_roster(SITE, [visitor(1), visitor(2)])
    *_, last = server.roster(laptop.signer, RosterCursor())
    central.put_roster(SITE, [visitor(1), visitor(2, "Иванoв Пётр")])
    with central.database.write() as connection:
        rosters.take_off(connection, SITE, [("visitor", "v1"), ("visitor", "never there")])
    [page] = server.roster(laptop.signer, last.cursor)
    assert [(c.key, c.item) for c in page.changes] == [
        ("v2", visitor(2, "Иванoв Пётр")),
        ("v1", None),
    ]


def test_another_epoch_begins_from_the_start(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol()
    central.put_roster(SITE, [visitor(n) for n in range(10)])
    whole = list(server.roster(laptop.signer, RosterCursor()))
    elsewhere = replace(whole[-1].cursor, epoch="ab" * 16)
    assert list(server.roster(laptop.signer, whole[-1].cursor)) != whole
    assert list(server.roster(laptop.signer, elsewhere)) == whole


# --- the journal feed ----------------------------------------------------------------------------


def held_by(*laptops: Laptop) -> dict[str, Reach]:
    return {each.device_id: Reach(len(each.records), len(each.records)) for each in laptops}


def fetched(server: HttpServer, asker: Laptop, held: dict[str, Reach]) -> list[bytes]:
    slices = list(server.journal(asker.signer, held))
    assert all(0 < len(entries) <= SLICE for entries in slices)
    return [entry.line for entries in slices for entry in entries]


def test_the_feed_brings_what_the_asker_lacks(server: HttpServer, enrol: Enrol) -> None:
    one, two = enrol(name="Вход 1").fill(5), enrol(name="Вход 2").fill(7)
    one.send(server)
    two.send(server)
    assert fetched(server, one, held_by(one, two)) == []
    half = held_by(one) | {two.device_id: Reach(4, 4)}
    assert fetched(server, one, half) == [e.line for e in two.run(5)]
    assert sorted(fetched(server, one, {})) == sorted(e.line for e in [*one.run(), *two.run()])


def test_the_feed_gives_a_restored_kiosk_its_own_records(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol().fill(6)
    laptop.send(server)
    assert fetched(server, laptop, {laptop.device_id: Reach(2, 2)}) == [
        e.line for e in laptop.run(3)
    ]


def test_the_feed_brings_a_branch_that_came_late(server: HttpServer, enrol: Enrol) -> None:
    asker, first = enrol(name="Вход 1"), enrol(name="Вход 2").fill(3)
    copy = first.copy()
    first.fill(5).send(server)
    held = held_by(asker, first)
    copy.write("refusal")
    copy.send(server)
    late = fetched(server, asker, held)
    assert set(late) == {e.line for e in [*first.run(), *copy.run()]}
    assert fetched(server, asker, {first.device_id: Reach(8, 9)}) == []


def test_a_kiosk_with_unsent_records_is_not_sent_its_own(server: HttpServer, enrol: Enrol) -> None:
    laptop = enrol().fill(6)
    laptop.send(server)
    laptop.fill(3)
    assert fetched(server, laptop, held_by(laptop)) == []


def test_a_long_feed_takes_several_answers(server: HttpServer, enrol: Enrol) -> None:
    asker, other = enrol(name="Вход 1"), enrol(name="Вход 2").fill(4_100)
    for first in range(1, 4_100, 500):
        other.send(server, first, min(first + 499, 4_100))
    assert fetched(server, asker, {}) == [e.line for e in other.run()]


# --- closing and figures -------------------------------------------------------------------------


def test_closing_shows_signed_heads_and_receipts_for_every_branch(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    idle, first = enrol(name="Вход 1"), enrol(name="Вход 2").fill(3)
    copy = first.copy()
    first.fill(2).send(server, 1, 4)
    copy.write("refusal")
    copy.send(server)
    asleep, busy = server.closing(idle.signer)
    assert (asleep.device_id, asleep.recorded, asleep.heads) == (idle.device_id, 0, ())
    assert asleep.last_seen is None
    assert (busy.name, busy.recorded, busy.last_seen) == ("Вход 2", 5, NOW)
    lines = [parse(e.line) for p in server.journal(idle.signer, {}) for e in p]
    leaves = {branch.leaf.hash for branch in branches(lines, busy.public)}
    assert leaves == {head.hash for head in busy.heads} == {r.hash for r in busy.receipts}
    assert all(head.is_genuine(busy.public) for head in busy.heads)
    assert all(r.is_genuine(central.keys.receipts.public) for r in busy.receipts)


def test_the_largest_number_that_a_device_named_is_remembered(
    server: HttpServer, enrol: Enrol
) -> None:
    laptop = enrol().fill(9)
    server.announce(laptop.signer, laptop.head(), None)
    server.announce(laptop.signer, laptop.head(3), None)
    [proof] = server.closing(laptop.signer)
    assert (proof.recorded, proof.heads) == (9, ())


def test_the_figures_fold_everything_that_is_held(
    central: Central, server: HttpServer, enrol: Enrol
) -> None:
    one, two = enrol(name="Вход 1"), enrol(name="Вход 2")
    for laptop in (one, two):
        laptop.write(data={"ticket": 5, "ticket_kind": "pupil", "heads": 1, "size": 1})
    one.write(data={"ticket": 6, "ticket_kind": "group", "heads": 20, "size": 25})
    one.write(
        Kind.TRIAL_RESULT, TrialResult.data(5, "сварка", Outcome.COMPLETED, heads=1, score=None)
    )
    copy = two.copy()
    two.write(Kind.DAY_ENDED)
    copy.write("refusal")
    for laptop in (one, two, copy):
        laptop.send(server)
    heir = Laptop()
    heir.token = server.succeed(copy.signer, heir.identity).token
    heir.write(Kind.OPENED, {"succeeds": {"hash": copy.end()}})
    heir.write(Kind.DAY_ENDED)
    heir.send(server)
    figures = central.stats()
    assert (figures.records, figures.arrivals, figures.unique_visitors) == (8, 22, 21)
    assert figures.trials_completed == 1
    ended = {device.name: device.ended for device in figures.devices}
    assert ended == {"Вход 1": False, "Вход 2": True, "Вход 2 (копия)": True}
    assert figures.devices[0].last_seq == 3
    assert figures.fields()["devices"][0]["hash"] == one.end()
