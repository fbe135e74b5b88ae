"""Signing in as it is seen: the people at the left, the digits at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from kiosk.domain.staff import PIN_LENGTH, in_groups
from kiosk.ui.screens.sign_in.people import People
from kiosk.ui.screens.sign_in.state import SignInState, Stage
from kiosk.ui.screens.sign_in.wording import trouble_words
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.digit_pad import DigitPad
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.pin_dots import PinDots
from kiosk.ui.widgets.text import Tight, label

_LIST_WIDTH, _GAP = 470, 64
_PAD_WIDTH, _PAD_PADDING = 390, 30
_DIGITS = frozenset("0123456789")


class SignInView(QWidget):
    """Paints a SignInState, and tells what was chosen and typed."""

    chosen = Signal(str)
    more_wanted = Signal()
    moved = Signal(int)
    letter_typed = Signal(str)
    digit_typed = Signal(str)
    erase_wanted = Signal()
    enter_pressed = Signal()
    recovery_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.people, self.pad = People(), DigitPad(sends=True)
        self.recover = Button(self.tr("Recovery code"), look="plain")
        self.leave = Button(self.tr("Without signing in"), look="plain")
        self.back = Button(self.tr("Back"), key="Esc")
        self.written = Button(self.tr("Written down"), look="primary", key="Enter")
        self._code = label("figure")
        left = QWidget()
        left.setObjectName("clear")
        left.setFixedWidth(_LIST_WIDTH)
        self._left = QStackedLayout(left)
        self._pages = {
            Stage.PIN: self._choice_page(),
            Stage.RECOVERY: self._recovery_page(),
            Stage.NEW_CODE: self._code_page(),
        }
        for page in self._pages.values():
            self._left.addWidget(page)
        self._pad_card = self._make_pad()
        self.setLayout(row(None, left, column(None, self._pad_card, None), None, spacing=_GAP))
        self._connect()
        self.show_state(SignInState())

    def show_state(self, state: SignInState) -> None:
        self._left.setCurrentWidget(self._pages[state.stage])
        self.people.show_state(state)
        self._dots.show_typed(state.typed)
        self._dots.setVisible(state.stage is Stage.PIN)
        self._typed_code.setText(in_groups(state.code))
        self._typed_code.setVisible(state.stage is Stage.RECOVERY)
        self._code.setText(in_groups(state.code))
        self._trouble.setText(trouble_words(state))
        self._pad_card.setVisible(state.stage is not Stage.NEW_CODE)
        if self.pad.send is not None:
            self.pad.send.setEnabled(state.complete and not state.busy)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        text = event.text()
        if text in _DIGITS:
            self.digit_typed.emit(text)
        elif text and text.isprintable():  # some letters are another layout's punctuation
            self.letter_typed.emit(text)
        else:
            return self._take_other(Qt.Key(event.key()))
        return True

    def _take_other(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Backspace:
                self.erase_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.enter_pressed.emit()
            case Qt.Key.Key_Escape:
                self.leave_wanted.emit()
            case _:
                return False
        return True

    def _choice_page(self) -> QWidget:
        page = _page(
            self.tr("Who works at the kiosk?"),
            self.tr("Show the scanner the QR of your badge\nor choose your name and type the PIN"),
        )
        page.addWidget(self.people)
        page.addLayout(row(self.recover, self.leave, None, spacing=0))
        return _centred(page)

    def _recovery_page(self) -> QWidget:
        page = _page(self.tr("Recovery code"), self.tr("The 16 digits from the manager's paper"))
        page.addLayout(row(self.back, None))
        return _centred(page)

    def _code_page(self) -> QWidget:
        page = _page(
            self.tr("The new recovery code"),
            self.tr("Write it down: it is shown once,\nand the old one is good no more"),
        )
        page.addWidget(self._code)
        page.addSpacing(16)
        page.addLayout(row(self.written, None))
        return _centred(page)

    def _make_pad(self) -> QWidget:
        self._dots = PinDots(PIN_LENGTH)
        self._typed_code = label("number")
        self._trouble = label("refusal", wrap=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside = column(spacing=12)
        inside.addWidget(self._dots, alignment=middle)
        inside.addWidget(self._typed_code, alignment=middle)
        inside.addWidget(self._trouble)
        inside.addWidget(self.pad)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.setMinimumHeight(self._trouble.fontMetrics().height())
        frame = card(inside, padding=_PAD_PADDING)
        frame.setFixedWidth(_PAD_WIDTH)
        return frame

    def _connect(self) -> None:
        self.people.chosen.connect(self.chosen)
        self.people.more_wanted.connect(self.more_wanted)
        self.pad.digit.connect(self.digit_typed)
        self.pad.backspace.connect(self.erase_wanted)
        self.pad.enter.connect(self.enter_pressed)
        self.recover.clicked.connect(self.recovery_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.back.clicked.connect(self.leave_wanted)
        self.written.clicked.connect(self.enter_pressed)


def _page(title: str, lead: str) -> QVBoxLayout:
    words = Tight("question", leading=1.05, spacing=-1.5)
    words.setText(title)
    about: QLabel = label("lead", lead, wrap=True)
    page = column(words, about, spacing=12)
    page.addSpacing(12)
    return page


def _centred(page: QVBoxLayout) -> QWidget:
    widget = QWidget()
    widget.setObjectName("clear")
    widget.setLayout(column(None, page, None))
    return widget
