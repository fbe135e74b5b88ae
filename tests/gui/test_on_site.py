"""The live count in a window: it refreshes by itself, prints, and holds a crowd."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from kiosk.domain.on_site import OnSite
from kiosk.ui import language
from kiosk.ui.screens.on_site.presenter import OnSitePresenter
from kiosk.ui.screens.on_site.view import OnSiteView
from kiosk.ui.theme.state import dress
from kiosk.ui.widgets.layouts import column
from tests.gui import world
from tests.gui.crowd_inside import inside, party, walk_in
from tests.gui.test_pictures import describe, is_cut_off
from tests.unit.ui.test_on_site_presenter import OnSiteDesk

HEADER = 60


class Host(QWidget):
    """Stands for the window: the keys that no widget takes go to the screen."""

    def __init__(self, desk: OnSiteDesk, refresh_ms: int) -> None:
        super().__init__()
        self.desk = desk
        self.view = OnSiteView(refresh_ms)
        self.left = 0
        self.setLayout(column(self.view))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.presenter = OnSitePresenter(desk, self.view.show_state)
        self.view.connect_to(self.presenter)
        self.view.close_wanted.connect(self._leave)
        self.presenter.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not self.view.take_key(event):
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.left += 1

    @property
    def words(self) -> list[str]:
        labels = self.findChildren(QLabel)
        return [part.text() for part in labels if part.isVisibleTo(self)]


def opened(
    qtbot: QtBot, qapp: QApplication, found: OnSite, speaking: str = "ru", refresh_ms: int = 60_000
) -> Host:
    dress(qapp)
    language.install(qapp, speaking)
    host = Host(OnSiteDesk(found), refresh_ms)
    qtbot.addWidget(host)
    host.resize(1366, 768 - HEADER)
    with qtbot.waitExposed(host):
        host.show()
    host.setFocus()
    return host


def test_old_data_are_pointed_out(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp, inside(), "en")
    told = [part for part in host.findChildren(QLabel) if "Киоск 2" in part.text()]
    assert [(part.text(), part.property("role")) for part in told] == [
        ("Киоск 2: data as of 09:58, 14 min ago", "warning")
    ]
    assert "56" in host.words


def test_the_rows_say_all_that_is_known(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp, inside(), "en")
    rows = host.view.rows.texts()
    assert rows[:2] == [
        "Groups: 2",
        "9 «В», МБОУ СОШ № 7, г. Приозёрск, Назарова Ольга Ивановна, 25 of 28",
    ]
    assert "Ёлкина Мария Петровна, 9 «Б», МБОУ СОШ № 4, г. Приозёрск" in rows
    assert "Name not given, 10 «А», МБОУ СОШ № 4, г. Приозёрск" in rows
    assert rows[-2:] == ["1-017, 8 «А», МБОУ СОШ № 12, г. Приозёрск", "1-018"]


def test_without_exits_it_says_that_these_are_all_who_came(
    qtbot: QtBot, qapp: QApplication
) -> None:
    host = opened(qtbot, qapp, inside(site=world.SITE), "en")
    assert "Exits are not recorded here: these are all who came in" in host.words
    assert "On the site now" not in host.words


def test_it_refreshes_by_itself_while_it_is_in_sight(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp, inside(), refresh_ms=5)
    host.desk.found = inside(walk_in(19))
    qtbot.waitUntil(lambda: "57" in host.words)
    host.hide()
    host.desk.found = inside(walk_in(19), walk_in(20))
    asked = []
    host.view.refresh_wanted.connect(lambda: asked.append(1))
    QTest.qWait(30)
    assert asked == []


@pytest.mark.parametrize("by", ["key", "click", "tab and Enter"])
def test_the_list_is_printed(qtbot: QtBot, qapp: QApplication, by: str) -> None:
    host = opened(qtbot, qapp, inside())
    button: QPushButton = host.view.print_button
    if by == "key":
        QTest.keyClick(host, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    elif by == "click":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert host.desk.prints == [host.desk.found]
    assert "Отправлено на печать." in host.words


def test_esc_leaves(qtbot: QtBot, qapp: QApplication) -> None:
    host = opened(qtbot, qapp, inside())
    QTest.keyClick(host, Qt.Key.Key_Escape)
    QTest.mouseClick(host.view.close_button, Qt.MouseButton.LeftButton)
    assert host.left == 2


def test_a_crowd_is_scrolled_by_keys_and_keeps_its_place(qtbot: QtBot, qapp: QApplication) -> None:
    crowd = [party(world.pupil(100 + nth, f"Участник {nth}")) for nth in range(2_000)]
    host = opened(qtbot, qapp, inside(*crowd))
    bar = host.view.rows.verticalScrollBar()
    QTest.keyClick(host, Qt.Key.Key_PageDown)
    place = bar.value()
    assert place > 0
    host.desk.found = replace(inside(*crowd), people=2_057)
    host.presenter.refresh()
    assert bar.value() == place


@pytest.mark.parametrize("speaking", ["ru", "en"])
@pytest.mark.parametrize("tracked", [True, False])
def test_nothing_is_cut_off(qtbot: QtBot, qapp: QApplication, speaking: str, tracked: bool) -> None:
    found = replace(inside(), people=1_243) if tracked else inside(site=world.SITE)
    host = opened(qtbot, qapp, found, speaking)
    cut: list[str] = []

    def nothing_is_cut_off() -> bool:
        cut[:] = [describe(part) for part in host.findChildren(QWidget) if is_cut_off(part)]
        return not cut

    with contextlib.suppress(NotInTime):  # the layouts settle; then the assertion tells more
        qtbot.waitUntil(nothing_is_cut_off, timeout=1_000)
    assert cut == []
    buttons = [part for part in host.findChildren(QPushButton) if part.isVisible()]
    assert all(button.accessibleName() for button in buttons)
    assert (host.width(), host.height()) == (1366, 768 - HEADER)
