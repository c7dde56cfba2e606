"""What is expected of weeks: calibrated on histories that nobody tuned it by, never looking ahead, the same for the same weeks."""

import math
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.payments.mrr_steps import mrr_steps
from journeydesk.domain.periods import week_of
from journeydesk.reports.money.expectation import FEWEST_WEEKS, Expectation, back_tested, expected_in
from journeydesk.sandbox.airtable.limits import Limits
from journeydesk.sandbox.airtable.model import IdMaker
from journeydesk.sandbox.airtable.workspace import Workspace
from journeydesk.sandbox.clock import SandboxClock
from journeydesk.sandbox.stripe.store import Store
from journeydesk.sandbox.team.seeding import seed_team

WEEKS = st.lists(st.integers(0, 1_000_000), max_size=60)


def coverage(weeks: list[float]) -> float:
    """The share of the weeks with a forecast that landed inside it."""
    judged = [each.holds(amount) for each, amount in zip(back_tested(weeks), weeks, strict=False) if each is not None]
    return sum(judged) / len(judged)


def sandbox_weeks(seed: int, now: datetime) -> list[float]:
    """New MRR in euros of each week of the invented team's year, from its first subscription on."""
    workspace = Workspace(SandboxClock(now), IdMaker(seed), Limits(lifted=True), {}, {}, {})
    store = Store(seed, lambda: workspace.now_ms() // 1000)
    seed_team(workspace, store, 2_500, seed)
    new: dict[str, float] = {}
    for customer in store.objects["customers"]:
        objects = {
            kind: [thing for thing in store.objects[plural].values() if thing["customer"] == customer]
            for kind, plural in (("subscription", "subscriptions"), ("invoice", "invoices"))
        }
        for step in mrr_steps(objects):
            if step.minor == step.change and step.currency == "EUR":
                name = week_of(datetime.fromtimestamp(step.at, UTC).date()).name
                new[name] = new.get(name, 0) + step.change
    week, weeks = week_of(now.date()).previous(), list[float]()
    while week.name >= min(new):
        weeks.insert(0, new.get(week.name, 0))
        week = week.previous()
    return weeks


@pytest.mark.parametrize(
    ("seed", "now"), [(20260519, datetime(2026, 5, 19, 9, tzinfo=UTC)), (7, datetime(2026, 11, 30, 9, tzinfo=UTC))]
)
def test_the_sandboxs_year_lands_inside_four_weeks_of_five(seed: int, now: datetime) -> None:
    weeks = sandbox_weeks(seed, now)
    assert len(weeks) > 30
    assert 0.7 <= coverage(weeks) <= 0.9


def test_a_steady_noisy_history_is_calibrated() -> None:
    chance = random.Random(41)
    weeks = [round(50_000 * math.exp(0.3 * math.sin(week / 8)) * chance.lognormvariate(0, 0.4)) for week in range(60)]
    assert 0.7 <= coverage(list(map(float, weeks))) <= 0.9


def test_a_growing_history_of_single_sales_is_calibrated() -> None:
    chance = random.Random(42)
    weeks = [sum(9_900 * chance.choice((1, 1, 2)) for _ in range(chance.randrange(2 + week // 6))) for week in range(60)]
    assert 0.7 <= coverage(list(map(float, weeks))) <= 0.9


@given(WEEKS)
def test_a_forecast_knows_only_the_weeks_before_it(weeks: list[int]) -> None:
    expected = back_tested(weeks)
    assert len(expected) == len(weeks) + 1
    assert expected[:FEWEST_WEEKS] == [None] * min(FEWEST_WEEKS, len(expected))
    for place in range(FEWEST_WEEKS, len(weeks)):
        assert back_tested(weeks[:place])[-1] == expected[place]


@given(WEEKS, st.integers(1, 31))
def test_the_ends_of_what_is_expected_are_in_order(weeks: list[int], days: int) -> None:
    for each in (*back_tested(weeks), expected_in(weeks, days)):
        if each is not None:
            assert 0 <= each.low <= each.middle <= each.high
    assert expected_in(weeks, days) == expected_in(weeks, days)
    assert (expected_in(weeks, days) is None) is (len(weeks) < FEWEST_WEEKS)


def test_equal_weeks_leave_nothing_open() -> None:
    expected = expected_in([700.0] * 20, 30)
    assert expected is not None
    assert [expected.low, expected.middle, expected.high] == pytest.approx([3_000] * 3)


def test_a_history_of_nothing_expects_nothing() -> None:
    assert back_tested([0] * 12)[-1] == Expectation(0, 0, 0)
