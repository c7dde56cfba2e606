"""The team's rate table (docs/rules.md, "Money")."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.payments.exchange_rates import parse_currency, parse_rate
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context


def set_rate(context: Context, currency: str, rate: str | None) -> None:
    """Says what one unit of a currency is worth in the team's; None takes its rate away, and its sums stand on their own.

    Raises ValueRefused for a wrong code or number, and UserError for the team's own currency.
    """
    code = parse_currency(currency)
    if code == context.settings.currency:
        raise UserError(f"{code} is the team's own currency; it needs no rate.")
    rates = {name: float(value) for name, value in context.settings.payments.rates.items() if name != code}
    if rate is not None:
        rates[code] = float(parse_rate(rate))
    label = f"Set the rate of {code} to {rate}" if rate is not None else f"Took the rate of {code} away"
    change_settings(context, {"payments.rates": rates}, label)
