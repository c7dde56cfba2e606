"""The prospect list's model: pages of rows over a list of ids. Painting never waits for more than one page, nor for all the ids
of a long list: they are read on another thread and handed over."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import others_of, prospect_rows
from journeydesk.services.queries.lists.shown_ids import ShownIds, all_shown, first_of, first_shown
from journeydesk.services.rows.prospects import ListView, ProspectRow, SortKey
from journeydesk.ui.cells import cell_words
from journeydesk.ui.models.ticks import Ticks
from journeydesk.ui.widgets.labels import tip
from journeydesk.ui.work import Background

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
TICKED_ROLE = Qt.ItemDataRole.UserRole + 2
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 3

PAGE = 20
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_KEPT_PAGES = 200
_PAINTED_FIRST_MS = 20


class ProspectModel(QAbstractTableModel):
    """Rows are fetched by page when first asked for and kept for the last few thousand."""

    ticks_changed = Signal()
    ticks_counted = Signal()
    """How many are ticked is known now."""
    read_on = Signal(object)
    """All ids of the view have come, for `take`: whoever shows the list keeps its place meanwhile."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._view = ListView()
        self.layout = Layout()
        self._columns = self.layout.columns
        self._others = others_of(self._columns)
        self._ids: Sequence[RecordId] = ()
        self.whole = True
        self.total = 0
        self._long = False
        self._pages: OrderedDict[int, list[ProspectRow | None]] = OrderedDict()
        self._ticks = Ticks()
        self.work = Background(self)
        # What is known is painted first: the thread would take turns with the painting.
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.setInterval(_PAINTED_FIRST_MS)
        self._reading.timeout.connect(self._read_all)
        self._stopped = Event()

    @property
    def view(self) -> ListView:
        """What is shown."""
        return self._view

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right, behind the box that ticks."""
        return self._columns

    def column_at(self, section: int) -> Column | None:
        """What stands in a section; None for the box that ticks."""
        return self._columns[section - 1] if 0 < section <= len(self._columns) else None

    def show_layout(self, layout: Layout) -> None:
        """Shows other columns, or the same in another order; their rows are read again where a column was not there before."""
        columns = layout.columns
        self.layout = layout
        if columns == self._columns:
            return
        self.beginResetModel()
        self._columns = columns
        others = others_of(columns)
        if not set(others) <= set(self._others):
            self._pages.clear()
        self._others = others
        self.endResetModel()

    @property
    def ticked(self) -> list[RecordId]:
        """The records ticked for bulk actions, whether shown or not; waited for where all of a view are whose ids have not come."""
        if self._ticks.unnamed:
            self._name_ticks()
        return self._ticks.all()

    @property
    def ticks(self) -> Ticks:
        """How many are ticked, and which, without naming them."""
        return self._ticks

    @property
    def is_reading(self) -> bool:
        """Whether the ids of the whole view are still to come."""
        return self._reading.isActive() or self.work.busy("ids")

    def show_view(self, view: ListView) -> None:
        """Shows another search, filter or sort: of a long list first what comes first."""
        shown = first_shown(self._context, view)
        self._let_ticks_stand(view)
        self._view = view
        self._stop_reading()
        self._long = not shown.whole
        self._put(shown)
        if self._long:
            self._reading.start()
        elif self._ticks.unnamed:
            self._name_ticks()

    def _let_ticks_stand(self, view: ListView) -> None:
        """Who is ticked stays so in another view. Of all of a view that is sorted otherwise the ids need not have come."""
        same = (view.search, view.filters) == (self._view.search, self._view.filters)
        if self._ticks.unnamed and not same:
            self._name_ticks()
        self._ticks.settle()

    def refresh(self, prospects: frozenset[RecordId] | None = None) -> None:
        """Asks again for what is shown, for the rows of these prospects alone where they are named. Of a long list the rows are read
        anew at once, their order follows, and so do those who are not known yet."""
        if not self.whole and prospects is None:
            self.show_view(self._view)
            return
        shown = None if self._long else first_shown(self._context, self._view)
        if shown is None:
            self._read_rows(prospects)
            self._reading.start()
        elif shown.whole and shown.ids == self._ids:
            self._read_rows(prospects)
            self.total = shown.total
        else:
            self.show_view(self._view)

    def _read_rows(self, prospects: frozenset[RecordId] | None) -> None:
        """Reads rows anew that were read before: of all, or of these prospects."""
        if prospects is None:
            self._pages.clear()
            self._repaint(0, self.rowCount() - 1)
            return
        places = self._places(prospects)
        rows = {row.id: row for row in self._read([self._ids[place] for place in places])} if places else {}
        for place in places:
            self._pages[place // PAGE][place % PAGE] = rows.get(self._ids[place])
            self._repaint(place, place)

    def _places(self, records: Collection[RecordId]) -> list[int]:
        """Where these stand among the rows that were read: whatever is painted is one of them."""
        return [
            place
            for page in self._pages
            for place, record in enumerate(self._ids[page * PAGE : (page + 1) * PAGE], page * PAGE)
            if record in records
        ]

    def _repaint(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns)))

    def _read(self, ids: Sequence[RecordId]) -> list[ProspectRow]:
        return prospect_rows(self._context, ids, self._others)

    def _read_all(self) -> None:
        self._stopped.set()
        stopped = self._stopped = Event()
        read = partial(all_shown, self._context, self._view, stopped.is_set)
        self.work.run("ids", read, self.read_on.emit, lambda _problem: None)

    def _stop_reading(self) -> None:
        # What nobody waits for any more would take turns with the keys that follow.
        self._reading.stop()
        self._stopped.set()
        self.work.drop("ids")

    def take(self, shown: ShownIds) -> None:
        """All ids of the view in the place of those known until now."""
        known = len(self._ids)
        # Two arrays are compared at once, a list with an array number by number: that is the first page only.
        same = shown.ids == self._ids if self.whole else list(shown.ids[:known]) == list(self._ids)
        unnamed = self._ticks.unnamed
        if not unnamed and not same:
            # Who came meanwhile was not there when all were ticked.
            self._ticks.settle()
        if same and len(shown.ids) == known:
            self._ids, self.whole, self.total = shown.ids, True, shown.total
        elif same:
            self.beginInsertRows(QModelIndex(), known, len(shown.ids) - 1)
            if self._pages:
                # The last of them ended where the known ids did.
                self._pages.pop((known - 1) // PAGE, None)
            self._ids, self.whole, self.total = shown.ids, True, shown.total
            self.endInsertRows()
        else:
            self._put(shown)
        if unnamed:
            self._name_ticks()

    def _name_ticks(self) -> None:
        self._ticks.name(self.every_id())
        self.ticks_counted.emit()

    def _put(self, shown: ShownIds) -> None:
        self.beginResetModel()
        self._ids, self.whole, self.total = shown.ids, shown.whole, shown.total
        self._pages.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns) + 1

    def row_at(self, place: int) -> ProspectRow | None:
        """The row at a place, or None where it has just gone."""
        page, within = divmod(place, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            by_id = {row.id: row for row in self._read(ids)}
            rows = self._pages[page] = [by_id.get(record) for record in ids]
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows[within] if within < len(rows) else None

    def id_at(self, place: int) -> RecordId | None:
        """The record at a place."""
        return next(iter(self._ids[place : place + 1]), None) if place >= 0 else None

    def place_of(self, record: RecordId, near: int = 0) -> int | None:
        """Where a record stands, looking among the pages already read and around `near`."""
        for page in sorted(self._pages, key=lambda p: abs(p * PAGE - near)):
            for within, row in enumerate(self._pages[page]):
                if row is not None and row.id == record:
                    return page * PAGE + within
        first = self._ids[: min(len(self._ids), 2 * PAGE)]
        return first.index(record) if record in first else None

    def find(self, record: RecordId, near: int = 0) -> int | None:
        """Where a record stands among all ids that are known; `near` is where it is likely to be."""
        place = self.place_of(record, near)
        if place is None:
            try:
                place = self._ids.index(record)
            except ValueError:
                return None
        return place

    def all_ids(self) -> list[RecordId]:
        """Every record of the view, waited for where they have not come."""
        return list(self.every_id())

    def first_of(self, most: int) -> tuple[Sequence[RecordId], int | None]:
        """The first `most` records of the view, and how many it has; None where they would have to be counted."""
        return (self._ids[:most], len(self._ids)) if self.whole else first_of(self._context, self._view, most)

    def every_id(self) -> Sequence[RecordId]:
        """The same without a copy: of a long list it costs as much as the list is long."""
        return self._ids if self.whole else all_shown(self._context, self._view).ids

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == COLUMN_ROLE:
            return self.column_at(index.column())
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == TICKED_ROLE:
            return row.id in self._ticks
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            column = self.column_at(index.column())
            words = "" if column is None else cell_words(row, column)
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column = self.column_at(section)
            return "" if column is None else column.header
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        # Rows are chosen, not edited in place.
        return _CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def sort_by(self, column: Column, add: bool) -> None:
        """Sorts by a column, turning it round where it leads already; with `add` it becomes a further key."""
        others = [key for key in self._view.sort if key.column != column.key]
        before = next((key for key in self._view.sort if key.column == column.key), None)
        key = SortKey(column.key, not before.descending if before else column.kind.highest_first)
        self.show_view(replace(self._view, sort=(*others, key) if add else (key,)))

    def tick(self, records: Iterable[RecordId], on: bool | None = None) -> None:
        """Ticks or unticks records; without `on` each is turned round."""
        chosen = set(records)
        for record in chosen:
            self._ticks.set(record, record not in self._ticks if on is None else on)
        for place in self._places(chosen):
            self._repaint(place, place)
        self.ticks_changed.emit()

    def tick_every(self) -> None:
        """Ticks all that the view shows."""
        self._ticks.tick_every(self._ids if self.whole else None)
        self._notify_ticks()

    def forget_ticks(self, gone: Iterable[RecordId]) -> None:
        """Unticks records that went."""
        self._ticks.forget(gone)
        self._notify_ticks()

    def drop_unseen(self) -> list[RecordId]:
        """Unticks who is not in the view, of which all ids are known; returns them."""
        gone = self._ticks.outside(self._ids)
        if gone:
            self.forget_ticks(gone)
        return gone

    def clear_ticks(self) -> bool:
        """Nothing is ticked; whether anything was."""
        ticked = bool(self._ticks)
        self._ticks.clear()
        self._notify_ticks()
        return ticked

    def _notify_ticks(self) -> None:
        if self.rowCount():
            self._repaint(0, self.rowCount() - 1)
        self.ticks_changed.emit()
