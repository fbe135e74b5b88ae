"""The page of the gate's stage that asks how many of a group came, or left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from kiosk.ui.screens.count.names import NamesPage
from kiosk.ui.screens.count.presenter import CountPresenter
from kiosk.ui.screens.count.state import CountState, Mode, Page
from kiosk.ui.screens.count.wording import CountWords, awaited, caption, count_words
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.counter import Counter
from kiosk.ui.widgets.layouts import column, row, show_only
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Tight, label

_FOOT_GAP = 14
_MARK = 104
_MOST_COUNTERS = 2
_MOST_PILLS = 3

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class QuestionPage(QWidget):
    """The counters, and the question that comes before more are let in than the ticket has."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._hero = Tight("hero", leading=1.02, spacing=-1.5)
        self._who, self._meta = label("who", wrap=True), label("meta", wrap=True)
        self.counters = [Counter() for _ in range(_MOST_COUNTERS)]
        self._pills = [Pill() for _ in range(_MOST_PILLS)]
        self._lead, self._next = label("next-lead"), Tight("next", leading=1.18)
        self.confirm = Button(look="answer", key="Enter")
        self.everybody = Button(look="aside", key="*")
        self.names = Button(self.tr("By name"), look="aside", key="/")
        self.nobody = Button(look="aside", key="Esc")
        self.let_in = Button(self.tr("1 · Let all in"), look="answer")
        self.again = Button(self.tr("2 · Count again"), look="aside", key="Esc")
        self._lay_out()

    def show_state(self, state: CountState) -> None:
        words = count_words(state)
        for part, text in (
            (self._hero, words.hero),
            (self._who, words.who),
            (self._meta, words.meta),
            (self._lead, words.lead),
            (self._next, words.next),
        ):
            part.setText(text)
        for index, counter in enumerate(self.counters):
            if index < len(state.counts):
                shown = state.counts[index]
                selected = index == state.selected and len(state.counts) > 1
                above, below = caption(shown.heads), awaited(shown)
                counter.show_number(above, shown.value, below, selected=selected)
        self._show_pills(words)
        self._show_buttons(state, words)

    def _show_pills(self, words: CountWords) -> None:
        shown = [(text, Tone.ASK) for text in words.notes]
        shown += [(text, Tone.HEED) for text in words.warnings]
        for index, pill in enumerate(self._pills):
            pill.show_words(*(shown[index] if index < len(shown) else ("", Tone.IDLE)))

    def _show_buttons(self, state: CountState, words: CountWords) -> None:
        asked = state.page is Page.ALLOWING
        texts = (self._hero, self._who, self._meta, self._lead, self._next)
        shown: dict[QWidget, bool] = {part: bool(part.text()) for part in texts}
        shown |= {part: n < len(state.counts) for n, part in enumerate(self.counters)}
        shown |= dict.fromkeys((self.confirm, self.everybody, self.nobody), not asked)
        shown |= dict.fromkeys((self._saying, self.again), asked)
        shown[self.names] = not asked and state.mode is Mode.ARRIVING
        shown[self.let_in] = asked and state.may_override
        show_only(shown)
        self.confirm.setText(words.confirm)
        self.everybody.setText(words.everybody)
        self.nobody.setText(words.nobody)
        for button in (self.confirm, self.everybody, self.nobody):
            button.setEnabled(not state.busy)
        self.confirm.setEnabled(state.heads > 0 and not state.busy)
        self.names.setEnabled(not state.busy and state.members != ())
        self.let_in.setEnabled(not state.busy)
        self.again.setEnabled(not state.busy)
        for counter in self.counters:
            counter.setEnabled(not asked and not state.busy)

    def _lay_out(self) -> None:
        head = row(VerdictMark(_MARK, Tone.ASK, on_stage=True), spacing=26)
        head.addWidget(self._hero, 1)
        self._saying = QFrame()
        self._saying.setObjectName("next")
        inside = column(self._lead, self._next, spacing=SIZES["s1"])
        inside.setContentsMargins(26, 14, 26, 14)
        self._saying.setLayout(inside)
        counters = row(*self.counters, None, spacing=36)
        pills = row(*self._pills, None, spacing=SIZES["s2"])
        foot = row(
            self.confirm,
            self.everybody,
            self.names,
            self.nobody,
            self.let_in,
            self.again,
            spacing=_FOOT_GAP,
        )
        foot.setStretch(0, 1)
        foot.addStretch(0)
        page = column(head, self._who, self._meta, counters, pills, None, self._saying, foot)
        for index, gap in ((7, 14), (4, 8), (3, 14), (2, 6), (1, 11)):
            page.insertSpacing(index, gap)
        self.setLayout(page)


class CountPage(QWidget):
    """Paints a CountState, and tells what the person at the gate wants."""

    digit_typed = Signal(str)
    erase_wanted = Signal()
    change_wanted = Signal(int, int)
    """By how much, and which counter."""
    step_wanted = Signal(int)
    """By how much the selected counter changes."""
    select_wanted = Signal(int)
    switch_wanted = Signal()
    arrow_pressed = Signal(int, int)
    everybody_wanted = Signal()
    names_wanted = Signal()
    tick_wanted = Signal(int)
    space_pressed = Signal()
    enter_pressed = Signal()
    escape_pressed = Signal()
    let_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.question, self.names = QuestionPage(), NamesPage()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.question)
        self._pages.addWidget(self.names)
        self._connect()
        self.show_state(CountState())

    def show_state(self, state: CountState) -> None:
        names = state.page is Page.NAMES
        page = self.names if names else self.question
        page.show_state(state)
        self._pages.setCurrentWidget(page)

    def take_key(self, event: QKeyEvent) -> bool:
        """Acts on a key; whether it meant something here."""
        signals = {
            Qt.Key.Key_Return: self.enter_pressed,
            Qt.Key.Key_Enter: self.enter_pressed,
            Qt.Key.Key_Escape: self.escape_pressed,
            Qt.Key.Key_Backspace: self.erase_wanted,
            Qt.Key.Key_Space: self.space_pressed,
            Qt.Key.Key_Asterisk: self.everybody_wanted,
            Qt.Key.Key_Slash: self.names_wanted,
        }
        key = Qt.Key(event.key())
        if event.text() in set("0123456789"):
            self.digit_typed.emit(event.text())
        elif key in _ARROWS:
            self.arrow_pressed.emit(*_ARROWS[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in signals:
            signals[key].emit()
        else:
            return False
        return True

    def _connect(self) -> None:
        asks, names = self.question, self.names
        for page in (asks, names):
            page.confirm.clicked.connect(self.enter_pressed)
            page.everybody.clicked.connect(self.everybody_wanted)
        asks.names.clicked.connect(self.names_wanted)
        asks.nobody.clicked.connect(self.escape_pressed)
        asks.let_in.clicked.connect(self.let_in_wanted)
        asks.again.clicked.connect(self.escape_pressed)
        names.back.clicked.connect(self.escape_pressed)
        names.ticked.connect(self.tick_wanted)
        for index, counter in enumerate(asks.counters):
            counter.stepped.connect(self._changer(index))
            counter.touched.connect(self._selector(index))
        # Tab would move the focus before the page heard of it; a scanner's Tab never gets here.
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            QShortcut(QKeySequence(key), asks).activated.connect(self.switch_wanted)

    def _changer(self, index: int) -> Callable[[int], None]:
        return lambda by: self.change_wanted.emit(by, index)

    def _selector(self, index: int) -> Callable[[], None]:
        return lambda: self.select_wanted.emit(index)


def connect(page: CountPage, presenter: CountPresenter) -> None:
    """Lets a presenter hear what a page tells."""
    page.digit_typed.connect(presenter.digit)
    page.erase_wanted.connect(presenter.erase)
    page.change_wanted.connect(presenter.change)
    page.step_wanted.connect(presenter.change)
    page.select_wanted.connect(presenter.select)
    page.switch_wanted.connect(presenter.select)
    page.arrow_pressed.connect(presenter.arrow)
    page.everybody_wanted.connect(presenter.everybody)
    page.names_wanted.connect(presenter.name_them)
    page.tick_wanted.connect(presenter.tick)
    page.space_pressed.connect(presenter.tick)
    page.enter_pressed.connect(presenter.enter)
    page.escape_pressed.connect(presenter.escape)
    page.let_in_wanted.connect(presenter.let_in)
