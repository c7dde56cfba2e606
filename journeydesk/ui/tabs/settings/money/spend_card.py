"""What was spent to win customers, by month and source (docs/rules.md, "Spend")."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journeydesk.domain.catalogue import SOURCES
from journeydesk.domain.money import sign
from journeydesk.domain.periods import month_and_year
from journeydesk.domain.settings.goals import Spend
from journeydesk.domain.words import tr
from journeydesk.ui.editing.words import typed_form
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.lines_card import LinesCard
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label, rule

_SHOWN_MONTHS = 12


class SpendCard(LinesCard):
    """`given` carries month, source and what was typed; an empty amount takes the entry away."""

    given = Signal(str, str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._currency = ""
        self.amounts: dict[tuple[str, str], InPlaceEdit] = {}
        self.month = self._field(tr("Month"), "", 130)
        self.source = self._field(tr("Source"), SOURCES[3], 130)
        self.amount = self._field(tr("Amount"), "300", 84)
        self.button = KeyButton(theme, tr("Enter"), icon="plus")
        self.button.setAccessibleName(tr("Enter what was spent"))
        self.button.clicked.connect(self._add)
        self.amount.returnPressed.connect(self._add)
        self._unit = label(theme, kind="secondary")
        for part in (self.month, self.source, self.amount, self._unit, self.button):
            self.adding.addWidget(part)
        self.adding.addStretch(1)

    def _field(self, name: str, example: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(tr("{name} of what was spent", name=name))
        field.setPlaceholderText(example)
        field.setFixedWidth(width)
        return field

    def show_spend(self, spend: Spend, currency: str, today: date) -> None:
        """Shows the entries of the twelve months that were entered last, newest first."""
        self.month.setPlaceholderText(month_and_year(today))
        self._currency = currency
        self._unit.setText(sign(currency).strip())
        with typing_kept(self):
            clear(self.rows)
            self.amounts.clear()
            if not spend:
                self._line(
                    label(self._theme, tr("Nothing was entered yet: what a customer costs has no data."), kind="secondary")
                )
            for place, month in enumerate(sorted(spend, reverse=True)[:_SHOWN_MONTHS]):
                if place:
                    self.rows.addWidget(rule())
                self._show_month(month, spend[month])

    def _show_month(self, month: str, sources: Mapping[str, Decimal]) -> None:
        name = month_and_year(date.fromisoformat(f"{month}-01"))
        for place, source in enumerate(sorted(sources, key=str.casefold)):
            edit = InPlaceEdit(tr("{source} in {month}", source=source, month=name), 96, right=True)
            edit.setObjectName(f"spend {month} {source}")
            edit.show_text(typed_form(sources[source]))
            edit.given.connect(partial(self.given.emit, month, source))
            edit.restored.connect(self.wrong.hide)
            self.amounts[month, source] = edit
            away = IconButton(self._theme, "x", tr("Take away {source} in {month}", source=source, month=name))
            away.clicked.connect(partial(self.given.emit, month, source, ""))
            first = label(self._theme, name if not place else "", weight=500)
            unit = label(self._theme, sign(self._currency).strip(), kind="secondary")
            self._line(first, label(self._theme, source), edit, unit, away)

    def _line(self, *parts: QWidget) -> None:
        held = QWidget()
        held.setProperty("kind", "base")
        held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(held)
        row.setContentsMargins(15, 4, 12, 4)
        row.setSpacing(8)
        for part, width in zip(parts, (150, 150, 0, 0, 0), strict=False):
            part.setMinimumWidth(width)
            row.addWidget(part)
        row.addStretch(1)
        self.rows.addWidget(held)

    def _add(self) -> None:
        self.given.emit(self.month.text(), self.source.text(), self.amount.text() or " ")

    def added(self) -> None:
        """What was typed was taken: the source and the amount are free for the next."""
        self.wrong.hide()
        self.source.clear()
        self.amount.clear()
        self.source.setFocus()

    def refuse(self, words: str) -> None:
        """Says what is wrong; what was typed stays."""
        self.wrong.setText(words)
        self.wrong.show()
