"""The story of the played day: what is worth a line, with the time on the site's clocks."""

from __future__ import annotations

from rich.console import Console

from kiosk.demo.prepare import DemoWorld
from kiosk.domain.admission import Note, VerdictName
from kiosk.operations.check_in import CheckIn
from kiosk.operations.close_site import Closing
from kiosk.operations.sync import SyncReport

FIRSTS = {
    VerdictName.ADMITTED: "a ticket is read from its picture: come in",
    VerdictName.ALREADY_INSIDE: "the same ticket once more: nobody is counted twice",
    VerdictName.WRONG_SITE: "a ticket for {site}: sent there, with the address",
    VerdictName.CANCELLED: "a cancelled ticket: not let in, told whom to ask",
    VerdictName.FORGED: "a ticket that no organiser signed: not let in",
}
"""What the first scan of each verdict is told as."""

NOTICEABLE_MS = 60_000


class Story:
    """Prints the day as it happens; what has been told once is not told again."""

    def __init__(self, world: DemoWorld, console: Console) -> None:
        self._site = world.site
        self._console = console
        self._told: set[str] = set()

    def opens(self, at_ms: int, visitors: int, offline: str) -> None:
        self._tell(at_ms, f"Doors open at {self._site.name}; {visitors} people are expected")
        if offline:
            self._tell(at_ms, f"{offline} has no network all day, and its clock is 47 min slow")

    def scanned(self, at_ms: int, kiosk: str, found: CheckIn) -> None:
        """Tells the first scan of its kind."""
        verdict, site = found.verdict, found.seen.site
        if verdict.heads > 1:
            self._once(
                "group", at_ms, f"{kiosk}: one ticket of a school class: {verdict.heads} come in"
            )
        elif Note.NOT_LISTED in verdict.notes:
            self._once("late", at_ms, f"{kiosk}: a ticket newer than the list: let in, and marked")
        elif verdict.name in FIRSTS:
            words = FIRSTS[verdict.name].format(site=site.name if site else "")
            self._once(verdict.name, at_ms, f"{kiosk}: {words}")

    def tried(self, at_ms: int, kiosk: str, trial: str, outcome: str) -> None:
        self._once("trial", at_ms, f"{kiosk}: the first result of a trial, {trial}: {outcome}")

    def counted(self, at_ms: int, inside: int, kept: dict[str, int]) -> None:
        """How far the morning is, and what each kiosk keeps that is not sent."""
        unsent = ", ".join(f"{name} keeps {count}" for name, count in kept.items())
        self._tell(at_ms, f"{inside} people have come; not sent yet: {unsent}")

    def stands_in_the_way(self, at_ms: int, page: Closing) -> None:
        self._tell(at_ms, "The manager presses «Закрыть день»")
        for device in page.in_the_way:
            self._tell(at_ms, f"{device.name} stands in the way: its day is not ended")

    def ended(self, at_ms: int, kiosk: str, seq: int, report: SyncReport) -> None:
        sent = f"{report.sent} sent, {report.pending} left"
        self._tell(at_ms, f"{kiosk} ends its day with record {seq}: {sent}")

    def closed(self, at_ms: int, page: Closing) -> None:
        for device in page.devices:
            offset = device.clock_offset_ms or 0
            if abs(offset) > NOTICEABLE_MS:
                words = (
                    f"{device.name}: clock off by {round(offset / 60_000)} min, true times found"
                )
                self._tell(at_ms, words)
        for pair in page.attendance.double_entries():
            gates = " and at ".join(arrival.entrance for arrival in pair)
            self._tell(at_ms, f"One ticket came in at {gates}: both kept, counted once")
        for device in page.devices:
            held = f"{device.on_server} of {device.recorded} records, receipt checked"
            self._tell(at_ms, f"{device.name}: {held}")
        word = "Closed: everybody may go home" if page.closed else "The day is not closed"
        self._tell(at_ms, word)

    def _once(self, what: str, at_ms: int, sentence: str) -> None:
        if what not in self._told:
            self._told.add(what)
            self._tell(at_ms, sentence)

    def _tell(self, at_ms: int, sentence: str) -> None:
        time = self._site.local(at_ms).strftime("%H:%M")
        self._console.print(f"  {time}  {sentence}", highlight=False, soft_wrap=True)
