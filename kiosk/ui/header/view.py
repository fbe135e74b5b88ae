"""The header as it is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy

from kiosk.ui.header.presenter import HeaderState
from kiosk.ui.header.wording import network_chip, worry_chip
from kiosk.ui.screen import ScanMeans, Screen
from kiosk.ui.theme.fonts import tabular
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import HEADER_HEIGHT, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import Elided, label
from kiosk.ui.wording import failure_chip

_TRIAL_WIDTH = 130
"""A trial's title is written out on its own screen."""
_LEAST_TRIAL_WIDTH = 36
"""So little of it is left where an ended day and a worry are told of as well."""


class Header(QFrame):
    """Site, navigation, what a scan does, network, operator, time."""

    screen_wanted = Signal(Screen)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEADER_HEIGHT)
        self._site = Elided("name")
        self._entrance = label("lab")
        self._mode = QLabel()
        self._mode.setObjectName("mode")
        self._mode.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._day_ended = Pill(shape="chip")
        self._worry = Pill(shape="chip")
        self._network = Pill(shape="chip")
        self._operator = QPushButton()
        self._operator.setObjectName("who-works")
        self._operator.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._operator.clicked.connect(lambda: self.screen_wanted.emit(Screen.SIGN_IN))
        self._clock = QLabel()
        self._clock.setObjectName("clock")
        self._clock.setFont(tabular(self._clock.font()))
        self._tabs = {
            Screen.GATE: self._tab(Screen.GATE, self.tr("Entrance")),
            Screen.TRIALS: self._tab(Screen.TRIALS, self.tr("Trials")),
            Screen.CLOSING: self._tab(Screen.CLOSING, self.tr("Site")),
            Screen.MENU: self._tab(Screen.MENU, "⋯"),
        }
        self._tabs[Screen.MENU].setAccessibleName(self.tr("More"))
        group = QButtonGroup(self)
        for tab in self._tabs.values():
            group.addButton(tab)
        tabs = row(*self._tabs.values(), spacing=2)
        layout = row(self._site, self._entrance, tabs, self._mode, self._day_ended, None)
        for part in (self._worry, self._network, self._operator, self._clock):
            layout.addWidget(part)
        layout.setContentsMargins(20, 0, 20, 0)
        self.setLayout(layout)
        self.show_state(HeaderState())

    def show_state(self, state: HeaderState) -> None:
        self._site.setText(state.site or self.tr("Kiosk"))
        self._entrance.setText(state.entrance)
        self._entrance.setVisible(bool(state.entrance))
        lit = state.screen if state.screen in self._tabs else Screen.MENU
        for screen, tab in self._tabs.items():
            tab.setVisible(state.enrolled and screen in state.tabs)
            tab.setChecked(screen is lit)
        self._mode.setText(self._scan_means(state))
        self._show_chips(state)
        self._show_operator(state)

    def _show_operator(self, state: HeaderState) -> None:
        words = whole = state.operator or self.tr("Sign in")
        if state.locked:
            words, whole = self.tr("Locked"), self.tr("{operator} · locked").format(operator=whole)
        self._operator.setText(words)
        self._operator.setAccessibleName(whole)
        self._operator.setToolTip(whole if whole != words else "")
        self._operator.setEnabled(state.listed)
        self._operator.setVisible(state.enrolled and (state.listed or bool(state.operator)))

    def show_time(self, text: str) -> None:
        self._clock.setText(text)

    def _scan_means(self, state: HeaderState) -> str:
        metrics, right = self._mode.fontMetrics(), Qt.TextElideMode.ElideRight
        crowded = state.day_ended and state.worry is not None
        width = _LEAST_TRIAL_WIDTH if crowded else _TRIAL_WIDTH
        trial = metrics.elidedText(state.trial.upper(), right, width)
        words = {
            ScanMeans.ARRIVAL: self.tr("SCAN = ENTRANCE"),
            ScanMeans.DEPARTURE: self.tr("SCAN = EXIT"),
            ScanMeans.TRIAL: self.tr("SCAN = TRIAL: {trial}").format(trial=trial),
            ScanMeans.ENROLMENT: self.tr("SCAN = CONNECTION CODE"),
            ScanMeans.TEST: self.tr("SCAN = TEST"),
            ScanMeans.BRIEFING: self.tr("SCAN = BRIEFING"),
            ScanMeans.PAPER: self.tr("SCAN = FROM PAPER"),
        }
        return words[state.scan_means]

    def _show_chips(self, state: HeaderState) -> None:
        self._day_ended.show_words(self.tr("day ended") if state.day_ended else "")
        self._worry.show_words(worry_chip(state.worry) if state.worry else "", Tone.HEED)
        if state.failure is not None:
            self._network.show_words(failure_chip(state.failure), Tone.HEED)
        elif not state.enrolled:
            self._network.show_words("")
        else:
            self._network.show_words(network_chip(state))

    def _tab(self, screen: Screen, text: str) -> QPushButton:
        tab = QPushButton(text)
        tab.setObjectName("nav")
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.setAccessibleName(text)
        tab.clicked.connect(lambda: self.screen_wanted.emit(screen))
        return tab
