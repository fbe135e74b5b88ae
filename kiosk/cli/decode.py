"""`kiosk decode`: what the QR codes of a picture say."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from kiosk.cli.options import Json
from kiosk.cli.output import say
from kiosk.scanning.images import decode_image


def decode(
    images: Annotated[list[Path], typer.Argument(help="Pictures: PNG, JPEG, WebP …")],
    as_json: Json = False,
    _data_dir: Annotated[
        Path | None, typer.Option("--data-dir", help="Not needed here, as on every command.")
    ] = None,
) -> None:
    """Read the QR codes of pictures. Exit status 1 when one of them has none."""
    empty = False
    for image in images:
        start = perf_counter()
        texts = decode_image(image)
        ms = round((perf_counter() - start) * 1000, 2)
        empty = empty or not texts
        found = ", ".join(texts) or "no QR code"
        fields = {"image": str(image), "texts": texts, "ms": ms}
        say(fields, f"{image}: {found} ({ms} ms)", as_json=as_json)
    if empty:
        raise typer.Exit(1)
