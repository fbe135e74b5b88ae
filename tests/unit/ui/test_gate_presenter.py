"""The gate: scans, codes and keys in, states out."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from kiosk.domain.admission import Note, Reply, VerdictName
from kiosk.domain.visitors import Visitor
from kiosk.operations.check_in import CheckIn
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.operations.recording import NotEnrolled
from kiosk.ui.failure import Failure
from kiosk.ui.screens.gate.presenter import GatePresenter
from kiosk.ui.screens.gate.state import (
    Earlier,
    GateState,
    NameShown,
    Stage,
    Turn,
    UndoReason,
)
from kiosk.ui.surroundings import Surroundings
from kiosk.ui.tone import Tone
from tests.gui import world
from tests.gui.fake_desk import FakeDesk


class Gate:
    """A presenter over a fake desk, and every state that it showed."""

    def __init__(self, *, looked: bool = True) -> None:
        self.desk = FakeDesk()
        self.shown: list[GateState] = []
        self.surroundings = Surroundings(self.desk)
        self.heard: list[Tone] = []
        self.asked: list[CheckIn] = []
        self.presenter = GatePresenter(
            self.desk,
            self.surroundings,
            self.shown.append,
            count=self.asked.append,
            sound=self.heard.append,
        )
        if looked:
            self.surroundings.refresh()

    def now(self) -> GateState:
        return self.presenter.state

    def scan(self, answer: object = None) -> GateState:
        if answer is not None:
            self.desk.check_ins["ticket"] = answer  # type: ignore[assignment]
        self.presenter.scan("ticket", "wedge")
        return self.now()


@pytest.fixture
def gate() -> Gate:
    return Gate()


def test_an_admitted_visitor_is_told_where_to_go(gate: Gate) -> None:
    answer = gate.scan(world.admitted()).answer
    assert answer is not None
    assert (answer.tone, answer.recorded_at, answer.seq) == (Tone.GO, "10:07", 413)
    assert answer.turn == Turn("10:30", "Б", "10:20", "холл")
    assert answer.holder is not None
    assert answer.holder.short_name == "Мария Ё."


def test_nothing_shows_before_the_record_is_durable(gate: Gate) -> None:
    gate.desk.later = True
    assert gate.scan().stage is Stage.READY
    gate.desk.answer()
    assert gate.now().stage is Stage.ANSWER


def test_the_first_scan_may_overtake_the_first_overview() -> None:
    gate = Gate(looked=False)
    assert gate.scan().stage is Stage.ANSWER
    answer = gate.now().answer
    assert answer is not None
    assert answer.recorded_at == "10:07"


def test_a_scan_waits_for_an_overview_that_is_late() -> None:
    gate = Gate(looked=False)
    gate.desk.later = True
    gate.surroundings.refresh()
    gate.scan()
    for _ in range(3):
        gate.desk.answer()
    assert gate.now().stage is Stage.ANSWER


def test_the_arrival_that_is_there_already_is_named(gate: Gate) -> None:
    answer = gate.scan(world.refused(VerdictName.ALREADY_INSIDE, world.ILYA)).answer
    assert answer is not None
    assert answer.tone is Tone.HEED
    assert answer.earlier == Earlier("10:02", "Вход 2", "Ольга Н.")


def test_another_site_is_named_with_its_address(gate: Gate) -> None:
    answer = gate.scan(world.refused(VerdictName.WRONG_SITE, site=3)).answer
    assert answer is not None
    assert (answer.other_site, answer.address) == (
        world.OTHER_SITE.name,
        world.OTHER_SITE.address,
    )


@pytest.mark.parametrize("day", [1, 2, 9])
def test_another_day_is_dated(gate: Gate, day: int) -> None:
    answer = gate.scan(world.refused(VerdictName.WRONG_DAY, day=day)).answer
    assert answer is not None
    assert (answer.day, answer.is_over) == (world.EVENT.date_of(day), False)


@pytest.mark.parametrize(("minutes", "is_over"), [(-60, False), (240, True)])
def test_a_time_that_is_over_is_told_apart(gate: Gate, minutes: int, is_over: bool) -> None:
    checked = world.refused(VerdictName.WRONG_TIME)
    moved = replace(checked.record, recorded_at=checked.record.recorded_at + minutes * 60_000)
    answer = gate.scan(replace(checked, record=moved)).answer
    assert answer is not None
    assert answer.is_over is is_over


def test_a_day_that_is_over_is_told_apart(gate: Gate) -> None:
    checked = world.refused(VerdictName.WRONG_DAY, day=1)
    tomorrow = replace(checked.record, recorded_at=checked.record.recorded_at + 86_400_000)
    answer = gate.scan(replace(checked, record=tomorrow)).answer
    assert answer is not None
    assert answer.is_over


@pytest.mark.parametrize("name", [VerdictName.FORGED, VerdictName.CANCELLED])
def test_only_do_not_let_in_is_red(gate: Gate, name: VerdictName) -> None:
    answer = gate.scan(world.refused(name)).answer
    assert answer is not None
    assert answer.tone is Tone.STOP


@pytest.mark.parametrize(
    "name",
    sorted(
        set(VerdictName)
        - {
            VerdictName.FORGED,
            VerdictName.CANCELLED,
            VerdictName.ADMITTED,
            VerdictName.NOT_RECORDED,
            VerdictName.GROUP_PENDING,
            VerdictName.DEPARTED,
        }
    ),
)
def test_whoever_is_sent_on_is_met_in_the_heed_tone(gate: Gate, name: VerdictName) -> None:
    answer = gate.scan(world.refused(name)).answer
    assert answer is not None
    assert answer.tone is Tone.HEED


def test_a_code_typed_by_hand_shows_the_full_name_to_compare(gate: Gate) -> None:
    notes = frozenset({Note.COMPARE_NAME})
    assert gate.scan(world.admitted(notes=notes)).name is NameShown.FULL


def test_the_name_fades_and_comes_back_on_request(gate: Gate) -> None:
    assert gate.scan().name is NameShown.SHORT
    gate.presenter.hide_name()
    assert gate.now().name is NameShown.HIDDEN
    gate.presenter.show_name()
    assert gate.now().name is NameShown.FULL
    assert gate.scan().name is NameShown.SHORT


def test_an_unlisted_ticket_has_no_name_to_show(gate: Gate) -> None:
    gate.scan(world.admitted(notes=frozenset({Note.NOT_LISTED})))
    gate.presenter.show_name()
    assert gate.now().name is NameShown.SHORT


def test_ten_typed_digits_are_checked_in(gate: Gate) -> None:
    for digit in "12345644719":
        gate.presenter.digit(digit)
    assert (gate.now().stage, gate.now().code) == (Stage.CODE, "1234564471")
    gate.presenter.enter()
    assert gate.desk.asked("check_in") == [("1234564471", "typed")]
    assert (gate.now().stage, gate.now().code) == (Stage.ANSWER, "")


def test_an_unfinished_code_is_not_sent(gate: Gate) -> None:
    for digit in "123":
        gate.presenter.digit(digit)
    gate.presenter.backspace()
    gate.presenter.enter()
    assert gate.now().code == "12"
    assert gate.desk.asked("check_in") == []


def test_a_digit_after_a_verdict_begins_a_new_code(gate: Gate) -> None:
    gate.scan()
    gate.presenter.digit("7")
    assert (gate.now().stage, gate.now().code, gate.now().answer) == (Stage.CODE, "7", None)


def test_a_scan_while_a_code_is_typed_shows_its_verdict(gate: Gate) -> None:
    gate.presenter.digit("7")
    assert gate.scan().stage is Stage.ANSWER


def test_undo_takes_back_the_arrival_on_the_stage(gate: Gate) -> None:
    gate.scan(world.admitted(seq=77))
    gate.presenter.undo()
    assert gate.now().stage is Stage.UNDOING
    assert gate.desk.asked("undo") == []
    gate.presenter.digit("1")
    assert gate.desk.asked("undo") == [(77, UndoReason.WRONG_TICKET)]
    assert gate.now().stage is Stage.UNDONE


def test_undo_from_the_ready_stage_takes_back_the_latest_arrival(gate: Gate) -> None:
    assert gate.now().can_undo_last
    gate.presenter.undo()
    gate.presenter.digit("2")
    assert gate.desk.asked("undo") == [(413, UndoReason.NOT_ENTERED)]
    answer = gate.now().answer
    assert answer is not None
    assert answer.holder is not None
    assert answer.holder.name == "Ёлкина Мария Петровна"


def test_undo_never_takes_back_somebody_elses_arrival(gate: Gate) -> None:
    gate.scan(world.refused(VerdictName.ALREADY_INSIDE))
    gate.presenter.undo()
    gate.presenter.digit("7")
    gate.presenter.undo()
    assert gate.desk.asked("undo") == []


def test_undo_pressed_twice_is_asked_once(gate: Gate) -> None:
    gate.scan()
    gate.desk.later = True
    gate.presenter.undo()
    gate.presenter.digit("1")
    gate.presenter.digit("1")
    assert len(gate.desk.asked("undo")) == 1


def test_what_was_not_recorded_says_why_and_is_tried_again(gate: Gate) -> None:
    assert gate.scan(NotRecorded(Cause.DISK_FULL, "full")).stage is Stage.NOT_RECORDED
    assert gate.now().failure is Failure.DISK_FULL
    gate.desk.check_ins["ticket"] = world.admitted()
    gate.presenter.enter()
    assert gate.desk.asked("check_in") == [("ticket", "wedge")] * 2
    assert gate.now().stage is Stage.ANSWER


def test_an_undo_that_was_not_recorded_is_tried_again(gate: Gate) -> None:
    gate.desk.answers["undo"] = NotRecorded(Cause.READ_ONLY, "no")
    gate.presenter.undo()
    gate.presenter.digit("3")
    assert gate.now().stage is Stage.NOT_RECORDED
    del gate.desk.answers["undo"]
    gate.presenter.enter()
    assert gate.desk.asked("undo") == [(413, UndoReason.TRIED_OUT)] * 2
    assert gate.now().stage is Stage.UNDONE


def test_an_unenrolled_kiosk_records_no_visitor(gate: Gate) -> None:
    gate.scan(NotEnrolled())
    assert (gate.now().stage, gate.now().failure) == (Stage.NOT_RECORDED, Failure.NOT_ENROLLED)


def test_closing_an_answer_loses_no_record(gate: Gate) -> None:
    gate.scan()
    gate.presenter.close()
    assert gate.now().stage is Stage.READY
    assert gate.desk.asked("undo") == []


def test_counts_and_latest_scans_are_read_after_each_record(gate: Gate) -> None:
    gate.desk.answers["overview"] = world.overview(count=414)
    state = gate.scan()
    assert (state.counts.this_kiosk, state.counts.as_of) == (414, "10:02")
    first = state.recent[0]
    assert (first.at, first.number, first.tone) == ("10:07:12", "·4471", Tone.GO)
    assert [row.retracted for row in state.recent] == [False, False, False, True, False, False]
    assert state.recent[5].verdict is VerdictName.FORGED


def test_counts_say_nothing_of_others_before_they_were_heard() -> None:
    gate = Gate(looked=False)
    overview = world.overview()
    unheard = replace(overview, tally=replace(overview.tally, as_of=None))
    gate.desk.answers["overview"] = unheard
    gate.surroundings.refresh()
    assert gate.now().counts.as_of == ""


def test_a_later_versions_verdict_is_shown_as_not_understood(gate: Gate) -> None:
    overview = world.overview()
    strange = replace(overview.recent[2].record, data={"verdict": "teleported"})
    recent = (replace(overview.recent[2], record=strange),)
    gate.desk.answers["overview"] = replace(overview, recent=recent)
    gate.surroundings.refresh()
    assert gate.now().recent[0].verdict is VerdictName.UNREADABLE


def test_an_entry_of_the_list_is_taken_back_by_whoever_may(gate: Gate) -> None:
    gate.presenter.undo(1)
    assert gate.now().stage is Stage.UNDOING
    gate.presenter.close()
    gate.presenter.undo(2)  # a refusal
    assert gate.now().stage is Stage.READY
    gate.presenter.allow(override=False, may_undo=lambda _: False)
    gate.presenter.undo(1)
    assert gate.now().stage is Stage.READY
    gate.scan()
    gate.presenter.undo()
    assert (gate.now().stage, gate.now().may_undo) == (Stage.ANSWER, False)
    gate.presenter.allow(override=False, may_undo=lambda _: True)
    gate.presenter.undo()
    assert gate.now().stage is Stage.UNDOING


def test_a_groups_scan_is_asked_about_elsewhere(gate: Gate) -> None:
    checked = world.pending()
    assert gate.scan(checked).stage is Stage.READY
    assert gate.asked == [checked]
    assert gate.heard == [Tone.ASK]
    gate.presenter.counted(checked, world.arrival(415, world.GROUP, world.at(10, 8), heads=27))
    answer = gate.now().answer
    assert answer is not None
    assert (answer.verdict, answer.heads, answer.tone) == (VerdictName.ADMITTED, 27, Tone.GO)


@pytest.mark.parametrize(
    ("key", "reply", "asked", "tone"),
    [("1", Reply.SAME_PERSON, "let_back_in", Tone.GO), ("2", Reply.COPY, "report_copy", Tone.HEED)],
)
def test_a_second_scan_asks_and_keeps_the_answer(
    gate: Gate, key: str, reply: Reply, asked: str, tone: Tone
) -> None:
    gate.scan(world.refused(VerdictName.ALREADY_INSIDE, world.ILYA))
    gate.presenter.digit(key)
    assert gate.desk.asked(asked) == [(414,)]
    assert (gate.now().stage, gate.now().reply) == (Stage.REPLIED, reply)
    assert gate.heard[-1] is tone


def test_a_member_of_a_counted_group_is_asked_whether_they_came_with_it(gate: Gate) -> None:
    checked = world.refused(VerdictName.ALREADY_INSIDE, world.ILYA)
    verdict = replace(checked.verdict, notes=frozenset({Note.WITH_GROUP}))
    answer = gate.scan(replace(checked, verdict=verdict)).answer
    assert answer is not None
    assert answer.replies == (Reply.WITH_GROUP, Reply.APART)
    gate.presenter.digit("2")
    assert gate.desk.asked("came_apart") == [(414,)]
    assert gate.now().stage is Stage.ANSWER


def test_an_answer_is_given_once(gate: Gate) -> None:
    gate.scan(world.refused(VerdictName.ALREADY_INSIDE, world.ILYA))
    gate.desk.later = True
    gate.presenter.digit("1")
    gate.presenter.digit("2")
    assert gate.desk.asked("let_back_in") == [(414,)]
    assert gate.desk.asked("report_copy") == []


def test_scans_are_exits_while_the_kiosk_stands_at_the_way_out(gate: Gate) -> None:
    gate.presenter.turn_round()
    assert not gate.now().leaving
    gate.desk.answers["overview"] = world.tracking_exits()
    gate.surroundings.refresh()
    gate.presenter.turn_round()
    answer = gate.scan().answer
    assert answer is not None
    assert (answer.verdict, answer.tone) == (VerdictName.DEPARTED, Tone.GO)
    assert gate.desk.asked("check_in") == []
    gate.presenter.turn_round()
    gate.scan(world.admitted())
    assert gate.desk.asked("check_in") == [("ticket", "wedge")]


def test_a_scanner_at_the_way_out_needs_no_mode(gate: Gate) -> None:
    gate.presenter.scan("ticket", "serial", leaving=True)
    assert gate.desk.asked("depart") == [("ticket", "serial")]


def test_every_answer_is_heard(gate: Gate) -> None:
    gate.scan(world.admitted())
    gate.scan(world.refused(VerdictName.FORGED))
    gate.scan(NotRecorded(Cause.DISK_FULL, "full"))
    assert gate.heard == [Tone.GO, Tone.STOP, Tone.FAIL]


def test_without_consent_no_name_is_shown(gate: Gate) -> None:
    holder = replace(cast("Visitor", world.MARIA.holder), consent=False)
    nameless = replace(world.MARIA, holder=holder)
    answer = gate.scan(world.admitted(nameless)).answer
    assert answer is not None
    assert not answer.has_name


def test_the_help_that_is_needed_is_told(gate: Gate) -> None:
    holder = replace(cast("Visitor", world.MARIA.holder), help="сопровождение")
    helped = replace(world.MARIA, holder=holder)
    answer = gate.scan(world.admitted(helped)).answer
    assert answer is not None
    assert answer.help == "сопровождение"
