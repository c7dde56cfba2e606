"""What is wrong with the text on a window, found by measuring: cut off, lying on another text, or a number cut short."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QLayout, QMenu, QScrollArea, QSplitter, QStackedWidget, QWidget

from journeydesk.ui.editing.editors import LineEditor, TextEditor
from journeydesk.ui.tabs.kanban.board_view import BoardView
from journeydesk.ui.tabs.kanban.lanes_view import LanesView
from tests.ui.recorded_text import Text, texts_of

_QUANTITY = re.compile(r"[−-]?[€$£¥] ?\d[\d,.]*$|[−-]?\d[\d,]*$")
SLACK = 1.5
"""Pixels that hinting may take; nobody sees them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text in the window's coordinates."""

    text: Text
    widget: QWidget
    box: QRectF
    shown: QRectF
    """What of it can be seen, here or a scroll away."""
    seen: QRectF
    """What of it is seen now."""
    region: QRegion
    """Where its widget is not covered."""


def faults_of_text(window: QWidget, texts: Callable[[QWidget], list[Text]] = texts_of) -> list[str]:
    """A sentence for each text that does not fit, or lies over another of its layer."""
    placed = [found for widget in _visible(window) for found in _texts(widget, window, texts)]
    return sorted({*_cut(placed, window), *_numbers_cut_short(placed), *_overlapping(placed, window)})


def bars_across(window: QWidget) -> list[str]:
    """A sentence for each page that has to be scrolled sideways; of a board and of a table that is usual."""
    return [
        f"{type(area).__name__}: a page scrolls sideways by {area.horizontalScrollBar().maximum()} px"
        for area in (window, *window.findChildren(QScrollArea))
        if isinstance(area, QScrollArea)
        and area.isVisible()
        and area.horizontalScrollBar().isVisible()
        and not isinstance(area, BoardView)
        and not isinstance(area.parentWidget(), LanesView)
    ]


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        # A menu that is higher than its screen scrolls.
        if isinstance(widget, QMenu) or isinstance(widget.window(), QMenu):
            continue
        if widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            yield widget


def _texts(widget: QWidget, window: QWidget, texts: Callable[[QWidget], list[Text]]) -> Iterator[Placed]:
    origin = widget.mapTo(window, QPoint(0, 0))
    room = _room(widget, window)
    region = widget.visibleRegion()
    for text in _once_each(texts(widget)):
        box = text.box.translated(origin)
        if region.intersects(text.box.toAlignedRect()):
            shown = box.intersected(text.clip.translated(origin)).intersected(room)
            seen = shown.intersected(QRectF(region.boundingRect()).translated(origin))
            yield Placed(text, widget, box, shown, seen, region.translated(origin))


def _once_each(texts: Iterable[Text]) -> Iterator[Text]:
    """Marked words are painted over the plain ones, within the mark; what counts is the piece that more is let through of."""
    widest: dict[tuple[str, float, float], Text] = {}
    for text in texts:
        place = (text.words, text.box.left(), text.box.top())
        known = widest.get(place)
        if known is None or known.clip.width() * known.clip.height() < text.clip.width() * text.clip.height():
            widest[place] = text
    yield from widest.values()


def _room(widget: QWidget, window: QWidget) -> QRectF:
    """Where a widget may paint: its own place, cut by all that it lies in. What a scroll area hides is a scroll away."""
    room = QRectF(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
    while widget is not window:
        if _is_viewport(widget):
            return _scrolled(room, widget)
        parent = widget.parentWidget()
        if parent is None:
            break
        room = room.intersected(QRectF(QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())))
        widget = parent
    return room


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _who_scrolls(viewport: QWidget) -> QAbstractScrollArea:
    """The area of a viewport; a header is moved by its table."""
    area = viewport.parentWidget()
    around = area.parentWidget() if isinstance(area, QHeaderView) else area
    assert isinstance(around, QAbstractScrollArea)
    return around


def _scrolled(room: QRectF, viewport: QWidget) -> QRectF:
    area = _who_scrolls(viewport)
    far = 100_000
    if _scrolls_up(area):
        room = room.adjusted(0, -far, 0, far)
    if _scrolls_across(area):
        room = room.adjusted(-far, 0, far, 0)
    return room


def _scrolls_up(area: QAbstractScrollArea) -> bool:
    bar = area.verticalScrollBar()
    return bar.maximum() > bar.minimum()


def _scrolls_across(area: QAbstractScrollArea) -> bool:
    """Whether a hand can; the heads of the lanes go with the board below them."""
    bar = area.horizontalScrollBar()
    never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return bar.maximum() > bar.minimum() and (not never or isinstance(area.parentWidget(), LanesView))


def _name(placed: Placed) -> str:
    parent = placed.widget.parentWidget()
    return f"{type(parent).__name__}/{type(placed.widget).__name__}" if parent else type(placed.widget).__name__


def _cut(placed: list[Placed], window: QWidget) -> Iterator[str]:
    for found in placed:
        wide, high = found.box.width() - found.shown.width(), found.box.height() - found.shown.height()
        if _at_an_edge_that_scrolls(found, window):
            continue
        if wide > SLACK or high > SLACK:
            yield f"{_name(found)}: “{found.text.words}” lacks {max(wide, 0):.0f} × {max(high, 0):.0f} px"


def _at_an_edge_that_scrolls(found: Placed, window: QWidget) -> bool:
    """Whether what is missing of the text lies beyond the edge of a scroll area that can be scrolled that way."""
    widget = found.widget
    while widget is not window and not _is_viewport(widget):
        parent = widget.parentWidget()
        if parent is None:
            return False
        widget = parent
    if widget is window:
        return False
    area = _who_scrolls(widget)
    place = QRectF(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))
    across_y = found.box.top() < place.top() or found.box.bottom() > place.bottom()
    across_x = found.box.left() < place.left() or found.box.right() > place.right()
    return (across_y and _scrolls_up(area)) or (across_x and _scrolls_across(area))


def _numbers_cut_short(placed: list[Placed]) -> Iterator[str]:
    """A name or a sentence may end in an ellipsis; an amount or a count that does is another one."""
    for found in placed:
        words = found.text.words.rstrip()
        if words.endswith("…") and _QUANTITY.match(words[:-1].rstrip()):
            yield f"{_name(found)}: the number in “{found.text.words}” is cut short"


def _overlapping(placed: list[Placed], window: QWidget) -> Iterator[str]:
    layers: dict[QWidget, list[Placed]] = {}
    of_widget: dict[QWidget, QWidget] = {}
    for found in placed:
        if found.widget not in of_widget:
            of_widget[found.widget] = _layer(found.widget, window)
        layers.setdefault(of_widget[found.widget], []).append(found)
    for layer in layers.values():
        for one, other, both in _meeting(layer):
            if _both_seen(both, one, other) and not _same_field(one, other):
                yield f"{_name(one)}: “{one.text.words}” lies on “{other.text.words}” of {_name(other)}"


def _meeting(layer: list[Placed]) -> Iterator[tuple[Placed, Placed, QRectF]]:
    """The pairs whose inner parts share more than a pixel, and what they share; from top to bottom, so that each is held only
    against those that begin before it ends."""
    inner = sorted(
        ((found.seen.adjusted(1, 1, -1, -1), number) for number, found in enumerate(layer)), key=lambda pair: pair[0].top()
    )
    for place, (box, number) in enumerate(inner):
        bottom = box.bottom() - 1
        for other, later in inner[place + 1 :]:
            if other.top() >= bottom:
                break
            both = box.intersected(other)
            if both.width() > 1 and both.height() > 1:
                first, second = sorted((number, later))
                yield layer[first], layer[second], both


def _both_seen(both: QRectF, one: Placed, other: Placed) -> bool:
    """Whether neither is covered there: a dialog may lie in the middle of a text that goes on at both of its sides."""
    place = both.toAlignedRect()
    return one.region.intersects(place) and other.region.intersects(place)


def _same_field(one: Placed, other: Placed) -> bool:
    """Whether it is a combo box and the field in it, which both paint the chosen words, or marked words, painted over the plain."""
    twice = one.widget is other.widget and one.box == other.box
    return one.text.words == other.text.words and (twice or one.widget is other.widget.parentWidget())


def _layer(widget: QWidget, window: QWidget) -> QWidget:
    """The sheet, popover or bar that a widget lies on: the nearest that no layout placed. Those cover on purpose."""
    while widget is not window:
        parent = widget.parentWidget()
        if parent is None or not _is_laid_out(widget, parent):
            return widget
        widget = parent
    return window


def _is_laid_out(widget: QWidget, parent: QWidget) -> bool:
    if isinstance(widget, (LineEditor, TextEditor)):
        # It lies over the value that it edits.
        return False
    if isinstance(parent, (QSplitter, QStackedWidget, QAbstractScrollArea)) or _is_viewport(parent):
        return True
    layout = parent.layout()
    return layout is not None and _holds(layout, widget)


def _holds(layout: QLayout, widget: QWidget) -> bool:
    # Items are not asked for: what stands for one in Python outlives it, and is then taken for whatever comes to lie in its place.
    return any(each.indexOf(widget) >= 0 for each in (layout, *layout.findChildren(QLayout)))
