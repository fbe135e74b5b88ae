"""The tickets on the practice cards. Everybody can make them: they open nothing on the day."""

from __future__ import annotations

from functools import cache

from kiosk.domain.practice import LISTED_ADULTS, LISTED_PUPILS, Situation
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import PRACTICE_KEY
from kiosk.tickets.short_code import practice_code

EVENT = 1023
"""The practice event's number, the largest that a ticket can hold."""
HERE, ELSEWHERE = 1, 2
"""The numbers of the practice site, and of the one that a card's ticket is for."""
DAY, SLOT = 1, 1


def facts_of(situation: Situation) -> TicketFacts:
    """What the ticket of a situation says. Raises ValueError for one that has none."""
    if not situation.ticket:
        raise ValueError(situation)
    is_group = situation is Situation.GROUP
    return TicketFacts(
        event=EVENT,
        number=situation.ticket,
        site=ELSEWHERE if situation is Situation.OTHER_SITE else HERE,
        kind=TicketKind.GROUP if is_group else TicketKind.PUPIL,
        group_size=LISTED_PUPILS + LISTED_ADULTS if is_group else 0,
        day=DAY,
        slot=SLOT,
    )


@cache
def text_of(situation: Situation) -> str:
    """The text of a situation's ticket, signed. Raises ValueError for one that has none."""
    return encode(facts_of(situation), PRACTICE_KEY)


def code_of(situation: Situation) -> str:
    """The ten digits below the QR. Raises ValueError for a situation without a ticket."""
    return practice_code(facts_of(situation).number)
