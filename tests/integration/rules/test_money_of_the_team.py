"""The team's totals and rate table over a real database (docs/rules.md, "Money")."""

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.money import Money
from journeydesk.domain.payments.lifetime_value import parse_ltv
from journeydesk.services.commands.money import set_rate
from journeydesk.services.commands.prospects import set_status
from journeydesk.services.commands.undoing import undo
from journeydesk.services.queries.detail import prospect_detail
from journeydesk.services.queries.money import team_money
from journeydesk.services.rows.common import Amount
from tests.integration.rules.conftest import Desk


def test_totals_stand_per_currency_until_a_rate_brings_them_together(desk: Desk) -> None:
    desk.prospect(net_paid_minor=10_000, mrr_minor=1_000, money_currency="EUR", ltv=777)
    desk.prospect(net_paid_minor=5_000, mrr_minor=500, money_currency="USD")
    desk.prospect(ltv=4_200)
    found = team_money(desk.context)
    assert found.net_paid.per_currency == (Money(10_000, "EUR"), Money(5_000, "USD"))
    assert (found.net_paid.together, found.net_paid.missing, found.by_hand) == (None, ("USD",), Money(4_200, "EUR"))
    set_rate(desk.context, "usd", "0.9")
    assert team_money(desk.context).net_paid.together == Money(14_500, "EUR")
    assert team_money(desk.context).mrr.together == Money(1_450, "EUR")
    undo(desk.context)
    assert team_money(desk.context).net_paid.together is None


def test_a_rate_is_taken_away_and_the_teams_own_currency_needs_none(desk: Desk) -> None:
    set_rate(desk.context, "USD", "0.9")
    set_rate(desk.context, "USD", None)
    assert dict(desk.context.settings.payments.rates) == {}
    with pytest.raises(UserError, match="own currency"):
        set_rate(desk.context, "EUR", "1")


def test_an_ltv_by_hand_is_shown_until_stripe_knows_better(desk: Desk) -> None:
    prospect = desk.prospect(ltv=9_900)
    linked = desk.prospect(ltv=9_900, net_paid_minor=0, money_currency="EUR")
    alone, with_stripe = prospect_detail(desk.context, prospect), prospect_detail(desk.context, linked)
    assert alone is not None
    assert with_stripe is not None
    assert (alone.ltv, alone.ltv_source) == (Amount(9_900, "EUR"), "by hand")
    assert (with_stripe.ltv, with_stripe.ltv_source) == (Amount(0, "EUR"), "Stripe net")
    assert with_stripe.ltv_by_hand == Amount(9_900, "EUR")


@pytest.mark.parametrize(("currency", "minor"), [("EUR", 12_600), ("JPY", 126), ("KWD", 126_000)])
def test_an_ltv_by_hand_is_the_same_amount_in_every_currency(desk: Desk, currency: str, minor: int) -> None:
    desk.settle(team={"currency": currency})
    prospect = desk.prospect()
    set_status(desk.context, prospect, "CUSTOMER", parse_ltv("126.00"))
    assert team_money(desk.context).by_hand == Money(minor, currency)
    detail = prospect_detail(desk.context, prospect)
    assert detail is not None
    assert detail.ltv_by_hand is not None
    assert detail.ltv_by_hand.minor == minor
