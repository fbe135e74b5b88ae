"""`kiosk onsite`: who is on the site, with the age of what is known."""

from __future__ import annotations

from typing import Any

from kiosk.cli.kiosk import open_kiosk
from kiosk.cli.options import At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.on_site import OnSite
from kiosk.operations.on_site import on_site


def onsite(data_dir: DataDir = None, as_json: Json = False, at: At = None) -> None:
    """Show how many are on the site and in which groups. Opens with how old each kiosk's data are.

    `as_of` is the oldest of them. Where the site does not track exits, these are all who came.
    """
    with open_kiosk(data_dir, at=at, writable=False) as kiosk:
        now = kiosk.clock.now().wall_ms
        found = kiosk.store.read(lambda uow: on_site(uow, now))
    say(_fields(found), "\n".join(_lines(found)), as_json=as_json)


def _fields(found: OnSite) -> dict[str, Any]:
    return {
        "people": found.people,
        "groups": [
            {
                "ticket": party.ticket,
                "group": party.label,
                "inside": party.inside,
                "size": party.size,
            }
            for party in found.parties
            if party.size > 1
        ],
        "as_of": iso(found.as_of),
        "tracked": found.tracked,
        "kiosks": [
            {"device_id": k.device_id, "name": k.name, "as_of": iso(k.as_of)} for k in found.kiosks
        ],
    }


def _lines(found: OnSite) -> list[str]:
    kiosks = [f"Kiosk {k.label}: as of {iso(k.as_of) or 'unknown'}" for k in found.kiosks]
    what = "on the site" if found.tracked else "came (exits are not tracked)"
    groups = [f"{p.inside} of {p.size} · {p.label}" for p in found.parties if p.size > 1]
    alone = sum(party.inside for party in found.parties if party.size == 1)
    return [*kiosks, f"{found.people} {what}", *groups, f"{alone} on their own tickets"]
