"""The menus of the list: of a row, of a column's title, of a view's chip and of a filter; and what they do to views."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.lists.columns import ALWAYS, Column
from journeydesk.domain.words import tr, within
from journeydesk.services.commands import views as commands
from journeydesk.services.queries.lists.views import put_away
from journeydesk.services.queries.team import people
from journeydesk.services.rows.prospects import SavedView, SortKey
from journeydesk.ui.base_page import BasePage, add_base_page
from journeydesk.ui.dialogs.scenarios.opening import add_to_menu
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import under
from journeydesk.ui.targets import DuplicatesTarget
from journeydesk.ui.widgets.popovers.action_menu import ActionMenu
from journeydesk.ui.widgets.popovers.key_menu import moves_of
from journeydesk.ui.widgets.popovers.name_pane import NamePane

if TYPE_CHECKING:
    from journeydesk.domain.lists.layout import Layout
    from journeydesk.services.context import Context
    from journeydesk.ui.acted_on import ActedOn
    from journeydesk.ui.models.prospect_model import ProspectModel
    from journeydesk.ui.tabs.prospects.filters import FilterBar
    from journeydesk.ui.tabs.prospects.table import ProspectTable
    from journeydesk.ui.theme import Theme


class Listed(Protocol):
    """What the menus need of the list that they belong to."""

    context: "Context"
    theme: "Theme"
    model: "ProspectModel"
    table: "ProspectTable"
    filters: "FilterBar"
    views: list[SavedView]

    @property
    def acted_on(self) -> "ActedOn | None": ...
    @property
    def chosen_view(self) -> SavedView | None: ...
    def act(self, name: str) -> None: ...
    def act_with(self, name: str, value: str) -> None: ...
    def log_call(self) -> None: ...
    def write_email(self) -> None: ...
    def copy_rows(self) -> None: ...
    def sort(self, keys: tuple[SortKey, ...]) -> None: ...
    def choose(self, view: SavedView) -> None: ...
    def choose_columns(self) -> object: ...
    def keep_layout(self, layout: "Layout") -> None: ...
    def show_chosen(self, identifier: int) -> None: ...
    def chip_of(self, identifier: int) -> QWidget: ...


class ListMenus(QObject):
    """`said` carries a sentence and whether it can be undone, `failed` one that stays."""

    said = Signal(str, bool)
    failed = Signal(str)
    target_requested = Signal(object)

    def __init__(self, tab: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self._tab = tab
        self._parent = parent
        self._theme = tab.theme
        self._context = tab.context

    def _do(self, act: Callable[[], object], words: str = "") -> None:
        try:
            act()
        except JourneydeskError as wrong:
            self.failed.emit(str(wrong))
        else:
            if words:
                self.said.emit(words, True)

    # Of a row

    def of_row(self, at: QPoint) -> ActionMenu | None:
        """What can be done with the ticked prospects, or with who is current."""
        tab = self._tab
        whom = tab.acted_on
        if whom is None:
            return None
        act = tab.act
        menu = ActionMenu(self._theme, self._parent, whom.name)
        menu.add(tr("Log call…"), tab.log_call, icon="phone", keys=Action.LOG_CALL.label, enabled=whom.only is not None)
        menu.add(tr("Set follow-up…"), partial(act, "follow_up"), icon="calendar", keys=Action.FOLLOW_UP.label)
        self._add_stages(menu)
        self._add_people(menu)
        menu.addSeparator()
        menu.add(
            tr("Write e-mail…"), tab.write_email, icon="mail", keys=Action.WRITE_EMAIL.label, enabled=whom.only is not None
        )
        menu.add(tr("Copy e-mail"), partial(act, "copy_email"), icon="copy", keys=Action.COPY_EMAIL.label)
        menu.add(tr("Copy rows"), tab.copy_rows, icon="table", keys=Action.COPY_ROWS.label)
        add_to_menu(menu, self._parent, self._context, whom.only)
        add_base_page(menu, BasePage(self._context, whom.only), lambda words: self.said.emit(words, False))
        menu.addSeparator()
        alike = partial(self._find_duplicates, whom.only)
        menu.add(tr("Find duplicates…"), alike, icon="split", enabled=whom.only is not None)
        menu.add(tr("Delete"), partial(act, "delete"), icon="x", keys=Action.DELETE.label, danger=True)
        menu.stay_with(self._whom, *moves_of(tab.table))
        menu.popup(at)
        return menu

    def _whom(self) -> object:
        whom = self._tab.acted_on
        return whom.prospects if whom is not None else None

    def _find_duplicates(self, prospect: RecordId | None) -> None:
        if prospect is not None:
            self.target_requested.emit(DuplicatesTarget(prospect))

    def _add_stages(self, menu: ActionMenu) -> None:
        journey = self._context.settings.journeys[0]
        stages = menu.add_menu(tr("Set stage"), "steps")
        for stage in journey.stages:
            stages.add(f"{stage.number} {stage.short}", partial(self._tab.act_with, "set_stage", str(stage.number)))

    def _add_people(self, menu: ActionMenu) -> None:
        assign = menu.add_menu(tr("Assign"), "user")
        for name in people(self._context):
            words = tr("{name} (you)", name=name) if name == self._context.actor else name
            assign.add(words, partial(self._tab.act_with, "set_owner", name))
        assign.addSeparator()
        assign.add(tr("Nobody"), partial(self._tab.act_with, "set_owner", ""), icon="x")
        assign.add(tr("Somebody else…"), partial(self._tab.act, "assign"), keys=Action.ASSIGN.label)

    # Of a title

    def of_header(self, section: int, at: QPoint) -> ActionMenu:
        """What can be done with a column."""
        tab = self._tab
        layout = tab.model.layout
        column = tab.model.column_at(section)
        menu = ActionMenu(self._theme, self._parent, column.title if column is not None else "")
        if column is not None:
            self._add_sorting(menu, column)
            menu.add(
                tr("Filter by {title}…", title=within(column.title)), partial(tab.filters.filter_by, column), icon="filter"
            )
            menu.addSeparator()
            place = layout.keys.index(column.key)
            moves = column != ALWAYS
            menu.add(
                tr("Move to the left"),
                partial(tab.keep_layout, layout.moved(column, -1)),
                icon="left",
                enabled=moves and place > 1,
            )
            menu.add(
                tr("Move to the right"),
                partial(tab.keep_layout, layout.moved(column, 1)),
                icon="right",
                enabled=moves and place < len(layout.keys) - 1,
            )
            menu.add(tr("As wide as its words"), partial(tab.table.fit_to_words, section))
            menu.add(tr("Hide"), partial(tab.keep_layout, layout.showing(column, False)), icon="x", enabled=moves)
            menu.addSeparator()
        menu.add(tr("Columns…"), tab.choose_columns, icon="columns")
        menu.popup(at)
        return menu

    def _add_sorting(self, menu: ActionMenu, column: Column) -> None:
        tab = self._tab
        sort = tab.model.view.sort
        leads = sort[0] if sort else None
        for words, icon, descending in ((tr("Sort upwards"), "arrow-up", False), (tr("Sort downwards"), "arrow-down", True)):
            key = SortKey(column.key, descending)
            menu.add(words, partial(tab.sort, (key,)), icon=icon, enabled=sort != (key,))
        if leads is not None and leads.column != column.key:
            before = tuple(each for each in sort if each.column != column.key)
            then = SortKey(column.key, column.kind.highest_first)
            menu.add(tr("Sort by it within"), partial(tab.sort, (*before, then)), keys=tr("⇧ click"))

    # Of a view

    def of_view(self, view: SavedView, at: QPoint) -> ActionMenu:
        """What can be done with a view."""
        tab = self._tab
        menu = ActionMenu(self._theme, self._parent, view.name)
        is_shown = tab.chosen_view is not None and tab.chosen_view.id == view.id
        changed = is_shown and tab.model.view != view.view
        if not is_shown:
            menu.add(tr("Show"), partial(tab.choose, view), icon="eye")
        menu.add(tr("Rename…"), partial(self.rename, view, at), icon="pencil")
        menu.add(tr("Save what is shown to it"), partial(self.save_over, view), icon="check", enabled=changed)
        ids = [each.id for each in tab.views]
        place = ids.index(view.id) if view.id in ids else 0
        for words, icon, by in ((tr("Move to the left"), "left", -1), (tr("Move to the right"), "right", 1)):
            order = [each for each in ids if each != view.id]
            order.insert(place + by, view.id)
            menu.add(words, partial(self.order_views, order), icon=icon, enabled=0 <= place + by < len(ids))
        menu.addSeparator()
        if view.is_built_in and view.altered:
            menu.add(tr("Reset to how it came"), partial(self._reset, view), icon="undo")
        gone = put_away(self._context)
        if gone:
            menu.add(
                tr("Bring back {gone}", gone=", ".join(gone)),
                partial(self._do, partial(commands.restore_built_in, self._context)),
                icon="undo",
            )
        # One view is left always, so that there is something to show.
        menu.add(tr("Delete"), partial(self.delete_view, view), icon="x", danger=True, enabled=len(ids) > 1)
        menu.popup(at)
        return menu

    def save_view(self, button: QWidget) -> None:
        """Saves what is shown: to the view that it began with, or as a new one."""
        view = self._tab.chosen_view
        if view is None:
            self.save_new_view(button)
            return
        menu = ActionMenu(self._theme, self._parent)
        menu.add(tr("Save to “{name}”", name=view.name), partial(self.save_over, view), icon="check")
        menu.add(tr("Save as a new view…"), partial(self.save_new_view, button), icon="plus")
        menu.addSeparator()
        menu.add(tr("Back to “{name}” as it is saved", name=view.name), partial(self._tab.choose, view), icon="undo")
        menu.popup(button.mapToGlobal(under(button.rect())))

    def save_over(self, view: SavedView) -> None:
        """The view shows from now on what is shown now."""
        shown = self._tab.model.view
        self._do(partial(commands.save_over, self._context, view.id, shown), tr("Saved the view {name}", name=view.name))
        self._tab.show_chosen(view.id)

    def save_new_view(self, button: QWidget) -> NamePane:
        """Asks for the name of a new view."""

        def take(name: str) -> None:
            tab = self._tab
            identifier = commands.save_view(self._context, name, tab.model.view, tab.model.layout)
            tab.show_chosen(identifier)
            self.said.emit(tr("Saved the view {split}", split=" ".join(name.split())), True)

        pane = NamePane(self._theme, self._parent.window(), tr("Name of the view"), tr("Save"), take)
        pane.open_at(button)
        return pane

    def rename(self, view: SavedView, at: QPoint | None = None) -> NamePane:
        """Asks for another name."""

        def take(name: str) -> None:
            commands.rename_view(self._context, view.id, name)
            self.said.emit(tr("Renamed the view {name} to {split}", name=view.name, split=" ".join(name.split())), True)

        tab = self._tab
        pane = NamePane(
            self._theme, self._parent.window(), tr("Rename “{name}”", name=view.name), tr("Rename"), take, view.name
        )
        pane.open_at(tab.chip_of(view.id))
        return pane

    def order_views(self, identifiers: Sequence[int]) -> None:
        """Puts the views into this order."""
        if list(identifiers) != [view.id for view in self._tab.views]:
            self._do(partial(commands.order_views, self._context, identifiers), tr("Moved a view"))

    def delete_view(self, view: SavedView) -> None:
        """Takes a view away; undo brings it back."""
        tab = self._tab
        if tab.chosen_view is not None and tab.chosen_view.id == view.id:
            others = [each for each in tab.views if each.id != view.id]
            place = next(n for n, each in enumerate(tab.views) if each.id == view.id)
            tab.choose(others[min(place, len(others) - 1)])
        self._do(partial(commands.delete_view, self._context, view.id), tr("Deleted the view {name}", name=view.name))

    def _reset(self, view: SavedView) -> None:
        self._do(partial(commands.reset_view, self._context, view.id), tr("Reset the view {name}", name=view.name))

    # Of a filter

    def of_token(self, place: int, at: QPoint) -> ActionMenu:
        """What can be done with one filter."""
        filters = self._tab.filters
        menu = ActionMenu(self._theme, self._parent)
        menu.add(tr("Change…"), partial(filters.edit, place), icon="pencil")
        menu.add(tr("Only this filter"), partial(filters.keep_only, place), icon="filter")
        menu.add(tr("Copy in words"), partial(self._copy_words, place), icon="copy")
        menu.addSeparator()
        menu.add(tr("Remove"), partial(filters.remove, place), icon="x", keys=Action.DELETE.label)
        menu.popup(at)
        return menu

    def _copy_words(self, place: int) -> None:
        from journeydesk.ui.tabs.prospects.filter_words import whole_words

        words = whole_words(self._context, self._tab.model.view.filters[place])
        QGuiApplication.clipboard().setText(words)
        self.said.emit(tr("Copied “{words}”", words=words), False)
