"""The people of one site: pupils, parents and teachers, most of them in school classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from random import Random

from kiosk.demo.names import people
from kiosk.demo.region import SCHOOLS, School
from kiosk.demo.shares import apportion, some
from kiosk.domain.visitors import Group, Visitor, VisitorKind

KIND_SHARES = {VisitorKind.PUPIL: 72, VisitorKind.PARENT: 22, VisitorKind.TEACHER: 6}
"""Who comes, in percent."""
GRADE_SHARES = {8: 20, 9: 50, 10: 15, 11: 15}
"""The pupils' grades, in percent."""
IN_GROUPS = 0.6
"""The part of a site's visitors who come in groups."""
SMALLEST, LARGEST = 15, 28
"""A group's least and greatest number of people, adults included."""
NAMELESS = 0.03
"""The part of the visitors whose parents agree to no name."""
NEEDING_HELP = 0.02
HELP = ("сопровождение", "переводчик жестового языка", "место у входа для коляски")
"""What help is needed; what for is nobody's business here."""
ONE_ADULT = 20
"""Up to this size a group comes with its teacher alone; a larger one brings a parent too."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody of one site. `visitors` holds the groups' members as well."""

    visitors: tuple[Visitor, ...]
    groups: tuple[Group, ...]


def gather(site: int, count: int, rng: Random, *, named: Sequence[str] = ()) -> Crowd:
    """Makes exactly `count` visitors of a site, in groups and alone.

    The first pupils who come alone take the names `named`, the first two of them in one class.
    """
    due = apportion(count, KIND_SHARES)
    grades = apportion(due[VisitorKind.PUPIL], GRADE_SHARES)
    gathering = _Gathering(site, rng)
    for size in group_sizes(round(count * IN_GROUPS), rng):
        gathering.add_group(size, grades)
    gathering.add_pupils(grades, named)
    present = Counter(visitor.kind for visitor in gathering.visitors)
    for kind in (VisitorKind.PARENT, VisitorKind.TEACHER):
        gathering.add_adults(kind, due[kind] - present[kind])
    return Crowd(tuple(gathering.visitors), tuple(gathering.groups))


def with_needs(crowd: Crowd, rng: Random, *, spared: Sequence[str] = ()) -> Crowd:
    """The same people, some of them without consent and some in need of help.

    Those with `spared` names keep their consent.
    """
    pupils = [v for v in crowd.visitors if v.kind is VisitorKind.PUPIL and v.name not in spared]
    nameless = {v.visitor_id for v in some(pupils, NAMELESS * len(crowd.visitors), rng)}
    needing = some(crowd.visitors, NEEDING_HELP * len(crowd.visitors), rng)
    needs = {v.visitor_id: HELP[turn % len(HELP)] for turn, v in enumerate(needing)}
    changed = (
        replace(v, consent=v.visitor_id not in nameless, help=needs.get(v.visitor_id, ""))
        for v in crowd.visitors
    )
    return Crowd(tuple(changed), crowd.groups)


def group_sizes(people: int, rng: Random) -> list[int]:
    """Sizes of groups that add up to `people`, or to the nearest number below that can be."""
    groups = min(
        max(round(people / ((SMALLEST + LARGEST) / 2)), -(-people // LARGEST)), people // SMALLEST
    )
    left = min(people, groups * LARGEST)
    sizes = []
    for others in reversed(range(groups)):
        least = max(SMALLEST, left - others * LARGEST)
        most = min(LARGEST, left - others * SMALLEST)
        sizes.append(rng.randint(least, most))
        left -= sizes[-1]
    return sizes


def _take(grades: dict[int, int], pupils: int) -> int:
    """Takes pupils from the grade that lacks most, so that the shares come out in the end."""
    grade = max(grades, key=grades.__getitem__)
    grades[grade] -= pupils
    return grade


class _Gathering:
    """A site's people while they are being numbered."""

    def __init__(self, site: int, rng: Random) -> None:
        self.visitors: list[Visitor] = []
        self.groups: list[Group] = []
        self._site = site
        self._rng = rng
        self._names = people(rng)

    def add_group(self, size: int, grades: dict[int, int]) -> None:
        """A class with its teacher, who leads it, and in a large class a parent."""
        adults = 1 if size <= ONE_ADULT else 2
        pupils = size - adults
        school, grade = self._school_class(_take(grades, pupils))
        group_id = f"g{self._site}-{len(self.groups) + 1:03d}"
        leader = next(self._names)
        self.groups.append(Group(group_id, school.name, grade, leader, pupils, adults))
        self._add(VisitorKind.TEACHER, leader, school, group_id=group_id)
        for _ in range(adults - 1):
            self._add(VisitorKind.PARENT, next(self._names), school, group_id=group_id)
        for _ in range(pupils):
            self._add(VisitorKind.PUPIL, next(self._names), school, grade, group_id)

    def add_pupils(self, grades: dict[int, int], named: Sequence[str]) -> None:
        """The pupils still lacking, who come without a group: two friends of a class together."""
        names = chain(named, self._names)
        alone = Counter(_take(grades, 1) for _ in range(sum(grades.values())))
        for number, pupils in alone.most_common():
            for index in range(pupils):
                if index % 2 == 0:
                    school, grade = self._school_class(number)
                self._add(VisitorKind.PUPIL, next(names), school, grade)

    def add_adults(self, kind: VisitorKind, count: int) -> None:
        """Parents or teachers who come without a group."""
        for _ in range(count):
            self._add(kind, next(self._names), self._rng.choice(SCHOOLS))

    def _school_class(self, number: int) -> tuple[School, str]:
        return self._rng.choice(SCHOOLS), f"{number}{self._rng.choice('АБВГ')}"

    def _add(
        self, kind: VisitorKind, name: str, school: School, grade: str = "", group_id: str = ""
    ) -> None:
        visitor_id = f"v{self._site}-{len(self.visitors) + 1:05d}"
        self.visitors.append(
            Visitor(visitor_id, kind, name, school.name, grade, school.municipality, group_id)
        )
