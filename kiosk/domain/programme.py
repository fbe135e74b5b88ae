"""The event and what happens in it: days, sites, slots, trials."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class SitePolicy:
    """What a site's manager decided about admission."""

    asks_clearance: bool = False
    tracks_exits: bool = False
    keeps_slots: bool = False
    """Refuse early and late visitors; by default they are admitted with a note."""
    asks_briefing: bool = False
    """No trial without a safety briefing."""
    masks_names: bool = False
    """A search shows names only once two letters and a class or school are typed."""


@dataclass(frozen=True, slots=True)
class Event:
    """The open-doors day. `days` maps the day numbers of tickets to dates.

    A demo event takes any date for its first day, so that a demo world works on every day.
    """

    number: int
    name: str
    days: tuple[tuple[int, date], ...]
    demo: bool = False

    def day_number(self, today: date) -> int | None:
        """The ticket's day number of a date, or None where the event has no such day."""
        if self.demo:
            return self.days[0][0]
        return next((number for number, day in self.days if day == today), None)

    def last_begun(self, today: date) -> date | None:
        """The date of the last day that has begun, None before the first one and in a demo."""
        begun = [day for _, day in self.days if day <= today]
        return max(begun) if begun and not self.demo else None

    def date_of(self, number: int) -> date | None:
        """The date of a ticket's day number."""
        return next((day for n, day in self.days if n == number), None)


@dataclass(frozen=True, slots=True)
class Site:
    """An enterprise that opens its doors. `timezone` is an IANA name."""

    number: int
    name: str
    address: str
    timezone: str
    cluster: str = ""
    policy: SitePolicy = field(default_factory=SitePolicy)

    def local(self, at_ms: int) -> datetime:
        """A UTC time in milliseconds on the site's own clock."""
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(self.timezone))


@dataclass(frozen=True, slots=True)
class Slot:
    """A time slot with its route. Times are minutes of the site's local day."""

    number: int
    start: int
    end: int
    route: str
    briefing_at: int
    briefing_place: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A professional trial. `okso` is the profession's code of ОКСО, such as 15.01.05."""

    trial_id: str
    okso: str
    title: str
    profession: str
    level: str
    start: int
    places: int
    max_score: int


def hhmm(minute: int) -> str:
    """A minute of the day as the screen shows it: 620 → «10:20»."""
    return f"{minute // 60:02d}:{minute % 60:02d}"
