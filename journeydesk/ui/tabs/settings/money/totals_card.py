"""The team's money per currency with what each is worth in the team's, and all of it together (docs/rules.md, "Money")."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from journeydesk.domain.money import Money
from journeydesk.services.context import Context
from journeydesk.services.queries.money import TeamMoney
from journeydesk.services.rows.common import Amount
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.labels import label, rule
from journeydesk.ui.words import exact_amount, moment_words

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class RateLine:
    """A currency's rate and since when, by whom; no rate for one whose sums stand on their own."""

    currency: str
    rate: Decimal | None
    since: datetime | None
    actor: str


def words(money: Money) -> str:
    """An amount to the minor unit."""
    return exact_amount(Amount(money.minor, money.currency))


class TotalsCard(QFrame):
    """`rate_given` carries a currency and what was typed; an empty text takes its rate away."""

    rate_given = Signal(str, str)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__()
        self._context = context
        self._theme = theme
        self.rates: dict[str, InPlaceEdit] = {}
        self._lines: dict[str, RateLine] = {}
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(6, 1)
        column.addLayout(self._grid)
        self._together = label(theme, wrap=True)
        column.addWidget(rule())
        column.addWidget(self._together)
        add = QHBoxLayout()
        add.setSpacing(8)
        self.code = self._field("Currency", "USD", 72)
        self.rate = self._field("Rate", "0.92", 96)
        self.button = KeyButton(theme, "Add rate", icon="plus")
        self.button.clicked.connect(self._add)
        self.rate.returnPressed.connect(self._add)
        self._worth = label(theme, kind="secondary")
        for part in (label(theme, "One", kind="secondary"), self.code, label(theme, "is worth", kind="secondary"), self.rate):
            add.addWidget(part)
        add.addWidget(self._worth)
        add.addWidget(self.button)
        add.addStretch(1)
        column.addSpacing(2)
        column.addLayout(add)
        self.wrong = label(theme, step=-1, kind="danger", wrap=True)
        self.wrong.hide()
        column.addWidget(self.wrong)

    def _field(self, name: str, example: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(f"{name} of another currency")
        field.setPlaceholderText(example)
        field.setFixedWidth(width)
        return field

    def show_money(self, money: TeamMoney, lines: Mapping[str, RateLine], team: str) -> None:
        """Shows the sums, and each currency's rate where it is not the team's own."""
        self._worth.setText(team)
        net = {amount.currency: amount for amount in money.net_paid.per_currency}
        monthly = {amount.currency: amount for amount in money.mrr.per_currency}
        codes = sorted({team, *net, *monthly, *lines}, key=lambda code: (code != team, code))
        with typing_kept(self):
            clear(self._grid)
            self.rates.clear()
            for place, title in enumerate(("Currency", "Net paid", "MRR", f"One is worth, {team}", "", "Since")):
                head = label(self._theme, title, step=-1, weight=500, kind="secondary")
                self._grid.addWidget(head, 0, place, _RIGHT if place in (1, 2) else Qt.AlignmentFlag.AlignLeft)
            for row, code in enumerate(codes, 1):
                self._grid.addWidget(label(self._theme, code, weight=600), row, 0)
                for place, sums in ((1, net), (2, monthly)):
                    self._grid.addWidget(self._amount(sums.get(code, Money(0, code))), row, place)
                if code != team:
                    self._rate(row, lines[code])
        self._together.setText(self._sentence(money))
        changed, self._lines = dict(lines) != self._lines, dict(lines)
        if changed and not any(edit.property("wrong") for edit in self.rates.values()):
            self.wrong.hide()

    def _amount(self, money: Money) -> QLabel:
        amount_label = label(self._theme, words(money))
        amount_label.setFont(self._theme.font(0, 400, tabular=True))
        amount_label.setAlignment(_RIGHT)
        return amount_label

    def _rate(self, row: int, line: RateLine) -> None:
        edit = InPlaceEdit(f"One {line.currency} is worth", 96, right=True)
        edit.setObjectName(f"rate {line.currency}")
        edit.setPlaceholderText("no rate")
        edit.show_text("" if line.rate is None else f"{line.rate.normalize():f}")
        edit.given.connect(lambda text: self.rate_given.emit(line.currency, text))
        edit.restored.connect(self.wrong.hide)
        self.rates[line.currency] = edit
        self._grid.addWidget(edit, row, 3)
        if line.rate is not None:
            away = IconButton(self._theme, "x", f"Take the rate of {line.currency} away")
            away.clicked.connect(lambda: self.rate_given.emit(line.currency, ""))
            self._grid.addWidget(away, row, 4)
        if line.since is not None:
            when = moment_words(line.since, self._context.settings.time_zone, self._context.today())
            self._grid.addWidget(label(self._theme, f"{when}, {line.actor}", step=-1, kind="caption"), row, 5)

    def _sentence(self, money: TeamMoney) -> str:
        net, monthly = money.net_paid, money.mrr
        by_hand = f" LTV by hand of those whom Stripe does not know: {words(money.by_hand)}."
        missing = sorted({*net.missing, *monthly.missing})
        if net.together is not None and monthly.together is not None:
            return f"Together: {words(net.together)} net paid, {words(monthly.together)} a month.{by_hand}"
        return f"No sum of all: {', '.join(missing)} {'has' if len(missing) == 1 else 'have'} no rate.{by_hand}"

    def _add(self) -> None:
        self.rate_given.emit(self.code.text(), self.rate.text() or " ")

    def added(self) -> None:
        """The rate was taken; the fields are free for another."""
        self.code.clear()
        self.rate.clear()

    def refuse(self, currency: str, sentence: str) -> None:
        """Says what is wrong with a rate."""
        self.wrong.setText(sentence)
        self.wrong.show()
        if currency in self.rates:
            self.rates[currency].mark_wrong(sentence)
