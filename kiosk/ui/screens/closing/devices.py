"""The kiosks of the site, what to do with those in the way, and the discrepancies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.closing import wording
from kiosk.ui.screens.closing.state import DeviceRow, DoubleEntry, Page
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import clear_away, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Elided, label
from kiosk.ui.wording import number

_LINE_HEIGHT = 62
_NUMBERS_WIDTH = 160


class Devices(QScrollArea):
    """A line a kiosk, then the steps for each that stands in the way."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = scrolled(self)

    def show_page(self, page: Page) -> None:
        clear_away(self._inside)
        if page.devices:
            self._add_heads(page)
        for device in page.devices:
            self._inside.addWidget(_device_line(device, _pill_room(page)))
        for device in page.in_the_way:
            self._inside.addSpacing(SIZES["s4"])
            self._inside.addWidget(label("h2", wording.steps_title(device), wrap=True))
            for index, step in enumerate(wording.steps(device), start=1):
                self._inside.addSpacing(SIZES["s2"])
                self._inside.addWidget(label("body", f"{index}. {step}", wrap=True))
        self._inside.addStretch(1)

    def _add_heads(self, page: Page) -> None:
        heads = row(label("cap", self.tr("Kiosk")), None)
        on_server = label("cap", self.tr("On the server"))
        on_server.setFixedWidth(_NUMBERS_WIDTH + _pill_room(page))
        heads.addWidget(on_server)
        self._inside.addLayout(heads)
        self._inside.addSpacing(SIZES["s2"])


class Discrepancies(QScrollArea):
    """What does not fit together, in pills; the double entries open into their list."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = scrolled(self)
        self._open = False

    def show_page(self, page: Page) -> None:
        clear_away(self._inside)
        self._inside.setSpacing(SIZES["s3"])
        self._inside.addWidget(label("h2", self.tr("Discrepancies")))
        for device in page.devices:
            if device.doubled:
                self._inside.addWidget(label("warning", wording.doubled(device), wrap=True))
        if page.doubles:
            self._add_doubles(page.doubles)
        if page.trials_without_entry:
            words = Plurals().trials_without_entry(page.trials_without_entry)
            self._inside.addWidget(Pill(words, Tone.ASK))
        if not (page.doubles or page.trials_without_entry or any(d.doubled for d in page.devices)):
            self._inside.addWidget(label("lab", self.tr("None"), wrap=True))
        self._inside.addStretch(1)

    def _add_doubles(self, doubles: tuple[DoubleEntry, ...]) -> None:
        self.pill = QPushButton(f"{Plurals().entered_twice(len(doubles))} ▾")
        self.pill.setObjectName("pill")
        self.pill.setProperty("tone", Tone.HEED.value)
        self.pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pill.setAccessibleName(Plurals().entered_twice(len(doubles)))
        self.list = _doubles_list(doubles)
        self.list.setVisible(self._open)
        self.pill.clicked.connect(self._turn)
        self._inside.addLayout(row(self.pill, None))
        self._inside.addWidget(self.list)

    def _turn(self) -> None:
        self._open = not self._open
        self.list.setVisible(self._open)


def scrolled(area: QScrollArea) -> QVBoxLayout:
    """Gives a scroll area its content; returns the content's layout."""
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    holder = QWidget()
    holder.setObjectName("clear")
    inside = column()
    holder.setLayout(inside)
    area.setWidget(holder)
    return inside


def _pill_room(page: Page) -> int:
    """As wide as the widest pill, so that the numbers stand in one column."""
    return max((_pill(device).sizeHint().width() for device in page.devices), default=0)


def _pill(device: DeviceRow) -> Pill:
    pill = Pill(*wording.device_pill(device))
    pill.ensurePolished()
    return pill


def _device_line(device: DeviceRow, pill_room: int) -> QWidget:
    line = QFrame()
    line.setObjectName("row")
    line.setFixedHeight(_LINE_HEIGHT)
    name, about = Elided("name"), label("lab", wording.device_about(device))
    name.setText(device.name)
    numbers = QWidget()
    numbers.setObjectName("clear")
    numbers.setFixedWidth(_NUMBERS_WIDTH)
    held, recorded = label("number", number(device.on_server)), Elided("lab")
    recorded.setText(wording.of_recorded(device))
    figures = row(held, recorded, None, spacing=6)
    figures.setAlignment(held, Qt.AlignmentFlag.AlignVCenter)
    numbers.setLayout(figures)
    state = QWidget()
    state.setObjectName("clear")
    state.setFixedWidth(pill_room)
    state.setLayout(row(None, _pill(device), spacing=0))
    layout = row(spacing=0)
    layout.addLayout(column(None, name, about, None), 1)
    layout.addWidget(numbers)
    layout.addWidget(state)
    line.setLayout(layout)
    return line


def _doubles_list(doubles: tuple[DoubleEntry, ...]) -> QWidget:
    holder = QWidget()
    holder.setObjectName("clear")
    lines = column(spacing=2)
    for double in doubles:
        lines.addWidget(label("name", wording.ticket_title(double), wrap=True))
        for entry in double.entries:
            words = " · ".join(p for p in (entry.at, entry.kiosk, entry.entrance) if p)
            lines.addWidget(label("lab", words, wrap=True))
    holder.setLayout(lines)
    return holder
