"""`kiosk end-day` and `kiosk close`: the end of a kiosk's day, and of the site's."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import Kiosk, open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import say
from kiosk.domain.closing import DeviceStatus
from kiosk.domain.staff import Right
from kiosk.domain.trials import completed
from kiosk.operations import close_site
from kiosk.operations.close_site import Closing
from kiosk.operations.end_day import end_day as end
from kiosk.operations.ports import Server


def end_day(
    data_dir: DataDir = None, as_json: Json = False, at: At = None, operator: As = ""
) -> None:
    """End this kiosk's day: the last record that it writes. Works without a network."""
    with open_kiosk(data_dir, at=at, operator=operator, right=Right.CLOSING) as kiosk:
        moment = kiosk.moment()
        ended = kiosk.store.write(lambda uow: end(uow, moment))
    fields = {
        "device_id": ended.device_id,
        "seq": ended.seq,
        "hash": ended.hash,
        "pending": ended.pending,
    }
    sentence = f"The day is ended with record {ended.seq}, {ended.hash[:8]}."
    if ended.pending:
        sentence += f" Not sent yet: {ended.pending}; run «kiosk sync»."
    say(fields, sentence, as_json=as_json)


def close(
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
    excuse: Annotated[
        str, typer.Option(metavar="KIOSK", help="Close without it: its name or id.")
    ] = "",
    reason: Annotated[str, typer.Option(help="Why it is excused.")] = "",
) -> None:
    """Close the site's day, or say which kiosk stands in the way and what to do.

    Exit status 1 while it is not closed.
    """
    if excuse and not reason.strip():
        raise typer.BadParameter("give a --reason for closing without a kiosk")
    with (
        open_kiosk(data_dir, at=at, operator=operator, right=Right.CLOSING) as kiosk,
        kiosk.server() as server,
    ):
        if excuse:
            _excuse(kiosk, server, excuse, reason.strip())
        page = close_site.close_site(kiosk.store, server, kiosk.clock, operator)
    say(_fields(page), _sentence(page), as_json=as_json)
    if not page.closed:
        raise typer.Exit(1)


def _excuse(kiosk: Kiosk, server: Server, text: str, reason: str) -> None:
    """Raises NoSuchKiosk. Without the server, which knows the kiosks, there is no closing yet."""
    page = close_site.look(kiosk.store, server, kiosk.clock)
    if not page.devices:
        return
    device_id = close_site.device_called(page, text).device_id
    moment = kiosk.moment()
    kiosk.store.write(lambda uow: close_site.excuse_device(uow, moment, device_id, reason))


def _fields(page: Closing) -> dict[str, Any]:
    return {
        "closed": page.closed,
        "devices": [_device(device) for device in page.devices],
        "arrivals": page.attendance.arrivals(),
        "unique_visitors": page.attendance.unique_visitors(),
        "from_paper": page.attendance.from_paper(),
        "without_ticket": page.attendance.without_ticket(),
        "double_entries": len(page.attendance.double_entries()),
        "uncounted_groups": len(page.attendance.uncounted()),
        "trials_completed": completed(page.results.values()),
        "problem": None if page.closed else _problem(page),
    }


def _device(device: DeviceStatus) -> dict[str, Any]:
    return {
        "device_id": device.device_id,
        "name": device.name,
        "recorded": device.recorded,
        "on_server": device.on_server,
        "missing": device.missing,
        "ended": device.ended,
        "excused": device.excused,
        "reason": device.reason,
        "doubled": device.doubled,
    }


def _sentence(page: Closing) -> str:
    if not page.closed:
        return _problem(page)
    held = sum(device.on_server for device in page.devices)
    doubled = "".join(
        f" {d.name} is doubled: its folder was copied." for d in page.devices if d.doubled
    )
    return f"Closed: {held} records of {len(page.devices)} kiosks are on the server.{doubled}"


def _problem(page: Closing) -> str:
    if page.troubles:
        return str(page.troubles[0])
    return " ".join(_in_the_way(device) for device in page.in_the_way)


def _in_the_way(device: DeviceStatus) -> str:
    lacking = f", at least {device.missing} records are missing" if device.missing else ""
    todo = "run «kiosk sync»" if device.ended else "run «kiosk end-day», then «kiosk sync»"
    state = "has not sent everything" if device.ended else "has not ended its day"
    return f"{device.name} {state}{lacking}: {todo} on it."
