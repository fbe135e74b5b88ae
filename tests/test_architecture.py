"""Who may import whom. The rules see lazy, relative and type-checking imports too."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytest_archon import archrule
from pytest_archon.failure import pop_failures

import kiosk

# What each room may import of ours, beside itself. A name with a dot is one module of a room.
ROOMS: dict[str, tuple[str, ...]] = {
    "domain": (),
    "journal": ("domain",),
    "tickets": ("domain", "resources"),
    "scanning": ("domain", "tickets"),
    "operations": ("domain", "journal", "tickets"),
    "store": ("domain", "files", "journal", "tickets", "operations.ports"),
    "exchange": ("domain", "journal", "tickets", "operations.ports"),
    "reports": ("domain", "operations.ports", "resources"),
    "printing": ("domain", "tickets", "resources"),
    "central": ("domain", "files", "journal", "tickets", "exchange.protocol", "reports"),
    "ui": ("domain", "operations", "resources"),
    "machine": ("domain",),
    # Leaves: one module each.
    "settings": ("domain", "files"),
    "clock": ("domain",),
    "resources": (),
    "files": (),
}
COMPOSERS = {"app", "desk", "cli", "demo", "practice", "__main__"}
"""They put the parts together: they may import every room, and no room imports them."""

GROUND = (
    "domain",
    "journal",
    "tickets",
    "operations",
    "store",
    "exchange",
    "reports",
    "central",
    "machine",
)
QT = "PySide6"


def names_in(package: Path) -> set[str]:
    """The rooms of a package: its modules, and its folders that hold any."""
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    return modules | {path.name for path in package.iterdir() if any(path.rglob("*.py"))}


HERE = names_in(Path(kiosk.__path__[0]))


def whole(*names: str) -> list[str]:
    """The patterns that match modules and all that lies in them."""
    return [pattern for name in names for pattern in (name, f"{name}.*")]


def imports_of_ours(package: str, room: str, allowed: tuple[str, ...]) -> None:
    """A room imports directly only itself and the rooms allowed to it."""
    (
        archrule(f"{room} imports of ours only {allowed or 'itself'}")
        .match(*whole(f"{package}.{room}"))
        .should_not_import(f"{package}.*")
        .may_import(*whole(*(f"{package}.{name}" for name in (room, *allowed))))
        .check(package, only_direct_imports=True)
    )


def never_imports(package: str, modules: list[str], *forbidden: str) -> None:
    """Modules import the forbidden ones neither directly nor through other modules of ours."""
    (
        archrule(f"{modules} never import {forbidden}")
        .match(*modules)
        .should_not_import(*whole(*forbidden))
        .check(package)
    )


def libraries(package: str, module: str, allowed: set[str]) -> None:
    """A module and all that lies in it imports, of what is not ours, only these."""

    def only_allowed(_module: str, direct: set[str], _all: dict[str, set[str]]) -> bool:
        return {name.partition(".")[0] for name in direct} <= allowed | {package}

    (
        archrule(f"{module} uses few libraries")
        .match(*whole(f"{package}.{module}"))
        .should(only_allowed)
        .check(package)
    )


def test_every_room_has_its_rule() -> None:
    assert HERE - ROOMS.keys() - COMPOSERS == set()


@pytest.mark.parametrize("room", sorted(HERE & ROOMS.keys()))
def test_a_room_imports_only_what_it_may(room: str) -> None:
    imports_of_ours("kiosk", room, ROOMS[room])


def test_the_domain_is_standard_library_only() -> None:
    libraries("kiosk", "domain", set(sys.stdlib_module_names))


def test_the_proof_is_verified_without_the_kiosk() -> None:
    never_imports("kiosk", ["kiosk.journal.verify_proof"], "kiosk")
    libraries("kiosk", "journal.verify_proof", {*sys.stdlib_module_names, "cryptography"})


@pytest.mark.parametrize("room", sorted(HERE & set(GROUND)))
def test_nothing_on_the_ground_knows_qt(room: str) -> None:
    never_imports("kiosk", whole(f"kiosk.{room}"), QT)


def test_presenters_and_states_know_no_qt() -> None:
    never_imports("kiosk", ["kiosk.ui.*.presenter", "kiosk.ui.screens.*.state"], QT)


def test_the_screens_know_neither_database_nor_network() -> None:
    forbidden = ("kiosk.store", "kiosk.exchange", "sqlmodel", "sqlalchemy", "sqlcipher3", "httpx")
    never_imports("kiosk", whole("kiosk.ui"), *forbidden)


def test_the_kiosk_knows_no_web_server() -> None:
    # Rooms do not import the central server, the command line or the demo: see ROOMS.
    (
        archrule("only central, cli and demo import fastapi")
        .match("kiosk.*")
        .exclude(*whole("kiosk.central", "kiosk.cli", "kiosk.demo"))
        .should_not_import(*whole("fastapi", "starlette", "uvicorn"))
        .check("kiosk", only_direct_imports=True)
    )


@pytest.mark.parametrize(
    ("module", "text"),
    [
        ("domain/rules.py", "def late():\n    import house.store.tables"),
        ("domain/rules.py", "from ..store import tables"),
        ("domain/rules.py", "from typing import *\nif TYPE_CHECKING:\n    import house.store"),
    ],
    ids=["lazy", "relative", "for types"],
)
def test_a_forbidden_room_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, text: str
) -> None:
    build_house(tmp_path, {"store/tables.py": "", module: text})
    monkeypatch.syspath_prepend(tmp_path)
    imports_of_ours("house", "domain", ())
    assert refused() == ["house.domain.rules"]
    imports_of_ours("house", "domain", ("store",))
    assert refused() == []


def test_a_forbidden_library_is_refused_through_a_detour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_house(
        tmp_path,
        {
            "ui/gate/presenter.py": "def show():\n    from house.ui import window",
            "ui/window.py": "from PySide6.QtWidgets import QWidget",
        },
    )
    monkeypatch.syspath_prepend(tmp_path)
    never_imports("house", ["house.ui.*.presenter"], QT)
    assert refused() == ["house.ui.gate.presenter"]
    libraries("house", "ui.window", {"PySide6"})
    assert refused() == []
    libraries("house", "ui.window", set(sys.stdlib_module_names))
    assert refused() == ["house.ui.window"]


def build_house(folder: Path, modules: dict[str, str]) -> None:
    """Write a package `house` with these modules (path below it: source text)."""
    for name, text in modules.items():
        path = folder / "house" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for parent in path.parents:
            if parent == folder:
                break
            (parent / "__init__.py").touch()


def refused() -> list[str]:
    """The modules that broke a rule since the last call; the test is not failed by them."""
    return sorted({failure.reason.split("'")[1] for failure in pop_failures()})  # type: ignore[no-untyped-call]
