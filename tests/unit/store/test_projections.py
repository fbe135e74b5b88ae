"""The projections are the domain's folds, whatever the order in which records come."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import attendance, trials
from kiosk.domain.headcount import PAPER
from kiosk.domain.history import history_of
from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.true_time import true_time
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.operations.ports import Entry
from kiosk.operations.recording import append
from kiosk.store import projections
from kiosk.store.check_projections import projections_fit
from kiosk.store.database import Database
from kiosk.store.unit_of_work import Transaction
from tests.unit.store.chains import Chain, arrival_data, moment

TICKETS = (1, 2, 3)
GROUP = 9
"""The party of tickets 2 and 3."""
TRIALS = ("weld", "cnc")
INVENTED_LATER = "invented_later"

steps = st.lists(
    st.tuples(
        st.sampled_from(("here", "b", "c", "merge")),
        st.sampled_from(
            (
                "arrival",
                "departure",
                "group",
                "leaving",
                "asked",
                "walk-in",
                "briefing",
                "result",
                "retraction",
                "check",
                "other",
            )
        ),
        st.sampled_from(TICKETS),
        st.integers(1, 4),
        st.integers(0, 60),
    ),
    max_size=25,
)


class _Undo(Exception):
    """Takes a test's transaction back, so that all examples share one database."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with Database.create(tmp_path_factory.mktemp("kiosk")) as made:
        yield made


def _what(  # noqa: PLR0911 - one line a kind
    kind: str, ticket: int, number: int, clock: int, known: list[Record]
) -> tuple[str, dict[str, Any]]:
    if kind in {"arrival", "departure"}:
        party = GROUP if ticket > 1 else 0
        passage = Passage(ticket, TicketKind.PUPIL, 1, "scan", group=party)
        apart = [ticket] if party and clock % 3 == 0 else []
        return Kind(kind), passage.data(heads=1, apart=apart)
    if kind in {"group", "leaving", "asked"}:
        return _of_group(kind, ticket, number, clock)
    if kind == "walk-in":
        walk_in = WalkIn.one(WalkInNumber(1, ticket), WalkInKind.PARENT, school="School 7")
        return Kind.WALK_IN, walk_in.data()
    if kind == "briefing":
        return Kind.BRIEFING, {"ticket": ticket} if clock % 2 else {"slot": number}
    if kind == "result":
        outcome = Outcome.COMPLETED if number % 2 else Outcome.NOT_COMPLETED
        data = TrialResult.data(ticket, TRIALS[clock % 2], outcome, heads=1, score=number)
        return Kind.TRIAL_RESULT, data
    if kind == "retraction" and known:
        return Kind.RETRACTION, {"target": known[clock % len(known)].hash}
    if kind == "check":
        return Kind.CLOCK_CHECKED, {"true_ms": 1 + clock * 3}
    return INVENTED_LATER, {"ticket": ticket, "heads": 9}


def _of_group(kind: str, ticket: int, number: int, clock: int) -> tuple[str, dict[str, Any]]:
    source = PAPER if clock % 4 == 0 else "scan"
    passage = Passage(GROUP, TicketKind.GROUP, 5, source)
    if kind == "asked":
        return Kind.GROUP_PENDING, passage.data()
    if kind == "leaving":
        return Kind.DEPARTURE, passage.data(heads=number)
    more: dict[str, Any] = {"said_at": 1 + clock} if source == PAPER else {}
    named = [ticket] if clock % 5 == 0 else []
    apart = [2] if clock % 5 == 1 else []
    adults = number // 2
    data = passage.data(heads=number, adults=adults, named=named, apart=apart, **more)
    return Kind.ARRIVAL, data


def _play(transaction: Transaction, story: list[tuple[str, str, int, int, int]], seed: int) -> None:
    """Three devices write; what two of them wrote comes late, shuffled, twice, in pieces."""
    random = Random(seed)
    chains = {"b": Chain(), "c": Chain()}
    known: list[Record] = []
    on_the_way: list[Entry] = []
    for device, kind, ticket, number, clock in story:
        if device == "merge":
            random.shuffle(on_the_way)
            transaction.journal.merge(on_the_way[:number] * 2)
            del on_the_way[: number // 2]
            continue
        what, data = _what(kind, ticket, number, clock, known)
        when = moment(at=clock, timebase=f"boot-{device}-{number % 2}", elapsed=clock * 7 % 50)
        if device == "here" and what != INVENTED_LATER:
            known.append(append(transaction, when, Kind(what), data))
        elif device != "here":
            known.append(chains[device].add(what, data, when))
            on_the_way.append(chains[device].entries[-1])
    everything = [entry for chain in chains.values() for entry in chain.entries]
    random.shuffle(everything)
    transaction.journal.merge(everything)


def _check(transaction: Transaction) -> None:
    records = list(transaction.journal.records())
    here = transaction.journal.signer().identity.device_id
    own = frozenset(record.hash for record in records if record.device_id == here)
    assert projections_fit(transaction.connection, records, own)
    folded = attendance.fold(records)
    seen = transaction.attendance
    for ticket, party in (*((t, t) for t in TICKETS), (2, GROUP), (3, GROUP), (GROUP, GROUP)):
        standing = folded.by_party.get(party, ())
        assert seen.history(ticket, party) == history_of(ticket, standing, folded.anchors)
    assert seen.double_entries() == folded.double_entries()
    assert seen.uncounted() == sorted(moved.party for moved in folded.uncounted())
    assert dict(seen.inside()) == {p: c.inside for p, c in folded.counts.items() if c.inside}
    tally = seen.tally()
    assert (tally.site, tally.inside, tally.paper) == (
        folded.unique_visitors(),
        folded.inside(),
        folded.from_paper(),
    )
    results = trials.fold(records)
    for trial in TRIALS:
        expected = [result for (_, name), result in results.items() if name == trial]
        assert sorted(seen.results(trial), key=lambda r: r.hash) == sorted(
            expected, key=lambda r: r.hash
        )
        times = [true_time(result, folded.anchors).ms for result in seen.results(trial)]
        assert times == sorted(times, reverse=True)
        for ticket in TICKETS:
            assert seen.result(ticket, trial) == results.get((ticket, trial))


@given(steps, st.integers(0, 2**32))
def test_tables_are_the_folds(
    database: Database, story: list[tuple[str, str, int, int, int]], seed: int
) -> None:
    def job(transaction: Transaction) -> None:
        _play(transaction, story, seed)
        _check(transaction)
        projections.rebuild(transaction.connection)
        _check(transaction)
        raise _Undo

    with pytest.raises(_Undo):
        database.write(job)


def test_this_kiosks_heads_are_its_own(database: Database) -> None:
    elsewhere = Chain()
    elsewhere.arrive(1)
    elsewhere.arrive(2, heads=20, size=25)

    def job(transaction: Transaction) -> None:
        transaction.journal.merge(elsewhere.entries)
        append(transaction, moment(), Kind.ARRIVAL, arrival_data(1))
        append(transaction, moment(), Kind.ARRIVAL, arrival_data(2, heads=10, size=25))
        tally = transaction.attendance.tally()
        assert (tally.this_kiosk, tally.site) == (11, 26)
        raise _Undo

    with pytest.raises(_Undo):
        database.write(job)
