"""One person without a ticket: who it is, and little more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.names import short
from kiosk.domain.texts import LONGEST_TEXT
from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.screens.walk_in.form import FormPage, mark_chosen
from kiosk.ui.screens.walk_in.presenter import SUGGESTIONS
from kiosk.ui.screens.walk_in.state import GRADES, KINDS, WalkInState
from kiosk.ui.screens.walk_in.wording import walk_in_kind
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.suggesting_field import SuggestingField
from kiosk.ui.widgets.text import label


class PersonPage(FormPage):
    """Four kinds, the grades of a pupil, a school, and a name where the parents agreed to it."""

    kind_chosen = Signal(str)
    grade_chosen = Signal(str)
    consent_pressed = Signal()
    name_changed = Signal(str)
    key_typed = Signal(str)
    erase_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = {kind: self._kind(key, kind) for key, kind in KINDS.items()}
        self.grades = {grade: self._grade(key, grade) for key, grade in GRADES.items()}
        self._grade_label = label("strong", self.tr("Grade"))
        self.school = SuggestingField(self.tr("School, if it is known"), SUGGESTIONS)
        self.consent = Button(self.tr("The parents agree to the name"), look="option")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_TEXT)
        self.name.setPlaceholderText(self.tr("Surname and first name"))
        self.name.setAccessibleName(self.tr("Surname and first name"))
        self.name.setProperty("among", "others")
        self._hint = label("lab", wrap=True)
        self.first = self.school.field
        grades = row(self._grade_label, *self.grades.values(), None)
        naming = row(self.consent)
        naming.addWidget(self.name, 1)
        naming.addWidget(self._hint, 1)
        kinds = row(*self.kinds.values(), None)
        about = column(kinds, grades, self.school, naming, spacing=SIZES["s3"])
        self.lay_out(about)
        self.consent.clicked.connect(self.consent_pressed)
        self.name.textEdited.connect(self.name_changed)
        self.school.finished.connect(self.setFocus)

    def show_state(self, state: WalkInState) -> None:
        self.show_form(state)
        form = state.person
        for kind, button in self.kinds.items():
            mark_chosen(button, chosen=kind is form.kind)
        for grade, button in self.grades.items():
            mark_chosen(button, chosen=grade == form.grade)
        for part in (self._grade_label, *self.grades.values()):
            part.setVisible(form.kind is WalkInKind.PUPIL)
        self.school.show_words(form.school, state.suggestions)
        mark_chosen(self.consent, chosen=form.consent)
        self.name.setVisible(form.consent)
        self._hint.setVisible(not form.consent)
        listed = self.tr("In the list without a ticket: {name}").format(name=short(form.listed))
        nameless = self.tr("Without a name: nothing more is needed")
        self._hint.setText(listed if form.listed else nameless)
        if self.name.text() != form.name:
            self.name.setText(form.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if not isinstance(self.focusWidget(), QLineEdit):
            if event.text() and event.text() in "0123456789":
                self.key_typed.emit(event.text())
                return
            if Qt.Key(event.key()) == Qt.Key.Key_Backspace:
                self.erase_wanted.emit()
                return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.setFocus()

    def _kind(self, key: str, kind: WalkInKind) -> Button:
        button = Button(walk_in_kind(kind), look="option", key=key)
        button.clicked.connect(lambda: self.kind_chosen.emit(kind.value))
        return button

    def _grade(self, key: str, grade: str) -> Button:
        button = Button(grade, look="option", key="" if key == grade else key)
        button.clicked.connect(lambda: self.grade_chosen.emit(grade))
        return button
