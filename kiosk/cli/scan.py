"""`kiosk scan`: the gate without a window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.kiosk import Kiosk, open_kiosk
from kiosk.cli.options import As, At, DataDir, Json
from kiosk.cli.output import iso, say
from kiosk.domain.admission import VerdictName
from kiosk.domain.devices import Source
from kiosk.operations.check_in import CheckIn, check_in
from kiosk.operations.count_group import NobodyCounted, TooManyHeads, count_group, counted
from kiosk.operations.depart import depart
from kiosk.operations.identify import MistypedCode, OutOfPlace
from kiosk.operations.ports import NotRecorded, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.scanning.images import NotAnImage, decode_image
from kiosk.scanning.scan import Scan, scan_of

_PASSED = (VerdictName.ADMITTED, VerdictName.DEPARTED)
_REFUSED = (MistypedCode, NobodyCounted, TooManyHeads)
"""What may be wrong with one item."""
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
"""What the name of a picture ends with; no ticket's text does."""


def scan(
    items: Annotated[
        list[str], typer.Argument(help="Ticket texts or pictures; - reads a text a line.")
    ],
    data_dir: DataDir = None,
    as_json: Json = False,
    at: At = None,
    operator: As = "",
    typed: Annotated[
        bool, typer.Option("--typed", help="A person typed it: ten digits are a short code.")
    ] = False,
    pupils: Annotated[
        int | None, typer.Option(min=0, help="Of a group: how many pupils came (or left).")
    ] = None,
    adults: Annotated[
        int | None, typer.Option(min=0, help="Of a group: how many adults came (or left).")
    ] = None,
    leaving: Annotated[
        bool, typer.Option("--exit", help="They leave; only where the site tracks exits.")
    ] = False,
) -> None:
    """Check tickets in. Each answer is printed after its record is durable.

    A group's ticket is answered with group_pending until --pupils and --adults, or `kiosk group
    count`, tell how many came. Exit status 1 when a ticket given as an argument was not admitted,
    or when any answer could not be recorded.
    """
    source = Source.TYPED if typed else Source.CLI
    given = pupils is not None or adults is not None
    heads = Heads(pupils or 0, adults or 0) if given else None
    answer = partial(leave if leaving else enter, heads=heads)
    with open_kiosk(data_dir, at=at, operator=operator) as kiosk:
        answers = [_answer(kiosk, s, answer, as_json=as_json) for s in _scans(items, source)]
    if VerdictName.NOT_RECORDED in answers:
        raise typer.Exit(1)
    if "-" not in items and any(name not in _PASSED for name in answers):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Heads:
    """How many of a group came or left."""

    pupils: int
    adults: int


Answer = Callable[[UnitOfWork, Moment, Scan], CheckIn]


def enter(uow: UnitOfWork, moment: Moment, scanned: Scan, *, heads: Heads | None) -> CheckIn:
    """Checks in, and counts a group whose heads are given."""
    found = check_in(uow, moment, scanned.text, source=scanned.source.value, typed=scanned.typed)
    pending = found.verdict.name is VerdictName.GROUP_PENDING
    if not pending or heads is None or found.passage is None:
        return found
    record = count_group(
        uow,
        moment,
        found.passage,
        pupils=heads.pupils,
        adults=heads.adults,
        pending=found.record,
    )
    return counted(found, record)


def leave(uow: UnitOfWork, moment: Moment, scanned: Scan, *, heads: Heads | None) -> CheckIn:
    """Records a departure; of a group all who are inside, unless heads are given."""
    return depart(
        uow,
        moment,
        scanned.text,
        source=scanned.source.value,
        typed=scanned.typed,
        heads=heads.pupils + heads.adults if heads else None,
    )


def _scans(items: Iterable[str], source: Source) -> Iterator[Scan]:
    for item in items:
        if item == "-":
            for line in sys.stdin:
                yield scan_of(line, source)
        elif item.lower().endswith(PICTURES):
            yield from _scans_of_picture(Path(item))
        else:
            yield scan_of(item, source)


def _scans_of_picture(path: Path) -> list[Scan]:
    """The codes of a picture; one without a code is an unreadable scan like any other."""
    try:
        texts = decode_image(path)
    except NotAnImage as reason:
        typer.echo(f"{reason}.", err=True)
        texts = []
    return [scan_of(text, Source.IMAGE) for text in texts or [""]]


def _answer(kiosk: Kiosk, scanned: Scan, answer: Answer, *, as_json: bool) -> VerdictName:
    moment = kiosk.moment()
    try:
        found = kiosk.store.write(lambda uow: answer(uow, moment, scanned))
    except NotRecorded as reason:
        nothing = _nothing(VerdictName.NOT_RECORDED) | {"cause": reason.cause}
        say(nothing, f"NOT RECORDED: {reason}", as_json=as_json)
        return VerdictName.NOT_RECORDED
    except _REFUSED as reason:
        return _refused(reason, as_json=as_json)
    except OutOfPlace as reason:
        say(_nothing(reason.verdict), str(reason), as_json=as_json)
        return reason.verdict
    say(_fields(found), _sentence(found), as_json=as_json)
    return found.verdict.name


def _refused(reason: Exception, *, as_json: bool) -> VerdictName:
    """Says what is wrong with one item; the next ones may be right."""
    from kiosk.cli.errors import sentence_of

    sentence = sentence_of(reason)
    if as_json:
        typer.echo(sentence, err=True)
    nothing = _nothing(VerdictName.NOT_RECORDED) | {"cause": "refused"}
    say(nothing, f"NOT RECORDED: {sentence}", as_json=as_json)
    return VerdictName.NOT_RECORDED


def _nothing(verdict: VerdictName) -> dict[str, Any]:
    """The fields of an answer that no record stands for."""
    fields = dict.fromkeys(("code", "name", "seq", "device_id", "recorded_at"))
    return fields | {"verdict": verdict, "repeat": False}


def _fields(found: CheckIn) -> dict[str, Any]:
    listed = found.seen.listed
    return {
        "verdict": found.verdict.name,
        "code": listed.code if listed else None,
        "name": listed.label if listed else None,
        "seq": found.record.seq,
        "device_id": found.record.device_id,
        "recorded_at": iso(found.record.recorded_at),
        "repeat": found.repeat,
        "heads": found.verdict.heads,
        "notes": sorted(found.verdict.notes),
    }


def _sentence(found: CheckIn) -> str:
    words = [found.verdict.name.replace("_", " ")]
    if found.seen.listed:
        words.append(found.seen.listed.label)
    if found.verdict.name is VerdictName.WRONG_SITE and found.seen.site:
        words.append(f"{found.seen.site.name}, {found.seen.site.address}")
    words += [note.replace("_", " ") for note in sorted(found.verdict.notes)]
    words.append(f"record {found.record.seq}" + (", scanned before" if found.repeat else ""))
    return " · ".join(words)
