"""The sounds: made by the script, short, clean at their ends, and told apart by ear."""

from __future__ import annotations

import math
import subprocess
import sys
import wave
from array import array
from itertools import combinations
from operator import sub
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.resources import resource
from kiosk.ui.tone import Tone

SCRIPT = Path(__file__).parents[2] / ".ci" / "sounds"
SOUNDING = [tone for tone in Tone if tone is not Tone.IDLE]
SLICE = 441
"""Samples in 20 ms: shorter than any note or rest."""


class Heard(NamedTuple):
    """A sound as an ear takes it.

    `loudness` goes slice by slice from 0 to 1, `pitch` is the mean frequency (Hz), and `edge` how
    many octaves the overtones reach above it: 0 is a pure whistle.
    """

    loudness: list[float]
    pitch: float
    edge: float


def read(tone: Tone) -> tuple[wave._wave_params, array[int]]:
    with wave.open(str(resource("sounds", f"{tone.value}.wav"))) as file:
        samples = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return file.getparams(), samples


def heard(tone: Tone) -> Heard:
    params, samples = read(tone)
    slices = [samples[n : n + SLICE] for n in range(0, len(samples), SLICE)]
    energy = [root_mean(part) for part in slices]
    loudest = max(energy)
    # The slope of a wave grows with its frequency, and so does the slope of its slope.
    slope = array("i", map(sub, samples[1:], samples))
    bend = array("i", map(sub, slope[1:], slope))
    pitch = params.framerate * root_mean(slope) / root_mean(samples) / math.tau
    edge = math.log2(root_mean(bend) * root_mean(samples) / root_mean(slope) ** 2)
    return Heard([e / loudest for e in energy], pitch, edge)


def root_mean(wave_: array[int]) -> float:
    return math.sqrt(sum(height * height for height in wave_) / len(wave_))


def unlike(one: Heard, other: Heard) -> float:
    """How far two sounds lie apart: 1 is an octave, or loud wherever the other is silent."""
    length = max(len(one.loudness), len(other.loudness))
    first, second = (s.loudness + [0.0] * (length - len(s.loudness)) for s in (one, other))
    rhythm = sum(abs(a - b) for a, b in zip(first, second, strict=True)) / length
    return abs(math.log2(one.pitch / other.pitch)) + abs(one.edge - other.edge) + rhythm


def test_the_sounds_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SCRIPT, tmp_path], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in resource("sounds").iterdir()}
    assert made == kept
    assert set(kept) == {f"{tone.value}.wav" for tone in SOUNDING}


@pytest.mark.parametrize("tone", SOUNDING)
def test_a_sound_is_short_and_clean(tone: Tone) -> None:
    params, samples = read(tone)
    assert (params.framerate, params.nchannels, params.sampwidth) == (22_050, 1, 2)
    assert 0.15 <= params.nframes / params.framerate <= 0.35
    assert 20_000 < max(map(abs, samples)) < 30_000, "clipped, or hardly to be heard"
    assert max(map(abs, samples[:20])) < 600, "clicks at its beginning"
    assert max(map(abs, samples[-20:])) < 600, "clicks at its end"


@pytest.mark.parametrize("pair", list(combinations(SOUNDING, 2)), ids="-".join)
def test_no_two_sounds_are_alike(pair: tuple[Tone, Tone]) -> None:
    one, other = map(heard, pair)
    assert unlike(one, other) > 0.5


def test_not_recorded_is_unlike_all_others() -> None:
    fail = heard(Tone.FAIL)
    assert all(unlike(fail, heard(tone)) > 0.75 for tone in SOUNDING if tone is not Tone.FAIL)
