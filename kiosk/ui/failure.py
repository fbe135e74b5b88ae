"""What went wrong, in the few kinds that a person is told apart."""

from __future__ import annotations

from enum import StrEnum


class Failure(StrEnum):
    """Why something was not recorded or not sent, by what a person does next.

    The values repeat those of the causes and troubles that the ports name.
    """

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    BUSY = "busy"
    OTHER = "other"
    NOT_ENROLLED = "not_enrolled"
    NOT_A_PARTICIPANT = "not_a_participant"
    MENDED = "mended"
    """The data file was damaged; it was set aside and a new journal begun."""
    BAD_LINK = "bad_link"
    MISTYPED = "mistyped"
    NO_NETWORK = "no_network"
    TIMEOUT = "timeout"
    NOT_THE_SERVER = "not_the_server"
    CERTIFICATE = "certificate"
    SERVER_FAULT = "server_fault"
    NOT_AUTHORISED = "not_authorised"
    REFUSED = "refused"
    NOT_ALLOWED = "not_allowed"
    EXITS_NOT_TRACKED = "exits_not_tracked"
    UNFIT_TEXT = "unfit_text"
    """A text is too long to be recorded, or is none at all."""


PASSING = frozenset(
    {Failure.NO_NETWORK, Failure.TIMEOUT, Failure.NOT_THE_SERVER, Failure.SERVER_FAULT}
)
"""Failures of the network: nobody has to act, the next try may succeed."""


def failure_of(error: Exception) -> Failure:
    """The kind of an error that an operation raised."""
    from kiosk.operations.depart import ExitsNotTracked
    from kiosk.operations.enrol import BadLink
    from kiosk.operations.identify import MistypedCode
    from kiosk.operations.log_trial import TrialRefused
    from kiosk.operations.ports import NotRecorded, ServerError
    from kiosk.operations.recording import NotEnrolled, UnfitText
    from kiosk.operations.staff import NotAllowed, UnknownOperator

    if isinstance(error, NotRecorded):
        return Failure(error.cause.value)
    if isinstance(error, ServerError):
        return Failure(error.trouble.value)
    kinds: dict[type[Exception], Failure] = {
        BadLink: Failure.BAD_LINK,
        MistypedCode: Failure.MISTYPED,
        ExitsNotTracked: Failure.EXITS_NOT_TRACKED,
        NotAllowed: Failure.NOT_ALLOWED,
        UnknownOperator: Failure.NOT_ALLOWED,
        NotEnrolled: Failure.NOT_ENROLLED,
        UnfitText: Failure.UNFIT_TEXT,
        TrialRefused: Failure.NOT_A_PARTICIPANT,
    }
    return kinds.get(type(error), Failure.OTHER)
