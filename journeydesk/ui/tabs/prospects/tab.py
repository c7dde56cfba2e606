"""The prospects tab: what is done with the list, beside what it shows and who is current in it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import view_count
from journeydesk.services.queries.lists.shown_ids import ShownIds, all_shown
from journeydesk.ui.acted_on import ActedOn, acted_on
from journeydesk.ui.keys.actions import Action, Scope
from journeydesk.ui.keys.bindings import Bindings
from journeydesk.ui.keys.hints import Hint
from journeydesk.ui.keys.key_map import KeyMap
from journeydesk.ui.places import LIST_KEYS
from journeydesk.ui.tabs.prospects.showing_views import NO_VIEW, ListViews
from journeydesk.ui.tabs.prospects.words import EDIT_HINTS, HINTS
from journeydesk.ui.targets import ProspectTarget, Target, ViewTarget
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.tabs.prospects.acting import ListActions
    from journeydesk.ui.tabs.prospects.cell_editing import CellEditing
    from journeydesk.ui.tabs.prospects.copying import Table
    from journeydesk.ui.tabs.prospects.menus import ListMenus

_COPIED_AT_ONCE = 500
_IN_PANEL = (Action.LOG_CALL, Action.BRIEF, Action.PLANNING_REVIEW, Action.RUN_SCENARIO, Action.UPGRADE)
"""Keys that work in the panel as well."""
_LISTED_KINDS = frozenset({"prospects", "positions", "interactions", "money"})
"""A change of these kinds may be seen in a line of the list."""


class ProspectsTab(ListViews):
    """The list and, beside it, who is current."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self._cause: Change | None = None
        self._unread: Change | None = None
        self._keys = KeyMap(Scope.PROSPECTS, {Action.ROW_CLEAR: self.model.clear_ticks})
        self._connect()
        self.load_views()

    def _connect(self) -> None:
        self.table.header.sort_requested.connect(self._sort)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(self._edit_cell)
        self._follow.timeout.connect(self._follow_current)
        self.model.ticks_changed.connect(self._let_keys_through)
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
        self._pane.target_requested.connect(self.target_requested)
        self.table.conflict_pressed.connect(lambda record: self.conflict_requested.emit(record, ""))

    def make_ready(self) -> None:
        """Makes the actions and the editor of cells."""
        _ = self._actions, self.editing

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

    @property
    def acted_on(self) -> ActedOn | None:
        """The ticked prospects, of which every one is in the view, or who is current."""
        if self.model.ticks and not self.model.whole:
            # Nobody is acted on whom the view may not have; it is waited for, as all of a view always is.
            self._read_on(all_shown(self.context, self.model.view))
        return acted_on(self.context, self.model.ticked, self.current)

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

    def write_email(self) -> None:
        """Writes to who is acted on by the computer's own program."""
        whom = self.acted_on
        if whom is None:
            return
        from journeydesk.services.queries.lists.prospects import emails_of
        from journeydesk.ui.reaching import MAIL, reach

        if whom.only is None:
            self.failed.emit(tr("An e-mail is written to one prospect at a time; {name} are selected.", name=whom.name))
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
            self.said.emit(tr("Copied {name}, {count} columns", name=whom.name, count=len(table[0])), False)

        if len(ids) <= _COPIED_AT_ONCE:
            put(read())
        else:
            self.model.work.run("copy", read, put, lambda problem: self.failed.emit(str(problem)))

    def export_list(self) -> None:
        """Writes all that the view shows to a file, whoever is ticked."""
        context, view = self.context, self.model.view
        self._actions.export(self._view_name(), lambda: all_shown(context, view).ids)

    def show_target(self, target: Target) -> None:
        """Shows a prospect, or the list with a view."""
        if isinstance(target, ProspectTarget):
            self.open_prospect(target.prospect)
        elif isinstance(target, ViewTarget):
            # It is none of the saved views, so that nothing is saved to one of them unasked.
            self._chosen = NO_VIEW
            self._chips.mark(NO_VIEW)
            self.show_view(target.view)

    def bind_keys(self, bindings: Bindings) -> None:
        """The list's own keys; that for the tasks works in the panel as well."""
        for action, name in LIST_KEYS.items():
            widgets = (self.table, self._pane) if action is Action.TASKS else (self.table,)
            bindings.bind(action, partial(self.act, name), *widgets)
        bindings.bind(Action.FILTER, self.filters.ask, self.table)
        bindings.bind(Action.WRITE_EMAIL, self.write_email, self.table)
        bindings.bind(Action.COPY_ROWS, self.copy_rows, self.table)
        bindings.bind(Action.EXPORT_LIST, self.export_list, self.table)

    def widgets_with(self, action: Action) -> Sequence[QWidget]:
        """The list, and for a log the panel."""
        return (self.table, self._pane) if action in _IN_PANEL else (self.table,)

    @property
    def called(self) -> RecordId | None:
        """Who is current, whoever is ticked."""
        return self.current

    def prospects_shown(self) -> Sequence[RecordId]:
        """The ticked ones in the list's order, or all that it shows."""
        ticked, shown = set(self.model.ticked), self.model.every_id()
        return [record for record in shown if record in ticked] if ticked else shown

    def to_call(self, most: int) -> tuple[Sequence[RecordId], Callable[[], int]]:
        """Of all that the list shows no more are read than are called."""
        if self.model.ticks:
            return super().to_call(most)
        called, count = self.model.first_of(most)
        return called, partial(view_count, self.context, self.model.view) if count is None else lambda: count

    def refresh(self, change: Change) -> None:
        """Reads again what is shown; the place in the list stays. Behind another tab it is read once it is shown."""
        if not self.isVisible():
            self._unread = change if self._unread is None else self._unread.and_then(change)
            return
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

    def showEvent(self, event: QShowEvent) -> None:
        unread, self._unread = self._unread, None
        if unread is not None:
            self.refresh(unread)
        super().showEvent(event)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)
