"""Where the fonts, icons, sounds and translations lie."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """The path of a resource: `resource("fonts", "Inter-Regular.otf")`.

    An installed package carries the resources inside itself; a checkout has them beside it.
    """
    packed = _HERE / "resources"
    return (packed if packed.is_dir() else _HERE.parent / "resources").joinpath(*parts)
