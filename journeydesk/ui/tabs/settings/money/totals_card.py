"""The team's money per currency with what each is worth in the team's, and all of it together (docs/rules.md, "Money")."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, sign
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.money import TeamMoney
from journeydesk.services.rows.common import Amount
from journeydesk.ui.editing.words import typed_form
from journeydesk.ui.tabs.settings.in_place_edit import InPlaceEdit
from journeydesk.ui.tabs.settings.lines_card import LinesCard
from journeydesk.ui.tabs.settings.money.currency_row import CurrencyChoice
from journeydesk.ui.tabs.settings.page import clear, typing_kept
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import IconButton, KeyButton
from journeydesk.ui.widgets.icon_label import IconLabel
from journeydesk.ui.widgets.labels import FittedLabel, label, rule, tip
from journeydesk.ui.words.currencies import currency_codes, currency_name, name_within, one_of
from journeydesk.ui.words.figures import exact_amount, moment_words

_HEADS = (tr("Customers pay in"), tr("Paid, after refunds"), "MRR", tr("What one is worth"))
_CHOICE, _PAID, _MONTHLY, _OTHERS = 204, 124, 104, 548
_NAME = (134, 182)
"""The least and the most room for what a currency is called, in px."""
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


class _Named(QWidget):
    """What a currency is called, and its code beside it where it has room."""

    def __init__(self, theme: Theme, name: str, code: str) -> None:
        super().__init__()
        self._name = label(theme, name)
        self._code = label(theme, "" if name == code else code, kind="secondary")
        self._code.setObjectName("code of a currency")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._name)
        row.addWidget(self._code)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return self._name.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._code.setVisible(self._name.sizeHint().width() + 5 + self._code.sizeHint().width() <= self.width())


class TotalsCard(LinesCard):
    """`rate_given` carries a currency and what was typed; an empty text takes its rate away."""

    rate_given = Signal(str, str)

    def __init__(self, context: Context, theme: Theme) -> None:
        super().__init__(theme)
        self._context = context
        self.rates: dict[str, InPlaceEdit] = {}
        self._lines: dict[str, RateLine] = {}
        self._names: list[QWidget] = []
        self.together = ("", "", "")
        """What stands in the last line: net paid, MRR, and what is left out of both."""
        self.code = CurrencyChoice(theme, self)
        self.code.setAccessibleName(tr("Another currency"))
        self.code.setPlaceholderText(tr("Another currency"))
        self.code.setFixedWidth(_CHOICE)
        self.rate = QLineEdit()
        self.rate.setAccessibleName(tr("Rate of another currency"))
        self.rate.setPlaceholderText(typed_form(0.92))
        self.rate.setFixedWidth(84)
        self.button = KeyButton(theme, tr("Add rate"), icon="plus")
        self.button.clicked.connect(self._add)
        self.rate.returnPressed.connect(self._add)
        self._worth = label(theme, kind="secondary")
        for part in (
            label(theme, tr("One"), kind="secondary"),
            self.code,
            label(theme, tr("is worth"), kind="secondary"),
            self.rate,
        ):
            self.adding.addWidget(part)
        self.adding.addWidget(self._worth)
        self.adding.addWidget(self.button)
        self.adding.addStretch(1)

    def show_money(self, money: TeamMoney, lines: Mapping[str, RateLine], team: str) -> None:
        """Shows the sums, and each currency's rate where it is not the team's own."""
        self._worth.setText(sign(team).strip())
        net = {amount.currency: amount for amount in money.net_paid.per_currency}
        monthly = {amount.currency: amount for amount in money.mrr.per_currency}
        codes = sorted({team, *net, *monthly, *lines}, key=lambda code: (code != team, code))
        self.code.offer(code for code in currency_codes() if code not in codes)
        with typing_kept(self):
            clear(self.rows)
            self.rates.clear()
            self._names.clear()
            self._line(*(self._head(words) for words in _HEADS), kind="panel")
            for code in codes:
                self.rows.addWidget(rule())
                name = _Named(self._theme, currency_name(code), code)
                sums = (self._amount(part.get(code, Money(0, code))) for part in (net, monthly))
                worth = [label(self._theme, tr("your team’s currency"), step=-1, kind="secondary")]
                self._line(name, *sums, *(worth if code == team else self._rate(lines[code], team)))
            self.rows.addWidget(rule())
            self._sum_up(money, team)
            self._give_room()
        changed, self._lines = dict(lines) != self._lines, dict(lines)
        if changed and not any(edit.property("wrong") for edit in self.rates.values()):
            self.wrong.hide()

    def _line(self, name: QWidget, paid: QWidget, monthly: QWidget, *worth: QWidget, kind: str = "base") -> None:
        held = QWidget()
        held.setProperty("kind", kind)
        held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(held)
        row.setContentsMargins(15, 5, 12, 5)
        row.setSpacing(6)
        self._names.append(name)
        for part, width in ((name, 0), (paid, _PAID), (monthly, _MONTHLY)):
            part.setMinimumWidth(width)
            row.addWidget(part)
        for part in (paid, monthly):
            if isinstance(part, QLabel):
                part.setAlignment(_RIGHT)
        row.addSpacing(10)
        for part in worth:
            # What says it in several wordings takes the room that is left.
            row.addWidget(part, 1 if isinstance(part, FittedLabel) else 0)
        if not any(isinstance(part, FittedLabel) for part in worth):
            row.addStretch(1)
        held.setMinimumHeight(30 if kind == "panel" else 40)
        self.rows.addWidget(held)

    def _head(self, words: str) -> QLabel:
        return label(self._theme, words, step=-1, weight=500, kind="secondary", wrap=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """The names take what the sums and the rates leave; in all lines alike, so that the columns stand below each other."""
        wide = min(max(self.width() - _OTHERS, _NAME[0]), _NAME[1])
        for name in self._names:
            name.setFixedWidth(wide)

    def _sum_up(self, money: TeamMoney, team: str) -> None:
        missing = sorted({*money.net_paid.missing, *money.mrr.missing})
        without = tr("without {missing}", missing=", ".join(currency_name(code) for code in missing)) if missing else ""
        by_hand = tr("LTV by hand {words}", words=words(money.by_hand)) if money.by_hand.minor else ""
        self.together = (words(money.net_paid.known), words(money.mrr.known), without)
        note = label(self._theme, " · ".join(part for part in (without, by_hand) if part), step=-1, kind="secondary", wrap=True)
        note.setToolTip(tip(tr("LTV by hand is of those whom Stripe does not know") if by_hand else ""))
        title = label(
            self._theme,
            tr("Together, in {currency_name}", currency_name=name_within(team)),
            weight=600,
        )
        sums = (label(self._theme, amount, weight=600) for amount in self.together[:2])
        self._line(title, *sums, note, kind="panel")

    def _amount(self, money: Money) -> QLabel:
        amount_label = label(self._theme, words(money))
        amount_label.setFont(self._theme.font(0, 400, tabular=True))
        return amount_label

    def _rate(self, line: RateLine, team: str) -> list[QWidget]:
        edit = InPlaceEdit(tr("One {currency_name} is worth", currency_name=currency_name(line.currency)), 84, right=True)
        edit.setObjectName(f"rate {line.currency}")
        edit.setPlaceholderText(tr("rate"))
        edit.show_text("" if line.rate is None else typed_form(line.rate))
        edit.given.connect(lambda text: self.rate_given.emit(line.currency, text))
        edit.restored.connect(self.wrong.hide)
        self.rates[line.currency] = edit
        one = label(self._theme, f"{one_of(line.currency)} =", step=-1, kind="secondary")
        parts: list[QWidget] = [one, edit, label(self._theme, sign(team).strip(), kind="secondary")]
        if line.rate is None:
            left_out = FittedLabel(self._theme, step=-1, kind="warn")
            left_out.show_wordings(tr("left out of sums"), tr("left out"))
            mark = IconLabel(self._theme, "warn", "warn", 14)
            mark.setToolTip(tip(tr("left out of sums")))
            return [*parts, mark, left_out]
        if line.since is not None:
            when = moment_words(line.since, self._context.settings.time_zone, self._context.today())
            since = FittedLabel(self._theme, step=-1, kind="caption")
            since.show_wordings(tr("since {when}", when=when), when)
            since.setToolTip(tip(tr("Set by {actor}", actor=line.actor)))
            parts.append(since)
        away = IconButton(self._theme, "x", tr("Take the rate of {currency} away", currency=line.currency))
        away.clicked.connect(lambda: self.rate_given.emit(line.currency, ""))
        return [*parts, away]

    def _add(self) -> None:
        if self.code.code:
            self.rate_given.emit(self.code.code, self.rate.text() or " ")
        else:
            self.refuse("", tr("Choose the currency that the rate is of."))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self) -> None:
        """The rate was taken; the fields are free for another."""
        self.code.setCurrentIndex(-1)
        self.rate.clear()

    def refuse(self, currency: str, sentence: str) -> None:
        """Says what is wrong with a rate."""
        self.wrong.setText(sentence)
        self.wrong.show()
        if currency in self.rates:
            self.rates[currency].mark_wrong(sentence)
