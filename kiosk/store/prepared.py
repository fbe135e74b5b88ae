"""Statements of the busiest paths, compiled once and then handed straight to the driver.

On its way through SQLAlchemy a statement costs ten times what SQLite takes to answer it: a check-in
would spend more time on that than on its two signatures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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

_NEXT_NUMBER: Values = {"id": None}
"""SQLite itself gives a row's number where an INSERT leaves it out."""


class Prepared:
    """A statement for the transaction that a connection is in.

    The driver's errors come as SQLAlchemy's, without the parameters. A parameter that is not given
    raises KeyError.
    """

    def __init__(self, statement: Executable) -> None:
        self._statement = statement

    def run(self, connection: Connection, values: Values) -> int:
        """How many rows the statement changed."""
        with _driver(connection) as driver:
            changed: int = driver.execute(self._sql, self._in_order(values)).rowcount
            return changed

    def run_all(self, connection: Connection, values: Iterable[Values]) -> None:
        """Runs the statement once for each of the values."""
        with _driver(connection) as driver:
            driver.executemany(self._sql, map(self._in_order, values))

    def rows(self, connection: Connection, values: Values) -> list[Values]:
        with _driver(connection) as driver:
            cursor = driver.execute(self._sql, self._in_order(values))
            names = [name for name, *_ in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def _in_order(self, values: Values) -> list[Any]:
        given = {**self._fixed, **values}
        return [given[name] for name in self._names]

    @property
    def _sql(self) -> str:
        return self._compiled[0]

    @property
    def _names(self) -> tuple[str, ...]:
        return self._compiled[1]

    @property
    def _fixed(self) -> Values:
        return self._compiled[2]

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...], Values]:
        """The text, the parameters' names in their order, and those that the statement fixes.

        Compiled when it is first used, so that importing this takes no time.
        """
        compiled = self._statement.compile(dialect=sqlite.dialect())  # type: ignore[attr-defined]
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        return str(compiled), tuple(compiled.positiontup), {**_NEXT_NUMBER, **fixed}


@contextmanager
def _driver(connection: Connection) -> Iterator[Any]:
    try:
        yield connection.connection.driver_connection
    except dbapi2.Error as error:
        raise DBAPIError(None, None, error, hide_parameters=True) from error
