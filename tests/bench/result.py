"""What a benchmark found: a figure, its limit measured in the same run, its goal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from rich.table import Table


class Measure(Enum):
    """What a goal is about: the figure itself, its ratio to the limit, or what it is beyond it."""

    VALUE = ""
    RATIO = "× limit"
    BEYOND = "over limit"


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound that a figure must keep: from below for times and sizes, from above for rates."""

    bound: float
    measure: Measure = Measure.VALUE
    at_least: bool = False

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {_figure(self.bound)} {self.measure.value}".rstrip()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `count` is how many times it was measured, or how many things."""

    name: str
    what: str
    value: float
    unit: str
    count: int
    limit: float | None = None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.limit if self.limit else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        measured = self._measured(self.goal.measure)
        return measured >= self.goal.bound if self.goal.at_least else measured <= self.goal.bound

    def document(self) -> dict[str, Any]:
        """The row for a JSON file."""
        return {
            "name": self.name,
            "what": self.what,
            "value": round(self.value, 4),
            "unit": self.unit,
            "limit": None if self.limit is None else round(self.limit, 4),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "goal": None if self.goal is None else str(self.goal),
            "met": self.met,
            "count": self.count,
        }

    def _measured(self, measure: Measure) -> float:
        if measure is Measure.VALUE:
            return self.value
        if self.limit is None:
            raise ValueError(f"{self.name}: a goal beside a limit needs the limit")
        return self.value / self.limit if measure is Measure.RATIO else self.value - self.limit


def table(rows: list[Row]) -> Table:
    """The rows as they are printed."""
    drawn = Table("name", "what", header_style="bold")
    for column in ("measured", "limit", "ratio", "goal"):
        drawn.add_column(column, justify="right", no_wrap=True)
    drawn.add_column("met")
    drawn.add_column("count", justify="right")
    for row in rows:
        drawn.add_row(
            row.name,
            row.what,
            f"{_figure(row.value)} {row.unit}".rstrip(),
            "" if row.limit is None else _figure(row.limit),
            "" if row.ratio is None else f"{row.ratio:.2f}×",
            "" if row.goal is None else str(row.goal),
            {True: "[green]yes[/]", False: "[red]NO[/]", None: ""}[row.met],
            f"{row.count:,}",
        )
    return drawn


def _figure(value: float) -> str:
    """Three digits that count, or whole thousands."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
