"""The deck of tickets that the demo's drawer deals: one pile a situation."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import cycle
from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter

from kiosk.demo.plan import IssuedTicket, ScanTicket
from kiosk.demo.prepare import DemoWorld
from kiosk.domain.tickets import TicketKind


class Card(StrEnum):
    """The situations at a gate that a new volunteer meets."""

    GOOD = "good"
    REPEAT = "repeat"
    GROUP = "group"
    OTHER_SITE = "other_site"
    CANCELLED = "cancelled"
    PHONE_PHOTO = "phone_photo"


class Deck:
    """Deals tickets' pictures. A pile that is used up begins again."""

    def __init__(self, world: DemoWorld) -> None:
        self._world = world
        self._first: Path | None = None
        tickets = list(enumerate(world.tickets))
        singles = [i for i, t in tickets if _valid(t) and t.kind is not TicketKind.GROUP]
        half = len(singles) // 2
        self._piles: dict[Card, Iterator[int]] = {
            Card.GOOD: cycle(singles[:half]),
            Card.PHONE_PHOTO: cycle(singles[half:]),
            Card.GROUP: cycle(i for i, t in tickets if _valid(t) and t.kind is TicketKind.GROUP),
            Card.OTHER_SITE: cycle(i for i, t in tickets if not t.here),
            Card.CANCELLED: cycle(i for i, t in tickets if t.status == "cancelled"),
        }

    def deal(self, card: Card) -> list[Path]:
        """The pictures to hold to the scanner for a situation, mostly one.

        For a repeat another ticket comes between: the same one at once would be the same scan.
        """
        if card is Card.REPEAT:
            first = self._first or self._world.picture(next(self._piles[Card.GOOD]))
            self._first = first
            return [first, self._world.picture(next(self._piles[Card.GOOD])), first]
        picture = self._world.picture(next(self._piles[card]))
        if card is Card.GOOD and self._first is None:
            self._first = picture
        return [phone_photo(picture) if card is Card.PHONE_PHOTO else picture]

    def sample(self, card: Card) -> Path:
        """A picture of the situation for the drawer's button; deals nothing."""
        tickets = self._world.tickets
        group = card is Card.GROUP
        index = next(i for i, t in enumerate(tickets) if (t.kind is TicketKind.GROUP) == group)
        return self._world.picture(index)

    def morning(self) -> list[Path]:
        """The pictures of the planned day's scans, in their order."""
        return [
            self._world.picture(step.action.ticket_index)
            for step in self._world.plan
            if isinstance(step.action, ScanTicket)
        ]


def phone_photo(picture: Path) -> Path:
    """A photograph of a ticket on a dim phone: dark, tilted, a little out of focus."""
    target = picture.with_name(f"{picture.stem}-photo.jpg")
    if not target.exists():
        ticket = Image.open(picture).convert("L")
        held = ticket.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=210)
        table = Image.new("L", (held.width + 160, held.height + 120), 90)
        table.paste(held, (80, 60))
        dim = ImageEnhance.Brightness(ImageEnhance.Contrast(table).enhance(0.45)).enhance(0.5)
        dim.filter(ImageFilter.GaussianBlur(1.4)).save(target, quality=70)
    return target


def _valid(ticket: IssuedTicket) -> bool:
    return ticket.here and ticket.status == "valid"
