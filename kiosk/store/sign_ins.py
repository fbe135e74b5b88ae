"""Who is signed in, wrong PINs, the recovery code and who practised, in the database."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select

from kiosk.domain.pin_lock import WrongTries
from kiosk.domain.practice import Practised
from kiosk.domain.true_time import Instant
from kiosk.operations.ports import Present
from kiosk.store.tables import staff as tables
from kiosk.store.upsert import upsert

_PRESENT = select(tables.present.c.staff_id, tables.present.c.at)
_SAVE_PRESENT = upsert(tables.present)
_OF_PERSON = tables.wrong_tries.c.staff_id == bindparam("person")
_TRIES = select(tables.wrong_tries).where(_OF_PERSON)
_SAVE_TRIES = upsert(tables.wrong_tries, "staff_id")
_FORGET_TRIES = delete(tables.wrong_tries).where(_OF_PERSON)
_RECOVERY = select(tables.recovery.c.hash)
_SAVE_RECOVERY = upsert(tables.recovery)
_PRACTISED = select(tables.practised).order_by(tables.practised.c.id)
_ADD_PRACTISED = insert(tables.practised)


class StoredSignIns:
    """The port's SignIns on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def present(self) -> Present | None:
        row = self._connection.execute(_PRESENT).first()
        return Present(row.staff_id, row.at) if row else None

    def save_present(self, present: Present) -> None:
        row = {"id": 1, "staff_id": present.staff_id, "at": present.at_ms}
        self._connection.execute(_SAVE_PRESENT, row)

    def wrong_tries(self, staff_id: str) -> WrongTries | None:
        row = self._connection.execute(_TRIES, {"person": staff_id}).mappings().first()
        if row is None:
            return None
        last = Instant(row["wall_ms"], row["timebase_id"], row["elapsed_ms"])
        return WrongTries(row["count"], last)

    def save_wrong_tries(self, staff_id: str, tries: WrongTries | None) -> None:
        if tries is None:
            self._connection.execute(_FORGET_TRIES, {"person": staff_id})
            return
        row = {
            "staff_id": staff_id,
            "count": tries.count,
            "wall_ms": tries.last.wall_ms,
            "timebase_id": tries.last.timebase_id,
            "elapsed_ms": tries.last.elapsed_ms,
        }
        self._connection.execute(_SAVE_TRIES, row)

    def recovery(self) -> str:
        return self._connection.scalar(_RECOVERY) or ""

    def save_recovery(self, hashed: str) -> None:
        self._connection.execute(_SAVE_RECOVERY, {"id": 1, "hash": hashed})

    def practised(self) -> list[Practised]:
        rows = self._connection.execute(_PRACTISED)
        return [Practised(row.staff_id, row.name, row.score, row.at) for row in rows]

    def save_practised(self, practised: Practised) -> None:
        whose = {"staff_id": practised.staff_id, "name": practised.name}
        how = {"score": practised.score, "at": practised.at_ms}
        self._connection.execute(_ADD_PRACTISED, whose | how)
