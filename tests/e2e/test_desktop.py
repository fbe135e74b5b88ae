"""The whole desktop over a real data folder and a real server: window, lanes, exchange."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Desktop
from kiosk.desk import LaneDesk
from kiosk.domain.records import Kind
from kiosk.exchange.addresses import EnrolmentLink
from kiosk.settings import Settings
from kiosk.store.database import Database
from kiosk.ui import language
from kiosk.ui.screen import Screen
from kiosk.ui.theme.state import dress
from tests.e2e.conftest import Site

PATIENCE_MS = 10_000


@contextmanager
def desktop(qtbot: QtBot, app: QApplication, folder: Path) -> Iterator[Desktop]:
    """The desktop as it is started, ended in order."""
    made = Desktop(app, folder, Settings(folder), operator="volunteer-1")
    qtbot.addWidget(made.window)
    made.show()
    try:
        yield made
    finally:
        made.stop()


@pytest.fixture(autouse=True)
def _looks(qapp: QApplication) -> None:
    language.install(qapp, "ru")
    dress(qapp)


def words(widget: QWidget) -> str:
    """Everything that a person reads on the visible part of a widget."""
    labels = widget.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def reads(desk: Desktop, text: str) -> Callable[[], bool]:
    return lambda: text in words(desk.window)


def kinds(folder: Path) -> list[str]:
    with Database.open(folder, writable=False) as store:
        return store.read(lambda uow: [record.kind for record in uow.journal.records()])


def test_from_the_first_start_to_the_first_green(
    qtbot: QtBot, qapp: QApplication, site: Site, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with site.server() as central, desktop(qtbot, qapp, folder) as desk:
        qtbot.waitUntil(reads(desk, "Подключить"), timeout=PATIENCE_MS)
        code = central.enrol_code(1, "Киоск 9", "Вход 9")
        link = EnrolmentLink(f"http://127.0.0.1:{site.port}", code, central.fingerprint)
        desk.window.view_of(Screen.WELCOME).enrol_wanted.emit(str(link))
        qtbot.waitUntil(reads(desk, "Приозёрский станкозавод"), timeout=PATIENCE_MS)
        desk.window.scan(text, "wedge")
        qtbot.waitUntil(reads(desk, "Проходите"), timeout=PATIENCE_MS)
        desk.sync()
        qtbot.waitUntil(lambda: central.stats().records >= 2, timeout=PATIENCE_MS)
    assert kinds(folder)[:2] == [Kind.OPENED, Kind.ARRIVAL]


def test_a_window_that_is_closed_at_once_begins_nothing_more(
    qtbot: QtBot, qapp: QApplication, site: Site
) -> None:
    ended: list[object] = []

    def end(_: object) -> None:
        desk.stop()
        ended.append(True)

    def end_soon(made: LaneDesk) -> None:
        # The answer comes just before that of the program's own first question.
        made.overview(lambda answer: QTimer.singleShot(0, lambda: end(answer)), end)

    with desktop(qtbot, qapp, site.kiosk(1)) as desk:
        desk.started.connect(end_soon)
        qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
        qapp.processEvents()


def test_offline_is_calm_and_loses_nothing(qtbot: QtBot, qapp: QApplication, site: Site) -> None:
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with desktop(qtbot, qapp, site.kiosk(1)) as desk:
        desk.window.scan(text, "wedge")
        qtbot.waitUntil(reads(desk, "Проходите"), timeout=PATIENCE_MS)
        qtbot.waitUntil(reads(desk, "Без сети · 2 сохранено"), timeout=PATIENCE_MS)
        with site.server() as central:
            desk.sync()
            qtbot.waitUntil(reads(desk, "Связь есть · отправлено всё"), timeout=PATIENCE_MS)
            assert central.stats().records == 3, "the two, and the clock that was checked"


def test_a_key_undoes_and_the_retraction_is_durable(
    qtbot: QtBot, qapp: QApplication, site: Site
) -> None:
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with desktop(qtbot, qapp, site.kiosk(1)) as desk:
        desk.window.scan(text, "wedge")
        qtbot.waitUntil(reads(desk, "Проходите"), timeout=PATIENCE_MS)
        QTest.keyClick(desk.window, Qt.Key.Key_F8)
        QTest.keyClick(desk.window, Qt.Key.Key_1)
        qtbot.waitUntil(lambda: kinds(site.kiosk(1))[-1] == Kind.RETRACTION, timeout=PATIENCE_MS)


def test_the_day_is_closed_from_the_window(qtbot: QtBot, qapp: QApplication, site: Site) -> None:
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with site.server(), desktop(qtbot, qapp, site.kiosk(2)) as other:
        qtbot.waitUntil(reads(other, "Приозёрский станкозавод"), timeout=PATIENCE_MS)
        other.window.show_screen(Screen.CLOSING)
        qtbot.waitUntil(reads(other, "Мешают"), timeout=PATIENCE_MS)
        other.window.view_of(Screen.CLOSING).end_wanted.emit()
        qtbot.waitUntil(reads(other, "Последняя запись"), timeout=PATIENCE_MS)
        other.sync()
        qtbot.waitUntil(reads(other, "отправлено всё"), timeout=PATIENCE_MS)
        with desktop(qtbot, qapp, site.kiosk(1)) as desk:
            desk.window.scan(text, "wedge")
            qtbot.waitUntil(reads(desk, "Проходите"), timeout=PATIENCE_MS)
            desk.window.show_screen(Screen.CLOSING)
            qtbot.waitUntil(reads(desk, "Мешает"), timeout=PATIENCE_MS)
            desk.window.view_of(Screen.CLOSING).end_wanted.emit()
            qtbot.waitUntil(reads(desk, "Последняя запись"), timeout=PATIENCE_MS)
            desk.window.view_of(Screen.CLOSING).head_seen.emit()
            qtbot.waitUntil(reads(desk, "Всё на месте"), timeout=PATIENCE_MS)
            desk.window.view_of(Screen.CLOSING).close_day_wanted.emit()
            qtbot.waitUntil(reads(desk, "Можно идти домой"), timeout=PATIENCE_MS)
    assert Kind.SITE_CLOSED in kinds(site.kiosk(1))


def test_a_mended_data_file_is_told_in_the_header(
    qtbot: QtBot, qapp: QApplication, site: Site
) -> None:
    database = site.kiosk(1) / "kiosk.db"
    content = bytearray(database.read_bytes())
    content[:4096] = bytes(4096)
    database.write_bytes(content)
    text = site.tickets(status="valid", here="1", group_size="0")[0]["text"]
    with desktop(qtbot, qapp, site.kiosk(1)) as desk:
        desk.window.scan(text, "wedge")
        qtbot.waitUntil(reads(desk, "Журнал повреждён: начат новый"), timeout=PATIENCE_MS)
        qtbot.waitUntil(reads(desk, "Проходите"), timeout=PATIENCE_MS)
