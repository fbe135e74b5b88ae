"""The site's rules, each with one line of what a «yes» does."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from kiosk.ui.screens.settings.state import Policy, SettingsState
from kiosk.ui.screens.settings.wording import policy_about, policy_word
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.tone import Tone
from kiosk.ui.widgets.layouts import card, column, row
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.pill import Pill
from kiosk.ui.widgets.text import label

_YES, _NO = "yes", "no"


class Rules(QWidget):
    """Emits a policy's name, and whether it is to hold."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.rows = {policy: Rule(policy) for policy in Policy}
        for policy, rule in self.rows.items():
            rule.answer.chosen.connect(partial(self._switch, policy))
        self._nowhere = label("lead", self.tr("This kiosk belongs to no site yet"), wrap=True)
        inside = column(label("h2", self.tr("Rules of the entrance")), self._nowhere)
        for rule in self.rows.values():
            inside.addWidget(rule, 1)
        inside.addStretch(0)
        self.setLayout(column(card(inside, padding=SIZES["s4"])))

    def show_state(self, state: SettingsState) -> None:
        policy = state.now.policy if state.now is not None else None
        self._nowhere.setVisible(state.now is not None and policy is None)
        for name, rule in self.rows.items():
            rule.setVisible(policy is not None)
            if policy is not None:
                rule.show_answer(yes=name.of(policy), here=state.is_decided_here(name))

    def _switch(self, policy: Policy, value: str) -> None:
        self.switched.emit(policy.value, value == _YES)


class Rule(QFrame):
    """A rule with its answer, and whether that is another than the roster's."""

    def __init__(self, policy: Policy) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setProperty("last", "yes" if policy is list(Policy)[-1] else "no")
        self.answer = OneOf(((_YES, self.tr("Yes")), (_NO, self.tr("No"))), policy_word(policy))
        self._here = Pill()
        words = column(
            None,
            label("name", policy_word(policy), wrap=True),
            label("lab", policy_about(policy), wrap=True),
            spacing=SIZES["s1"],
        )
        words.addLayout(row(self._here, None))
        words.addStretch(1)
        layout = row()
        layout.addLayout(words, 1)
        layout.addWidget(self.answer)
        self.setLayout(layout)

    def show_answer(self, *, yes: bool, here: bool) -> None:
        self.answer.show_chosen(_YES if yes else _NO)
        self._here.show_words(self.tr("Changed at this kiosk") if here else "", Tone.HEED)
