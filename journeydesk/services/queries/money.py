"""What the team earned: per currency and together, and a prospect's lifetime value by hand and from Stripe
(docs/rules.md, "Money")."""

from dataclasses import dataclass

from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money, of_hundredths
from journeydesk.domain.payments.exchange_rates import LifetimeValue, Totals, lifetime_value, summed
from journeydesk.services.context import Context
from journeydesk.services.queries.payments import money_of
from journeydesk.storage.payments.money_sums import by_hand_total, sums_by_currency
from journeydesk.storage.records import records


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


def lifetime_value_of(context: Context, prospect: RecordId) -> LifetimeValue:
    """A prospect's LTV, the manual one beside Stripe's."""
    with context.database.read() as connection:
        row = records.get(connection, "prospects", prospect)
    stored = row["ltv"] if row else None
    team = context.settings.currency
    paid = [sums.net_paid for sums in money_of(context, prospect)]
    by_hand = of_hundredths(int(stored), team) if stored is not None else None
    # A linked customer who has paid nothing yet is worth nothing yet: that figure is Stripe's too.
    linked = bool(row and row["net_paid_minor"] is not None)
    return lifetime_value(by_hand, paid or ([Money(0, team)] if linked else []), linked, context.settings.payments.rates, team)
