"""The registration without a ticket as it is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.domain.walk_ins import WalkInKind
from kiosk.ui.screens.walk_in.class_page import ClassPage
from kiosk.ui.screens.walk_in.names_page import NamesPage
from kiosk.ui.screens.walk_in.person_page import PersonPage
from kiosk.ui.screens.walk_in.presenter import WalkInPresenter
from kiosk.ui.screens.walk_in.question_page import QuestionPage
from kiosk.ui.screens.walk_in.result_pages import DonePage, NotClearedPage
from kiosk.ui.screens.walk_in.state import Page, WalkInState


class WalkInView(QWidget):
    """Paints a WalkInState on the stage, whose tone is the state's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.person, self.school_class = PersonPage(), ClassPage()
        self.companion = QuestionPage(
            self.tr("Who else is coming in?"),
            self.tr("They get a number of their own"),
            self.tr("Parent"),
            self.tr("Child"),
        )
        self.clearance = QuestionPage(
            self.tr("Is the clearance agreed?"),
            self.tr("This site lets in only those who are cleared. Ask the manager if in doubt"),
            self.tr("Yes"),
            self.tr("No"),
        )
        self.not_cleared, self.done, self.names = NotClearedPage(), DonePage(), NamesPage()
        self._pages: dict[Page, QWidget] = {
            Page.PERSON: self.person,
            Page.CLASS: self.school_class,
            Page.COMPANION: self.companion,
            Page.CLEARANCE: self.clearance,
            Page.NOT_CLEARED: self.not_cleared,
            Page.DONE: self.done,
            Page.NAMES: self.names,
        }
        self._stack = QStackedLayout(self)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.show_state(WalkInState())

    def show_state(self, state: WalkInState) -> None:
        if state.page is Page.PERSON:
            self.person.show_state(state)
        elif state.page is Page.CLASS:
            self.school_class.show_state(state)
        elif state.page is Page.NAMES:
            self.names.show_state(state)
        elif state.done is not None:
            self.done.show_done(state.done)
        self._stack.setCurrentWidget(self._pages[state.page])

    def connect_to(self, presenter: WalkInPresenter) -> None:
        """Tells a presenter what the person at the gate wants."""
        for form in (self.person, self.school_class):
            form.person_wanted.connect(presenter.show_person)
            form.class_wanted.connect(presenter.show_class)
            form.record_wanted.connect(presenter.enter)
            form.school.changed.connect(presenter.set_school)
            form.school.taken.connect(presenter.take_school)
        self.person.kind_chosen.connect(lambda kind: presenter.choose_kind(WalkInKind(kind)))
        self.person.grade_chosen.connect(presenter.choose_grade)
        self.person.consent_pressed.connect(presenter.toggle_consent)
        self.person.name_changed.connect(presenter.set_name)
        self.person.key_typed.connect(presenter.key)
        self.person.erase_wanted.connect(presenter.step_back)
        self.school_class.field_changed.connect(
            lambda name, text: presenter.set_class(**{name: text})
        )
        self.school_class.names_wanted.connect(presenter.name_later)
        self.companion.answered.connect(presenter.key)
        self.clearance.answered.connect(presenter.key)
        self.done.print_wanted.connect(presenter.print_sticker)
        self.done.names_wanted.connect(presenter.write_names)
        self.names.changed.connect(presenter.set_names)
        self.names.save_wanted.connect(presenter.save_names)
        for page in (self.person, self.school_class, self.companion, self.clearance):
            page.close_wanted.connect(presenter.close)
        for last in (self.not_cleared, self.done, self.names):
            last.close_wanted.connect(presenter.close)
