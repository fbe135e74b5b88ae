"""The demo's drawer: tickets to click, a morning to play, a network to cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from kiosk.demo.deck import Card, Deck
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import GUTTER, column

WIDTH = 330
HEADER = 60
THUMBNAIL = QSize(44, 44)


class Drawer(QFrame):
    """Lies over the right edge of a window, below its header; its handle opens and closes it."""

    picked = Signal(Card)
    morning_wanted = Signal(bool)
    network_cut = Signal(bool)

    def __init__(self, window: QWidget, deck: Deck) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("card")
        words = {
            Card.GOOD: self.tr("A good ticket"),
            Card.REPEAT: self.tr("The same one again"),
            Card.GROUP: self.tr("A school class"),
            Card.OTHER_SITE: self.tr("Another site's"),
            Card.CANCELLED: self.tr("A cancelled one"),
            Card.PHONE_PHOTO: self.tr("A dim phone"),
        }
        title = QLabel(self.tr("Demo: pick a ticket"))
        title.setProperty("role", "name")
        self._handle = Button(self.tr("Hide"), key="F12")
        self._handle.clicked.connect(self.hide)
        cards = [self._card(card, text, deck) for card, text in words.items()]
        morning = self._switch(self.tr("Play the morning"), self.morning_wanted)
        network = self._switch(self.tr("Cut the network"), self.network_cut)
        inside = column(title, *cards, None, morning, network, self._handle, spacing=SIZES["s1"])
        inside.setContentsMargins(*[SIZES["s4"]] * 4)
        self.setLayout(inside)
        window.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keeps to the window's edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        height = window.height() - HEADER - 2 * GUTTER
        self.setGeometry(window.width() - WIDTH - GUTTER, HEADER + GUTTER, WIDTH, height)
        self.raise_()

    def _card(self, card: Card, text: str, deck: Deck) -> QPushButton:
        button = Button(text)
        picture = QPixmap(str(deck.sample(card)))
        button.setIcon(QIcon(picture.copy(0, 0, picture.width(), picture.width())))
        button.setIconSize(THUMBNAIL)
        button.clicked.connect(lambda: self.picked.emit(card))
        return button

    def _switch(self, text: str, signal: object) -> QPushButton:
        button = Button(text, look="choice")
        button.setCheckable(True)
        button.toggled.connect(signal)
        return button
