"""The system's printers, through Qt. Only the printing process calls this: it may wait for long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.printing.documents import Badge, Pdf, PrintRequest, Target
from kiosk.printing.painting import paint_badge
from kiosk.printing.results import NoPrinter, PrintFailed, Reason

BADGE_MM = QSizeF(75, 110)
"""The largest badge; a printer of labels has smaller pages, and a badge fills one."""

_PICTURE_DPI = 300  # the pages of a PDF are given to the printer as pictures of this resolution
_POINTS = 72
_MARGIN_MM = 5.0
_MM = 25.4  # in an inch
_BROKEN = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


def print_document(request: PrintRequest) -> None:
    """Prints; returns when the system's queue has it. Raises NoPrinter, PrintFailed."""
    if isinstance(request.document, Badge):
        _print_badge(request.document, request.target)
    else:
        _print_pdf(request.document, request.target)


def _print_badge(badge: Badge, target: Target) -> None:
    printer = _open(target, QSizeF(BADGE_MM.width() + 10, BADGE_MM.height() + 10))
    painter = _begin(printer)
    try:
        page = QRectF(painter.viewport())
        largest = BADGE_MM * (printer.resolution() / _MM)
        paint_badge(painter, QRectF(page.topLeft(), largest).intersected(page), badge)
    except ValueError as error:
        raise PrintFailed(Reason.UNREADABLE) from error
    finally:
        painter.end()
    _check(printer)


def _print_pdf(pdf: Pdf, target: Target) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    numbers = pdf.pages or tuple(range(document.pageCount()))
    if not numbers or not all(0 <= number < document.pageCount() for number in numbers):
        raise PrintFailed(Reason.UNREADABLE)
    points = document.pagePointSize(numbers[0])
    printer = _open(target, points * (_MM / _POINTS))
    printer.setFullPage(True)
    painter = _begin(printer)
    try:
        _paint_pages(painter, printer, _pictures(document, numbers))
    finally:
        painter.end()
    _check(printer)


def _pictures(document: QPdfDocument, numbers: Sequence[int]) -> Iterator[QImage]:
    for number in numbers:
        size = document.pagePointSize(number) * (_PICTURE_DPI / _POINTS)
        drawn = document.render(number, QSize(round(size.width()), round(size.height())))
        if drawn.isNull():
            raise PrintFailed(Reason.UNREADABLE)
        yield _on_white(drawn)


def _on_white(drawn: QImage) -> QImage:
    """A page as printers take it: not every driver can blend what is transparent."""
    sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return sheet


def _paint_pages(painter: QPainter, printer: QPrinter, pictures: Iterator[QImage]) -> None:
    for place, picture in enumerate(pictures):
        if place and not printer.newPage():
            raise PrintFailed(Reason.REFUSED)
        page = QRectF(painter.viewport())
        fitting = QSizeF(picture.size()).scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(page.topLeft(), fitting), picture)


def _open(target: Target, page_mm: QSizeF) -> QPrinter:
    """The target's printer; a file gets pages of that size. Raises NoPrinter."""
    if target.file is not None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target.file))
        printer.setPageSize(QPageSize(page_mm, QPageSize.Unit.Millimeter))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        return printer
    known = QPrinterInfo.availablePrinterNames()
    name = target.printer or QPrinterInfo.defaultPrinterName() or next(iter(known), "")
    if name not in known:
        raise NoPrinter
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def _begin(printer: QPrinter) -> QPainter:
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(Reason.REFUSED)
    return painter


def _check(printer: QPrinter) -> None:
    if printer.printerState() in _BROKEN:
        raise PrintFailed(Reason.REFUSED)
