"""Blocks that are drawn once for screen and paper, put on screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Dot, Shape, Stroke, Words
from journeydesk.ui.mirror import draw_text
from journeydesk.ui.painting import CENTER, LEFT, RIGHT
from journeydesk.ui.tabs.reports.charts.chart import Chart
from journeydesk.ui.tabs.reports.charts.spot import PAD, TITLE, Spot
from journeydesk.ui.theme import Theme

_LINES = frozenset({"line", "line2"})
_ANCHORS = {"left": LEFT, "center": CENTER, "right": RIGHT}
_WIDE = 400.0
_SMALLEST = -2


class DrawingChart(Chart[Drawn]):
    """The block's own drawing below the title, its parts as spots."""

    def paint_figures(self, painter: QPainter) -> list[Spot]:
        """Shapes in their order."""
        # Below a heading of two lines it is as much less high as it can be; what it needs it has, and stands nearer to the edge.
        room = self.height() - TITLE - PAD
        tall = max(min(room, self.block.height), room - self.dropped)
        drawing = self.block.draw(self.width() - 2 * PAD, tall)
        painter.save()
        painter.translate(PAD, TITLE)
        for shape in drawing.shapes:
            paint_shape(painter, self.theme, shape)
        painter.restore()
        return [
            Spot(QRectF(part.x + PAD, part.y + TITLE, part.width, part.height), part.words, part.behind, part.about)
            for part in drawing.parts
        ]


def paint_shape(painter: QPainter, theme: Theme, shape: Shape) -> None:
    """Paints one shape in the theme's colours."""
    if isinstance(shape, Words):
        _paint_words(painter, theme, shape)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(shape, Stroke):
        _paint_stroke(painter, theme, shape)
        return
    if shape.edge:
        painter.setPen(QPen(_color(theme, shape.edge), 1))
    if isinstance(shape, Dot):
        painter.setBrush(_color(theme, shape.fill))
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    else:
        _paint_box(painter, theme, shape)


def _paint_box(painter: QPainter, theme: Theme, box: Box) -> None:
    if box.fill:
        painter.setBrush(_mixed(theme, box.fill, box.share))
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)


def _paint_stroke(painter: QPainter, theme: Theme, stroke: Stroke) -> None:
    if stroke.ink:
        pen = QPen(_color(theme, stroke.ink), stroke.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if stroke.dashes:
            pen.setDashPattern(list(stroke.dashes))
        painter.setPen(pen)
    points = QPolygonF([QPointF(*point) for point in stroke.points])
    if stroke.fill:
        painter.setBrush(_mixed(theme, stroke.fill, stroke.share))
        painter.drawPolygon(points)
    else:
        painter.drawPolyline(points)


def _paint_words(painter: QPainter, theme: Theme, words: Words) -> None:
    back = {"left": 0.0, "center": _WIDE / 2, "right": _WIDE}[words.anchor]
    text = _fit(painter, theme, words)
    painter.setPen(_color(theme, words.ink))
    tall = 20 + 2 * max(0, words.step)
    rect = QRectF(words.x - back, words.y - tall / 2, _WIDE, tall)
    draw_text(painter, rect, _ANCHORS[words.anchor] | Qt.TextFlag.TextSingleLine, text)


def _fit(painter: QPainter, theme: Theme, words: Words) -> str:
    """Sets the font; the text as it fits into the room that it has."""
    painter.setFont(theme.font(words.step, words.weight, tabular=True))
    if not words.room:
        return words.text
    for step in range(words.step, _SMALLEST - 1, -1):
        painter.setFont(theme.font(step, words.weight, tabular=True))
        if painter.fontMetrics().horizontalAdvance(words.text) <= words.room:
            return words.text
    return painter.fontMetrics().elidedText(words.text, Qt.TextElideMode.ElideRight, int(words.room))


def _color(theme: Theme, ink: str) -> QColor:
    if ink.startswith("stage-"):
        return theme.stage(int(ink.removeprefix("stage-"))).fill
    return theme.on_stage if ink == "on-stage" else theme.color(ink)


def _mixed(theme: Theme, fill: str, share: float) -> QColor:
    # Figures stand on what the colour of a line fills; in high contrast lines are too dark for that.
    color, ground = theme.color("sel-off") if fill in _LINES and theme.high else _color(theme, fill), theme.color("base")
    parts = ((color.redF(), ground.redF()), (color.greenF(), ground.greenF()), (color.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(over * share + under * (1 - share) for over, under in parts))
