"""Money: the team's sums and rates, the grace period, and Stripe's customers that wait for a person
(docs/rules.md, "Money")."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from journeydesk.domain.errors import JourneydeskError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import month_and_year
from journeydesk.domain.words import figure, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.money import set_rate, set_spend
from journeydesk.services.commands.payments import ask_again, leave_unlinked, link_customer
from journeydesk.services.commands.undoing import last_step
from journeydesk.services.context import Context
from journeydesk.services.payments.links import link_and_compute
from journeydesk.services.sync.pill import ago
from journeydesk.ui.editing.words import decimal_mark
from journeydesk.ui.tabs.settings.money.currency_row import CurrencyRow
from journeydesk.ui.tabs.settings.money.customer_card import CustomerCard, CustomerFacts
from journeydesk.ui.tabs.settings.money.facts import MoneyFacts, read_facts
from journeydesk.ui.tabs.settings.money.spend_card import SpendCard
from journeydesk.ui.tabs.settings.money.totals_card import TotalsCard
from journeydesk.ui.tabs.settings.money.value_row import ValueRow
from journeydesk.ui.tabs.settings.page import SettingsPage, clear, lined_card, typing_kept
from journeydesk.ui.tabs.settings.saving import Saving
from journeydesk.ui.tabs.settings.shapes import whole
from journeydesk.ui.theme import Theme
from journeydesk.ui.widgets.buttons import KeyButton
from journeydesk.ui.widgets.labels import label
from journeydesk.ui.work import Background

_CAPTION = tr("Stripe is only read, never changed. Amounts in several currencies are added up only with your rates.")
_MONEY = frozenset({"prospects", "money", "positions", "sync"})


class MoneyPage(SettingsPage):
    """What takes reading over all prospects is read beside the window; `ready` once it is shown."""

    kinds = frozenset({"settings", "money", "prospects"})

    def __init__(self, context: Context, theme: Theme, saving: Saving) -> None:
        super().__init__(context, theme, saving, "Money", _CAPTION, ("payments.", "team.currency", "spend."))
        self.work = Background(self)
        self.ready = False
        self._facts: MoneyFacts | None = None
        self.totals = TotalsCard(context, theme)
        self.totals.rate_given.connect(self._give_rate)
        self.until = label(theme, step=-1, kind="secondary")
        self.body.addLayout(self._paid_heading())
        self.body.addWidget(self.totals)
        self.body.addWidget(self.heading(tr("How money is counted")))
        self.currency = CurrencyRow(theme)
        self.currency.given.connect(self._give_currency)
        self.value_from = ValueRow(theme)
        self.value_from.given.connect(self._give_value_from)
        grace = self.field(
            "payments.grace_days", tr("A late customer is lost after"), whole(tr("days")), tr("Without payment; then Churned")
        )
        self.body.addWidget(lined_card((self.currency, grace, self.value_from)))
        self.spend = SpendCard(theme)
        self.spend.given.connect(self._give_spend)
        self.body.addWidget(self.heading(tr("What was spent to win customers")))
        self.body.addWidget(self.spend)
        self._heading = self.heading(tr("Who is this customer?"))
        self.body.addWidget(self._heading)
        self._customers = QVBoxLayout()
        self._customers.setSpacing(8)
        self.body.addLayout(self._customers)
        self.read()

    def _paid_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.until.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.heading(tr("What customers paid")))
        row.addWidget(self.until)
        row.addStretch(1)
        return row

    def read(self) -> None:
        """Fields at once; sums and customers as soon as they are read."""
        self.show_values()
        self.currency.show_currency(self.context.settings.currency)
        self.value_from.show_value(self.context.settings.payments.value_from)
        self.spend.show_spend(self.context.settings.spend, self.context.settings.currency, self.context.today())
        self.work.run("money", partial(read_facts, self.context), self._show, self._fail)

    def _fail(self, problem: JourneydeskError) -> None:
        self.saving.failed.emit(str(problem))

    def _show(self, facts: MoneyFacts) -> None:
        self.ready = True
        self.until.setText(tr("up to {ago}", ago=ago(facts.until, self.context.clock())) if facts.until else "")
        self.totals.show_money(facts.money, facts.rates, self.context.settings.currency)
        known = replace(facts, until=None)
        if known != self._facts:
            self._facts = known
            self._show_customers(facts)

    def _show_customers(self, facts: MoneyFacts) -> None:
        with typing_kept(self):
            clear(self._customers)
            for problem in facts.problems:
                self._customers.addWidget(label(self.theme, problem, kind="warn", wrap=True))
            if facts.asked:
                self._say(tr("{count} with an e-mail that several prospects have:", count=figure(len(facts.asked))))
            for customer in facts.asked:
                self._customers.addWidget(self._card(customer))
            if facts.unmatched:
                more = (
                    tr(", the newest {count}", count=len(facts.unmatched))
                    if facts.unlinked.unmatched_count > len(facts.unmatched)
                    else ""
                )
                self._say(
                    tr(
                        "{unmatched_count} with an e-mail that no prospect has{more}:",
                        unmatched_count=figure(facts.unlinked.unmatched_count),
                        more=more,
                    )
                )
            for customer in facts.unmatched:
                self._customers.addWidget(self._card(customer))
            if not facts.asked and not facts.unmatched:
                self._say(tr("Every Stripe customer is a prospect, or was left unlinked."))
            if facts.left:
                self._customers.addWidget(self._left(facts))

    def _say(self, words: str) -> None:
        self._customers.addWidget(label(self.theme, words, kind="secondary", wrap=True))

    def _card(self, facts: CustomerFacts) -> CustomerCard:
        card = CustomerCard(self.context, self.theme, facts)
        card.linked.connect(self._link)
        card.left.connect(self._leave)
        card.prospect_requested.connect(self.prospect_requested)
        return card

    def _left(self, facts: MoneyFacts) -> QFrame:
        frame, column = self.card()
        column.addWidget(
            label(
                self.theme,
                tr("{left_count} left unlinked on this computer", left_count=figure(facts.unlinked.left_count)),
                weight=600,
            )
        )
        for customer in facts.left:
            column.addWidget(label(self.theme, f"{customer.title} · {customer.about}", step=-1, kind="secondary", wrap=True))
            again = KeyButton(self.theme, tr("Ask again"), icon="undo", kind="flat")
            again.setAccessibleName(tr("Ask again about {title}", title=customer.title))
            again.clicked.connect(partial(self._ask_again, customer.customer))
            column.addWidget(again)
        return frame

    def _give_rate(self, currency: str, text: str) -> None:
        code = currency.strip().upper()

        def work() -> None:
            set_rate(self.context, currency, text if text else None, decimal_mark())
            link_and_compute(self.context)
            self.context.publish(Change(_MONEY))

        words = (
            tr("Set the rate of {code} to {text}", code=code, text=text.strip())
            if text
            else tr("Took the rate of {code} away", code=code)
        )
        refuse = partial(self._refuse_rate, code)
        self.saving.save(work, words, refuse, lambda _: self.totals.added())

    def _give_spend(self, month: str, source: str, text: str) -> None:
        words = {"source": source.strip(), "month": _month_words(month), "amount": text.strip()}
        said = tr("Set {source} in {month} to {amount}", **words) if text else tr("Took {source} in {month} away", **words)

        def work() -> None:
            set_spend(self.context, month, source, text if text else None, decimal_mark())

        self.saving.save(work, said, lambda problem: self.spend.refuse(str(problem)), lambda _: self.spend.added())

    def _refuse_rate(self, code: str, problem: JourneydeskError) -> None:
        self.totals.refuse(code, str(problem))

    def _give_currency(self, code: str) -> None:
        self.saving.change({"team.currency": code}, tr("The team's currency is {code}", code=code), self._refuse_currency)

    def _give_value_from(self, value: str) -> None:
        self.saving.change({"payments.lifetime_value_from": value}, tr("Changed “{name}”", name=tr("Show lifetime value from")))

    def _refuse_currency(self, problem: JourneydeskError) -> None:
        self.currency.show_currency(self.context.settings.currency)
        self.saving.failed.emit(str(problem))

    def _link(self, customer: str, prospect: int) -> None:
        self._decide(lambda: link_customer(self.context, customer, RecordId(prospect)), tr("Linked"))

    def _leave(self, customer: str) -> None:
        self._decide(lambda: leave_unlinked(self.context, customer), tr("Left unlinked on this computer; it is listed below"))

    def _ask_again(self, customer: str) -> None:
        self._decide(lambda: ask_again(self.context, customer), tr("Asked again"))

    def _decide(self, command: Callable[[], None], words: str) -> None:
        def work() -> str | None:
            before = last_step(self.context)
            command()
            after = last_step(self.context)
            return after[1] if after and after != before else None

        def tell(label_: object) -> None:
            # An answer that stays on this computer is no step of undo.
            self.saving.said.emit(str(label_ or words), label_ is not None)

        self.saving.save(work, done=tell)


def _month_words(month: str) -> str:
    """A month as it is kept in words; what was typed as it is."""
    try:
        return month_and_year(date.fromisoformat(f"{month}-01"))
    except ValueError:
        return month.strip()
