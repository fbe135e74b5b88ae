"""Records, tickets and desks invented for the tests of the rules."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from kiosk.domain.movements import Passage
from kiosk.domain.records import Kind, Record
from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome, TrialResult

DEVICES = ("a" * 32, "b" * 32, "c" * 32)
TRIALS = ("weld", "cnc")


def record(
    kind: str,
    data: Mapping[str, Any] | None = None,
    *,
    device: str = DEVICES[0],
    seq: int = 1,
    at: int = 1_000,
    timebase: str = "boot",
    elapsed: int = 0,
    prev: str = "",
) -> Record:
    """A record whose hash depends on all that is in it, as a line's does."""
    fields = (kind, sorted((data or {}).items()), device, seq, at, timebase, elapsed, prev)
    return Record(
        device_id=device,
        seq=seq,
        recorded_at=at,
        timebase_id=timebase,
        elapsed_ms=elapsed,
        event=1,
        site=7,
        entrance="A",
        operator="v1",
        kind=kind,
        data=data or {},
        prev=prev,
        hash=hashlib.sha256(repr(fields).encode()).hexdigest(),
    )


def arrival(ticket: int = 1, *, heads: int = 1, size: int = 1, **more: Any) -> Record:
    """An arrival's record."""
    kind = TicketKind.GROUP if size > 1 else TicketKind.PUPIL
    data = Passage(ticket, kind, size, "scan").data(heads=heads)
    return record(Kind.ARRIVAL, data, **more)


def result(
    ticket: int = 1, trial: str = "weld", outcome: Outcome = Outcome.COMPLETED, **more: Any
) -> Record:
    """A trial result's record."""
    data = TrialResult.data(ticket, trial, outcome, heads=1, score=None)
    return record(Kind.TRIAL_RESULT, data, **more)


def retraction(target: Record, **more: Any) -> Record:
    """The record that takes another one back."""
    return record(Kind.RETRACTION, {"target": target.hash}, **more)


def clock_check(true_ms: int, **more: Any) -> Record:
    """What somebody else's clock said of a timebase."""
    return record(Kind.CLOCK_CHECKED, {"true_ms": true_ms, "source": "server"}, **more)


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """What three devices of a site may have recorded, in the order of their numbers."""
    found: list[Record] = []
    for seq in range(1, draw(st.integers(0, 12)) + 1):
        clocks: dict[str, Any] = {
            "seq": seq,
            "device": draw(st.sampled_from(DEVICES)),
            "timebase": draw(st.sampled_from(("boot-1", "boot-2"))),
            "at": draw(st.integers(0, 50)),
            "elapsed": draw(st.integers(0, 50)),
        }
        ticket = draw(st.integers(1, 3))
        kind = draw(st.sampled_from(("arrival", "result", "retraction", "check", "other")))
        if kind == "arrival":
            size = draw(st.integers(1, 4))
            found.append(arrival(ticket, heads=draw(st.integers(1, 4)), size=size, **clocks))
        elif kind == "result":
            outcome = draw(st.sampled_from(Outcome))
            found.append(result(ticket, draw(st.sampled_from(TRIALS)), outcome, **clocks))
        elif kind == "retraction" and found:
            found.append(retraction(draw(st.sampled_from(found)), **clocks))
        elif kind == "check":
            found.append(clock_check(draw(st.integers(1, 90)), **clocks))
        else:
            found.append(record("invented_later", {"ticket": ticket, "heads": 9}, **clocks))
    return found


@st.composite
def told_twice(draw: st.DrawFn) -> tuple[list[Record], list[Record]]:
    """A history, and the same set of records in another order with repeats."""
    history = draw(histories())
    repeats = draw(st.lists(st.sampled_from(history), max_size=5)) if history else []
    return history, draw(st.permutations(history + repeats))
