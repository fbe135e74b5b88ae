"""What the registration without a ticket shows, as facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.texts import fit_at_once
from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.screens.walk_in.desk import Registration
from kiosk.ui.tone import Tone

GRADES = {"8": "8", "9": "9", "0": "10", "1": "11"}
"""The grades that are invited, by the one key that stands for each."""

KINDS = {
    "1": WalkInKind.PUPIL,
    "2": WalkInKind.PARENT,
    "3": WalkInKind.TEACHER,
    "4": WalkInKind.GUEST,
}
"""Who comes alone, by key."""

COMPANIONS = {"1": WalkInKind.PARENT, "2": WalkInKind.PUPIL}
"""Who comes along with somebody who was let in, by key."""


class Page(StrEnum):
    """What fills the stage."""

    PERSON = "person"
    CLASS = "class"
    COMPANION = "companion"
    CLEARANCE = "clearance"
    NOT_CLEARED = "not_cleared"
    DONE = "done"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class PersonForm:
    """One person. The `name` counts only with `consent`; `listed` is who the list has in mind."""

    kind: WalkInKind | None = None
    grade: str = ""
    school: str = ""
    consent: bool = False
    name: str = ""
    listed: str = ""

    @property
    def complete(self) -> bool:
        return self.kind is not None


@dataclass(frozen=True, slots=True)
class ClassForm:
    """A class with its adults; the counts are as they were typed."""

    school: str = ""
    grade: str = ""
    leader: str = ""
    pupils: str = ""
    adults: str = "1"

    @property
    def complete(self) -> bool:
        return bool(self.school.strip() or self.grade.strip()) and int(self.pupils or 0) > 0


@dataclass(frozen=True, slots=True)
class Done:
    """Who was registered: the number for the sticker, and what the QR says.

    `named` tells how many names were written down for a class; `printed` is the sentence that says
    how printing the sticker went.
    """

    label: str
    code: str
    ticket: int
    kind: WalkInKind
    grade: str
    school: str
    pupils: int
    adults: int
    named: int = 0
    printed: str = ""

    @classmethod
    def of(cls, registration: Registration) -> Done:
        walk_in = registration.walk_in
        return cls(
            label=walk_in.number.label,
            code=registration.code,
            ticket=walk_in.number.ticket,
            kind=walk_in.kind,
            grade=walk_in.grade,
            school=walk_in.school,
            pupils=walk_in.pupils,
            adults=walk_in.adults,
        )


@dataclass(frozen=True, slots=True)
class WalkInState:
    """The whole page. `suggestions` are schools that fit what is typed; `names` are the lines.

    `nameless` are the latest classes that have no names yet.
    """

    page: Page = Page.PERSON
    person: PersonForm = field(default_factory=PersonForm)
    school_class: ClassForm = field(default_factory=ClassForm)
    suggestions: tuple[str, ...] = ()
    nameless: tuple[Done, ...] = ()
    done: Done | None = None
    names: str = ""

    @property
    def tone(self) -> Tone:
        """The tone of the stage."""
        tones = {Page.DONE: Tone.GO, Page.NOT_CLEARED: Tone.HEED}
        return tones.get(self.page, Tone.IDLE)

    @property
    def complete(self) -> bool:
        """Whether the form that is open can be recorded."""
        forms = {Page.PERSON: self.person.complete, Page.CLASS: self.school_class.complete}
        return forms.get(self.page, False)

    @property
    def names_fit(self) -> bool:
        """Whether the names can be written down at once."""
        return fit_at_once(self.names)
