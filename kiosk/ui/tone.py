"""Tones: what a colour and a shape mean, the same on every screen."""

from __future__ import annotations

from enum import StrEnum

from kiosk.domain.admission import VerdictName


class Tone(StrEnum):
    """The meaning of a stage, a mark or a pill. Red is only for «do not let in»."""

    IDLE = "idle"
    GO = "go"
    HEED = "heed"
    STOP = "stop"
    ASK = "ask"
    FAIL = "fail"


_TONES = {
    VerdictName.ADMITTED: Tone.GO,
    VerdictName.CANCELLED: Tone.STOP,
    VerdictName.FORGED: Tone.STOP,
    VerdictName.NOT_RECORDED: Tone.FAIL,
    VerdictName.GROUP_PENDING: Tone.ASK,
    VerdictName.DEPARTED: Tone.GO,
}


def tone_of(verdict: VerdictName) -> Tone:
    """The tone of a verdict; whoever is to be asked or sent on is met in the heed tone."""
    return _TONES.get(verdict, Tone.HEED)
