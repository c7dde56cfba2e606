"""The team's rate table (docs/rules.md, "Money")."""

from journeydesk.domain.errors import UserError
from journeydesk.domain.payments.exchange_rates import parse_currency, parse_rate
from journeydesk.domain.words import tr
from journeydesk.services.commands.settings import change_settings
from journeydesk.services.context import Context


def set_rate(context: Context, currency: str, rate: str | None) -> None:
    """Says what one unit of a currency is worth in the team's; None takes its rate away, and its sums stand on their own.

    Raises ValueRefused for a wrong code or number, and UserError for the team's own currency.
    """
    code = parse_currency(currency)
    if code == context.settings.currency:
        raise UserError(tr("{code} is the team's own currency; it needs no rate.", code=code))
    rates = {name: float(value) for name, value in context.settings.payments.rates.items() if name != code}
    if rate is not None:
        rates[code] = float(parse_rate(rate))
    label = (
        tr("Set the rate of {code} to {rate}", code=code, rate=rate)
        if rate is not None
        else tr("Took the rate of {code} away", code=code)
    )
    change_settings(context, {"payments.rates": rates}, label)
