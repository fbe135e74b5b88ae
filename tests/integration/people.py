"""People who go through doors, in a plain model and at two real gates at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from kiosk.domain.admission import Note, VerdictName
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.count_group import count_group
from kiosk.operations.depart import correct_departure, depart
from kiosk.operations.enter_from_paper import enter_from_paper
from kiosk.operations.override import came_apart, came_with_group, let_back_in
from kiosk.operations.undo import undo
from tests.integration.gates import MEMBERS, PLACES, Gate, World, text


@dataclass
class Door:
    """The plain model: a class of six goes through a door, and everybody is watched.

    Whoever comes on the group's ticket is first one of those who left on it, then another one who
    left. `nameless` were counted by heads, and nobody knows of any of them who they were;
    `together` left on the group's ticket, and `returned` tells that some came back on it since.
    """

    came: set[int] = field(default_factory=set)
    inside: set[int] = field(default_factory=set)
    nameless: set[int] = field(default_factory=set)
    together: set[int] = field(default_factory=set)
    returned: bool = False
    uncounted: bool = False

    @property
    def counts(self) -> tuple[int, int, bool]:
        return len(self.came), len(self.inside), self.uncounted

    def coming(self, heads: int) -> set[int]:
        """Who comes on the group's ticket."""
        alone = sorted(self.came - self.inside - self.together)
        new = sorted(set(range(1, PLACES + 1)) - self.came, reverse=True)
        return {*(sorted(self.together) + alone + new)[:heads]}

    def heads_come(self, heads: int, named: Iterable[int] = ()) -> None:
        coming = self.coming(heads)
        self.nameless |= coming - self.came
        self.nameless -= {*named}
        self.came |= coming
        self.inside |= coming
        self.together -= coming
        self.returned, self.uncounted = True, False

    def comes(self, who: int) -> None:
        self.came.add(who)
        self.inside.add(who)
        self.nameless.discard(who)
        self.together.discard(who)

    def heads_leave(self, heads: int) -> None:
        leaving = sorted(self.inside, reverse=True)[:heads]
        self.inside.difference_update(leaving)
        self.together.update(leaving)
        self.returned = False

    def leaves(self, who: int) -> None:
        self.inside.remove(who)
        self.nameless.discard(who)

    def nobody_can_tell(self, who: int) -> bool:
        """Whether no gate can know if somebody outside is one of the nameless heads.

        Whoever comes while all of these are away is taken for one of them, and of whom some came
        back by heads it is not asked which.
        """
        if who in self.came:
            return who in self.nameless and self.returned
        return bool(self.nameless) and not self.inside


@dataclass
class Day:
    """People and two gates, with an operator who answers truthfully."""

    gates: tuple[Gate, Gate]
    world: World
    door: Door = field(default_factory=Door)
    undone: list[Callable[[], None]] = field(default_factory=list)

    def group_comes(self, gate: Gate, heads: int, *, named: bool = False) -> None:
        answer = self.scan(gate, self.world.group)
        if answer.verdict.name is not VerdictName.GROUP_PENDING:
            assert answer.verdict.name is VerdictName.ALREADY_INSIDE
            return
        self.can_undo(gate, answer.record.seq)
        self.door.uncounted = True
        heads = min(heads, answer.verdict.heads, PLACES - len(self.door.inside))
        if heads == 0 or answer.passage is None:
            return
        passage = answer.passage
        names = self.door.coming(heads) & {*MEMBERS} if named else set[int]()
        counted = gate.do(
            lambda uow, at: count_group(
                uow,
                at,
                passage,
                pupils=heads,
                adults=0,
                pending=answer.record,
                named=map(self.world.member, names),
            )
        )
        self.can_undo(gate, counted.seq)
        self.door.heads_come(heads, names)

    def group_is_asked(self, gate: Gate) -> None:
        answer = self.scan(gate, self.world.group)
        if answer.verdict.name is VerdictName.GROUP_PENDING:
            self.can_undo(gate, answer.record.seq)
            self.door.uncounted = True

    def group_leaves(self, gate: Gate, heads: int, *, corrected: bool) -> None:
        heads = min(heads, len(self.door.inside))
        if heads == 0:
            return
        given_heads = None if corrected else heads
        left = gate.do(
            lambda uow, at: depart(
                uow, at, text(self.world.group), source="scan", heads=given_heads
            )
        )
        record, passage = left.record, left.passage
        if record.integer("heads") != heads and passage is not None:
            record = gate.do(
                lambda uow, at: correct_departure(uow, at, passage, left.record, heads)
            )
        self.can_undo(gate, record.seq)
        self.door.heads_leave(heads)

    def member_comes(self, gate: Gate, who: int) -> None:
        if who not in self.door.inside and not self.door.nobody_can_tell(who):
            self.answer(gate, who, self.scan(gate, self.world.member(who)))

    def member_leaves(self, gate: Gate, who: int) -> None:
        if who not in self.door.inside:
            return
        left = gate.do(lambda uow, at: depart(uow, at, text(self.world.member(who)), source="scan"))
        self.can_undo(gate, left.record.seq)
        self.door.leaves(who)

    def group_from_paper(self, gate: Gate, heads: int) -> None:
        heads = min(heads, PLACES - len(self.door.inside))
        if heads == 0:
            return
        answer = self.paper(gate, self.world.group, heads)
        if answer.verdict.name is VerdictName.ADMITTED:
            self.can_undo(gate, answer.record.seq)
            self.door.heads_come(heads)

    def member_from_paper(self, gate: Gate, who: int) -> None:
        if who not in self.door.inside and not self.door.nobody_can_tell(who):
            self.answer(gate, who, self.paper(gate, self.world.member(who), 1))

    def answer(self, gate: Gate, who: int, seen: CheckIn) -> None:
        """What the operator answers to a member who stands outside; they go in all the same."""
        verdict, record = seen.verdict, seen.record
        if verdict.name is VerdictName.ALREADY_INSIDE and Note.WITH_GROUP not in verdict.notes:
            record = gate.do(lambda uow, at: let_back_in(uow, at, seen))
        elif verdict.name is VerdictName.ALREADY_INSIDE and who in self.door.came:
            record = gate.do(lambda uow, at: came_with_group(uow, at, seen))
        elif verdict.name is VerdictName.ALREADY_INSIDE:
            record = gate.do(lambda uow, at: came_apart(uow, at, seen)).record
        else:
            assert verdict.name is VerdictName.ADMITTED
        if record.kind == "arrival":
            self.can_undo(gate, record.seq)
        self.door.comes(who)

    def scan(self, gate: Gate, ticket: int) -> CheckIn:
        """A scan that the wedge repeats a second later."""
        answer = gate.do(lambda uow, at: check_in(uow, at, text(ticket), source="scan"))
        again = gate.do(lambda uow, at: check_in(uow, at, text(ticket), source="scan"))
        assert (again.repeat, again.record) == (True, answer.record)
        assert again.verdict.name is answer.verdict.name
        return answer

    def paper(self, gate: Gate, ticket: int, heads: int) -> CheckIn:
        said_at = gate.time.ms - 5_000
        return gate.do(
            lambda uow, at: enter_from_paper(uow, at, ticket, heads=heads, said_at=said_at)
        )

    def can_undo(self, gate: Gate, seq: int) -> None:
        """Remembers how to take a record back, from before the people of the model move."""
        door = deepcopy(self.door)

        def take_back() -> None:
            gate.do(lambda uow, at: undo(uow, at, seq, "a slip"))
            self.door = door

        self.undone.append(take_back)

    def undo_last(self) -> None:
        if self.undone:
            self.undone.pop()()
