"""Where the kiosk stands, under the policy that holds there."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.programme import Site
from kiosk.operations.ports import UnitOfWork

_AS_THE_ROSTER_SAYS = LocalPolicy()


def own_site(uow: UnitOfWork) -> Site | None:
    """The kiosk's site with the policy that holds at this kiosk; None before it is known."""
    binding = uow.binding()
    site = uow.roster.site(binding.site) if binding else None
    if site is None:
        return None
    decided = uow.local_policy(site.number)
    if decided == _AS_THE_ROSTER_SAYS:
        return site
    return replace(site, policy=decided.over(site.policy))
