"""An invented kiosk's readiness: all in order, or with everything that can be found."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.readiness import Line, judge
from kiosk.domain.readiness_facts import (
    Battery,
    ComputerClock,
    DataFile,
    Disk,
    Enrolled,
    Facts,
    Pending,
    PeopleList,
    Practice,
    Printers,
    Scanner,
    Sleep,
    TicketKeys,
    TimeZones,
    Volume,
)

MINUTE, HOUR = 60_000, 3_600_000
ZONE = "Asia/Yekaterinburg"

_GOOD = Facts(
    enrolment=Enrolled(enrolled=True, kiosk="Киоск 1", site="Приозёрский станкозавод"),
    people_list=PeopleList(1204, 2 * HOUR),
    ticket_keys=TicketKeys(2),
    clock=ComputerClock(800),
    time_zones=TimeZones(ZONE, 300, ZONE, 300),
    data_file=DataFile(sound=True),
    pending=Pending(37, 0),
    disk=Disk(81_900_000_000),
    battery=Battery(96, mains=True),
    sleep=Sleep(0, by_lid=False),
    volume=Volume(70),
    scanner=Scanner(3 * MINUTE),
    printers=Printers(("Brother_QL_800",)),
    practice=Practice(("Анна К.", "Илья П.", "Соня В.")),
)

GOOD: tuple[Line, ...] = judge(_GOOD)
UNHEARD: tuple[Line, ...] = judge(replace(_GOOD, volume=None, scanner=Scanner(None)))

BAD: tuple[Line, ...] = judge(
    Facts(
        enrolment=Enrolled(enrolled=False),
        people_list=PeopleList(1204, 75 * HOUR),
        ticket_keys=TicketKeys(0),
        clock=ComputerClock(-47 * MINUTE),
        time_zones=TimeZones("Etc/UTC", 0, ZONE, 300),
        data_file=DataFile(sound=False, problem="The database cannot be read."),
        pending=Pending(412, 3),
        disk=Disk(340_000_000),
        battery=Battery(31, mains=False),
        sleep=Sleep(15, by_lid=True),
        volume=Volume(0),
        scanner=Scanner(None),
        printers=Printers(()),
        practice=Practice(()),
    )
)

UNKNOWN: tuple[Line, ...] = judge(Facts())
