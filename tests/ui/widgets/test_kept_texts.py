"""What is written again looks as it did the first time, to the pixel, and is cut and measured alike."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from journeydesk.ui.kept_texts import KeptTexts
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import LEFT, RIGHT, line_width, paint_line, paint_text
from journeydesk.ui.theme import Theme

TEXTS = ("Quillon Freight 4711", "€48,000", "—", "12 May 2026 …", "שלום Brisalta", "two\nlines", "Ærøskøbing & Søn", "")
PLACE = QRect(4, 3, 90, 25)
LOW = QRect(4, 3, 90, 11)


def _painted(paint: object, ratio: float) -> QImage:
    image = QImage(round(200 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#F6F6F4"))
    with QPainter(image) as painter:
        painter.translate(QPoint(3, 2))
        painter.setPen(QColor("#1B1C1E"))
        paint(painter)  # type: ignore[operator]
    return image


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("at_right", [False, True])
@pytest.mark.parametrize("ratio", [1, 1.5, 2])
@pytest.mark.parametrize("place", [PLACE, LOW])
def test_a_line_is_painted_alike_however_often(theme: Theme, text: str, at_right: bool, ratio: float, place: QRect) -> None:
    def usual(painter: QPainter) -> None:
        painter.setFont(theme.font(-1, 500, tabular=True))
        paint_text(painter, place, text, RIGHT if at_right else LEFT)

    def kept(painter: QPainter) -> None:
        paint_line(painter, place, theme, text, -1, 500, tabular=True, at_right=at_right)

    expected = _painted(usual, ratio)
    assert [_painted(kept, ratio) == expected for _ in range(3)] == [True, True, True]


def test_its_colour_is_that_of_the_painter(theme: Theme) -> None:
    def in_red(painter: QPainter) -> None:
        painter.setPen(Qt.GlobalColor.red)
        paint_line(painter, PLACE, theme, "Quillon")

    def usual(painter: QPainter) -> None:
        painter.setPen(Qt.GlobalColor.red)
        painter.setFont(theme.font())
        draw_text(painter, PLACE, LEFT, "Quillon")

    for _ in range(2):
        _painted(lambda painter: paint_line(painter, PLACE, theme, "Quillon"), 1)
    assert _painted(in_red, 1) == _painted(usual, 1)


def test_its_width_is_what_it_takes(theme: Theme) -> None:
    widths: list[int] = []
    for _ in range(2):
        _painted(lambda painter: widths.append(paint_line(painter, PLACE, theme, "Quillon", 0, 600)), 1)
    assert widths == [line_width(theme, "Quillon", 0, 600)] * 2


def test_the_oldest_go_first(theme: Theme) -> None:
    texts = KeptTexts(2)
    for word in ("one", "two", "three"):
        texts.width(word, (0, 400, False), theme.font())
    assert [text for text, _ in texts._texts] == ["two", "three"]
