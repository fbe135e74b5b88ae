"""Whatever a kiosk writes under its own signature is kept, and nobody stumbles over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kiosk.central.admin import Central
from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome, TrialResult
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.exchange.client import HttpServer
from kiosk.journal.canonical import encode
from kiosk.operations.close_site import look
from kiosk.operations.enrol import enrol
from kiosk.operations.overview import overview
from kiosk.operations.sync import sync
from kiosk.store.database import Database
from kiosk.store.verify import verify
from tests.integration.laptops import NOW, SITE, Laptop, receipt_of
from tests.mutations import mutated
from tests.unit.operations.fakes import FakeClock

HASH = "ab" * 32
INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
SOUND: dict[str, dict[str, Any]] = {
    Kind.OPENED: {"public": HASH, "succeeds": {"device_id": "ab" * 16, "seq": 3, "hash": HASH}},
    Kind.ARRIVAL: Passage(5, TicketKind.GROUP, 25, "wedge").data(heads=20, scan="ab"),
    Kind.GROUP_PENDING: Passage(5, TicketKind.GROUP, 25, "wedge").data(scan="ab"),
    Kind.DEPARTURE: Passage(5, TicketKind.GROUP, 25, "wedge").data(heads=3, scan="ab"),
    Kind.WALK_IN: WalkIn.one(WalkInNumber(1, 17), WalkInKind.PUPIL, grade="9").data(),
    Kind.BRIEFING: {"ticket": 5},
    Kind.OVERRIDE: {"target": HASH, "ticket": 5, "verdict": "wrong_day", "reason": "guest"},
    Kind.SIGN_IN: {},
    Kind.SIGN_OUT: {},
    Kind.DAY_STARTED: {"tests": 3},
    Kind.REFUSAL: {"verdict": "forged", "scan": "ab", "source": "wedge", "ticket": 5},
    Kind.TRIAL_RESULT: TrialResult.data(5, "t1", Outcome.COMPLETED, heads=1, score=3),
    Kind.RETRACTION: {"target": HASH, "target_seq": 2, "reason": "mistake", "ticket": 5},
    Kind.CLOCK_CHECKED: {"true_ms": NOW, "source": "server"},
    Kind.DAY_ENDED: {},
    Kind.DEVICE_EXCUSED: {"device_id": "ab" * 16, "reason": "broken"},
    Kind.SITE_CLOSED: {"heads": {"ab" * 16: [HASH]}},
    "of_tomorrow": {"x": [1, {"y": None}]},
}
"""Of each kind the data of a sound record."""


@st.composite
def records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A kind with data that are nearly its own, or another kind's, or anything."""
    kind = draw(st.sampled_from(list(SOUND)))
    data = draw(mutated(SOUND[draw(st.just(kind) | st.sampled_from(list(SOUND)))]))
    try:
        encode(data)
    except ValueError:
        assume(False)
    return kind, data


def test_there_is_an_example_of_each_kind() -> None:
    assert set(Kind) <= SOUND.keys()


def test_whatever_records_say_they_travel_and_are_counted(
    central: Central, server: HttpServer, address: str, tmp_path: Path
) -> None:
    clock = FakeClock(NOW)
    with Database.open_or_create(tmp_path / "kiosk") as store:
        code = central.enrol_code(SITE, "Вход 1")
        enrol(store, server, server_url=address, code=code, fingerprint="")

        @settings(max_examples=40, suppress_health_check=list(HealthCheck))
        @given(
            written=st.lists(records(), min_size=1, max_size=8),
            odd=st.fixed_dictionaries(
                {}, optional={"event": INTEGERS, "site": INTEGERS, "operator": st.text(max_size=5)}
            ),
        )
        def travel(written: list[tuple[str, dict[str, Any]]], odd: dict[str, Any]) -> None:
            laptop = Laptop()
            code = central.enrol_code(SITE, "Вход 2")
            laptop.token = server.enrol(code, laptop.identity).token
            laptop.write(Kind.OPENED, {"public": laptop.identity.public.hex()})
            for kind, data in written:
                laptop.write(kind, data, **odd)
            assert receipt_of(laptop.send(server)).seq == 1 + len(written)
            report = sync(store, server, clock)
            assert (report.troubles, report.pending) == ([], 0)
            entries = store.read(lambda uow: list(uow.journal.entries(laptop.device_id)))
            assert [entry.line for entry in entries] == [e.line for e in laptop.entries]
            figures, came = central.stats(), look(store, server, clock).attendance
            assert figures.arrivals == came.arrivals()
            assert figures.unique_visitors == came.unique_visitors()
            assert store.read(overview).tally.site == came.unique_visitors()

        travel()
        assert verify(store).ok
