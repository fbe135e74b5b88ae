"""Settings of this computer: defaults, then the settings file, then the environment.

They hold for all of this user's data folders. What belongs to a site, and stands in the records or
decides over visitors, lies in the data folder instead.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from kiosk.domain.languages import Language
from kiosk.files import write_whole

if TYPE_CHECKING:  # the window imports this before its first paint
    from kiosk.domain.devices import DeviceSettings, Purpose

VOLUMES = range(101)
IDLE_MINUTES = range(1, 121)
BAUDS = range(300, 4_000_001)
"""Bits a second, from the slowest scanners to the fastest adapters."""

_KINDS: Mapping[str, type] = {
    "data_dir": str,
    "language": str,
    "ca_file": str,
    "sound": bool,
    "volume": int,
    "full_screen": bool,
    "idle_minutes": int,
    "printer": str,
}
"""The keys of the file, each with the kind of its value. The scanners have a table of their own."""

_WORDS = {str: "a text in quotes", bool: "true or false", int: "a whole number"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SWITCHES = {
    "yes": True,
    "true": True,
    "on": True,
    "1": True,
    "no": False,
    "false": False,
    "off": False,
    "0": False,
}


class BadSettings(ValueError):
    """A setting that cannot be used. The message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`data_dir` holds the kiosk's database.

    `ca_file` is the one authority (PEM) that is trusted, instead of the system's.
    `volume` goes from 0 to 100. After `idle_minutes` names and the manager's functions hide.
    `printer` is the system's name of it, empty for its own choice. Without `devices`, scanners that
    type like a keyboard are the only ones. Raises BadSettings.
    """

    data_dir: Path
    language: str = Language.RU.value
    ca_file: Path | None = None
    sound: bool = True
    volume: int = 80
    full_screen: bool = False
    idle_minutes: int = 10
    printer: str = ""
    devices: DeviceSettings | None = None

    def __post_init__(self) -> None:
        if self.language not in tuple(Language):
            raise BadSettings(f"language is {self.language!r}: use one of {', '.join(Language)}.")
        _check_range("volume", self.volume, VOLUMES)
        _check_range("idle_minutes", self.idle_minutes, IDLE_MINUTES)
        if self.devices is not None:
            _check_devices(self.devices)

    @classmethod
    def load(
        cls, file: Path | None = None, environment: Mapping[str, str] = os.environ
    ) -> Settings:
        """Reads the settings file, then `KIOSK_…` variables: KIOSK_VOLUME for `volume`.

        Raises BadSettings.
        """
        values = _read(file or settings_file())
        for name in _KINDS:
            if text := environment.get(f"KIOSK_{name.upper()}"):
                values[name] = value_of(name, text)
        return cls(**_arguments(values))


def settings_file() -> Path:
    """Where this user's settings lie."""
    return platformdirs.user_config_path("kiosk") / "settings.toml"


def value_of(name: str, text: str) -> str | int | bool:
    """A setting's value in a person's words: «yes», «80». Raises BadSettings."""
    kind = _KINDS.get(name)
    if kind is str:
        return text
    if kind is bool and text.casefold() in _SWITCHES:
        return _SWITCHES[text.casefold()]
    if kind is int and text.isascii() and text.removeprefix("-").isdecimal():
        return int(text)
    if kind is None:
        raise BadSettings(f"There is no setting {name!r}: use one of {', '.join(_KINDS)}.")
    raise BadSettings(f"{name} is {text!r}: use {_WORDS[kind]}.")


def path_of(name: str, text: str) -> Path:
    """The path that a setting names; «~» is the user's own folder. Raises BadSettings."""
    if _CONTROL.search(text):
        raise BadSettings(f"{name} has a character that no path has: type the path again.")
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise BadSettings(f"{name} is {text!r}, nobody's folder: write the whole path.") from error


def save(before: Settings, after: Settings, file: Path | None = None) -> None:
    """Writes what differs between two settings; all else in the file stays as it is.

    So what the environment said does not get into the file, and what a newer program wrote there
    stays. Raises BadSettings where the file cannot be read or written: it is as it was then.
    """
    import tomlkit  # no start waits for it

    file = file or settings_file()
    Settings(**_arguments(_read(file)))  # a file with faults is for a person to mend
    changed = {
        field.name: getattr(after, field.name)
        for field in fields(Settings)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8") if file.exists() else "")
        _merge(document, {name: _plain(value) for name, value in changed.items()})
        file.resolve().parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, tomlkit.dumps(document).encode())
    except OSError as error:
        raise BadSettings(f"{file} cannot be written: free the disk, or its folder.") from error


# --- reading -------------------------------------------------------------------------------------


def _read(file: Path) -> dict[str, Any]:
    """The file's values, of the right kinds; those of other names are passed over."""
    try:
        if not file.exists():
            return {}
        import tomllib  # a kiosk without settings starts sooner

        with file.open("rb") as stream:
            found = tomllib.load(stream)
    except (OSError, ValueError) as error:
        raise BadSettings(f"{file} cannot be read: mend it or move it away.") from error
    for name, kind in _KINDS.items():
        if name in found and type(found[name]) is not kind:
            raise BadSettings(f"{name} in {file} is not {_WORDS[kind]}: mend it.")
    return {name: found[name] for name in (*_KINDS, "devices") if name in found}


def _arguments(values: Mapping[str, Any]) -> dict[str, Any]:
    """What Settings are made of. Raises BadSettings."""
    made = dict(values)
    for name in ("data_dir", "ca_file"):
        if text := made.pop(name, ""):
            made[name] = path_of(name, text)
    made.setdefault("data_dir", platformdirs.user_data_path("kiosk"))
    if "devices" in made:
        made["devices"] = _devices_of(made["devices"])
    return made


def _devices_of(table: Any) -> DeviceSettings:
    from kiosk.domain.devices import CameraSettings, DeviceSettings, SerialSettings

    try:
        camera = table.get("camera")
        return DeviceSettings(
            wedge=_purpose(table),
            serial=tuple(
                SerialSettings(
                    port=_typed(port, "port", str),
                    baud=_typed({"baud": 9600} | port, "baud", int),
                    purpose=_purpose(port, "purpose"),
                )
                for port in table.get("serial", ())
            ),
            camera=camera
            and CameraSettings(_typed(camera, "id", str), _purpose(camera, "purpose")),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise BadSettings(
            "The scanners in the settings file are not as they should be: remove its [devices]"
            " tables and choose the scanners anew."
        ) from error


def _purpose(table: Mapping[str, Any], name: str = "wedge") -> Purpose:
    from kiosk.domain.devices import Purpose

    said = table.get(name, Purpose.ARRIVAL.value)
    try:
        return Purpose(said)
    except ValueError as error:
        raise BadSettings(f"{name} is {said!r}: use one of {', '.join(Purpose)}.") from error


def _typed(table: Mapping[str, Any], name: str, kind: type) -> Any:
    """A value of a table. Raises KeyError and TypeError."""
    value = table[name]
    if type(value) is not kind:
        raise TypeError(name)
    return value


# --- checking ------------------------------------------------------------------------------------


def _check_range(name: str, value: int, allowed: range) -> None:
    if value not in allowed:
        raise BadSettings(f"{name} is {value}: use a number from {allowed[0]} to {allowed[-1]}.")


def _check_devices(devices: DeviceSettings) -> None:
    ports = [serial.port for serial in devices.serial]
    for serial in devices.serial:
        if not serial.port or ports.count(serial.port) > 1:
            raise BadSettings(f"The port {serial.port!r} is there twice or has no name: mend it.")
        _check_range(f"baud of {serial.port}", serial.baud, BAUDS)
    if devices.camera is not None and not devices.camera.id:
        raise BadSettings("The camera has no id: name one, or none.")


# --- writing -------------------------------------------------------------------------------------


def _plain(value: Any) -> Any:
    """A setting as TOML has it."""
    if isinstance(value, Path):
        return str(value)
    if value is None or isinstance(value, str | int):
        return value
    devices: DeviceSettings = value
    return {
        "wedge": devices.wedge.value,
        "serial": [asdict(one) | {"purpose": one.purpose.value} for one in devices.serial] or None,
        "camera": devices.camera
        and {"id": devices.camera.id, "purpose": devices.camera.purpose.value},
    }


def _merge(table: Any, values: Mapping[str, Any]) -> None:
    """Puts values into a TOML table, None for one that is to go; its other keys stay."""
    for name, value in values.items():
        if value is None:
            table.pop(name, None)
        elif isinstance(value, dict) and name in table:
            _merge(table[name], value)
        elif isinstance(value, list):
            table[name] = _listed(table.get(name, ()), value)
        else:
            table[name] = _without_none(value)


def _listed(was: Any, ports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The serial ports, each with what else the file says of it."""
    known = {port["port"]: port.unwrap() for port in was}
    return [known.get(port["port"], {}) | port for port in ports]


def _without_none(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: part for name, part in value.items() if part is not None}
