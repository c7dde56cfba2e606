"""How a line of the match is painted: what is needed, an arrow, what is there, the state in shape and word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from journeydesk.ui.dialogs.airtable.match_model import MatchLine
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.painting import LEFT, RIGHT, paint_text
from journeydesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 32


def columns(width: int) -> tuple[int, int]:
    """Where "in your base" and the state begin in a list of this width, in pixels."""
    return min(236, int(width * 0.36)), min(500, int(width * 0.64))


class MatchDelegate(QStyledItemDelegate):
    """Lines of one height; a problem lies on a soft ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, MatchLine):
            return
        theme, rect = self._theme, QRect(option.rect)
        fine, table = line.state == "found", line.kind == "table"
        painter.save()
        painter.fillRect(rect, theme.color("panel" if table and fine else "base" if fine else "warn-soft"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        middle = rect.center().y()
        x = rect.left() + 12
        there, at = columns(rect.width())
        if line.kind != "field":
            icon = "down" if line.is_open else "right"
            theme.paint_icon(painter, QRect(x, middle - 7, 14, 14), icon, "text2")
            x += 22
        painter.setFont(theme.font(0, 600 if table else 400))
        painter.setPen(theme.color("text2" if line.kind == "more" else "text"))
        room = rect.left() + there - 30 - x
        used = paint_text(painter, QRect(x, rect.top(), room, rect.height()), line.needs)
        painter.setFont(theme.font(-2))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(x + used + 5, rect.top(), max(0, room - used - 5), rect.height()), line.what)
        if line.kind != "more":
            self._paint_there(painter, rect, line)
        ink = "ok" if fine else "warn"
        theme.paint_icon(painter, QRect(rect.left() + at, middle - 7, 15, 15), "ok-circle" if fine else "warn", ink)
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color(ink))
        # Where room is short the words go before the count.
        tail = 12 if not line.tail or rect.width() < 760 else 130
        words = QRect(rect.left() + at + 22, rect.top(), rect.width() - at - 22 - tail, rect.height())
        paint_text(painter, words, line.words)
        painter.setFont(theme.font(0, tabular=True))
        painter.setPen(theme.color("text2"))
        if tail > 12:
            painter.drawText(rect.adjusted(0, 0, -12, 0), RIGHT, line.tail)
        painter.restore()

    def _paint_there(self, painter: QPainter, rect: QRect, line: MatchLine) -> None:
        theme, middle = self._theme, rect.center().y()
        there, at = columns(rect.width())
        theme.paint_icon(painter, QRect(rect.left() + there - 24, middle - 6, 14, 14), "arrow-right", "text2")
        painter.setFont(theme.font(0, 600 if line.kind == "table" else 400))
        painter.setPen(theme.color("text" if line.there else "text3"))
        x = rect.left() + there
        if line.kind == "table":
            theme.paint_icon(painter, QRect(x, middle - 7, 15, 15), "table", "text2")
            x += 22
        paint_text(painter, QRect(x, rect.top(), rect.left() + at - 16 - x, rect.height()), line.there or "not there", LEFT)
