"""Registering without a ticket: fields and keys in, states out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.domain.names import fitting, tidy
from kiosk.domain.programme import Site
from kiosk.domain.records import Record
from kiosk.domain.visitors import Visitor
from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.holder import class_name
from kiosk.ui.screens.walk_in.desk import Registration, Sticker, WalkInDesk
from kiosk.ui.screens.walk_in.state import (
    COMPANIONS,
    GRADES,
    KINDS,
    ClassForm,
    Done,
    Page,
    PersonForm,
    WalkInState,
)

if TYPE_CHECKING:
    from kiosk.operations.check_in import CheckIn

Again = Callable[[], None]
"""Tries once more what could not be recorded."""

SUGGESTIONS = 3
NAMELESS = 3
"""As many classes that have no names yet as the form has room for."""


class Send(Protocol):
    """Records what was filled in, with the answer about the clearance."""

    def __call__(self, *, cleared: bool) -> None: ...


class WalkInPresenter:
    """Turns a form into a registration, which is durable before its number shows.

    `recorded` is called after each record, `not_recorded` where one could not be written, and
    `left` when the page is closed. `site` tells whether the clearance has to be asked for.
    """

    def __init__(
        self,
        desk: WalkInDesk,
        show: Callable[[WalkInState], None],
        *,
        site: Callable[[], Site | None],
        recorded: Callable[[], None],
        not_recorded: Callable[[Exception, Again], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._site = site
        self._recorded = recorded
        self._not_recorded = not_recorded
        self._left = left
        self._schools: list[str] = []
        self._unsaved: dict[int, str] = {}
        self._named_from = Page.DONE
        self._accompanied = 0
        self._asked_from = Page.PERSON
        self._send: Send | None = None
        self._waits = False
        self._busy = False
        self.state = WalkInState()

    # --- opening and leaving ---

    def open(self, person: PersonForm | None = None) -> None:
        """Begins with an empty form, or goes on with the one that a scan put aside."""
        if self._waits and person is None:
            self._put()
            self._ask_nameless()
        else:
            self._begin(WalkInState(person=person or PersonForm()))
        self._desk.schools(self._take_schools, self._do_without_schools)

    def open_for(self, visitor: Visitor) -> None:
        """Begins with what the list knows of somebody who has no ticket.

        Their name is recorded only where a parent agreed to it, as the list or somebody says.
        """
        grade = "".join(c for c in visitor.grade if c.isdigit())
        kind, consent = WalkInKind(visitor.kind.value), visitor.consent
        name = visitor.name if consent else ""
        self.open(PersonForm(kind, grade, visitor.school, consent, name, listed=name))

    def accompany(self, checked: CheckIn) -> None:
        """Asks who came along with somebody who was let in."""
        facts = checked.verdict.facts
        if facts is not None:
            self._begin(WalkInState(page=Page.COMPANION))
            self._accompanied = facts.number

    def set_aside(self) -> None:
        """A scan took the stage: a class or names that were half typed wait to be opened again."""
        if self.state.page is Page.CLEARANCE:
            self._put(page=self._asked_from)
        state = self.state
        self._waits = (state.page is Page.CLASS and state.school_class != ClassForm()) or (
            state.page is Page.NAMES
            and (bool(state.names.strip()) or state.school_class != ClassForm())
        )

    def close(self) -> None:
        """Back to the gate, or from a question to its form; what was recorded stays so."""
        if self.state.page is Page.CLEARANCE:
            self._put(page=self._asked_from)
        elif self.state.page is Page.NAMES:
            self._leave_names()
        elif self.state.page is Page.DONE and self.state.school_class != ClassForm():
            self.show_class()
        else:
            self._begin(WalkInState())
            self._left()

    # --- one person ---

    def show_person(self) -> None:
        self._put(page=Page.PERSON, suggestions=())

    def key(self, key: str) -> None:
        """A digit that is typed into no field: the answer to what is asked next."""
        page, person = self.state.page, self.state.person
        if page is Page.PERSON and person.kind is None and key in KINDS:
            self.choose_kind(KINDS[key])
        elif page is Page.PERSON and person.kind is WalkInKind.PUPIL and key in GRADES:
            self.choose_grade(GRADES[key])
        elif page is Page.COMPANION and key in COMPANIONS:
            self.choose_companion(COMPANIONS[key])
        elif page is Page.CLEARANCE and key in ("1", "2"):
            self.answer_clearance(agreed=key == "1")

    def step_back(self) -> None:
        """Takes the latest answer back that a digit gave."""
        if self.state.page is Page.PERSON:
            grade = self.state.person.grade
            self._person(grade="") if grade else self._person(kind=None)

    def choose_kind(self, kind: WalkInKind) -> None:
        pupil = kind is WalkInKind.PUPIL
        self._person(kind=kind, grade=self.state.person.grade if pupil else "")

    def choose_grade(self, grade: str) -> None:
        self._person(grade=grade)

    def toggle_consent(self) -> None:
        """A name is written down only where the parents agreed to it."""
        self._person(consent=not self.state.person.consent)

    def set_name(self, name: str) -> None:
        self._person(name=name)

    def choose_companion(self, kind: WalkInKind) -> None:
        """Registers a parent or a child who came along."""
        self._ask_clearance(partial(self._register, PersonForm(kind), self._accompanied))

    # --- a class ---

    def show_class(self) -> None:
        self._put(page=Page.CLASS, suggestions=())
        self._ask_nameless()

    def set_class(self, **fields: str) -> None:
        """Changes fields of the class: `grade`, `leader`, `pupils`, `adults`."""
        self._put(school_class=replace(self.state.school_class, **fields))

    # --- both ---

    def set_school(self, school: str) -> None:
        """The school as far as it is typed; schools of the list are suggested."""
        fits = fitting(self._schools, school, SUGGESTIONS) if school.strip() else []
        self._put_school(school, () if fits == [school] else tuple(fits))

    def take_school(self, school: str) -> None:
        """A suggestion was taken."""
        self._put_school(school, ())

    def enter(self) -> None:
        """Records what the open form says, once it is complete."""
        if not self.state.complete:
            return
        if self.state.page is Page.PERSON:
            self._ask_clearance(partial(self._register, self.state.person, 0))
        else:
            self._ask_clearance(partial(self._register_class, self.state.school_class))

    def answer_clearance(self, *, agreed: bool) -> None:
        """Whoever is not cleared is not registered: the manager decides."""
        if not agreed:
            self._put(page=Page.NOT_CLEARED)
        elif self._send is not None:
            self._send(cleared=agreed)

    # --- names, later ---

    def write_names(self) -> None:
        """Opens the list of a class's names, as far as it was typed before."""
        done = self.state.done
        if done is not None and done.kind is WalkInKind.CLASS and self.state.page is not Page.NAMES:
            self._named_from = self.state.page
            self._put(page=Page.NAMES, names=self._unsaved.get(done.ticket, ""))

    def name_later(self, place: int) -> None:
        """Opens the names of one of the classes that have none yet, by its place."""
        if self.state.page is Page.CLASS and place < len(self.state.nameless):
            self._put(done=self.state.nameless[place], suggestions=())
            self.write_names()

    def set_names(self, names: str) -> None:
        """They are kept for their class until they are saved, wherever one goes meanwhile."""
        if self.state.done is not None:
            self._unsaved[self.state.done.ticket] = names
        self._put(names=names)

    def save_names(self) -> None:
        """Writes down the names, one a line."""
        done = self.state.done
        names = [tidy(line) for line in self.state.names.splitlines() if line.strip()]
        if done is None or not names or not self.state.names_fit or self._busy:
            return
        self._save(done, names)

    def _save(self, done: Done, names: list[str]) -> None:
        self._busy = True
        named = partial(self._named, replace(done, named=done.named + len(names)))
        again = partial(self._save, done, names)
        self._desk.name_class(done.ticket, names, named, partial(self._fail, again))

    def _named(self, done: Done, _record: Record) -> None:
        self._busy = False
        self._unsaved.pop(done.ticket, None)
        self._put(page=Page.DONE, done=done, names="", nameless=())
        self._recorded()

    def _leave_names(self) -> None:
        if self._named_from is Page.CLASS:
            self.show_class()
        else:
            self._put(page=Page.DONE)

    def _ask_nameless(self) -> None:
        if self.state.page is Page.CLASS:
            self._desk.nameless_classes(NAMELESS, self._take_nameless, self._do_without_nameless)

    def _take_nameless(self, found: Sequence[Registration]) -> None:
        if self.state.page is Page.CLASS:
            self._put(nameless=tuple(Done.of(one) for one in found))

    def _do_without_nameless(self, _error: Exception) -> None:
        """Those that were found last stay."""

    # --- on paper ---

    def print_sticker(self) -> None:
        """Prints the number and its QR; scans go on meanwhile, and so does everything else."""
        done, site = self.state.done, self._site()
        if done is None or self.state.page is not Page.DONE:
            return
        lines = tuple(part for part in (class_name(done.grade), done.school) if part)
        sticker = Sticker(done.code, done.label, site.name if site else "", lines)
        self._desk.print_sticker(sticker, partial(self._printed, done.ticket))

    def _printed(self, ticket: int, sentence: str) -> None:
        done = self.state.done
        if done is not None and done.ticket == ticket:
            self._put(done=replace(done, printed=sentence))

    # --- recording ---

    def _ask_clearance(self, send: Send) -> None:
        site = self._site()
        self._send = send
        if site is not None and site.policy.asks_clearance:
            self._asked_from = self.state.page
            self._put(page=Page.CLEARANCE)
        else:
            send(cleared=False)

    def _register(self, person: PersonForm, accompanies: int, *, cleared: bool) -> None:
        if self._busy or person.kind is None:
            return
        self._busy = True
        again = partial(self._register, person, accompanies, cleared=cleared)
        self._desk.register_walk_in(
            person.kind,
            grade=person.grade,
            school=person.school.strip(),
            name=tidy(person.name) if person.consent else "",
            accompanies=accompanies,
            cleared=cleared,
            done=self._answer,
            failed=partial(self._fail, again),
        )

    def _register_class(self, form: ClassForm, *, cleared: bool) -> None:
        if self._busy:
            return
        self._busy = True
        again = partial(self._register_class, form, cleared=cleared)
        self._desk.register_class(
            school=form.school.strip(),
            grade=form.grade.strip(),
            leader=tidy(form.leader),
            pupils=int(form.pupils or 0),
            adults=int(form.adults or 0),
            cleared=cleared,
            done=self._answer,
            failed=partial(self._fail, again),
        )

    def _answer(self, registration: Registration) -> None:
        self._busy = False
        done = Done.of(registration)
        self._begin(WalkInState(page=Page.DONE, done=done))
        self._recorded()

    def _fail(self, again: Again, error: Exception) -> None:
        self._busy = False
        self._not_recorded(error, again)

    # --- the state ---

    def _take_schools(self, schools: list[str]) -> None:
        self._schools = schools

    def _do_without_schools(self, _error: Exception) -> None:
        """Without suggestions a school is typed in full."""
        self._schools = []

    def _put_school(self, school: str, suggestions: tuple[str, ...]) -> None:
        if self.state.page is Page.CLASS:
            self.set_class(school=school)
        else:
            self._person(school=school)
        self._put(suggestions=suggestions)

    def _person(self, **changes: Any) -> None:
        self._put(person=replace(self.state.person, **changes))

    def _begin(self, state: WalkInState) -> None:
        self._send, self._waits = None, False
        self.state = state
        self._show(state)

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)
