"""A line of the trial's list, and a trial to choose."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kiosk.domain.tickets import TicketKind
from kiosk.domain.trials import Outcome
from kiosk.ui.holder import Holder
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.trials.presenter import TrialChoice, TrialRow
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.text import Elided, label
from kiosk.ui.wording import failure_chip, holder_label, kind_word

_LINE_HEIGHT = 88


class PersonLine(QFrame):
    """A person or a group, and the two outcomes to press."""

    pressed = Signal(int, Outcome)

    def __init__(self, ticket: int) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setFixedHeight(_LINE_HEIGHT)
        self._ticket = ticket
        self._name = Elided("strong")
        self._about = label("lab")
        self._warning = label("warning")
        self._failure = label("failure")
        self.completed = self._choice(self.tr("Completed"), Outcome.COMPLETED)
        self.not_completed = self._choice(self.tr("Not completed"), Outcome.NOT_COMPLETED)
        below = row(self._about, self._warning, self._failure, None, spacing=6)
        line = row()
        line.addLayout(column(None, self._name, below, None, spacing=2), 1)
        line.addWidget(self.completed)
        line.addWidget(self.not_completed)
        self.setLayout(line)

    def show_person(self, person: TrialRow, *, in_short: bool = False) -> None:
        holder = person.holder
        group = holder.kind is TicketKind.GROUP
        title = (in_short and not group and holder.short_name) or _full_title(holder)
        self._name.setText(title)
        shown = Plurals().people(holder.heads) if group else holder_label(holder)
        parts = [shown if shown != title else "", holder.school if group else "", person.at]
        self._about.setText(" · ".join(part for part in parts if part))
        self._about.setVisible(any(parts))
        cancelled = self.tr("ticket cancelled") if person.cancelled else ""
        absent = "" if person.entered else self.tr("no entry recorded")
        warnings = [warning for warning in (cancelled, absent) if warning]
        self._warning.setText(" · ".join(warnings))
        self._warning.setVisible(bool(warnings))
        failed = person.failure is not None
        self._failure.setVisible(failed)
        if person.failure is not None:
            reason = failure_chip(person.failure)
            self._failure.setText(self.tr("NOT SAVED: {reason}").format(reason=reason))
        for button, outcome in (
            (self.completed, Outcome.COMPLETED),
            (self.not_completed, Outcome.NOT_COMPLETED),
        ):
            button.setChecked(person.outcome is outcome)
            button.setEnabled(person.saving is None)
            button.setAccessibleName(f"{title}: {button.text()}")

    def _choice(self, text: str, outcome: Outcome) -> Button:
        button = Button(text, look="choice")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._press(button, outcome))
        return button

    def _press(self, button: Button, outcome: Outcome) -> None:
        # The button turns dark when the record is durable, not when it is pressed.
        button.setChecked(not button.isChecked())
        self.pressed.emit(self._ticket, outcome)


def _full_title(holder: Holder) -> str:
    """The instructor sees full names; of a group, which class it is."""
    if holder.kind is TicketKind.GROUP:
        return f"{kind_word(holder.kind)} {holder.grade}".strip()
    return holder.name or holder_label(holder)


class TrialButton(Button):
    """A trial to choose: its title, its code and its start."""

    chosen = Signal(str)

    def __init__(self, trial: TrialChoice) -> None:
        super().__init__(look="big")
        title = Elided("strong")
        title.setText(trial.title)
        about = Elided("lab")
        start = self.tr("starts at {time}").format(time=trial.start)
        about.setText(f"{trial.okso} · {trial.profession} · {start}")
        inside = column(None, title, about, None, spacing=2)
        inside.setContentsMargins(24, 0, 24, 0)
        self.setLayout(inside)
        self.setAccessibleName(f"{trial.title}, {trial.okso}")
        self.clicked.connect(lambda: self.chosen.emit(trial.trial_id))
