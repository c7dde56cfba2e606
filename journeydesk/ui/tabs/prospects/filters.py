"""The filter bar: tokens that say what is filtered, a line and a pane to add or change one, the count, Clear and Save view."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeydesk.domain.lists.columns import COLUMNS, DAYS_IN_STAGE, FILTERS, Column, Operator, column_named
from journeydesk.domain.words import figure, tr, tr_count
from journeydesk.services.context import Context
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.mirror import under
from journeydesk.ui.tabs.prospects.filter_words import filter_words, whole_words
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.chips import FilterToken
from journeydesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from journeydesk.domain.filters.grammar import Understood
    from journeydesk.ui.tabs.prospects.filter_line import FilterLine
    from journeydesk.ui.tabs.prospects.filter_pane import FilterPane

_GAP = 6


class FilterBar(QWidget):
    """Emits the search text and the filters whenever they change, and where the view is to be saved."""

    changed = Signal(str, object)
    save_requested = Signal(QWidget)
    token_menu_requested = Signal(int, object)

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._view, self._worded = ListView(), context.words
        self._open_at: int | None = None
        self._shown: list[FilterToken] = []
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.FILTER_BAR)
        outer = QHBoxLayout(self)
        outer.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(16, 0, 16, 0)
        outer.setSpacing(_GAP)
        self._icon = plain_label(parent=self)
        outer.addWidget(self._icon)
        self._tokens = QHBoxLayout()
        self._tokens.setSpacing(_GAP)
        outer.addLayout(self._tokens)
        self._more = FilterToken(theme, "", "", self)
        self._more.clicked.connect(self._show_folded)
        self._more.hide()
        outer.addWidget(self._more)
        self._add = KeyButton(theme, tr("Filter"), icon="plus", key=Action.FILTER.cap, kind="flat", parent=self)
        self._add.clicked.connect(self.ask)
        outer.addWidget(self._add)
        self._clear = KeyButton(theme, tr("Clear"), kind="flat", parent=self)
        self._clear.clicked.connect(lambda: self._set((), ""))
        outer.addWidget(self._clear)
        self._save = KeyButton(theme, tr("Save view"), kind="flat", parent=self)
        self._save.clicked.connect(lambda: self.save_requested.emit(self._save))
        outer.addWidget(self._save)
        outer.addStretch(1)
        self._count = plain_label(parent=self)
        self._count.setProperty("kind", "secondary")
        outer.addWidget(self._count)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("filter", "text2"))

    def show_counts(self, shown: int, total: int) -> None:
        """How many of all prospects the view shows. What its tokens name is called as the team calls it now."""
        if self._worded is not self._context.words:
            self._show_tokens()
        narrowed = bool(self._view.filters or self._view.search)
        self._count.setText(tr("{shown} of {total}", shown=figure(shown), total=figure(total)) if narrowed else figure(total))
        self._fold()

    def show_view(self, view: ListView, changed: bool) -> None:
        """The tokens of a view; `changed` where it is no longer the saved one."""
        same = (view.search, view.filters) == (self._view.search, self._view.filters) and self._worded is self._context.words
        self._view = view
        if not same or not self._shown:
            self._show_tokens()
        self._save.setVisible(changed)
        self._fold()

    def _show_tokens(self) -> None:
        self._worded = self._context.words
        while self._tokens.count():
            item = self._tokens.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = []
        if self._view.search:
            token = FilterToken(self._theme, tr("Search"), f"“{self._view.search}”", parent=self)
            token.removed.connect(lambda: self._set(self._view.filters, ""))
            token.clicked.connect(lambda: self.ask(self._view.search))
            self._put(token)
        for place, asked in enumerate(self._view.filters):
            lead, value = filter_words(self._context, asked)
            short = _shortly(lead)
            token = FilterToken(self._theme, lead, value, self, whole_words(self._context, asked), short)
            token.removed.connect(partial(self.remove, place))
            token.clicked.connect(partial(self.edit, place))
            token.setChecked(place == self._open_at)
            token.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            token.customContextMenuRequested.connect(
                lambda at, place=place, token=token: self.token_menu_requested.emit(place, token.mapToGlobal(at))
            )
            self._put(token)

    def _put(self, token: FilterToken) -> None:
        self._tokens.addWidget(token)
        self._shown.append(token)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Tokens without room go behind a button that says how many they are."""
        parts = [self._icon, self._add, self._count, *([self._save] if self._save.isVisibleTo(self) else [])]
        room = self.width() - 32 - sum(part.sizeHint().width() + _GAP for part in parts)
        clear = self._clear.sizeHint().width() + _GAP
        narrowed = bool(self._view.filters or self._view.search)
        for short, with_clear in ((False, True), (True, True), (True, False)):
            for token in self._shown:
                token.shorten(short)
            widths = [token.sizeHint().width() + _GAP for token in self._shown]
            if sum(widths) + (clear if with_clear else 0) <= room:
                break
        # Without room for every filter, Clear is with those that are folded.
        folds = sum(widths) > room
        self._clear.setVisible(narrowed and not folds and with_clear)
        fits = len(widths)
        if folds:
            self._more.stand_for(tr("9 more filters"))
            room -= self._more.sizeHint().width() + _GAP
            fits = next((n for n in range(len(widths)) if sum(widths[: n + 1]) > room), len(widths))
        folded = len(widths) - fits
        for place, token in enumerate(self._shown):
            token.setVisible(place < fits)
        self._more.stand_for(tr_count("{count} more filter", "{count} more filters", folded))
        self._more.setVisible(folded > 0)

    def _show_folded(self) -> None:
        from journeydesk.ui.widgets.popovers.action_menu import ActionMenu

        menu = ActionMenu(self._theme, self)
        first = 1 if self._view.search else 0
        for place, token in enumerate(self._shown):
            if token.isVisibleTo(self):
                continue
            words = token.accessibleName().removeprefix("Filter: ")
            menu.add(words, partial(self.edit, place - first) if place >= first else partial(self.ask, self._view.search))
        menu.addSeparator()
        menu.add(tr("Clear all filters"), lambda: self._set((), ""), icon="x")
        menu.popup(self._more.mapToGlobal(under(self._more.rect())))

    def _set(self, filters: tuple[Filter, ...], search: str) -> None:
        self.changed.emit(search, filters)

    def remove(self, place: int) -> None:
        """Takes the filter at a place away."""
        self._set(self._view.filters[:place] + self._view.filters[place + 1 :], self._view.search)

    def keep_only(self, place: int) -> None:
        """Takes every other filter away."""
        self._set(self._view.filters[place : place + 1], "")

    def columns(self) -> list[Column]:
        """What can be filtered by: those asked for most first."""
        from journeydesk.services.queries.lists.prospects import base_columns

        others = (column for column in COLUMNS if column not in FILTERS)
        return [*FILTERS, DAYS_IN_STAGE, *others, *base_columns(self._context)]

    def ask(self, search: object = "") -> "FilterLine":
        """The line to filter by."""
        from journeydesk.ui.tabs.prospects.filter_line import FilterLine

        before, text = self._view, search if isinstance(search, str) else ""
        kept = before.filters

        def show(found: "Understood | None") -> None:
            if found is None:
                self._set(kept, before.search)
            else:
                self._set((*kept, *found.filters), found.rest or ("" if text else before.search))

        line = FilterLine(self._context, self._theme, self.window(), self.columns(), text)
        line.typed.connect(show)
        line.taken.connect(show)
        line.column_chosen.connect(self.filter_by)
        line.open_at(self._add)
        return line

    def filter_by(self, column: Column) -> "FilterPane":
        """Asks for a further filter on this column."""
        return self._open(column, None, len(self._view.filters))

    def edit(self, place: int) -> None:
        """Asks anew for the filter at a place."""
        asked = self._view.filters[place] if place < len(self._view.filters) else None
        column = column_named(asked.field) if asked is not None else None
        if column is not None:
            self._open(column, asked, place)

    def _open(self, column: Column, asked: Filter | None, place: int) -> "FilterPane":
        from journeydesk.services.queries.vocabulary import sayable
        from journeydesk.ui.tabs.prospects.filter_pane import FilterPane

        filters = self._view.filters
        others = ListView(self._view.search, filters[:place] + filters[place + 1 :], self._view.sort)
        pane = FilterPane(
            self._context, self._theme, self.window(), others, self.columns(), column, asked, sayable(self._context)
        )
        search = self._view.search

        def show(found: Filter | None) -> None:
            kept = others.filters
            self._set((*kept[:place], found, *kept[place:]) if found is not None else kept, search)

        pane.changed.connect(show)
        pane.closed.connect(self._on_closed)
        self._open_at = place
        offset = 1 if search else 0
        token = self._shown[place + offset] if place + offset < len(self._shown) else None
        if token is not None:
            token.setChecked(True)
        anchor = token if token is not None and token.isVisibleTo(self) else self._more if self._more.isVisible() else self._add
        pane.open_at(anchor)
        return pane

    def _on_closed(self) -> None:
        self._open_at = None
        for token in self._shown:
            token.setChecked(False)


def _shortly(lead: str) -> str:
    """A column and how it is compared, where room is short."""
    return lead.replace(Operator.ON_OR_BEFORE.words, tr("by", meaning="a day")).replace(
        Operator.ON_OR_AFTER.words, tr("from", meaning="a day")
    )
