"""What the manager sets for this kiosk at its site; it holds for whatever is recorded next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.names import LABEL_LENGTH, is_label
from kiosk.domain.programme import SitePolicy
from kiosk.operations.ports import Binding, UnitOfWork
from kiosk.operations.recording import NotEnrolled


class BadEntrance(ValueError):
    """A name that no entrance can have. The message says what to do."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`roster` is the site's policy as the coordinator gave it, `local` what was decided here."""

    entrance: str
    roster: SitePolicy
    local: LocalPolicy


def site_settings(uow: UnitOfWork) -> SiteSettings:
    """Reads the settings. Raises NotEnrolled."""
    binding = _binding(uow)
    site = uow.roster.site(binding.site)
    policy = site.policy if site else SitePolicy()
    return SiteSettings(binding.entrance, policy, uow.local_policy(binding.site))


def rename_entrance(uow: UnitOfWork, name: str) -> None:
    """Gives the entrance another name; earlier records keep theirs.

    Spaces around the name are left out. Raises NotEnrolled, BadEntrance.
    """
    binding = _binding(uow)
    name = name.strip()
    if not is_label(name):
        raise BadEntrance(f"An entrance's name has 1 to {LABEL_LENGTH} characters in one line.")
    if name != binding.entrance:
        uow.save_binding(replace(binding, entrance=name))


def set_policies(uow: UnitOfWork, policies: LocalPolicy) -> None:
    """Replaces what was decided at this kiosk. Raises NotEnrolled."""
    uow.save_local_policy(_binding(uow).site, policies)


def _binding(uow: UnitOfWork) -> Binding:
    binding = uow.binding()
    if binding is None:
        raise NotEnrolled
    return binding
