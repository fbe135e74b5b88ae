"""The whole port through which the screens reach the operations: each screen names its part."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from kiosk.ui.desk import Desk, Failed
from kiosk.ui.screens.briefing.desk import BriefingDesk
from kiosk.ui.screens.count.presenter import CountDesk
from kiosk.ui.screens.gate.desk import GateDesk
from kiosk.ui.screens.readiness.presenter import Examiner
from kiosk.ui.screens.reason.presenter import ReasonDesk
from kiosk.ui.screens.search.desk import SearchDesk
from kiosk.ui.screens.sign_in.desk import SignInDesk
from kiosk.ui.screens.start_day.presenter import StartDayDesk
from kiosk.ui.screens.walk_in.desk import WalkInDesk

if TYPE_CHECKING:
    from kiosk.operations.staff import Operator


class WholeDesk(
    Desk,
    GateDesk,
    CountDesk,
    SearchDesk,
    WalkInDesk,
    ReasonDesk,
    SignInDesk,
    BriefingDesk,
    StartDayDesk,
    Examiner,
    Protocol,
):
    """What people do at a kiosk, as a whole."""

    def present(self, done: Callable[[Operator | None], None], failed: Failed) -> None:
        """Who is signed in since an earlier start of the program, None for nobody."""
