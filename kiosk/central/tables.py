"""The tables of the central server. Times are UTC milliseconds, hashes lower-case hex."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class CentralTable(SQLModel, registry=registry()):
    """The base of this server's tables, whose names are apart from those of a kiosk's store."""


CentralTable.metadata.naming_convention = _NAMES


class SiteRow(CentralTable, table=True):
    """A site. `version` numbers the changes of its roster within `epoch`."""

    __tablename__ = "site"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    event: int
    demo: bool
    epoch: str
    version: int


class RosterRow(CentralTable, table=True):
    """The latest word on one item of a site's roster; `item` is its JSON, None once taken off."""

    __tablename__ = "roster"
    __table_args__ = (Index(None, "site", "version"),)

    site: int = Field(primary_key=True, foreign_key="site.number")
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    version: int
    item: str | None = Field(sa_type=Text)


class TicketRow(CentralTable, table=True):
    """A ticket that was issued: number and short code are given once in an event."""

    __tablename__ = "ticket"
    __table_args__ = (UniqueConstraint("event", "code"),)

    event: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    code: str
    site: int = Field(foreign_key="site.number")


class DeviceRow(CentralTable, table=True):
    """An enrolled device.

    `claimed` is the largest record number it ever named, `max_seq` the largest held and `records`
    how many are held. Of its token only the hash is kept. `number` is given once in a
    site.
    """

    __tablename__ = "device"
    __table_args__ = (Index(None, "site", "number", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    device_id: str = Field(unique=True)
    public: bytes = Field(sa_type=LargeBinary)
    site: int = Field(foreign_key="site.number")
    number: int
    name: str
    entrance: str
    token_hash: str = Field(unique=True)
    enrolled_at: int = Field(sa_type=BigInteger)
    last_seen: int | None = Field(default=None, sa_type=BigInteger)
    claimed: int = 0
    max_seq: int = 0
    records: int = 0
    succeeds: int | None = Field(default=None, foreign_key="device.id")


class EnrolCodeRow(CentralTable, table=True):
    """A one-time code, kept as its hash; `device` is the one that used it."""

    __tablename__ = "enrol_code"

    code_hash: str = Field(primary_key=True)
    site: int = Field(foreign_key="site.number")
    device_name: str
    entrance: str
    device: int | None = Field(default=None, foreign_key="device.id")


class RecordRow(CentralTable, table=True):
    """A record: its line as it came, its place in the chain, and its private part if it is held.

    The hash covers device and number, so the primary key keeps each record once.
    """

    __tablename__ = "record"

    device: int = Field(primary_key=True, foreign_key="device.id")
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hash: str = Field(primary_key=True)
    prev: str
    branch: int
    line: bytes = Field(sa_type=LargeBinary)
    salt: bytes | None = Field(default=None, sa_type=LargeBinary)
    part: bytes | None = Field(default=None, sa_type=LargeBinary)


class BranchRow(CentralTable, table=True):
    """The end of one branch of a device's chain, with the device's own signature over it.

    Branch 0 is the one whose records came first; the others are those of copies of the folder.
    """

    __tablename__ = "branch"

    device: int = Field(primary_key=True, foreign_key="device.id")
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int
    hash: str
    signature: str
