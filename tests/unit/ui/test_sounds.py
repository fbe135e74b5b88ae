"""A tone is heard once, at the wanted loudness, and never in the way."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QMediaDevices
from pytestqt.qtbot import QtBot

from kiosk.ui.sounds import SOUNDING, Effects, Sounds, load_effects, sound_file
from kiosk.ui.tone import Tone


@dataclass
class FakeEffect:
    """A loudspeaker's sound that tells what it was asked."""

    asked: list[str] = field(default_factory=list)
    volume: float = 0.0

    def play(self) -> None:
        self.asked.append("play")

    def stop(self) -> None:
        self.asked.append("stop")

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        self.volume = volume


class Loudspeaker:
    """Effects that a test listens to; `loaded` counts how often they were made."""

    def __init__(self) -> None:
        self.effects = {tone: FakeEffect() for tone in SOUNDING}
        self.loaded = 0

    def load(self, _parent: QObject) -> Effects:
        self.loaded += 1
        return self.effects

    def heard(self) -> dict[Tone, list[str]]:
        return {tone: effect.asked for tone, effect in self.effects.items() if effect.asked}


@pytest.fixture
def loudspeaker() -> Loudspeaker:
    return Loudspeaker()


@pytest.fixture
def sounds(qtbot: QtBot, loudspeaker: Loudspeaker) -> Sounds:
    made = Sounds(load=loudspeaker.load)
    made.prepare()
    return made


def test_each_tone_but_idle_has_its_file() -> None:
    assert set(SOUNDING) == set(Tone) - {Tone.IDLE}
    assert all(sound_file(tone).is_file() for tone in SOUNDING)


def test_a_new_sound_cuts_the_old_one_off(sounds: Sounds, loudspeaker: Loudspeaker) -> None:
    sounds.play(Tone.GO)
    sounds.play(Tone.STOP)
    assert loudspeaker.heard() == {Tone.GO: ["play", "stop"], Tone.STOP: ["play"]}


def test_idle_makes_no_sound(sounds: Sounds, loudspeaker: Loudspeaker) -> None:
    sounds.play(Tone.IDLE)
    assert loudspeaker.heard() == {}


def test_off_stops_what_plays_and_all_that_follows(
    sounds: Sounds, loudspeaker: Loudspeaker
) -> None:
    sounds.play(Tone.GO)
    sounds.set_on(False)
    sounds.play(Tone.FAIL)
    assert loudspeaker.heard() == {Tone.GO: ["play", "stop"]}
    assert not sounds.audible
    sounds.set_on(True)
    sounds.play(Tone.FAIL)
    assert loudspeaker.heard()[Tone.FAIL] == ["play"]


def test_the_volume_reaches_every_sound(sounds: Sounds, loudspeaker: Loudspeaker) -> None:
    for volume, amplitude in ((0, 0.0), (100, 1.0)):
        sounds.set_volume(volume)
        assert {effect.volume for effect in loudspeaker.effects.values()} == {amplitude}
    sounds.set_volume(50)
    assert 0.1 < loudspeaker.effects[Tone.GO].volume < 0.5, "an ear hears in ratios"
    for wrong in (-1, 101):
        with pytest.raises(ValueError, match="0 to 100"):
            sounds.set_volume(wrong)


def test_at_volume_nought_nothing_is_played(sounds: Sounds, loudspeaker: Loudspeaker) -> None:
    sounds.set_volume(0)
    sounds.play(Tone.GO)
    assert loudspeaker.heard() == {}


def test_before_it_is_prepared_it_is_silent(qtbot: QtBot, loudspeaker: Loudspeaker) -> None:
    sounds = Sounds(load=loudspeaker.load)
    sounds.play(Tone.GO)
    assert (loudspeaker.loaded, sounds.audible) == (0, False)


def test_a_system_that_cannot_play_stays_silent(
    qtbot: QtBot, loudspeaker: Loudspeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sounds = Sounds(load=loudspeaker.load)
    sounds.prepare()
    sounds.play(Tone.GO)
    assert (loudspeaker.loaded, sounds.audible) == (0, False)


def test_another_loudspeaker_is_taken_at_once(sounds: Sounds, loudspeaker: Loudspeaker) -> None:
    sounds.set_volume(100)
    sounds.play(Tone.GO)
    loudspeaker.effects = {tone: FakeEffect() for tone in SOUNDING}
    devices = sounds.findChild(QMediaDevices)
    assert devices is not None
    devices.audioOutputsChanged.emit()
    assert loudspeaker.loaded == 2
    sounds.play(Tone.ASK)
    assert loudspeaker.heard() == {Tone.ASK: ["play"]}
    assert loudspeaker.effects[Tone.ASK].volume == 1.0


def test_the_real_thing_is_quiet_where_there_is_no_loudspeaker(qtbot: QtBot) -> None:
    sounds = Sounds()
    sounds.prepare()
    for tone in Tone:
        sounds.play(tone)
    has_loudspeaker = not QMediaDevices.defaultAudioOutput().isNull()
    assert sounds.audible == has_loudspeaker
    assert bool(load_effects(sounds)) == has_loudspeaker
