"""The gate as a whole: its own presenter, and those whose pages take its stage in turn.

A scan takes the stage back from whatever holds it, and nothing that was begun there is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.admission import LET_THROUGH, VerdictName
from kiosk.domain.records import Record
from kiosk.domain.staff import Right
from kiosk.domain.visitors import Visitor
from kiosk.operations.check_in import CheckIn
from kiosk.ui.crew import Crew
from kiosk.ui.group_count import GroupCount
from kiosk.ui.screens.gate.presenter import Again, GatePresenter
from kiosk.ui.screens.gate.state import GateState, Stage
from kiosk.ui.screens.gate.view import GateView
from kiosk.ui.screens.reason.presenter import ReasonPresenter, ReasonState
from kiosk.ui.screens.reason.view import ReasonView
from kiosk.ui.stage_hold import StageHold
from kiosk.ui.surroundings import Surroundings
from kiosk.ui.tone import Tone
from kiosk.ui.whole_desk import WholeDesk

if TYPE_CHECKING:
    from kiosk.ui.screens.search.presenter import SearchPresenter
    from kiosk.ui.screens.search.state import SearchState
    from kiosk.ui.screens.search.view import SearchView
    from kiosk.ui.screens.walk_in.presenter import WalkInPresenter
    from kiosk.ui.screens.walk_in.state import WalkInState
    from kiosk.ui.screens.walk_in.view import WalkInView


class Entrance:
    """Who holds the gate's stage, and what comes of it.

    `front` is called before an answer is shown: it is seen, whatever was opened since the scan.
    """

    def __init__(
        self,
        desk: WholeDesk,
        surroundings: Surroundings,
        crew: Crew,
        view: GateView,
        *,
        shown: Callable[[GateState], None],
        sound: Callable[[Tone], None],
        front: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._surroundings = surroundings
        self._crew = crew
        self._view = view
        self._shown = shown
        self._sound = sound
        self._front = front
        self._hold = StageHold(view)
        self._group = GroupCount(
            desk,
            crew,
            view,
            self._hold,
            counted=self._counted,
            dismissed=self._dismissed,
            failed=self._fail,
        )
        self.gate = GatePresenter(
            desk,
            surroundings,
            self._show,
            front=self._come_forward,
            count=self._group.ask,
            sound=sound,
        )
        crew.listen(self._crew_changed)
        self._connect()
        self._crew_changed()

    def scan(self, text: str, source: str, *, leaving: bool = False) -> None:
        """Answers a scan; what was open waits or is left, and is never typed into."""
        self.clear()
        self.gate.scan(text, source, leaving=leaving)

    @property
    def rests(self) -> bool:
        """Whether nobody is being answered and nothing was begun."""
        return self._hold.page is None and self.gate.state.stage is Stage.READY

    def clear(self) -> None:
        """Gives the stage back to the gate."""
        self._hold.clear()

    def count_all(self) -> None:
        """Answers a group's count, if one is asked for, with all who are still awaited."""
        self._group.count_all()

    def put_away(self) -> None:
        """Nobody looks after the screen: names go; what was begun and not recorded waits."""
        if self._group.is_open:
            self._group.hide_names()
        else:
            self.clear()
        self.gate.hide_name()

    def turn_away(self) -> None:
        """Something else is looked at: a green answer must not meet whoever comes next."""
        state = self.gate.state
        is_green = state.answer is not None and state.answer.verdict in LET_THROUGH
        if is_green and state.stage is Stage.ANSWER and not state.busy:
            self.gate.close()

    def begin_anew(self) -> None:
        """Whatever is shown belongs to what was before."""
        self.clear()
        self.gate.close()

    # --- a group ---

    def _counted(self, asked: CheckIn, record: Record) -> None:
        self.gate.counted(asked, record)

    def _dismissed(self) -> None:
        self.gate.close()
        self._surroundings.refresh_later()

    # --- without a ticket ---

    @cached_property
    def _search_page(self) -> SearchView:
        from kiosk.ui.screens.search.view import SearchView

        page = SearchView()
        self._view.add_page(page)
        page.connect_to(self._search)
        page.walk_in_wanted.connect(self._open_walk_in)
        return page

    @cached_property
    def _search(self) -> SearchPresenter:
        from kiosk.ui.screens.search.presenter import SearchPresenter

        return SearchPresenter(
            self._desk,
            self._show_search,
            site=self._surroundings.site,
            checked_in=self._found,
            not_recorded=self._fail,
            walk_in_for=self._walk_in_for,
            left=lambda: self._hold.leave(self._search_page),
        )

    @cached_property
    def _walk_in_page(self) -> WalkInView:
        from kiosk.ui.screens.walk_in.view import WalkInView

        page = WalkInView()
        self._view.add_page(page)
        page.connect_to(self._walk_in)
        return page

    @cached_property
    def _walk_in(self) -> WalkInPresenter:
        from kiosk.ui.screens.walk_in.presenter import WalkInPresenter

        return WalkInPresenter(
            self._desk,
            self._show_walk_in,
            site=self._surroundings.site,
            recorded=self._registered,
            not_recorded=self._fail,
            left=lambda: self._hold.leave(self._walk_in_page),
        )

    def _open_search(self, letters: str = "") -> None:
        self.turn_away()
        self._hold.give(self._search_page, put_aside=self._search.forget)
        if letters:
            self._search.type(letters)

    def _found(self, checked: CheckIn, one: Visitor | None) -> None:
        self._hold.leave(self._search_page)
        self.gate.answer(checked)
        if one is not None:
            self._group.expect_one(one)

    def _open_walk_in(self) -> None:
        self.clear()
        self.turn_away()
        self._walk_in.open()
        self._show_registration()

    def _walk_in_for(self, visitor: Visitor) -> None:
        self._walk_in.open_for(visitor)
        self._show_registration()

    def _accompany(self) -> None:
        checked, state = self.gate.checked, self.gate.state
        admitted = checked is not None and checked.verdict.name is VerdictName.ADMITTED
        if checked is not None and admitted and state.stage is Stage.ANSWER:
            self._walk_in.accompany(checked)
            self._show_registration()

    def _show_registration(self) -> None:
        tone = self._walk_in.state.tone
        self._hold.give(self._walk_in_page, tone, self._walk_in.set_aside)

    def _show_walk_in(self, state: WalkInState) -> None:
        self._walk_in_page.show_state(state)
        if self._hold.page is self._walk_in_page:
            self._view.hold(self._walk_in_page, state.tone)

    def _registered(self) -> None:
        """It is durable: the number comes to the front, also when the page was left meanwhile."""
        from kiosk.ui.screens.walk_in.state import Page

        if self._walk_in.state.page is Page.DONE:
            self._front()
            self.gate.close()
            self._show_registration()
            self._sound(Tone.GO)
        self._surroundings.refresh_later()

    # --- deciding otherwise ---

    @cached_property
    def _reason_page(self) -> ReasonView:
        page = ReasonView()
        self._view.add_page(page)
        page.connect_to(self._reason)
        return page

    @cached_property
    def _reason(self) -> ReasonPresenter:
        return ReasonPresenter(
            self._desk,
            self._show_reason,
            admitted=self._admitted,
            not_recorded=self._fail,
            left=lambda: self._hold.leave(self._reason_page),
        )

    def _decide(self) -> None:
        """F7: lets a refused ticket in for a reason, or counts again who of a group left."""
        checked, answer = self.gate.checked, self.gate.state.answer
        if checked is None or answer is None or self.gate.state.stage is not Stage.ANSWER:
            return
        if answer.left_in_part:
            self._group.ask_leaving(checked)
        elif answer.overrulable and self._crew.may(Right.OVERRIDE):
            self._reason.open(checked)
            self._hold.give(self._reason_page)

    def _admitted(self, checked: CheckIn) -> None:
        self._hold.leave(self._reason_page)
        self.gate.answer(checked)

    # --- the stage ---

    def _come_forward(self) -> None:
        self.clear()
        self._front()

    def _fail(self, error: Exception, again: Again) -> None:
        self.clear()
        self.gate.fail(error, again)

    def _show_search(self, state: SearchState) -> None:
        self._search_page.show_state(state)

    def _show_reason(self, state: ReasonState) -> None:
        self._reason_page.show_state(state)

    def _show(self, state: GateState) -> None:
        self._view.show_state(state)
        self._shown(state)

    def _reply(self, index: int) -> None:
        answer = self.gate.state.answer
        if answer is not None and index < len(answer.replies):
            self.gate.reply(answer.replies[index])

    def _crew_changed(self) -> None:
        may_override = self._crew.may(Right.OVERRIDE)
        self.gate.allow(override=may_override, may_undo=self._crew.may_undo)
        if not may_override and isinstance(self._hold.page, ReasonView):
            self.clear()

    def _connect(self) -> None:
        view, gate = self._view, self.gate
        view.undo_wanted.connect(gate.undo)
        view.undo_chosen.connect(gate.undo)
        view.undo_reason.connect(gate.undo_because)
        view.name_wanted.connect(gate.show_name)
        view.name_faded.connect(gate.hide_name)
        view.code_wanted.connect(gate.start_code)
        view.digit_typed.connect(gate.digit)
        view.erase_wanted.connect(gate.backspace)
        view.enter_pressed.connect(gate.enter)
        view.turn_wanted.connect(gate.turn_round)
        view.reply_wanted.connect(self._reply)
        view.letter_typed.connect(self._open_search)
        view.search_wanted.connect(self._open_search)
        view.walk_in_wanted.connect(self._open_walk_in)
        view.companion_wanted.connect(self._accompany)
        view.decision_wanted.connect(self._decide)
