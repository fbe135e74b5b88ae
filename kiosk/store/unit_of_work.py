"""One transaction on the database, as the operations see it."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from kiosk.domain.local_policy import LocalPolicy
from kiosk.operations.ports import Binding
from kiosk.store.attendance import StoredAttendance
from kiosk.store.journal import StoredJournal
from kiosk.store.memory import Memory
from kiosk.store.roster import StoredRoster
from kiosk.store.sign_ins import StoredSignIns
from kiosk.store.tables.journal import binding, local_policy
from kiosk.store.upsert import upsert

_BINDING = select(*(column for column in binding.c if column.name != "id"))
_SAVE_BINDING = upsert(binding)

_POLICY = select(local_policy.c.name, local_policy.c.value)
_FORGET_POLICY = delete(local_policy)
_SAVE_POLICY = insert(local_policy)


class Transaction:
    """The port's UnitOfWork."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self.connection = connection
        self.journal = StoredJournal(connection, memory)
        self.roster = StoredRoster(connection, memory)
        self.attendance = StoredAttendance(connection)
        self.sign_ins = StoredSignIns(connection)
        self._memory = memory

    def has_changed(self) -> bool:
        """Whether programme, binding or identities may be others than at the last asking."""
        return self._memory.has_changed()

    def binding(self) -> Binding | None:
        return self._memory.recall("binding", self._binding)

    def save_binding(self, binding: Binding) -> None:
        self.connection.execute(_SAVE_BINDING, {"id": 1} | asdict(binding))
        self._memory.forget()

    def local_policy(self, site: int) -> LocalPolicy:
        return self._memory.recall(("local policy", site), lambda: self._local_policy(site))

    def save_local_policy(self, site: int, policy: LocalPolicy) -> None:
        self.connection.execute(_FORGET_POLICY.where(local_policy.c.site == site))
        decided = [
            {"site": site, "name": name, "value": value}
            for name, value in policy.decisions().items()
            if value is not None
        ]
        if decided:
            self.connection.execute(_SAVE_POLICY, decided)
        self._memory.forget()

    def _local_policy(self, site: int) -> LocalPolicy:
        rows = self.connection.execute(_POLICY.where(local_policy.c.site == site))
        return LocalPolicy(**{row.name: row.value for row in rows})

    def _binding(self) -> Binding | None:
        row = self.connection.execute(_BINDING).mappings().first()
        return Binding(**row) if row else None
