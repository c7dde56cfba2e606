"""What the team earned: per currency and together
(docs/rules.md, "Money")."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, of_hundredths
from journeydesk.domain.payments.exchange_rates import Totals, summed
from journeydesk.services.context import Context
from journeydesk.storage.payments.money_sums import by_hand_total, sums_by_currency


@dataclass(frozen=True, slots=True)
class TeamMoney:
    """Net paid and MRR as Stripe has them, and the LTV by hand of those of whom it knows nothing."""

    net_paid: Totals
    mrr: Totals
    by_hand: Money


def team_money(context: Context) -> TeamMoney:
    """The team's totals: a currency without a rate stands on its own, and is named."""
    with context.database.read() as connection:
        sums = sums_by_currency(connection)
        by_hand = by_hand_total(connection)
    team, rates = context.settings.currency, context.settings.payments.rates
    return TeamMoney(
        summed((Money(net, code) for code, net, _ in sums), rates, team),
        summed((Money(mrr, code) for code, _, mrr in sums), rates, team),
        of_hundredths(by_hand, team),
    )
