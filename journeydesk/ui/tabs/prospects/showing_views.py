"""Which view the list shows: saved ones, what is searched, filtered and sorted, its columns, and how to begin where nobody is there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journeydesk.domain.lists.columns import COLUMNS, Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.domain.words import figure, tr
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.views import FIRST_VIEW, saved_views
from journeydesk.services.rows.prospects import Filter, ListView, SavedView, SortKey
from journeydesk.ui.tabs.prospects.standing import ListStanding
from journeydesk.ui.tabs.prospects.words import NO_MATCH
from journeydesk.ui.theme import Theme

if TYPE_CHECKING:
    from journeydesk.ui.tabs.prospects.column_pane import ColumnPane
    from journeydesk.ui.window.host import Host

NO_VIEW = 0
"""The id of no view: a list that another place asked for."""
_ALL = 4
"""The place of the view of all prospects among the built-in ones."""


class ListViews(ListStanding):
    """A saved view with its columns, or what another place asked for."""

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(context, theme, parent)
        self.views: list[SavedView] = []
        self._chosen = FIRST_VIEW
        self._window: Host | None = None

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

    def bring_back(self, view: str, sizes: Sequence[int], *, compact: bool, detail: bool = True) -> None:
        """The list as it was left another day: its view, where that is still there, its width and its rows."""
        kept = next((saved for saved in self.views if saved.name == view), None)
        if kept is not None and kept.id != self._chosen:
            self.choose(kept)
        if compact != self.table.compact:
            self.table.change_density()
        self.keep_detail_beside(detail)
        # A part that was hidden had no size.
        if len(sizes) == 2 and all(sizes):
            self.splitter.setSizes(list(sizes))
            self._sized = True

    def choose_columns(self) -> "ColumnPane":
        """Opens the pane of columns."""
        from journeydesk.services.queries.lists.prospects import base_columns
        from journeydesk.ui.tabs.prospects.column_pane import ColumnPane

        view, button = self._saved_view, self._chips.columns_button
        known = [*COLUMNS, *base_columns(self.context)]
        name = view.name if view is not None else tr("this list")
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
        if self._chosen != NO_VIEW:
            keep_layout(self.context, self._chosen, layout)
        self.views = [replace(view, layout=layout) if view.id == self._chosen else view for view in self.views]

    def chip_of(self, identifier: int) -> QWidget:
        """Where a view's chip is."""
        return self._chips.chip_of(identifier)

    def sort(self, keys: tuple[SortKey, ...]) -> None:
        """Sorts by these columns."""
        self.show_view(replace(self.model.view, sort=keys))

    def list_name(self) -> str:
        """The saved view, or that it is a filtered list."""
        if self.model.ticks:
            count = self.model.ticks.count
            return tr("all selected") if count is None else tr("{count} selected", count=figure(count))
        return self._view_name()

    def _view_name(self) -> str:
        saved = self._saved_view
        return saved.name if saved is not None and saved.view == self.model.view else tr("a filtered list")
