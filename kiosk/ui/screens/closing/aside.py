"""The day in figures, and when people came."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kiosk.ui.screens.closing.state import Page
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.bar import BarChart
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import number

_WIDTH = 350
_CHART_HEIGHT = 260


class Aside(QWidget):
    """Two cards beside the closing page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setFixedWidth(_WIDTH)
        self._complete = Pill()
        self._figures: list[QLabel] = []
        self._chart = BarChart()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
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
            figure = label("figure" if index < 2 else "number")
            figure.setAccessibleName(caption)
            self._figures.append(figure)
            cell = column(label("lab", caption, wrap=True), figure, None)
            grid.addLayout(cell, index // 2, index % 2)
        heading = row(label("h2", self.tr("The day's figures")), None, self._complete)
        totals = card(column(heading, grid, spacing=10))
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
        self._chart.show_bars(page.arrivals if page else ())


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
        number(totals.unique),
        number(totals.trials_completed),
        number(totals.pupils),
        number(totals.in_groups),
        f"{number(totals.parents)} / {number(totals.teachers)}",
        number(totals.guests),
    ]
