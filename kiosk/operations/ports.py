"""What the operations need from outside: a clock, a store, the central server.

Errors from outside are typed here, so that a caller knows what to tell a person:

    StoreError             the data folder cannot be used
        NotRecorded        a record could not be made durable; nothing was written
    ServerError            the central server was not reached or did not agree
        Retryable          nothing is wrong here; trying again later will do
        Final              a person must act; nothing is dropped
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # the window imports this before its first paint
    from kiosk.domain.history import History
    from kiosk.domain.local_policy import LocalPolicy
    from kiosk.domain.movements import Movement
    from kiosk.domain.pin_lock import WrongTries
    from kiosk.domain.practice import Practised
    from kiosk.domain.programme import Event, Site, Slot, Trial
    from kiosk.domain.records import Record
    from kiosk.domain.roster import RosterChange, RosterCursor
    from kiosk.domain.staff import StaffMember
    from kiosk.domain.trials import TrialResult
    from kiosk.domain.true_time import Anchor, Instant
    from kiosk.domain.visitors import Group, RosterTicket, Visitor
    from kiosk.domain.walk_ins import WalkIn
    from kiosk.journal.heads import Head
    from kiosk.journal.identity import Identity
    from kiosk.journal.private import PrivatePart
    from kiosk.journal.receipts import Receipt

T = TypeVar("T")


class Clock(Protocol):
    """The device's clocks."""

    def now(self) -> Instant: ...


# --- the store -----------------------------------------------------------------------------------


class StoreError(Exception):
    """The data folder cannot be used. The message says what to do."""


class Cause(StrEnum):
    """Why a record could not be made durable."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    BUSY = "busy"
    OTHER = "other"


class NotRecorded(StoreError):
    """A record could not be made durable; nothing of it was written."""

    def __init__(self, cause: Cause, message: str) -> None:
        super().__init__(message)
        self.cause = cause


class Priority(IntEnum):
    """Whose turn it is in the store's writer; the smaller number goes first."""

    PERSON = 0
    COURIER = 1


@dataclass(frozen=True, slots=True)
class Binding:
    """What enrolment gave a device: its name, its site, the server and the right to talk to it."""

    device_name: str
    event: int
    site: int
    entrance: str
    server_url: str
    server_public: bytes
    demo: bool = False

    @property
    def is_practice(self) -> bool:
        """Whether the folder is there to practise with: no server stands behind it."""
        return self.demo and not self.server_url


@dataclass(frozen=True, slots=True)
class Signer:
    """An identity of this kiosk with the end of its chain.

    `seq` is 0 and `hash` the genesis before the first record. `token` is empty until the server
    knows the identity. `succeeds` is the last record's (device_id, seq, hash) of the identity that
    this one goes on from, after the folder was found to be a copy. `number` is the kiosk's part of
    its walk-ins' numbers, 0 until the server gave one.
    """

    identity: Identity
    seq: int
    hash: str
    token: str = field(default="", repr=False)
    succeeds: tuple[str, int, str] | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as it is stored and sent: its bytes, and its private part if it is held."""

    line: bytes
    private: PrivatePart | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How much of one device's journal somebody holds: the largest seq and the record count.

    The count differs from `seq` where branches of a copied device are held, or lines are missing.
    """

    seq: int
    count: int


Vector = Mapping[str, Reach]
"""How much of each device's journal somebody holds."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Heads counted on this kiosk, and on the whole site as far as this kiosk knows.

    `inside` have not left and `paper` are known from paper, both of the site. `expected` are the
    roster's, as of the last download that came whole. `as_of` is when the other kiosks' records
    last came (UTC ms), None if they never did.
    """

    this_kiosk: int
    site: int
    inside: int
    paper: int
    expected: int
    as_of: int | None


class Journal(Protocol):
    """Records of this device and of the site's other devices."""

    def signer(self) -> Signer:
        """The identity that writes now."""

    def signers(self) -> list[Signer]:
        """Every identity this kiosk has had, the present one last."""

    def add_signer(self, signer: Signer) -> None:
        """Makes a new identity the present one."""

    def save_token(self, device_id: str, token: str) -> None: ...

    def save_number(self, device_id: str, number: int) -> None:
        """Keeps the number that the server has given to an identity."""

    def append(self, entry: Entry, record: Record, head: Head) -> None:
        """Adds this kiosk's next record with its signed head, and updates the projections."""

    def merge(self, entries: Sequence[Entry]) -> int:
        """Adds records that came from elsewhere; returns how many were new."""

    def own_record(self, seq: int) -> Record | None:
        """A record of the present identity."""

    def last_scan(self) -> Record | None:
        """The present identity's last record that a scan at the gate wrote."""

    def is_retracted(self, record_hash: str) -> bool: ...

    def run(self, device_id: str, after: int, limit: int) -> list[Entry]:
        """Up to `limit` entries that this kiosk itself wrote, in the order of their numbers.

        Never those of another branch, which a copy of this folder wrote under the same identity.
        """

    def recent(self, limit: int) -> list[Record]:
        """The present identity's latest records of the gate, the newest first."""

    def own_walk_ins(self) -> Iterator[Record]:
        """The present identity's records of walk-ins and of their names, the newest first."""

    def records(self, device_id: str | None = None) -> Iterator[Record]: ...

    def entries(self, device_id: str) -> Iterator[Entry]:
        """Everything held of a device, all branches, in the order of the numbers."""

    def vector(self) -> Vector: ...

    def latest(self) -> list[Record]:
        """Of each device the record that it wrote last, by its own clock, of those held here."""

    def mark_exchanged(self, at_ms: int) -> None:
        """Remembers when the other kiosks' records were last known to be complete (UTC ms)."""

    def pending(self) -> int:
        """How many records of this kiosk no receipt covers."""

    def receipt(self, device_id: str) -> Receipt | None:
        """The server's latest word on this device's journal."""

    def save_receipt(self, receipt: Receipt) -> None: ...

    def anchor(self, timebase_id: str) -> Anchor | None: ...


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody that a search found, with the ticket to admit them by: their own or their group's.

    `listed` is None for somebody who is in the list without a ticket.
    """

    person: Visitor | Group
    listed: RosterTicket | None


class Roster(Protocol):
    """What the central server told of the site."""

    def event(self) -> Event | None: ...
    def site(self, number: int) -> Site | None: ...
    def slots(self) -> list[Slot]:
        """The site's time slots, the earliest first."""

    def slot(self, number: int) -> Slot | None: ...
    def trials(self) -> list[Trial]: ...
    def trial(self, trial_id: str) -> Trial | None: ...
    def ticket_keys(self) -> Mapping[int, bytes]: ...
    def ticket(self, number: int) -> RosterTicket | None: ...
    def ticket_by_code(self, digits: str) -> RosterTicket | None: ...
    def ticket_by_external(self, text: str) -> RosterTicket | None: ...

    def staff(self) -> list[StaffMember]:
        """The site's staff list, by name."""

    def staff_member(self, staff_id: str) -> StaffMember | None: ...

    def search(self, text: str, limit: int) -> list[Match]:
        """People and groups whose words (name, class, school) begin like those of `text`."""

    def cursor(self) -> RosterCursor: ...

    def apply(self, changes: Sequence[RosterChange], cursor: RosterCursor) -> None:
        """Takes a slice of changes over and remembers how far it goes."""

    def finish_epoch(self, cursor: RosterCursor) -> None:
        """After a download's last slice: drops what the epoch no longer lists, and counts whom it
        expects.
        """

    def members(self, group_id: str) -> list[Visitor]:
        """The people of a group as far as the list names them, in no order."""

    def members_tickets(self, group_id: str) -> dict[str, int]:
        """The tickets of their own that members of a group hold, by the members' ids."""

    def schools(self) -> list[str]:
        """The names of the roster's schools, each once, in their order."""

    def everybody(self) -> Iterator[Match]:
        """All people and groups of the list, in no order."""


class Attendance(Protocol):
    """Projections of the journal: who came and left, who finished what."""

    def history(self, ticket: int, party: int) -> History:
        """What is known of a ticket; `party` is that of the holder's group, or itself."""

    def tally(self) -> Tally: ...

    def inside(self) -> list[tuple[int, int]]:
        """The parties that are inside, each with its heads."""

    def double_entries(self) -> list[tuple[Movement, ...]]: ...

    def uncounted(self) -> list[int]:
        """The groups that were scanned and not counted since."""

    def walk_ins(self, ticket: int) -> list[WalkIn]:
        """Who was registered under a walk-in's number: nobody, one, or two after a copy."""

    def own_walk_ins(self) -> int:
        """How many walk-ins the present identity has registered."""

    def is_briefed(self, tickets: Iterable[int], slot: int) -> bool:
        """Whether the holders of one of these tickets, or all of a slot, were briefed."""

    def results(self, trial_id: str) -> list[TrialResult]:
        """The results that count, this trial's, the latest first."""

    def result(self, ticket: int, trial_id: str) -> TrialResult | None: ...


@dataclass(frozen=True, slots=True)
class Present:
    """Who signed in last, and when (wall clock, UTC ms)."""

    staff_id: str
    at_ms: int


class SignIns(Protocol):
    """What this kiosk alone knows of the people who work it; none of it is ever sent."""

    def present(self) -> Present | None: ...
    def save_present(self, present: Present) -> None: ...
    def wrong_tries(self, staff_id: str) -> WrongTries | None: ...
    def save_wrong_tries(self, staff_id: str, tries: WrongTries | None) -> None: ...

    def recovery(self) -> str:
        """The Argon2id hash of the recovery code, empty where none was made."""

    def save_recovery(self, hashed: str) -> None: ...

    def practised(self) -> list[Practised]:
        """Who ended a practice, in the order of time."""

    def save_practised(self, practised: Practised) -> None: ...


class UnitOfWork(Protocol):
    """One transaction on the store; it is durable when the job that got it has returned."""

    @property
    def journal(self) -> Journal: ...
    @property
    def roster(self) -> Roster: ...
    @property
    def attendance(self) -> Attendance: ...
    @property
    def sign_ins(self) -> SignIns: ...

    def binding(self) -> Binding | None: ...
    def save_binding(self, binding: Binding) -> None: ...

    def local_policy(self, site: int) -> LocalPolicy:
        """What was decided at this kiosk for a site."""

    def save_local_policy(self, site: int, policy: LocalPolicy) -> None: ...


class Store(Protocol):
    """Runs jobs, each in one transaction of its own."""

    def write(self, job: Callable[[UnitOfWork], T], priority: Priority = Priority.PERSON) -> T:
        """Runs a job and makes it durable. Raises NotRecorded, and then nothing was written."""

    def read(self, job: Callable[[UnitOfWork], T]) -> T:
        """Runs a job that only reads."""


# --- the central server ---------------------------------------------------------------------------


class Trouble(StrEnum):
    """What kept the server's answer away, in the words of a person's next step."""

    NO_NETWORK = "no_network"
    TIMEOUT = "timeout"
    NOT_THE_SERVER = "not_the_server"
    """Somebody else answered: the page of a Wi-Fi, a proxy."""
    CERTIFICATE = "certificate"
    SERVER_FAULT = "server_fault"
    NOT_AUTHORISED = "not_authorised"
    REFUSED = "refused"


class ServerError(Exception):
    """The central server was not reached or did not agree. The message says what to do."""

    def __init__(self, trouble: Trouble, message: str) -> None:
        super().__init__(message)
        self.trouble = trouble


class Retryable(ServerError):
    """Nothing is wrong here; the next try may succeed."""


class Final(ServerError):
    """A person must act before another try makes sense; nothing is dropped."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The server's answer to a device that joins. `token` is a secret."""

    token: str = field(repr=False)
    device_name: str
    event: int
    site: int
    entrance: str
    server_public: bytes
    demo: bool


@dataclass(frozen=True, slots=True)
class Welcome:
    """The server's answer to an announcement.

    `receipt` covers the announced head, None unless the server holds it; `send_from` is the first
    record that it may lack: 1, or the one after the receipt that the device showed. `number` is the
    device's own among those of its site, 0 from a server that gives none.
    """

    server_time: int
    send_from: int
    receipt: Receipt | None
    roster: RosterCursor
    vector: Vector
    number: int = 0


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The server's answer to a run of lines.

    `receipt` is None where the server lacks what comes before the run: then `send_from` says from
    where to send. `doubled`: the run began a second branch, so this folder has a double.
    """

    receipt: Receipt | None
    send_from: int
    doubled: bool


@dataclass(frozen=True, slots=True)
class RosterPage:
    """A slice of roster changes; `complete` on the last one."""

    changes: Sequence[RosterChange]
    cursor: RosterCursor
    complete: bool


@dataclass(frozen=True, slots=True)
class DeviceProof:
    """What the server shows of one enrolled device of the site.

    `heads` are the device's own signed heads and `receipts` the server's, one a branch. `recorded`
    is the largest record number the device ever named. `last_seen` is UTC milliseconds.
    """

    device_id: str
    name: str
    public: bytes
    recorded: int
    heads: tuple[Head, ...]
    receipts: tuple[Receipt, ...]
    last_seen: int | None


class Server(Protocol):
    """The central server. Each call raises Retryable or Final."""

    def enrol(self, code: str, identity: Identity, *, site: int | None = None) -> Enrolment:
        """Joins a site with a one-time code, on this identity's signature.

        `site` is the one that the kiosk belongs to already: a code for another one is refused.
        """

    def succeed(self, old: Signer, new: Identity) -> Enrolment:
        """Enrols the identity that goes on from a copied one, on the old one's word."""

    def announce(self, signer: Signer, head: Head, receipt: Receipt | None) -> Welcome:
        """Shows the device's newest head and its last receipt; costs one small request."""

    def upload(
        self, signer: Signer, entries: Sequence[Entry], end: Head, head: Head
    ) -> Acknowledgement:
        """Sends a run of lines whose last one `end` signs; `head` is the device's newest."""

    def roster(self, signer: Signer, cursor: RosterCursor) -> Iterator[RosterPage]: ...

    def journal(self, signer: Signer, held: Vector) -> Iterator[list[Entry]]: ...

    def closing(self, signer: Signer) -> list[DeviceProof]: ...
