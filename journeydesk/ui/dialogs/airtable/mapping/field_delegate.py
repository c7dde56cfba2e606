"""How the lines of the mapping are painted: our field, an arrow, theirs in a chooser, and how it stands."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import figure, named, tr, tr_count
from journeydesk.services.sync.mapping.rows import OptionDraft
from journeydesk.ui.dialogs.airtable.mapping.field_geometry import (
    columns,
    height_of,
    option_chooser,
    option_rect,
    option_start,
    part_rect,
)
from journeydesk.ui.dialogs.airtable.mapping.field_lines import FieldLine, Line, MoreLine, OptionLine, Part, option_words
from journeydesk.ui.dialogs.airtable.mapping.words import MARKS, kind_icon, no_field_words, stage_mark, state_words
from journeydesk.ui.mirror import draw_text, mirrored_item, seen_at
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.painting import LEFT, RIGHT, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex


class FieldDelegate(QStyledItemDelegate):
    """`part` says at which part of the current line the keyboard is."""

    def __init__(self, theme: Theme, part: Callable[[], Part | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._part = part

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(400, height_of(line)) if line is not None else QSize(400, 0)

    def action_width(self, line: Line) -> int:
        """How wide the button at the right of a line is."""
        words = line.action if isinstance(line, FieldLine) else ""
        icon = 22 if words == "Yes" else 0
        return QFontMetrics(self._theme.font(0, 500)).horizontalAdvance(words) + icon + 20

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE_ROLE)
        rect = QRect(option.rect)
        current = option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus
        part = self._part() if current else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._theme.color(_ground(line)))
        if not isinstance(line, OptionLine) or line.is_last:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("line"))
        if isinstance(line, FieldLine):
            self._paint_field(painter, rect, line, part)
        elif isinstance(line, OptionLine):
            for place, each in enumerate(line.options):
                self._paint_option(painter, option_rect(line, rect, place), line, each, part is line.parts[place])
        else:
            self._paint_more(painter, rect, line, part)
        if current:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), self._theme.color("accent"))
        painter.restore()

    def _paint_field(self, painter: QPainter, rect: QRect, line: FieldLine, part: Part | None) -> None:
        theme, at, field = self._theme, columns(rect.width()), line.field
        x, middle = rect.left(), rect.center().y()
        room = at.chooser - 38
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color("text"))
        used = paint_text(painter, QRect(x + 12, rect.top(), room, rect.height()), title_of_spec(field.spec))
        painter.setFont(theme.font(-2))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(x + 17 + used, rect.top(), max(0, room - used - 5), rect.height()), named(field.kind))
        theme.paint_icon(painter, QRect(x + at.chooser - 22, middle - 7, 14, 14), "arrow-right", "text2")
        self._paint_chooser(painter, part_rect(line, rect, Part.CHOOSER, 0), line, part is Part.CHOOSER)
        icon, ink = MARKS[field.state]
        theme.paint_icon(painter, QRect(x + at.state, middle - 8, 16, 16), icon, ink)
        state, reason = state_words(field)
        left = x + at.state + 22
        buttons = [
            part_rect(line, rect, each, self.action_width(line)).left() for each in line.parts if each is not Part.CHOOSER
        ]
        right = min([rect.right() - 8, *buttons]) - 4
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color(ink))
        left += paint_text(painter, QRect(left, rect.top(), max(0, right - left), rect.height()), state) + 5
        painter.setFont(theme.font())
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(left, rect.top(), max(0, right - left), rect.height()), reason)
        if line.action:
            self._paint_action(painter, part_rect(line, rect, Part.ACTION, self.action_width(line)), line.action, part)
        if field.options:
            fold = part_rect(line, rect, Part.FOLD, 0)
            theme.paint_icon(painter, _centred(fold, 16), "up" if line.is_open else "down", "text2")
            self._paint_ring(painter, fold, part is Part.FOLD)

    def _paint_chooser(self, painter: QPainter, box: QRect, line: FieldLine, focused: bool) -> None:
        theme, chosen = self._theme, line.field.chosen
        self._paint_box(painter, box, "ctl" if chosen is None or line.field.state is State.DECIDE else "line2", chosen is None)
        self._paint_ring(painter, box, focused)
        theme.paint_icon(painter, QRect(box.right() - 21, box.center().y() - 7, 14, 14), "down", "text2")
        inner = box.adjusted(9, 0, -28, 0)
        if chosen is None:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text2"))
            paint_text(painter, inner, no_field_words(line.field))
            return
        theme.paint_icon(painter, QRect(inner.left(), box.center().y() - 7, 15, 15), kind_icon(chosen.kind), "text2")
        inner.setLeft(inner.left() + 22)
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color("text"))
        used = paint_text(painter, QRect(inner.left(), inner.top(), int(inner.width() * 0.6), inner.height()), chosen.name) + 8
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        inner.setLeft(inner.left() + used)
        used = paint_text(painter, inner, named(chosen.kind)) + 16
        painter.setFont(theme.font(-1, tabular=True))
        inner.setLeft(inner.left() + used)
        if inner.width() > 30:
            paint_text(painter, inner, " ".join(chosen.sample.split()), RIGHT)

    def _paint_option(self, painter: QPainter, half: QRect, line: OptionLine, option: OptionDraft, focused: bool) -> None:
        theme, box = self._theme, option_chooser(half)
        middle, x = box.center().y() + 1, option_start(half)
        undecided = option.state is State.DECIDE
        count = figure(option.count)
        painter.setFont(theme.font(0, tabular=True))
        painter.setPen(theme.color("text2"))
        counted = painter.fontMetrics().horizontalAdvance(count) + 8
        draw_text(painter, QRect(x, half.top(), box.left() - 30 - x, half.height()), RIGHT, count)
        painter.setFont(theme.font(-1, 500))
        room = max(20, box.left() - 30 - counted - x)
        width = min(painter.fontMetrics().horizontalAdvance(option.name) + 14, room)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunk"))
        painter.drawRoundedRect(QRectF(x, middle - 10, width, 20), 3, 3)
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(x + 7, middle - 10, width - 12, 20), option.name)
        theme.paint_icon(painter, QRect(box.left() - 22, middle - 7, 14, 14), "arrow-right", "text2")
        self._paint_box(painter, box, "warn-mark" if undecided else "line2", False)
        self._paint_ring(painter, box, focused)
        theme.paint_icon(painter, QRect(box.right() - 19, middle - 7, 14, 14), "down", "text2")
        inner = box.adjusted(8, 0, -22, 0)
        if option.ours is not None and line.is_stage:
            paint_chip(painter, box.left() + 4, middle, theme, stage_mark(line.field.words, option.ours), box.width() - 28)
        else:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text" if option.ours is not None else "text2"))
            choose = tr("Choose a stage…") if line.is_stage else tr("Choose a choice…")
            paint_text(painter, inner, option.ours or (choose if undecided else tr("Kept as it is")))
        painter.setFont(theme.font(0, 500 if undecided else 400))
        painter.setPen(theme.color("warn" if undecided else "text2"))
        words = tr("choose") if undecided else "" if option.ours is None else option.reason
        paint_text(painter, QRect(box.right() + 14, half.top(), half.right() - box.right() - 26, half.height()), words)

    def _paint_more(self, painter: QPainter, rect: QRect, line: MoreLine, part: Part | None) -> None:
        theme, at, middle = self._theme, columns(rect.width()), rect.center().y()
        fold = part_rect(line, rect, Part.FOLD, 0)
        theme.paint_icon(painter, _centred(fold, 14), "down" if line.is_open else "right", "text2")
        self._paint_ring(painter, fold, part is Part.FOLD)
        painter.setFont(theme.font())
        painter.setPen(theme.color("text2"))
        paint_text(
            painter,
            QRect(rect.left() + 35, rect.top(), at.chooser - 50, rect.height()),
            tr_count("{count} more field", "{count} more fields", len(line.names)),
        )
        names = QRect(rect.left() + at.chooser, rect.top(), at.chooser_end - at.chooser, rect.height())
        painter.setFont(theme.font(-1))
        if not line.is_open:
            paint_text(painter, names, _fitting(painter.fontMetrics(), line.names, names.width()))
        icon, ink = MARKS[line.state]
        theme.paint_icon(painter, QRect(rect.left() + at.state, middle - 8, 16, 16), icon, ink)
        painter.setFont(theme.font(0, 500))
        painter.setPen(theme.color(ink))
        words = tr("matched") if line.state is State.MATCHED else tr("left out")
        paint_text(painter, QRect(rect.left() + at.state + 22, rect.top(), rect.width() - at.state - 34, rect.height()), words)

    def _paint_action(self, painter: QPainter, box: QRect, words: str, part: Part | None) -> None:
        theme = self._theme
        painter.setFont(theme.font(0, 500))
        x = box.left() + 10
        if words == "Yes":
            self._paint_box(painter, box, "line2", False)
            theme.paint_icon(painter, QRect(x, box.center().y() - 7, 15, 15), "check", "text")
            x += 22
        painter.setPen(theme.color("text" if words == "Yes" else "text2"))
        draw_text(painter, QRect(x, box.top(), box.right() - x, box.height()), LEFT, words)
        self._paint_ring(painter, box, part is Part.ACTION)

    def _paint_box(self, painter: QPainter, box: QRect, line: str, dashed: bool) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._theme.color(line), 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush if dashed else self._theme.color("base"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_ring(self, painter: QPainter, box: QRect, focused: bool) -> None:
        if focused:
            painter.setPen(self._theme.focus_pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), 5, 5)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        line = index.data(LINE_ROLE)
        if event.type() != QEvent.Type.ToolTip or line is None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(
            event.globalPos(), tip(self.whole(line, QRect(option.rect), seen_at(view.viewport(), event.pos()).x())), view
        )
        return True

    def whole(self, line: Line, rect: QRect, x: int) -> str:
        """What stands at this place of a line, uncut."""
        if isinstance(line, MoreLine):
            return ", ".join(line.names)
        if isinstance(line, OptionLine):
            places = [place for place in range(len(line.options)) if option_rect(line, rect, place).left() <= x]
            return option_words(line.options[places[-1]]) if places else ""
        at, field = columns(rect.width()), line.field
        if x < rect.left() + at.chooser:
            return f"{title_of_spec(field.spec)}, {named(field.kind)}"
        if x < rect.left() + at.state:
            if field.chosen is None:
                return no_field_words(field)
            return " · ".join(part for part in (field.chosen.name, named(field.chosen.kind), field.chosen.sample[:300]) if part)
        return " ".join(part for part in state_words(field) if part)


def _ground(line: Line) -> str:
    if isinstance(line, OptionLine):
        return "panel"
    return "warn-soft" if isinstance(line, FieldLine) and line.field.state is State.DECIDE else "base"


def _centred(box: QRect, size: int) -> QRect:
    return QRect(box.center().x() - size // 2 + 1, box.center().y() - size // 2 + 1, size, size)


def _fitting(metrics: QFontMetrics, names: tuple[str, ...], room: int) -> str:
    """As many names as there is room for, and how many more there are."""
    for count in range(len(names), 0, -1):
        rest = tr(" and {count} more", count=len(names) - count) if count < len(names) else ""
        text = f"{', '.join(names[:count])}{rest}"
        if metrics.horizontalAdvance(text) <= room:
            return text
    return tr("{count} fields", count=len(names))
