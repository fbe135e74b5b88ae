"""The screens brought together: which one is shown, where a scan goes, who may see what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.badges import is_badge
from kiosk.domain.programme import Site
from kiosk.domain.staff import Right
from kiosk.ui.crew import Crew
from kiosk.ui.entrance import Entrance
from kiosk.ui.header.presenter import HeaderPresenter
from kiosk.ui.header.view import Header
from kiosk.ui.screen import ScanMeans, Screen
from kiosk.ui.screens.gate.state import GateState, Stage
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.surroundings import Surroundings
from kiosk.ui.tone import Tone
from kiosk.ui.whole_desk import WholeDesk

if TYPE_CHECKING:
    from kiosk.domain.devices import DeviceState
    from kiosk.domain.readiness_facts import Disk
    from kiosk.operations.staff import Operator
    from kiosk.operations.sync import SyncReport

Part = ScreenPart[Any]
Factories = Mapping[Screen, Callable[["Conductor"], Part]]
"""How each screen is made when it is needed first."""

_COUNTS_AFTER_MS = 50
"""The counts and the list beside a verdict follow so much after it; while scans come faster than
that, they wait."""

NEEDS = {
    Screen.TRIALS: Right.TRIALS,
    Screen.CLOSING: Right.CLOSING,
    Screen.START_DAY: Right.CLOSING,
    Screen.GATE: Right.GATE,
    Screen.SETTINGS: Right.SETTINGS,
}
"""The right that a screen is for; the others are open to everybody."""


class Conductor:
    """`turn_to` brings a screen's view to the front, `sound` plays a tone's sound.

    `asks_who`: where there is a staff list, somebody is asked to sign in before anything else; else
    there is one role, whatever the list says.
    """

    def __init__(
        self,
        desk: WholeDesk,
        *,
        header: Header,
        gate: GateView,
        factories: Factories,
        turn_to: Callable[[QWidget], None],
        asks_who: bool = True,
        sound: Callable[[Tone], None] = lambda _: None,
    ) -> None:
        self.desk = desk
        self._factories = factories
        self._turn_to = turn_to
        self._asks_who = asks_who
        self._asked_for: tuple[Right, Callable[[], object]] | None = None
        self._screen = Screen.GATE
        self._parts: dict[Screen, Part] = {Screen.GATE: ScreenPart(gate)}
        self._looked = False
        later = QTimer(gate, singleShot=True, interval=_COUNTS_AFTER_MS)
        self.surroundings = Surroundings(desk, later.start)
        later.timeout.connect(self.surroundings.refresh)
        self.crew = Crew()
        self._header = HeaderPresenter(self.surroundings, header.show_state)
        self._entrance = Entrance(
            desk,
            self.surroundings,
            self.crew,
            gate,
            shown=self._gate_shown,
            sound=sound,
            front=self._show_gate,
        )
        gate.close_wanted.connect(self._leave_answer)
        self.surroundings.listen(self._look_around)
        self.crew.listen(self._crew_changed)
        self.show_screen(Screen.GATE)
        self._ask_staff()

    @property
    def site(self) -> Site | None:
        """The kiosk's site, once it is known."""
        return self.surroundings.site()

    def part(self, screen: Screen) -> Part:
        """A screen; it is made when it is needed first."""
        if screen not in self._parts:
            self._parts[screen] = self._factories[screen](self)
        return self._parts[screen]

    def has(self, screen: Screen) -> bool:
        """Whether the kiosk has this screen: not each has scanners to test."""
        return screen in self._parts or screen in self._factories

    def listen(self, listener: Callable[[], None]) -> None:
        """Calls the listener whenever the surroundings were read again."""
        self.surroundings.listen(listener)

    def scan(self, text: str, source: str, *, leaving: bool = False) -> None:
        """A badge signs in on every screen; what no screen takes is the gate's.

        `leaving`: whoever goes out past a scanner of its own takes part in no trial just then.
        """
        part = self.part(self._screen)
        passes_by = leaving and part.scan_means is ScanMeans.TRIAL
        if is_badge(text):
            self.show_screen(Screen.SIGN_IN)
            self.part(Screen.SIGN_IN).scan(text, source)
        elif passes_by or not part.scan(text, source):
            self._show(Screen.GATE)
            self._entrance.scan(text, source, leaving=leaving)

    def refresh(self) -> None:
        self.surroundings.refresh()

    def mended(self) -> None:
        self._header.mended()

    def passed(self, now_ms: int) -> None:
        """Time has come to UTC milliseconds."""
        self._header.at(now_ms)

    def exchanging(self) -> None:
        """An exchange with the server has begun."""
        self._header.exchanging()

    def scanners(self, states: Iterable[DeviceState]) -> None:
        """How the scanners do now."""
        self._header.scanners(states)

    def disk(self, disk: Disk | None) -> None:
        """How much room there is where the data lie."""
        self._header.disk(disk)

    def synced(self, report: SyncReport) -> None:
        self._header.synced(report)
        self._ask_staff()
        self.refresh()

    def take_key(self, event: QKeyEvent) -> bool:
        """Gives a key to the screen that is shown; whether it meant something there."""
        return self.part(self._screen).take_key(event)

    def show_screen(self, screen: Screen) -> None:
        """Changes to a screen; who may not see it is asked to sign in."""
        self._show(screen if self.may_open(screen) else Screen.SIGN_IN)

    def may_open(self, screen: Screen) -> bool:
        """Whether whoever works the kiosk may see a screen."""
        return screen not in NEEDS or self.crew.may(NEEDS[screen])

    def leave(self) -> None:
        """Back to the screen that whoever works the kiosk works at."""
        trials_only = self.crew.may(Right.TRIALS) and not self.crew.may(Right.GATE)
        self._show(Screen.TRIALS if trials_only else Screen.GATE)

    def tell_header(self) -> None:
        """Says what a scan does now."""
        part = self.part(self._screen)
        means = part.scan_means
        if means is ScanMeans.ARRIVAL and self._entrance.gate.state.leaving:
            means = ScanMeans.DEPARTURE
        self._header.on_screen(self._screen, means, part.scan_subject)

    def count_all(self) -> None:
        """Answers a group's count, if one is asked for, with all who are still awaited."""
        self._entrance.count_all()

    def idle(self) -> None:
        """Nobody touched the kiosk for a while: names and the manager's screens are put away."""
        self._entrance.put_away()
        self.part(self._screen).put_away()
        self.crew.lock()
        if not self.may_open(self._screen):
            self._show(Screen.GATE)

    def attended(self) -> None:
        """Somebody is there again."""
        self.part(self._screen).come_back()

    def day_started(self) -> None:
        """What was scanned before is history: the gate begins anew."""
        self._entrance.begin_anew()
        self.surroundings.refresh_later()

    def practise(self) -> None:
        """Opens practice instead of the kiosk."""
        self.desk.start_practice(_nothing, _nothing)

    def ask_for(self, right: Right, then: Callable[[], object]) -> None:
        """Has somebody with a right sign in before something is done; without a list it is done."""
        if not self.crew.listed:
            then()
            return
        self._asked_for = (right, then)
        self._show(Screen.SIGN_IN)

    def signed_in(self, operator: Operator) -> None:
        """Somebody works the kiosk from now on."""
        self.crew.signed_in(operator)
        asked, self._asked_for = self._asked_for, None
        if asked is not None and self.crew.may(asked[0]):
            asked[1]()
            return
        self.leave()

    def _show(self, screen: Screen) -> None:
        arrived = screen is not self._screen
        if arrived and self._screen is Screen.GATE:
            self._entrance.turn_away()
        self._screen = screen
        if screen is not Screen.SIGN_IN:
            self._asked_for = None  # whoever signs in another time does not mean that
        part = self.part(screen)
        self._turn_to(part.view)
        self.tell_header()
        if arrived:
            part.open()

    def _show_gate(self) -> None:
        if self._screen is not Screen.GATE:
            self._show(Screen.GATE)

    def _gate_shown(self, state: GateState) -> None:
        lost = state.stage is Stage.NOT_RECORDED
        self._header.not_recorded(state.failure if lost else None)
        if self._screen is Screen.GATE:
            means = ScanMeans.DEPARTURE if state.leaving else ScanMeans.ARRIVAL
            self._header.on_screen(self._screen, means)

    def _look_around(self) -> None:
        overview = self.surroundings.overview
        if overview is None:
            return
        enrolled = overview.binding is not None
        if enrolled and self._screen is Screen.WELCOME:
            self._show(Screen.GATE)
        elif not enrolled and not self._looked:
            self._show(Screen.WELCOME)
        self._looked = True

    def _leave_answer(self) -> None:
        self._entrance.gate.close()
        overview = self.surroundings.overview
        if overview is not None and overview.binding is None:
            self._show(Screen.WELCOME)

    def _ask_staff(self) -> None:
        if self._asks_who:
            self.desk.staff(self._take_staff, _nothing)

    def _take_staff(self, people: list[Operator]) -> None:
        first = bool(people) and not self.crew.listed
        self.crew.has_list(bool(people))
        if first and self.crew.operator is None:
            self.desk.present(self._take_present, _nothing)

    def _take_present(self, operator: Operator | None) -> None:
        """Whoever signed in before the program was started again works on, but for the manager's
        part: who is there now has not shown who they are.
        """
        if operator is not None:
            self.crew.signed_in(operator)
            self.crew.lock()
        elif self._screen is Screen.GATE and self._entrance.rests:
            self._show(Screen.SIGN_IN)

    def _crew_changed(self) -> None:
        self._header.crew(
            operator=self.crew.short_name,
            listed=self.crew.listed,
            locked=self.crew.locked,
            tabs=frozenset(filter(self.may_open, Screen)),
        )


def _nothing(_answer: object) -> None:
    """The kiosk goes on as it was; the staff list is asked for again at the next exchange."""
