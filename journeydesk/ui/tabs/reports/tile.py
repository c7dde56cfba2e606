"""A figure with its target: state by shape, word and colour, and the change against the period before."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journeydesk.domain.words import noted, tr, within
from journeydesk.reports.blocks.tiles import Tile, change_of, state_words
from journeydesk.ui.mirror import draw_text, painter_on
from journeydesk.ui.painting import LEFT, first_that_fits, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

HEIGHT = 102
_STATES = {
    noted("On target"): ("ok", "ok-circle", "ok"),
    noted("Close"): ("warn", "warn", "warn-mark"),
    noted("Below"): ("danger", "x-square", "danger"),
    noted("Over"): ("danger", "x-square", "danger"),
    noted("No data"): ("text3", "minus", "line2"),
}
"""Ink, icon and edge of each state."""


class TileButton(QAbstractButton):
    """A click asks for the prospects behind the figure."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tile: Tile | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @property
    def tile(self) -> Tile | None:
        """What is shown."""
        return self._tile

    def show_tile(self, tile: Tile) -> None:
        """Shows a figure."""
        self._tile = tile
        unit = f" {tile.unit}" if tile.unit else ""
        judged = (within(state_words(tile.state)), tr("target {target}", target=tile.target))
        if not tile.has_target:
            judged = (tile.note, change_of(tile.second).words)
        said = ", ".join(words for words in (*judged, tile.delta) if words)
        self.setAccessibleName(f"{tile.label}: {tile.value}{unit}, {said}")
        hint = tr("Show the prospects behind this figure") if tile.behind is not None else ""
        self.setToolTip(tip(tile.finding or hint))
        self.update()

    @property
    def needed(self) -> int:
        """How wide it has to be to say what it measures."""
        words = self._tile.label if self._tile is not None else ""
        return QFontMetrics(self._theme.font(-1)).horizontalAdvance(words) + 24 + 2

    def sizeHint(self) -> QSize:
        return QSize(172, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            focused = self.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else "line"), 2 if focused else 1))
            painter.setBrush(theme.color("hover" if self.underMouse() and self._tile else "base"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if focused else box, 6, 6)
            if self._tile is None:
                self._paint_loading(painter)
            else:
                self._paint_tile(painter, self._tile)

    def _paint_loading(self, painter: QPainter) -> None:
        for top, width, height in ((14, 90, 10), (34, 60, 18), (63, 120, 10), (80, 80, 10)):
            painter.fillRect(15, top, width, height, self._theme.color("line"))

    def _paint_tile(self, painter: QPainter, tile: Tile) -> None:
        theme = self._theme
        ink, icon, edge = _STATES[tile.state]
        if not tile.has_target:
            edge = "line2"
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.save()
        painter.setClipRect(0, 0, 3, self.height())
        painter.fillPath(outline, theme.color(edge))
        painter.restore()
        room = self.width() - 24
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(15, 11, room, 18), tile.label)
        sizes = [theme.font(step, 600, tabular=True) for step in ((11, 5, 2, 0) if len(tile.value) < 8 else (5, 2, 0))]
        figure = next((font for font in sizes if QFontMetrics(font).horizontalAdvance(tile.value) <= room), sizes[-1])
        painter.setFont(figure)
        painter.setPen(theme.color("text"))
        taken = paint_text(painter, QRect(15, 28, room, 30), tile.value)
        if tile.unit:
            painter.setFont(theme.font(-1))
            painter.setPen(theme.color("text2"))
            drop = QFontMetrics(figure).ascent() - QFontMetrics(theme.font(-1)).ascent()
            beside = QRect(15 + taken + 6, 28 + drop // 2, room - taken - 6, 30)
            # "38 of 45" cut to "38 of" would say something else.
            draw_text(painter, beside, LEFT, first_that_fits(painter.fontMetrics(), (tile.unit, ""), beside.width()))
        if not tile.has_target:
            self._paint_changes(painter, tile, room)
            return
        theme.paint_icon(painter, QRect(15, 62, 14, 14), icon, ink)
        strong = theme.font(-1, 600)
        painter.setFont(strong)
        painter.setPen(theme.color(ink))
        draw_text(painter, QRect(33, 60, room, 18), LEFT, state_words(tile.state))
        x = 33 + QFontMetrics(strong).horizontalAdvance(state_words(tile.state)) + 4
        painter.setFont(theme.font(-1, tabular=True))
        painter.setPen(theme.color("text2"))
        if tile.target:
            rest = self.width() - x - 8
            words = first_that_fits(
                painter.fontMetrics(), (tr("· target {target}", target=tile.target), f"· {tile.target}", ""), rest
            )
            draw_text(painter, QRect(x, 60, rest, 18), LEFT, words)
        delta = first_that_fits(painter.fontMetrics(), (tile.delta, change_of(tile.compared).short), room)
        paint_text(painter, QRect(15, 76, room, 18), delta)

    def _paint_changes(self, painter: QPainter, tile: Tile, room: int) -> None:
        """Of a figure without a target what it is of, and how it changed."""
        painter.setFont(self._theme.font(-1, tabular=True))
        painter.setPen(self._theme.color("text2"))
        change, other = change_of(tile.compared), change_of(tile.second)
        first, second = (tile.note, change) if tile.note else (change.words, other)
        if not second.words and painter.fontMetrics().horizontalAdvance(first) > room:
            # The second line is free: nothing need be left away.
            wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            draw_text(painter, QRect(15, 61, room, 36), wrapped, first)
            return
        draw_text(painter, QRect(15, 60, room, 18), LEFT, _shortened(painter.fontMetrics(), first, room))
        rest = f"{second.words} · {other.words}" if tile.note and other.words else second.words
        words = first_that_fits(painter.fontMetrics(), (rest, second.words, second.short), room)
        paint_text(painter, QRect(15, 76, room, 18), words)


def _shortened(metrics: QFontMetrics, words: str, room: int) -> str:
    """As many of the words as have room, two at the least: a number alone, or cut, would say something else."""
    parts = words.split(" ")
    return first_that_fits(metrics, (words, *(" ".join(parts[:count]) for count in range(len(parts) - 1, 1, -1)), ""), room)
