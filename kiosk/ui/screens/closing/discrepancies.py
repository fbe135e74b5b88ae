"""What does not fit together, in pills that open into their lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.closing import wording
from kiosk.ui.screens.closing.findings import DoubleEntry, Findings
from kiosk.ui.screens.closing.state import Page
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import clear_away, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.scrolled import scrolled
from kiosk.ui.widgets.text import label

Lines = Iterable[tuple[str, str]]
"""Titles, each with what is said below it."""

UNCOUNTED, DOUBLES, COPIES, OVERRIDES = "uncounted", "doubles", "copies", "overrides"


class Discrepancies(QScrollArea):
    """One list is open at a time; at first that of the groups, which can still be counted."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = scrolled(self)
        self._open = UNCOUNTED
        self.pills: dict[str, QPushButton] = {}
        self.lists: dict[str, QWidget] = {}

    def show_page(self, page: Page) -> None:
        clear_away(self._inside)
        self.pills, self.lists = {}, {}
        self._inside.setSpacing(SIZES["s3"])
        self._inside.addWidget(label("h2", self.tr("Discrepancies")))
        for device in page.devices:
            if device.doubled:
                self._inside.addWidget(label("warning", wording.doubled(device), wrap=True))
        self._add_findings(page.findings)
        if not (page.findings.any or any(d.doubled for d in page.devices)):
            self._inside.addWidget(label("lab", self.tr("None"), wrap=True))
        self._inside.addStretch(1)

    def _add_findings(self, found: Findings) -> None:
        plurals = Plurals()
        if found.uncounted:
            words = plurals.groups_uncounted(len(found.uncounted))
            lines = map(wording.uncounted, found.uncounted)
            self._add_list(UNCOUNTED, words, Tone.HEED, lines, wording.count_it())
        if found.doubles:
            words = plurals.entered_twice(len(found.doubles))
            self._add_list(DOUBLES, words, Tone.HEED, _doubles(found.doubles))
        if found.trials_without_entry:
            words = plurals.trials_without_entry(found.trials_without_entry)
            self._inside.addWidget(Pill(words, Tone.ASK))
        if found.copies:
            words = plurals.copies_reported(len(found.copies))
            self._add_list(COPIES, words, Tone.ASK, map(wording.decision, found.copies))
        if found.overrides:
            words = plurals.overrides(len(found.overrides))
            self._add_list(OVERRIDES, words, Tone.ASK, map(wording.decision, found.overrides))

    def _add_list(self, key: str, words: str, tone: Tone, lines: Lines, todo: str = "") -> None:
        pill = self.pills[key] = QPushButton(f"{words} ▾")
        pill.setObjectName("pill")
        pill.setProperty("tone", tone.value)
        pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pill.setAccessibleName(words)
        pill.clicked.connect(self._turner(key))
        below = self.lists[key] = _list(lines, todo)
        below.setVisible(self._open == key)
        self._inside.addLayout(row(pill, None))
        self._inside.addWidget(below)

    def _turner(self, key: str) -> Callable[[], None]:
        return lambda: self._turn(key)

    def _turn(self, key: str) -> None:
        self._open = "" if self._open == key else key
        for name, below in self.lists.items():
            below.setVisible(name == self._open)


def _doubles(doubles: Iterable[DoubleEntry]) -> Lines:
    for double in doubles:
        entries = "\n".join(wording.place(entry) for entry in double.entries)
        yield wording.ticket_title(double), entries


def _list(lines: Lines, todo: str) -> QWidget:
    holder = QWidget()
    holder.setObjectName("clear")
    inside = column(spacing=2)
    if todo:
        inside.addWidget(label("warning", todo, wrap=True))
    for title, about in lines:
        inside.addWidget(label("name", title, wrap=True))
        inside.addWidget(label("lab", about, wrap=True))
    holder.setLayout(inside)
    return holder
