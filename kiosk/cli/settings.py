"""`kiosk settings`: what is set at this computer and at this kiosk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import Kiosk, open_kiosk
from kiosk.cli.options import As, DataDir, Json, data_dir_of
from kiosk.cli.output import say
from kiosk.domain.devices import CameraSettings, DeviceSettings, Purpose, SerialSettings
from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.staff import Right
from kiosk.operations.ports import UnitOfWork
from kiosk.operations.recording import NotEnrolled
from kiosk.operations.settings import (
    BadEntrance,
    SiteSettings,
    rename_entrance,
    set_policies,
    site_settings,
)
from kiosk.settings import BadSettings, Settings, path_of, save, value_of
from kiosk.store.folder import Folder

_POLICIES = tuple(field.name for field in fields(LocalPolicy))
_AS_THE_ROSTER = "roster"
_ENTRANCE = "entrance"
_DEVICES = ("wedge", "serial", "camera")
_PATHS = ("data_dir", "ca_file")

Wanted = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="Change a setting; may be given again. A policy takes yes, no or roster; serial takes"
        " «PORT [BAUD] [arrival|departure], …»; camera «ID [arrival|departure]».",
        show_default=False,
    ),
]


def settings(
    data_dir: DataDir = None, as_json: Json = False, wanted: Wanted = None, operator: As = ""
) -> None:
    """Show the settings, or change some. A window that is open takes them at its next start."""
    changes = dict(_pair(text) for text in wanted or ())
    own = {name: changes.pop(name) for name in (_ENTRANCE, *_POLICIES) if name in changes}
    before = Settings.load()
    after = _changed(before, changes)
    with _opened(data_dir, operator, writable=bool(own)) as kiosk:
        if own and kiosk is None:
            raise NotEnrolled
        if kiosk is not None and own:
            kiosk.store.write(lambda uow: _set(uow, own))
        site = kiosk.store.read(_site_of) if kiosk is not None else None
    if after != before:
        save(before, after)
    shown = _fields(after, site)
    say(shown, "\n".join(_lines(shown)), as_json=as_json)


def _pair(text: str) -> tuple[str, str]:
    name, given, value = text.partition("=")
    known = (*(field.name for field in fields(Settings) if field.name != "devices"), *_DEVICES)
    if not given or name not in (*known, _ENTRANCE, *_POLICIES):
        names = ", ".join((*known, _ENTRANCE, *_POLICIES))
        raise typer.BadParameter(f"give NAME=VALUE with one of {names}", param_hint="--set")
    return name, value.strip()


# --- the computer --------------------------------------------------------------------------------


def _changed(before: Settings, changes: dict[str, str]) -> Settings:
    """The settings with some changed. Raises BadParameter."""
    try:
        values: dict[str, Any] = {
            name: value_of(name, text) for name, text in changes.items() if name not in _DEVICES
        }
        values |= {name: _path(name, values[name]) for name in _PATHS if name in values}
        if any(name in changes for name in _DEVICES):
            values["devices"] = _devices(before.devices or DeviceSettings(), changes)
        return replace(before, **values)
    except BadSettings as error:
        raise typer.BadParameter(str(error), param_hint="--set") from error


def _path(name: str, text: str) -> Path | None:
    if not text and name == "data_dir":
        raise BadSettings("data_dir is empty: name a folder.")
    return path_of(name, text).absolute() if text else None


def _devices(before: DeviceSettings, changes: dict[str, str]) -> DeviceSettings:
    after = before
    if "wedge" in changes:
        after = replace(after, wedge=_purpose(changes["wedge"]))
    if "serial" in changes:
        ports = [part.split() for part in changes["serial"].split(",") if part.strip()]
        after = replace(after, serial=tuple(_port(words) for words in ports))
    if "camera" in changes:
        camera, purpose = _take_purpose(changes["camera"].split())
        found = CameraSettings(" ".join(camera), purpose) if camera else None
        after = replace(after, camera=found)
    return after


def _port(words: list[str]) -> SerialSettings:
    rest, purpose = _take_purpose(words)
    baud = int(rest.pop()) if len(rest) > 1 and rest[-1].isdecimal() else SerialSettings("").baud
    return SerialSettings(" ".join(rest), baud, purpose)


def _take_purpose(words: list[str]) -> tuple[list[str], Purpose]:
    """The words without the purpose at their end, and the purpose."""
    if words and words[-1] in set(Purpose):
        return words[:-1], Purpose(words[-1])
    return words, Purpose.ARRIVAL


def _purpose(text: str) -> Purpose:
    if text not in set(Purpose):
        raise BadSettings(f"wedge is {text!r}: use one of {', '.join(Purpose)}.")
    return Purpose(text)


# --- the kiosk -----------------------------------------------------------------------------------


@contextmanager
def _opened(data_dir: Path | None, operator: str, *, writable: bool) -> Iterator[Kiosk | None]:
    """The kiosk; None where the computer has none yet."""
    if not Folder(data_dir_of(data_dir)).holds_kiosk():
        yield None
        return
    right = Right.SETTINGS
    with open_kiosk(data_dir, operator=operator, right=right, writable=writable) as kiosk:
        yield kiosk


def _site_of(uow: UnitOfWork) -> SiteSettings | None:
    return site_settings(uow) if uow.binding() else None


def _set(uow: UnitOfWork, changes: dict[str, str]) -> None:
    local = site_settings(uow).local
    decided = {name: _decision(name, text) for name, text in changes.items() if name in _POLICIES}
    set_policies(uow, replace(local, **decided))
    if _ENTRANCE in changes:
        try:
            rename_entrance(uow, changes[_ENTRANCE])
        except BadEntrance as error:
            raise typer.BadParameter(str(error), param_hint="--set") from error


def _decision(name: str, text: str) -> bool | None:
    answers = {"yes": True, "no": False, _AS_THE_ROSTER: None}
    if text not in answers:
        hint = f"{name} takes one of {', '.join(answers)}"
        raise typer.BadParameter(hint, param_hint="--set")
    return answers[text]


# --- what is shown -------------------------------------------------------------------------------


def _fields(found: Settings, site: SiteSettings | None) -> dict[str, Any]:
    shown = asdict(replace(found, devices=found.devices or DeviceSettings()))
    for name in _PATHS:
        shown[name] = str(shown[name]) if shown[name] else None
    if site is not None:
        shown[_ENTRANCE] = site.entrance
        shown["policies"] = {
            name: {"value": getattr(site.local.over(site.roster), name), "local": decided}
            for name, decided in site.local.decisions().items()
        }
    return shown


def _lines(shown: dict[str, Any]) -> Iterable[str]:
    for name, value in shown.items():
        if name == "policies":
            for policy, said in value.items():
                whose = "as the roster says" if said["local"] is None else "set here"
                yield f"{policy} = {_words(said['value'])} ({whose})"
        elif name == "devices":
            yield f"wedge = {value['wedge']}"
            ports = [f"{one['port']} {one['baud']} {one['purpose']}" for one in value["serial"]]
            yield f"serial = {', '.join(ports)}"
            camera = value["camera"]
            yield f"camera = {camera['id']} {camera['purpose']}" if camera else "camera ="
        else:
            yield f"{name} = {_words(value)}"


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
