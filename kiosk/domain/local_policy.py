"""What the manager decided about admission at one kiosk, in place of the roster's word."""

from __future__ import annotations

from dataclasses import dataclass, fields

from kiosk.domain.programme import SitePolicy


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """The fields are those of SitePolicy; None is «as the roster says»."""

    asks_clearance: bool | None = None
    tracks_exits: bool | None = None
    keeps_slots: bool | None = None
    asks_briefing: bool | None = None
    masks_names: bool | None = None

    def over(self, roster: SitePolicy) -> SitePolicy:
        """The policy that holds at this kiosk."""
        return SitePolicy(
            **{
                name: getattr(roster, name) if decided is None else decided
                for name, decided in self.decisions().items()
            }
        )

    def decisions(self) -> dict[str, bool | None]:
        """The fields by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def between(cls, roster: SitePolicy, wanted: SitePolicy) -> LocalPolicy:
        """What is to be decided here so that `wanted` holds: where the roster agrees, nothing."""
        return cls(
            **{
                field.name: value
                for field in fields(cls)
                if (value := getattr(wanted, field.name)) != getattr(roster, field.name)
            }
        )
