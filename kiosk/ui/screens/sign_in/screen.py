"""The sign-in screen, brought together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.badges import is_badge
from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.sign_in.desk import SignInDesk
from kiosk.ui.screens.sign_in.presenter import SignInPresenter
from kiosk.ui.screens.sign_in.view import SignInView

if TYPE_CHECKING:
    from kiosk.operations.staff import Operator


class SignInScreen(ScreenPart[SignInView]):
    """A badge is answered here, whatever screen it was scanned on; a ticket is the gate's."""

    def __init__(
        self,
        desk: SignInDesk,
        *,
        signed_in: Callable[[Operator], None],
        left: Callable[[], None],
    ) -> None:
        super().__init__(SignInView())
        self._presenter = SignInPresenter(
            desk, self.view.show_state, signed_in=signed_in, left=left
        )
        view, presenter = self.view, self._presenter
        view.chosen.connect(presenter.choose)
        view.more_wanted.connect(presenter.more)
        view.moved.connect(presenter.move)
        view.letter_typed.connect(presenter.letter)
        view.digit_typed.connect(presenter.digit)
        view.erase_wanted.connect(presenter.erase)
        view.enter_pressed.connect(presenter.enter)
        view.recovery_wanted.connect(presenter.recover)
        view.leave_wanted.connect(presenter.leave)

    def open(self) -> None:
        self._presenter.open()

    def scan(self, text: str, source: str) -> bool:  # noqa: ARG002 - from wherever it comes
        if not is_badge(text):
            return False
        self._presenter.scan(text)
        return True
