"""The demo with a display: the kiosk on the invented site, with its server and its drawer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.app import Desktop, application
from kiosk.central.admin import Central
from kiosk.central.serve import running_server
from kiosk.demo.deck import Card, Deck
from kiosk.demo.drawer import Drawer
from kiosk.demo.prepare import DemoWorld
from kiosk.demo.staff import MANAGER
from kiosk.domain.devices import Source
from kiosk.scanning.images import decode_image
from kiosk.settings import Settings
from kiosk.ui.screen import Screen

MORNING_MS = 150
"""Between two scans of the morning: a crowd, but one that the eye can follow."""


class Network:
    """The demo's central server; cutting the network really ends it."""

    def __init__(self, central: Central, port: int) -> None:
        self._central = central
        self._port = port
        self._running = ExitStack()

    def plug_in(self) -> None:
        self._running.enter_context(running_server(self._central, self._port))

    def cut(self) -> None:
        self._running.close()


class Demo(QObject):
    """Connects the drawer to the kiosk: every ticket goes through the real decoder."""

    def __init__(
        self, app: QApplication, world: DemoWorld, network: Network, settings: Settings
    ) -> None:
        super().__init__()
        self.desktop = Desktop(app, world.kiosks[0], settings, operator=MANAGER, alone=False)
        self.desktop.furnish()
        self._network = network
        self._deck = Deck(world)
        self._morning: Iterator[Path] = iter(())
        self._crowd = QTimer(self, interval=MORNING_MS)
        self._crowd.timeout.connect(self._next_visitor)
        self.drawer = Drawer(self.desktop.window, self._deck)
        self.drawer.picked.connect(self._pick)
        self.drawer.morning_wanted.connect(self._play)
        self.drawer.network_cut.connect(self._cut)
        self.desktop.window.header.screen_wanted.connect(self._make_room)

    def stop(self) -> None:
        self._crowd.stop()
        self.desktop.stop()

    def _make_room(self, screen: Screen) -> None:
        """Another screen wants to be seen: a crowd would call the gate back at once."""
        if screen is not Screen.GATE:
            self.drawer.stop_morning()
            if self.drawer.covers:
                self.drawer.close_up()

    def _pick(self, card: Card) -> None:
        for picture in self._deck.deal(card):
            self._show(picture)

    def _play(self, wanted: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        if wanted:
            self._morning = iter(self._deck.morning())
            self._crowd.start()
        else:
            self._crowd.stop()

    def _next_visitor(self) -> None:
        """Of each group of the morning all have come; nobody stands at the keys to say so."""
        self.desktop.window.count_all()
        picture = next(self._morning, None)
        if picture is None:
            self.drawer.stop_morning()
        else:
            self._show(picture)

    def _show(self, picture: Path) -> None:
        """Holds a picture before the decoder; one that it cannot read is an unreadable scan."""
        text = next(iter(decode_image(picture)), "")
        self.desktop.window.scan(text, Source.IMAGE)

    def _cut(self, cut: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        if cut:
            self._network.cut()
        else:
            self._network.plug_in()
        self.desktop.sync()


def run_demo(world: DemoWorld) -> int:
    """Opens the demo's window and runs it until it is closed; returns the exit status."""
    settings = Settings.load()
    app = application()
    with closing(Central.open(world.central)) as central:
        network = Network(central, world.port)
        network.plug_in()
        demo = Demo(app, world, network, settings)
        demo.desktop.show()
        try:
            return app.exec()
        finally:
            demo.stop()
            network.cut()
