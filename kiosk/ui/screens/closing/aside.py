"""The day in figures, and when people came."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kiosk.ui.screens.closing.state import Figure, Page
from kiosk.ui.screens.closing.wording import besides, from_paper
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.bar import BarChart
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import number

_WIDTH = 350
_CHART_HEIGHT = 260
_PADDING = 20


class Aside(QWidget):
    """Two cards beside the closing page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFixedWidth(_WIDTH)
        self._complete = Pill()
        self._figures: list[QLabel] = []
        self._paper: list[QLabel] = []
        self._besides = label("lab", wrap=True)
        self._chart = BarChart()
        heading = row(label("h2", self.tr("The day's figures")), None, self._complete)
        totals = card(column(heading, self._grid(), self._besides, spacing=10), _PADDING)
        self._chart.setMaximumHeight(_CHART_HEIGHT)
        chart = column(label("h2", self.tr("Arrivals by time")), spacing=18)
        chart.addWidget(self._chart, 1)
        chart.addStretch()
        layout = column(totals, spacing=14)
        layout.addWidget(card(chart), 1)
        self.setLayout(layout)

    def show_page(self, page: Page | None) -> None:
        self._complete.show_words(*_complete(page, self.tr("complete"), self.tr("incomplete")))
        for figure, text in zip(self._figures, _texts(page), strict=True):
            figure.setText(text)
        for paper, of in zip(self._paper, _figures(page), strict=True):
            paper.setText(from_paper(of) if of else "")
            paper.setVisible(bool(paper.text()))
        self._besides.setText(besides(page) if page else "")
        self._besides.setVisible(bool(self._besides.text()))
        self._chart.show_bars(page.arrivals if page else ())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        captions = (
            self.tr("Unique people"),
            self.tr("Trials completed"),
            self.tr("Pupils alone"),
            self.tr("In groups"),
            self.tr("Parents / teachers"),
            self.tr("Guests"),
        )
        for index, caption in enumerate(captions):
            figure, paper = label("figure" if index < 2 else "number"), label("lab")
            figure.setAccessibleName(caption)
            self._figures.append(figure)
            self._paper.append(paper)
            cell = column(label("lab", caption, wrap=True), figure, paper, None)
            grid.addLayout(cell, index // 2, index % 2)
        return grid


def _complete(page: Page | None, complete: str, incomplete: str) -> tuple[str, Tone]:
    if page is None:
        return "", Tone.IDLE
    whole = page.devices and not page.failure and not page.in_the_way and not page.excused
    return (complete, Tone.GO) if whole else (incomplete, Tone.HEED)


def _texts(page: Page | None) -> list[str]:
    if page is None:
        return ["–"] * 6
    totals = page.totals
    return [
        number(totals.unique.heads),
        number(totals.trials_completed),
        number(totals.pupils.heads),
        number(totals.in_groups.heads),
        f"{number(totals.parents.heads)} / {number(totals.teachers.heads)}",
        number(totals.guests.heads),
    ]


def _figures(page: Page | None) -> list[Figure | None]:
    """The figures with heads in them, in the places of the grid."""
    if page is None:
        return [None] * 6
    totals = page.totals
    grown_up = Figure(
        totals.parents.heads + totals.teachers.heads, totals.parents.paper + totals.teachers.paper
    )
    return [totals.unique, None, totals.pupils, totals.in_groups, grown_up, totals.guests]
