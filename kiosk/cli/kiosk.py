"""A kiosk's parts put together for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.cli.options import data_dir_of
from kiosk.clock import SetClock, SystemClock
from kiosk.domain.staff import Right
from kiosk.exchange.client import HttpServer
from kiosk.exchange.transport import Patience
from kiosk.operations.ports import Clock, StoreError, UnitOfWork
from kiosk.operations.recording import Moment, NotEnrolled
from kiosk.operations.staff import require
from kiosk.settings import Settings
from kiosk.store.database import Database


@dataclass(frozen=True, slots=True)
class Kiosk:
    """An open data folder with the clock to use for it."""

    store: Database
    clock: Clock
    operator: str = ""

    def moment(self) -> Moment:
        return Moment(self.clock.now(), self.operator)

    @contextmanager
    def server(self, patience: Patience | None = None) -> Iterator[HttpServer]:
        """The kiosk's own central server. Raises NotEnrolled."""
        binding = self.store.read(lambda uow: uow.binding())
        if binding is None:
            raise NotEnrolled
        if binding.is_practice:
            raise StoreError("This folder is for practice: nothing of it is sent.")
        ca_file = Settings.load().ca_file
        with HttpServer(binding.server_url, ca_file=ca_file, patience=patience) as server:
            yield server


@contextmanager
def open_kiosk(
    data_dir: Path | None,
    *,
    at: int | None = None,
    operator: str = "",
    right: Right | None = None,
    writable: bool = True,
) -> Iterator[Kiosk]:
    """Opens a data folder, for writing unless told otherwise.

    `at` sets the clock of a demo world. An `operator` who is named must be on the staff list, if
    there is one, and have the `right`; nobody named is whoever owns the computer, who may do
    everything. Raises StoreError, NotAllowed and, for a stranger, typer.BadParameter.
    """
    with Database.open(data_dir_of(data_dir), writable=writable) as store:
        _warn(store)
        if operator:
            store.read(lambda uow: _check(uow, operator, right))
        yield Kiosk(store, _clock(store, at), operator)


@contextmanager
def open_new_kiosk(data_dir: Path | None) -> Iterator[Kiosk]:
    """Opens a data folder for writing, and makes a kiosk there if it holds none."""
    with Database.open_or_create(data_dir_of(data_dir)) as store:
        _warn(store)
        yield Kiosk(store, SystemClock())


def _check(uow: UnitOfWork, operator: str, right: Right | None) -> None:
    if uow.roster.staff() and uow.roster.staff_member(operator) is None:
        raise typer.BadParameter("nobody on the staff list has this id", param_hint="--as")
    if right is not None:
        require(uow, operator, right)


def _warn(store: Database) -> None:
    """Says once, beside the command's own output, that the data folder was mended."""
    if store.warning:
        typer.echo(store.warning, err=True)


def _clock(store: Database, at: int | None) -> Clock:
    if at is None:
        return SystemClock()
    binding = store.read(lambda uow: uow.binding())
    if binding is None or not binding.demo:
        raise StoreError("--at sets the clock of a demo world only: leave it out here.")
    return SetClock(at)
