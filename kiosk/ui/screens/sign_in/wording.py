"""The words of signing in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from kiosk.domain.staff import Role
from kiosk.ui.screens.sign_in.state import Notice, Person, SignInState, Stage, Trouble
from kiosk.ui.wording import failure_sentence

translate = QCoreApplication.translate

_MINUTE_MS, _SECOND_MS = 60_000, 1_000


class SignInPlurals(QObject):
    """Sentences with a count; `pyside6-lupdate` finds plurals only in a QObject's `tr`."""

    def tries_left(self, count: int) -> str:
        return self.tr("%n tries left", "", count)


def role_word(role: Role) -> str:
    words = {
        Role.VOLUNTEER: translate("sign_in", "Volunteer"),
        Role.INSTRUCTOR: translate("sign_in", "Instructor"),
        Role.SITE_MANAGER: translate("sign_in", "Site manager"),
    }
    return words[role]


def about(person: Person) -> str:
    """«Мастер · Сварщик»."""
    return " · ".join(part for part in (role_word(person.role), person.profession) if part)


def list_words(state: SignInState) -> str:
    """What stands below the people."""
    if state.query and not state.people:
        words = translate("sign_in", "Nobody is called «{letters}»: erase a letter")
        return words.format(letters=state.query)
    if state.query and not state.more:
        return translate("sign_in", "Names with «{letters}»").format(letters=state.query)
    if state.query:
        words = translate("sign_in", "Names with «{letters}»: {count} more")
        return words.format(letters=state.query, count=state.more)
    if state.more:
        return translate("sign_in", "{count} more: type the name").format(count=state.more)
    return ""


def trouble_words(state: SignInState) -> str:
    """Why nobody was signed in, empty where nothing went wrong."""
    if state.failure is not None:
        return failure_sentence(state.failure)
    return _notice_words(state.notice, state.stage) if state.notice else ""


def _notice_words(notice: Notice, stage: Stage) -> str:
    if notice.trouble is Trouble.LOCKED:
        words = translate("sign_in", "Locked for {time}: too many tries")
        return words.format(time=_time_words(notice.left_ms))
    if notice.trouble is Trouble.WRONG:
        pin, code = (
            translate("sign_in", "This is not the PIN. {tries}"),
            translate("sign_in", "This is not the code. {tries}"),
        )
        words = code if stage is Stage.RECOVERY else pin
        return words.format(tries=SignInPlurals().tries_left(notice.tries_left))
    words_of = {
        Trouble.NOBODY_CHOSEN: translate("sign_in", "Choose a name first"),
        Trouble.NO_PIN: translate("sign_in", "No PIN: show the badge"),
        Trouble.NO_CODE: translate("sign_in", "This kiosk has no recovery code"),
        Trouble.NOT_LISTED: translate("sign_in", "Not on the list any more"),
        Trouble.UNKNOWN_BADGE: translate("sign_in", "This badge is not on the list"),
    }
    return words_of[notice.trouble]


def _time_words(ms: int) -> str:
    """Rounded up, so that it is over when it says so."""
    if ms > _MINUTE_MS:
        return translate("sign_in", "{minutes} min").format(minutes=-(-ms // _MINUTE_MS))
    return translate("sign_in", "{seconds} s").format(seconds=-(-ms // _SECOND_MS))
