"""What is painted again and again is painted from a copy."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from journeydesk.ui.kept_pictures import KeptPictures, without_its_painter


def test_what_is_painted_again_is_painted_from_a_copy(qtbot: QtBot) -> None:
    kept, painted = KeptPictures(4), []
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)

    def paint(painter: QPainter, rect: QRect) -> None:
        painted.append(rect)
        painter.fillRect(rect, Qt.GlobalColor.red)

    with QPainter(image) as painter:
        for x in (0, 20):
            kept.paint(painter, QRect(x, 0, 10, 10), ("red",), paint)
    assert painted == [QRect(0, 0, 10, 10)]
    assert image.pixelColor(25, 5).name() == "#ff0000"


def test_what_has_no_size_is_not_painted(qtbot: QtBot) -> None:
    kept, painted = KeptPictures(4), []
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        for width in (0, -5):
            kept.paint(painter, QRect(0, 0, width, 4), ("bar",), lambda _, rect: painted.append(rect))
    assert painted == []


def test_what_is_kept_keeps_nothing_to_be_painted_with(qtbot: QtBot) -> None:
    picture = QPixmap(16, 16)
    with QPainter(picture) as painter:
        painter.fillRect(0, 0, 16, 16, Qt.GlobalColor.red)
    kept = without_its_painter(picture)
    assert kept.toImage() == picture.toImage()
    assert kept.cacheKey() != picture.cacheKey()
