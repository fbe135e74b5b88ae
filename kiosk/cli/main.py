"""The program `kiosk`: its commands, and how an error reaches a person."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

TYPE_CHECKING = False  # as in typing: Ctrl-C while libraries come must find somebody to heed it
if TYPE_CHECKING:
    import typer

_COMMANDS = {
    "run": "run",
    "demo": "demo",
    "enrol": "sync",
    "scan": "scan",
    "walk-in": "walk_in",
    "brief": "brief",
    "onsite": "onsite",
    "decode": "decode",
    "search": "search",
    "undo": "undo",
    "sync": "sync",
    "start-day": "start_day",
    "end-day": "closing",
    "close": "closing",
    "doctor": "doctor",
    "practice": "practice",
    "settings": "settings",
}
"""Each command with the module that has a function of its name."""

_GROUPS = ("group", "trial", "paper", "staff", "journal", "central")
INTERRUPTED = 130
_NOBODY_READS = 141
_BARE_IS_HELP = frozenset({"scan", "walk-in", "brief", "decode", "search"})


def command_line(asked: str | None = None) -> typer.Typer:
    """The command line: all of it, or with the one command that was asked for.

    A command's module brings its libraries along, the central server's half a second's worth: a
    window, or one scan in a shell, need not wait for those of the others.
    """
    known = (*_COMMANDS, *_GROUPS)
    return _with_commands((asked,) if asked in known else known)


def _with_commands(names: Iterable[str | None]) -> typer.Typer:
    import typer

    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
    app.callback()(_kiosk)
    for name in names:
        if name in _GROUPS:
            app.add_typer(import_module(f"kiosk.cli.{name}").app, name=name)
        elif name is not None:
            module = import_module(f"kiosk.cli.{_COMMANDS[name]}")
            command = app.command(name, no_args_is_help=name in _BARE_IS_HELP)
            command(getattr(module, name.replace("-", "_")))
    return app


def _kiosk() -> None:
    """The check-in kiosk of an open-doors day."""


def main() -> None:
    """Runs the command line. Exit status: 0 done, 1 refused or incomplete, 2 wrong use.

    As in every shell it is 130 after Ctrl-C, and 141 where nobody reads on.
    """
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run() -> int:
    from kiosk.cli import streams

    streams.set_up()
    try:
        command_line(next(iter(sys.argv[1:]), None))()
    except streams.NotSaid as error:
        streams.forget_answers()
        if error.nobody_reads:
            return _NOBODY_READS
        streams.tell(str(error))
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, never a traceback
        from kiosk.cli.errors import sentence_of

        streams.tell(sentence_of(error))
    return 1
