"""The trial station as it is seen: the trial at the left, the people at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedLayout, QWidget

from kiosk.domain.trials import Outcome
from kiosk.ui.screens.trials.presenter import TrialChoice, TrialsState
from kiosk.ui.screens.trials.rows import PersonLine, TrialButton
from kiosk.ui.theme.state import put_state
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.bar import Bar
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import GUTTER, card, clear_away, column, row
from kiosk.ui.widgets.mark import VerdictMark
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label
from kiosk.ui.wording import failure_sentence, number

_CARD_WIDTH = 290
_CHOICE_COLUMNS = 2


class TrialsView(QWidget):
    """Paints a TrialsState, and tells what was chosen and pressed."""

    chosen = Signal(str)
    another_wanted = Signal()
    pressed = Signal(int, Outcome)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._lines: dict[int, PersonLine] = {}
        self._choices: tuple[TrialChoice, ...] = ()
        self.another = Button(self.tr("Another trial"))
        self.another.clicked.connect(self.another_wanted)
        self._pages = QStackedLayout(self)
        self._choosing, self._station = self._choice_page(), self._station_page()
        self._pages.addWidget(self._choosing)
        self._pages.addWidget(self._station)

    def show_state(self, state: TrialsState) -> None:
        self._pages.setCurrentWidget(self._choosing if state.trial is None else self._station)
        if state.trial is None:
            self._show_choices(state)
        else:
            self._show_trial(state, state.trial)
            self._show_people(state)

    def take_key(self, _event: QKeyEvent) -> bool:
        """No key means anything here."""
        return False

    def line(self, ticket: int) -> PersonLine:
        """The line of a ticket. Raises KeyError."""
        return self._lines[ticket]

    def _choice_page(self) -> QWidget:
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        self._no_choice = label("lead", self.tr("This site's list has no trials yet"), wrap=True)
        title = label("title", self.tr("Which trial is held here?"))
        inside = column(title, self._no_choice, self._grid, None, spacing=18)
        return _page(card(inside, padding=32))

    def _station_page(self) -> QWidget:
        self._title = label("title", wrap=True)
        self._about = label("lab", wrap=True)
        self._heads = label("count")
        self._places = label("lab")
        self._bar = Bar()
        self._not_entered = label("row")
        self._warning = QWidget()
        self._warning.setObjectName("clear")
        self._warning.setLayout(row(VerdictMark(22, Tone.HEED), self._not_entered, None))
        figures = row(self._heads, None, self._places)
        figures.setAlignment(self._places, Qt.AlignmentFlag.AlignBottom)
        caption = label("lab", self.tr("Professional trial"))
        facts = column(
            caption, self._title, self._about, figures, self._bar, self._warning, spacing=6
        )
        facts.insertSpacing(5, 10)
        facts.insertSpacing(3, 10)
        about = card(column(facts, None, self.another))
        about.setFixedWidth(_CARD_WIDTH)
        page = _page(about)
        layout = page.layout()
        if layout is not None:
            layout.addWidget(self._people_card())
        return page

    def _people_card(self) -> QWidget:
        self._heading = label("h2", self.tr("Scan a ticket, and the person appears here"))
        self._saved = Pill()
        self._refused = label("warning", wrap=True)
        self._people = column()
        self._people.addStretch(1)
        holder = QWidget()
        holder.setObjectName("clear")
        holder.setLayout(self._people)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        inside = column(row(self._heading, None, self._saved), self._refused, spacing=4)
        inside.addWidget(scroll, 1)
        return card(inside)

    def _show_choices(self, state: TrialsState) -> None:
        self._no_choice.setVisible(not state.choices)
        if state.choices == self._choices:
            return
        self._choices = state.choices
        clear_away(self._grid)
        for index, trial in enumerate(state.choices):
            button = TrialButton(trial)
            button.chosen.connect(self.chosen)
            self._grid.addWidget(button, index // _CHOICE_COLUMNS, index % _CHOICE_COLUMNS)

    def _show_trial(self, state: TrialsState, trial: TrialChoice) -> None:
        self._title.setText(trial.title)
        start = self.tr("starts at {time}").format(time=trial.start)
        self._about.setText(f"{trial.okso} · {trial.level}\n{start}")
        self._heads.setText(number(state.heads))
        self._places.setText(self.tr("of {places} places").format(places=trial.places))
        put_state(self._places, role="warning" if state.overfull else "lab")
        tone = Tone.HEED if state.overfull else Tone.IDLE
        self._bar.show_part(state.heads, trial.places, tone)
        self._warning.setVisible(state.not_entered > 0)
        self._not_entered.setText(
            self.tr("{count} without an entry").format(count=state.not_entered)
        )

    def _show_people(self, state: TrialsState) -> None:
        self._saved.show_words(self.tr("saved {count}").format(count=number(state.saved)))
        self._refused.setVisible(state.refused is not None)
        if state.refused is not None:
            advice = self.tr("Scan again, or send the visitor to the entrance")
            self._refused.setText(f"{failure_sentence(state.refused)}. {advice}")
        for ticket in self._lines.keys() - {r.ticket for r in state.rows}:
            gone = self._lines.pop(ticket)
            self._people.removeWidget(gone)
            gone.deleteLater()
        for index, person in enumerate(state.rows):
            line = self._lines.get(person.ticket)
            if line is None:
                line = self._lines[person.ticket] = PersonLine(person.ticket)
                line.pressed.connect(self.pressed)
            line.show_person(person, in_short=state.unattended)
            if self._people.indexOf(line) != index:
                self._people.insertWidget(index, line)


def _page(inside: QWidget) -> QWidget:
    page = QWidget()
    page.setObjectName("clear")
    layout = row(spacing=GUTTER)
    layout.setContentsMargins(GUTTER, GUTTER, GUTTER, GUTTER)
    layout.addWidget(inside)
    page.setLayout(layout)
    return page
