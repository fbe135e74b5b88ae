"""The settings of the kiosk in its store, and of the computer in their file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.desk.lanes import Done, Lanes
from kiosk.domain.local_policy import LocalPolicy
from kiosk.domain.staff import Right
from kiosk.operations.ports import Cause, NotRecorded, UnitOfWork
from kiosk.operations.recording import Moment
from kiosk.operations.settings import (
    SiteSettings,
    rename_entrance,
    set_policies,
    site_settings,
)
from kiosk.operations.staff import require
from kiosk.settings import BadSettings, Settings
from kiosk.ui.desk import Failed
from kiosk.ui.screens.settings.state import Choices, Found


class SettingsDesk:
    """The screens' port of this name.

    `now` are the settings that the program goes by; `keep` makes others of them and saves those,
    and may raise BadSettings.
    """

    def __init__(
        self, lanes: Lanes, now: Callable[[], Settings], keep: Callable[[Settings], None]
    ) -> None:
        self._lanes = lanes
        self._now = now
        self._keep = keep

    def settings(self, done: Done[Found], failed: Failed) -> None:
        self._lanes.read(_site, lambda site: done(_found(self._now(), site)), failed)

    def save_settings(
        self, before: Choices, after: Choices, done: Done[None], failed: Failed
    ) -> None:
        """The store first: where that refuses, the file is as it was."""

        def job(uow: UnitOfWork, moment: Moment) -> None:
            require(uow, moment.operator, Right.SETTINGS)
            _save(uow, before, after)

        def stored(_: None) -> None:
            try:
                self._keep(_changed(self._now(), after))
            except BadSettings as error:
                failed(NotRecorded(Cause.READ_ONLY, str(error)))
            else:
                done(None)

        self._lanes.write(job, stored, failed)


def _site(uow: UnitOfWork) -> SiteSettings | None:
    return site_settings(uow) if uow.binding() else None


def _found(now: Settings, site: SiteSettings | None) -> Found:
    choices = Choices(now.language, now.sound, now.volume, now.full_screen, now.idle_minutes)
    if site is None:
        return Found(choices)
    policy = site.local.over(site.roster)
    return Found(replace(choices, entrance=site.entrance, policy=policy), site.roster)


def _save(uow: UnitOfWork, before: Choices, after: Choices) -> None:
    if after.entrance != before.entrance:
        rename_entrance(uow, after.entrance)
    if after.policy is not None and after.policy != before.policy:
        set_policies(uow, LocalPolicy.between(site_settings(uow).roster, after.policy))


def _changed(now: Settings, after: Choices) -> Settings:
    return replace(
        now,
        language=after.language,
        sound=after.sound,
        volume=after.volume,
        full_screen=after.full_screen,
        idle_minutes=after.idle_minutes,
    )
