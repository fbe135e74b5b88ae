"""How a print went, and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.languages import Language


class Outcome(StrEnum):
    """What became of a print."""

    PRINTED = "printed"
    """The system's own queue has it, or the file is written."""
    NO_PRINTER = "no_printer"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why a print failed."""

    REFUSED = "refused"
    """The printer, or the disk, did not take it."""
    UNREADABLE = "unreadable"
    """It is no PDF, or has no such page."""
    TOO_LONG = "too_long"
    BROKE_OFF = "broke_off"
    """The printing process ended before its work did, or could not be started."""


class NoPrinter(Exception):
    """The system has no printer, or none of that name."""


class PrintFailed(Exception):
    """The document could not be printed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The end of a job; `reason` is there only for a failed one."""

    job: int
    outcome: Outcome
    reason: Reason | None = None


_SENTENCES: dict[Language, dict[Outcome | Reason, str]] = {
    Language.RU: {
        Outcome.PRINTED: "Отправлено на печать.",
        Outcome.NO_PRINTER: "Принтер не найден: подключите его или сохраните в файл PDF.",
        Outcome.CANCELLED: "Печать отменена.",
        Reason.REFUSED: "Принтер не принял страницу: проверьте бумагу и кабель, "
        "затем напечатайте ещё раз.",
        Reason.UNREADABLE: "Этот файл нельзя напечатать: сохраните его заново.",
        Reason.TOO_LONG: "Принтер не отвечает: выключите и включите его, "
        "затем напечатайте ещё раз.",
        Reason.BROKE_OFF: "Печать прервалась: напечатайте ещё раз.",
    },
    Language.EN: {
        Outcome.PRINTED: "Sent to the printer.",
        Outcome.NO_PRINTER: "No printer was found: connect it, or save a PDF file.",
        Outcome.CANCELLED: "Printing was cancelled.",
        Reason.REFUSED: "The printer did not take the page: check its paper and cable, "
        "then print again.",
        Reason.UNREADABLE: "This file cannot be printed: save it once more.",
        Reason.TOO_LONG: "The printer does not answer: switch it off and on, then print again.",
        Reason.BROKE_OFF: "Printing broke off: print again.",
    },
}


def sentence(result: PrintResult, language: str) -> str:
    """What to tell a person about a result. Raises ValueError for a language without words."""
    return _SENTENCES[Language(language)][result.reason or result.outcome]
