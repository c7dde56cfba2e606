"""The left side of the step: our tables, and how each of them stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr
from journeydesk.services.sync.mapping.applying import MappingDraft
from journeydesk.services.sync.mapping.rows import TableDraft
from journeydesk.ui.dialogs.airtable.mapping.words import MARKS, TABLE_ICONS, TABLE_NAMES, remote_words
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.mirror import draw_text, mirrored_item, painter_on
from journeydesk.ui.models.lines import LINE_ROLE, LinesModel
from journeydesk.ui.painting import paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.keyed_list import KeyedList
from journeydesk.ui.widgets.labels import ElidedLabel, label, rule, tip
from journeydesk.ui.widgets.list_setup import set_up_list, step_line

Index = QModelIndex | QPersistentModelIndex
WIDTH, _ROW = 272, 45


@dataclass(frozen=True, slots=True)
class TableLine:
    """One of our tables: what it is in the base, and how it stands in shape and word."""

    slug: str
    name: str
    caption: str
    state: State
    words: str


def table_line(draft: MappingDraft, table: TableDraft) -> TableLine:
    """A table as the list shows it."""
    decisions = len(draft.problems(table.slug))
    likely = table.counts.get(State.LIKELY, 0) + (table.state is State.LIKELY)
    state = State.MATCHED if table.remote is not None else table.state
    words = ""
    if decisions:
        state, words = State.DECIDE, tr("{decisions} to decide", decisions=decisions)
    elif likely and table.remote is not None:
        state, words = State.LIKELY, tr("{likely} likely", likely=likely)
    return TableLine(table.slug, TABLE_NAMES[table.slug], remote_words(table), state, words)


class TableLines(LinesModel):
    """Our tables in the catalogue's order."""

    has_tips = True

    def show_draft(self, draft: MappingDraft) -> None:
        """Shows how the tables stand now; the rows stay."""
        lines = [table_line(draft, table) for table in draft.tables]
        if len(lines) == len(self.lines):
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.show_lines(lines)

    def words(self, line: TableLine) -> str:
        return f"{line.name}, {line.caption}{': ' + line.words if line.words else ''}"


class _TableDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, _ROW)

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, line, rect = self._theme, index.data(LINE_ROLE), QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel"))
            painter.drawRoundedRect(rect, 4, 4)
            painter.fillRect(rect.left(), rect.top() + 1, 3, rect.height() - 2, theme.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus and selected:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for inset in (0, 1):
                painter.drawRoundedRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1), 4, 4)
        middle = rect.center().y()
        theme.paint_icon(painter, QRect(rect.left() + 8, middle - 7, 16, 16), TABLE_ICONS[line.slug], "text2")
        painter.setFont(theme.font(0, 500))
        words = painter.fontMetrics().horizontalAdvance(line.words)
        icon, ink = MARKS[line.state]
        right = rect.right() - 8
        theme.paint_icon(painter, QRect(right - words - (6 if words else 0) - 15, middle - 7, 15, 15), icon, ink)
        painter.setPen(theme.color(ink))
        draw_text(
            painter, QRect(right - words, rect.top(), words + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, line.words
        )
        room = right - words - 30 - (rect.left() + 36)
        painter.setPen(theme.color("text"))
        paint_text(painter, QRect(rect.left() + 36, rect.top() + 5, room, 18), line.name)
        painter.setFont(theme.font(-1))
        painter.setPen(theme.color("text2"))
        paint_text(painter, QRect(rect.left() + 36, rect.top() + 23, room, 16), line.caption)
        painter.restore()


class TableList(KeyedList):
    """`chosen` carries the slug of the table that is current now; Enter goes on to its fields."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = TableLines(self)
        set_up_list(self, self.lines, _TableDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Journeydesk tables"))
        self.setProperty("kind", "rail")
        theme.changed.connect(self.viewport().update)
        self._keys = KeyMap(
            Scope.FIELDS,
            {
                Action.UP: lambda: step_line(self, -1),
                Action.DOWN: lambda: step_line(self, 1),
                Action.RIGHT: self.entered.emit,
                Action.TAKE: self.entered.emit,
            },
        )
        self.selectionModel().currentChanged.connect(lambda index, _before: self._tell(index))

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.lines.lines[index.row()].slug)

    def go_to(self, slug: str) -> None:
        """Makes a table the current one."""
        row = next((n for n, line in enumerate(self.lines.lines) if line.slug == slug), 0)
        self.setCurrentIndex(self.lines.index(row))


class _Progress(QWidget):
    """Which of the steps it is, as bars beside each other."""

    def __init__(self, theme: Theme, step: int, steps: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._step, self._steps = theme, step, steps
        self.setFixedHeight(4)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            width = (self.width() - 8 * (self._steps - 1)) / self._steps
            for place in range(self._steps):
                ink = "ok" if place < self._step else "accent-fill" if place == self._step else "line2"
                painter.setBrush(self._theme.color(ink))
                painter.drawRoundedRect(int(place * (width + 8)), 0, int(width), 4, 2, 2)


class MappingSide(QWidget):
    """What the step is about, the tables, and what of the base stays untouched."""

    def __init__(self, theme: Theme, step: int, steps: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self.tables = TableList(theme, self)
        self.about = label(theme, step=-1, kind="secondary", wrap=True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.untouched = ElidedLabel(theme, step=-1, kind="secondary")
        theme.changed.connect(self.update)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(theme, "logo", "accent", 20))
        head.addWidget(
            label(theme, tr("Step {step} of {steps} · Connect Airtable", step=step + 1, steps=steps), step=-1, kind="secondary")
        )
        head.addStretch(1)
        titles = QHBoxLayout()
        titles.addWidget(label(theme, tr("Journeydesk tables"), step=-2, weight=600, kind="secondary"))
        titles.addStretch(1)
        self._count = label(theme, step=-2, kind="secondary")
        titles.addWidget(self._count)
        top = QVBoxLayout()
        top.setContentsMargins(20, 20, 20, 0)
        top.setSpacing(8)
        top.addLayout(head)
        top.addSpacing(2)
        top.addWidget(_Progress(theme, step, steps, self))
        top.addWidget(label(theme, tr("Match your base"), step=5, weight=600))
        top.addWidget(self.about)
        top.addLayout(titles)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 12)
        foot.setSpacing(8)
        foot.addWidget(IconLabel(theme, "info", "text2"))
        foot.addWidget(self.untouched, 1)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(20, 4, 20, 0)
        bottom.setSpacing(0)
        bottom.addWidget(rule())
        bottom.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(4)
        column.addLayout(top)
        lists = QVBoxLayout()
        lists.setContentsMargins(12, 0, 12, 0)
        lists.addWidget(self.tables)
        column.addLayout(lists, 1)
        column.addLayout(bottom)

    def show_draft(self, draft: MappingDraft) -> None:
        """Shows how the tables stand now."""
        many = len(draft.remote_tables)
        tables = tr("1 table") if many == 1 else tr("{many} tables", many=many)
        self.about.setText(
            tr(
                "“{base_name}” has {tables}. Say once what is what; later renames in Airtable change nothing here.",
                base_name=draft.base_name,
                tables=tables,
            )
        )
        self.tables.lines.show_draft(draft)
        self._count.setText(str(len(draft.tables)))
        left = draft.untouched
        words = (
            tr("1 table of the base stays untouched")
            if len(left) == 1
            else tr("{count} tables of the base stay untouched", count=len(left))
        )
        self.untouched.show_text(words if left else tr("Every table of the base is used"))
        self.untouched.setAccessibleDescription(", ".join(left))
        if left:
            self.untouched.setToolTip(tip(", ".join(left)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("rail"))
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line"))
