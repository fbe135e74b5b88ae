"""The camera as a scanner: frames in, scans out, and no thread left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtCore import QObject, QSize, QThread, QTimer, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.devices import Link
from kiosk.scanning.camera import CameraScanner, best_format, cameras
from kiosk.scanning.frame_reader import FrameReader
from kiosk.scanning.multimedia import (
    QCameraDevice,
    QCameraFormat,
    QVideoFrame,
    QVideoFrameFormat,
)
from tests.unit.scanning.pictures import as_qimage, scene

FIRST, SECOND = "ED" + "ABCDEFGHIJ" * 12, "ED" + "KLMNOPQRST" * 12
EMPTY = as_qimage(scene())


class Hearer(QObject):
    """Keeps scans and pictures, and the threads that they came on."""

    def __init__(self) -> None:
        super().__init__()
        self.scans: list[str] = []
        self.pictures: list[QImage] = []
        self.threads: set[QThread] = set()

    @Slot(str)
    def scan(self, text: str) -> None:
        self.scans.append(text)
        self.threads.add(QThread.currentThread())

    @Slot(QImage)
    def see(self, picture: QImage) -> None:
        self.pictures.append(picture)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[CameraScanner]:
    camera = CameraScanner("no such camera", retry_ms=100)
    camera.start()
    yield camera
    camera.stop()
    camera.deleteLater()


@pytest.fixture
def heard(camera: CameraScanner) -> Hearer:
    hearer = Hearer()
    camera.scanned.connect(hearer.scan)
    camera.preview.connect(hearer.see)
    return hearer


def show(qtbot: QtBot, camera: CameraScanner, picture: QImage, times: int = 1) -> None:
    """Hold a picture before the camera until it has been looked at."""
    for _ in range(times):
        seen = camera._reader.frames
        camera.sink.setVideoFrame(QVideoFrame(picture))
        qtbot.waitUntil(lambda seen=seen: camera._reader.frames > seen)  # type: ignore[misc]


@pytest.mark.parametrize(("angle", "blur"), [(0, 0), (33, 0), (90, 1.5), (180, 0), (7, 2.0)])
def test_a_ticket_before_the_camera(
    qtbot: QtBot, camera: CameraScanner, heard: Hearer, angle: float, blur: float
) -> None:
    show(qtbot, camera, as_qimage(scene(FIRST, angle=angle, blur=blur)))
    qtbot.waitUntil(lambda: heard.scans == [FIRST])
    assert heard.threads == {QThread.currentThread()}
    assert camera._capture.thread() is not QThread.currentThread()


def test_a_ticket_that_stays_is_one_scan_and_the_next_one_another(
    qtbot: QtBot, camera: CameraScanner, heard: Hearer
) -> None:
    show(qtbot, camera, as_qimage(scene(FIRST)), times=5)
    show(qtbot, camera, EMPTY)
    show(qtbot, camera, as_qimage(scene(FIRST, angle=5)), times=2)
    show(qtbot, camera, as_qimage(scene(SECOND)), times=3)
    qtbot.waitUntil(lambda: heard.scans == [FIRST, SECOND])


def test_two_tickets_held_up_together(qtbot: QtBot, camera: CameraScanner, heard: Hearer) -> None:
    show(qtbot, camera, as_qimage(scene(FIRST, SECOND)), times=3)
    qtbot.waitUntil(lambda: sorted(heard.scans) == [FIRST, SECOND])


def test_only_the_newest_frame_is_read(qtbot: QtBot) -> None:
    reader = FrameReader()
    thread = QThread()
    reader.moveToThread(thread)
    hearer = Hearer()
    reader.read.connect(hearer.scan)
    for _ in range(50):
        reader.take(QVideoFrame(EMPTY))
    reader.take(QVideoFrame(as_qimage(scene(FIRST))))
    thread.start()
    qtbot.waitUntil(lambda: hearer.scans == [FIRST])
    thread.quit()
    thread.wait()
    assert reader.frames == 1


def test_frames_from_another_thread(qtbot: QtBot, camera: CameraScanner, heard: Hearer) -> None:
    frame = QVideoFrame(as_qimage(scene(FIRST)))
    sender = threading.Thread(target=camera.sink.setVideoFrame, args=(frame,))
    sender.start()
    qtbot.waitUntil(lambda: heard.scans == [FIRST])
    sender.join()


def test_broken_frames_do_no_harm(qtbot: QtBot, camera: CameraScanner, heard: Hearer) -> None:
    camera.sink.setVideoFrame(QVideoFrame())
    show(qtbot, camera, as_qimage(scene(FIRST)))
    qtbot.waitUntil(lambda: heard.scans == [FIRST])


def test_a_preview_only_while_somebody_looks(
    qtbot: QtBot, camera: CameraScanner, heard: Hearer
) -> None:
    show(qtbot, camera, EMPTY, times=3)
    show(qtbot, camera, as_qimage(scene(FIRST)))
    qtbot.waitUntil(lambda: heard.scans == [FIRST])
    assert heard.pictures == []
    camera.show_preview(True)
    frames = QTimer(interval=5)
    frames.timeout.connect(lambda: camera.sink.setVideoFrame(QVideoFrame(EMPTY)))
    before = camera._reader.frames
    frames.start()
    qtbot.waitUntil(lambda: camera._reader.frames >= before + 30)
    frames.stop()
    assert 1 <= len(heard.pictures) < 15  # 30 frames in 150 ms or more, 15 pictures a second
    assert heard.pictures[0].height() == 240
    assert heard.threads == {QThread.currentThread()}


def test_a_camera_that_gives_frames_works_and_one_that_falls_silent_is_lost(
    qtbot: QtBot, camera: CameraScanner
) -> None:
    links: list[Link] = []
    camera.link_changed.connect(links.append)
    assert camera.link is Link.MISSING
    show(qtbot, camera, EMPTY)
    qtbot.waitUntil(lambda: links == [Link.CONNECTED])
    qtbot.waitUntil(lambda: links == [Link.CONNECTED, Link.LOST])


@dataclass(frozen=True)
class Offer:
    """A format as a camera offers it; Qt's own cannot be made by hand."""

    width: int
    height: int
    rate: float
    pixels: QVideoFrameFormat.PixelFormat = QVideoFrameFormat.PixelFormat.Format_YUYV

    def resolution(self) -> QSize:
        return QSize(self.width, self.height)

    def maxFrameRate(self) -> float:  # noqa: N802 - Qt's name
        return self.rate

    def pixelFormat(self) -> QVideoFrameFormat.PixelFormat:  # noqa: N802 - Qt's name
        return self.pixels


JPEG = QVideoFrameFormat.PixelFormat.Format_Jpeg


@pytest.mark.parametrize(
    ("offers", "best"),
    [
        ([Offer(640, 480, 30), Offer(1280, 720, 30), Offer(1920, 1080, 30)], 1),
        ([Offer(1280, 720, 10), Offer(1280, 720, 30, JPEG), Offer(1920, 1080, 5)], 1),
        ([Offer(1280, 720, 30, JPEG), Offer(1280, 720, 30)], 1),
        ([Offer(1280, 720, 30), Offer(1280, 720, 60)], 1),
        ([Offer(1280, 720, 5)], 0),
    ],
)
def test_the_format_to_read_codes_from(offers: list[Offer], best: int) -> None:
    formats = cast("list[QCameraFormat]", offers)
    assert best_format(formats) is formats[best]


def test_a_camera_without_formats_chooses_for_itself() -> None:
    assert best_format([]) is None


def test_a_camera_that_cannot_be_opened_has_failed_and_is_tried_again(
    qtbot: QtBot, camera: CameraScanner
) -> None:
    links: list[Link] = []
    camera.link_changed.connect(links.append)
    camera._open_wanted.emit(QCameraDevice())
    qtbot.waitUntil(lambda: links == [Link.FAILED])
    qtbot.waitUntil(lambda: links == [Link.FAILED, Link.MISSING])


def test_stop_ends_the_thread_at_any_time(qtbot: QtBot) -> None:
    never_started = CameraScanner("x")
    never_started.stop()
    camera = CameraScanner("x")
    camera.start()
    camera.sink.setVideoFrame(QVideoFrame(as_qimage(scene(FIRST))))
    camera.stop()
    assert camera._thread.isFinished()
    camera.stop()


def test_the_cameras_of_this_computer_can_be_listed(qtbot: QtBot) -> None:
    assert all(camera.id for camera in cameras())
