"""The filter bar: tokens that say what is filtered, a popup to add or change one, the count, Clear and Save view."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QLineEdit, QMenu, QWidget

from journeydesk.domain.catalogue import APPLICATION_STATUSES, CUSTOMER_STATUSES, INDUSTRIES, PRIORITY_LEVELS, SOURCES
from journeydesk.domain.errors import UserError
from journeydesk.domain.values import parse_date
from journeydesk.services.context import Context
from journeydesk.services.queries.prospects import owners
from journeydesk.services.rows import Filter, ListView
from journeydesk.ui import tokens
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.chips import FilterToken
from journeydesk.ui.words import short_day

_NAMES = {
    "follow_up": "Follow-up",
    "stage": "Stage",
    "owner": "Owner",
    "status": "Status",
    "score": "Score",
    "industry": "Industry",
    "source": "Source",
    "priority_level": "Priority",
    "customer_status": "Customer status",
    "at_risk": "At risk",
    "company": "Company",
    "email": "Email",
    "notes": "Notes",
    "revenue": "Est. revenue",
}
_WORDS = {
    "is": "is",
    "is_not": "is not",
    "any_of": "is any of",
    "none_of": "is none of",
    "contains": "contains",
    "before": "before",
    "after": "after",
    "on_or_before": "on or before",
    "on_or_after": "on or after",
    "at_least": "at least",
    "at_most": "at most",
    "empty": "is empty",
    "not_empty": "is filled",
}
_CHOICES: dict[str, Sequence[str]] = {
    "status": APPLICATION_STATUSES,
    "industry": INDUSTRIES,
    "source": SOURCES,
    "priority_level": PRIORITY_LEVELS,
    "customer_status": CUSTOMER_STATUSES,
}


class FilterBar(QWidget):
    """Emits the filters whenever they change."""

    changed = Signal(object)
    save_requested = Signal()

    def __init__(self, context: Context, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = theme
        self._filters: tuple[Filter, ...] = ()
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(tokens.FILTER_BAR)
        outer = QHBoxLayout(self)
        outer.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(16, 0, 16, 0)
        outer.setSpacing(6)
        self._icon = QLabel(self)
        outer.addWidget(self._icon)
        self._tokens = QHBoxLayout()
        self._tokens.setSpacing(6)
        outer.addLayout(self._tokens)
        self._add = KeyButton(theme, "Filter", icon="plus", key="F", kind="flat", parent=self)
        self._add.clicked.connect(self.ask)
        outer.addWidget(self._add)
        self._clear = KeyButton(theme, "Clear", kind="flat", parent=self)
        self._clear.clicked.connect(lambda: self._set(()))
        outer.addWidget(self._clear)
        self._save = KeyButton(theme, "Save view", kind="flat", parent=self)
        self._save.clicked.connect(self.save_requested)
        outer.addWidget(self._save)
        outer.addStretch(1)
        self._count = QLabel(self)
        self._count.setProperty("kind", "secondary")
        outer.addWidget(self._count)
        theme.changed.connect(self._color)
        self._color()

    def _color(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("filter", "text2"))

    def show_view(self, view: ListView, shown: int, total: int, changed: bool) -> None:
        """The tokens of a view, and how many of all it shows."""
        self._filters = view.filters
        while self._tokens.count():
            item = self._tokens.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(view.filters):
            token = FilterToken(self._theme, *self._say(one), parent=self)
            token.removed.connect(lambda place=place: self._remove(place))
            token.clicked.connect(lambda _checked=False, place=place: self._edit(place))
            self._tokens.addWidget(token)
        self._clear.setVisible(bool(view.filters))
        self._save.setVisible(changed)
        self._count.setText(f"{shown:,} of {total:,}" if view.filters or view.search else f"{total:,}")

    def _say(self, one: Filter) -> tuple[str, str]:
        name = _NAMES.get(one.field, one.field)
        words = f"{name} {_WORDS[one.operator]}"
        if one.field == "at_risk":
            return name, ""
        if not one.values:
            return words, ""
        if len(one.values) > 2:
            return words, f"{len(one.values)} {'people' if one.field == 'owner' else 'values'}"
        return words, ", ".join(self._value(one.field, value) for value in one.values)

    def _value(self, field: str, value: object) -> str:
        if field == "stage" and isinstance(value, int):
            return self._context.settings.journeys[0].stage(value).short
        if field == "follow_up":
            return short_day(date.fromisoformat(str(value)), self._context.today())
        if field == "revenue" and isinstance(value, int):
            return f"{value // 100:,}"
        return str(value)

    def _set(self, filters: tuple[Filter, ...]) -> None:
        self.changed.emit(filters)

    def _remove(self, place: int) -> None:
        self._set(self._filters[:place] + self._filters[place + 1 :])

    def remove_last(self) -> None:
        """Takes the last filter away."""
        if self._filters:
            self._set(self._filters[:-1])

    def ask(self) -> None:
        """Offers the fields to filter by."""
        menu = QMenu(self)
        for field in (
            "stage",
            "owner",
            "status",
            "follow_up",
            "score",
            "industry",
            "source",
            "priority_level",
            "company",
            "notes",
        ):
            menu.addAction(_NAMES[field], partial(self._choose, field, None))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _edit(self, place: int) -> None:
        self._choose(self._filters[place].field, place)

    def _choose(self, field: str, place: int | None) -> None:
        found = self._ask_values(field)
        if found is None:
            return
        if place is None:
            self._set((*self._filters, found))
        else:
            self._set((*self._filters[:place], found, *self._filters[place + 1 :]))

    def _ask_values(self, field: str) -> Filter | None:
        name = _NAMES.get(field, field)
        stages = self._context.settings.journeys[0].stages
        offered: Sequence[str] = _CHOICES.get(field, ())
        if field == "stage":
            offered = [f"{stage.number} {stage.short}" for stage in stages]
        elif field == "owner":
            offered = owners(self._context)
        if offered:
            chosen, accepted = QInputDialog.getItem(self, f"Filter by {name.lower()}", f"{name} is", list(offered), 0, False)
            value: str | int = int(chosen.split()[0]) if accepted and field == "stage" else chosen
            return Filter(field, "is", (value,)) if accepted else None
        text, accepted = QInputDialog.getText(
            self, f"Filter by {name.lower()}", self._question(field), QLineEdit.EchoMode.Normal
        )
        if not accepted or not text.strip():
            return None
        return self._typed(field, text.strip())

    @staticmethod
    def _question(field: str) -> str:
        name = _NAMES.get(field, field)
        return {"follow_up": f"{name} on or before (2026-05-22)", "score": f"{name} at least"}.get(field, f"{name} contains")

    def _typed(self, field: str, text: str) -> Filter | None:
        if field == "score":
            return Filter(field, "at_least", (int(text),)) if text.isdecimal() else None
        if field == "follow_up":
            try:
                return Filter(field, "on_or_before", (parse_date("Follow-up", text).isoformat(),))
            except UserError:
                return None
        return Filter(field, "contains", (text,))
