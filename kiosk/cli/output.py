"""What commands print: a sentence for a person, or one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import typer


def say(fields: Mapping[str, Any], sentence: str, *, as_json: bool) -> None:
    """Prints one result and flushes it, so that a program that reads along sees it at once."""
    typer.echo(json.dumps(fields, ensure_ascii=False) if as_json else sentence)


def iso(at_ms: int | None) -> str | None:
    """UTC milliseconds as ISO 8601."""
    if at_ms is None:
        return None
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
