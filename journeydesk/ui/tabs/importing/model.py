"""The rows of one bucket, read out of the file as they come into view."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journeydesk.domain.by_hand import title_of_spec
from journeydesk.domain.catalogue import FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.services.files.planning import Bucket, PlannedRow
from journeydesk.services.files.reading.rows import Row
from journeydesk.services.files.rehearsal import Rehearsal
from journeydesk.services.files.rehearsing import Rehearsing
from journeydesk.ui.tabs.importing import words
from journeydesk.ui.widgets.labels import tip

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_WHO = ("company", "contact_name", "email")
_LOOKED_AT = 500
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is painted: its text, whether it is wrong, and of its row whether it was put right. Numbers and amounts end at the
    right."""

    text: str
    wrong: bool
    fixed: bool
    strong: bool
    last: bool
    number: bool
    amount: bool


class RowsModel(QAbstractTableModel):
    """Rows that were put right stay until another bucket is shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._draft: Rehearsing | None = None
        self._shown: Rehearsal | None = None
        self.bucket = Bucket.INVALID
        self.rows: list[int] = []
        self.places: list[int] = []
        self._kept: tuple[int, Row] | None = None

    def show_bucket(self, draft: Rehearsing, bucket: Bucket) -> None:
        """Shows the rows that end in a bucket now."""
        self.beginResetModel()
        self._draft, self._shown, self.bucket, self._kept = draft, draft.rehearsal, bucket, None
        self.rows = draft.rows_in(bucket)
        self.places = self._places_to_show()
        self.endResetModel()

    def _places_to_show(self) -> list[int]:
        """Every column that is brought in; of rows with a question those that say who it is, and those that are asked about."""
        columns = [column for column in self._rehearsal.columns if column.field is not None]
        if not self.has_reasons:
            return [column.place for column in columns]
        asked = {problem.field for number in self.rows for problem in self._rehearsal.rows[number].problems}
        return [c.place for c in columns if c.field is not None and (c.field.slug in _WHO or c.field.name in asked)]

    def clear(self) -> None:
        """Shows nothing."""
        self.beginResetModel()
        self._draft, self._shown, self.rows, self.places, self._kept = None, None, [], [], None
        self.endResetModel()

    @property
    def _rehearsal(self) -> Rehearsal:
        # The one that the rows are of: the draft may have another already, with other columns, before a bucket of it is shown.
        assert self._shown is not None
        return self._shown

    def renew(self) -> None:
        """Rows were planned anew; those that are listed stay."""
        self._kept = None
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def plan(self, line: int) -> PlannedRow:
        """Where a listed row ends now."""
        return self._rehearsal.rows[self.rows[line]]

    def is_fixed(self, line: int) -> bool:
        """Whether a listed row ends elsewhere by now."""
        return self.plan(line).bucket is not self.bucket

    @property
    def has_reasons(self) -> bool:
        """Whether each row says what is asked about it."""
        return self.bucket in (Bucket.INVALID, Bucket.DUPLICATE)

    @property
    def can_decide(self) -> bool:
        """Whether the rows are possible duplicates."""
        return self.bucket is Bucket.DUPLICATE

    def place(self, column: int) -> int | None:
        """The file's column of one of the table's; None for the row's number and what is wrong."""
        return self.places[column - 1] if 0 < column <= len(self.places) else None

    def _is_amount(self, column: int) -> bool:
        place = self.place(column)
        field = self._rehearsal.columns[place].field if place is not None else None
        return field is not None and field.type in (FieldType.CURRENCY, FieldType.NUMBER)

    def wrong_places(self, line: int) -> set[int]:
        """The columns of the table whose cells are wrong in a row."""
        plan = self.plan(line)
        if plan.bucket is not Bucket.INVALID:
            return set()
        fields = {problem.field for problem in plan.problems}
        columns = {column.place: column.field.name for column in self._rehearsal.columns if column.field is not None}
        found = {number + 1 for number, place in enumerate(self.places) if columns[place] in fields}
        return found or ({1} if fields == {""} and self.places else set())

    def _row(self, line: int) -> Row:
        number = self.rows[line]
        if self._kept is None or self._kept[0] != number:
            self._kept = (number, self._rehearsal.table.rows[number])
        return self._kept[1]

    def _words(self, line: int) -> str:
        plan = self.plan(line)
        if self.is_fixed(line):
            return words.WILL_BE.get(plan.bucket, "")
        said = [problem.words.removeprefix(f"{problem.field}: ") for problem in plan.problems]
        return words.first_up(" ".join(said)) if said else ""

    def text(self, line: int, column: int) -> str:
        """What a cell says."""
        if column == 0:
            return figure(self._row(line).line)
        place = self.place(column)
        return self._words(line) if place is None else self._row(line).cells[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self._draft is None else len(self.places) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or self._draft is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and (section == 0 or self._is_amount(section)):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Row")
        place = self.place(section)
        if place is None:
            return (
                tr("What is wrong") if self.bucket is Bucket.INVALID else tr("Why") if self.bucket is Bucket.DUPLICATE else ""
            )
        column = self._rehearsal.columns[place]
        return column.part.capitalize() or (title_of_spec(column.field) if column.field else column.title)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = self.place(index.column()) is not None and self.has_reasons
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._draft is None:
            return None
        line, column = index.row(), index.column()
        if role == CELL_ROLE:
            wrong = column in self.wrong_places(line)
            text = self.text(line, column)
            last = column == len(self.places) + 1
            shown = tr("empty") if wrong and not text.strip() else text
            return Cell(shown, wrong, self.is_fixed(line), column == 1, last, column == 0, self._is_amount(column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.text(line, column))
        return self.text(line, column) if role in _SHOWN else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.place(index.column())
        if self._draft is None or place is None or str(value) == self.text(index.row(), index.column()):
            return False
        self._draft.fix([(self.rows[index.row()], place, str(value))])
        self.renew()
        return True

    def alike(self, line: int, column: int) -> Sequence[int]:
        """The listed rows, this one among them, that say the same wrong thing in this column."""
        text = self.text(line, column)
        return [n for n in range(len(self.rows)) if column in self.wrong_places(n) and self.text(n, column) == text]

    def most_alike(self) -> tuple[int, int]:
        """The line and column of the wrong cell that most rows share; -1 where no two do. Of very many rows the first are looked at."""
        seen: dict[tuple[int, str], list[int]] = {}
        for line in range(min(len(self.rows), _LOOKED_AT)):
            for column in self.wrong_places(line):
                seen.setdefault((column, self.text(line, column)), []).append(line)
        shared = {clue: lines for clue, lines in seen.items() if len(lines) > 1 and clue[1].strip()}
        if not shared:
            return -1, 0
        column, text = max(shared, key=lambda clue: len(shared[clue]))
        return shared[column, text][0], column
