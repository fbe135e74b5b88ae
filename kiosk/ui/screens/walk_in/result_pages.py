"""After the registration: the number for the sticker, or why there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.walk_in.state import Done
from kiosk.ui.screens.walk_in.wording import heads, sticker, who
from kiosk.ui.theme.state import put_state
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.qr import QrCode
from kiosk.ui.widgets.text import Elided, Letter, Tight, label

_MARGINS = (40, 32, 40, 32)
_MARK = 104
_QR = 232
_SHORT = 6
"""So many characters of a number, as «17-042», have room beside the QR in the largest type."""
_AIR = 12
"""Between the giant figures and the line below them."""


class DonePage(QWidget):
    """The number in giant figures, the QR beside it, and what to say."""

    close_wanted = Signal()
    names_wanted = Signal()
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        hero = Tight("hero", leading=1.02, spacing=-1.5)
        hero.setText(self.tr("Come in"))
        head = row(VerdictMark(_MARK, Tone.GO, on_stage=True), spacing=26)
        head.addWidget(hero, 1)
        self.number, self.qr = Letter("giant"), QrCode(_QR)
        self._do = label("meta", wrap=True)
        self._who, self._heads = Elided("who"), label("meta", wrap=True)
        words = column(head, self.number, spacing=SIZES["s4"])
        top = row(spacing=SIZES["s5"])
        top.addLayout(words, 1)
        top.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        self.names = Button(self.tr("Add the names"), look="deep", key=self.tr("N"))
        self.print_button = Button(self.tr("Print"), look="deep", key=self.tr("P"))
        self.close_button = Button(self.tr("Close"), look="deep", key="Esc")
        self._next = Tight("next", leading=1.18)
        page = column(top, self._do, self._who, self._heads, None, self._saying(), spacing=2)
        page.insertSpacing(1, _AIR)
        page.addSpacing(14)
        foot = row(self.close_button, self.print_button, self.names, None, spacing=14)
        page.addLayout(foot)
        page.setContentsMargins(*_MARGINS)
        self.setLayout(page)
        self.print_button.clicked.connect(self.print_wanted)
        self.names.clicked.connect(self.names_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def show_done(self, done: Done) -> None:
        put_state(self.number, length="long" if len(done.label) > _SHORT else "")
        self.number.setText(done.label)
        self.number.updateGeometry()
        self.qr.show_text(done.code)
        todo = self.tr("Put a sticker with this number on, or take a photo")
        self._do.setText(done.printed or todo)
        self._who.setText(who(done))
        named = Plurals().names_written(done.named) if done.named else ""
        about = " · ".join(part for part in (heads(done), named) if part)
        self._heads.setText(about)
        self._heads.setVisible(bool(about))
        self._next.setText(sticker(done))
        self.names.setVisible(done.kind is WalkInKind.CLASS)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.text() in _NAME_KEYS and not self.names.isHidden():
            self.names_wanted.emit()
        elif event.text() in _PRINT_KEYS:
            self.print_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.setFocus()

    def _saying(self) -> QFrame:
        saying = QFrame()
        saying.setObjectName("next")
        inside = column(label("next-lead", self.tr("Say")), self._next, spacing=SIZES["s1"])
        inside.setContentsMargins(26, 20, 26, 20)
        saying.setLayout(inside)
        return saying


_PRINT_KEYS = frozenset("пПgGpPзЗ")
_NAME_KEYS = frozenset("иИbBnNтТ")
"""The keys of printing and of the names on either layout, by Russian letter and by English one."""


class NotClearedPage(QWidget):
    """Nobody was registered: the manager decides."""

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that keys after a click come here
        hero = Tight("hero", leading=1.02, spacing=-1.5)
        hero.setText(self.tr("No clearance"))
        head = row(VerdictMark(_MARK, Tone.HEED, on_stage=True), spacing=26)
        head.addWidget(hero, 1)
        saying = QFrame()
        saying.setObjectName("next")
        words = Tight("next", leading=1.18)
        words.setText(self.tr("“Please wait here, the manager is on the way”"))
        lead = label("next-lead", self.tr("Call the manager and say"))
        inside = column(lead, words, spacing=SIZES["s1"])
        inside.setContentsMargins(26, 20, 26, 20)
        saying.setLayout(inside)
        self.close_button = Button(self.tr("Close"), look="white", key="Esc")
        about = label("who", self.tr("Nobody was registered"))
        page = column(head, about, None, saying, spacing=SIZES["s4"])
        page.addLayout(row(self.close_button, None))
        page.setContentsMargins(*_MARGINS)
        self.setLayout(page)
        self.close_button.clicked.connect(self.close_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.setFocus()
