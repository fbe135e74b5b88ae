"""Paper: what was ticked off by hand, and the list for an evacuation."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from kiosk.desk.gate import GateDesk
from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.devices import Source
from kiosk.domain.on_site import OnSite
from kiosk.operations.check_in import CheckIn
from kiosk.operations.enter_from_paper import enter_from_paper, find_on_list, time_on_paper
from kiosk.operations.on_site import on_site
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.search import Found
from kiosk.printing.documents import Badge
from kiosk.scanning.scan import scan_of
from kiosk.ui.desk import Failed


class Press(Protocol):
    """Prints pages beside the window."""

    def print_pages(self, pdf: bytes, done: Done[str]) -> None:
        """Answers with a sentence that says how it went."""

    def print_badge(self, badge: Badge, done: Done[str]) -> None: ...

    @property
    def language(self) -> str: ...


class PaperDesk(GateDesk):
    """The calls of the screens that work with paper; they search and undo as the gate does."""

    def __init__(self, lanes: Lanes, press: Press) -> None:
        super().__init__(lanes)
        self._press = press

    def on_site(self, done: Done[OnSite], failed: Failed) -> None:
        now = self._lanes.clock.now().wall_ms
        self._lanes.read(lambda uow: on_site(uow, now), done, failed)

    def print_on_site(self, found: OnSite, done: Done[str], failed: Failed) -> None:
        """Makes the pages beside the window, then prints them."""

        def job() -> bytes:
            from kiosk.reports.evacuation import evacuation_list  # it takes a third of a second

            return evacuation_list(found, self._press.language)

        self._lanes.aside(job, lambda pdf: self._press.print_pages(pdf, done), failed)

    def find_on_list(self, text: str, source: str, done: Done[Found], failed: Failed) -> None:
        scanned = scan_of(text, Source(source))
        job = partial(find_on_list, text=scanned.text, typed=scanned.typed)
        self._lanes.read(job, done, failed)

    def enter_from_paper(
        self,
        ticket: int,
        *,
        heads: int,
        adults: int,
        minute: int,
        done: Done[CheckIn],
        failed: Failed,
    ) -> None:
        def job(uow: UnitOfWork, moment: Moment) -> CheckIn:
            said_at = time_on_paper(uow, moment, minute)
            return enter_from_paper(
                uow, moment, ticket, heads=heads, adults=adults, said_at=said_at
            )

        self._lanes.write(job, done, failed)
