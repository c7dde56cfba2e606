"""The prospects tab, put together: chips, filters, list, bulk bar, detail panel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import COLUMNS, Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import ShownIds, all_shown
from journeydesk.services.queries.lists.views import saved_views
from journeydesk.services.queries.names import counted, first_names, name_of
from journeydesk.services.rows.prospects import Filter, ListView, SavedView, SortKey
from journeydesk.ui import tokens
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.delegates.prospect_delegate import ProspectDelegate
from journeydesk.ui.detail.pane import DetailPane
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.models.prospect_model import ProspectModel
from journeydesk.ui.places import LIST_KEYS
from journeydesk.ui.tabs.list_and_detail import ListAndDetail
from journeydesk.ui.tabs.prospects.bulk_bar import BulkBar
from journeydesk.ui.tabs.prospects.filters import FilterBar
from journeydesk.ui.tabs.prospects.selection import Selection
from journeydesk.ui.tabs.prospects.table import ProspectTable
from journeydesk.ui.tabs.prospects.view_chips import ViewChips
from journeydesk.ui.tabs.prospects.words import EDIT_HINTS, HINTS, NO_MATCH
from journeydesk.ui.tabs.tab import Tab
from journeydesk.ui.targets import ProspectTarget, Target, ViewTarget
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.labels import plain_label, rule

if TYPE_CHECKING:
    from journeydesk.ui.detail.panel import DetailPanel
    from journeydesk.ui.tabs.prospects.acting import ListActions
    from journeydesk.ui.tabs.prospects.cell_editing import CellEditing
    from journeydesk.ui.tabs.prospects.column_pane import ColumnPane
    from journeydesk.ui.tabs.prospects.copying import Table
    from journeydesk.ui.tabs.prospects.first_steps import FirstSteps
    from journeydesk.ui.tabs.prospects.menus import ListMenus
    from journeydesk.ui.window.host import Host

_BESIDE = 1180
_FOLLOW_MS = 60
_NO_VIEW = 0
"""The id of no view: a list that another place asked for."""
_COPIED_AT_ONCE = 500
_LOOK_ON = 50
"""So many lines below the current one are looked through for where work goes on."""

_ALL = 4
"""The place of the view of all prospects among the built-in ones."""

_LISTED_KINDS = frozenset({"prospects", "positions", "interactions", "money"})
"""A change of these kinds may be seen in a line of the list."""


class ProspectsTab(Tab):
    """The list and, beside it, who is current."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.model = ProspectModel(context, self)
        self._keys = KeyMap(Scope.PROSPECTS, {Action.ROW_CLEAR: self.model.clear_ticks})
        self.table = ProspectTable(
            theme, self.model, ProspectDelegate(theme, context.today, context.settings.time_zone, self), self
        )
        self.filters = FilterBar(context, theme, self)
        self.bulk = BulkBar(theme, self)
        self._selection = Selection(context, self.table, self.bulk)
        self._pane = DetailPane(context, theme, self)
        self._chips = ViewChips(context, theme, self)
        self.views: list[SavedView] = []
        self._chosen = -2
        self._outside: RecordId | None = None
        """Who is current beside the list without being a line of it: opened by a search, or gone from the view meanwhile."""
        self._cause: Change | None = None
        self._acted: frozenset[RecordId] = frozenset()
        """Whom an action of the list was for, until the list is read again: work goes on below them."""
        self._empty = plain_label(parent=self)
        self._window: Host | None = None
        self._first_steps: FirstSteps | None = None
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(_FOLLOW_MS)
        self._lay_out()
        self._connect()
        self.load_views()

    def _lay_out(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("kind", "secondary")
        self._empty.hide()
        left = QWidget(self)
        left.setProperty("kind", "base")
        # Said outright, or the widest bar inside would decide.
        left.setMinimumWidth(480)
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = self._left = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._filters_rule = rule()
        for widget in (self._chips, rule(), self.filters, self._filters_rule, self.table, self._empty, self.bulk):
            column.addWidget(widget, 1 if widget in (self.table, self._empty) else 0)
        self.splitter = ListAndDetail(self, left, self._pane)
        self._sized = False

    def _connect(self) -> None:
        self.table.header.sort_requested.connect(self._sort)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(self._edit_cell)
        self._follow.timeout.connect(self._show_current)
        self.model.read_on.connect(self._read_on)
        self.filters.changed.connect(self._filter)
        self.filters.save_requested.connect(lambda button: self.menus.save_view(button))
        self.filters.token_menu_requested.connect(lambda place, at: self.menus.of_token(place, at))
        self._chips.chosen.connect(self._choose_by_chip)
        self._chips.save_requested.connect(lambda button: self.menus.save_new_view(button))
        self._chips.menu_requested.connect(lambda view, at: self.menus.of_view(view, at))
        self._chips.ordered.connect(lambda order: self.menus.order_views(order))
        self.table.header.menu_requested.connect(lambda section, at: self.menus.of_header(section, at))
        self.table.menu_requested.connect(lambda at: self.menus.of_row(at))
        self._chips.density_requested.connect(self.table.change_density)
        self._chips.columns_requested.connect(self.choose_columns)
        self.table.layout_changed.connect(self.keep_layout)
        self.bulk.pressed.connect(self.act)
        self._selection.failed.connect(self.failed)
        self._pane.said.connect(self.said)
        self._pane.failed.connect(self.failed)
        self._pane.step_requested.connect(self.step_requested)
        self._pane.closed.connect(self._close_detail)
        self._pane.conflict_requested.connect(self.conflict_requested)
        self.table.conflict_pressed.connect(lambda record: self.conflict_requested.emit(record, ""))

    @property
    def detail(self) -> "DetailPanel":
        """The panel beside the list."""
        return self._pane.panel

    @cached_property
    def _actions(self) -> "ListActions":
        from journeydesk.ui.tabs.prospects.acting import ListActions
        from journeydesk.ui.tabs.prospects.bulk_work import BulkProgress

        actions = ListActions(self.context, self.theme, self.detail, self)
        actions.said.connect(self.said)
        actions.failed.connect(self.failed)
        actions.acting.connect(self._act_on)
        actions.view_name = self._view_name
        actions.deleted.connect(self.model.forget_ticks)
        actions.tasks_requested.connect(self.show_tasks)
        self._left.addWidget(BulkProgress(self.theme, actions.bulk, self))
        return actions

    @cached_property
    def editing(self) -> "CellEditing":
        """The editor over the list's cells."""
        from journeydesk.ui.tabs.prospects.cell_editing import CellEditing

        editing = CellEditing(self.context, self.theme, self.table)
        editing.saved.connect(lambda words: self.said.emit(words, True))
        editing.failed.connect(self.failed)
        editing.acting.connect(self._act_on)
        editing.began.connect(self.hints_changed)
        editing.over.connect(self.hints_changed)
        return editing

    @property
    def _is_editing(self) -> bool:
        return "editing" in self.__dict__ and self.editing.active

    def _edit_cell(self, index: QModelIndex | None) -> None:
        if index is None:
            self.editing.begin()
        else:
            self.editing.begin_at(index)

    @cached_property
    def menus(self) -> "ListMenus":
        """The menus of rows, titles and chips."""
        from journeydesk.ui.tabs.prospects.menus import ListMenus

        menus = ListMenus(self, self)
        menus.target_requested.connect(self.target_requested)
        menus.said.connect(self.said)
        menus.failed.connect(self.failed)
        return menus

    def load_views(self) -> None:
        """Reads the views, and shows the one chosen where nothing is shown yet; all prospects where it is empty."""
        self.views = saved_views(self.context)
        self._chips.show_views(self.views, self._chosen)
        if self.model.rowCount() == 0 and self.model.view == ListView():
            self.choose(self._saved_view or self.views[_ALL])
            if self.model.rowCount() == 0 and self.model.whole:
                self.choose(self.views[_ALL])

    @property
    def counted(self) -> bool:
        """Whether every view shows its count."""
        return self._chips.counted

    @property
    def chosen_view(self) -> SavedView | None:
        """The view whose chip is marked."""
        return self._saved_view

    @property
    def _saved_view(self) -> SavedView | None:
        return next((view for view in self.views if view.id == self._chosen), None)

    def choose(self, view: SavedView) -> None:
        """Shows a saved view with its columns."""
        self._chosen = view.id
        self._chips.mark(view.id)
        self.table.show_layout(view.layout)
        self.show_view(view.view)

    def _choose_by_chip(self, view: SavedView) -> None:
        self.choose(next((known for known in self.views if known.id == view.id), view))
        # The chip had the keyboard; the list's keys are what is wanted next.
        self.take_focus()

    def show_view(self, view: ListView) -> None:
        """Shows a search, filter and sort; the current prospect stays current where it is still shown."""
        before = self._current_or_shown
        self.model.show_view(view)
        self.table.header.show_sort(view.sort)
        self._show_counts()
        place = self.model.find(before) if before is not None else None
        # Who asked for another view goes on with its first line, unless who was current is in it.
        self._outside = None
        self.table.go_to(0 if place is None else place)
        self._drop_unseen()
        self.hints_changed.emit()

    def _show_counts(self) -> None:
        """The tokens of what is filtered with how many that leaves, and the list or the words instead of an empty one."""
        shown, whole, saved = self.model.rowCount(), self.model.whole, self._saved_view
        self.filters.show_view(self.model.view, saved is None or saved.view != self.model.view)
        if whole:
            self.filters.show_counts(shown, self.model.total)
        self._empty.setText(NO_MATCH)
        nobody = whole and not self.model.total
        self.table.setVisible(shown > 0 or not whole)
        self._empty.setVisible(shown == 0 and whole and not nobody)
        self._show_first_steps(nobody)

    def _show_first_steps(self, nobody: bool) -> None:
        """A workspace without anybody offers how to begin in the place of its list; who begins has the keyboard in the list."""
        if self._first_steps is None:
            if not nobody or self._window is None:
                return
            from journeydesk.ui.tabs.prospects.first_steps import FirstSteps

            self._first_steps = FirstSteps(self.theme, self._window)
            self._left.insertWidget(self._left.indexOf(self._empty), self._first_steps, 1)
        was = self._first_steps.isVisibleTo(self)
        self._first_steps.setVisible(nobody)
        self.filters.setVisible(not nobody)
        self._filters_rule.setVisible(not nobody)
        if was != nobody and self.isVisible() and (nobody or self.window().focusWidget() is None):
            self.take_focus()

    def meet(self, window: "Host") -> None:
        """The window offers how to begin where nobody is there."""
        self._window = window
        self._show_counts()

    def _sort(self, column: Column, add: bool) -> None:
        if not column.kind.sorts:
            self.failed.emit(f"The list cannot be sorted by {column.title}, which is kept for Airtable only.")
            return
        self.model.sort_by(column, add)
        self.show_view(self.model.view)

    def _filter(self, search: str, filters: tuple[Filter, ...]) -> None:
        self.show_view(replace(self.model.view, search=search, filters=filters))

    def show_chosen(self, identifier: int) -> None:
        """Marks this view as the one shown, without changing what is shown."""
        self._chosen = identifier
        self.load_views()
        self._show_counts()

    @property
    def view_name(self) -> str:
        """The saved view that is shown; empty where it is another list."""
        saved = self._saved_view
        return saved.name if saved is not None else ""

    def bring_back(self, view: str, sizes: Sequence[int], *, compact: bool) -> None:
        """The list as it was left another day: its view, where that is still there, its width and its rows."""
        kept = next((saved for saved in self.views if saved.name == view), None)
        if kept is not None and kept.id != self._chosen:
            self.choose(kept)
        if compact != self.table.compact:
            self.table.change_density()
        if len(sizes) == 2:
            self.splitter.setSizes(list(sizes))
            self._sized = True

    def choose_columns(self) -> "ColumnPane":
        """Opens the pane of columns."""
        from journeydesk.services.queries.lists.prospects import base_columns
        from journeydesk.ui.tabs.prospects.column_pane import ColumnPane

        view, button = self._saved_view, self._chips.columns_button
        known = [*COLUMNS, *base_columns(self.context)]
        name = view.name if view is not None else "this list"
        pane = ColumnPane(
            self.theme, self.window(), self.model.layout, known, name, self.model.view.sort, self.table.without_room()
        )
        pane.changed.connect(self.keep_layout)
        button.setCheckable(True)
        button.setChecked(True)
        pane.closed.connect(lambda: button.setChecked(False))
        pane.open_at(button, at_right=True)
        return pane

    def keep_layout(self, layout: Layout) -> None:
        """Shows these columns; the view keeps them."""
        from journeydesk.services.commands.views import keep_layout

        self.table.show_layout(layout)
        if self._chosen != _NO_VIEW:
            keep_layout(self.context, self._chosen, layout)
        self.views = [replace(view, layout=layout) if view.id == self._chosen else view for view in self.views]

    def _show_current(self) -> None:
        self.detail.show_prospect(self.current)

    def _on_current(self, record: RecordId | None) -> None:
        if record is not None:
            self._outside = None
        self._follow.start()

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

    @property
    def acted_on(self) -> ActedOn | None:
        """The ticked prospects, of which every one is in the view, or who is current."""
        if len(self.model.ticks) and not self.model.whole:
            # Nobody is acted on whom the view may not have; it is waited for, as all of a view always is.
            self._read_on(all_shown(self.context, self.model.view))
        return acted_on(self.context, self.model.ticked, self.current)

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

    def _place_detail(self, opened: bool) -> None:
        narrow = self.width() + tokens.RAIL < _BESIDE
        self._pane.setVisible(opened or not narrow)
        left = self.splitter.widget(0)
        if left is not None:
            left.setVisible(not (opened and narrow))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._follow.isActive():
            # Counted from here, so that the list is painted before the panel is made.
            self._follow.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Below 1180 px the detail covers the list; on the first layout it gets its own width.
        super().resizeEvent(event)
        if not self._sized and self.width() > tokens.DETAIL:
            self.splitter.setSizes([self.width() - tokens.DETAIL - 2, tokens.DETAIL])
            self._sized = True
        self._place_detail(opened=False)

    def act(self, name: str) -> None:
        """One of the list's actions on the ticked prospects, or on the current one."""
        whom = self.acted_on
        if whom is not None and name == "change":
            # Looked through before it is done: in the order of the list.
            wanted = frozenset(whom.prospects)
            order = tuple(record for record in self.model.all_ids() if record in wanted)
            whom = replace(whom, prospects=order or whom.prospects)
        if whom is not None:
            self._actions.run(name, whom, self.current)

    def act_with(self, name: str, value: str) -> None:
        """The same with what it would ask for."""
        whom = self.acted_on
        if whom is not None:
            self._actions.run_with(name, whom, value)

    def chip_of(self, identifier: int) -> QWidget:
        """Where a view's chip is."""
        return self._chips.chip_of(identifier)

    def sort(self, keys: tuple[SortKey, ...]) -> None:
        """Sorts by these columns."""
        self.show_view(replace(self.model.view, sort=keys))

    def write_email(self) -> None:
        """Writes to who is acted on by the computer's own program."""
        whom = self.acted_on
        if whom is None:
            return
        from journeydesk.services.queries.lists.prospects import emails_of
        from journeydesk.ui.reaching import MAIL, reach

        if whom.only is None:
            self.failed.emit(f"An e-mail is written to one prospect at a time; {whom.name} are selected.")
            return
        row = self.table.visualRect(self.model.index(max(0, self.table.currentIndex().row()), 1))
        reach(self.theme, self.table.viewport(), MAIL, next(iter(emails_of(self.context, whom.prospects)), ""), row)

    def copy_rows(self) -> None:
        """Copies the ticked rows in the list's order, or the current one, with the columns shown."""
        whom = self.acted_on
        if whom is None:
            return
        chosen = set(whom.prospects)
        ids = [record for record in self.model.all_ids() if record in chosen] if len(chosen) > 1 else list(chosen)
        columns, context = self.model.columns, self.context

        def read() -> "Table":
            from journeydesk.services.queries.lists.prospects import others_of, prospect_rows
            from journeydesk.ui.tabs.prospects.copying import rows_as_table

            return rows_as_table(prospect_rows(context, ids, others_of(columns)), columns, context.settings.time_zone)

        def put(table: "Table") -> None:
            from journeydesk.ui.tabs.prospects.copying import as_mime

            QGuiApplication.clipboard().setMimeData(as_mime(table))
            self.said.emit(f"Copied {whom.name}, {len(table[0])} columns", False)

        if len(ids) <= _COPIED_AT_ONCE:
            put(read())
        else:
            self.model.work.run("copy", read, put, lambda problem: self.failed.emit(str(problem)))

    def _act_on(self, prospects: Sequence[RecordId]) -> None:
        self._acted = frozenset(prospects)

    def show_target(self, target: Target) -> None:
        """Shows a prospect, or the list with a view."""
        if isinstance(target, ProspectTarget):
            self.open_prospect(target.prospect)
        elif isinstance(target, ViewTarget):
            # It is none of the saved views, so that nothing is saved to one of them unasked.
            self._chosen = _NO_VIEW
            self._chips.mark(_NO_VIEW)
            self.show_view(target.view)

    def bind_keys(self, bindings: Bindings) -> None:
        """The list's own keys; that for the tasks works in the panel as well."""
        for action, name in LIST_KEYS.items():
            widgets = (self.table, self._pane) if action is Action.TASKS else (self.table,)
            bindings.bind(action, partial(self.act, name), *widgets)
        bindings.bind(Action.FILTER, self.filters.ask, self.table)
        bindings.bind(Action.WRITE_EMAIL, self.write_email, self.table)
        bindings.bind(Action.COPY_ROWS, self.copy_rows, self.table)

    def widgets_with(self, action: Action) -> Sequence[QWidget]:
        """The list, and for a log the panel."""
        return (self.table, self._pane) if action in (Action.LOG_CALL, Action.BRIEF) else (self.table,)

    @property
    def called(self) -> RecordId | None:
        """Who is current, whoever is ticked."""
        return self.current

    def log_call(self) -> None:
        """The log form for who is current."""
        if self.current is not None:
            self.log_requested.emit(self.current, "")

    def prospects_shown(self) -> list[RecordId]:
        """The ticked ones in the list's order, or all that it shows."""
        ticked = set(self.model.ticked)
        return [record for record in self.model.all_ids() if not ticked or record in ticked]

    def list_name(self) -> str:
        """The saved view, or that it is a filtered list."""
        if len(self.model.ticks):
            return f"{len(self.model.ticks):,} selected"
        return self._view_name()

    def _view_name(self) -> str:
        saved = self._saved_view
        return saved.name if saved is not None and saved.view == self.model.view else "a filtered list"

    def show_tasks(self) -> None:
        """The tasks of who is current, beside the list."""
        self._show_current()
        self._place_detail(opened=True)
        self.detail.toggle_tasks()

    def refresh(self, change: Change) -> None:
        """Reads again what is shown; the place in the list stays."""
        if change.kinds & _LISTED_KINDS:
            # Of a long list the order follows the rows, and who acted is known then no more.
            self._cause = change if change.origin == "user" or self._cause is None else self._cause
            self._keep_place(partial(self.model.refresh, change.prospects), change)
            if not self.model.is_reading:
                self._cause, self._acted = None, frozenset()
        if change.kinds & {"prospects", "views", "positions"}:
            self.load_views()
        if change.kinds & (_LISTED_KINDS | {"views"}):
            self._show_counts()
            self._drop_unseen()
        if self._is_editing:
            self.editing.refresh()
        self._pane.refresh(change)
        self.hints_changed.emit()

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
            self.said_also.emit(f"{name} is no longer in this view and stays open")
            return
        going_on = next(
            (found for record in after if record is not None and (found := self.model.find(record, row)) is not None), None
        )
        self.table.go_near(row if going_on is None else going_on)
        if place is None and name is not None:
            self.said_also.emit(f"{name} is no longer in this view")

    def _drop_unseen(self) -> None:
        """Who is ticked and no longer in the view is ticked no longer, and that is said."""
        if not self.model.whole:
            return
        gone = self.model.drop_unseen()
        left = first_names(self.context, gone, 2)
        if len(left) == 1 and len(gone) == 1:
            self.said_also.emit(f"{left[0]} left this view and is no longer selected")
        elif left:
            self.said_also.emit(f"{counted(len(gone))} left this view and are no longer selected")

    def _read_on(self, shown: ShownIds) -> None:
        """All ids of a long list have come."""
        self._keep_place(partial(self.model.take, shown), self._cause)
        self._cause, self._acted = None, frozenset()
        self._show_counts()
        self._drop_unseen()
        if self._is_editing:
            self.editing.refresh()

    def hints(self) -> Sequence[Hint]:
        """The list's keys; where nobody is there those that begin."""
        if self._first_steps is not None and self._first_steps.isVisibleTo(self):
            from journeydesk.ui.tabs.prospects.first_steps import HINTS as BEGINNING

            return BEGINNING
        return EDIT_HINTS if self._is_editing else HINTS

    def take_focus(self) -> None:
        """The list has the keys; where nobody is there the first way to begin."""
        if self._first_steps is not None and self._first_steps.isVisibleTo(self):
            self._first_steps.take_focus()
        else:
            self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
