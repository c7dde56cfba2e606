"""Printing the pages of a report: as pictures of the same pages that the PDF has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_PPI = 300.0


def picture_of(page: bytes) -> QImage:
    """A page, a PNG, unpacked. Unless the kind is named, Qt loads whatever can read any picture, to find out which this is."""
    packed = QBuffer()
    packed.setData(page)
    packed.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(packed, QByteArray(b"PNG")).read()


def print_with_dialog(parent: QWidget, title: str, pages: Sequence[bytes]) -> None:
    """Asks for the printer, then prints."""
    # Loaded by who prints.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    if dialog.exec():
        print_pages(printer, pages)


def print_pages(printer: "QPrinter", pages: Sequence[bytes]) -> None:
    """Puts each page, PNG, on a sheet, whole, in its own proportions."""
    with QPainter(printer) as painter:
        for place, picture in enumerate(pages):
            page = picture_of(picture)
            if place:
                printer.newPage()
            sheet = QRectF(printer.paperRect(printer.Unit.DevicePixel))
            scale = min(sheet.width() / page.width(), sheet.height() / page.height())
            target = QRectF(0, 0, page.width() * scale, page.height() * scale)
            target.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
            painter.drawImage(target, page)
