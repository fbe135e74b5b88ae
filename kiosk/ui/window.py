"""The window: the header and the screens. It is painted before there is anything to show.

So nothing of what it will hold is imported here, nor PySide6's long list of names (`Qt`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kiosk.ui.outline import paint_outline
from kiosk.ui.widgets.layouts import column, settle

if TYPE_CHECKING:
    from kiosk.domain.devices import DeviceState
    from kiosk.domain.readiness_facts import Disk
    from kiosk.domain.staff import Right
    from kiosk.operations.sync import SyncReport
    from kiosk.ui.conductor import Conductor, Factories
    from kiosk.ui.header.view import Header
    from kiosk.ui.screen import Screen
    from kiosk.ui.screens.gate.view import GateView
    from kiosk.ui.tone import Tone
    from kiosk.ui.whole_desk import WholeDesk

_CLOCK_MS = 1_000


class MainWindow(QMainWindow):
    """The kiosk's one window. A scan works on every screen.

    It comes in three steps, so that each is seen before the next one is waited for: an outline of
    the gate, the gate itself (`furnish`), and the desk that the screens work at (`start`).

    `now` gives UTC milliseconds for the clock; `name_fades_after_ms` is the gate's own time unless
    given.
    """

    header: Header
    gate: GateView

    def __init__(
        self,
        *,
        now: Callable[[], int],
        name_fades_after_ms: int | None = None,
    ) -> None:
        super().__init__()
        self._now = now
        self._name_fades_after_ms = name_fades_after_ms
        self._conductor: Conductor | None = None
        self._early: list[Callable[[Conductor], None]] = []
        self._furnished = False
        self._stack = QStackedWidget()
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)

    def furnish(self) -> None:
        """Puts the header and the gate into the window; once is enough."""
        if self._furnished:
            return
        self._furnished = True
        from PySide6.QtCore import Qt

        from kiosk.ui.header.view import Header
        from kiosk.ui.screens.gate.state import GateState
        from kiosk.ui.screens.gate.view import NAME_FADES_AFTER_MS, GateView

        self.setWindowTitle(self.tr("Kiosk"))
        self.header = Header()
        self.gate = GateView(self._name_fades_after_ms or NAME_FADES_AFTER_MS)
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stack.addWidget(self.gate)
        whole = QWidget()
        whole.setLayout(column(self.header, self._stack))
        self.setCentralWidget(whole)
        whole.show()  # now, not when the event loop comes to it
        self._stack.setFocus()
        self.gate.show_state(GateState())
        self.header.screen_wanted.connect(self.show_screen)

    def start(
        self,
        desk: WholeDesk,
        *,
        more: Factories | None = None,
        asks_who: bool = True,
        sound: Callable[[Tone], None] = lambda _: None,
    ) -> None:
        """Brings the window to life with the desk that its screens work at.

        `more` makes screens that need other parts of the program than the desk. `asks_who`: where
        there is a staff list, somebody is asked to sign in before anything else.
        """
        from kiosk.ui.conductor import Conductor
        from kiosk.ui.screens.factories import factories

        self.furnish()
        self._conductor = Conductor(
            desk,
            header=self.header,
            gate=self.gate,
            factories={**factories(), **(more or {})},
            turn_to=self._turn_to,
            asks_who=asks_who,
            sound=sound,
        )
        self._conductor.listen(self._show_time)
        self._clock.start()
        self.refresh()
        for deed in self._early:
            deed(self._conductor)

    def view_of(self, screen: Screen) -> Any:
        """A screen's view, once there is a desk. Raises LookupError before."""
        if self._conductor is None:
            raise LookupError(screen)
        return self._conductor.part(screen).view

    def scan(self, text: str, source: str, *, leaving: bool = False) -> None:
        """Takes a scan, whatever is on the screen; the header says what it does.

        `leaving`: it came from a scanner at the way out. One that comes before the desk is there
        waits for it.
        """
        self._once_there(lambda conductor: conductor.scan(text, source, leaving=leaving))

    def ask_for(self, right: Right, then: Callable[[], object]) -> None:
        """Has somebody with a right sign in before something is done."""
        if self._conductor is None:
            then()
        else:
            self._conductor.ask_for(right, then)

    def listen(self, listener: Callable[[], None]) -> None:
        """Calls the listener whenever the counts were read again: after each record."""
        if self._conductor is not None:
            self._conductor.listen(listener)

    def count_all(self) -> None:
        """Answers a group's count, if one is asked for, with all who are still awaited."""
        if self._conductor is not None:
            self._conductor.count_all()

    def idle(self) -> None:
        """Nobody touched the kiosk for a while."""
        if self._conductor is not None:
            self._conductor.idle()

    def attended(self) -> None:
        """Somebody is there again."""
        if self._conductor is not None:
            self._conductor.attended()

    def refresh(self) -> None:
        """Reads counts, latest scans and pending records again: after anything was recorded."""
        if self._conductor is not None:
            self._conductor.refresh()

    def exchanging(self) -> None:
        """Shows that an exchange with the server is under way, if it takes long."""
        self._once_there(lambda conductor: conductor.exchanging())

    def scanners(self, states: Iterable[DeviceState]) -> None:
        """Shows how the scanners do: one that is gone is looked for."""
        self._once_there(lambda conductor: conductor.scanners(states))

    def disk(self, disk: Disk | None) -> None:
        """Shows when the room where the data lie becomes short; None is not known."""
        self._once_there(lambda conductor: conductor.disk(disk))

    def synced(self, report: SyncReport) -> None:
        """Shows how an exchange with the server went."""
        if self._conductor is not None:
            self._conductor.synced(report)

    def mended(self) -> None:
        """Shows that a damaged data file was set aside and a new journal begun."""
        self._once_there(lambda conductor: conductor.mended())

    def show_screen(self, screen: Screen) -> None:
        """Changes to a screen; the trials and the closing page are read anew."""
        if self._conductor is not None:
            self._conductor.show_screen(screen)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Until the window is furnished, shows where the header and the stage will be."""
        super().paintEvent(event)
        if not self._furnished:
            paint_outline(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if self._conductor is None or not self._conductor.take_key(event):
            super().keyPressEvent(event)

    def _once_there(self, deed: Callable[[Conductor], None]) -> None:
        """Does something now, or as soon as the window has its desk."""
        if self._conductor is None:
            self._early.append(deed)
        else:
            deed(self._conductor)

    def _turn_to(self, view: QWidget) -> None:
        if self._stack.indexOf(view) < 0:
            settle(view)
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _show_time(self) -> None:
        if self._conductor is None:
            return
        now, site = self._now(), self._conductor.site
        self._conductor.passed(now)
        if site is not None:
            self.header.show_time(f"{site.local(now):%H:%M}")
