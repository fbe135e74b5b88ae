"""What the desk shows beside the verdict, and what a search finds."""

from __future__ import annotations

from kiosk.domain.admission import Note
from kiosk.domain.visitors import Visitor, VisitorKind
from kiosk.journal.identity import Identity
from kiosk.operations.overview import RECENT, overview
from kiosk.operations.search import search
from tests.unit.operations.fakes import MemoryStore
from tests.unit.operations.invented import (
    Kiosk,
    class_with_members,
    group_ticket,
    listed,
    ticket,
)


def test_the_latest_scans_come_first_and_undone_ones_are_marked(kiosk: Kiosk) -> None:
    for number in (6, 1, 2, 3, 4, 5):
        kiosk.scan(ticket(number))
    last = kiosk.scan("TP-0010").record
    kiosk.undo(kiosk.records()[2].seq)
    shown = kiosk.store.read(overview)
    assert len(shown.recent) == RECENT
    assert shown.recent[0].record == last
    assert shown.recent[0].listed is None
    assert [scan.retracted for scan in shown.recent] == [False] * 5 + [True]
    listed = shown.recent[1].listed
    assert listed is not None
    assert listed.number == 5


def test_counts_and_what_is_not_sent(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    kiosk.scan(group_ticket(8, 25))
    shown = kiosk.store.read(overview)
    assert (shown.tally.this_kiosk, shown.tally.site, shown.pending) == (1, 1, 3)
    assert shown.site is not None
    assert shown.site.name == "Works"
    kiosk.sync()
    assert kiosk.store.read(overview).pending == 0


def test_an_ended_day_is_known_until_something_is_recorded(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(1))
    assert kiosk.overview().day_ended_at is None
    kiosk.end_day()
    ended_at = kiosk.records()[-1].recorded_at
    kiosk.sync()
    assert kiosk.kinds()[-1] == "clock_checked"
    assert kiosk.overview().day_ended_at == ended_at
    kiosk.scan(ticket(2))
    assert kiosk.overview().day_ended_at is None


def test_before_enrolment_there_is_little_to_show() -> None:
    shown = MemoryStore(Identity.generate()).read(overview)
    assert (shown.binding, shown.event, shown.site, shown.recent) == (None, None, None, ())


def test_a_search_tells_who_came(kiosk: Kiosk) -> None:
    kiosk.scan(ticket(2))
    found = kiosk.store.read(lambda uow: search(uow, "Сова", limit=3))
    inside = {f.match.listed.number: f.inside for f in found if f.match.listed}
    assert inside == {1: 0, 2: 1, 3: 0}


def test_a_search_tells_of_a_member_and_of_their_group(kiosk: Kiosk) -> None:
    kiosk.store.contents.roster.tickets |= class_with_members()
    kiosk.scan(ticket(11))
    kiosk.count(kiosk.scan(group_ticket(8, 25)), 20)
    found = kiosk.store.read(lambda uow: search(uow, "", limit=99))
    inside = {f.match.listed.number: f.inside for f in found if f.match.listed}
    assert (inside[11], inside[12], inside[8]) == (1, 0, 21)


def test_without_consent_nobody_is_named(kiosk: Kiosk) -> None:
    person = Visitor("p41", VisitorKind.PUPIL, "Неясыть Вера", "School 3", "9А", consent=False)
    kiosk.store.contents.roster.tickets |= {41: listed(41, holder=person)}
    answer = kiosk.scan(ticket(41))
    assert answer.verdict.notes == {Note.NO_CONSENT}
    assert answer.seen.listed is not None
    assert answer.seen.listed.label == ""
    [shown] = kiosk.overview().recent
    assert shown.listed is not None
    assert shown.listed.label == ""
    assert "Неясыть".encode() not in b"".join(
        entry.line for entry in kiosk.store.contents.entries.values()
    )
