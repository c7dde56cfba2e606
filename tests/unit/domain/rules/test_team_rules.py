"""The daily and weekly rules (docs/rules.md, "Alert rules")."""

from dataclasses import replace
from datetime import timedelta

import pytest

from journeydesk.domain.rules.daily import DAILY_APPLICATIONS, DAILY_CONVERSION, DAILY_SUPPORT
from journeydesk.domain.rules.facts import WeekCount
from journeydesk.domain.rules.weekly import WEEKLY_FORECAST, WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_USAGE
from tests.unit.domain.rules.building import TODAY, in_zone, raised, settings, team

ENDED = "2026-05-17T22:00:00.000Z"


@pytest.mark.parametrize(("yesterday", "priority"), [(3, None), (2, "Normal"), (0, "High")])
def test_too_few_applications_are_an_alert_and_none_is_high(yesterday: int, priority: str | None) -> None:
    found = raised(DAILY_APPLICATIONS, team(received=[5] * 10 + [yesterday]))
    assert [alert.priority for alert in found] == ([priority] if priority else [])


def test_a_new_workspace_misses_no_applications() -> None:
    assert raised(DAILY_APPLICATIONS, team(first_application=None)) == []


def test_few_applications_for_days_are_one_cause() -> None:
    monday, tuesday = [5] * 10 + [1], [5] * 10 + [1, 2]
    first = raised(DAILY_APPLICATIONS, replace(team(received=monday), today=TODAY))[0]
    facts = team(received=tuesday)
    # The same days seen a day later.
    shifted = replace(
        facts, today=TODAY + timedelta(days=1), days={day + timedelta(days=1): count for day, count in facts.days.items()}
    )
    assert raised(DAILY_APPLICATIONS, shifted)[0].id == first.id


def test_a_late_application_that_reaches_the_target_clears_it() -> None:
    assert raised(DAILY_APPLICATIONS, team(received=[5, 2]))
    assert raised(DAILY_APPLICATIONS, team(received=[5, 3])) == []


@pytest.mark.parametrize(("accepted", "fires"), [(6, True), (7, False)])
def test_conversion_below_a_tenth_over_seven_days_is_told(accepted: int, fires: bool) -> None:
    found = raised(DAILY_CONVERSION, team(received=[10] * 7, accepted=[accepted] + [0] * 6))
    assert bool(found) is fires


def test_a_conversion_below_its_limit_does_not_read_as_the_limit() -> None:
    [found] = raised(DAILY_CONVERSION, team(received=[25] * 5, accepted=[12, 0, 0, 0, 0]))
    assert found.headline == "Conversion is 9.6% over 7 days"
    assert "below 10%" in found.reason


def test_no_applications_have_no_conversion() -> None:
    assert raised(DAILY_CONVERSION, team()) == []


@pytest.mark.parametrize(("tickets", "fires"), [([2] * 14 + [5], True), ([2] * 14 + [4], False), ([0] * 14 + [2], False)])
def test_tickets_above_twice_the_mean_and_at_least_three_are_told(tickets: list[int], fires: bool) -> None:
    assert bool(raised(DAILY_SUPPORT, team(tickets=tickets))) is fires


def test_a_normal_day_clears_the_tickets() -> None:
    assert raised(DAILY_SUPPORT, team(tickets=[1] * 14 + [9]))
    assert raised(DAILY_SUPPORT, team(tickets=[1] * 14 + [9, 1])) == []


@pytest.mark.parametrize(("active", "fires"), [(79, True), (80, False)])
def test_fewer_than_four_in_five_active_customers_are_told(active: int, fires: bool) -> None:
    week = WeekCount("2026-W20", ENDED, customers=100, active=active)
    assert bool(raised(WEEKLY_USAGE, team(week=week))) is fires


@pytest.mark.parametrize(("answered", "fires"), [(3, True), (4, False)])
def test_fewer_than_two_in_five_pmf_answers_are_told(answered: int, fires: bool) -> None:
    assert bool(raised(WEEKLY_PMF, team(week=WeekCount("2026-W20", ENDED, pmf_sent=10, pmf_answered=answered)))) is fires


@pytest.mark.parametrize(("total", "fires"), [(79, True), (80, False)])
def test_a_mean_satisfaction_below_eight_is_told(total: int, fires: bool) -> None:
    week = WeekCount("2026-W20", ENDED, satisfaction_sum=total, satisfaction_count=10)
    assert bool(raised(WEEKLY_SATISFACTION, team(week=week))) is fires


@pytest.mark.parametrize(("forecast", "fires"), [(2499.0, True), (2500.0, False), (None, False)])
def test_a_forecast_below_the_months_target_is_told(forecast: float | None, fires: bool) -> None:
    assert bool(raised(WEEKLY_FORECAST, team(forecast=forecast))) is fires


def test_without_a_target_no_forecast_is_too_low() -> None:
    assert raised(WEEKLY_FORECAST, team(forecast=0.0), rules=settings(targets={"forecast_month": 0})) == []


@pytest.mark.parametrize("rule", [WEEKLY_USAGE, WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_FORECAST])
def test_a_week_without_data_raises_nothing(rule: str) -> None:
    assert raised(rule, team()) == []


def test_a_week_is_told_once_and_the_next_is_another_cause() -> None:
    facts = team(week=WeekCount("2026-W20", ENDED, customers=10))
    later = replace(facts, week=replace(facts.week, name="2026-W21"))
    assert raised(WEEKLY_USAGE, facts)[0].id == raised(WEEKLY_USAGE, replace(facts, today=TODAY + timedelta(days=2)))[0].id
    assert raised(WEEKLY_USAGE, later)[0].id != raised(WEEKLY_USAGE, facts)[0].id


@pytest.mark.parametrize(
    ("zone", "ended"), [("Europe/Berlin", "22:00"), ("America/New_York", "04:00"), ("Asia/Kolkata", "18:30")]
)
def test_a_day_is_judged_when_it_is_over_for_the_team(zone: str, ended: str) -> None:
    assert raised(DAILY_APPLICATIONS, team(received=[5, 1]), rules=in_zone(zone))[0].raised_at[11:16] == ended
