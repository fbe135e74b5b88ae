"""A kiosk's parts put together for one command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.cli.options import data_dir_of
from kiosk.clock import SetClock, SystemClock
from kiosk.exchange.client import HttpServer
from kiosk.exchange.transport import Patience
from kiosk.operations.ports import Clock, StoreError
from kiosk.operations.recording import Moment, NotEnrolled
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
        ca_file = Settings.load().ca_file
        with HttpServer(binding.server_url, ca_file=ca_file, patience=patience) as server:
            yield server


@contextmanager
def open_kiosk(
    data_dir: Path | None, *, at: int | None = None, operator: str = "", writable: bool = True
) -> Iterator[Kiosk]:
    """Opens a data folder, for writing unless told otherwise.

    `at` sets the clock of a demo world. Raises StoreError.
    """
    with Database.open(data_dir_of(data_dir), writable=writable) as store:
        _warn(store)
        yield Kiosk(store, _clock(store, at), operator)


@contextmanager
def open_new_kiosk(data_dir: Path | None) -> Iterator[Kiosk]:
    """Opens a data folder for writing, and makes a kiosk there if it holds none."""
    with Database.open_or_create(data_dir_of(data_dir)) as store:
        _warn(store)
        yield Kiosk(store, SystemClock())


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
