"""What the page of money shows, read at once beside the window."""

from dataclasses import dataclass

from journeydesk.domain.money import Money
from journeydesk.services.context import Context
from journeydesk.services.queries.money import TeamMoney, team_money
from journeydesk.services.queries.payments import (
    Question,
    Unlinked,
    UnlinkedCustomers,
    open_questions,
    paid_by,
    problems,
    unlinked_customers,
)
from journeydesk.services.queries.settings import setting_changes
from journeydesk.ui.tabs.settings.money.customer_card import Candidate, CustomerFacts
from journeydesk.ui.tabs.settings.money.totals_card import RateLine, words
from journeydesk.ui.words import short_day

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


def read_facts(context: Context) -> MoneyFacts:
    """All of it, for a thread other than the window's."""
    money, unlinked = team_money(context), unlinked_customers(context)
    codes = {one.currency for sums in (money.net_paid, money.mrr) for one in sums.per_currency}
    return MoneyFacts(
        money,
        _rates(context, codes),
        tuple(_question(context, one) for one in open_questions(context)),
        tuple(_unlinked(context, one) for one in unlinked.unmatched),
        tuple(_unlinked(context, one) for one in unlinked.left),
        unlinked,
        problems(context),
    )


def _rates(context: Context, codes: set[str]) -> dict[str, RateLine]:
    settings = context.settings
    found = {}
    changes = [one for one in setting_changes(context, [_RATES], 200) if one.key == _RATES]
    for code in sorted({*codes, *settings.payments.rates} - {settings.currency}):
        since = next((one for one in changes if (one.before or {}).get(code) != (one.after or {}).get(code)), None)
        rate = settings.payments.rates.get(code)
        known = rate is not None and since is not None
        found[code] = RateLine(code, rate, since.at if known and since else None, since.actor if known and since else "")
    return found


def _question(context: Context, one: Question) -> CustomerFacts:
    candidates = tuple(
        Candidate(found.prospect, found.company, " · ".join(part for part in (found.contact, found.owner, found.key) if part))
        for found in one.candidates
    )
    since = f"since {short_day(one.since.date(), context.today())}" if one.since else ""
    about = _about(one.email if one.name else "", since, paid_by(context, one.customer), one.customer)
    return CustomerFacts(one.customer, one.name or one.email or one.customer, about, candidates)


def _unlinked(context: Context, one: Unlinked) -> CustomerFacts:
    since = f"since {short_day(one.since.date(), context.today())}" if one.since else ""
    about = _about(one.email if one.name else "", since, one.paid, one.customer)
    return CustomerFacts(one.customer, one.name or one.email or one.customer, about)


def _about(email: str, since: str, paid: tuple[Money, ...], customer: str) -> str:
    sums = "paid " + ", ".join(words(one) for one in paid) if paid else "nothing paid yet"
    return " · ".join(part for part in (email, since, sums, customer) if part)
