"""Statements of the busiest paths, compiled once and then handed straight to the driver.

On its way through SQLAlchemy a statement costs ten times what SQLite takes to answer it: a check-in
would spend more time on that than on its two signatures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

Values = Mapping[str, Any]
"""A statement's parameters by their names, or a row by its columns' names.

In a row true and false are 1 and 0, as SQLite keeps them.
"""

_ROW_NUMBER = "id"
"""SQLite itself gives a row's number where an INSERT leaves it out."""


class Prepared:
    """A statement for the transaction that a connection is in.

    The driver's errors come as SQLAlchemy's, without the parameters; so does that of a parameter
    which is not given.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement

    def run(self, connection: Connection, values: Values) -> int:
        """How many rows the statement changed."""
        cursor, _ = self._execute(connection, values)
        changed: int = cursor.rowcount
        return changed

    def run_all(self, connection: Connection, values: Iterable[Values]) -> None:
        """Runs the statement once for each of the values."""
        fixed = self._fixed
        given = [{**fixed, **each} for each in values] if fixed else list(values)
        try:
            _driver(connection).executemany(self._sql, given)
        except dbapi2.Error as error:
            raise _typed(error) from error

    def rows(self, connection: Connection, values: Values) -> list[Values]:
        cursor, rows = self._execute(connection, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _execute(self, connection: Connection, values: Values) -> tuple[Any, list[tuple[Any, ...]]]:
        """The cursor, and every row that it found."""
        try:
            cursor = _driver(connection).execute(self._sql, {**self._fixed, **values})
            return cursor, cursor.fetchall()
        except dbapi2.Error as error:
            raise _typed(error) from error

    @property
    def _sql(self) -> str:
        return self._compiled[0]

    @property
    def _fixed(self) -> Values:
        return self._compiled[1]

    @cached_property
    def _compiled(self) -> tuple[str, Values]:
        """The text, and the parameters that the statement fixes.

        Compiled when it is first used, so that importing this takes no time.
        """
        named = sqlite.dialect(paramstyle="named")
        compiled = self._statement.compile(dialect=named)  # type: ignore[attr-defined]
        fixed = {
            name: value
            for name, value in compiled.params.items()
            if value is not None or name == _ROW_NUMBER
        }
        return str(compiled), fixed


def _driver(connection: Connection) -> Any:
    return connection.connection.driver_connection


def _typed(error: Exception) -> DBAPIError:
    return DBAPIError(None, None, error, hide_parameters=True)
