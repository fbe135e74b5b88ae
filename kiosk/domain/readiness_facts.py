"""What is known of a kiosk before its day: one fact for each check of its readiness."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Where the kiosk belongs; the names are empty where it does not, or the list is not here."""

    enrolled: bool
    kiosk: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class PeopleList:
    """How many people the list has, and how long ago it was last compared with the server's.

    `age_ms` is None where it never was.
    """

    people: int
    age_ms: int | None


@dataclass(frozen=True, slots=True)
class TicketKeys:
    """How many keys there are to test signed tickets with."""

    keys: int


@dataclass(frozen=True, slots=True)
class ComputerClock:
    """How far the wall clock is ahead of the true time (ms); None where nothing confirms it."""

    ahead_ms: int | None


@dataclass(frozen=True, slots=True)
class TimeZones:
    """The computer's time zone and the site's: names, and minutes ahead of UTC now."""

    computer: str
    computer_offset: int
    site: str
    site_offset: int


@dataclass(frozen=True, slots=True)
class DataFile:
    """Whether the data can be read and fit together; if not, one sentence on the first fault."""

    sound: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Pending:
    """Records that no receipt covers; the oldest was written so many days (by date) ago."""

    records: int
    days: int


@dataclass(frozen=True, slots=True)
class Disk:
    """Free room where the data lie, in bytes."""

    free: int


@dataclass(frozen=True, slots=True)
class Battery:
    """The charge in percent, None for a computer without a battery; `mains`: it is plugged in."""

    percent: int | None
    mains: bool


@dataclass(frozen=True, slots=True)
class Sleep:
    """When an idle computer falls asleep, in minutes (0: never), and whether closing the lid
    sends it to sleep. None where a setting is not known.
    """

    after: int | None
    by_lid: bool | None


@dataclass(frozen=True, slots=True)
class Volume:
    """The system's loudness in percent; 0 where it is muted."""

    percent: int


@dataclass(frozen=True, slots=True)
class Scanner:
    """How long ago a device last brought a scan (ms); None where none ever did."""

    silent_ms: int | None


@dataclass(frozen=True, slots=True)
class Printers:
    """The names of the system's printers."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """Who solved all cards of the practice: names as the staff list or they themselves have it."""

    who: tuple[str, ...]


Fact = (
    Enrolled
    | PeopleList
    | TicketKeys
    | ComputerClock
    | TimeZones
    | DataFile
    | Pending
    | Disk
    | Battery
    | Sleep
    | Volume
    | Scanner
    | Printers
    | Practice
)


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a kiosk; None is what is not known."""

    enrolment: Enrolled | None = None
    people_list: PeopleList | None = None
    ticket_keys: TicketKeys | None = None
    clock: ComputerClock | None = None
    time_zones: TimeZones | None = None
    data_file: DataFile | None = None
    pending: Pending | None = None
    disk: Disk | None = None
    battery: Battery | None = None
    sleep: Sleep | None = None
    volume: Volume | None = None
    scanner: Scanner | None = None
    printers: Printers | None = None
    practice: Practice | None = None
