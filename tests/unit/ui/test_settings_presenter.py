"""The settings' behaviour, without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from kiosk.domain.programme import SitePolicy
from kiosk.operations.ports import Cause, NotRecorded
from kiosk.ui.desk import Failed
from kiosk.ui.failure import Failure
from kiosk.ui.screens.settings.presenter import SettingsPresenter
from kiosk.ui.screens.settings.state import (
    IDLE_STEPS,
    Choices,
    Found,
    Policy,
    SettingsState,
)
from kiosk.ui.tone import Tone

ROSTER = SitePolicy(tracks_exits=True)
KEPT = Choices("ru", True, 80, False, 10, "Главный", ROSTER)


@dataclass
class FakeSettingsDesk:
    """Keeps settings; while `later` is set, a save is answered by `answer`."""

    found: Found = field(default_factory=lambda: Found(KEPT, ROSTER))
    error: Exception | None = None
    later: bool = False
    saved: list[tuple[Choices, Choices]] = field(default_factory=list)
    answer: Callable[[], None] = field(default=lambda: None)

    def settings(self, done: Callable[[Found], None], failed: Failed) -> None:
        if self.error is not None:
            failed(self.error)
        else:
            done(self.found)

    def save_settings(
        self, before: Choices, after: Choices, done: Callable[[None], None], failed: Failed
    ) -> None:
        if self.error is not None:
            failed(self.error)
            return
        self.saved.append((before, after))
        self.answer = lambda: done(None)
        if not self.later:
            self.answer()


@dataclass
class FakeSpeaker:
    """Sounds that are noted."""

    on: bool = True
    volume: int = 80
    played: list[tuple[Tone, bool, int]] = field(default_factory=list)

    def set_on(self, on: bool) -> None:
        self.on = on

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def play(self, tone: Tone) -> None:
        self.played.append((tone, self.on, self.volume))


class Screen:
    """The presenter with all that it talks to."""

    def __init__(self) -> None:
        self.desk, self.speaker = FakeSettingsDesk(), FakeSpeaker()
        self.events: list[object] = []
        self.presenter = SettingsPresenter(
            self.desk,
            self.speaker,
            lambda _: None,
            saved=lambda before, after: self.events.append((before, after)),
            left=lambda: self.events.append("left"),
        )

    @property
    def state(self) -> SettingsState:
        return self.presenter.state

    @property
    def now(self) -> Choices:
        assert self.state.now is not None
        return self.state.now


@pytest.fixture
def screen() -> Screen:
    made = Screen()
    made.presenter.open()
    return made


def test_what_is_chosen_is_kept_when_it_is_saved_and_not_before(screen: Screen) -> None:
    screen.presenter.name_entrance("Южный")
    screen.presenter.choose_language("en")
    screen.presenter.switch_sound(on=False)
    screen.presenter.step_volume(-3)
    screen.presenter.switch_full_screen(on=True)
    screen.presenter.step_idle(1)
    screen.presenter.switch_policy(Policy.MASKS_NAMES, on=True)
    assert screen.desk.saved == []
    screen.presenter.save()
    policy = replace(ROSTER, masks_names=True)
    after = Choices("en", False, 50, True, 15, "Южный", policy)
    assert screen.desk.saved == [(KEPT, after)]
    assert screen.events == [(KEPT, after)]
    assert (screen.speaker.on, screen.speaker.volume) == (False, 50)
    assert not screen.state.changed
    screen.presenter.leave()
    assert screen.events[-1] == "left"


@pytest.mark.parametrize("policy", Policy)
def test_each_rule_is_switched_apart_and_known_as_decided_here(
    screen: Screen, policy: Policy
) -> None:
    screen.presenter.switch_policy(policy, on=not policy.of(ROSTER))
    decided = [one for one in Policy if screen.state.is_decided_here(one)]
    assert decided == [policy]
    screen.presenter.switch_policy(policy, on=policy.of(ROSTER))
    assert not screen.state.changed


def test_nobody_leaves_with_changes_without_being_asked(screen: Screen) -> None:
    screen.presenter.step_volume(-1)
    screen.presenter.leave()
    assert screen.state.asking
    assert screen.events == []
    screen.presenter.leave()
    assert not screen.state.asking, "asked again, one stays"
    screen.presenter.leave()
    screen.presenter.discard()
    assert screen.events == ["left"]
    assert screen.now == KEPT
    assert screen.desk.saved == []


def test_without_changes_nobody_is_asked_and_nothing_is_written(screen: Screen) -> None:
    screen.presenter.step_volume(-1)
    screen.presenter.step_volume(1)
    screen.presenter.leave()
    screen.presenter.save()
    assert screen.events == ["left", "left"]
    assert screen.desk.saved == []


def test_the_end_of_a_name_is_not_the_end_of_the_settings(screen: Screen) -> None:
    for end in (screen.presenter.save, screen.presenter.leave):
        screen.presenter.start_naming()
        assert screen.state.naming
        screen.presenter.name_entrance(f"{screen.now.entrance} 2")
        end()
        assert not screen.state.naming
    assert (screen.desk.saved, screen.events) == ([], [])
    assert screen.now.entrance == "Главный 2 2"


def test_a_sound_is_tried_as_chosen_and_forgotten_with_the_choice(screen: Screen) -> None:
    screen.presenter.step_volume(-5)
    screen.presenter.try_sound()
    assert screen.speaker.played == [(Tone.GO, True, 30)]
    screen.presenter.discard()
    assert screen.speaker.volume == 80


def test_values_stay_within_their_limits(screen: Screen) -> None:
    for _ in range(30):
        screen.presenter.step_volume(1)
        screen.presenter.step_idle(1)
    assert (screen.now.volume, screen.now.idle_minutes) == (100, IDLE_STEPS[-1])
    for _ in range(30):
        screen.presenter.step_volume(-1)
        screen.presenter.step_idle(-1)
    assert (screen.now.volume, screen.now.idle_minutes) == (0, IDLE_STEPS[0])


@pytest.mark.parametrize("name", ["", "   ", "Вход\t2"])
def test_an_entrance_without_a_name_is_not_saved(screen: Screen, name: str) -> None:
    screen.presenter.name_entrance(name)
    screen.presenter.save()
    assert screen.state.unnamed
    assert screen.desk.saved == []
    screen.presenter.name_entrance("Южный")
    assert not screen.state.unnamed


def test_an_unnamed_entrance_does_not_hold_up_the_rest(screen: Screen) -> None:
    screen.desk.found = Found(replace(KEPT, entrance=""), ROSTER)
    screen.presenter.open()
    screen.presenter.step_volume(1)
    screen.presenter.save()
    assert len(screen.desk.saved) == 1


def test_what_could_not_be_saved_is_still_chosen(screen: Screen) -> None:
    screen.desk.error = NotRecorded(Cause.DISK_FULL, "full")
    screen.presenter.step_volume(1)
    screen.presenter.save()
    assert screen.state.failure is Failure.DISK_FULL
    assert screen.now.volume == 90
    screen.desk.error = None
    screen.presenter.save()
    assert screen.state.failure is None
    assert len(screen.desk.saved) == 1


def test_while_it_is_saved_nothing_changes_and_it_is_saved_once(screen: Screen) -> None:
    screen.desk.later = True
    screen.presenter.step_volume(1)
    screen.presenter.save()
    screen.presenter.save()
    screen.presenter.step_volume(-5)
    screen.presenter.leave()
    assert len(screen.desk.saved) == 1
    assert screen.events == []
    screen.desk.answer()
    assert screen.now.volume == 90
    assert len(screen.events) == 1


def test_a_scan_in_between_costs_no_choice(screen: Screen) -> None:
    screen.presenter.step_volume(-1)
    screen.presenter.leave()
    screen.presenter.open()
    assert screen.now.volume == 70
    assert not screen.state.asking


def test_a_kiosk_without_a_site_has_no_rules(screen: Screen) -> None:
    screen.desk.found = Found(replace(KEPT, entrance="", policy=None))
    screen.presenter.open()
    screen.presenter.switch_policy(Policy.TRACKS_EXITS, on=True)
    screen.presenter.start_naming()
    assert not screen.state.changed
    assert not screen.state.naming
    assert not any(screen.state.is_decided_here(policy) for policy in Policy)


def test_before_the_settings_are_read_nothing_can_be_chosen() -> None:
    screen = Screen()
    screen.desk.error = NotRecorded(Cause.BUSY, "busy")
    screen.presenter.open()
    assert screen.state.failure is Failure.BUSY
    screen.presenter.step_volume(1)
    screen.presenter.step_idle(1)
    screen.presenter.try_sound()
    screen.presenter.save()
    assert screen.state.now is None
    screen.presenter.leave()
    assert screen.events == ["left"]
