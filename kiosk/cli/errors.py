"""Errors as a person reads them: one sentence that says what to do."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

import platformdirs

from kiosk.central.errors import CentralError
from kiosk.demo.errors import DemoError
from kiosk.exchange.addresses import BadAddress
from kiosk.files import NotWritten
from kiosk.operations.brief import NobodyToBrief
from kiosk.operations.close_site import NoSuchKiosk, NotClosed
from kiosk.operations.count_group import ImpossibleCount, NobodyCounted, NotAGroup, TooManyHeads
from kiosk.operations.depart import ExitsNotTracked
from kiosk.operations.enrol import BadLink
from kiosk.operations.enter_from_paper import NotInTheList, NotYet
from kiosk.operations.identify import MistypedCode, OutOfPlace
from kiosk.operations.log_trial import TrialRefused
from kiosk.operations.override import CannotOverrule
from kiosk.operations.paper import NoSheet
from kiosk.operations.ports import ServerError, StoreError
from kiosk.operations.practise import NotForPractice
from kiosk.operations.recording import NotEnrolled, UnfitText
from kiosk.operations.register_walk_in import NotAWalkIn, NotCleared
from kiosk.operations.settings import BadEntrance
from kiosk.operations.staff import NotAllowed, UnknownOperator
from kiosk.operations.undo import CannotUndo
from kiosk.scanning.images import NotAnImage
from kiosk.settings import BadSettings

_OWN_WORDS = (
    BadAddress,
    BadSettings,
    CannotUndo,
    CentralError,
    DemoError,
    NoSheet,
    NoSuchKiosk,
    NobodyToBrief,
    BadEntrance,
    NotAWalkIn,
    NotAnImage,
    NotForPractice,
    NotWritten,
    OutOfPlace,
    ServerError,
    StoreError,
    TooManyHeads,
    TrialRefused,
    UnfitText,
)
_SENTENCES: dict[type[Exception], str] = {
    NotEnrolled: "This kiosk belongs to no site: run «kiosk enrol» with the coordinator's link.",
    MistypedCode: "One of the digits is wrong: compare the code and type it again.",
    NotAllowed: "This person's role may not do that: ask the site's manager.",
    NobodyCounted: "Nobody is counted: give --pupils or --adults.",
    ImpossibleCount: "So many are never counted at once: compare the numbers.",
    NotAGroup: "This ticket is no group's: scan it instead.",
    NotInTheList: "The list has no such ticket: search the name, or exchange with the server.",
    NotYet: "This time has not come yet: compare it with the paper.",
    ExitsNotTracked: "This site tracks no exits: leave --exit out, or let the manager change that.",
    NotCleared: "The clearance is not agreed: give --cleared once it is, or call the manager.",
    CannotOverrule: "There is no genuine ticket behind this: register the visitor as a walk-in.",
    UnknownOperator: "Nobody on the staff list has this id: compare it with «kiosk staff list».",
    BadLink: "This is no enrolment link: copy the coordinator's whole link.",
    NotClosed: "The site is not closed yet: run «kiosk close» first.",
}


def is_expected(error: Exception) -> bool:
    """Whether a person can do something about an error."""
    return isinstance(error, (*_OWN_WORDS, *_SENTENCES))


def sentence_of(error: Exception) -> str:
    """What to tell a person. An unexpected error is written to a log file, which it names."""
    if isinstance(error, _OWN_WORDS):
        return str(error)
    for known, sentence in _SENTENCES.items():
        if isinstance(error, known):
            return sentence
    return _unexpected(error)


def _unexpected(error: Exception) -> str:
    """Keeps where it happened, and no message: a message may hold somebody's data."""
    log = platformdirs.user_log_path("kiosk") / "errors.log"
    frames = traceback.format_list(traceback.extract_tb(error.__traceback__))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    wrong = f"Something went wrong that should not ({type(error).__name__})"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as stream:
            stream.write(f"{now} {type(error).__name__}\n{''.join(frames)}\n")
    except OSError:
        return f"{wrong}, and {log} cannot be written: free the disk, and try again."
    return f"{wrong}: send us {log}."
