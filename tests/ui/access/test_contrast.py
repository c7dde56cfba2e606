"""Text stands out from its ground, measured on pictures of every screen, light and dark."""

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from journeydesk.gallery.tour import screens, settle
from journeydesk.ui.main_window import MainWindow
from tests.ui.recorded_text import Text, texts_of
from tests.ui.widgets.conftest import ratio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_LARGE_PX, _LARGE_BOLD_PX, _BOLD = 24.0, 18.66, 600
_TEXT, _LARGE = 4.5, 3.0
_BESIDE = 1
"""How many pixels around the letters belong to their ground."""


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_text_of_every_screen_stands_out_from_its_ground(team_window: MainWindow, look: str) -> None:
    team_window.theme.choose(look)
    team_window.resize(1440, 900)
    team_window.show()
    faint: set[str] = set()
    try:
        for name in screens(team_window, team_window.context):
            settle()
            faint |= {f"{name}: {fault}" for fault in _faint(team_window)}
    finally:
        team_window.theme.choose("light")
    assert not faint, "\n".join(sorted(faint))


def _faint(window: QWidget) -> list[str]:
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    let_through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    over = [part for part in window.findChildren(QWidget) if part.isVisibleTo(window) and part.testAttribute(let_through)]
    for widget in window.findChildren(QWidget):
        # What cannot be used is dimmed on purpose; so is what lies under a sheet's scrim.
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty() or not widget.isEnabled():
            continue
        origin = widget.mapTo(window, QPoint(0, 0))
        region = QRectF(widget.visibleRegion().boundingRect())
        for text in texts_of(widget):
            seen = text.box.intersected(text.clip).intersected(region)
            if seen.width() < 3 or seen.height() < 3 or text.ink.alpha() == 0:
                continue
            place = seen.translated(origin).toAlignedRect().adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
            if any(_is_covered(at, widget, window, over) for at in _across(place)):
                continue
            ground = _ground(picture, place, text.ink)
            stands_out = ratio(_over(text.ink, ground), ground)
            if stands_out < _needed(text) - 0.01:
                found.append(f"{type(widget).__name__} “{text.words}” {text.ink.name()} on {ground.name()} is {stands_out:.2f}")
    return found


def _across(place: QRect) -> list[QPoint]:
    """The corners and the middle of a line of text."""
    inner = place.adjusted(1, 1, -1, -1)
    return [inner.topLeft(), inner.topRight(), inner.center(), inner.bottomLeft(), inner.bottomRight()]


def _is_covered(at: QPoint, widget: QWidget, window: QWidget, over: list[QWidget]) -> bool:
    """Whether another widget lies over this place of the window; some of those let the pointer through."""
    if window.childAt(at) is not widget:
        return True
    return any(
        QRect(part.mapTo(window, QPoint(0, 0)), part.size()).contains(at)
        and not part.isAncestorOf(widget)
        and part is not widget
        for part in over
    )


def _ground(picture: QImage, place: QRect, ink: QColor) -> QColor:
    """The colour that most of the pixels have that are not the letters' own."""
    counts: dict[int, int] = {}
    place = place.intersected(picture.rect())
    for y in range(place.top(), place.bottom() + 1):
        for x in range(place.left(), place.right() + 1):
            pixel = picture.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    counts.pop(ink.rgb(), None)
    return QColor(max(counts, key=lambda pixel: counts[pixel])) if counts else ink


def _over(ink: QColor, ground: QColor) -> QColor:
    share = ink.alphaF()
    pairs = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))


def _needed(text: Text) -> float:
    size = text.font.pixelSize() if text.font.pixelSize() > 0 else text.font.pointSizeF() * 96 / 72
    bold = text.font.weight() >= _BOLD
    return _LARGE if size >= _LARGE_PX or (bold and size >= _LARGE_BOLD_PX) else _TEXT
