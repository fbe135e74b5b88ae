"""Benchmarks, each beside its limit measured in the same run: `python -m tests.bench`."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from tests.bench import machine
from tests.bench.options import Options
from tests.bench.result import Row, table

SUBJECTS = ("start", "check_in", "window", "search", "decode", "upload", "roster", "verify")
_BUILD = Path("build")
_WIDTH = 140
"""Columns of the table where no terminal says how many it has."""


def main() -> int:
    """Runs the subjects that were asked for; 1 where a goal is not met."""
    asked = _arguments()
    _BUILD.mkdir(exist_ok=True)
    console = Console()
    if not console.is_terminal:
        console.width = _WIDTH
    rows: list[Row] = []
    for subject in asked.only or SUBJECTS:
        with console.status(subject), tempfile.TemporaryDirectory(dir=_BUILD) as folder:
            options = Options(Path(folder).absolute(), full=asked.full, photos=asked.photos)
            rows += run(subject, options)
    console.print(table(rows))
    _save(rows)
    return 0 if all(row.met is not False for row in rows) else 1


def run(subject: str, options: Options) -> list[Row]:
    """One subject's rows. Its kiosks' keys lie in the options' folder, not in the user's."""
    os.environ["KIOSK_KEYS_DIR"] = str(options.folder / "keys")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return list(importlib.import_module(f"tests.bench.{subject}").rows(options))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=SUBJECTS, help="this subject alone")
    parser.add_argument("--full", action="store_true", help="a million visitors as well: minutes")
    parser.add_argument("--photos", type=Path, help="a folder of pictures, each beside a .txt")
    return parser.parse_args()


def _save(rows: list[Row]) -> None:
    document = {"machine": machine.facts(), "rows": [row.document() for row in rows]}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    (_BUILD / "bench.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
