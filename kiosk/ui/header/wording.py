"""The words of the header's chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.ui.wording import number

if TYPE_CHECKING:
    from kiosk.ui.header.presenter import HeaderState
    from kiosk.ui.header.worries import ListOld, ScannerGone, Worry

translate = QCoreApplication.translate


def network_chip(state: HeaderState) -> str:
    """How the network is, and what is not sent yet; beside a worry there is room for less."""
    if state.worry is not None:
        return _short_network(state)
    pending = number(state.pending)
    if not state.online and state.offline_hours:
        words = translate("header", "No network for {hours} h · {count} saved")
        return words.format(hours=number(state.offline_hours), count=pending)
    if not state.online:
        return translate("header", "No network · {count} saved").format(count=pending)
    if not state.pending:
        return translate("header", "Online · everything sent")
    if state.sending:
        return translate("header", "Sending… {count}").format(count=pending)
    return translate("header", "Online · {count} to send").format(count=pending)


def _short_network(state: HeaderState) -> str:
    if not state.online and state.offline_hours:
        hours = number(state.offline_hours)
        return translate("header", "No network for {hours} h").format(hours=hours)
    if not state.online:
        return translate("header", "No network")
    if state.pending and state.sending:
        return translate("header", "Sending…")
    return translate("header", "Online")


def worry_chip(worry: Worry) -> str:
    """What to look after, in two or three words."""
    from kiosk.ui.header.worries import DiskLow, ScannerGone

    if isinstance(worry, DiskLow):
        size = QLocale().toString(worry.tenths / 10, "f", 1)
        return translate("header", "Low disk: {size} GB").format(size=size)
    if isinstance(worry, ScannerGone):
        return _scanner(worry)
    return _list(worry)


def _scanner(gone: ScannerGone) -> str:
    from kiosk.domain.devices import DeviceKind, Link

    unplugged = gone.link in {Link.LOST, Link.MISSING}
    if gone.kind is DeviceKind.CAMERA:
        if unplugged:
            return translate("header", "Camera unplugged")
        return translate("header", "Camera does not work")
    if unplugged:
        return translate("header", "Scanner unplugged")
    return translate("header", "Scanner does not work")


def _list(old: ListOld) -> str:
    if old.yesterday:
        return translate("header", "Yesterday's list")
    return translate("header", "List of {day}").format(day=f"{old.day:%d.%m}")
