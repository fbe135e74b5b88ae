"""The self-test as it is seen: the scanners, the latest scan, and what the camera sees."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.ui.screens.self_test import wording
from kiosk.ui.screens.self_test.choices import Choices
from kiosk.ui.screens.self_test.state import DeviceRow, SelfTestState
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.camera_preview import CameraPreview
from kiosk.ui.widgets.layouts import GUTTER, card, clear_away, column, row, show_only
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Elided, Tight, label

_ASIDE_WIDTH = 470
_LINE_HEIGHT = 62
_COLUMNS = (3, 2, 2, 2)  # their widths, as parts
_PREVIEW = QSize(320, 180)
_MARK = 84


class SelfTestView(QWidget):
    """Paints a SelfTestState, and tells what was chosen."""

    port_switched = Signal(str)
    camera_chosen = Signal(str)
    look_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._devices = column()
        self.choices = Choices()
        self._result = _Result()
        self.preview = CameraPreview(_PREVIEW)
        self._no_camera = label("lab", self.tr("No camera is in use"), wrap=True)
        self.look = Button(self.tr("Look for devices again"), key="F5")
        self.leave = Button(self.tr("Close"), key="Esc")
        self.choices.port_switched.connect(self.port_switched)
        self.choices.camera_chosen.connect(self.camera_chosen)
        self.look.clicked.connect(self.look_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        layout = row(spacing=GUTTER)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        layout.addWidget(self._make_aside())
        layout.addWidget(self._make_stage(), 1)
        self.setLayout(layout)
        self.show_state(SelfTestState())

    def show_state(self, state: SelfTestState) -> None:
        clear_away(self._devices)
        for device in state.devices:
            self._devices.addWidget(_device_line(device))
        self.choices.show_rows(state.ports, state.cameras)
        self._result.show_state(state)
        show_only({self.preview: state.sees, self._no_camera: not state.sees})

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc leaves, F5 looks for devices again."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key == Qt.Key.Key_F5:
            self.look_wanted.emit()
        else:
            return False
        return True

    def _make_aside(self) -> QWidget:
        inside = column(spacing=SIZES["s3"])
        inside.addWidget(label("h2", self.tr("Scanners")))
        inside.addLayout(self._devices)
        inside.addSpacing(SIZES["s2"])
        inside.addWidget(label("h2", self.tr("Switch on or off")))
        inside.addWidget(self.choices, 1)
        aside = card(inside)
        aside.setFixedWidth(_ASIDE_WIDTH)
        return aside

    def _make_stage(self) -> QWidget:
        foot = column(None, self.look, self.leave, spacing=SIZES["s3"])
        below = row(self.preview, self._no_camera, None, spacing=GUTTER)
        below.addLayout(foot)
        stage = column(spacing=SIZES["s4"])
        stage.addWidget(self._result)
        stage.addStretch(1)
        stage.addLayout(below)
        return card(stage, padding=32)


class _Result(QWidget):
    """The advice in large words, and below it how the scan came."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._mark = VerdictMark(_MARK)
        self._found = Tight("who", leading=1.15)
        self._to_do = label("lead", wrap=True)
        self._more = QVBoxLayout()
        self._more.setSpacing(SIZES["s1"])
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(SIZES["s4"])
        self._lines.setVerticalSpacing(SIZES["s4"])
        for index, part in enumerate(_COLUMNS):
            self._lines.setColumnStretch(index, part)
        words = column(self._found, self._to_do, spacing=SIZES["s2"])
        head = row(self._mark, spacing=SIZES["s5"])
        head.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.setLayout(column(head, self._more, self._lines, spacing=SIZES["s5"]))

    def show_state(self, state: SelfTestState) -> None:
        words = wording.headline(state)
        self._mark.show_tone(words.tone)
        self._found.setText(words.found)
        self._to_do.setText(words.to_do)
        clear_away(self._more)
        for advice in state.advice[1:]:
            said = f"{wording.found(advice)}. {wording.to_do(advice)}"
            self._more.addWidget(label("body", said, wrap=True))
        clear_away(self._lines)
        lines = wording.scan_lines(state.scan) if state.scan is not None else []
        for index, (caption, value) in enumerate(lines):
            shown = Elided("number")
            shown.setText(value)
            shown.setAccessibleName(f"{caption}: {value}")
            cell = column(label("lab", caption, wrap=True), shown)
            self._lines.addLayout(cell, *divmod(index, len(_COLUMNS)))


def _device_line(device: DeviceRow) -> QWidget:
    line = QFrame()
    line.setObjectName("row")
    line.setFixedHeight(_LINE_HEIGHT)
    name, about = Elided("name"), Elided("lab")
    name.setText(wording.kind_word(device.kind))
    about.setText(wording.device_about(device))
    layout = row()
    layout.addLayout(column(None, name, about, None), 1)
    layout.addWidget(Pill(*wording.link_pill(device)))
    line.setLayout(layout)
    return line
