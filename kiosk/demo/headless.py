"""The demo without a display: the whole day, told, counted and closed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial

from rich.console import Console
from rich.table import Table

from kiosk.central.admin import Central
from kiosk.central.serve import running_server
from kiosk.demo.day import DayClock, PlayedKiosk, opened_kiosks, play
from kiosk.demo.plan import Expected, expected
from kiosk.demo.prepare import DemoWorld
from kiosk.demo.staff import MANAGER
from kiosk.demo.story import Story
from kiosk.domain.admission import VerdictName
from kiosk.domain.records import Kind, Record
from kiosk.domain.trials import Outcome
from kiosk.operations.close_site import Closing, close_site
from kiosk.operations.end_day import end_day
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment

EVENING = 17 * 60
"""The minute of the day when the second kiosk gets a network and the kiosks are ended."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The day in figures; the last line of a headless demo is this as JSON."""

    visitors: int
    arrivals: int
    unique_visitors: int
    refusals: int
    second_scans: int
    trials_completed: int
    trials_not_completed: int
    recorded: int
    on_server: int
    closed: bool


@dataclass(frozen=True, slots=True)
class PlayedDay:
    """The day's kiosks, still open, with the closing page before the evening and after it.

    `now_ms` is its last moment, UTC milliseconds.
    """

    kiosks: list[PlayedKiosk]
    before: Closing
    after: Closing
    now_ms: int


def play_day(
    world: DemoWorld, console: Console, take_pictures: Callable[[PlayedDay], None]
) -> Totals:
    """Plays the whole day of a prepared world and closes it; pictures are taken at its end."""
    story = Story(world, console)
    clock = DayClock(world)
    with (
        closing(Central.open(world.central, now_ms=lambda: clock.now_ms)) as central,
        running_server(central, world.port),
        opened_kiosks(world, clock) as kiosks,
    ):
        play(world, kiosks, clock, story)
        day = _evening(kiosks, clock, story)
        take_pictures(day)
        records = [kiosk.store.read(_own_records) for kiosk in kiosks]
        on_server = central.stats().records
    totals = _totals(world, day.after, records, on_server)
    _show(totals, expected(world.plan, world.tickets), console)
    return totals


def _evening(kiosks: list[PlayedKiosk], clock: DayClock, story: Story) -> PlayedDay:
    """The network comes back, each kiosk ends its day, the manager closes the site."""
    manager = kiosks[0]
    clock.now_ms = clock.at(EVENING)
    _set_clocks(kiosks, clock)
    before = close_site(manager.store, manager.server, manager.clock, MANAGER)
    story.stands_in_the_way(clock.now_ms, before)
    for kiosk in kiosks:
        clock.now_ms += 60_000
        _set_clocks(kiosks, clock)
        moment = Moment(kiosk.clock.now(), kiosk.operator)
        ended = kiosk.store.write(partial(end_day, moment=moment))
        story.ended(clock.now_ms, kiosk.name, ended.seq, kiosk.sync())
    page = close_site(manager.store, manager.server, manager.clock, MANAGER)
    story.closed(clock.now_ms, page)
    return PlayedDay(kiosks, before, page, clock.now_ms)


def _set_clocks(kiosks: list[PlayedKiosk], clock: DayClock) -> None:
    for kiosk in kiosks:
        kiosk.clock.set(clock.now_ms)


def _own_records(uow: UnitOfWork) -> list[Record]:
    return [
        record
        for signer in uow.journal.signers()
        for record in uow.journal.records(signer.identity.device_id)
    ]


def _totals(world: DemoWorld, page: Closing, records: list[list[Record]], on_server: int) -> Totals:
    verdicts = Counter(
        record.text("verdict") for own in records for record in own if record.kind == Kind.REFUSAL
    )
    second = verdicts.pop(VerdictName.ALREADY_INSIDE, 0)
    outcomes = Counter(result.outcome for result in page.results.values())
    return Totals(
        visitors=len(world.world.here.visitors),
        arrivals=page.attendance.arrivals(),
        unique_visitors=page.attendance.unique_visitors(),
        refusals=verdicts.total(),
        second_scans=second,
        trials_completed=outcomes[Outcome.COMPLETED],
        trials_not_completed=outcomes[Outcome.NOT_COMPLETED],
        recorded=sum(len(own) for own in records),
        on_server=on_server,
        closed=page.closed,
    )


_WORDS = {
    "visitors": "Visitors in the list",
    "arrivals": "Arrivals, heads",
    "unique_visitors": "Different people",
    "refusals": "Refused or sent on",
    "second_scans": "Second scans",
    "trials_completed": "Trials completed",
    "trials_not_completed": "Trials not completed",
    "recorded": "Records on the kiosks",
    "on_server": "Records on the server",
    "closed": "Day closed",
}


def _show(totals: Totals, planned: Expected, console: Console) -> None:
    """The totals beside what the plan of the day must lead to."""
    table = Table(title="The day in figures", title_justify="left")
    table.add_column("")
    table.add_column("counted", justify="right")
    table.add_column("planned", justify="right")
    plan = asdict(planned)
    for name, value in asdict(totals).items():
        due = plan.get(name, "")
        table.add_row(_WORDS[name], str(value), str(due))
    console.print(table)


def json_line(totals: Totals) -> str:
    """The totals as one line of JSON."""
    return json.dumps(asdict(totals))
