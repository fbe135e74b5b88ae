"""How each screen is made: they are many, and most of them are never needed on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kiosk.ui.screen import Screen
from kiosk.ui.screens.part import ScreenPart

if TYPE_CHECKING:
    from kiosk.ui.conductor import Conductor, Factories

IN_MENU = (
    Screen.START_DAY,
    Screen.BRIEFING,
    Screen.ON_SITE,
    Screen.PAPER,
    Screen.SIGN_IN,
    Screen.READINESS,
    Screen.SELF_TEST,
    Screen.SETTINGS,
)


def factories() -> Factories:
    """A factory for each screen but the gate."""
    return {
        Screen.TRIALS: _trials,
        Screen.CLOSING: _closing,
        Screen.WELCOME: _welcome,
        Screen.SIGN_IN: _sign_in,
        Screen.READINESS: _readiness,
        Screen.START_DAY: _start_day,
        Screen.BRIEFING: _briefing,
        Screen.MENU: _menu,
    }


def _trials(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.trials.screen import TrialsScreen

    return TrialsScreen(conductor.desk, conductor.surroundings, conductor.tell_header)


def _closing(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.closing.screen import ClosingScreen

    return ClosingScreen(conductor.desk, conductor.surroundings)


def _welcome(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.welcome.screen import WelcomeScreen

    return WelcomeScreen(conductor.desk, conductor.surroundings, conductor.tell_header)


def _sign_in(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.sign_in.screen import SignInScreen

    return SignInScreen(conductor.desk, signed_in=conductor.signed_in, left=conductor.leave)


def _readiness(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.readiness.screen import ReadinessScreen

    return ReadinessScreen(conductor.desk, conductor.leave)


def _start_day(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.start_day.screen import StartDayScreen

    return StartDayScreen(
        conductor.desk,
        site=lambda: conductor.site,
        recorded=conductor.day_started,
        leave=conductor.leave,
    )


def _briefing(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.briefing.screen import BriefingScreen

    return BriefingScreen(
        conductor.desk, recorded=conductor.surroundings.refresh_later, leave=conductor.leave
    )


def _menu(conductor: Conductor) -> ScreenPart[Any]:
    from kiosk.ui.screens.menu.screen import MenuScreen

    return MenuScreen(
        [screen for screen in IN_MENU if conductor.has(screen)],
        allowed=conductor.may_open,
        chosen=conductor.show_screen,
        practise=conductor.practise,
        leave=conductor.leave,
    )
