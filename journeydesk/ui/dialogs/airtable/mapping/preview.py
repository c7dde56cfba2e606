"""How the first few records will look here, as a small table."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.mapping.offer import State
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.sync.mapping.applying import MappingDraft
from journeydesk.services.sync.mapping.preview import preview
from journeydesk.services.sync.mapping.rows import FieldDraft, Shown, TableDraft
from journeydesk.ui.dialogs.airtable.mapping.words import stage_mark, stage_slugs
from journeydesk.ui.mirror import mirrored_item
from journeydesk.ui.painting import chip_width, paint_chip, paint_text
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
ROW = 27
_HEAD, _MOST_ROWS = 28, 5
_MOST_COLUMNS, _LEAST_WIDTH = 8, 138
_NAMES = ("company", "contact_name")
_CELL = Qt.ItemDataRole.UserRole + 1
_URGENCY = (State.DECIDE, State.LIKELY, State.READ_ONLY, State.MATCHED, State.CREATE)


def shown_fields(table: TableDraft, most: int) -> list[str]:
    """Which fields the preview shows: what names a record, then what a person must look at; in the order of the fields."""
    order = {state: place for place, state in enumerate(_URGENCY)}
    fields = [field for field in table.fields if field.state in order]
    first = sorted(fields, key=lambda field: (field.slug not in _NAMES, order[field.state]))[:most]
    chosen = {field.slug for field in first}
    names = [slug for slug in _NAMES if slug in chosen]
    return [*names, *(field.slug for field in table.fields if field.slug in chosen and field.slug not in names)]


class PreviewModel(QAbstractTableModel):
    """Up to five records; the columns stay while the same table is shown, so that nothing jumps when something is chosen."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fields: list[FieldDraft] = []
        self.rows: list[dict[str, Shown]] = []
        self.stages: frozenset[str] = frozenset()
        self._remote = ""
        self._slugs: list[str] = []

    def show_table(self, draft: MappingDraft, slug: str) -> None:
        """Shows the first records of one of our tables."""
        self.beginResetModel()
        table = draft.table(slug)
        remote = f"{slug} {table.remote.id if table.remote else ''}"
        if remote != self._remote:
            self._remote, self._slugs = remote, shown_fields(table, _MOST_COLUMNS)
        by_slug = {field.slug: field for field in table.fields}
        self.fields = [by_slug[each] for each in self._slugs if each in by_slug]
        self.rows = preview(self._context, draft, slug)
        self.stages = stage_slugs(draft)
        self.endResetModel()

    def short_name(self, stage: str) -> str:
        """A stage's name for where room is short."""
        found = (journey.find(stage) for journey in self._context.settings.journeys)
        return next((each.short for each in found if each is not None), stage)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return title_of_spec(self.fields[section].spec) if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        field = self.fields[index.column()]
        cell = self.rows[index.row()].get(field.slug, Shown(""))
        if role == _CELL:
            return field, cell
        words = " ".join(cell.text.split())[:500] or cell.note
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words)
        return words if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


class _PreviewDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, model: PreviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    @mirrored_item
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        field, cell = index.data(_CELL)
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line"))
        inner = rect.adjusted(12, 0, -4, 0)
        is_stage = field.slug in self._model.stages
        if cell.text and not cell.note and is_stage and cell.text in field.words:
            mark = stage_mark(field.words, cell.text)
            if chip_width(theme, mark) > inner.width():
                mark = replace(mark, name=self._model.short_name(cell.text))
            paint_chip(painter, inner.left(), rect.center().y(), theme, mark, inner.width())
        else:
            undecided = bool(cell.text and cell.note)
            if undecided:
                theme.paint_icon(painter, QRect(inner.left(), rect.center().y() - 6, 14, 14), "warn", "warn")
                inner.setLeft(inner.left() + 18)
            painter.setFont(theme.font(0, 500 if index.column() == 0 else 400))
            painter.setPen(theme.color("warn" if undecided else "text" if cell.text else "text2"))
            paint_text(painter, inner, str(index.data()))
        painter.restore()


class Preview(QTableView):
    """Only to look at; its height is that of its rows."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.preview = PreviewModel(context, self)
        self.setModel(self.preview)
        self.setItemDelegate(_PreviewDelegate(theme, self.preview, self))
        self.setAccessibleName(tr("How the first records will look"))
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShowGrid(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(tr("All records"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.horizontalHeader().setFixedHeight(_HEAD)
        self.horizontalHeader().setProperty("kind", "plain")
        self.horizontalHeader().setFont(theme.font(-1))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def show_table(self, draft: MappingDraft, slug: str) -> None:
        """Shows the first records of one of our tables."""
        self.preview.show_table(draft, slug)
        self.setFixedHeight(_HEAD + ROW * min(_MOST_ROWS, len(self.preview.rows)) + 2)
        self._share()

    def _share(self) -> None:
        count = self.preview.columnCount()
        if not count:
            return
        shown = max(1, min(count, self.viewport().width() // _LEAST_WIDTH))
        for column in range(count):
            self.setColumnHidden(column, column >= shown)
        width = self.viewport().width() // shown
        for column in range(shown):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
