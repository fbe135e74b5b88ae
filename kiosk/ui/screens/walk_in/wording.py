"""The words of the registration without a ticket."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.tickets import TicketKind
from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.holder import class_name
from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.walk_in.state import Done
from kiosk.ui.wording import grade_word, kind_word

translate = QCoreApplication.translate


def walk_in_kind(kind: WalkInKind) -> str:
    return class_word() if kind is WalkInKind.CLASS else kind_word(TicketKind(kind.value))


def class_word() -> str:
    return translate("walk_in", "Class without tickets")


def who(done: Done) -> str:
    """«Школьник · 9 класс»; of a class «9 «Б» · МБОУ СОШ № 4»."""
    if done.kind is WalkInKind.CLASS:
        return " · ".join(part for part in (class_name(done.grade), done.school) if part)
    parts = (walk_in_kind(done.kind), grade_word(done.grade), done.school)
    return " · ".join(part for part in parts if part)


def heads(done: Done) -> str:
    """«25 школьников + 1 взрослый»; empty for one person."""
    if done.kind is not WalkInKind.CLASS:
        return ""
    pupils, adults = Plurals().pupils(done.pupils), Plurals().adults(done.adults)
    return f"{pupils} + {adults}" if done.adults else pupils


def sticker(done: Done) -> str:
    """What is said: where the number goes."""
    if done.kind is WalkInKind.CLASS:
        words = translate("walk_in", "“Your class is number {label}: say it at each trial”")
    else:
        words = translate("walk_in", "“This is your number: {label}. Say it at each trial”")
    return words.format(label=done.label)
