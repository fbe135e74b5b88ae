"""The application as it is started, in either language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.operations.staff import Operator
from kiosk.ui import language
from kiosk.ui.conductor import Conductor, Factories
from kiosk.ui.theme.state import dress
from kiosk.ui.window import MainWindow
from tests.gui.fake_desk import FakeDesk
from tests.gui.world import ANNA

Opener = Callable[..., MainWindow]


def conductor_of(window: MainWindow) -> Conductor:
    assert window._conductor is not None
    return window._conductor


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Opener:
    """Opens the kiosk's window over a fake desk."""
    if not qapp.styleSheet():
        dress(qapp)

    def open_it(
        desk: FakeDesk,
        *,
        speaking: str = "ru",
        size: tuple[int, int] = (1366, 768),
        fades: int = 5000,
        more: Factories | None = None,
        operator: Operator | None = ANNA,
    ) -> MainWindow:
        language.install(qapp, speaking)
        window = MainWindow(now=lambda: desk.now_ms, name_fades_after_ms=fades)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.start(desk, more=more)
        if operator is not None:
            conductor_of(window).crew.signed_in(operator)
        qtbot.waitExposed(window)
        return window

    return open_it
