"""Presenters and views brought together: who hears what, and where a scan goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.domain.programme import Site
from kiosk.ui.desk import Desk
from kiosk.ui.header.presenter import HeaderPresenter, ScanMeans, Screen
from kiosk.ui.header.view import Header
from kiosk.ui.screens.closing.presenter import ClosingPresenter
from kiosk.ui.screens.closing.view import ClosingView
from kiosk.ui.screens.gate.presenter import GatePresenter
from kiosk.ui.screens.gate.state import GateState, Stage
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.screens.trials.presenter import TrialsPresenter, TrialsState
from kiosk.ui.screens.trials.view import TrialsView
from kiosk.ui.screens.welcome.presenter import WelcomePresenter, WelcomeState
from kiosk.ui.screens.welcome.view import WelcomeView
from kiosk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from kiosk.operations.sync import SyncReport

_COUNTS_AFTER_MS = 50
"""The counts and the list beside a verdict follow so much after it; while scans come faster than
that, they wait."""


class Conductor:
    """One presenter a screen. `turn_to` brings a screen to the front."""

    def __init__(
        self,
        desk: Desk,
        *,
        header: Header,
        gate: GateView,
        trials: TrialsView,
        closing: ClosingView,
        welcome: WelcomeView,
        turn_to: Callable[[Screen], None],
        operator: str,
    ) -> None:
        self._turn_to = turn_to
        self._screen = Screen.GATE
        self._looked = False
        self._gate_view, self._trials_view, self._welcome_view = gate, trials, welcome
        later = QTimer(gate, singleShot=True, interval=_COUNTS_AFTER_MS)
        self._surroundings = Surroundings(desk, later.start)
        later.timeout.connect(self._surroundings.refresh)
        self._header = HeaderPresenter(self._surroundings, header.show_state, operator)
        self._gate = GatePresenter(desk, self._surroundings, self._show_gate)
        self._trials = TrialsPresenter(desk, self._surroundings, self._show_trials)
        self._closing = ClosingPresenter(desk, self._surroundings, closing.show_state)
        self._welcome = WelcomePresenter(desk, self._surroundings, self._show_welcome)
        self._surroundings.listen(self._look_around)
        self._connect_gate(gate)
        self._connect_trials(trials)
        self._connect_closing(closing)
        self._connect_welcome(welcome)
        self.show_screen(Screen.GATE)

    @property
    def site(self) -> Site | None:
        """The kiosk's site, once it is known."""
        overview = self._surroundings.overview
        return overview.site if overview is not None else None

    def listen(self, listener: Callable[[], None]) -> None:
        """Calls the listener whenever the surroundings were read again."""
        self._surroundings.listen(listener)

    def scan(self, text: str, source: str) -> None:
        match self._scan_means():
            case ScanMeans.TRIAL:
                self._trials.scan(text, source)
            case ScanMeans.ENROLMENT:
                self._welcome.enrol(text)
            case _:
                self.show_screen(Screen.GATE)
                self._gate.scan(text, source)

    def refresh(self) -> None:
        self._surroundings.refresh()

    def mended(self) -> None:
        self._header.mended()

    def synced(self, report: SyncReport) -> None:
        self._header.synced(report)
        self.refresh()

    def show_screen(self, screen: Screen) -> None:
        arrived = screen is not self._screen
        self._screen = screen
        self._turn_to(screen)
        self._tell_header()
        if arrived and screen is Screen.TRIALS:
            self._trials.open()
        if arrived and screen is Screen.CLOSING:
            self._closing.open()

    def _scan_means(self) -> ScanMeans:
        if self._screen is Screen.TRIALS and self._trials.state.trial is not None:
            return ScanMeans.TRIAL
        if self._screen is Screen.WELCOME and self._welcome.state.connecting:
            return ScanMeans.ENROLMENT
        return ScanMeans.ARRIVAL

    def _tell_header(self) -> None:
        trial = self._trials.state.trial
        self._header.on_screen(self._screen, self._scan_means(), trial.title if trial else "")

    def _show_gate(self, state: GateState) -> None:
        self._gate_view.show_state(state)
        lost = state.stage is Stage.NOT_RECORDED
        self._header.not_recorded(state.failure if lost else None)

    def _show_trials(self, state: TrialsState) -> None:
        self._trials_view.show_state(state)
        self._tell_header()

    def _show_welcome(self, state: WelcomeState) -> None:
        self._welcome_view.show_state(state)
        self._tell_header()

    def _look_around(self) -> None:
        overview = self._surroundings.overview
        if overview is None:
            return
        enrolled = overview.binding is not None
        if enrolled and self._screen is Screen.WELCOME:
            self.show_screen(Screen.GATE)
        elif not enrolled and not self._looked:
            self.show_screen(Screen.WELCOME)
        self._looked = True

    def _leave_answer(self) -> None:
        self._gate.close()
        overview = self._surroundings.overview
        if overview is not None and overview.binding is None:
            self.show_screen(Screen.WELCOME)

    def _connect_gate(self, view: GateView) -> None:
        view.undo_wanted.connect(self._gate.undo)
        view.name_wanted.connect(self._gate.show_name)
        view.name_faded.connect(self._gate.hide_name)
        view.close_wanted.connect(self._leave_answer)
        view.code_wanted.connect(self._gate.start_code)
        view.digit_typed.connect(self._gate.digit)
        view.erase_wanted.connect(self._gate.backspace)
        view.enter_pressed.connect(self._gate.enter)

    def _connect_trials(self, view: TrialsView) -> None:
        view.chosen.connect(self._trials.choose)
        view.another_wanted.connect(self._trials.choose_another)
        view.pressed.connect(self._trials.press)

    def _connect_closing(self, view: ClosingView) -> None:
        view.refresh_wanted.connect(self._closing.open)
        view.end_wanted.connect(self._closing.end_day)
        view.close_day_wanted.connect(self._closing.close_day)
        view.without_wanted.connect(self._closing.ask_reason)
        view.reason_dropped.connect(self._closing.drop_reason)
        view.reason_given.connect(self._closing.close_without)
        view.head_seen.connect(self._closing.hide_head)
        view.proof_wanted.connect(self._closing.save_proof)

    def _connect_welcome(self, view: WelcomeView) -> None:
        view.connect_wanted.connect(self._welcome.connect)
        view.leave_wanted.connect(self._welcome.leave)
        view.enrol_wanted.connect(self._welcome.enrol)
        view.demo_wanted.connect(self._welcome.demo)
