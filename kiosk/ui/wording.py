"""Words that several screens use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.domain.admission import VerdictName
from kiosk.domain.tickets import TicketKind
from kiosk.ui.failure import Failure
from kiosk.ui.holder import Holder

translate = QCoreApplication.translate


def number(value: int) -> str:
    """A count with its thousands apart, as the language has it."""
    return QLocale().toString(value)


def kind_word(kind: TicketKind) -> str:
    match kind:
        case TicketKind.PUPIL:
            return translate("common", "Pupil")
        case TicketKind.PARENT:
            return translate("common", "Parent")
        case TicketKind.TEACHER:
            return translate("common", "Teacher")
        case TicketKind.GROUP:
            return translate("common", "Group")
        case _:
            return translate("common", "Guest")


def holder_label(holder: Holder) -> str:
    """Who came, without a name: «9 «Б»», «Родитель», «Группа 28»."""
    if holder.kind is TicketKind.GROUP:
        return translate("common", "Group of {heads}").format(heads=holder.heads)
    if holder.kind is TicketKind.PUPIL and holder.grade:
        return grade_word(holder.grade)
    return kind_word(holder.kind)


def grade_word(grade: str) -> str:
    """A school class as it is; «9 класс» where only its grade is known."""
    if grade.isdecimal():
        return translate("common", "grade {grade}").format(grade=grade)
    return grade


def verdict_word(verdict: VerdictName) -> str:
    """The verdict in the large words of the stage."""
    words = {
        VerdictName.ADMITTED: translate("common", "Come in"),
        VerdictName.ALREADY_INSIDE: translate("common", "Already checked in"),
        VerdictName.WRONG_SITE: translate("common", "Another site"),
        VerdictName.WRONG_DAY: translate("common", "Another day"),
        VerdictName.WRONG_TIME: translate("common", "Another time"),
        VerdictName.WRONG_EVENT: translate("common", "Another event"),
        VerdictName.CANCELLED: translate("common", "Ticket cancelled"),
        VerdictName.UNKNOWN: translate("common", "Not on the list"),
        VerdictName.FORGED: translate("common", "Ticket failed the check"),
        VerdictName.NOT_CLEARED: translate("common", "No clearance"),
        VerdictName.UNREADABLE: translate("common", "Cannot be read"),
        VerdictName.NOT_RECORDED: translate("common", "NOT RECORDED"),
        VerdictName.PRACTICE_TICKET: translate("common", "Practice ticket"),
        VerdictName.REAL_TICKET: translate("common", "Real ticket: this is practice"),
        VerdictName.GROUP_PENDING: translate("common", "How many came?"),
        VerdictName.DEPARTED: translate("common", "Exit"),
        VerdictName.NOT_INSIDE: translate("common", "No entry known"),
    }
    return words[verdict]


def failure_sentence(failure: Failure) -> str:
    """What went wrong, in one short sentence."""
    words = {
        Failure.DISK_FULL: translate("common", "The disk is full: the new record was not saved"),
        Failure.READ_ONLY: translate("common", "The data folder cannot be written to"),
        Failure.DAMAGED: translate("common", "The data file is damaged"),
        Failure.MENDED: translate("common", "The data file was damaged: a new one was begun"),
        Failure.BUSY: translate("common", "The data file is in use by another program"),
        Failure.OTHER: translate("common", "Something unexpected went wrong"),
        Failure.NOT_ENROLLED: translate("common", "This kiosk belongs to no site yet"),
        Failure.NOT_A_PARTICIPANT: translate("common", "Nobody here has such a ticket"),
        Failure.MISTYPED: translate("common", "One of the digits is wrong: compare the code"),
        Failure.BAD_LINK: translate("common", "This is no link to connect with: ask for a new one"),
        Failure.NO_NETWORK: translate("common", "There is no network"),
        Failure.TIMEOUT: translate("common", "The server takes too long to answer"),
        Failure.NOT_THE_SERVER: translate(
            "common", "Not the server answered: open the sign-in page of the Wi-Fi"
        ),
        Failure.CERTIFICATE: translate(
            "common", "The server's certificate is not trusted: check the date and the network"
        ),
        Failure.SERVER_FAULT: translate("common", "The server is in trouble, the next try follows"),
        Failure.NOT_AUTHORISED: translate(
            "common", "The server does not know this kiosk: call the coordinator"
        ),
        Failure.REFUSED: translate("common", "The server refused: call the coordinator"),
        Failure.EXITS_NOT_TRACKED: translate(
            "common", "Exits are not recorded here: the manager may decide so in the settings"
        ),
        Failure.UNFIT_TEXT: translate(
            "common", "This text is too long or cannot be read: type it again"
        ),
        Failure.NOT_ALLOWED: translate("common", "This needs the manager: have them sign in first"),
    }
    return words[failure]


def failure_chip(failure: Failure) -> str:
    """The same in two or three words, for the header."""
    words = {
        Failure.DISK_FULL: translate("common", "Disk full"),
        Failure.READ_ONLY: translate("common", "Folder is read-only"),
        Failure.DAMAGED: translate("common", "Data damaged"),
        Failure.MENDED: translate("common", "Journal damaged: a new one begun"),
        Failure.BUSY: translate("common", "Data in use"),
        Failure.NOT_ENROLLED: translate("common", "Not connected to a site"),
        Failure.CERTIFICATE: translate("common", "Certificate not trusted"),
        Failure.NOT_AUTHORISED: translate("common", "Server does not know the kiosk"),
        Failure.REFUSED: translate("common", "Server refused"),
    }
    return words.get(failure) or translate("common", "Not saved")
