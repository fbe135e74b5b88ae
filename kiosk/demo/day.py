"""Playing the planned day: real kiosks, real pictures, a real server, an invented clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.clock import SetClock
from kiosk.demo.plan import OFFLINE_KIOSK, RecordTrial, ScanTicket, Step
from kiosk.demo.prepare import DemoWorld, kiosk_name
from kiosk.demo.story import Story
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.visitors import Group
from kiosk.exchange.client import HttpServer
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.count_group import count_group
from kiosk.operations.log_trial import find_participant, log_trial
from kiosk.operations.overview import overview
from kiosk.operations.ports import Server, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.sync import SyncReport, sync
from kiosk.scanning.images import decode_image
from kiosk.scanning.scan import scan_of
from kiosk.store.database import Database

WRONG_CLOCK_MS = -47 * 60_000
"""The second kiosk's clock is 47 minutes slow."""

SYNC_EVERY_MS = 30 * 60_000
"""Kiosks with a network send what they have every half hour."""

DOORS_CLOSE = 13 * 60
"""The minute of the day after which nobody arrives any more."""

STAFF = ("volunteer-1", "volunteer-2", "volunteer-3")


@dataclass(slots=True)
class PlayedKiosk:
    """One kiosk of the played day. `examples` hold the first check-in of each verdict."""

    name: str
    store: Database
    clock: SetClock
    server: Server
    operator: str
    online: bool
    examples: dict[VerdictName, CheckIn] = field(default_factory=dict)

    def scan(self, picture: Path) -> CheckIn:
        """Holds a ticket's picture before the scanner; a group is counted, and all have come."""
        scanned = scan_of(decode_image(picture)[0], Source.IMAGE)
        moment = Moment(self.clock.now(), self.operator)
        found = self.store.write(
            lambda uow: check_in(uow, moment, scanned.text, source=scanned.source.value)
        )
        self.examples.setdefault(found.verdict.name, found)
        if found.verdict.name is VerdictName.GROUP_PENDING:
            self.store.write(partial(_count_all, moment=moment, asked=found))
        return found

    def log_trial(self, text: str, action: RecordTrial) -> None:
        moment = Moment(self.clock.now(), self.operator)
        self.store.write(
            lambda uow: log_trial(
                uow,
                moment,
                find_participant(uow, text),
                action.trial_id,
                action.outcome,
                score=action.score,
            )
        )

    def sync(self) -> SyncReport:
        return sync(self.store, self.server, self.clock)


def _count_all(uow: UnitOfWork, moment: Moment, asked: CheckIn) -> None:
    """Counts all for whom a group's ticket still has room."""
    if asked.passage is None:
        return
    holder = asked.seen.listed.holder if asked.seen.listed else None
    adults = holder.adults if isinstance(holder, Group) else 0
    adults = max(adults - asked.verdict.presence.adults, 0)
    pupils = asked.verdict.heads - adults
    count_group(uow, moment, asked.passage, pupils=pupils, adults=adults, pending=asked.record)


class DayClock:
    """The true time of the played day, shared by the server and, through `set`, by the kiosks."""

    def __init__(self, world: DemoWorld) -> None:
        zone = ZoneInfo(world.site.timezone)
        midnight = datetime.combine(world.world.event.days[0][1], time(), zone)
        self._midnight_ms = round(midnight.astimezone(UTC).timestamp() * 1000)
        self.now_ms = self.at(8 * 60)

    def at(self, minute: int) -> int:
        """UTC milliseconds of a minute of the site's local day."""
        return self._midnight_ms + minute * 60_000

    def of(self, step: Step) -> int:
        return self._midnight_ms + step.at


@contextmanager
def opened_kiosks(world: DemoWorld, clock: DayClock) -> Iterator[list[PlayedKiosk]]:
    """Opens every kiosk's data folder; the second kiosk's clock is slow and it is offline."""
    with ExitStack() as stack:
        kiosks = []
        for index, folder in enumerate(world.kiosks):
            store = stack.enter_context(Database.open(folder))
            server = stack.enter_context(HttpServer(world.server_url))
            wrong = WRONG_CLOCK_MS if index == OFFLINE_KIOSK else 0
            kiosks.append(
                PlayedKiosk(
                    name=kiosk_name(index),
                    store=store,
                    clock=SetClock(clock.now_ms, wrong_by_ms=wrong),
                    server=server,
                    operator=STAFF[index % len(STAFF)],
                    online=index != OFFLINE_KIOSK,
                )
            )
        yield kiosks


def play(world: DemoWorld, kiosks: list[PlayedKiosk], clock: DayClock, story: Story) -> None:
    """Plays the plan step by step, and lets the kiosks that have a network sync on the way."""
    clock.now_ms = clock.of(world.plan[0])
    offline = next((kiosk.name for kiosk in kiosks if not kiosk.online), "")
    story.opens(clock.now_ms, len(world.world.here.visitors), offline)
    next_sync = clock.now_ms + SYNC_EVERY_MS
    for step in world.plan:
        clock.now_ms = clock.of(step)
        if clock.now_ms >= next_sync:
            next_sync = clock.now_ms + SYNC_EVERY_MS
            _count(kiosks, clock, story)
            _sync_online(kiosks, clock)
        kiosk = kiosks[step.kiosk]
        kiosk.clock.set(clock.now_ms)
        ticket = world.tickets[step.action.ticket_index]
        if isinstance(step.action, ScanTicket):
            found = kiosk.scan(world.picture(step.action.ticket_index))
            story.scanned(clock.now_ms, kiosk.name, found)
        else:
            kiosk.log_trial(ticket.text, step.action)
            outcome = step.action.outcome.replace("_", " ")
            story.tried(clock.now_ms, kiosk.name, step.action.trial_id, outcome)


def _count(kiosks: list[PlayedKiosk], clock: DayClock, story: Story) -> None:
    """Told while people still arrive; the afternoon's trials are quiet."""
    if clock.now_ms <= clock.at(DOORS_CLOSE):
        views = [kiosk.store.read(overview) for kiosk in kiosks]
        inside = sum(view.tally.this_kiosk for view in views)
        kept = {k.name: v.pending for k, v in zip(kiosks, views, strict=True)}
        story.counted(clock.now_ms, inside, kept)


def _sync_online(kiosks: list[PlayedKiosk], clock: DayClock) -> None:
    for kiosk in kiosks:
        if kiosk.online:
            kiosk.clock.set(clock.now_ms)
            kiosk.sync()
