"""What the window is fitted with beside its screens, as this computer's settings say.

Sounds, scanners, the watch for idleness, kiosk mode, and the doorbell for a second start.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.app.lookout import Lookout
from kiosk.desk import LaneDesk
from kiosk.domain.devices import DeviceSettings
from kiosk.domain.staff import Right
from kiosk.scanning.devices import Devices
from kiosk.settings import BadSettings, Settings, save
from kiosk.ui.idle import IdleWatch
from kiosk.ui.screen import Screen
from kiosk.ui.sounds import Sounds
from kiosk.ui.window import MainWindow

if TYPE_CHECKING:
    from kiosk.app.press import QueuedPress
    from kiosk.desk.paper import PaperDesk
    from kiosk.ui.conductor import Conductor, Factories
    from kiosk.ui.doorbell import Doorbell
    from kiosk.ui.kiosk_mode import KioskMode
    from kiosk.ui.screens.on_site.screen import OnSiteScreen
    from kiosk.ui.screens.paper_entry.screen import PaperScreen
    from kiosk.ui.screens.self_test.screen import SelfTestScreen
    from kiosk.ui.screens.settings.screen import SettingsScreen
    from kiosk.ui.screens.settings.state import Choices

_MINUTE_MS = 60_000


class Fittings(QObject):
    """They are made with the desk, and settle into each window once its gate answers.

    `alone`: the window is no demo's and no practice's, so that it may fill the screen, keep other
    starts away, and be made anew in another language.
    """

    language_changed = Signal()

    def __init__(
        self,
        parent: QObject,
        desk: LaneDesk,
        data_dir: Path,
        settings: Settings,
        scanners: Devices,
        *,
        alone: bool,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.sounds = Sounds(self, volume=settings.volume, on=settings.sound)
        self._desk = desk
        self._data_dir = data_dir
        self._scanners = scanners
        self._alone = alone
        self._lookout = Lookout(self, desk, scanners)
        self._window: MainWindow | None = None
        self._idle: IdleWatch | None = None
        self._kiosk_mode: KioskMode | None = None
        self._doorbell: Doorbell | None = None
        self._press: QueuedPress | None = None

    @property
    def press(self) -> QueuedPress:
        """Made when paper is needed first; most days it is not."""
        if self._press is None:
            from kiosk.app.press import QueuedPress

            self._press = QueuedPress(self, lambda: self.settings)
        return self._press

    def screens(self) -> Factories:
        """The screens that need more of the program than the desk."""
        return {
            Screen.SELF_TEST: self._self_test,
            Screen.SETTINGS: self._settings_screen,
            Screen.ON_SITE: self._on_site,
            Screen.PAPER: self._paper,
        }

    def begin(self) -> None:
        """Opens the ports and the camera, loads the sounds, listens for a second start."""
        self._scanners.start()
        self.sounds.prepare()
        if self._alone:
            from kiosk.machine.one_instance import address_of
            from kiosk.ui.doorbell import Doorbell

            self._doorbell = Doorbell(address_of(self._data_dir), self)
            self._doorbell.rung.connect(self._come_forward)

    def settle(self, window: MainWindow) -> None:
        """Moves into a window that is shown."""
        self._window = window
        self._lookout.tell(window)
        self._watch()
        if self._alone:
            from kiosk.ui.kiosk_mode import KioskMode

            self._kiosk_mode = KioskMode(window)
            self._kiosk_mode.exit_wanted.connect(self._leave)
            self._kiosk_mode.set_on(self.settings.full_screen)

    def touched(self) -> None:
        """Somebody scanned, which no key and no click may tell of."""
        if self._idle is not None:
            self._idle.touched()

    def stop(self) -> None:
        """Ends timers, sounds and the doorbell; the scanners are their owner's."""
        if self._idle is not None:
            self._idle.stop()
        self._lookout.stop()
        self.sounds.stop()
        if self._doorbell is not None:
            self._doorbell.close()
        if self._press is not None:
            self._press.stop()

    def _watch(self) -> None:
        if self._idle is not None:
            self._idle.stop()
        handle = self._window.windowHandle() if self._window is not None else None
        if self._window is not None and handle is not None:
            self._idle = IdleWatch(handle, self.settings.idle_minutes * _MINUTE_MS)
            self._idle.idle.connect(self._window.idle)
            self._idle.back.connect(self._window.attended)

    def _come_forward(self) -> None:
        if self._kiosk_mode is not None:
            self._kiosk_mode.come_forward()

    def _leave(self) -> None:
        """A key that closes windows was pressed in kiosk mode: the manager decides."""
        if self._window is not None:
            self._window.ask_for(Right.SETTINGS, self._window.close)

    def _self_test(self, conductor: Conductor) -> SelfTestScreen:
        from kiosk.ui.screens.self_test.screen import SelfTestScreen

        def hhmm(at_ms: int) -> str:
            site = conductor.site
            return f"{site.local(at_ms):%H:%M}" if site else ""

        return SelfTestScreen(
            self._scanners, keep=self._keep_devices, hhmm=hhmm, leave=conductor.leave
        )

    def _settings_screen(self, conductor: Conductor) -> SettingsScreen:
        from kiosk.desk.settings import SettingsDesk
        from kiosk.ui.screens.settings.screen import SettingsScreen

        desk = SettingsDesk(self._desk.lanes, lambda: self.settings, self._keep)
        return SettingsScreen(
            desk,
            self.sounds,
            saved=self._saved,
            devices=lambda: conductor.show_screen(Screen.SELF_TEST),
            leave=conductor.leave,
        )

    def _paper_desk(self) -> PaperDesk:
        from kiosk.desk.paper import PaperDesk

        return PaperDesk(self._desk.lanes, self.press)

    def _on_site(self, conductor: Conductor) -> OnSiteScreen:
        from kiosk.ui.screens.on_site.screen import OnSiteScreen

        return OnSiteScreen(self._paper_desk(), conductor.leave)

    def _paper(self, conductor: Conductor) -> PaperScreen:
        from kiosk.ui.screens.paper_entry.screen import PaperScreen

        surroundings = conductor.surroundings
        return PaperScreen(
            self._paper_desk(),
            site=surroundings.site,
            recorded=surroundings.refresh_later,
            leave=conductor.leave,
        )

    def _keep(self, after: Settings) -> None:
        """Goes by other settings from now on. Raises BadSettings where they cannot be saved."""
        save(self.settings, after)
        self.settings = after

    def _keep_devices(self, devices: DeviceSettings) -> None:
        """The scanners that were switched on are there at the next start too."""
        after = replace(self.settings, devices=devices)
        with suppress(BadSettings):  # they work until the program ends
            save(self.settings, after)
        self.settings = after

    def _saved(self, before: Choices, after: Choices) -> None:
        if self._kiosk_mode is not None:
            self._kiosk_mode.set_on(after.full_screen)
        if after.idle_minutes != before.idle_minutes:
            self._watch()
        if self._window is not None:
            self._window.refresh()
        if after.language != before.language and self._alone:
            self.language_changed.emit()
