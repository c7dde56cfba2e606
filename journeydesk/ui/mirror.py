"""Right to left: what is painted here is painted as for left to right, on a painter that is mirrored; words, figures and icons stay
readable.

A widget's painter comes from `painter_on`, a delegate's `paint` is `mirrored_item`. Text goes through `draw_text`, which turns it back in
its place and keeps its own direction: a phone number or an address reads left to right wherever it stands. What Qt lays out and
paints it mirrors itself.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from unicodedata import bidirectional

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QTextOption
from PySide6.QtWidgets import QLineEdit, QWidget

DIRECTION = "JOURNEYDESK_DIRECTION"
"""The variable that turns the window around, `rtl`, whatever its language."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
"""Languages that are read from the right."""

TURNED = frozenset({"left", "right", "arrow-right", "undo", "send", "external"})
"""Icons that point along the line: they point the other way."""

P = ParamSpec("P")
Place = TypeVar("Place", QPoint, QPointF)


def reads_from_the_right(language: str) -> bool:
    """Whether a window in this language is mirrored; the variable goes before it."""
    return os.environ.get(DIRECTION, "").casefold() == "rtl" or language in RIGHT_TO_LEFT


_known: bool | None = None
"""Whether it is, until the application says that its direction is another: a painted list asks some hundred times."""


def is_mirrored() -> bool:
    """Whether the window is read from right to left."""
    global _known
    if _known is not None:
        return _known
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.layoutDirectionChanged.connect(_ask_again)
        application.destroyed.connect(_ask_again)
        _known = mirrored
    return mirrored


def _ask_again(*_: object) -> None:
    global _known
    _known = None


def painter_on(widget: QWidget) -> QPainter:
    """A painter for what a widget shows, mirrored where the window is."""
    painter = QPainter(widget)
    if is_mirrored():
        turn(painter, widget.rect())
    return painter


def turn(painter: QPainter, within: QRect | QRectF) -> None:
    """Mirrors what is painted from now on, within its own bounds."""
    painter.translate(2 * within.x() + within.width(), 0)
    painter.scale(-1, 1)


@contextmanager
def turned_back(painter: QPainter, within: QRect | QRectF) -> Iterator[None]:
    """On a mirrored painter what lies within these bounds is as it would be on a plain one."""
    if painter.transform().m11() > 0:
        yield
        return
    before = painter.transform()
    turn(painter, within)
    try:
        yield
    finally:
        painter.setTransform(before)


def mirrored_item(paint: Callable[P, None]) -> Callable[P, None]:
    """A delegate's `paint` whose items are mirrored in their own place where the window is."""

    @wraps(paint)
    def painted(*given: P.args, **named: P.kwargs) -> None:
        if not is_mirrored():
            paint(*given, **named)
            return
        painter, option = given[1], given[2]
        assert isinstance(painter, QPainter)
        painter.save()
        turn(painter, option if isinstance(option, QRect) else option.rect)  # type: ignore[attr-defined]
        paint(*given, **named)
        painter.restore()

    return painted


def seen_at(widget: QWidget, at: Place) -> Place:
    """Where a place on a widget lies in what it paints, and the other way round."""
    if not is_mirrored():
        return at
    return type(at)(widget.width() - at.x(), at.y())


def seen_rect(widget: QWidget, rect: QRect) -> QRect:
    """Where what is painted in `rect` is on the widget."""
    return seen_within(widget.rect(), rect)


def seen_within(place: QRect, rect: QRect) -> QRect:
    """Where what is painted in `rect` is in an item that has this place in its view."""
    if not is_mirrored():
        return rect
    return QRect(2 * place.x() + place.width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def under(rect: QRect, along: int = 0, down: int = 0) -> QPoint:
    """Where a menu of what stands in a rectangle opens: at its lower corner where a line begins, so far along it and down. Qt lets a menu
    go to the left from there in a mirrored window."""
    return rect.bottomRight() + QPoint(1 - along, down) if is_mirrored() else rect.bottomLeft() + QPoint(along, down)


def put(widget: QWidget, x: int, y: int) -> None:
    """Moves a widget of this size to where `x` from the beginning of the line is in the one that it lies in."""
    around = widget.parentWidget()
    width = around.width() if around is not None else 0
    widget.move(width - x - widget.width() if is_mirrored() else x, y)


def in_reading_order(text: str) -> str:
    """A sentence that begins with somebody's name, to be read in the window's direction though the name has the other one."""
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return f"\u200e{text}" if first != "L" and not is_mirrored() else text


def keep_free(field: QLineEdit, before: int, after: int) -> None:
    """Leaves room in a field for what is painted at the beginning and at the end of its line."""
    left, right = (after, before) if is_mirrored() else (before, after)
    field.setTextMargins(left, 0, right, 0)


def draw_text(painter: QPainter, place: QRect | QRectF | QPoint | QPointF, *rest: Any) -> None:
    """`QPainter.drawText`, readable on a mirrored painter too."""
    if not is_mirrored() or painter.transform().m11() > 0:
        painter.drawText(place, *rest)
        return
    words = next(part for part in rest if isinstance(part, str))
    inner = words.strip()
    if len(inner) < len(words):
        # A blank that parts it from what was painted before is on that side.
        before, after = words[: words.index(inner)], words[words.index(inner) + len(inner) :]
        turned = (after + inner + before).replace(" ", "\u00a0") if inner else words
        rest = tuple(turned if part is words else part for part in rest)
    if isinstance(place, (QPoint, QPointF)):
        width = painter.fontMetrics().horizontalAdvance(words)
        with turned_back(painter, QRectF(QPointF(place), QSizeF(width, 1))):
            painter.drawText(place, *rest)
        return
    usual = painter.layoutDirection()
    # The text's own direction; the edge that it stands at is that of the mirrored place.
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if _reads_from_the_right(words) else Qt.LayoutDirection.LeftToRight
    )
    with turned_back(painter, place):
        painter.drawText(place, *(_other_edge(part) for part in rest))
    painter.setLayoutDirection(usual)


_LEFT, _RIGHT, _ABSOLUTE = (
    Qt.AlignmentFlag.AlignLeft.value,
    Qt.AlignmentFlag.AlignRight.value,
    Qt.AlignmentFlag.AlignAbsolute.value,
)
_MIDDLE = Qt.AlignmentFlag.AlignHCenter.value


def _other_edge(part: Any) -> Any:
    """Flags whose edge is the other one."""
    if isinstance(part, (str, QTextOption)):
        return part
    flags = part if isinstance(part, int) else part.value
    if flags & _MIDDLE:
        return flags
    return (flags & ~(_LEFT | _RIGHT)) | _ABSOLUTE | (_LEFT if flags & _RIGHT else _RIGHT)


def _reads_from_the_right(words: str) -> bool:
    """By its first letter that has a direction; figures and signs alone read from the left."""
    from unicodedata import bidirectional

    return next((kind != "L" for kind in map(bidirectional, words) if kind in ("L", "R", "AL")), False)
