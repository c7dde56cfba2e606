"""The team's rate table, the programme's goals, and what the team spent, changed for everybody (docs/rules.md, "Money", "Goals" and
"Spend")."""

from datetime import date

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.payments.exchange_rates import parse_currency, parse_rate
from journeydesk.domain.periods import month_and_year, month_of
from journeydesk.domain.settings.goals import LARGEST, LESS_IS_BETTER, MEASURES
from journeydesk.domain.words import tr
from journeydesk.domain.written.dates import parse_month
from journeydesk.domain.written.numbers import typed_number
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context

SHARES = frozenset({"retention", "fit", "paid_conversion", "lost_revenue", "expansion"})
"""Measures whose goals are typed in per cent."""


def set_rate(context: Context, currency: str, rate: str | None, mark: str = ".") -> None:
    """Says what one unit of a currency is worth in the team's, typed where decimals follow `mark`; None takes its rate away, and its sums
    stand on their own.

    Raises ValueRefused for a wrong code or number, and UserError for the team's own currency.
    """
    code = parse_currency(currency)
    if code == context.settings.currency:
        raise UserError(tr("{code} is the team's own currency; it needs no rate.", code=code))
    rates = {name: float(value) for name, value in context.settings.payments.rates.items() if name != code}
    if rate is not None:
        rates[code] = float(parse_rate(rate, mark))
    label = (
        tr("Set the rate of {code} to {rate}", code=code, rate=rate)
        if rate is not None
        else tr("Took the rate of {code} away", code=code)
    )
    change_settings(context, {"payments.rates": rates}, label)


def set_goal(context: Context, measure: str, must: str, target: str, mark: str = ".") -> None:
    """Says what a measure must reach and what it aims at, as typed: shares in per cent, money in whole units; 3 or 3 : 1 for a ratio.

    Raises UserError for a measure that there is not, ValueRefused for what is no number or a must beyond its target.
    """
    if measure not in MEASURES:
        raise UserError(
            tr("There is no measure “{measure}”. There are {measures}.", measure=measure, measures=", ".join(MEASURES))
        )
    amounts = {name: _typed(name, text, measure, mark) for name, text in (("Must", must), ("Target", target))}
    less = measure in LESS_IS_BETTER
    if (amounts["Must"] < amounts["Target"]) if less else (amounts["Must"] > amounts["Target"]):
        words = (
            tr("Must: less is better here, so it is at least the target.") if less else tr("Must: it is at most the target.")
        )
        raise ValueRefused("Must", words)
    goal = {"must": amounts["Must"], "target": amounts["Target"]}
    change_settings(context, {f"goals.{measure}": goal}, tr("Set the goals of {replace}", replace=measure.replace("_", " ")))


def _typed(name: str, text: str, measure: str, mark: str) -> float:
    try:
        amount = _from_zero(text.strip().removesuffix(": 1").removesuffix(":1").strip(" %"), mark)
    except ValueError:
        raise ValueRefused(
            name, tr("{name}: “{text}” is not a number from 0 up. Write it like 40.", name=name, text=text)
        ) from None
    return round(amount / 100, 6) if measure in SHARES else amount


def set_spend(context: Context, month: str, source: str, amount: str | None, mark: str = ".") -> None:
    """Says what was spent on a source in a month, in the team's currency, typed where decimals follow `mark`; None takes the entry away,
    so that it is not known.

    Raises ValueRefused for what is no month, no name or no amount, and UserError where there is no entry to take away.
    """
    first = _month(context, month)
    key, words = month_of(first).name, month_and_year(first)
    name = source.strip()
    if not name:
        raise ValueRefused("Source", tr("Source: give it a name, like LinkedIn or a fair's."))
    known = {each: float(value) for each, value in context.settings.spend.get(key, {}).items()}
    same = next((each for each in known if each.casefold() == name.casefold()), name)
    if amount is None:
        if same not in known:
            raise UserError(tr("Nothing was entered for {source} in {month}.", source=name, month=words))
        del known[same]
        label = tr("Took away what was spent on {same} in {month}", same=same, month=words)
    else:
        known[same] = _money(amount, mark)
        label = tr("Set what was spent on {same} in {month}", same=same, month=words)
    change_settings(context, {f"spend.{key}": known or None}, label)


def _month(context: Context, text: str) -> date:
    try:
        return parse_month(text, context.today())
    except ValueError:
        example = month_and_year(context.today())
        raise ValueRefused(
            "Month", tr("Month: “{month}” is not a month. Write it like {example}.", month=text, example=example)
        ) from None


def _money(text: str, mark: str) -> float:
    try:
        return _from_zero(text, mark)
    except ValueError:
        raise ValueRefused(
            "Amount", tr("Amount: “{text}” is not an amount from 0 up. Write it like 300 or 299.50.", text=text)
        ) from None


def _from_zero(text: str, mark: str) -> float:
    number = typed_number(text, mark)
    if not 0 <= number <= LARGEST:
        raise ValueError(text)
    return float(number)
