"""One question as a row: the field, before, mine, theirs, what will be saved."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.checks import check
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.commands.conflicts import Answer
from journeydesk.services.context import Context
from journeydesk.services.entering import entered
from journeydesk.services.queries.conflicts import ConflictRow
from journeydesk.ui.dialogs.conflicts.result_cell import ResultCell
from journeydesk.ui.dialogs.conflicts.shown_value import ShownValue
from journeydesk.ui.dialogs.conflicts.text_block import TextBlock
from journeydesk.ui.dialogs.conflicts.value_cell import TOP, ValueCell
from journeydesk.ui.dialogs.conflicts.values import editable, from_edit, spec_of, stage_of, to_edit, written
from journeydesk.ui.dialogs.conflicts.word_diff import Piece, excerpt, word_diff
from journeydesk.ui.mirror import painter_on, put
from journeydesk.ui.theme import Theme

_LEAST = 56
_GONE = {"mine": tr("Kept here, made anew in Airtable"), "theirs": tr("Deleted here too")}


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of field, before, mine, theirs and result, in pixels."""

    field: int
    value: int
    result: int


class QuestionRow(QWidget):
    """Keeps what was picked until it is saved. `captions` stand below mine and theirs where they differ from the heads."""

    changed = Signal()
    resized = Signal()

    def __init__(
        self,
        context: Context,
        theme: Theme,
        row: ConflictRow,
        columns: Columns,
        captions: tuple[str, str],
        likewise: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self._context = context
        self._theme = theme
        self._columns = columns
        self.choice = ""
        self.text = ""
        self._name = TextBlock(theme, [Piece(row.field, "same")], weight=500)
        empty = "" if row.kind == "gone" else tr("empty")
        self._before = ShownValue(
            theme, self._plain(row.before), stage=stage_of(context, row, row.before), empty=empty, ink="text2"
        )
        self.mine = self._cell("mine", row.mine, captions[0])
        self.theirs = self._cell("theirs", row.theirs, captions[1])
        self.result = ResultCell(
            theme,
            row.field,
            columns.result,
            joinable=row.joined is not None,
            editable=editable(row),
            likewise=likewise,
            parent=self,
        )
        self.mine.picked.connect(lambda: self.pick("mine"))
        self.theirs.picked.connect(lambda: self.pick("theirs"))
        self.result.both_requested.connect(lambda: self.pick("both"))
        self.result.edit_requested.connect(self.edit)
        self.result.edited.connect(self._take_edited)
        self.result.left.connect(self._leave_editor)
        self.result.resized.connect(self.fit)
        theme.changed.connect(self.update)
        if row.kind == "gone":
            self.pick("mine")
        self.fit()

    def _plain(self, text: str) -> list[Piece]:
        return excerpt([Piece(written(self._context, self.row, text), "same")]) if text else []

    def _pieces(self, text: str) -> list[Piece]:
        if self.row.is_text and self.row.before and text:
            return excerpt(word_diff(self.row.before, text))
        return self._plain(text)

    def _cell(self, side: str, text: str, caption: str) -> ValueCell:
        row = self.row
        empty = tr("deleted") if row.before else tr("empty")
        shown = ShownValue(
            self._theme, self._pieces(text), stage=stage_of(self._context, row, text), caption=caption, empty=empty
        )
        words = written(self._context, row, text) or empty
        return ValueCell(self._theme, shown, f"{row.field}, {side}: {words}", self._columns.value, self)

    @property
    def decided(self) -> bool:
        """Whether a value was picked."""
        return bool(self.choice)

    @property
    def alike(self) -> bool:
        """Whether the same choice shall hold for the other questions about this field."""
        return self.decided and self.choice != "edit" and self.result.alike.isChecked()

    def answer(self) -> Answer:
        """What was picked, for the command."""
        return Answer(self.row.id, self.choice, self.text)

    def pick(self, choice: str) -> None:
        """Takes mine, theirs or both; what cannot be kept in one is not offered, and not taken."""
        if choice == "both" and self.row.joined is None:
            return
        if self.result.editor is not None:
            self.result.close_editor()
        self.choice, self.text = choice, ""
        self._show()

    def restore(self, choice: str, text: str) -> None:
        """Takes up again what was picked before."""
        self.choice, self.text = choice, text
        self._show()

    def _show(self) -> None:
        self.mine.setChecked(self.choice == "mine")
        self.theirs.setChecked(self.choice == "theirs")
        self.result.show_value(self._result())
        self.fit()
        self.changed.emit()

    def _result(self) -> ShownValue | None:
        row = self.row
        texts = {"mine": row.mine, "theirs": row.theirs, "both": row.joined or "", "edit": self.text}
        if not self.choice:
            return None
        text = _GONE[self.choice] if row.kind == "gone" else texts[self.choice]
        return ShownValue(self._theme, self._plain(text), stage=stage_of(self._context, row, text), empty=tr("empty"))

    def edit(self) -> None:
        """Opens the editor with what was picked, or with ours."""
        spec = spec_of(self.row)
        if spec is None or not editable(self.row):
            return
        words = self._context.words.choices(self.row.slug, spec)
        self.result.open_editor(spec, self.text if self.choice == "edit" else to_edit(self.row), words)

    def _take_edited(self, text: str) -> None:
        spec = spec_of(self.row)
        assert spec is not None
        text = from_edit(self._context, self.row, text)
        try:
            check(self.row.slug, spec, entered(self._context, self.row.slug, spec, text))
        except ValueRefused as wrong:
            self.result.refuse(str(wrong))
            return
        self.result.close_editor()
        self.choice, self.text = "edit", text
        self._show()
        self.mine.setFocus()

    def finish_editing(self) -> bool:
        """Takes what stands in an open editor; False where it cannot be taken."""
        if self.result.editor is not None:
            self._take_edited(self.result.written)
        return self.result.editor is None

    def _leave_editor(self) -> None:
        self.result.close_editor()
        self.result.show_value(self._result())
        self.mine.setFocus()
        self.fit()

    def fit(self) -> None:
        """Takes the height that its highest cell needs, and places the cells."""
        columns = self._columns
        width = columns.value - 24
        texts = max(self._name.height(columns.field - 30), self._before.height(width)) + 2 * TOP
        height = max(_LEAST, texts, self.mine.needed, self.theirs.needed, self.result.needed)
        self.setFixedHeight(height + 1)
        self._put(height)
        self.resized.emit()

    def _put(self, height: int) -> None:
        columns = self._columns
        x = columns.field + columns.value
        for cell, left, wide in (
            (self.mine, x, columns.value),
            (self.theirs, x + columns.value, columns.value),
            (self.result, x + 2 * columns.value + 1, columns.result - 1),
        ):
            cell.resize(wide, height)
            put(cell, left, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # From right to left places are counted from the edge that a new width moves.
        self._put(self.height() - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, columns = self._theme, self._columns
        with painter_on(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), theme.color("base"))
            painter.fillRect(0, 0, columns.field, self.height(), theme.color("panel"))
            self._name.paint(painter, 18, TOP, columns.field - 30)
            self._before.paint(painter, columns.field + 12, TOP, columns.value - 24)
            line = theme.color("line")
            for x in (columns.field, columns.field + columns.value, columns.field + 2 * columns.value):
                painter.fillRect(x, 0, 1, self.height(), line)
            painter.fillRect(columns.field + 3 * columns.value, 0, 1, self.height(), line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)
