"""The one style sheet, built once from the tokens."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.ui.theme.tokens import COLOURS, SIZES

_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")


def style_sheet() -> str:
    """The base sheet with its variables filled in. Raises KeyError for a name that is no token."""
    values = COLOURS | {name: f"{size}px" for name, size in SIZES.items()}
    source = Path(__file__).with_name("base.qss").read_text(encoding="utf-8")
    return _VARIABLE.sub(lambda match: values[match[1]], source)
