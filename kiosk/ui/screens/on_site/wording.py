"""The words of the count."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.ui.plurals import Plurals
from kiosk.ui.screens.on_site.state import Age, Line, OnSiteState
from kiosk.ui.tone import Tone
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate


def age(of: Age) -> tuple[str, Tone]:
    """«Киоск 2: данные на 09:58, 14 мин назад», amber where that is long ago."""
    if of.here:
        return translate("on_site", "{kiosk}: this kiosk, now").format(kiosk=of.kiosk), Tone.IDLE
    if not of.as_of:
        return translate("on_site", "{kiosk}: no data").format(kiosk=of.kiosk), Tone.HEED
    told = Plurals().data_as_of(of.minutes).format(time=of.as_of)
    return f"{of.kiosk}: {told}", Tone.HEED if of.stale else Tone.IDLE


def counted(state: OnSiteState) -> str:
    """What the large number counts."""
    if state.tracked:
        return translate("on_site", "On the site now")
    return translate("on_site", "Came in today")


def remark(state: OnSiteState) -> str:
    """What must be known of the number; empty where it says all."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    if state.answered and not state.tracked:
        return translate("on_site", "Exits are not recorded here: these are all who came in")
    return ""


def who(line: Line) -> str:
    """A group's class and school, or a person as far as they may be named."""
    if line.size > 1:
        return ", ".join(part for part in (line.grade, line.school) if part) or line.number
    return line.name or line.number or translate("on_site", "Name not given")


def about(line: Line) -> str:
    """A group's leader, or a person's class and school."""
    if line.size > 1:
        return line.name
    return ", ".join(part for part in (line.grade, line.school) if part)


def heads(line: Line) -> str:
    """«25 из 28»; nothing for a person."""
    if line.size == 1:
        return ""
    words = translate("on_site", "{inside} of {size}")
    return words.format(inside=line.inside, size=line.size)


def sections(state: OnSiteState) -> list[tuple[str, tuple[Line, ...]]]:
    """The list's headings with their lines; those without a line are left out."""
    parts = (
        (translate("on_site", "Groups: {count}"), state.groups),
        (translate("on_site", "On their own tickets: {count}"), state.alone),
        (translate("on_site", "Without a ticket: {count}"), state.walk_ins),
    )
    return [(words.format(count=len(lines)), lines) for words, lines in parts if lines]
