"""Who is on a site: values for the live count and for the list that an evacuation needs."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.names import masked
from kiosk.domain.programme import Site
from kiosk.domain.visitors import Group, RosterTicket
from kiosk.domain.walk_ins import WalkIn

STALE_MS = 10 * 60_000
"""Data older than this are pointed out: in ten minutes a class may have left."""


@dataclass(frozen=True, slots=True)
class KioskAge:
    """Up to when a kiosk's records are known here (UTC ms), None where it is not known.

    `name` is what the kiosk is called: of another one that is known only by the entrance where it
    last stood, and empty where not even that is. `records` are held here.
    """

    device_id: str
    as_of: int | None
    name: str = ""
    here: bool = False
    records: int = 0

    @property
    def label(self) -> str:
        """What it is called, or the beginning of its id."""
        return self.name or self.device_id[:8]

    def is_stale(self, now_ms: int) -> bool:
        """Whether what is known of the kiosk is too old to be relied on."""
        return self.as_of is None or now_ms - self.as_of > STALE_MS


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

    @property
    def leader(self) -> str:
        """Who leads a group that the list names."""
        holder = self.listed.holder if self.listed else None
        return holder.leader if isinstance(holder, Group) else ""

    @property
    def is_group(self) -> bool:
        return self.size > 1

    def name(self, site: Site) -> str:
        """A person's name as the site's policy has it: masked, or empty where none may be told."""
        if self.is_group or self.listed is None or not self.listed.may_be_named:
            return ""
        return masked(self.listed.label) if site.policy.masks_names else self.listed.label

    @property
    def about(self) -> tuple[str, str]:
        """The class and the school, each empty where it is not known."""
        holder = self.listed.holder if self.listed else self.walk_in
        return (holder.grade, holder.school) if holder else ("", "")

    @property
    def number(self) -> str:
        """What is written on a sticker or known of the ticket: «1-017», or the ticket's number."""
        return self.walk_in.number.label if self.walk_in else str(self.ticket)


@dataclass(frozen=True, slots=True)
class OnSite:
    """Heads on the site as far as this kiosk knows at `now_ms` (UTC).

    `tracked`: exits are recorded; without them these are all who came. `kiosks` tell how old each
    kiosk's data are, and `as_of` the oldest of these: what it is safe to say.
    """

    people: int
    parties: tuple[PartyInside, ...]
    tracked: bool
    as_of: int | None
    kiosks: tuple[KioskAge, ...]
    site: Site
    now_ms: int

    @property
    def groups(self) -> tuple[PartyInside, ...]:
        return tuple(party for party in self.parties if party.is_group)

    @property
    def alone(self) -> tuple[PartyInside, ...]:
        """People on their own tickets."""
        return tuple(p for p in self.parties if not p.is_group and p.walk_in is None)

    @property
    def walk_ins(self) -> tuple[PartyInside, ...]:
        """People who came without a ticket, classes apart."""
        return tuple(p for p in self.parties if not p.is_group and p.walk_in is not None)
