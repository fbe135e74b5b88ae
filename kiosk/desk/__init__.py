"""The screens' port over the lanes: operations run beside the window and answer in its thread.

It is imported after the first paint, because the operations bring the cryptography along.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.desk.closing import ClosingDesk
from kiosk.desk.gate import GateDesk
from kiosk.desk.lanes import Connect, Done, Lanes
from kiosk.desk.staff import StaffDesk
from kiosk.desk.trials import TrialsDesk
from kiosk.domain.readiness import Line
from kiosk.domain.readiness_facts import Disk
from kiosk.machine.this import this_machine
from kiosk.operations.ports import Clock
from kiosk.store.lane import StoreLane
from kiosk.ui.desk import Failed

if TYPE_CHECKING:
    from kiosk.desk.paper import Press
    from kiosk.ui.screens.walk_in.desk import Sticker


class LaneDesk(GateDesk, TrialsDesk, ClosingDesk, StaffDesk):
    """What the screens ask for, done by the store's lane and by threads for what takes longer.

    `folder` holds the data. `scanned_at` answers when a scanner last brought something (UTC ms),
    `press` is made when something is printed first.
    """

    def __init__(
        self,
        lane: StoreLane,
        clock: Clock,
        *,
        connect: Connect,
        operator: str,
        open_demo: Callable[[], None],
        open_practice: Callable[[], None],
        folder: Path,
        scanned_at: Callable[[], int | None],
        press: Callable[[], Press],
    ) -> None:
        self._lanes = Lanes(lane, clock, connect=connect, operator=operator)
        self._open_demo = open_demo
        self._open_practice = open_practice
        self._folder = folder
        self._scanned_at = scanned_at
        self._press = press

    @property
    def lanes(self) -> Lanes:
        """Where the jobs run, for a desk that needs some of its own."""
        return self._lanes

    def start_demo(self, done: Done[None], failed: Failed) -> None:
        """Opens the demo as a program of its own."""
        _open(self._open_demo, done, failed)

    def start_practice(self, done: Done[None], failed: Failed) -> None:
        """Opens practice as a program of its own."""
        _open(self._open_practice, done, failed)

    def readiness(self, done: Done[tuple[Line, ...]], failed: Failed) -> None:
        """Looks at the kiosk and its computer; what that needs is imported then."""
        from kiosk.desk.readiness import readiness

        readiness(self._lanes, self._folder, self._scanned_at(), done, failed)

    def free_disk(self, done: Done[Disk | None], failed: Failed) -> None:
        """Asks for the room on the disk that holds the data."""
        self._lanes.aside(lambda: this_machine().disk(self._folder), done, failed)

    def print_sticker(self, sticker: Sticker, done: Done[str]) -> None:
        """Prints the number of somebody without a ticket."""
        from kiosk.printing.documents import Badge

        badge = Badge(sticker.code, sticker.label, title=sticker.site, lines=sticker.lines)
        self._press().print_badge(badge, done)

    def stop(self) -> None:
        """Begins nothing more with the server; an exchange under way ends by itself."""
        self._lanes.stop()


def _open(program: Callable[[], None], done: Done[None], failed: Failed) -> None:
    try:
        program()
    except OSError as error:
        failed(error)
    else:
        done(None)
