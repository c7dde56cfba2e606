"""Icons are rendered once for each size, colour and screen, and look as if they were rendered each time."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from journeydesk.ui.theme import Theme


def _painted(theme: Theme, rect: QRect | QRectF, token: str = "text", ratio: float = 1.0) -> QImage:
    pixmap = QPixmap(round(40 * ratio), round(40 * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.white)
    with QPainter(pixmap) as painter:
        theme.paint_icon(painter, rect, "phone", token)
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _difference(one: QImage, other: QImage) -> int:
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return max(abs((one.pixel(x, y) & 0xFF) - (other.pixel(x, y) & 0xFF)) for x, y in places)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("size", [12, 16, 24])
def test_a_kept_icon_looks_like_one_rendered_anew(light: Theme, size: int, ratio: float) -> None:
    rect = QRect(7, 9, size, size)
    first, again = (_painted(light, rect, ratio=ratio) for _ in range(2))
    assert first == again
    assert _difference(first, _painted(light, QRectF(rect), ratio=ratio)) <= 2


def test_a_kept_icon_has_the_colour_asked_for(light: Theme) -> None:
    rect = QRect(4, 4, 16, 16)
    assert _painted(light, rect, "text") != _painted(light, rect, "accent")
    before = _painted(light, rect, "text")
    light.choose("dark")
    assert _painted(light, rect, "text") != before
