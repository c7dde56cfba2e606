"""The waiting changes as lines below their prospects' names, read page by page as they are scrolled to; the order of many is found
on another thread."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.outbox import PendingRow, marked_count, pending_of, waiting_records
from journeydesk.ui.models.lines import Index, LinesModel
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.work import Background

PAGE = 15
"""Records read at a time: enough to fill the list, few enough to be read within a frame or two."""

_ORDER = tr("order of what waits")
AT_ONCE = 1_000
"""Of so many records the order is found while the drawer opens; of more beside it."""


@dataclass(frozen=True, slots=True)
class PendingLine:
    """A prospect's name, or one change of it (`row`)."""

    name: str
    row: PendingRow | None = None


class PendingModel(LinesModel):
    """Holds every record's number and the lines of those looked at so far."""

    def __init__(self, context: Context, work: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._records: Sequence[tuple[str, RecordId]] = ()
        self._read = 0
        self._telling = False
        self._stopped = False
        self._group: tuple[object, str] | None = None
        self.lines: list[PendingLine] = []
        self.total = 0
        """How many records are marked as changed."""

    @property
    def is_reading(self) -> bool:
        """Whether the order of many is still to come."""
        return self._work.busy(_ORDER)

    def read(self, done: Callable[[], None]) -> None:
        """Asks again what waits; as much as was looked at is there again. `done` is called then: at once where few wait, later where
        the order of many is to be found first. What is shown stays meanwhile."""
        if self._stopped:
            return
        self.total = marked_count(self._context)
        if self.total <= AT_ONCE:
            self._work.drop(_ORDER)
            self._take(done, waiting_records(self._context))
        else:
            self._work.run(_ORDER, partial(waiting_records, self._context), partial(self._take, done), lambda _problem: None)

    def stop(self) -> None:
        """What is still being read is no longer waited for, and nothing is read any more: the drawer closes."""
        self._stopped = True
        self._work.drop(_ORDER)

    def _take(self, done: Callable[[], None], records: Sequence[tuple[str, RecordId]]) -> None:
        count = max(PAGE, min(self._read, 4 * PAGE))
        # Read before the reset begins: what goes wrong there would leave the list between two states.
        self._records, self.total = records, len(records)
        self._read, self._group = 0, None
        lines = self._more(count)
        self._telling = True
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        self._telling = False
        done()

    def _more(self, count: int) -> list[PendingLine]:
        """The next lines; past records that turn out to hold nothing to send."""
        lines: list[PendingLine] = []
        while not lines and self._read < len(self._records):
            page = self._records[self._read : self._read + count]
            self._read += len(page)
            for row in pending_of(self._context, page):
                group = row.prospect or row.slug, row.group
                if group != self._group:
                    self._group = group
                    lines.append(PendingLine(row.group))
                lines.append(PendingLine(row.group, row))
        return lines

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own signature
        return not parent.isValid() and self._read < len(self._records)

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008
        # The next page; not while the one before is still being told of.
        if self._telling:
            return
        lines = self._more(PAGE)
        if lines:
            self._telling = True
            self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()
            self._telling = False

    def row_at(self, place: int) -> PendingRow | None:
        """The change on a line; None for a name."""
        return self.lines[place].row if 0 <= place < len(self.lines) else None

    def place_of(self, row: PendingRow) -> int | None:
        """Where the change of the same field of the same record is now."""
        same = (row.slug, row.record, row.field_slug)
        for place, line in enumerate(self.lines):
            if line.row is not None and (line.row.slug, line.row.record, line.row.field_slug) == same:
                return place
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.lines[index.row()].row
            return tip(_tooltip(row)) if row is not None else None
        return super().data(index, role)

    def words(self, line: PendingLine) -> str:
        row = line.row
        if row is None:
            return line.name
        at = row.at.astimezone(self._context.settings.time_zone)
        reason = tr(", refused: {reason} {fix}", reason=row.reason, fix=row.fix) if row.state == "refused" else ""
        return f"{row.text} · {at:%H:%M}{(tr(', held') if row.state == 'held' else '')}{reason}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _tooltip(row: PendingRow) -> str:
    if row.state == "refused":
        return f"{row.reason}\n{row.fix}"
    return tr("Held here until you let it go") if row.state == "held" else tr("Saved here, not sent yet")
