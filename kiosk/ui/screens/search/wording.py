"""The search's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.screens.search.state import FoundRow, SearchState, Standing
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate


def row_name(row: FoundRow) -> str:
    """«Ёлкина Мария Петровна», «Группа 9 «В» · 28»."""
    if not row.is_group:
        return row.name
    group = translate("search", "Group {grade}").format(grade=row.grade).strip()
    return f"{group} · {row.heads}"


def row_time(row: FoundRow) -> str:
    """«10:30 · Б»."""
    return " · ".join(part for part in (row.start, row.route) if part)


def row_pill(row: FoundRow) -> tuple[str, Tone]:
    """What is known of somebody, empty where nothing is."""
    match row.standing:
        case Standing.UNCOUNTED:
            return translate("search", "not counted"), Tone.ASK
        case Standing.WITHOUT_TICKET:
            return translate("search", "without a ticket"), Tone.HEED
        case Standing.PERHAPS_IN:
            words = translate("search", "{heads} of {size} of the group in")
            return words.format(heads=row.counted, size=row.heads), Tone.ASK
        case Standing.IN if row.is_group:
            words = translate("search", "{heads} in at {time}")
            return words.format(heads=row.counted, time=row.came_at), Tone.GO
        case Standing.IN:
            return translate("search", "in at {time}").format(time=row.came_at), Tone.GO
    return "", Tone.IDLE


def row_action(row: FoundRow) -> str:
    """What Enter does with the selected row."""
    if row.standing is Standing.WITHOUT_TICKET:
        return translate("search", "Register")
    if row.is_group:
        return translate("search", "Count")
    return translate("search", "Check in")


def row_spoken(row: FoundRow) -> str:
    """A whole row in one sentence, for those who hear it."""
    parts = (row_name(row), row.grade, row.school, row_time(row), row_pill(row)[0])
    return ", ".join(part for part in parts if part)


def nobody(state: SearchState) -> str:
    """Why there are no rows; empty while there are some or an answer is on its way."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    if not state.answered or state.rows:
        return ""
    if len(state.text.strip()) < 2:
        return translate("search", "One more letter")
    return translate("search", "Nobody in the list fits. Try fewer letters")
