"""Deciding otherwise than the rule: each such decision is a record of its own, with its reason."""

from __future__ import annotations

from kiosk.domain.admission import OVERRULABLE, Note, Reply, Verdict, VerdictName, group_pending
from kiosk.domain.records import Kind, Record
from kiosk.operations.check_in import CheckIn
from kiosk.operations.identify import history_of
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import Moment, append

ANSWERS = frozenset({Reply.SAME_PERSON, Reply.APART, Reply.WITH_GROUP})
"""Reasons that are answers to what the gate asks; any other one is a decision against a rule."""


class CannotOverrule(Exception):
    """Nobody may let this in: there is no genuine ticket behind it."""


def admit_anyway(uow: UnitOfWork, moment: Moment, refused: CheckIn, reason: str) -> CheckIn:
    """Lets the holder of a refused ticket in, for a reason; a group is still to be counted.

    Raises CannotOverrule.
    """
    passage, verdict = refused.passage, refused.verdict
    if passage is None or verdict.name not in OVERRULABLE or verdict.facts is None:
        raise CannotOverrule
    decision = _decide(uow, moment, refused, reason)
    scan = refused.record.text("scan")
    if refused.seen.is_group:
        data = passage.data(override=decision.hash, scan=scan, notes=[])
        record = append(uow, moment, Kind.GROUP_PENDING, data)
        asked = group_pending(verdict.facts, verdict.notes, history_of(uow, refused.seen))
        return CheckIn(asked, record, refused.seen, passage)
    data = passage.data(heads=1, override=decision.hash, scan=scan, notes=[])
    record = append(uow, moment, Kind.ARRIVAL, data)
    admitted = Verdict(VerdictName.ADMITTED, verdict.facts, verdict.notes, 1)
    return CheckIn(admitted, record, refused.seen, passage)


def let_back_in(uow: UnitOfWork, moment: Moment, repeated: CheckIn) -> Record:
    """«Вернулся тот же человек»: they are counted already, so nothing but the answer is kept."""
    return _decide(uow, moment, repeated, Reply.SAME_PERSON.value)


def came_with_group(uow: UnitOfWork, moment: Moment, repeated: CheckIn) -> Record:
    """A member was among the heads that were counted for their group.

    Where some of these have left since, the one who stands at the way in is one of them, and comes
    back.
    """
    decision = _decide(uow, moment, repeated, Reply.WITH_GROUP.value)
    if repeated.passage is None or not history_of(uow, repeated.seen).may_be_away:
        return decision
    scan = repeated.record.text("scan")
    notes = [Note.RE_ENTRY.value]
    data = repeated.passage.data(heads=1, override=decision.hash, scan=scan, notes=notes)
    return append(uow, moment, Kind.ARRIVAL, data)


def came_apart(uow: UnitOfWork, moment: Moment, repeated: CheckIn) -> CheckIn:
    """A member of a counted group was not among its heads: one more came. Raises CannotOverrule."""
    passage, facts = repeated.passage, repeated.verdict.facts
    if passage is None or facts is None:
        raise CannotOverrule
    decision = _decide(uow, moment, repeated, Reply.APART.value)
    data = passage.data(
        heads=1,
        apart=[passage.ticket],
        override=decision.hash,
        scan=repeated.record.text("scan"),
        said_at=repeated.record.integer("said_at"),
        notes=[],
    )
    record = append(uow, moment, Kind.ARRIVAL, data)
    return CheckIn(Verdict(VerdictName.ADMITTED, facts, heads=1), record, repeated.seen, passage)


def report_copy(uow: UnitOfWork, moment: Moment, repeated: CheckIn) -> Record:
    """«Другой человек, копия»: somebody else is inside on this ticket already."""
    data = _about(repeated) | {"verdict": repeated.verdict.name.value, "answer": Reply.COPY.value}
    return append(uow, moment, Kind.REFUSAL, data)


def _decide(uow: UnitOfWork, moment: Moment, checked: CheckIn, reason: str) -> Record:
    data = _about(checked) | {"verdict": checked.verdict.name.value, "reason": reason}
    return append(uow, moment, Kind.OVERRIDE, data)


def _about(checked: CheckIn) -> dict[str, str | int]:
    ticket = checked.passage.ticket if checked.passage else 0
    return {"target": checked.record.hash, "ticket": ticket}
