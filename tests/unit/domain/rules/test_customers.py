"""Integration trouble, churn risk, usage spike (docs/rules.md, "Alert rules")."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.rules.churn import CHURN_RISK
from journeydesk.domain.rules.facts import Answer, Check, Occurrence, StripeFacts
from journeydesk.domain.rules.trouble import INTEGRATION_TROUBLE
from journeydesk.domain.rules.usage import USAGE_SPIKE
from journeydesk.domain.rules.weeks import run_start
from tests.unit.domain.rules.building import TODAY, at, customer, happened, in_zone, prospect, raised, team, use, verdict

STEADY = (100,) * 14


@pytest.mark.parametrize(
    ("failed", "healed"), [("scenario_failed", "scenario_succeeded"), ("content_failed", "content_generated")]
)
def test_a_failure_is_trouble_until_a_success_follows(failed: str, healed: str) -> None:
    broken = prospect(occurrences=happened((failed, at(hours=3))))
    mended = prospect(occurrences=happened((failed, at(hours=3)), (healed, at(hours=1))))
    earlier = prospect(occurrences=happened((failed, at(hours=3)), (healed, at(hours=5))))
    assert [len(raised(INTEGRATION_TROUBLE, facts)) for facts in (broken, mended, earlier)] == [1, 0, 1]


def test_failures_in_a_row_are_one_cause_and_each_is_shown() -> None:
    one = raised(INTEGRATION_TROUBLE, prospect(occurrences=happened(("scenario_failed", at(hours=3)))))
    facts = prospect(occurrences=happened(("scenario_failed", at(hours=3)), ("scenario_failed", at(hours=1))))
    two = raised(INTEGRATION_TROUBLE, facts)
    assert [alert.id for alert in one] == [alert.id for alert in two]
    assert [line.at for line in two[0].lines] == [at(hours=3), at(hours=1)]


@pytest.mark.parametrize(("rate", "fires"), [(0.05, False), (0.051, True)])
def test_an_error_rate_above_five_percent_is_trouble(rate: float, fires: bool) -> None:
    assert bool(raised(INTEGRATION_TROUBLE, customer(usage=use(100, error_rate=rate)))) is fires


def test_days_of_errors_are_one_cause_and_a_good_day_clears_it() -> None:
    first, later = use(100, error_rate=0.09), use(100, 100, error_rate=0.09)
    shifted = tuple(replace(day, day=day.day - timedelta(days=1)) for day in first)
    assert (
        raised(INTEGRATION_TROUBLE, customer(usage=shifted))[0].id == raised(INTEGRATION_TROUBLE, customer(usage=later))[0].id
    )
    assert raised(INTEGRATION_TROUBLE, customer(usage=(*later[:1], *use(100)))) == []


def test_the_errors_of_who_is_no_customer_are_nobodys_trouble() -> None:
    assert raised(INTEGRATION_TROUBLE, prospect(usage=use(100, error_rate=0.5))) == []


def _checks(*results: tuple[str, bool, str]) -> tuple[Check, ...]:
    return tuple(Check(service, when, ok, "No answer" if not ok else "") for service, ok, when in results)


def test_a_red_check_is_the_teams_trouble_until_the_next_green_one() -> None:
    red = team(checks=_checks(("Stripe", True, at(hours=9)), ("Stripe", False, at(hours=3)), ("Stripe", False, at(hours=1))))
    green = replace(red, checks=(*red.checks, Check("Stripe", at(), True, "")))
    assert [alert.headline for alert in raised(INTEGRATION_TROUBLE, red)] == ["Stripe did not pass its check"]
    assert raised(INTEGRATION_TROUBLE, green) == []


def test_two_machines_that_see_one_outage_raise_one_alert() -> None:
    mine, yours = (team(checks=_checks(("Stripe", False, at(hours=hours)))) for hours in (3, 2))
    assert raised(INTEGRATION_TROUBLE, mine)[0].id == raised(INTEGRATION_TROUBLE, yours)[0].id


@pytest.mark.parametrize(("week", "fires"), [(50, True), (51, False), (200, False)])
def test_use_down_by_half_week_on_week_is_a_risk(week: int, fires: bool) -> None:
    assert bool(raised(CHURN_RISK, customer(usage=use(*(100,) * 7, *(week,) * 7)))) is fires


def test_a_fall_that_lasts_is_one_cause() -> None:
    days = use(*(100,) * 7, *(20,) * 7)
    yesterday, today = (raised(CHURN_RISK, customer(usage=days, usage_until=days[-n].day)) for n in (2, 1))
    assert [alert.id for alert in yesterday] == [alert.id for alert in today]


def test_a_week_of_few_calls_is_too_small_to_speak_of() -> None:
    assert raised(CHURN_RISK, customer(usage=use(*(2,) * 7, *(1,) * 7))) == []


@pytest.mark.parametrize(("quiet", "fires"), [(6, False), (7, True), (20, True)])
def test_no_use_for_seven_days_is_a_risk(quiet: int, fires: bool) -> None:
    found = raised(CHURN_RISK, customer(usage=use(*(1,) * 10, *(0,) * quiet)))
    assert [alert.reason for alert in found] == (["No use for 7 days"] if fires else [])


def test_quiet_counts_to_the_last_day_of_the_teams_data() -> None:
    days = use(*STEADY, until=TODAY - timedelta(days=20))
    assert raised(CHURN_RISK, customer(usage=days, usage_until=TODAY - timedelta(days=20))) == []


def test_late_figures_clear_the_risk() -> None:
    assert raised(CHURN_RISK, customer(usage=use(*(100,) * 7, *(10,) * 7)))
    assert raised(CHURN_RISK, customer(usage=use(*(100,) * 7, *(90,) * 7))) == []


@pytest.mark.parametrize(("marks", "fires"), [((5,), True), ((6,), False), ((3, 8), False), ((8, 3), True)])
def test_the_newest_satisfaction_decides(marks: tuple[int, ...], fires: bool) -> None:
    answers = tuple(Answer(f"SUR-{n}", TODAY - timedelta(days=30 - n), mark) for n, mark in enumerate(marks))
    assert bool(raised(CHURN_RISK, customer(answers=answers))) is fires


def test_a_failed_payment_is_a_risk_until_one_succeeds() -> None:
    failed = happened(("payment_failed", at(days=2)), ("payment_failed", at(days=1)))
    paid = happened(("payment_failed", at(days=2)), ("payment_succeeded", at(days=1)))
    assert len(raised(CHURN_RISK, customer(occurrences=failed))) == 1
    assert raised(CHURN_RISK, customer(occurrences=paid)) == []


def test_a_later_charge_known_only_to_stripe_clears_a_failure() -> None:
    failed = happened(("payment_failed", at(days=2)))
    assert raised(CHURN_RISK, customer(occurrences=failed, stripe=StripeFacts(last_paid=at(days=3))))
    assert raised(CHURN_RISK, customer(occurrences=failed, stripe=StripeFacts(last_paid=at(days=1)))) == []


def test_each_open_dispute_is_a_risk_of_its_own() -> None:
    disputes = StripeFacts((Occurrence("dp_1", at(days=2)), Occurrence("dp_2", at(days=1))))
    assert len({alert.id for alert in raised(CHURN_RISK, customer(stripe=disputes))}) == 2


def test_a_dispute_is_one_risk_by_its_event_or_by_stripe() -> None:
    event = happened(("payment_failed", at(days=2)), payment_failed='{"dispute": "dp_1"}')
    told, read = customer(occurrences=event), customer(stripe=StripeFacts((Occurrence("dp_1", at(days=2)),)))
    both = customer(occurrences=event, stripe=read.stripe)
    assert len({alert.id for facts in (told, read, both) for alert in raised(CHURN_RISK, facts)}) == 1
    assert raised(CHURN_RISK, told)[0].reason == "An open dispute"


def test_a_dispute_is_rechecked_daily_until_it_is_over() -> None:
    event = happened(("payment_failed", at(days=2)), payment_failed='{"dispute": "dp_1"}')
    assert verdict(CHURN_RISK, customer(occurrences=event)).recheck_at == "2026-05-19T22:00:00.000Z"
    assert raised(CHURN_RISK, customer(occurrences=event, stripe=StripeFacts(closed=frozenset({"dp_1"})))) == []


def test_who_has_left_is_no_risk_any_more() -> None:
    assert raised(CHURN_RISK, customer(customer_status="CHURNED", usage=use(*(100,) * 7, *(0,) * 7))) == []


@pytest.mark.parametrize(("week", "fires"), [(200, True), (199, False), (100, False)])
def test_calls_that_double_week_on_week_are_a_spike(week: int, fires: bool) -> None:
    assert bool(raised(USAGE_SPIKE, customer(usage=use(*(100,) * 7, *(week,) * 7)))) is fires


def test_a_spike_is_over_when_the_week_before_was_as_high() -> None:
    assert raised(USAGE_SPIKE, customer(usage=use(*(100,) * 7, *(300,) * 14))) == []


def test_the_first_calls_ever_are_no_spike() -> None:
    assert raised(USAGE_SPIKE, customer(usage=use(*(1000,) * 7))) == []


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Europe/Berlin"])
def test_a_day_of_use_is_over_when_it_is_over_for_the_team(zone: str) -> None:
    rules = in_zone(zone)
    found = raised(USAGE_SPIKE, customer(usage=use(*(100,) * 7, *(100,) * 6, 900)), rules=rules)[0]
    assert found.raised_at.endswith(
        {
            "Pacific/Kiritimati": "10:00:00.000Z",
            "Pacific/Pago_Pago": "11:00:00.000Z",
            "America/New_York": "04:00:00.000Z",
            "Europe/Berlin": "22:00:00.000Z",
        }[zone]
    )


def test_the_end_of_a_day_follows_the_clocks_when_they_change() -> None:
    spring, summer = date(2026, 3, 28), date(2026, 3, 29)
    ends = []
    for day in (spring, summer):
        facts = customer(usage=use(*(100,) * 7, *(100,) * 6, 900, until=day), usage_until=day)
        ends.append(raised(USAGE_SPIKE, facts)[0].raised_at[11:16])
    assert ends == ["23:00", "22:00"]


def test_who_uses_the_product_is_rechecked_when_the_day_is_over() -> None:
    for rule in (CHURN_RISK, USAGE_SPIKE):
        assert verdict(rule, customer(usage=use(*STEADY))).recheck_at == "2026-05-19T22:00:00.000Z"
        assert verdict(rule, customer()).recheck_at is None


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_a_run_begins_where_it_last_did_not_hold(held: list[bool]) -> None:
    days = {TODAY - timedelta(days=len(held) - n): now for n, now in enumerate(held, 1)}
    found = run_start(TODAY, lambda day: days.get(day, False))
    if not held[-1]:
        assert found is None
    else:
        length = next((n for n, now in enumerate(reversed(held)) if not now), len(held))
        assert found == TODAY - timedelta(days=min(length - 1, 20))


def test_payment_dispute_and_low_answer_are_risks_before_purchase() -> None:
    assert raised(CHURN_RISK, prospect(occurrences=happened(("payment_failed", at(days=1)))))
    assert raised(CHURN_RISK, prospect(stripe=StripeFacts((Occurrence("dp_1", at(days=2)),))))
    assert raised(CHURN_RISK, prospect(answers=(Answer("SUR-1", TODAY, 2),)))
    assert raised(CHURN_RISK, prospect(status="Rejected", answers=(Answer("SUR-1", TODAY, 2),))) == []
