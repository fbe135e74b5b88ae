"""The kiosks of the site, and what to do with those in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from kiosk.ui.screens.closing import wording
from kiosk.ui.screens.closing.state import DeviceRow, KnownKiosk, Page
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.layouts import clear_away, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.scrolled import scrolled
from kiosk.ui.widgets.text import Elided, label
from kiosk.ui.wording import number

_LINE_HEIGHT, _CLOSE_LINE_HEIGHT = 62, 52
_ROOMY = 3
"""So many kiosks have lines of full height."""
_NUMBERS_WIDTH = 190


class Devices(QWidget):
    """A line a kiosk, and below them the steps for those that stand in the way.

    Where there are many kiosks their lines are scrolled; the steps are always in sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._area = _Fitted()
        self._lines = scrolled(self._area)
        self._steps = column()
        layout = column()
        layout.addWidget(self._area, 1)
        layout.addLayout(self._steps)
        layout.addStretch()
        self.setLayout(layout)

    def show_page(self, page: Page) -> None:
        clear_away(self._lines)
        clear_away(self._steps)
        if page.devices:
            room = _pill_room(page)
            self._add_heads(self.tr("On the server"), _NUMBERS_WIDTH + room)
            height = _LINE_HEIGHT if len(page.devices) <= _ROOMY else _CLOSE_LINE_HEIGHT
            for device in page.devices:
                self._lines.addWidget(_device_line(device, room, height))
        elif page.known:
            self._add_heads(self.tr("Records held here"), _NUMBERS_WIDTH)
            for kiosk in page.known:
                self._lines.addWidget(_known_line(kiosk))
        for title, steps in wording.instructions(page):
            self._add_steps(title, steps)

    def _add_heads(self, words: str, room: int) -> None:
        heads = row(label("cap", self.tr("Kiosk")), None)
        held = label("cap", words)
        held.setFixedWidth(room)
        heads.addWidget(held)
        self._lines.addLayout(heads)
        self._lines.addSpacing(SIZES["s2"])

    def _add_steps(self, title: str, steps: list[str]) -> None:
        self._steps.addSpacing(SIZES["s3"])
        self._steps.addWidget(label("h2", title, wrap=True))
        for index, step in enumerate(steps, start=1):
            self._steps.addSpacing(SIZES["s1"])
            self._steps.addWidget(label("body", f"{index}. {step}", wrap=True))


class _Fitted(QScrollArea):
    """As high as its content where there is room for it, and scrolled where there is less.

    What is put into a page that is in sight is shown a moment later, and takes no room until then.
    So the height is taken not when the content is put there, but whenever its layout has changed.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        content = self.widget()
        if watched is content and event.type() == QEvent.Type.LayoutRequest:
            self.setMaximumHeight(content.sizeHint().height())
        return super().eventFilter(watched, event)


def _pill_room(page: Page) -> int:
    """As wide as the widest pill, so that the numbers stand in one column."""
    return max((_pill(device).sizeHint().width() for device in page.devices), default=0)


def _pill(device: DeviceRow) -> Pill:
    pill = Pill(*wording.device_pill(device))
    pill.ensurePolished()
    return pill


def _device_line(device: DeviceRow, pill_room: int, height: int) -> QWidget:
    held, recorded = label("number", number(device.on_server)), Elided("lab")
    recorded.setText(wording.of_recorded(device))
    figures = row(held, recorded, None, spacing=6)
    figures.setAlignment(held, Qt.AlignmentFlag.AlignVCenter)
    state = QWidget()
    state.setObjectName("clear")
    state.setFixedWidth(pill_room)
    state.setLayout(row(None, _pill(device), spacing=0))
    return _line(device.name, wording.device_about(device), _numbers(figures), state, height=height)


def _known_line(kiosk: KnownKiosk) -> QWidget:
    figures = row(label("number", number(kiosk.records)), None, spacing=6)
    return _line(kiosk.name, wording.known_about(kiosk), _numbers(figures), height=_LINE_HEIGHT)


def _numbers(figures: QHBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setObjectName("clear")
    holder.setFixedWidth(_NUMBERS_WIDTH)
    holder.setLayout(figures)
    return holder


def _line(name: str, about: str, *parts: QWidget, height: int) -> QWidget:
    line = QFrame()
    line.setObjectName("row")
    line.setFixedHeight(height)
    words, below = Elided("name"), Elided("lab")
    words.setText(name)
    below.setText(about)
    layout = row(spacing=0)
    layout.addLayout(column(None, words, below, None), 1)
    for part in parts:
        layout.addWidget(part)
    line.setLayout(layout)
    return line
