"""Where the resources lie."""

from __future__ import annotations

from kiosk.resources import resource


def test_the_fonts_are_found() -> None:
    assert resource("fonts", "Inter-Regular.otf").is_file()
