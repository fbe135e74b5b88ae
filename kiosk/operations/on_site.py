"""Who is on the site now: for the live count, and for an evacuation."""

from __future__ import annotations

from collections import Counter

from kiosk.domain.names import fold
from kiosk.domain.on_site import KioskAge, OnSite, PartyInside
from kiosk.operations.check_in import place_of
from kiosk.operations.ports import UnitOfWork


def on_site(uow: UnitOfWork, now_ms: int) -> OnSite:
    """Who is inside, the largest groups first, people by name. Raises NotEnrolled."""
    _, site = place_of(uow)
    ages = known_kiosks(uow, now_ms)
    parties = [_party(uow, ticket, inside) for ticket, inside in uow.attendance.inside()]
    known = [age.as_of for age in ages]
    return OnSite(
        people=sum(party.inside for party in parties),
        parties=tuple(sorted(parties, key=_place)),
        tracked=site.policy.tracks_exits,
        as_of=min((at for at in known if at is not None), default=None),
        kiosks=ages,
        site=site,
        now_ms=now_ms,
    )


def known_kiosks(uow: UnitOfWork, now_ms: int) -> tuple[KioskAge, ...]:
    """Every kiosk of which records are held here: this one first, then by name.

    Identities that this kiosk had before count as this one.
    """
    binding = uow.binding()
    reach = uow.journal.vector()
    mine = {signer.identity.device_id for signer in uow.journal.signers()}
    me = uow.journal.signer().identity.device_id
    own_name = binding.device_name if binding else ""
    own_records = sum(reach[device].count for device in mine & reach.keys())
    others = [
        KioskAge(r.device_id, r.recorded_at, r.entrance, records=reach[r.device_id].count)
        for r in uow.journal.latest()
        if r.device_id not in mine
    ]
    named = Counter(age.name for age in others)
    alone = [age if named[age.name] == 1 else _told_apart(age) for age in others]
    here = KioskAge(me, now_ms, own_name, here=True, records=own_records)
    return (here, *sorted(alone, key=lambda age: age.label))


def _told_apart(age: KioskAge) -> KioskAge:
    """A kiosk that stands at the same entrance as another one."""
    name = f"{age.name} · {age.device_id[:4]}" if age.name else ""
    return KioskAge(age.device_id, age.as_of, name, records=age.records)


def _place(party: PartyInside) -> tuple[int, str, int]:
    return -party.size, fold(party.label), party.ticket


def _party(uow: UnitOfWork, ticket: int, inside: int) -> PartyInside:
    listed = uow.roster.ticket(ticket)
    walk_in = next(iter(uow.attendance.walk_ins(ticket)), None)
    size = listed.heads if listed else walk_in.heads if walk_in else inside
    return PartyInside(ticket, inside, max(size, inside), listed, walk_in)
