"""The text field that has the focus, and what it showed before a scanner typed into it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
from shiboken6 import isValid

Field = QLineEdit | QTextEdit | QPlainTextEdit


def focused_field() -> Field | None:
    """The field that typed characters go into, or None where they go into none."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        widget = widget.findChild(QLineEdit)
    if isinstance(widget, Field) and not widget.isReadOnly():
        return widget
    return None


@dataclass(frozen=True, slots=True)
class FieldState:
    """A field's plain text and selection; `position` is where the cursor blinks."""

    field: Field
    text: str
    anchor: int
    position: int

    @classmethod
    def of(cls, field: Field) -> FieldState:
        """The present state of a field."""
        if isinstance(field, QLineEdit):
            position = field.cursorPosition()
            start, end = field.selectionStart(), field.selectionEnd()
            anchor = position if start < 0 else start + end - position
            return cls(field, field.text(), anchor, position)
        cursor = field.textCursor()
        return cls(field, field.toPlainText(), cursor.anchor(), cursor.position())

    def restore(self) -> None:
        """Make the field show this state again, as an edit that its listeners hear of."""
        if not isValid(self.field):
            return
        if isinstance(self.field, QLineEdit):
            self._restore_line(self.field)
        else:
            self._restore_text(self.field)

    def _restore_line(self, field: QLineEdit) -> None:
        if field.text() != self.text:
            field.selectAll()
            field.insert(self.text)
        field.setCursorPosition(self.anchor)
        if self.anchor != self.position:
            field.setSelection(self.anchor, self.position - self.anchor)

    def _restore_text(self, field: QTextEdit | QPlainTextEdit) -> None:
        cursor = field.textCursor()
        if field.toPlainText() != self.text:
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self.text)
        cursor.setPosition(self.anchor)
        cursor.setPosition(self.position, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
