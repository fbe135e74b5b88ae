"""QR codes in a plane of luminance, such as a camera's frame."""

from __future__ import annotations

import zxingcpp

QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
"""Looking for every kind of bar code would take ten times as long."""

Buffer = bytes | bytearray | memoryview


class PlaneTooSmallError(ValueError):
    """The bytes do not hold a plane of the given size."""


def decode(plane: Buffer, width: int, height: int, stride: int) -> list[str]:
    """The texts of the QR codes in a frame, most often none or one.

    `plane` holds one byte a pixel, from black to white, row by row from the top; `stride` is the
    distance in bytes from one row to the next and at least `width`. Further bytes are left alone.
    Raises PlaneTooSmallError where the sizes do not fit together.

    The local threshold reads uneven light; the global one reads what a weak camera's grain hides
    from it, and light codes on a dark screen. Both together stay within a few milliseconds.
    """
    needed = stride * (height - 1) + width
    if min(width, height) <= 0 or stride < width or memoryview(plane).nbytes < needed:
        raise PlaneTooSmallError(f"No plane of {width}×{height} pixels, {stride} bytes a row")
    view = zxingcpp.ImageView(plane, width, height, zxingcpp.ImageFormat.Lum, stride, 1)
    found = zxingcpp.read_barcodes(
        view,
        formats=QR_ONLY,
        try_rotate=False,
        try_downscale=False,
        try_invert=False,
    ) or zxingcpp.read_barcodes(
        view,
        formats=QR_ONLY,
        try_rotate=False,
        try_downscale=False,
        binarizer=zxingcpp.Binarizer.GlobalHistogram,
    )
    return [barcode.text for barcode in found]
