"""How many have come: at this kiosk, and at the whole site as of a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.bar import Bar
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import number


class CountsCard(QWidget):
    """Numbers that say what they count and as of when."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._here = label("count")
        self._site_label = label("lab")
        self._site = Pill()
        self._bar = Bar()
        captions = row(label("lab", self.tr("This kiosk")), None, self._site_label)
        figures = row(self._here, None, self._site)
        figures.setAlignment(self._site, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(card(column(captions, figures, self._bar, spacing=4))))

    def show_counts(self, this_kiosk: int, site: int, expected: int, as_of: str) -> None:
        """`as_of` is a time, or empty before the other kiosks' records ever came."""
        self._here.setText(number(this_kiosk))
        self._here.setAccessibleName(self.tr("This kiosk: {count}").format(count=this_kiosk))
        if as_of:
            self._site_label.setText(self.tr("Site as of {time}").format(time=as_of))
        else:
            self._site_label.setText(self.tr("Site, as far as known"))
        known = self.tr("{count} of {expected}")
        self._site.show_words(known.format(count=number(site), expected=number(expected)))
        self._bar.show_part(site, expected)
