"""QR codes in a plane of luminance, such as a camera's frame."""

from __future__ import annotations

import zxingcpp

QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
"""Looking for every kind of bar code would take ten times as long."""

Buffer = bytes | bytearray | memoryview


class PlaneTooSmallError(ValueError):
    """The bytes do not hold a plane of the given size."""


def decode(plane: Buffer, width: int, height: int, stride: int, step: int = 1) -> list[str]:
    """The texts of the QR codes in a frame, most often none or one.

    `plane` holds one byte a pixel, from black to white, row by row from the top; `stride` is the
    distance in bytes from one row to the next, `step` from one pixel to the next where other bytes
    lie between. Further bytes are left alone. Raises PlaneTooSmallError where the sizes do not fit
    together.

    The local threshold reads uneven light; the global one reads what a weak camera's grain hides
    from it, and light codes on a dark screen. Both together stay within a few milliseconds.
    """
    row = step * (width - 1) + 1
    size = memoryview(plane).nbytes
    needed = stride * (height - 1) + row
    if min(width, height, step) <= 0 or stride < row or size < needed:
        raise PlaneTooSmallError(f"No plane of {width}×{height} pixels, {stride} bytes a row")
    whole = min(height, size // stride)  # the reader wants the last row's further bytes too
    view = zxingcpp.ImageView(plane, width, whole, zxingcpp.ImageFormat.Lum, stride, step)
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
