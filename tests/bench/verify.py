"""Verifying a journal, beside reading and hashing its lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import text

from kiosk.store.database import Database
from kiosk.store.verify import verify
from tests.bench.filled import fill
from tests.bench.options import Options
from tests.bench.result import Row
from tests.bench.timing import side_by_side

NAME = "verify"


def rows(options: Options) -> Iterator[Row]:
    records = options.size(20_000, tiny=40)
    with Database.create(options.folder / "kiosk") as store:
        fill(store, records)
        ours, bare = side_by_side(
            options.size(3, tiny=1), lambda: _verify(store), lambda: _hash(store)
        )
    seconds, least = ours.median / 1000, bare.median / 1000
    yield Row(NAME, "records verified a second", records / seconds, "/s", records, records / least)


def _verify(store: Database) -> None:
    report = verify(store)
    if not report.ok:
        raise AssertionError(report.problem)


def _hash(store: Database) -> None:
    lines = store.read(lambda t: t.connection.scalars(text("SELECT line FROM record")).all())
    for line in lines:
        json.loads(line)
        hashlib.sha256(line).hexdigest()
