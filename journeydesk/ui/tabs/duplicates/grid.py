"""Both sides of a pair, field by field, and what the one will be: painted, chosen by key and click."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.values import Stored
from journeydesk.domain.words import tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.duplicates.merging import FieldChoice, Take
from journeydesk.services.queries.lists.duplicates import PairView, stage_of
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, painter_on, seen_at
from journeydesk.ui.painting import LEFT, paint_check, paint_chip, paint_text
from journeydesk.ui.tabs.duplicates import words
from journeydesk.ui.theme import Theme
from journeydesk.ui.words.days import day_words

_HEAD, _ROW, _TALL, _LINE, _SAME = 50, 38, 56, 20, 32
_LABELS, _NARROW_LABELS, _NARROW = 152, 112, 700
_PAD = 12


class PairGrid(QLabel):
    """Emits when somebody chose otherwise."""

    chosen = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._view: PairView | None = None
        self.taken: dict[str, Take] = {}
        self.current = 0
        self.fields: list[FieldChoice] = []
        self._same: list[FieldChoice] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Fields of both"))
        self.keys: KeyMap | None = None
        """What the tab does at keys, asked before the area around scrolls by them."""

        theme.changed.connect(self.update)

    def show_pair(self, view: PairView | None, *, again: bool = False) -> None:
        """Shows a pair with the fuller value of each field chosen. Where it is the same pair `again`, the field stays current, and what was
        chosen between values that are still those stays chosen."""
        slug = self.fields[self.current].field.slug if self.fields else ""
        before = {field.field.slug: (field.left, field.right) for field in self.fields}
        self._view = view
        fields = view.fields if view is not None else ()
        self.fields = [field for field in fields if not field.same]
        places = {field.field.slug: place for place, field in enumerate(self.fields)}
        self.current = places.get(slug, 0) if again else 0
        now = {field.field.slug: (field.left, field.right) for field in self.fields}
        self.taken = {name: take for name, take in self.taken.items() if again and now.get(name) == before[name]}
        self._same = [field for field in fields if field.same and field.left not in (None, "")]
        self._spoken()
        self.updateGeometry()
        self.update()

    def take_of(self, field: FieldChoice) -> Take:
        """Whose value is chosen."""
        return self.taken.get(field.field.slug, field.take)

    def take(self, side: Take) -> bool:
        """Chooses a side of the current field; of long texts each side stands or not."""
        if not self.fields:
            return False
        field = self.fields[self.current]
        if field.joinable:
            now = self.take_of(field)
            other = Take.RIGHT if side is Take.LEFT else Take.LEFT
            side = other if now is Take.BOTH else Take.BOTH if now is other else side
        self.taken[field.field.slug] = side
        self._spoken()
        self.update()
        self.chosen.emit()
        return True

    def take_all(self, side: Take) -> bool:
        """Chooses one side of every field."""
        self.taken = {field.field.slug: side for field in self.fields}
        self._spoken()
        self.update()
        self.chosen.emit()
        return True

    def step(self, step: int) -> bool:
        """Goes to another field."""
        if not 0 <= self.current + step < len(self.fields):
            return False
        self.current += step
        self._spoken()
        self.update()
        return True

    def current_rect(self) -> QRect:
        """Where the current field is."""
        return self._rows()[self.current] if self.fields else QRect()

    def _spoken(self) -> None:
        if not self.fields:
            self.setAccessibleDescription("")
            return
        field = self.fields[self.current]
        will = self._words(field, field.value(self.take_of(field))) or tr("empty")
        self.setAccessibleDescription(
            tr(
                "{name}: left {words}, right {words_2}, will be {will}",
                name=title_of_spec(field.field),
                words=self._words(field, field.left) or tr("empty"),
                words_2=self._words(field, field.right) or tr("empty"),
                will=will,
            )
        )

    def _words(self, field: FieldChoice, value: Stored) -> str:
        return " ".join(words.value_words(self._context, field.field, value).split())

    def _rows(self) -> list[QRect]:
        rows, top = [], _HEAD
        for field in self.fields:
            height = _TALL if field.joinable else _ROW
            rows.append(QRect(0, top, self.width(), height))
            top += height
        return rows

    def _belongings(self) -> tuple[list[tuple[str, str]], ...]:
        assert self._view is not None
        zone, today = self._context.settings.time_zone, self._context.today()
        sides = [words.belongings(side, zone, today) for side in (self._view.left, self._view.right)]
        names = [name for name, _ in max(sides, key=len)]
        return (*sides, words.both_belongings(self._view.left, self._view.right, names))

    def sizeHint(self) -> QSize:
        if self._view is None:
            return QSize(560, 100)
        fields = sum(_TALL if field.joinable else _ROW for field in self.fields)
        return QSize(560, _HEAD + fields + _SAME + 12 + _LINE * max(len(side) for side in self._belongings()) + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _labels(self) -> int:
        """How wide the names of the fields stand."""
        return _LABELS if self.width() >= _NARROW else _NARROW_LABELS

    def _columns(self) -> list[tuple[int, int]]:
        each = (self.width() - self._labels) // 3
        return [
            (self._labels + each * number, each if number < 2 else self.width() - self._labels - 2 * each)
            for number in range(3)
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys is None or not self.keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = seen_at(self, event.position().toPoint())
        for number, row in enumerate(self._rows()):
            if row.contains(point):
                self.current = number
                for side, (x, width) in zip((Take.LEFT, Take.RIGHT), self._columns()[:2], strict=True):
                    if x <= point.x() < x + width:
                        self.take(side)
                        break
                self._spoken()
                self.update()
        self.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("base"))
            if self._view is None:
                return
            columns = self._columns()
            painter.fillRect(QRect(columns[2][0], 0, columns[2][1], self.height()), theme.color("panel"))
            self._paint_head(painter, columns)
            for number, (field, row) in enumerate(zip(self.fields, self._rows(), strict=True)):
                self._paint_field(painter, field, row, columns, number == self.current and self.hasFocus())
            top = self._rows()[-1].bottom() + 1 if self.fields else _HEAD
            self._paint_rest(painter, top, columns)
            painter.setPen(QPen(theme.color("line"), 1))
            for x, _ in columns:
                painter.drawLine(x, 0, x, top - 1)
                painter.drawLine(x, top + _SAME, x, self.height())

    def _paint_head(self, painter: QPainter, columns: list[tuple[int, int]]) -> None:
        assert self._view is not None
        theme, zone, today = self._theme, self._context.settings.time_zone, self._context.today()
        heads = [(tr("Left"), self._view.left), (tr("Right"), self._view.right)]
        lines = [
            (name, tr("added {day}, {key}", day=day_words(side.added_at.astimezone(zone).date(), today), key=side.key))
            for name, side in heads
        ]
        lines.append((tr("Will be"), tr("stays {key}", key=self._view.left.key)))
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(-1))
        draw_text(painter, QRect(20, 26, self._labels - 24, 18), LEFT, tr("Field"))
        for (x, width), (title, below) in zip(columns, lines, strict=True):
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font(0, 600))
            draw_text(painter, QRect(x + _PAD, 7, width - 2 * _PAD, 18), LEFT, title)
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font(-1))
            paint_text(painter, QRect(x + _PAD, 26, width - 2 * _PAD, 18), below)
        painter.fillRect(0, _HEAD - 1, self.width(), 1, theme.color("line2"))

    def _paint_field(
        self, painter: QPainter, field: FieldChoice, row: QRect, columns: list[tuple[int, int]], current: bool
    ) -> None:
        theme, take = self._theme, self.take_of(field)
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, theme.color("line"))
        painter.setFont(theme.font())
        painter.setPen(theme.color("text" if current else "text2"))
        paint_text(painter, QRect(20, row.top(), self._labels - 24, row.height()), title_of_spec(field.field))
        for side, value, (x, width) in zip((Take.LEFT, Take.RIGHT), (field.left, field.right), columns[:2], strict=True):
            on = take in (side, Take.BOTH)
            box = QRect(x, row.top(), width, row.height() - 1)
            if on:
                painter.fillRect(box, theme.color("accent-soft"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.color("accent"), 2 if current else 1))
                painter.drawRect(box.adjusted(1, 0, -1, -1))
            mark = QRect(x + _PAD, row.center().y() - 7, 14, 14)
            if field.joinable:
                paint_check(painter, mark, theme, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            else:
                painter.setPen(QPen(theme.color("accent-fill" if on else "ctl"), 4 if on else 1))
                painter.setBrush(theme.color("base"))
                painter.drawEllipse(mark.adjusted(2, 2, -2, -2) if on else mark)
                painter.setBrush(Qt.BrushStyle.NoBrush)
            self._paint_value(painter, field, value, QRect(x + _PAD + 22, row.top(), width - 2 * _PAD - 22, row.height()))
        x, width = columns[2]
        will = field.value(take)
        joined = take is Take.BOTH and field.left and field.right
        shown = QRect(x + _PAD, row.top(), width - 2 * _PAD, row.height())
        if joined:
            painter.setFont(theme.font())
            painter.setPen(theme.color("text"))
            paint_text(painter, shown, tr("Both texts, one under the other"))
        else:
            self._paint_value(painter, field, will, shown)

    def _paint_value(self, painter: QPainter, field: FieldChoice, value: Stored, rect: QRect) -> None:
        text = self._words(field, value)
        mark = stage_of(self._context, str(value)) if field.field.slug == "journey_stage" and value else None
        if mark is not None:
            paint_chip(painter, rect.left(), rect.center().y(), self._theme, mark, rect.width())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            return
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text" if text else "text3"))
        if field.joinable and text:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.save()
            painter.setClipRect(rect)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 2 * rect.width() - 24)
            draw_text(painter, rect, flags, shown)
            painter.restore()
        else:
            paint_text(painter, rect, text or tr("empty"))

    def _paint_rest(self, painter: QPainter, top: int, columns: list[tuple[int, int]]) -> None:
        """What is the same on both sides, then what belongs to each."""
        theme = self._theme
        same = ", ".join(title_of_spec(field.field) for field in self._same)
        painter.fillRect(0, top, self.width(), _SAME, theme.color("panel"))
        painter.setFont(theme.font())
        painter.setPen(theme.color("text2"))
        count = len(self._same)
        said = (
            tr_count(
                "{count} more is the same on both sides: {same}",
                "{count} more are the same on both sides: {same}",
                count,
                same=same,
            )
            if same
            else tr("Nothing else is filled in")
        )
        paint_text(painter, QRect(20, top, self.width() - 40, _SAME), said)
        painter.fillRect(0, top + _SAME - 1, self.width(), 1, theme.color("line"))
        top += _SAME + 10
        draw_text(painter, QRect(20, top, self._labels - 24, _LINE), LEFT, tr("History"))
        draw_text(painter, QRect(20, top + _LINE, self._labels - 24, _LINE), LEFT, tr("and money"))
        for (x, width), lines in zip(columns, self._belongings(), strict=True):
            for number, (name, said) in enumerate(lines):
                y = top + _LINE * number
                painter.setFont(theme.font(-1))
                painter.setPen(theme.color("text3"))
                draw_text(painter, QRect(x + _PAD, y, 70, _LINE), LEFT, name)
                painter.setPen(theme.color("text"))
                paint_text(painter, QRect(x + _PAD + 74, y, width - 2 * _PAD - 74, _LINE), said)
