"""The sounds of the tones. They never keep the window waiting, and a kiosk may be without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QUrl, qInstallMessageHandler

from kiosk.resources import resource
from kiosk.ui.tone import Tone

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices

SOUNDING = (Tone.GO, Tone.HEED, Tone.STOP, Tone.ASK, Tone.FAIL)
"""The tones that have a sound."""


class Effect(Protocol):
    """A sound that is loaded; each call returns at once."""

    def play(self) -> None: ...
    def stop(self) -> None: ...
    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        """Sets the amplitude, 0 to 1."""


Effects = Mapping[Tone, Effect]
"""Empty on a computer without a loudspeaker."""


class Sounds(QObject):
    """Plays the sound of a tone. A new sound cuts off the one that still plays.

    Silent until `prepare` was called, without a loudspeaker, and when it is off. `volume` goes from
    0 to 100, as the ear takes it. `load` makes the sounds; it is asked again when a loudspeaker was
    plugged in or out.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        volume: int = 80,
        on: bool = True,
        load: Callable[[QObject], Effects] | None = None,
    ) -> None:
        super().__init__(parent)
        self._volume = volume
        self._on = on
        self._load = load or load_effects
        self._effects: Effects = {}
        self._playing: Effect | None = None
        self._devices: QMediaDevices | None = None

    @property
    def audible(self) -> bool:
        """Whether a tone can be heard now."""
        return bool(self._effects) and self._on and self._volume > 0

    def prepare(self) -> None:
        """Loads the sounds, and the library that plays them: after the window's first paint.

        Where the library is not there, or lacks one of the system's own, the kiosk stays silent.
        """
        with _quiet(), suppress(ImportError):
            from PySide6.QtMultimedia import QMediaDevices

            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self.reload)
            self.reload()

    def reload(self) -> None:
        """Takes the loudspeaker that the system offers now."""
        self.stop()
        for effect in self._effects.values():
            if isinstance(effect, QObject):
                effect.deleteLater()
        self._effects = self._load(self)
        self.set_volume(self._volume)

    def play(self, tone: Tone) -> None:
        """Starts the tone's sound, and returns at once."""
        self.stop()
        effect = self._effects.get(tone)
        if effect is not None and self.audible:
            self._playing = effect
            effect.play()

    def stop(self) -> None:
        if self._playing is not None:
            self._playing.stop()
            self._playing = None

    def set_volume(self, volume: int) -> None:
        """Sets how loud the sounds are, from 0 to 100. Raises ValueError."""
        if not 0 <= volume <= 100:
            raise ValueError(f"a volume of {volume} is not one from 0 to 100")
        self._volume = volume
        if self._effects:
            amplitude = _amplitude(volume)
            for effect in self._effects.values():
                effect.setVolume(amplitude)

    def set_on(self, on: bool) -> None:  # noqa: FBT001 - what a tick box's signal brings
        """Switches all sounds on or off."""
        self._on = on
        if not on:
            self.stop()


def load_effects(parent: QObject) -> Effects:
    """The sounds on the system's loudspeaker, or none where there is no loudspeaker."""
    from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

    with _quiet():
        device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return {}
    effects = {tone: QSoundEffect(device, parent) for tone in SOUNDING}
    for tone, effect in effects.items():
        effect.setSource(QUrl.fromLocalFile(str(sound_file(tone))))
    return effects


def sound_file(tone: Tone) -> Path:
    """The file of a tone's sound, one of SOUNDING."""
    return resource("sounds", f"{tone.value}.wav")


def _amplitude(volume: int) -> float:
    """The amplitude at which an ear hears that part of the full loudness."""
    from PySide6.QtMultimedia import QAudio

    scale = QAudio.VolumeScale
    return QAudio.convertVolume(volume / 100, scale.LogarithmicVolumeScale, scale.LinearVolumeScale)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what Qt says of a computer without sound, or without video codecs, from the log.

    Nobody can act on it: a kiosk without a loudspeaker works.
    """
    before = qInstallMessageHandler(lambda *_: None)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
