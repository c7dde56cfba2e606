"""The filter bar: tokens that say what is filtered, a popup to add or change one, the count, Clear and Save view."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLineEdit, QMenu, QWidget

from journeydesk.domain.columns import FILTERS, Column, Kind, choice_of, column_named
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import owners
from journeydesk.services.rows.prospects import Filter, ListView
from journeydesk.ui import tokens
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.tabs.prospects.filter_words import filter_words, question_words, typed_value
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.chips import FilterToken
from journeydesk.ui.widgets.labels import plain_label


class FilterBar(QWidget):
    """Emits the filters whenever they change."""

    changed = Signal(object)
    save_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._filters: tuple[Filter, ...] = ()
        self._view, self._worded = ListView(), context.words
        self._narrowed = False
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.FILTER_BAR)
        outer = QHBoxLayout(self)
        outer.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(16, 0, 16, 0)
        outer.setSpacing(6)
        self._icon = plain_label(parent=self)
        outer.addWidget(self._icon)
        self._tokens = QHBoxLayout()
        self._tokens.setSpacing(6)
        outer.addLayout(self._tokens)
        self._add = KeyButton(theme, "Filter", icon="plus", key=Action.FILTER.cap, kind="flat", parent=self)
        self._add.clicked.connect(self.ask)
        outer.addWidget(self._add)
        self._clear = KeyButton(theme, "Clear", kind="flat", parent=self)
        self._clear.clicked.connect(lambda: self._set(()))
        outer.addWidget(self._clear)
        self._save = KeyButton(theme, "Save view", kind="flat", parent=self)
        self._save.clicked.connect(self.save_requested)
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
            self.show_view(self._view, self._save.isVisibleTo(self))
        self._count.setText(f"{shown:,} of {total:,}" if self._narrowed else f"{total:,}")

    def show_view(self, view: ListView, changed: bool) -> None:
        """The tokens of a view; `changed` where it is no longer the saved one."""
        self._view, self._worded = view, self._context.words
        self._filters = view.filters
        self._narrowed = bool(view.filters or view.search)
        while self._tokens.count():
            item = self._tokens.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, shown_filter in enumerate(view.filters):
            token = FilterToken(self._theme, *filter_words(self._context, shown_filter), parent=self)
            token.removed.connect(partial(self._remove, place))
            token.clicked.connect(partial(self._edit, place))
            self._tokens.addWidget(token)
        self._clear.setVisible(bool(view.filters))
        self._save.setVisible(changed)

    def _set(self, filters: tuple[Filter, ...]) -> None:
        self.changed.emit(filters)

    def _remove(self, place: int) -> None:
        self._set(self._filters[:place] + self._filters[place + 1 :])

    def ask(self) -> None:
        """Offers the columns to filter by."""
        menu = QMenu(self)
        for column in FILTERS:
            menu.addAction(column.title, partial(self._choose, column, len(self._filters)))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _edit(self, place: int) -> None:
        column = column_named(self._filters[place].field)
        if column is not None:
            self._choose(column, place)

    def _choose(self, column: Column, place: int) -> None:
        """Asks for the value of the filter at this place, or of a further one at the end."""
        answer = self._ask_value(column)
        if answer is not None:
            self._set((*self._filters[:place], answer, *self._filters[place + 1 :]))

    def _ask_value(self, column: Column) -> Filter | None:
        operator, heading = column.kind.operators[0], f"Filter by {column.title.lower()}"
        choices = self._choices(column)
        if choices:
            question = f"{column.title} {operator.words}"
            chosen, accepted = QInputDialog.getItem(self, heading, question, list(choices), 0, False)
            return Filter(column.key, operator, (choices[chosen],)) if accepted else None
        text, accepted = QInputDialog.getText(self, heading, question_words(column, operator), QLineEdit.EchoMode.Normal)
        value = typed_value(column, text.strip()) if accepted else None
        return None if value is None else Filter(column.key, operator, (value,))

    def _choices(self, column: Column) -> dict[str, str | int]:
        """The values to choose from, by how they are shown; none where one is typed."""
        if column.kind is Kind.STAGE:
            return {f"{stage.number} {stage.short}": stage.number for stage in self._context.settings.journeys[0].stages}
        if column.kind is Kind.PERSON:
            return {name: name for name in owners(self._context)}
        if column.kind is Kind.FLAG:
            return {"yes": 1}
        of = choice_of(column)
        return {} if of is None else dict(self._context.words.choices(*of))
