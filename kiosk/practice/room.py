"""The folder in which practice is played: a kiosk of its own, with invented people, no server."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.domain.practice import (
    FORGETFUL,
    FORGETFUL_GRADE,
    LISTED_ADULTS,
    LISTED_PUPILS,
    Situation,
)
from kiosk.domain.programme import Event, Site, Slot
from kiosk.domain.roster import RosterChange, RosterCursor, RosterItem, TicketEntry
from kiosk.domain.visitors import Group, Visitor, VisitorKind
from kiosk.operations.ports import Binding, UnitOfWork
from kiosk.operations.practise import NotForPractice, begin_practice
from kiosk.operations.recording import Moment
from kiosk.store.database import Database
from kiosk.tickets.practice import DAY, ELSEWHERE, EVENT, HERE, SLOT, code_of, facts_of

FOLDER = "practice"
"""The name of the folder inside the kiosk's own."""

SCHOOL = "Школа № 12"
OTHER_SITE = Site(ELSEWHERE, "Учебный завод «Север»", "ул. Северная, 7", "Etc/UTC")
_CURSOR = RosterCursor("practice", 1)
PEOPLE = {
    Situation.GOOD: ("Соколова Вера Андреевна", "8 «А»"),
    Situation.RETURNED: ("Титов Марк Олегович", "10 «А»"),
    Situation.CANCELLED: ("Власов Глеб Иванович", "9 «А»"),
    Situation.DAMAGED: ("Юдина Яна Сергеевна", "11 «А»"),
    Situation.FORGOTTEN: (FORGETFUL, FORGETFUL_GRADE),
}
"""Whose tickets are on the cards: invented, with their grades."""
_GROUP = Group(
    "practice-group", SCHOOL, "9 «В»", "Орлова Ирина Львовна", LISTED_PUPILS, LISTED_ADULTS
)


def practice_folder(data_dir: Path) -> Path:
    """Where a kiosk's practice is played."""
    return data_dir / FOLDER


def prepare(data_dir: Path, *, anew: bool = False) -> Path:
    """Makes the practice folder of a kiosk, or begins it `anew`; returns it.

    A round that is under way goes on otherwise. Raises StoreError, NotForPractice.
    """
    folder = practice_folder(data_dir)
    clock = SystemClock()
    with Database.open_or_create(folder) as store:
        store.write(lambda uow: _furnish(uow, Moment(clock.now()), anew=anew))
    return folder


def _furnish(uow: UnitOfWork, moment: Moment, *, anew: bool) -> None:
    binding = uow.binding()
    if binding is not None and not binding.is_practice:
        raise NotForPractice
    uow.roster.apply(_roster(date.today()), _CURSOR)  # noqa: DTZ011 - the computer's day
    uow.roster.finish_epoch(_CURSOR)
    uow.save_binding(Binding("Тренировка", EVENT, HERE, "Тренировка", "", b"", demo=True))
    if anew or binding is None:
        begin_practice(uow, moment)


def _roster(today: date) -> list[RosterChange]:
    here = Site(HERE, "Учебный завод", "ул. Заводская, 1", _computers_zone())
    return [
        _listed("event", EVENT, Event(EVENT, "Тренировка", ((DAY, today),), demo=True)),
        _listed("site", HERE, here),
        _listed("site", ELSEWHERE, OTHER_SITE),
        _listed("slot", SLOT, Slot(SLOT, 600, 690, "А", 590, "холл")),
        _listed("group", _GROUP.group_id, _GROUP),
        *(_listed("visitor", _id(one), _pupil(one)) for one in PEOPLE),
        _listed("ticket", Situation.GROUP.ticket, _ticket(Situation.GROUP, _GROUP.group_id)),
        *(_listed("ticket", one.ticket, _ticket(one, _id(one))) for one in PEOPLE),
    ]


def _listed(kind: str, key: str | int, item: RosterItem) -> RosterChange:
    return RosterChange(_CURSOR.version, kind, str(key), item)


def _pupil(situation: Situation) -> Visitor:
    name, grade = PEOPLE[situation]
    return Visitor(_id(situation), VisitorKind.PUPIL, name, SCHOOL, grade)


def _id(situation: Situation) -> str:
    return f"practice-{situation}"


def _ticket(situation: Situation, holder: str) -> TicketEntry:
    facts = facts_of(situation)
    return TicketEntry(
        number=facts.number,
        event=facts.event,
        site=facts.site,
        kind=facts.kind,
        code=code_of(situation),
        holder_id=holder,
        day=facts.day,
        slot=facts.slot,
        cancelled=situation is Situation.CANCELLED,
    )


def _computers_zone() -> str:
    """A zone of whole hours that shows what the computer's own clock shows, the site unknown."""
    hours = round(time.localtime().tm_gmtoff / 3600)
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
