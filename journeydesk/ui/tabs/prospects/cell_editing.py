"""Editing in the list: which field a cell holds, where its editor lies while rows move, and which field comes next."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Signal

from journeydesk.domain.by_hand import MADE_ELSEWHERE
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Column, Kind
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import not_by_hand
from journeydesk.ui.editing.field_edit import FieldEdit
from journeydesk.ui.tabs.prospects.table import ProspectTable
from journeydesk.ui.theme import Theme

_FIELDS = {"company": ("company", "contact_name"), "stage": ("journey_stage",)}
"""Columns that show other fields than the one that they sort by."""


def fields_of(column: Column) -> tuple[str, ...]:
    """The fields that a cell of the column shows, by slug, in the order in which Tab goes through them."""
    return _FIELDS.get(column.key, (column.field,))


class CellEditing(QObject):
    """`saved` carries the sentence of what was written, `acting` whom the next change is for, `began` and `over` say that the keys of
    the list are an editor's, or its own again."""

    saved = Signal(str)
    failed = Signal(str)
    acting = Signal(object)
    began = Signal()
    over = Signal()

    def __init__(self, context: Context, theme: Theme, table: ProspectTable) -> None:
        super().__init__(table)
        self._context = context
        self._table = table
        self._section = 0
        self.edit = FieldEdit(context, theme, table.viewport(), table)
        self._wrote = False
        self.edit.saved.connect(self._on_saved)
        self.edit.closed.connect(self.over)
        self.edit.failed.connect(self.failed)
        self.edit.ended.connect(self._go_on)
        self.edit.left.connect(self._left)
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(self.follow)
        table.resized.connect(self.follow)
        table.header.sectionResized.connect(self.follow)
        table.header.sectionMoved.connect(self.follow)

    @property
    def active(self) -> bool:
        """Whether a cell is being edited."""
        return self.edit.active

    def begin(self) -> None:
        """The current cell; where no cell was gone to, the first one."""
        index = self._table.currentIndex()
        record = self._table.prospects.id_at(index.row())
        if record is None:
            return
        section = index.column() if self._shown(index.column()) else self._sections()[0]
        column = self._column_at(section)
        if column is not None:
            self._edit(record, section, fields_of(column)[0])

    def begin_at(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """The cell at this place."""
        record, column = self._table.prospects.id_at(index.row()), self._column_at(index.column())
        if record is not None and column is not None:
            self._edit(record, index.column(), fields_of(column)[0])

    def refresh(self) -> None:
        """The list was read again: the editor goes with its row, and says what became of its value."""
        if self.active:
            self.follow()
            self.edit.refresh()

    def _column_at(self, section: int) -> Column | None:
        return self._table.prospects.column_at(section)

    def _shown(self, section: int) -> bool:
        return self._column_at(section) is not None and not self._table.isColumnHidden(section)

    def _sections(self) -> list[int]:
        """The columns that are shown, from left to right."""
        header = self._table.header
        return [section for place in range(header.count()) if self._shown(section := header.logicalIndex(place))]

    def _edit(self, record: RecordId, section: int, slug: str) -> None:
        self._section, self._wrote = section, False
        place = self._table.prospects.find(record)
        if place is not None:
            self._table.setCurrentIndex(self._table.prospects.index(place, section))
            self._table.keep_in_view()
        column = self._column_at(section)
        self._table.show_cell(True)
        if column is not None and column.kind is Kind.OTHER:
            self.failed.emit(
                tr("{title} is a field of the base that is only shown here. Change it in Airtable.", title=column.title)
            )
            return
        if self.edit.begin(record, slug, self._rect(record), column is not None and column.kind.numeric):
            self.began.emit()

    def _rect(self, record: RecordId) -> QRect:
        place = self._table.prospects.find(record, max(0, self._table.currentIndex().row()))
        if place is None:
            return QRect()
        return self._table.visualRect(self._table.prospects.index(place, self._section))

    def follow(self) -> None:
        """The editor lies over its cell, wherever that is now."""
        if not self.active or self.edit.prospect is None:
            self.edit.follow()
            return
        rect = self._rect(self.edit.prospect)
        if rect.isEmpty():
            self.edit.place(self.edit.rect, tr("{name} is no longer in this view.", name=self.edit.name))
        else:
            self.edit.place(rect)

    def _on_saved(self, words: str) -> None:
        self._wrote = True
        self.saved.emit(words)

    def _go_on(self, step: int) -> None:
        record = self.edit.prospect
        if step and record is not None and (following := self._next(record, self._section, self.edit.slug, step)) is not None:
            self._edit(*following)
            return
        if step == 0 and record is not None and self._wrote:
            self.acting.emit((record,))
        self._left()

    def _next(self, record: RecordId, section: int, slug: str, step: int) -> tuple[RecordId, int, str] | None:
        """The next field that a person writes, in this row, else in the one below or above."""
        locked = not_by_hand(self._context)
        fields = [
            (each, field)
            for each in self._sections()
            if (column := self._column_at(each)) is not None and column.kind is not Kind.OTHER
            for field in fields_of(column)
            if field not in locked and field not in MADE_ELSEWHERE
        ]
        if not fields:
            return None
        at = fields.index((section, slug)) if (section, slug) in fields else -1
        if 0 <= at + step < len(fields):
            return record, *fields[at + step]
        place = self._table.prospects.find(record)
        other = self._table.prospects.id_at(place + step) if place is not None and place + step >= 0 else None
        return (other, *fields[0 if step > 0 else -1]) if other is not None else None

    def _left(self) -> None:
        self._table.setFocus()
        self.over.emit()
