"""The count as it is seen: the data's age and the number at the left, the list at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.on_site import wording
from kiosk.ui.screens.on_site.presenter import OnSitePresenter
from kiosk.ui.screens.on_site.rows import Rows
from kiosk.ui.screens.on_site.state import OnSiteState
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button, press_focused
from kiosk.ui.widgets.layouts import GUTTER, card, clear_away, column, row
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import number

REFRESH_MS = 10_000
"""So often the count is read again while it is in sight."""

_LEFT_WIDTH = 400
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class OnSiteView(QWidget):
    """Paints an OnSiteState, and asks for a newer one while it is in sight."""

    refresh_wanted = Signal()
    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, refresh_ms: int = REFRESH_MS) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._ages = column(spacing=SIZES["s2"])
        self._counted, self._people = label("lead"), label("counter")
        self._remark = label("body", wrap=True)
        self._said = label("body", wrap=True)
        self.print_button = Button(self.tr("Print"), look="primary", key="Ctrl+P")
        self.close_button = Button(self.tr("Close"), key="Esc")
        self.rows = Rows()
        self._nobody = label("lead", self.tr("Nobody"))
        self._lay_out()
        self._timer = QTimer(self, interval=refresh_ms)
        self._timer.timeout.connect(self.refresh_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.show_state(OnSiteState())

    def connect_to(self, presenter: OnSitePresenter) -> None:
        """Tells a presenter what is wanted, but for `close_wanted`."""
        self.refresh_wanted.connect(presenter.refresh)
        self.print_wanted.connect(presenter.print)

    def show_state(self, state: OnSiteState) -> None:
        clear_away(self._ages)
        for of in state.ages:
            words, tone = wording.age(of)
            self._ages.addWidget(label("warning" if tone is Tone.HEED else "lab", words, wrap=True))
        self._counted.setText(wording.counted(state))
        self._people.setText(number(state.people) if state.answered else "–")
        self._people.setAccessibleName(f"{self._counted.text()}: {self._people.text()}")
        for part, words in ((self._remark, wording.remark(state)), (self._said, state.said)):
            part.setText(words)
            part.setVisible(bool(words))
        self.print_button.setEnabled(state.answered and not state.printing)
        self.rows.show_state(state)
        self.rows.setVisible(state.people > 0)
        self._nobody.setVisible(state.answered and state.people == 0)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        key = Qt.Key(event.key())
        bar = self.rows.verticalScrollBar()
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in _STEPS:
            bar.setValue(bar.value() + _STEPS[key] * bar.singleStep())
        elif key in _PAGES:
            bar.setValue(bar.value() + _PAGES[key] * bar.pageStep())
        elif key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif key == Qt.Key.Key_P and control:
            self.print_button.click()
        else:
            return key in _ENTERS and press_focused(self)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        counted = column(self._ages, spacing=SIZES["s2"])
        counted.addSpacing(SIZES["s3"])
        for part in (self._counted, self._people, self._remark):
            counted.addWidget(part)
        counted.addStretch(1)
        counted.addWidget(self._said)
        counted.addWidget(self.print_button)
        counted.addWidget(self.close_button)
        left = card(counted)
        left.setFixedWidth(_LEFT_WIDTH)
        listed = column(label("title", self.tr("Who is on the site")), spacing=SIZES["s3"])
        listed.addWidget(self._nobody)
        listed.addWidget(self.rows, 1)
        listed.addStretch()
        layout = row(left, spacing=GUTTER)
        layout.addWidget(card(listed), 1)
        layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
        self.setLayout(layout)
