"""Loading the central server with the invented world, and issuing its tickets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from kiosk.central.admin import Central
from kiosk.central.issuing import TicketOrder
from kiosk.demo.plan import IssuedTicket, Status
from kiosk.demo.shares import some
from kiosk.demo.world import SiteWorld, TicketPlan, World
from kiosk.domain.roster import RosterItem, TicketEntry
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.visitors import Group
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey
from kiosk.tickets.short_code import new_code

SHARE = 0.01
AT_LEAST = 3
"""Of cancelled, late and other sites' tickets: one in a hundred, and a few on a small site."""

FOREIGN = 3
"""Tickets of no organiser: well-formed, signed with a key that nobody knows."""

DAY = 1


class Issuer:
    """Issues the tickets of a world; a few of each kind that a desk must tell apart."""

    def __init__(self, central: Central, world: World, rng: Random) -> None:
        self._central = central
        self._world = world
        self._rng = rng
        here = world.here
        singles = [plan for plan in here.tickets if not isinstance(plan.holder, Group)]
        share = max(AT_LEAST, round(SHARE * len(here.tickets)))
        chosen = some(singles, min(2 * share, len(singles)), rng)
        self._late, self._cancelled = set(chosen[:share]), set(chosen[share:])

    def issue(self) -> list[IssuedTicket]:
        """Loads all sites and issues all tickets but the late ones.

        Gives those of the kiosks' site, forged ones and some of other sites.
        """
        here, *others = self._world.sites
        for site in self._world.sites:
            self._central.add_site(self._world.event, site.site)
        for site in self._world.sites:
            self._load(site)
        on_time = [plan for plan in here.tickets if plan not in self._late]
        tickets = self._issued(here, on_time)
        elsewhere = [self._issued(site, site.tickets) for site in others]
        share = max(AT_LEAST, round(SHARE * len(here.tickets)))
        tickets += [self._foreign(here) for _ in range(FOREIGN)]
        return tickets + some([t for site in elsewhere for t in site], share, self._rng)

    def issue_members(self) -> list[IssuedTicket]:
        """Issues the tickets that a few groups' members hold besides their group's."""
        here = self._world.here
        return [
            replace(ticket, of_member=True) for ticket in self._issued(here, here.members_tickets)
        ]

    def issue_late_ones(self) -> list[IssuedTicket]:
        """Issues what the kiosks' roster, loaded by now, does not know of."""
        here = self._world.here
        self._central.put_roster(here.site.number, [plan.holder for plan in self._late])
        return self._issued(here, [plan for plan in here.tickets if plan in self._late])

    def _load(self, site: SiteWorld) -> None:
        """Puts everything but tickets and late visitors on a site's roster."""
        late = {plan.holder for plan in self._late}
        items: list[RosterItem] = [other.site for other in self._world.sites]
        items += [*site.slots, *site.trials, *site.groups]
        items += [visitor for visitor in site.visitors if visitor not in late]
        self._central.put_roster(site.site.number, items)

    def _issued(self, site: SiteWorld, plans: Sequence[TicketPlan]) -> list[IssuedTicket]:
        issued = self._central.issue_tickets(site.site.number, list(map(_order, plans)))
        tickets = []
        for plan, (entry, text) in zip(plans, issued, strict=True):
            if plan in self._cancelled:
                self._central.cancel_ticket(site.site.number, entry.number)
            tickets.append(self._ticket(site, plan, entry, text))
        return tickets

    def _ticket(
        self, site: SiteWorld, plan: TicketPlan, entry: TicketEntry, text: str
    ) -> IssuedTicket:
        holder = plan.holder
        return IssuedTicket(
            text=text,
            code=entry.code,
            number=entry.number,
            kind=plan.kind,
            site=site.site.number,
            here=site is self._world.here,
            status=self._status(plan),
            holder_name=holder.label if isinstance(holder, Group) else holder.name,
            group_size=holder.size if isinstance(holder, Group) else 0,
            slot_start=next(s.start for s in site.slots if s.number == plan.slot),
        )

    def _status(self, plan: TicketPlan) -> Status:
        if plan in self._cancelled:
            return "cancelled"
        return "late" if plan in self._late else "valid"

    def _foreign(self, site: SiteWorld) -> IssuedTicket:
        """A ticket that somebody else made."""
        slot = self._rng.choice(site.slots)
        facts = TicketFacts(
            event=self._world.event.number,
            number=self._rng.randrange(1, 1 << 24),
            site=site.site.number,
            kind=TicketKind.PUPIL,
            day=DAY,
            slot=slot.number,
        )
        return IssuedTicket(
            text=encode(facts, IssuingKey.generate(key_id=200)),
            code=new_code(self._rng.randrange),
            number=facts.number,
            kind=facts.kind,
            site=facts.site,
            here=True,
            status="foreign",
            holder_name="",
            group_size=0,
            slot_start=slot.start,
        )


def _order(plan: TicketPlan) -> TicketOrder:
    size = plan.holder.size if isinstance(plan.holder, Group) else 0
    holder = plan.holder
    holder_id = holder.group_id if isinstance(holder, Group) else holder.visitor_id
    return TicketOrder(plan.kind, holder_id, group_size=size, slot=plan.slot, day=DAY)
