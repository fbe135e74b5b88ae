"""Scanners at a serial port, which a USB cable most often only pretends to be."""

from __future__ import annotations

from PySide6.QtCore import QIODevice, QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo

from kiosk.domain.devices import DeviceChoice, Link, SerialSettings
from kiosk.scanning.lines import LineReader

PAUSE_MS = 200
"""A scanner that sends no end of line has ended when nothing came for this time."""

RETRY_MS = 1_000
"""How often a port that is not there is looked for."""

_Error = QSerialPort.SerialPortError
_HARMLESS = frozenset({_Error.NoError, _Error.TimeoutError})
_LINKS = {
    _Error.DeviceNotFoundError: Link.MISSING,
    _Error.PermissionError: Link.REFUSED,  # another program has the port, or the user may not
}


def serial_ports() -> tuple[DeviceChoice, ...]:
    """The serial ports of this computer now, those with a device's own name first."""
    ports = [
        DeviceChoice(info.portName(), info.description() or info.manufacturer())
        for info in QSerialPortInfo.availablePorts()
    ]
    return tuple(sorted(ports, key=lambda port: (not port.name, port.id)))


class SerialScanner(QObject):
    """Reads scans from a serial port, and opens it again whenever it comes back.

    A port that was unplugged still says that it is open, and would stay silent for ever: it is
    closed and tried anew, as is one that is not there yet.
    """

    scanned = Signal(str)
    link_changed = Signal(object)
    """The new Link."""

    def __init__(
        self, settings: SerialSettings, *, retry_ms: int = RETRY_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.link = Link.MISSING
        self._lines = LineReader()
        self._port = QSerialPort(self)
        self._port.setPortName(settings.port)
        self._port.setBaudRate(settings.baud)
        self._port.readyRead.connect(self._read)
        self._port.errorOccurred.connect(self._fail)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._end_line)
        self._retry = QTimer(self, singleShot=True, interval=retry_ms)
        self._retry.timeout.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Open the port, now or as soon as it is there."""
        if self._port.open(QIODevice.OpenModeFlag.ReadOnly):
            self._make_ready()
            self._put(Link.CONNECTED)

    def stop(self) -> None:
        """Close the port and look for it no more."""
        self._retry.stop()
        self._give_up_line()
        if self._port.isOpen():  # closing a closed one is an error to Qt
            self._port.close()

    def _make_ready(self) -> None:
        """Some scanners send nothing to a computer that does not say that it listens.

        Lines without these wires refuse, which does no harm. What was read before the port was
        open nobody waits for.
        """
        with QSignalBlocker(self._port):
            self._port.setDataTerminalReady(True)
            self._port.setRequestToSend(True)
            self._port.clear(QSerialPort.Direction.Input)

    @Slot()
    def _read(self) -> None:
        texts = self._lines.feed(bytes(self._port.readAll().data()))
        if self._lines.waiting:
            self._pause.start()
        else:
            self._pause.stop()
        for text in texts:
            self.scanned.emit(text)

    @Slot()
    def _end_line(self) -> None:
        text = self._lines.pause()
        if text:
            self.scanned.emit(text)

    @Slot(QSerialPort.SerialPortError)
    def _fail(self, error: QSerialPort.SerialPortError) -> None:
        if error in _HARMLESS:
            return
        worked = self.link in {Link.CONNECTED, Link.LOST}
        if self._port.isOpen():
            self._give_up_line()
            self._port.close()
            link = Link.LOST
        else:
            link = _LINKS.get(error, Link.FAILED)
        self._put(Link.LOST if worked and link is Link.MISSING else link)
        self._retry.start()

    def _give_up_line(self) -> None:
        """Half a code is worth nothing once the cable is out."""
        self._pause.stop()
        self._lines.clear()

    def _put(self, link: Link) -> None:
        if link is not self.link:
            self.link = link
            self.link_changed.emit(link)
