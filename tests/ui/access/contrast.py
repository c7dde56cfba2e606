"""What does not stand out from its ground, measured on a picture of the window: text, icons, and the borders of controls."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from journeydesk.ui.widgets.switch import Switch
from tests.ui.recorded_text import Mark, Text
from tests.ui.widgets.conftest import luminance

_LARGE_PX, _LARGE_BOLD_PX, _BOLD = 24.0, 18.66, 600
_MARK = 3.0
_BESIDE = 1
"""How many pixels around the letters belong to their ground."""
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, Switch, QCheckBox)
_EDGE = 8
"""Within how many pixels of where a control begins its border is."""

Painted = Callable[[QWidget], tuple[list[Text], list[Mark]]]


class Picture:
    """The window as it is seen, and what lies over what."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        self.rect, self._width = image.rect(), image.width()
        self._pixels = memoryview(image.constBits()).cast("B").cast("I").tolist()
        let_through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self._over = [
            part for part in window.findChildren(QWidget) if part.isVisibleTo(window) and part.testAttribute(let_through)
        ]

    def colors(self, place: QRect) -> Counter[int]:
        """How often each colour is in this part of the window."""
        place = place.intersected(self.rect)
        found: Counter[int] = Counter()
        for y in range(place.top(), place.bottom() + 1):
            found.update(self._pixels[y * self._width + place.left() : y * self._width + place.right() + 1])
        return found

    def is_covered(self, place: QRect, widget: QWidget) -> bool:
        """Whether something else lies over a corner or the middle of this place; some of that lets the pointer through."""
        inner = place.adjusted(1, 1, -1, -1)
        return any(
            self._is_another(at, widget)
            for at in (inner.topLeft(), inner.topRight(), inner.center(), inner.bottomLeft(), inner.bottomRight())
        )

    def _is_another(self, at: QPoint, widget: QWidget) -> bool:
        if self.window.childAt(at) is not widget:
            return True
        return any(
            QRect(part.mapTo(self.window, QPoint(0, 0)), part.size()).contains(at)
            and not part.isAncestorOf(widget)
            and part is not widget
            for part in self._over
        )


def faults_of_contrast(window: QWidget, painted: Painted, high: bool = False) -> list[str]:
    """A sentence for each. In high contrast text needs 7:1 (large text 4.5:1) and all borders of controls count; else 4.5:1 and 3:1,
    and those of fields, boxes and switches."""
    picture = Picture(window)
    found: set[str] = set()
    for widget in window.findChildren(QWidget):
        # What cannot be used is dimmed on purpose; so is what lies under a sheet's scrim.
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty() or not widget.isEnabled():
            continue
        texts, marks = painted(widget)
        found.update(_faint(picture, widget, texts, high))
        found.update(_pale(picture, widget, marks))
        if isinstance(widget, _FIELDS) or (high and isinstance(widget, QPushButton)):
            found.update(_open(picture, widget))
    return sorted(found)


def _faint(picture: Picture, widget: QWidget, texts: list[Text], high: bool) -> Iterator[str]:
    origin = widget.mapTo(picture.window, QPoint(0, 0))
    region = QRectF(widget.visibleRegion().boundingRect())
    for text in texts:
        seen = text.box.intersected(text.clip).intersected(region)
        if seen.width() < 3 or seen.height() < 3 or text.ink.alpha() == 0:
            continue
        place = seen.translated(origin).toAlignedRect().adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
        if picture.is_covered(place, widget):
            continue
        ground = _ground(picture, place, text.ink)
        stands_out = _ratio(_over(text.ink, ground).rgb(), ground.rgb())
        if stands_out < _needed(text, high) - 0.01:
            yield f"{_name(widget)} “{text.words}” {text.ink.name()} on {ground.name()} is {stands_out:.2f}"


def _pale(picture: Picture, widget: QWidget, marks: list[Mark]) -> Iterator[str]:
    """Icons whose strongest colour is near that of their ground."""
    origin = widget.mapTo(picture.window, QPoint(0, 0))
    region = widget.visibleRegion().boundingRect()
    for mark in marks:
        box = mark.box.toAlignedRect()
        place = box.translated(origin)
        if mark.token == "disabled" or box.width() < 6 or not region.contains(box) or picture.is_covered(place, widget):
            continue
        colors = picture.colors(place)
        ground = colors.most_common(1)[0][0]
        stands_out = max(_ratio(color, ground) for color in colors)
        if stands_out < _MARK - 0.01:
            where = f"{place.x()}, {place.y()} of {place.width()} px"
            yield f"{_name(widget)} icon {mark.token} at {where} on {QColor(ground).name()} is {stands_out:.2f}"


def _open(picture: Picture, widget: QWidget) -> Iterator[str]:
    """Controls whose border, or whose fill where they have none, is near the colour beside them."""
    if _has_no_border(widget):
        return
    middle = widget.height() // 2
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    edge = QRect(widget.width() - _EDGE if mirrored else 0, middle, _EDGE, 1)
    if not widget.visibleRegion().contains(QRect(0, middle, widget.width(), 1)):
        return
    place = edge.translated(widget.mapTo(picture.window, QPoint(0, 0)))
    outside = place.right() + 2 if mirrored else place.left() - 2
    if not 0 <= outside < picture.rect.width() or picture.is_covered(
        place.adjusted(0, -1, 0, 1), _who_is_hit(picture, place, widget)
    ):
        return
    beside = picture.colors(QRect(outside, place.top(), 1, 1)).most_common(1)[0][0]
    stands_out = max(_ratio(color, beside) for color in picture.colors(place))
    if stands_out < _MARK - 0.01:
        yield f"{_name(widget)} border at {place.x()}, {place.y()} on {QColor(beside).name()} is {stands_out:.2f}"


def _has_no_border(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        # In another control's border, as in a combo box, or alone with its mark on a sheet that is all for it.
        bare = not widget.hasFrame() or "border: none" in widget.styleSheet()
        return bare or isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox))
    if not isinstance(widget, QPushButton):
        return False
    # Its words alone say what it does, as in a link or a row of tabs.
    parent = widget.parentWidget()
    around = parent.styleSheet() if parent is not None else ""
    return widget.property("kind") in ("flat", "link") or "border: " in around + widget.styleSheet()


def _who_is_hit(picture: Picture, place: QRect, widget: QWidget) -> QWidget:
    """The control, or its own part that lies there."""
    hit = picture.window.childAt(place.center())
    return hit if hit is not None and widget.isAncestorOf(hit) else widget


def _ground(picture: Picture, place: QRect, ink: QColor) -> QColor:
    """The colour that most of the pixels have that are not the letters' own."""
    counts = picture.colors(place)
    counts.pop(ink.rgb(), None)
    return QColor(counts.most_common(1)[0][0]) if counts else ink


def _over(ink: QColor, ground: QColor) -> QColor:
    share = ink.alphaF()
    pairs = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(one * share + other * (1 - share) for one, other in pairs))


def _needed(text: Text, high: bool) -> float:
    size = text.font.pixelSize() if text.font.pixelSize() > 0 else text.font.pointSizeF() * 96 / 72
    bold = text.font.weight() >= _BOLD
    large = size >= _LARGE_PX or (bold and size >= _LARGE_BOLD_PX)
    if high:
        return 4.5 if large else 7.0
    return 3.0 if large else 4.5


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__}/{type(widget).__name__}"


@lru_cache(maxsize=20_000)
def _light(color: int) -> float:
    return luminance(QColor(color))


def _ratio(one: int, other: int) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
