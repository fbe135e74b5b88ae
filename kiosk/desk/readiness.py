"""Whether the kiosk is ready for the day."""

from __future__ import annotations

from pathlib import Path

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.readiness import Line
from kiosk.domain.readiness_facts import DataFile
from kiosk.machine.this import this_machine
from kiosk.operations import readiness as operation
from kiosk.store.verify import verify
from kiosk.ui.desk import Failed


def readiness(
    lanes: Lanes,
    folder: Path,
    scanned_at: int | None,
    done: Done[tuple[Line, ...]],
    failed: Failed,
) -> None:
    """Looks at the data and asks the system, which takes some seconds.

    `scanned_at` is when a scanner last brought something (UTC ms), None for not yet.
    """

    def job() -> tuple[Line, ...]:
        report = verify(lanes.store)
        told = operation.Told(DataFile(report.ok, report.problem), scanned_at)
        now = lanes.clock.now()
        return operation.readiness(lanes.store, this_machine(), folder, now, told)

    lanes.aside(job, done, failed)
