"""People without tickets: their registration, their numbers, and other kiosks that meet them."""

from __future__ import annotations

import pytest

from kiosk.domain.admission import Note, VerdictName
from kiosk.domain.programme import SitePolicy
from kiosk.domain.records import Kind, Record
from kiosk.domain.walk_ins import WalkIn, WalkInKind, WalkInNumber
from kiosk.journal.identity import Identity, genesis
from kiosk.operations.check_in import REPEAT_WINDOW_MS
from kiosk.operations.log_trial import TrialRefused, find_participant, trial_list
from kiosk.operations.ports import Signer
from kiosk.operations.recording import Moment, append
from kiosk.operations.register_walk_in import (
    NotAWalkIn,
    NotCleared,
    Registered,
    name_class,
    nameless_classes,
    register_class,
)
from tests.unit.operations.fake_server import FakeServer
from tests.unit.operations.invented import Kiosk, listed


@pytest.fixture
def kiosk(server: FakeServer) -> Kiosk:
    return Kiosk.enrolled(server, "Gate 1")


def class_of(kiosk: Kiosk, pupils: int = 20, adults: int = 1, **more: object) -> Registered:
    words: dict[str, object] = {"school": "School 5", "grade": "8В", "leader": "Филин Пётр"}
    return kiosk.do(
        lambda uow, at: register_class(
            uow,
            at,
            pupils=pupils,
            adults=adults,
            **words | more,  # type: ignore[arg-type]
        )
    )


def test_a_walk_in_is_registered_and_counted_at_once(kiosk: Kiosk) -> None:
    done = kiosk.walk_in(grade=" 9Б ", school="School 3")
    assert kiosk.kinds() == ["opened", "walk_in", "arrival"]
    assert (done.walk_in.number.label, done.walk_in.label) == ("1-001", "9Б, School 3")
    assert done.record.text("registration") == done.walk_in.hash
    assert done.record.text("source") == "walk-in"
    found = kiosk.presence(done.walk_in.number.ticket)
    assert (found.counted, found.adults) == (1, 0)
    [shown] = kiosk.overview().recent
    assert shown.walk_in == done.walk_in


def test_numbers_go_on_and_an_undone_one_is_not_given_again(kiosk: Kiosk) -> None:
    first = kiosk.walk_in()
    kiosk.undo(first.record.seq)
    assert kiosk.walk_in(WalkInKind.PARENT).walk_in.number.label == "1-002"
    assert class_of(kiosk).walk_in.number.label == "1-003"
    assert kiosk.presence(first.walk_in.number.ticket).counted == 0
    assert kiosk.scan(first.code).verdict.name is VerdictName.ADMITTED


def test_past_999_the_kiosks_part_goes_on_by_100(kiosk: Kiosk) -> None:
    def many(uow: object, at: Moment) -> Record:
        one = WalkIn.one(WalkInNumber(1, 1), WalkInKind.PUPIL)
        for _ in range(998):
            append(uow, at, Kind.WALK_IN, one.data())  # type: ignore[arg-type]
        return append(uow, at, Kind.WALK_IN, one.data())  # type: ignore[arg-type]

    kiosk.do(many)
    thousandth = kiosk.walk_in()
    assert thousandth.walk_in.number.label == "101-001"
    assert kiosk.scan("101-001", typed=True).verdict.name is VerdictName.ALREADY_INSIDE


def test_an_identity_that_goes_on_from_a_copy_takes_another_number(kiosk: Kiosk) -> None:
    kiosk.walk_in()
    old = kiosk.store.contents.signers[-1]
    new = Identity.generate()
    succeeds = (old.identity.device_id, old.seq, old.hash)
    signer = Signer(new, 0, genesis(new.public), succeeds=succeeds)
    kiosk.store.write(lambda uow: uow.journal.add_signer(signer))
    number = kiosk.walk_in().walk_in.number
    assert 50 <= number.kiosk < 100
    assert number.number == 1
    kiosk.sync()
    known = kiosk.walk_in().walk_in.number
    assert (known.kiosk, known.number) == (2, 2), "the server has given it its own"


def test_two_kiosks_whose_names_share_a_digit_give_no_number_twice(
    server: FakeServer, kiosk: Kiosk
) -> None:
    other = Kiosk.enrolled(server, "Desk 1")
    labels = [one.walk_in().walk_in.number.label for one in (kiosk, other)]
    assert labels == ["1-001", "2-001"]


def test_both_copies_of_a_folder_give_one_number_to_two_people(kiosk: Kiosk) -> None:
    kiosk.walk_in()
    copy = kiosk.copied()
    here, there = kiosk.walk_in(), copy.walk_in(WalkInKind.GUEST)
    assert here.walk_in.number == there.walk_in.number
    copy.tell(kiosk)
    found = kiosk.presence(here.walk_in.number.ticket)
    assert (found.counted, found.surplus) == (2, 0)


@pytest.mark.parametrize("kind", [k for k in WalkInKind if k is not WalkInKind.CLASS])
def test_who_comes_is_a_pupil_or_somebody_grown_up(kiosk: Kiosk, kind: WalkInKind) -> None:
    done = kiosk.walk_in(kind)
    assert done.walk_in.heads == 1
    assert done.walk_in.adults == (kind is not WalkInKind.PUPIL)


def test_a_companion_names_whom_they_came_with(kiosk: Kiosk) -> None:
    done = kiosk.walk_in(WalkInKind.PARENT, accompanies=1)
    registration = next(r for r in kiosk.records() if r.kind == Kind.WALK_IN)
    assert registration.integer("accompanies") == 1
    assert done.walk_in.accompanies == 1


def test_a_class_is_one_number_for_all(kiosk: Kiosk) -> None:
    done = class_of(kiosk, 20, 2)
    found = kiosk.presence(done.walk_in.number.ticket)
    assert (found.counted, found.adults) == (22, 2)
    assert done.walk_in.label == "8В, School 5"
    trial = kiosk.store.read(lambda uow: find_participant(uow, done.code))
    assert (trial.heads, trial.entered) == (22, True)


@pytest.mark.parametrize(("pupils", "adults"), [(0, 0), (-1, 3), (3, -1)])
def test_a_class_of_nobody_is_none(kiosk: Kiosk, pupils: int, adults: int) -> None:
    with pytest.raises(NotAWalkIn):
        class_of(kiosk, pupils, adults)
    with pytest.raises(NotAWalkIn):
        kiosk.walk_in(WalkInKind.CLASS)
    assert kiosk.records() == []


def test_names_come_later_and_stay_beside_the_line(kiosk: Kiosk) -> None:
    done = class_of(kiosk)
    number = done.walk_in.number.ticket
    named = kiosk.do(lambda uow, at: name_class(uow, at, number, [" Сыч Анна ", "", "Лунь Иван"]))
    assert named.data["names"] == 2
    part = kiosk.store.contents.entries[named.hash].private
    assert part is not None
    assert "Сыч Анна" in part.part.decode()
    assert kiosk.presence(number).counted == 21
    assert kiosk.walk_in().walk_in.number.label == "1-002"


@pytest.mark.parametrize(("label", "names"), [("1-001", ["", " "]), ("1-002", ["Сыч Анна"])])
def test_names_of_no_class_are_refused(kiosk: Kiosk, label: str, names: list[str]) -> None:
    class_of(kiosk)
    number = WalkInNumber.parse(label)
    assert number is not None
    with pytest.raises(NotAWalkIn):
        kiosk.do(lambda uow, at: name_class(uow, at, number.ticket, names))


def waiting(kiosk: Kiosk, limit: int = 3) -> list[str]:
    """The numbers of the classes that wait for their names."""
    now = kiosk.clock.now()
    found = kiosk.store.read(lambda uow: nameless_classes(uow, now, limit))
    assert all(one.code for one in found)
    return [one.walk_in.number.label for one in found]


def test_the_latest_classes_without_names_wait_for_them(server: FakeServer, kiosk: Kiosk) -> None:
    classes = [class_of(kiosk) for _ in range(3)]
    kiosk.walk_in()
    class_of(Kiosk.enrolled(server, "Gate 2"))
    assert waiting(kiosk) == ["1-003", "1-002", "1-001"]
    assert waiting(kiosk, 2) == ["1-003", "1-002"]
    number = classes[1].walk_in.number.ticket
    kiosk.do(lambda uow, at: name_class(uow, at, number, ["Сыч Анна"]))
    assert waiting(kiosk) == ["1-003", "1-001"]


def test_a_class_that_was_undone_or_came_yesterday_waits_for_no_names(kiosk: Kiosk) -> None:
    kiosk.undo(class_of(kiosk).record.seq)
    assert waiting(kiosk) == []
    class_of(kiosk)
    assert waiting(kiosk) == ["1-002"]
    kiosk.clock.pass_ms(24 * 60 * 60 * 1000)
    assert waiting(kiosk) == []


def test_no_line_holds_a_name(kiosk: Kiosk) -> None:
    kiosk.walk_in(name="Неясыть Вера")
    class_of(kiosk)
    lines = b"".join(entry.line for entry in kiosk.store.contents.entries.values())
    for name in ("Неясыть", "Вера", "Филин"):
        assert name.encode() not in lines
    nameless = kiosk.walk_in()
    registration = kiosk.store.contents.entries[nameless.walk_in.hash]
    assert registration.private is None


def test_where_a_clearance_is_asked_for_it_must_be_agreed(server: FakeServer) -> None:
    gate = Kiosk.enrolled(server, "Gate 2", SitePolicy(asks_clearance=True))
    with pytest.raises(NotCleared):
        gate.walk_in()
    with pytest.raises(NotCleared):
        class_of(gate)
    assert gate.records() == []
    done = gate.walk_in(cleared=True)
    assert gate.scan(done.code).verdict.name is VerdictName.ALREADY_INSIDE


def test_a_trials_kiosk_takes_a_number_that_it_has_never_heard_of(server: FakeServer) -> None:
    gate, station = Kiosk.enrolled(server, "Gate 1"), Kiosk.enrolled(server, "Trial 7")
    done = gate.walk_in(school="School 3")
    for text, typed in ((done.code, False), ("1-001", True), ("1001", True)):
        stranger = station.store.read(lambda uow: find_participant(uow, text, typed=typed))  # noqa: B023
        assert (stranger.ticket, stranger.entered) == (done.walk_in.number.ticket, False)
    station.log_trial(done.code)
    gate.tell(station)
    [line] = station.store.read(lambda uow: trial_list(uow, "weld"))
    assert (line.participant.entered, line.participant.walk_in) == (True, done.walk_in)


def test_a_number_that_was_scanned_and_not_typed_is_another_systems(kiosk: Kiosk) -> None:
    kiosk.walk_in()
    with pytest.raises(TrialRefused):
        kiosk.store.read(lambda uow: find_participant(uow, "1-001"))


def test_another_gate_knows_a_walk_in_once_it_has_heard_of_them(server: FakeServer) -> None:
    one, other = Kiosk.enrolled(server, "Gate 1"), Kiosk.enrolled(server, "Gate 2")
    done = one.walk_in()
    for text, typed in ((done.code, False), ("1-001", True)):
        assert other.scan(text, typed=typed).verdict.name is VerdictName.UNKNOWN
    one.tell(other)
    other.clock.pass_ms(REPEAT_WINDOW_MS + 1)
    for text, typed in ((done.code, False), ("1-001", True)):
        seen = other.scan(text, typed=typed)
        assert seen.verdict.name is VerdictName.ALREADY_INSIDE
        assert seen.seen.walk_in == done.walk_in


def test_a_walk_in_who_left_comes_again(server: FakeServer) -> None:
    gate = Kiosk.enrolled(server, "Gate 1", SitePolicy(tracks_exits=True))
    done = gate.walk_in()
    assert gate.leave(done.code).verdict.name is VerdictName.DEPARTED
    assert gate.scan(done.code).verdict.notes == {Note.RE_ENTRY}
    assert gate.presence(done.walk_in.number.ticket).counted == 1


def test_a_short_number_of_another_system_is_its_own(kiosk: Kiosk) -> None:
    """Typed digits that could be a walk-in's are the list's where the list has them."""
    kiosk.store.contents.roster.tickets |= {40: listed(40, external="1234567")}
    seen = kiosk.scan("1234567", typed=True)
    assert (seen.verdict.name, seen.seen.number) == (VerdictName.ADMITTED, 40)
