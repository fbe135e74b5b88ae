"""The settings, brought together."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.screens.part import ScreenPart
from kiosk.ui.screens.settings.desk import SettingsDesk, Speaker
from kiosk.ui.screens.settings.presenter import SettingsPresenter
from kiosk.ui.screens.settings.state import Choices, Policy
from kiosk.ui.screens.settings.view import SettingsView


class SettingsScreen(ScreenPart[SettingsView]):
    """`saved` is told what was kept before and what is now, `devices` opens the self-test."""

    def __init__(
        self,
        desk: SettingsDesk,
        speaker: Speaker,
        *,
        saved: Callable[[Choices, Choices], None],
        devices: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(SettingsView())
        view = self.view
        presenter = SettingsPresenter(desk, speaker, view.show_state, saved=saved, left=leave)
        self.presenter = presenter
        view.naming_wanted.connect(presenter.start_naming)
        view.entrance_typed.connect(presenter.name_entrance)
        view.language_chosen.connect(presenter.choose_language)
        view.sound_switched.connect(lambda on: presenter.switch_sound(on=on))
        view.volume_stepped.connect(presenter.step_volume)
        view.sound_wanted.connect(presenter.try_sound)
        view.full_screen_switched.connect(lambda on: presenter.switch_full_screen(on=on))
        view.idle_stepped.connect(presenter.step_idle)
        view.policy_switched.connect(self._switch_policy)
        view.save_wanted.connect(presenter.save)
        view.leave_wanted.connect(presenter.leave)
        view.discard_wanted.connect(presenter.discard)
        view.devices_wanted.connect(devices)

    def open(self) -> None:
        self.presenter.open()

    def _switch_policy(self, name: str, on: bool) -> None:  # noqa: FBT001 - a Qt signal's argument
        self.presenter.switch_policy(Policy(name), on=on)
