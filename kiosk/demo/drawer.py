"""The demo's drawer: tickets to click, a morning to play, a network to cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kiosk.demo.deck import Card, Deck
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import GUTTER, column

WIDTH = 330
HEADER = 60
ROOMY = 1366 + WIDTH + GUTTER
"""From this width of the window on, the drawer has a column of its own and covers nothing."""
THUMBNAIL = QSize(44, 44)


class Drawer(QFrame):
    """At a window's right edge, below its header; F12 and a handle open and close it."""

    picked = Signal(Card)
    morning_wanted = Signal(bool)
    network_cut = Signal(bool)

    def __init__(self, window: QWidget, deck: Deck) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("card")
        words = {
            Card.GOOD: self.tr("A good ticket"),
            Card.REPEAT: self.tr("The same one later"),
            Card.GROUP: self.tr("A school class"),
            Card.OTHER_SITE: self.tr("Another site's"),
            Card.CANCELLED: self.tr("A cancelled one"),
            Card.PHONE_PHOTO: self.tr("A dim phone"),
        }
        title = QLabel(self.tr("Demo: pick a ticket"))
        title.setProperty("role", "name")
        cards = [self._card(card, text, deck) for card, text in words.items()]
        self._morning = Button()
        self._morning.setCheckable(True)
        self._morning.toggled.connect(self._turn_morning)
        self._network = Button()
        self._network.setCheckable(True)
        self._network.toggled.connect(self._turn_network)
        hide = Button(self.tr("Hide"), key="F12")
        hide.clicked.connect(self.close_up)
        switches = (self._morning, self._network, hide)
        inside = column(title, *cards, None, *switches, spacing=SIZES["s1"])
        inside.setContentsMargins(*[SIZES["s4"]] * 4)
        self.setLayout(inside)
        self._handle = Button(self.tr("Tickets"), key="F12")
        self._handle.setParent(window)
        self._handle.clicked.connect(self.open_up)
        QShortcut(QKeySequence("F12"), window).activated.connect(self._turn)
        self._say_morning()
        self._say_network()
        window.installEventFilter(self)
        self.open_up()

    @property
    def covers(self) -> bool:
        """Whether the open drawer lies over the kiosk's own screen."""
        return self._window.width() < ROOMY

    def open_up(self) -> None:
        self._handle.hide()
        self.show()
        self._place()

    def close_up(self) -> None:
        self.hide()
        self._handle.show()
        self._place()

    def stop_morning(self) -> None:
        self._morning.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keeps to the window's edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        if self.isVisible():
            self.close_up()
        else:
            self.open_up()

    def _place(self) -> None:
        window, right = self._window, self._window.width() - GUTTER
        height = window.height() - HEADER - 2 * GUTTER
        self.setGeometry(right - WIDTH, HEADER + GUTTER, WIDTH, height)
        apart = not self.isHidden() and not self.covers
        window.setContentsMargins(0, 0, WIDTH + GUTTER if apart else 0, 0)
        self._handle.adjustSize()
        bottom = window.height() - GUTTER - SIZES["s3"] - self._handle.height()
        self._handle.move(right - SIZES["s3"] - self._handle.width(), bottom)
        self.raise_()
        self._handle.raise_()

    def _card(self, card: Card, text: str, deck: Deck) -> Button:
        button = Button(text)
        picture = QPixmap(str(deck.sample(card)))
        button.setIcon(QIcon(picture.copy(0, 0, picture.width(), picture.width())))
        button.setIconSize(THUMBNAIL)
        button.clicked.connect(lambda: self.picked.emit(card))
        return button

    def _turn_morning(self, playing: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        self._say_morning()
        self.morning_wanted.emit(playing)

    def _turn_network(self, cut: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        self._say_network()
        self.network_cut.emit(cut)

    def _say_morning(self) -> None:
        playing = self._morning.isChecked()
        self._morning.setText(
            self.tr("Stop the morning") if playing else self.tr("Play the morning")
        )

    def _say_network(self) -> None:
        cut = self._network.isChecked()
        self._network.setText(self.tr("Plug the network in") if cut else self.tr("Cut the network"))
