"""The settings screen's behaviour: nothing is kept before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.domain.names import is_label
from kiosk.ui.failure import failure_of
from kiosk.ui.screens.settings.desk import SettingsDesk, Speaker
from kiosk.ui.screens.settings.state import (
    IDLE_STEPS,
    VOLUME_STEP,
    VOLUMES,
    Choices,
    Found,
    Policy,
    SettingsState,
)
from kiosk.ui.tone import Tone


class SettingsPresenter:
    """Tells `saved` what was kept before and what is now, and `left` that somebody goes away."""

    def __init__(
        self,
        desk: SettingsDesk,
        speaker: Speaker,
        show: Callable[[SettingsState], None],
        *,
        saved: Callable[[Choices, Choices], None],
        left: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._speaker = speaker
        self._show = show
        self._saved = saved
        self._left = left
        self.state = SettingsState()

    def open(self) -> None:
        """Shows what is kept; what was chosen before a scan came in between is still there."""
        if self.state.changed:
            self._put(naming=False, asking=False)
            return
        self._put(naming=False, asking=False, unnamed=False, busy=True, failure=None)
        self._desk.settings(self._take, self._fail)

    # --- what is chosen ---

    def start_naming(self) -> None:
        if self.state.now is not None and self.state.now.policy is not None:
            self._put(naming=True, asking=False)

    def name_entrance(self, name: str) -> None:
        self._choose(entrance=name)

    def choose_language(self, language: str) -> None:
        self._choose(language=language)

    def switch_sound(self, *, on: bool) -> None:
        self._choose(sound=on)

    def step_volume(self, steps: int) -> None:
        if self.state.now is not None:
            volume = self.state.now.volume + steps * VOLUME_STEP
            self._choose(volume=max(VOLUMES[0], min(volume, VOLUMES[-1])))

    def try_sound(self) -> None:
        """Plays the sound of an entry, as loud as it is chosen now."""
        if self.state.now is not None:
            self._speak(self.state.now)
            self._speaker.play(Tone.GO)

    def switch_full_screen(self, *, on: bool) -> None:
        self._choose(full_screen=on)

    def step_idle(self, steps: int) -> None:
        if self.state.now is not None:
            self._choose(idle_minutes=_stepped(self.state.now.idle_minutes, steps))

    def switch_policy(self, policy: Policy, *, on: bool) -> None:
        if self.state.now is not None and self.state.now.policy is not None:
            self._choose(policy=replace(self.state.now.policy, **{policy.value: on}))

    # --- how it ends ---

    def save(self) -> None:
        """Keeps what has changed; where nothing has, there is nothing to wait for.

        While the entrance's name is typed, only that ends.
        """
        before, now = self.state.before, self.state.now
        if before is None or now is None or self.state.busy:
            return
        if self.state.naming:
            self._put(naming=False)
        elif not self.state.changed:
            self._go()
        elif now.entrance != before.entrance and not is_label(now.entrance):
            self._put(unnamed=True, asking=False)
        else:
            self._put(busy=True, asking=False, failure=None)
            self._desk.save_settings(before, now, self._keep, self._fail)

    def leave(self) -> None:
        """Leaves; asks before if something would be lost, and asked again, stays."""
        if self.state.busy:
            return
        if self.state.naming:
            self._put(naming=False)
        elif self.state.changed:
            self._put(asking=not self.state.asking)
        else:
            self._go()

    def discard(self) -> None:
        """Leaves everything as it was before."""
        if not self.state.busy:
            self._put(now=self.state.before, asking=False, unnamed=False, failure=None)
            self._go()

    # --- how ---

    def _choose(self, **changes: Any) -> None:
        if self.state.now is not None and not self.state.busy:
            now = replace(self.state.now, **changes)
            self._put(now=now, asking=False, unnamed=False, failure=None)

    def _take(self, found: Found) -> None:
        self._put(before=found.choices, now=found.choices, roster=found.roster, busy=False)

    def _keep(self, _: None) -> None:
        before, now = self.state.before, self.state.now
        self._put(before=now, busy=False)
        if before is not None and now is not None:
            self._speak(now)
            self._saved(before, now)

    def _go(self) -> None:
        """Also the sounds are as they were, after they were tried."""
        if self.state.before is not None:
            self._speak(self.state.before)
        self._left()

    def _speak(self, choices: Choices) -> None:
        self._speaker.set_on(choices.sound)
        self._speaker.set_volume(choices.volume)

    def _fail(self, error: Exception) -> None:
        self._put(busy=False, failure=failure_of(error))

    def _put(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._show(self.state)


def _stepped(minutes: int, steps: int) -> int:
    """The next larger or smaller of the times to choose from."""
    if steps > 0:
        return next((step for step in IDLE_STEPS if step > minutes), minutes)
    return next((step for step in reversed(IDLE_STEPS) if step < minutes), minutes)
