"""The computer that the program runs on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.machine.linux import Linux
    from kiosk.machine.macos import MacOS
    from kiosk.machine.windows import Windows


def this_machine() -> Linux | MacOS | Windows:
    """The present system's own; another Unix is asked like Linux and knows less."""
    if sys.platform == "win32":
        from kiosk.machine.windows import Windows

        return Windows()
    if sys.platform == "darwin":
        from kiosk.machine.macos import MacOS

        return MacOS()
    from kiosk.machine.linux import Linux

    return Linux()
