"""Practice on real folders: eight cards are played, and the two sides never touch each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
import typer
from PIL import Image
from typer.testing import CliRunner

from kiosk.cli import practice as practice_cli
from kiosk.cli import scan as scan_cli
from kiosk.cli import sync as sync_cli
from kiosk.clock import SystemClock
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.domain.practice import Practised, Situation
from kiosk.domain.readiness import Check
from kiosk.domain.readiness_facts import Practice
from kiosk.domain.roster import RosterChange, RosterCursor
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tickets import TicketFacts, TicketKind
from kiosk.domain.walk_ins import WalkInKind
from kiosk.machine.this import this_machine
from kiosk.operations.check_in import CheckIn, check_in, check_in_listed
from kiosk.operations.count_group import count_group
from kiosk.operations.identify import OutOfPlace
from kiosk.operations.override import let_back_in, report_copy
from kiosk.operations.ports import StoreError, UnitOfWork
from kiosk.operations.practise import (
    NotForPractice,
    Progress,
    begin_practice,
    note_practised,
    practice_progress,
)
from kiosk.operations.readiness import Told, readiness
from kiosk.operations.recording import Moment
from kiosk.operations.register_walk_in import register_walk_in
from kiosk.operations.search import search
from kiosk.operations.undo import undo
from kiosk.practice.cards import make_cards
from kiosk.practice.room import practice_folder, prepare
from kiosk.scanning.images import decode_image
from kiosk.store.database import Database
from kiosk.store.verify import verify
from kiosk.tickets.codec import encode
from kiosk.tickets.keys import IssuingKey
from kiosk.tickets.practice import code_of, text_of
from kiosk.tickets.short_code import new_code
from tests.e2e.conftest import Site

T = TypeVar("T")
READABLE = [s for s in Situation if s.ticket and s not in {Situation.DAMAGED, Situation.FORGOTTEN}]


class Player:
    """Somebody who practises, doing what the cards ask for."""

    def __init__(self, store: Database) -> None:
        self.store = store
        self.clock = SystemClock()

    def do(self, job: Callable[[UnitOfWork, Moment], T]) -> T:
        moment = Moment(self.clock.now())
        return self.store.write(lambda uow: job(uow, moment))

    def scan(self, text: str, source: Source = Source.CAMERA) -> CheckIn:
        typed = source is Source.TYPED
        return self.do(lambda uow, now: check_in(uow, now, text, source=source, typed=typed))

    def play(self, situation: Situation) -> None:
        match situation:
            case Situation.RETURNED:
                answer = self.scan(text_of(situation))
                assert answer.verdict.name is VerdictName.ALREADY_INSIDE
                self.do(lambda uow, now: let_back_in(uow, now, answer))
            case Situation.GROUP:
                self.count(self.scan(text_of(situation)), pupils=25)
            case Situation.DAMAGED:
                assert self.scan("").verdict.name is VerdictName.UNREADABLE
                self.scan(code_of(situation), Source.TYPED)
            case Situation.FORGOTTEN:
                (found,) = self.store.read(lambda uow: search(uow, "ёлк 9б"))
                assert found.match.listed is not None
                ticket = found.match.listed.number
                self.do(lambda uow, now: check_in_listed(uow, now, ticket))
            case Situation.WALK_IN:
                self.do(lambda uow, now: register_walk_in(uow, now, WalkInKind.PUPIL, grade="9"))
            case _:
                self.scan(text_of(situation))

    def count(self, asked: CheckIn, *, pupils: int) -> None:
        assert asked.passage is not None
        passage = asked.passage
        self.do(
            lambda uow, now: count_group(
                uow, now, passage, pupils=pupils, adults=2, pending=asked.record
            )
        )

    def progress(self) -> Progress:
        return self.store.read(practice_progress)


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    with Database.open(prepare(tmp_path / "kiosk")) as store:
        yield Player(store)


@pytest.mark.parametrize("order", [list(Situation), list(Situation)[::-1]], ids=["1-8", "8-1"])
def test_eight_cards_are_solved_one_by_one(player: Player, order: list[Situation]) -> None:
    assert player.progress().solved == ()
    for played, situation in enumerate(order, start=1):
        player.play(situation)
        assert situation in player.progress().solved
        assert len(player.progress().solved) == played
    assert player.progress().solved == tuple(Situation)
    assert verify(player.store).ok


def test_the_next_person_begins_from_nothing(player: Player) -> None:
    for situation in Situation:
        player.play(situation)
    assert player.do(begin_practice).solved == ()
    for situation in Situation:
        player.play(situation)
    assert player.progress().solved == tuple(Situation)
    assert player.store.read(lambda uow: uow.attendance.tally()).this_kiosk == 1 + 1 + 27 + 3


def test_a_wrong_count_is_put_right(player: Player) -> None:
    asked = player.scan(text_of(Situation.GROUP))
    player.count(asked, pupils=24)
    assert player.progress().begun == (Situation.GROUP,)
    assert player.progress().counted == (24, 2)
    assert player.progress().asked is None
    seq = player.store.read(lambda uow: uow.journal.signer()).seq
    player.do(lambda uow, now: undo(uow, now, seq, "slip"))
    assert player.progress().asked is None
    asked = player.scan(text_of(Situation.GROUP))
    assert player.progress().asked is Situation.GROUP
    player.count(asked, pupils=25)
    assert player.progress().solved == (Situation.GROUP,)


def test_a_copy_is_the_wrong_answer(player: Player) -> None:
    """Whoever is back from the bus was counted already, and stays let in."""
    answer = player.scan(text_of(Situation.RETURNED))
    assert player.progress().asked is Situation.RETURNED
    player.do(lambda uow, now: report_copy(uow, now, answer))
    progress = player.progress()
    assert (progress.solved, progress.begun) == ((), (Situation.RETURNED,))
    assert progress.asked is None
    player.play(Situation.RETURNED)
    assert player.progress().solved == (Situation.RETURNED,)


def test_a_ticket_of_the_day_changes_nothing_in_practice(player: Player) -> None:
    before = player.store.read(lambda uow: uow.journal.signer()).seq
    facts = TicketFacts(event=1, number=1, site=1, kind=TicketKind.PUPIL)
    for text in (encode(facts, IssuingKey.generate(1)), new_code(), "1-001"):
        with pytest.raises(OutOfPlace) as refused:
            player.scan(text, Source.TYPED)
        assert refused.value.verdict is VerdictName.REAL_TICKET
    assert player.store.read(lambda uow: uow.journal.signer()).seq == before


@pytest.fixture
def command() -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    """Runs a command with --json; gives its exit status and its lines."""
    app = typer.Typer()
    app.command("practice")(practice_cli.practice)
    app.command("scan")(scan_cli.scan)
    app.command("sync")(sync_cli.sync)

    def run(*words: str) -> tuple[int, list[dict[str, Any]]]:
        done = CliRunner().invoke(app, [*words, "--json"])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]

    return run


Command = Callable[..., tuple[int, list[dict[str, Any]]]]


def test_a_practice_card_changes_nothing_on_the_day(site: Site, command: Command) -> None:
    folder = site.kiosk(1)
    with Database.open(folder) as store:
        before = store.read(lambda uow: list(uow.journal.records()))
    card = text_of(Situation.GOOD)
    status, (answer,) = command("scan", card, "--data-dir", str(folder))
    assert (status, answer["verdict"], answer["seq"]) == (1, "practice_ticket", None)
    digits = code_of(Situation.DAMAGED)
    status, (answer,) = command("scan", "--typed", digits, "--data-dir", str(folder))
    assert (status, answer["verdict"]) == (1, "practice_ticket")
    with Database.open(folder) as store:
        assert store.read(lambda uow: list(uow.journal.records())) == before
        with pytest.raises(NotForPractice):
            store.write(lambda uow: begin_practice(uow, Moment(SystemClock().now())))


def test_the_practice_folder_is_a_kiosk_like_any_other(tmp_path: Path, command: Command) -> None:
    data = tmp_path / "kiosk"
    out = tmp_path / "cards"
    status, (made,) = command("practice", "--cards", "--data-dir", str(data), "--out", str(out))
    assert (status, made["folder"], len(made["cards"])) == (0, str(practice_folder(data)), 8)
    assert Path(made["sheet"]).read_bytes().startswith(b"%PDF")
    status, (answer,) = command("scan", made["cards"][0], "--data-dir", made["folder"])
    assert (status, answer["verdict"], answer["name"]) == (0, "admitted", "Соколова Вера Андреевна")
    status, (answer,) = command("scan", made["cards"][5], "--data-dir", made["folder"])
    assert (status, answer["verdict"]) == (1, "unreadable")
    with pytest.raises(StoreError, match="for practice"):
        command("sync", "--data-dir", made["folder"])
    assert not (data / "kiosk.db").exists()


def test_a_round_goes_on_until_it_is_reset(tmp_path: Path, command: Command) -> None:
    data = tmp_path / "kiosk"
    folder = prepare(data)
    command("scan", text_of(Situation.CANCELLED), "--data-dir", str(folder))
    prepare(data)
    with Database.open(folder) as store:
        assert store.read(practice_progress).solved == (Situation.CANCELLED,)
    assert command("practice", "--reset", "--data-dir", str(data))[0] == 0
    with Database.open(folder) as store:
        assert store.read(practice_progress).solved == ()


def test_a_folder_of_the_day_is_not_made_into_practice(site: Site, tmp_path: Path) -> None:
    real = site.kiosk(1)
    data = tmp_path / "data"
    data.mkdir()
    real.rename(practice_folder(data))
    with pytest.raises(NotForPractice):
        prepare(data)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_card_reads_as_its_situation_wants(tmp_path: Path, language: str) -> None:
    made = make_cards(tmp_path, language)
    for situation, picture in zip(Situation, made.pictures, strict=True):
        expected = [text_of(situation)] if situation in READABLE else []
        assert decode_image(picture) == expected
        with Image.open(picture) as card:
            assert card.size == (1240, 877)


def test_the_printed_sheet_reads_too(tmp_path: Path) -> None:
    """As the printer gets it: black and white, without a grey in between."""
    made = make_cards(tmp_path, "ru")
    with Image.open(made.pictures[0]) as card:
        card.convert("1", dither=Image.Dither.NONE).save(tmp_path / "printed.png")
    assert decode_image(tmp_path / "printed.png") == [text_of(Situation.GOOD)]


def test_readiness_names_those_who_solved_all(tmp_path: Path) -> None:
    folder = tmp_path / "kiosk"
    listed = StaffMember("v1", "Котова Соня", Role.VOLUNTEER)
    with Database.create(folder) as store:
        change = RosterChange(1, "staff", "v1", listed)
        store.write(lambda uow: uow.roster.apply([change], RosterCursor("e", 1)))
        moments = [Moment(SystemClock().now(), who) for who in ("", "v1", "", "")]
        given = [(" Анна  К. ", 8), ("", 8), ("Илья П.", 7), ("Анна К.", 8)]
        for moment, (name, score) in zip(moments, given, strict=True):
            store.write(partial(note_practised, moment=moment, name=name, score=score))
    with Database.open(folder) as store:
        kept = store.read(lambda uow: uow.sign_ins.practised())
        lines = readiness(store, this_machine(), folder, SystemClock().now(), Told())
    assert kept[0] == Practised("", "Анна К.", 8, moments[0].at.wall_ms)
    fact = next(line.fact for line in lines if line.check is Check.PRACTICE)
    assert fact == Practice(("Анна К.", "Соня К."))
