"""A staff list as a CSV file: id, name, role and, if wanted, trial and PIN.

The first line names the columns, in English or Russian and in any order; the separator is a comma,
a semicolon or a tab. Spreadsheets save such files as UTF-8, as UTF-16 («Unicode text») or, in
Russia, as CP1251.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping

from kiosk.central.errors import CentralError
from kiosk.central.staff import StaffEntry
from kiosk.domain.names import fold
from kiosk.domain.staff import Role, is_staff_id
from kiosk.tickets.pin import is_guessed_first, is_pin

_COLUMNS = {
    "id": "id",
    "код": "id",
    "name": "name",
    "имя": "name",
    "фио": "name",
    "role": "role",
    "роль": "role",
    "trial": "trial",
    "проба": "trial",
    "pin": "pin",
    "пин": "pin",
}
_ROLES = {
    "volunteer": Role.VOLUNTEER,
    "волонтер": Role.VOLUNTEER,
    "instructor": Role.INSTRUCTOR,
    "мастер": Role.INSTRUCTOR,
    "site manager": Role.SITE_MANAGER,
    "руководитель площадки": Role.SITE_MANAGER,
    "руководитель": Role.SITE_MANAGER,
}
"""Folded words, whose «ё» is an «е» and whose underscore is a space."""
ROLE_WORDS = {
    Role.VOLUNTEER: "Волонтёр",
    Role.INSTRUCTOR: "Мастер",
    Role.SITE_MANAGER: "Руководитель площадки",
}
"""What a badge calls its owner."""
_NEEDED = {"id", "name", "role"}


def read_staff_file(content: bytes) -> list[StaffEntry]:
    """The entries of a file. Raises CentralError, which names the line and none of its data."""
    if not content.strip():
        raise CentralError("The file is empty: its first line names id, name and role.")
    try:
        entries = _entries(_decoded(content))
    except csv.Error as error:
        raise CentralError("This file is no table: save the staff list as CSV.") from error
    if not entries:
        raise CentralError("The staff list is empty: name at least one person.")
    return list(entries.values())


def _entries(text: str) -> dict[str, StaffEntry]:
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    names = {name: _COLUMNS.get(fold(name), "") for name in rows.fieldnames or () if name}
    missing = _NEEDED - set(names.values())
    if missing:
        raise CentralError(f"The staff list has no column «{min(missing)}»: name it in line 1.")
    entries: dict[str, StaffEntry] = {}
    for row in rows:
        values = {ours: (row[name] or "").strip() for name, ours in names.items() if ours}
        if any(values.values()):
            entry = _entry(values, rows.line_num)
            if entry.staff_id in entries:
                raise CentralError(f"Line {rows.line_num}: the id was given before.")
            entries[entry.staff_id] = entry
    return entries


def _decoded(content: bytes) -> str:
    """The text, whichever way a spreadsheet saved it. Raises CentralError."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:  # a workbook, not a table; or UTF-16 that does not say so
        raise CentralError("This file is no table: save the staff list as CSV in UTF-8.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def _entry(values: Mapping[str, str], line: int) -> StaffEntry:
    staff_id, pin = values["id"], values.get("pin", "")
    role = _ROLES.get(fold(values["role"]))
    trouble = ""
    if not is_staff_id(staff_id):
        trouble = "an id has Latin letters, digits and .-_ only, 32 at most"
    elif not values["name"]:
        trouble = "the name is missing"
    elif role is None:
        trouble = "the role is volunteer, instructor or site_manager"
    elif pin and not is_pin(pin):
        trouble = "a PIN has six digits"
    elif pin and is_guessed_first(pin):
        trouble = "this PIN is guessed first, choose another one"
    if trouble or role is None:
        raise CentralError(f"Line {line}: {trouble}.")
    return StaffEntry(staff_id, values["name"], role, values.get("trial", ""), pin)
