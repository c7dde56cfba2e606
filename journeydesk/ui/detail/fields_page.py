"""The page of the panel that has every field: the notes, and below them the list in which each is edited where it stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.services.context import Context
from journeydesk.services.fields.reading import field_values, not_by_hand
from journeydesk.ui.detail.field_list import FieldLine, FieldList, field_lines, shown_value_rect
from journeydesk.ui.detail.notes_field import NotesField
from journeydesk.ui.editing.field_edit import FieldEdit
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import rule


class FieldsPage(QWidget):
    """`saved` carries the sentence of what was written, `left` says that the keyboard goes back."""

    saved = Signal(str)
    failed = Signal(str)
    left = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.prospect: RecordId | None = None
        self.notes = NotesField(context, theme, self)
        self.list = FieldList(theme, self)
        self.edit = FieldEdit(context, theme, self.list.viewport(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.notes, rule(), self.list):
            column.addWidget(part, 1 if part is self.list else 0)
        self.notes.saved.connect(self.saved)
        self.notes.left.connect(self.left)
        self.list.edit_requested.connect(self.begin)
        self.list.left.connect(self.left)
        self.list.verticalScrollBar().valueChanged.connect(self._follow)
        self.edit.saved.connect(self.saved)
        self.edit.failed.connect(self.failed)
        self.edit.ended.connect(self._go_on)
        self.edit.left.connect(self.list.setFocus)

    def show_prospect(self, prospect: RecordId | None) -> None:
        """Every field of a prospect; what is being edited goes on where it is the same one."""
        if self.edit.active and self.edit.prospect != prospect:
            self.edit.abandon()
        self.prospect = prospect
        found = field_values(self._context, prospect) if prospect is not None else None
        row = self.list.currentIndex().row()
        lines = field_lines(self._context, found, not_by_hand(self._context)) if found is not None else []
        if lines != self.list.fields.lines:
            bar = self.list.verticalScrollBar()
            offset = bar.value()
            self.list.fields.show_lines(lines)
            self.list.setCurrentIndex(self.list.fields.index(row if 0 <= row < len(lines) else 1))
            bar.setValue(offset)
        self.notes.show_prospect(prospect, found.values["notes"] if found is not None else None)
        if self.edit.active:
            self._follow()
            self.edit.refresh()

    def begin(self, row: int) -> None:
        """Edits the field at this row, or says why it is not written here."""
        line: FieldLine = self.list.fields.lines[row]
        if self.prospect is None or line.is_head:
            return
        self.list.setCurrentIndex(self.list.fields.index(row))
        place = self.list.place_of(row)
        if line.reason:
            self.edit.explain(place, line.reason)
        elif line.slug:
            self.edit.begin(self.prospect, line.slug, place)

    def begin_field(self, slug: str) -> None:
        """Edits a field by its slug."""
        row = self.list.row_of(slug)
        if row is not None:
            self.begin(row)

    def _follow(self) -> None:
        row = self.list.row_of(self.edit.slug)
        if not self.edit.active:
            self.edit.follow()
        elif row is not None:
            self.edit.place(shown_value_rect(self.list.visualRect(self.list.fields.index(row))))

    def _go_on(self, step: int) -> None:
        row = self.list.row_of(self.edit.slug)
        if step and row is not None:
            lines = self.list.fields.lines
            row += step
            while 0 <= row < len(lines) and (not lines[row].slug or lines[row].reason):
                row += step
            if 0 <= row < len(lines):
                self.begin(row)
                return
        self.list.setFocus()
