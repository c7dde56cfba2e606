"""Who is current in the list or beside it, and who stays so when its lines change."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.names import counted, first_names, name_of
from journeydesk.ui.tabs.prospects.page import FOLLOW_MS, ListPage
from journeydesk.ui.theme import Theme

_LOOK_ON = 50
"""So many lines below the current one are looked through for where work goes on."""


class ListStanding(ListPage):
    """The marked line and the panel are one; who leaves the view gives way to the next line."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._outside: RecordId | None = None
        """Who is current beside the list without being a line of it: opened by a search, or gone from the view meanwhile."""
        self._acted: frozenset[RecordId] = frozenset()
        """Whom an action of the list was for, until the list is read again: work goes on below them."""

    @property
    def current(self) -> RecordId | None:
        """Who is current: the line that is marked, or who is open beside the list without being a line of it."""
        if self._outside is not None:
            return self._outside if self._pane.isVisibleTo(self) else None
        return self.model.id_at(self.table.currentIndex().row())

    @property
    def _current_or_shown(self) -> RecordId | None:
        # On the first view no line is current yet, and the panel may show somebody already.
        return self.current or self._pane.prospect

    def open_prospect(self, prospect: RecordId) -> None:
        """Shows one prospect, whether it is in the list or not; no other line is marked then."""
        self._stand_at(prospect)
        # Who was asked for is shown at once.
        self._follow.stop()
        self.detail.show_prospect(prospect)
        self._place_detail(opened=True)

    def _stand_at(self, prospect: RecordId) -> None:
        place = self.model.find(prospect)
        if place is None:
            self._outside = prospect
            self.table.leave_line()
        else:
            self._outside = None
            self.table.go_to(place)

    def _open(self, _record: object) -> None:
        self._show_current()
        self._place_detail(opened=True)
        self.detail.setFocus()

    def _close_detail(self) -> None:
        self._place_detail(opened=False)
        self.table.setFocus()

    def _show_current(self) -> None:
        if self._pane.can_wait:
            self._follow.start(FOLLOW_MS)
        else:
            self.detail.show_prospect(self.current)

    def _follow_current(self) -> None:
        if self._pane.is_made or self._pane.can_wait:
            self._show_current()
        else:
            self._pane.make_ahead(lambda: self.current)

    def _on_current(self, record: RecordId | None) -> None:
        if record is not None:
            self._outside = None
        self._follow.start(FOLLOW_MS)

    def _let_keys_through(self) -> None:
        # Reading the panel takes several keys' time: it comes once they rest, as when the line moves on.
        if self._follow.isActive():
            self._follow.start(FOLLOW_MS)

    def _act_on(self, prospects: Sequence[RecordId]) -> None:
        self._acted = frozenset(prospects)

    def _keep_place(self, change: Callable[[], None], cause: Change | None = None) -> None:
        """Does what may give the list other lines. Who is current and how far the list was scrolled are the same after it; where
        who is current was acted on here and goes elsewhere, work goes on at the line that comes in its place."""
        before, outside, row = self.current, self._outside, self.table.currentIndex().row()
        bar = self.table.verticalScrollBar()
        offset = bar.value()
        after = [self.model.id_at(place) for place in range(row + 1, row + 1 + _LOOK_ON)]
        change()
        if outside is not None:
            self._stand_by(outside, row)
        elif before is not None:
            self._stay(before, row, after, cause)
        bar.setValue(offset)
        self.table.keep_in_view()

    def _stand_by(self, outside: RecordId, row: int) -> None:
        """Somebody who was no line of the list stays current, as a line where that is one now; who was deleted is left."""
        if name_of(self.context, outside) is not None:
            self._stand_at(outside)
        else:
            self._outside = None
            self.table.go_near(row)

    def _stay(self, before: RecordId, row: int, after: Sequence[RecordId | None], cause: Change | None) -> None:
        place = self.model.find(before, row)
        acted = cause is not None and cause.origin == "user" and before in self._acted
        if place == row or (place is not None and not acted):
            self.table.stand_on(place)
            return
        name = name_of(self.context, before)
        if place is None and not self.model.whole and name is not None:
            # It may come with the rest of a long list.
            self._outside = before
            self.table.leave_line()
            return
        if place is None and name is not None and self._pane.isVisibleTo(self) and not acted:
            # It was changed elsewhere, or beside the list: it stays open, so that no key goes to somebody else unasked.
            self._outside = before
            self.table.leave_line()
            self.said_also.emit(tr("{name} is no longer in this view and stays open", name=name))
            return
        going_on = next(
            (found for record in after if record is not None and (found := self.model.find(record, row)) is not None), None
        )
        self.table.go_near(row if going_on is None else going_on)
        if place is None and name is not None:
            self.said_also.emit(tr("{name} is no longer in this view", name=name))

    def _drop_unseen(self) -> None:
        """Who is ticked and no longer in the view is ticked no longer, and that is said."""
        if not self.model.whole:
            return
        gone = self.model.drop_unseen()
        left = first_names(self.context, gone, 2)
        if len(left) == 1 and len(gone) == 1:
            self.said_also.emit(tr("{left} left this view and is no longer selected", left=left[0]))
        elif left:
            self.said_also.emit(tr("{prospects} left this view and are no longer selected", prospects=counted(len(gone))))

    def show_tasks(self) -> None:
        """The tasks of who is current, beside the list."""
        self._show_current()
        self._place_detail(opened=True)
        self.detail.toggle_tasks()

    def log_call(self) -> None:
        """The log form for who is current."""
        if self.current is not None:
            self.log_requested.emit(self.current, "")
