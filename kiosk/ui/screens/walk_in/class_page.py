"""A class without tickets: school, class, and how many came."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.texts import LONGEST_TEXT
from kiosk.ui.screens.walk_in.form import FormPage
from kiosk.ui.screens.walk_in.nameless_row import NamelessRow
from kiosk.ui.screens.walk_in.presenter import SUGGESTIONS
from kiosk.ui.screens.walk_in.state import WalkInState
from kiosk.ui.theme.tokens import SIZES
from kiosk.ui.widgets.layouts import column, row
from kiosk.ui.widgets.suggesting_field import SuggestingField
from kiosk.ui.widgets.text import label

_GRADE_WIDTH = 200
_COUNT_WIDTH = 120
_MOST_DIGITS = r"\d{0,3}"


class CountField(QLineEdit):
    """A number of heads. «+» goes on to the next number, so that «25+2» is typed in one go."""

    plus = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("among", "others")
        self.setFixedWidth(_COUNT_WIDTH)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(_MOST_DIGITS), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text() == "+":
            self.plus.emit()
        else:
            super().keyPressEvent(event)


class ClassPage(FormPage):
    """Enter goes from field to field, and after the number of pupils it records."""

    field_changed = Signal(str, str)
    """The name of a field of the form, and its text."""
    names_wanted = Signal(int)
    """The place of the class among those that have no names yet."""

    def __init__(self) -> None:
        super().__init__()
        self.school = SuggestingField(self.tr("School"), SUGGESTIONS)
        self.grade = _field(self.tr("Class, such as 9B"), _GRADE_WIDTH)
        self.pupils, self.adults = CountField(self.tr("Pupils")), CountField(self.tr("Adults"))
        self.leader = _field(self.tr("Adult's name, if they agree"), 0)
        self.first = self.school.field
        counts = row(
            self.grade,
            label("strong", self.tr("Pupils")),
            self.pupils,
            label("strong", self.tr("+ adults")),
            self.adults,
            None,
        )
        hint = label("lab", self.tr("Pupils and adults in one go: 25+2. Names can follow later"))
        self.nameless = NamelessRow()
        fields = column(self.school, counts, hint, self.leader, spacing=SIZES["s3"])
        self.lay_out(fields, self.nameless)
        self._fields = {
            "grade": self.grade,
            "pupils": self.pupils,
            "adults": self.adults,
            "leader": self.leader,
        }
        for name, field in self._fields.items():
            field.textEdited.connect(lambda text, name=name: self.field_changed.emit(name, text))
        self.school.finished.connect(self.grade.setFocus)
        self.nameless.chosen.connect(self.names_wanted)
        self.pupils.plus.connect(self._count_adults)

    def show_state(self, state: WalkInState) -> None:
        self.show_form(state)
        self.nameless.show_classes(state.nameless)
        form = state.school_class
        self.school.show_words(form.school, state.suggestions)
        for name, field in self._fields.items():
            text = getattr(form, name)
            if field.text() != text:
                field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enter = Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() is self.grade:
            self.pupils.setFocus()
        elif not self.nameless.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.school.field.setFocus()

    def _count_adults(self) -> None:
        self.adults.setFocus()
        self.adults.selectAll()


def _field(name: str, width: int) -> QLineEdit:
    """A field that is named within; a width of 0 is as wide as there is room."""
    field = QLineEdit()
    field.setMaxLength(LONGEST_TEXT)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setProperty("among", "others")
    if width:
        field.setFixedWidth(width)
    return field
