"""Money in what commands answer: always the major unit as exact text, with its currency."""

from collections.abc import Sequence

from journeydesk.domain.money import Money
from journeydesk.domain.words import tr
from journeydesk.services.rows.common import Amount


def amount_facts(amount: Amount | None) -> dict[str, str] | None:
    """An amount for `--json`: `{"amount": "12.50", "currency": "EUR"}`; None where there is none."""
    if amount is None:
        return None
    return {"amount": str(Money(amount.minor, amount.currency).major), "currency": amount.currency}


def amount_words(amount: Amount | None, apart: Sequence[Amount] = ()) -> str:
    """The same for people, with what stands apart for want of a rate: `12.50 EUR, and 200.00 USD without a rate`."""
    words = tr("none") if amount is None else f"{Money(amount.minor, amount.currency).major:,f} {amount.currency}"
    others = tr(" and ").join(f"{Money(other.minor, other.currency).major:,f} {other.currency}" for other in apart)
    return tr("{words}, and {others} without a rate", words=words, others=others) if others else words
