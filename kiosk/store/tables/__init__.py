"""The tables of a kiosk's database. They are never handed out: the store returns domain values."""

from __future__ import annotations

from dataclasses import Field, fields
from functools import cache
from typing import Any, ClassVar, Protocol, cast

from sqlalchemy import Table
from sqlalchemy.orm import registry
from sqlmodel import SQLModel


class StoreTable(SQLModel, registry=registry()):
    """The base of the kiosk's tables: a registry of its own, apart from the central server's."""


def table_of(model: type[StoreTable]) -> Table:
    """The table of a model, for statements that need no objects."""
    return cast("Table", vars(model)["__table__"])


class Value(Protocol):
    """A frozen dataclass of the domain."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


def columns_of(value: Value) -> dict[str, Any]:
    """A value's fields as columns: what `asdict` gives, in a tenth of its time."""
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: type[Value]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
