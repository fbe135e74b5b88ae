"""How many have come: at this kiosk, and at the whole site as of a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui.tone import Tone
from kiosk.ui.widgets.bar import Bar
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import number

_MOST_MARKS = 3


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
        self._marks = [Pill() for _ in range(_MOST_MARKS)]
        marks = row(*self._marks, None, spacing=4)
        self.setLayout(column(card(column(captions, figures, self._bar, marks, spacing=4))))
        self.show_marks(inside=None, paper=0, uncounted=0)

    def show_marks(self, *, inside: int | None, paper: int, uncounted: int) -> None:
        """What else the counts have to say; `inside` is None where exits are not tracked."""
        marks: list[tuple[str, Tone]] = []
        if uncounted:
            marks.append((self.tr("not counted: {n}").format(n=number(uncounted)), Tone.HEED))
        if inside is not None:
            marks.append((self.tr("inside: {n}").format(n=number(inside)), Tone.IDLE))
        if paper:
            marks.append((self.tr("paper: {n}").format(n=number(paper)), Tone.IDLE))
        for index, pill in enumerate(self._marks):
            pill.show_words(*(marks[index] if index < len(marks) else ("", Tone.IDLE)))
        self._bar.setVisible(not marks)  # there is room for one of them on a small screen

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
