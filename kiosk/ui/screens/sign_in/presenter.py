"""The sign-in screen's behaviour: a badge, or a name and a PIN, or the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kiosk.domain.names import readings, words_of
from kiosk.domain.staff import PIN_LENGTH, RECOVERY_LENGTH
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.sign_in.desk import SignInDesk
from kiosk.ui.screens.sign_in.state import (
    ROWS,
    Notice,
    Person,
    SignInState,
    Stage,
    Trouble,
)

if TYPE_CHECKING:
    from kiosk.operations.sign_in import SignIn
    from kiosk.operations.staff import Operator


class SignInPresenter:
    """Tells `signed_in` who works the kiosk from now on, and `left` that nobody new does."""

    def __init__(
        self,
        desk: SignInDesk,
        show: Callable[[SignInState], None],
        *,
        signed_in: Callable[[Operator], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._show = show
        self._signed_in = signed_in
        self._left = left
        self._people: list[Person] = []
        self._fitting: list[Person] = []
        self._first = 0
        self._pin = ""
        self._operator: Operator | None = None
        self.state = SignInState()

    def open(self) -> None:
        """Begins anew, with the staff list as it is now."""
        self._pin, self._operator = "", None
        self.state = SignInState()
        self._list("")
        self._desk.staff(self._take_people, self._fail)

    def scan(self, text: str) -> None:
        """A badge signs its owner in, whatever else was begun."""
        self._put(busy=True, notice=None, failure=None)
        self._desk.sign_in_by_badge(text, self._answer, self._fail)

    # --- whom ---

    def letter(self, letters: str) -> None:
        """Only those stay in the list who have a word that begins so."""
        if self._is_typing(Stage.PIN):
            self._list((self.state.query + letters).lstrip())

    def more(self) -> None:
        """The next few people, and after the last ones the first."""
        following = self._first + ROWS
        self._turn_to(following if following < len(self._fitting) else 0)

    def move(self, steps: int) -> None:
        """Chooses the next person or the one before."""
        if not self._is_typing(Stage.PIN) or not self._fitting:
            return
        ids = [person.staff_id for person in self._fitting]
        now = ids.index(self.state.chosen) if self.state.chosen in ids else -1 if steps > 0 else 0
        place = (now + steps) % len(ids)
        self.choose(ids[place])
        self._turn_to(place - place % ROWS)

    def choose(self, staff_id: str) -> None:
        if self._is_typing(Stage.PIN):
            self._pin = ""
            self._put(chosen=staff_id, notice=None, failure=None)

    # --- with which secret ---

    def digit(self, digit: str) -> None:
        """A digit of the PIN or of the recovery code."""
        if self._is_typing(Stage.RECOVERY):
            code = (self.state.code + digit)[:RECOVERY_LENGTH]
            self._put(code=code)
        elif self._is_typing(Stage.PIN) and self.state.chosen:
            self._pin = (self._pin + digit)[:PIN_LENGTH]
            self._put()
        elif self._is_typing(Stage.PIN):
            self._put(notice=Notice(Trouble.NOBODY_CHOSEN))

    def erase(self) -> None:
        """Takes the last digit back, or where there is none the last letter of the name."""
        if self._is_typing(Stage.RECOVERY):
            self._put(code=self.state.code[:-1])
        elif self._is_typing(Stage.PIN) and self._pin:
            self._pin = self._pin[:-1]
            self._put()
        elif self._is_typing(Stage.PIN):
            self._list(self.state.query[:-1])

    def enter(self) -> None:
        """Sends what is complete; once the new recovery code is written down, goes on."""
        if self.state.stage is Stage.NEW_CODE:
            self._go_on()
        elif self.state.complete and not self.state.busy:
            code, pin, self._pin = self.state.code, self._pin, ""
            self._put(busy=True, code="", notice=None, failure=None)
            if self.state.stage is Stage.RECOVERY:
                self._desk.sign_in_by_recovery_code(code, self._answer, self._fail)
            else:
                self._desk.sign_in(self.state.chosen, pin, self._answer, self._fail)

    def recover(self) -> None:
        """Asks for the recovery code in place of a name and a PIN."""
        if self._is_typing(Stage.PIN):
            self._pin = ""
            self._put(stage=Stage.RECOVERY, code="", notice=None, failure=None)

    def leave(self) -> None:
        """From the recovery code back to the names; from the names away, and nobody signs in."""
        if self._is_typing(Stage.RECOVERY):
            self._put(stage=Stage.PIN, code="", notice=None, failure=None)
        elif self._is_typing(Stage.PIN):
            self._pin = ""
            self._put()
            self._left()

    # --- how ---

    def _is_typing(self, stage: Stage) -> bool:
        return self.state.stage is stage and not self.state.busy

    def _take_people(self, people: list[Operator]) -> None:
        self._people = [Person.of(operator) for operator in people]
        self._list(self.state.query)

    def _list(self, query: str) -> None:
        """Whoever is the only one that fits is chosen."""
        self._fitting = _fitting(self._people, query)
        ids = [person.staff_id for person in self._fitting]
        chosen = self.state.chosen if self.state.chosen in ids else ""
        if query and len(ids) == 1:
            chosen = ids[0]
        if chosen != self.state.chosen:
            self._pin = ""
        self._put(query=query, chosen=chosen)
        self._turn_to(0)

    def _turn_to(self, first: int) -> None:
        self._first = first
        shown = tuple(self._fitting[first : first + ROWS])
        self._put(people=shown, more=len(self._fitting) - len(shown))

    def _answer(self, found: SignIn) -> None:
        from kiosk.operations.sign_in import Locked, Means, SignedIn, Wrong

        self._put(busy=False)
        match found:
            case SignedIn(operator, Means.RECOVERY):
                self._operator = operator
                self._put(busy=True)
                self._desk.make_recovery_code(self._show_code, self._keep_code)
            case SignedIn(operator):
                self._operator = operator
                self._go_on()
            case Wrong(tries_left):
                self._put(notice=Notice(Trouble.WRONG, tries_left=tries_left))
            case Locked(left_ms):
                self._put(notice=Notice(Trouble.LOCKED, left_ms=left_ms))
            case unknown:
                self._put(notice=Notice(self._trouble_of(unknown.value)))

    def _trouble_of(self, unknown: str) -> Trouble:
        if self.state.stage is Stage.RECOVERY:
            return Trouble.NO_CODE
        troubles = {"badge": Trouble.UNKNOWN_BADGE, "pin": Trouble.NO_PIN}
        return troubles.get(unknown, Trouble.NOT_LISTED)

    def _show_code(self, code: str) -> None:
        self._put(stage=Stage.NEW_CODE, busy=False, code=code)

    def _keep_code(self, _error: Exception) -> None:
        """The code that was just used stays good, so nobody is locked out."""
        self._go_on()

    def _go_on(self) -> None:
        operator, self._operator = self._operator, None
        self._put(stage=Stage.PIN, busy=False, code="")
        if operator is not None:
            self._signed_in(operator)

    def _fail(self, error: Exception) -> None:
        self._put(busy=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        state = replace(self.state, **changes, typed=len(self._pin))
        recovering = state.stage is Stage.RECOVERY
        typed = len(state.code) == RECOVERY_LENGTH if recovering else state.typed == PIN_LENGTH
        self.state = replace(state, complete=typed)
        self._show(self.state)


def _fitting(people: list[Person], query: str) -> list[Person]:
    """Those with words that begin like all of the query's; if there are none as it was typed, it is
    read as the other layout's keys.
    """
    if not query:
        return people
    for reading in readings(query):
        typed = words_of(reading)
        found = [person for person in people if typed and _fits(person, typed)]
        if found:
            return found
    return []


def _fits(person: Person, typed: list[str]) -> bool:
    words = words_of(person.full_name)
    return all(any(word.startswith(part) for word in words) for part in typed)
