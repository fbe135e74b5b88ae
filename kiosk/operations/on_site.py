"""Who is on the site now: for the live count, and for an evacuation."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.visitors import RosterTicket
from kiosk.domain.walk_ins import WalkIn
from kiosk.operations.check_in import place_of
from kiosk.operations.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class PartyInside:
    """A group, or a person who came alone. `inside` of `size` heads are on the site."""

    ticket: int
    inside: int
    size: int
    listed: RosterTicket | None
    walk_in: WalkIn | None

    @property
    def label(self) -> str:
        """What they are called; the number where no name is known."""
        if self.listed is not None:
            return self.listed.label
        return self.walk_in.label if self.walk_in else str(self.ticket)


@dataclass(frozen=True, slots=True)
class KioskAge:
    """Up to when a kiosk's records are known here (UTC ms), None where it is not known."""

    device_id: str
    as_of: int | None


@dataclass(frozen=True, slots=True)
class OnSite:
    """Heads on the site as far as this kiosk knows.

    `tracked`: exits are recorded; without them these are all who came. `kiosks` tell how old each
    kiosk's data are, and `as_of` the oldest of these: what it is safe to say.
    """

    people: int
    parties: tuple[PartyInside, ...]
    tracked: bool
    as_of: int | None
    kiosks: tuple[KioskAge, ...]


def on_site(uow: UnitOfWork, now_ms: int) -> OnSite:
    """Who is inside, the largest groups first. Raises NotEnrolled."""
    _, site = place_of(uow)
    me = uow.journal.signer().identity.device_id
    ages = tuple(
        KioskAge(device, now_ms if device == me else at)
        for device, at in uow.journal.known_until().items()
    )
    parties = [_party(uow, ticket, inside) for ticket, inside in uow.attendance.inside()]
    known = [age.as_of for age in ages]
    return OnSite(
        people=sum(party.inside for party in parties),
        parties=tuple(sorted(parties, key=lambda p: (-p.size, p.label))),
        tracked=site.policy.tracks_exits,
        as_of=min((at for at in known if at is not None), default=None),
        kiosks=ages,
    )


def _party(uow: UnitOfWork, ticket: int, inside: int) -> PartyInside:
    listed = uow.roster.ticket(ticket)
    walk_in = next(iter(uow.attendance.walk_ins(ticket)), None)
    size = listed.heads if listed else walk_in.heads if walk_in else inside
    return PartyInside(ticket, inside, max(size, inside), listed, walk_in)
