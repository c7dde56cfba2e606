"""What the page of money shows, read at once beside the window."""

from datetime import datetime

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.money import TeamMoney, team_money
from journeydesk.services.queries.payments import (
    Question,
    Unlinked,
    UnlinkedCustomers,
    open_questions,
    paid_by,
    problems,
    read_until,
    unlinked_customers,
)
from journeydesk.services.queries.settings import setting_changes
from journeydesk.ui.tabs.settings.money.customer_card import Candidate, CustomerFacts
from journeydesk.ui.tabs.settings.money.totals_card import RateLine, words
from journeydesk.ui.words.figures import short_day

_RATES = "payments.rates"


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """Sums, rates by currency, the customers that wait for an answer, those that fit nobody, and what may not be read."""

    money: TeamMoney
    rates: dict[str, RateLine]
    asked: tuple[CustomerFacts, ...]
    unmatched: tuple[CustomerFacts, ...]
    left: tuple[CustomerFacts, ...]
    unlinked: UnlinkedCustomers
    problems: tuple[str, ...]
    until: datetime | None
    """Up to when Stripe was read."""


def read_facts(context: Context) -> MoneyFacts:
    """All of it, for a thread other than the window's."""
    money, unlinked = team_money(context), unlinked_customers(context)
    codes = {amount.currency for sums in (money.net_paid, money.mrr) for amount in sums.per_currency}
    return MoneyFacts(
        money,
        _rates(context, codes),
        tuple(_question(context, amount) for amount in open_questions(context)),
        tuple(_unlinked(context, amount) for amount in unlinked.unmatched),
        tuple(_unlinked(context, amount) for amount in unlinked.left),
        unlinked,
        problems(context),
        read_until(context),
    )


def _rates(context: Context, codes: set[str]) -> dict[str, RateLine]:
    settings = context.settings
    rates = {}
    changes = [change for change in setting_changes(context, [_RATES], 200) if change.key == _RATES]
    for code in sorted({*codes, *settings.payments.rates} - {settings.currency}):
        since = next((change for change in changes if (change.before or {}).get(code) != (change.after or {}).get(code)), None)
        rate = settings.payments.rates.get(code)
        known = rate is not None and since is not None
        rates[code] = RateLine(code, rate, since.at if known and since else None, since.actor if known and since else "")
    return rates


def _question(context: Context, question: Question) -> CustomerFacts:
    candidates = tuple(
        Candidate(
            candidate.prospect,
            candidate.company,
            " · ".join(part for part in (candidate.contact, candidate.owner, candidate.key) if part),
        )
        for candidate in question.candidates
    )
    since = tr("since {day}", day=short_day(question.since.date(), context.today())) if question.since else ""
    about = _about(question.email if question.name else "", since, paid_by(context, question.customer), question.customer)
    return CustomerFacts(question.customer, question.name or question.email or question.customer, about, candidates)


def _unlinked(context: Context, payer: Unlinked) -> CustomerFacts:
    since = tr("since {day}", day=short_day(payer.since.date(), context.today())) if payer.since else ""
    about = _about(payer.email if payer.name else "", since, payer.paid, payer.customer)
    return CustomerFacts(payer.customer, payer.name or payer.email or payer.customer, about)


def _about(email: str, since: str, paid: tuple[Money, ...], customer: str) -> str:
    sums = "paid " + ", ".join(words(amount) for amount in paid) if paid else tr("nothing paid yet")
    return " · ".join(part for part in (email, since, sums, customer) if part)
