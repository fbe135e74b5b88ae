"""The printing process: one request on its standard input, one answer on its standard output.

The answer is a JSON object with `outcome` and, where it failed, `reason`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtGui import QGuiApplication

from kiosk.printing.documents import PrintRequest
from kiosk.printing.painting import load_fonts
from kiosk.printing.printer import print_document
from kiosk.printing.results import NoPrinter, Outcome, PrintFailed


def main() -> None:
    """Answers the one request."""
    app = QGuiApplication(sys.argv[:1])
    load_fonts()
    sys.stdout.write(json.dumps(_answer(sys.stdin.buffer.read().decode("utf-8"))))
    sys.stdout.flush()
    app.quit()


def _answer(request: str) -> dict[str, Any]:
    try:
        print_document(PrintRequest.from_json(request))
    except NoPrinter:
        return {"outcome": Outcome.NO_PRINTER}
    except PrintFailed as failed:
        return {"outcome": Outcome.FAILED, "reason": failed.reason}
    return {"outcome": Outcome.PRINTED}


if __name__ == "__main__":
    main()
