"""Just before, at and just after what each rule waits for, and what its alert says (docs/rules.md, "Alert rules")."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.alerts.alert import AlertDraft, EvidenceLine, alert_id
from journeydesk.domain.rules.answers import NO_ANSWER, answered_hours, last_of_ours
from journeydesk.domain.rules.applications import AUTO_ASSIGNED, FORTUNE_500, HOT_APPLICATION, UNANSWERED_APPLICATION
from journeydesk.domain.rules.facts import THEIRS, WATCHED, Occurrence, TeamFacts
from journeydesk.domain.rules.rule import NOTHING, TEAM, Verdict, draft, many, waited
from journeydesk.domain.rules.weekly import WEEKLY_FORECAST, WEEKLY_PMF, WEEKLY_SATISFACTION, WEEKLY_USAGE
from tests.unit.domain.rules.building import SETTINGS, at, call, happened, prospect, raised, settings, team, verdict


def only(alerts: list[AlertDraft]) -> AlertDraft:
    (alert,) = alerts
    return alert


@pytest.mark.parametrize(
    ("outcome", "kind", "reached"),
    [
        ("Reached", "Call", True),
        ("Call back", "Call", True),
        ("Meeting booked", "Call", True),
        ("Not interested", "Call", True),
        ("No answer", "Call", False),
        ("Voicemail", "Call", False),
        (None, "Call", False),
        (None, "Email", False),
        (None, "Follow-up", False),
        (None, "Meeting", True),
        (None, "Demo", True),
        (None, "Note", True),
    ],
)
def test_a_touch_that_reached_them_ends_our_waiting(outcome: str | None, kind: str, reached: bool) -> None:
    facts = prospect(touches=(call(at(days=9), "No answer"), call(at(days=8), outcome, kind)))
    last = last_of_ours(facts)
    assert (last is None) is reached
    if last is not None:
        assert last == (at(days=8), f"INT {at(days=8)}", kind + (f", {outcome.lower()}" if outcome else ""))


@pytest.mark.parametrize("kind", THEIRS)
@pytest.mark.parametrize(("days", "answered"), [(7, True), (8, True), (9, False)])
def test_anything_that_they_do_after_our_message_is_an_answer(kind: str, days: int, answered: bool) -> None:
    facts = prospect(touches=(call(at(days=8), "No answer"),), occurrences=happened((kind, at(days=days))))
    assert (last_of_ours(facts) is None) is answered


def test_of_our_messages_the_last_one_waits() -> None:
    facts = prospect(
        touches=(call(at(days=9), "Voicemail"),), occurrences=happened(("email_sent", at(days=12)), ("email_sent", at(days=8)))
    )
    assert last_of_ours(facts) == (at(days=8), f"email_sent {at(days=8)}", "E-mail sent")
    assert last_of_ours(prospect()) is None


@pytest.mark.parametrize(("minutes", "fires"), [(-1, False), (0, True), (1, True)])
def test_no_answer_waits_for_seven_days_to_the_minute(minutes: int, fires: bool) -> None:
    facts = prospect(touches=(call(at(days=7, minutes=minutes), "No answer"),))
    result = verdict(NO_ANSWER, facts)
    assert bool(result.alerts) is fires
    assert result.recheck_at == (None if fires else at(minutes=minutes))


def test_a_silence_says_since_when_and_after_what() -> None:
    alert = only(raised(NO_ANSWER, prospect(company="Tarn", touches=(call(at(days=9), "Voicemail"),))))
    assert (alert.headline, alert.priority) == ("Tarn has not answered for 7 days", "Normal")
    assert alert.id == alert_id(NO_ANSWER, "BETA-1", f"INT {at(days=9)}")
    assert alert.lines == (EvidenceLine("Call, voicemail", at(days=9)), EvidenceLine("Nothing from them since"))
    assert (alert.raised_at, alert.expires_at) == (at(days=2), at(days=-5))


def test_who_is_lost_is_not_waited_for() -> None:
    lost = prospect(status="Rejected", touches=(call(at(days=9), "No answer"),))
    assert verdict(NO_ANSWER, lost) == NOTHING


@pytest.mark.parametrize(
    ("touches", "replies", "hours"),
    [
        ((), (), None),
        ((("Call", "Reached", 20),), (), 4.0),
        ((("Call", "Meeting booked", 20),), (), 4.0),
        ((("Call", "No answer", 20),), (), None),
        ((("Call", "Call back", 20),), (), None),
        ((("Meeting", None, 18),), (), 6.0),
        ((("Demo", None, 18),), (), 6.0),
        ((("Email", None, 18),), (), None),
        ((("Call", "Reached", 12),), (18,), 6.0),
        ((("Call", "Reached", 20),), (18,), 4.0),
        ((), (30,), 0.0),
    ],
)
def test_the_first_answer_counts_from_the_application(
    touches: tuple[tuple[str, str | None, int], ...], replies: tuple[int, ...], hours: float | None
) -> None:
    spoken = [call(at(hours=ago), outcome, kind) for kind, outcome, ago in touches]
    assert answered_hours(at(hours=24), spoken, [at(hours=ago) for ago in replies]) == hours
    assert answered_hours(None, spoken, [at()]) is None


@pytest.mark.parametrize(("score", "fires"), [(None, False), (45, False), (46, True)])
def test_a_hot_application_scores_above_forty_five(score: int | None, fires: bool) -> None:
    alerts = raised(HOT_APPLICATION, prospect(score=score, company="Tarn"))
    assert bool(alerts) is fires
    for alert in alerts:
        assert (alert.headline, alert.reason) == ("Tarn applied with a score of 46", "Score 46 of 50, above 45")
        assert alert.lines == (EvidenceLine("Applied", at(days=1), "46"),)


@pytest.mark.parametrize(("scored", "moment"), [("", at(days=1)), (at(days=3), at(days=1)), (at(hours=2), at(hours=2))])
def test_an_application_is_hot_as_of_its_score(scored: str, moment: str) -> None:
    assert only(raised(HOT_APPLICATION, prospect(score=50, scored_at=scored))).raised_at == moment


@pytest.mark.parametrize("facts", [{"status": "Active"}, {"applied_on": None}, {"score": None}])
@pytest.mark.parametrize("rule", [HOT_APPLICATION, FORTUNE_500])
def test_only_undecided_applications_are_hot_or_listed(rule: str, facts: dict[str, Any]) -> None:
    base = prospect(**{"score": 50, "company": "Walmart", **facts})
    assert bool(raised(rule, base)) is (rule == FORTUNE_500 and "score" in facts)


def test_a_hot_application_is_none_where_the_rule_is_off() -> None:
    assert raised(HOT_APPLICATION, prospect(score=50), rules=settings(alerts={"on": [FORTUNE_500]})) == []


def test_an_assignment_says_to_whom_and_why() -> None:
    alert = only(raised(AUTO_ASSIGNED, prospect(company="Tarn", score=44, assigned="Ida")))
    assert (alert.headline, alert.reason) == ("Tarn was assigned to Ida", "Score 44, above 40, and no owner")
    assert alert.lines == (EvidenceLine("Applied", at(days=1), "44"), EvidenceLine("Ida had the fewest open prospects", at()))
    for lacking in (prospect(score=44), prospect(assigned="Ida"), prospect(score=44, assigned="Ida", applied_on=None)):
        assert raised(AUTO_ASSIGNED, lacking) == []


@pytest.mark.parametrize(
    ("company", "listed"),
    [
        ("Walmart", True),
        ("WALMART, Inc.", True),
        ("The Walmart Company", True),
        ("AT&T Corp.", True),
        ("Walmart West", False),
        ("", False),
    ],
)
def test_a_listed_company_is_known_without_its_legal_form(company: str, listed: bool) -> None:
    assert bool(raised(FORTUNE_500, prospect(company=company))) is listed


def test_a_legal_form_alone_is_no_company() -> None:
    assert raised(FORTUNE_500, prospect(company="Inc."), rules=settings(alerts={"fortune_500": ["Ltd", "Tarn"]})) == []


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        ({}, True),
        ({"touches": (call(at(hours=1), "No answer"),)}, False),
        ({"occurrences": happened(("email_replied", at(hours=1)))}, False),
        ({"occurrences": happened(("email_sent", at(hours=2)))}, True),
        ({"occurrences": happened(("email_sent", at(hours=47)), email_sent='{"template": "Confirmation"}')}, False),
        ({"occurrences": happened(("email_sent", at(hours=48)), email_sent='{"template": "Confirmation"}')}, True),
        ({"status": "Accepted"}, False),
        ({"applied_on": None}, False),
    ],
)
def test_an_application_waits_two_days_after_its_confirmation(facts: dict[str, Any], fires: bool) -> None:
    assert bool(raised(UNANSWERED_APPLICATION, prospect(**{"applied_on": at(hours=60), **facts}))) is fires


def week(**counts: Any) -> TeamFacts:
    facts = team()
    return replace(facts, week=replace(facts.week, **counts))


@pytest.mark.parametrize(("active", "fires"), [(0, True), (79, True), (80, False), (100, False)])
def test_eight_of_ten_customers_make_a_call_in_a_week(active: int, fires: bool) -> None:
    assert bool(raised(WEEKLY_USAGE, week(customers=100, active=active))) is fires


@pytest.mark.parametrize(("answered", "fires"), [(0, True), (39, True), (40, False)])
def test_four_of_ten_surveys_are_answered_in_a_week(answered: int, fires: bool) -> None:
    assert bool(raised(WEEKLY_PMF, week(pmf_sent=100, pmf_answered=answered))) is fires


@pytest.mark.parametrize(("total", "count", "fires"), [(79, 10, True), (80, 10, False), (0, 0, False), (7, 1, True)])
def test_the_mean_of_a_week_is_eight(total: int, count: int, fires: bool) -> None:
    assert bool(raised(WEEKLY_SATISFACTION, week(satisfaction_sum=total, satisfaction_count=count))) is fires


@pytest.mark.parametrize(("forecast", "fires"), [(None, False), (0.0, True), (2499.9, True), (2500.0, False)])
def test_the_forecast_is_held_against_the_target(forecast: float | None, fires: bool) -> None:
    alerts = raised(WEEKLY_FORECAST, team(forecast=forecast))
    assert bool(alerts) is fires
    assert raised(WEEKLY_FORECAST, team(forecast=forecast), rules=settings(targets={"forecast_month": 0})) == []


def test_a_weekly_alert_speaks_of_its_week_in_figures() -> None:
    usage = only(raised(WEEKLY_USAGE, week(customers=3, active=1)))
    assert (usage.headline, usage.reason) == ("Customers with a call: 33% in 2026-W20", "33%, below 80%")
    assert usage.lines == (EvidenceLine("Customers with a call in 2026-W20", "2026-05-17T22:00:00.000Z", "1 of 3"),)
    mean = only(raised(WEEKLY_SATISFACTION, week(satisfaction_sum=22, satisfaction_count=3)))
    assert (mean.headline, mean.reason) == ("Mean satisfaction was 7.3 in 2026-W20", "7.3, below 8")
    money = only(raised(WEEKLY_FORECAST, team(forecast=1234.6)))
    assert (money.headline, money.reason) == ("The forecast for 2026-05 is €1,235", "Below the month's target of €2,500")


@pytest.mark.parametrize("rule", [WEEKLY_USAGE, WEEKLY_PMF, WEEKLY_SATISFACTION])
def test_a_week_without_data_raises_nothing(rule: str) -> None:
    assert raised(rule, week()) == []


def test_a_forecast_of_a_new_month_is_judged_from_its_first_day() -> None:
    facts = replace(team(forecast=1.0), month_began_at="2026-05-31T22:00:00.000Z")
    assert only(raised(WEEKLY_FORECAST, facts)).raised_at == "2026-05-31T22:00:00.000Z"
    assert only(raised(WEEKLY_FORECAST, team(forecast=1.0))).raised_at == "2026-05-17T22:00:00.000Z"


@pytest.mark.parametrize(("count", "words"), [(0, "0 calls"), (1, "1 call"), (2, "2 calls"), (1200, "1,200 calls")])
def test_a_number_of_things_is_one_thing_or_many(count: int, words: str) -> None:
    assert many(count, "call") == words


@given(st.integers(0, 9), st.integers(0, 9))
def test_a_rule_that_waits_looks_again_when_it_is_due(now: int, due: int) -> None:
    alert = draft(SETTINGS, "r", "High", TEAM, "c", at(), "headline", "reason")
    result = waited(str(now), str(due), lambda: alert)
    assert result == (Verdict((), str(due)) if now < due else Verdict((alert,), None))


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        (None, ""),
        ("", ""),
        ("{}", ""),
        ("[1]", ""),
        ("not json", ""),
        ('{"a": null}', ""),
        ('{"a": 5}', "5"),
        ('{"a": "b"}', "b"),
    ],
)
def test_a_text_of_a_payload_is_empty_where_there_is_none(payload: str | None, text: str) -> None:
    assert Occurrence("1", at(), payload).text("a") == text


def test_events_of_several_kinds_stand_in_order_of_time_and_id() -> None:
    facts = prospect(occurrences=happened(("login", at(days=1)), ("email_sent", at(days=2)), ("email_sent", at(days=1))))
    assert [item.id for item in facts.of("login", "email_sent")] == [
        f"email_sent {at(days=2)}",
        f"email_sent {at(days=1)}",
        f"login {at(days=1)}",
    ]
    assert len(facts.of("email_sent")) == 2
    assert facts.of("page_viewed") == []
    assert set(THEIRS) < WATCHED


@pytest.mark.parametrize(
    ("status", "customer_status", "opens", "uses"),
    [
        ("New", "", True, False),
        ("Active", "", True, True),
        ("Onboarding", "PROSPECT", True, True),
        ("Accepted", "CUSTOMER", True, True),
        ("Rejected", "CUSTOMER", False, False),
        ("Active", "CHURNED", False, False),
        ("New", "LEAD_EXHAUSTED", False, False),
    ],
)
def test_who_is_open_and_who_is_a_customer(status: str, customer_status: str, opens: bool, uses: bool) -> None:
    facts = prospect(status=status, customer_status=customer_status)
    assert (facts.is_open, facts.is_customer) == (opens, uses)
