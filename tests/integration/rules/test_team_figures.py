"""The team's figures are counted in the team's days and weeks, and its alerts clear themselves."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.storage.engine import sql
from journeydesk.storage.facts.team_facts import team_facts
from tests.integration.rules.conftest import Desk, only

BERLIN = ZoneInfo("Europe/Berlin")


def test_an_application_counts_on_the_day_that_it_was_for_the_team(desk: Desk) -> None:
    desk.prospect(applied_on="2026-05-17T21:59:59.000Z")
    desk.prospect(applied_on="2026-05-17T22:00:00.000Z", status="Accepted")
    with desk.context.database.read() as connection:
        days = team_facts(connection, date(2026, 5, 19), BERLIN, "EUR", desk.ago()).days
    assert [(days[date(2026, 5, day)].received, days[date(2026, 5, day)].accepted) for day in (17, 18)] == [(1, 0), (1, 1)]


@pytest.mark.parametrize(
    ("today", "short_or_long", "hours"), [("2026-03-30", "2026-03-29", 23), ("2026-10-26", "2026-10-25", 25)]
)
def test_a_day_on_which_clocks_change_counts_whole(desk: Desk, today: str, short_or_long: str, hours: int) -> None:
    midnight = datetime.fromisoformat(short_or_long).replace(tzinfo=BERLIN).astimezone(UTC).timestamp()
    for hour in range(-1, 27):
        at = datetime.fromtimestamp(midnight + hour * 3600, UTC)
        prospect = desk.prospect(applied_on=f"{at:%Y-%m-%dT%H:%M:%S}.000Z")
        desk.event(prospect, "support_ticket", f"{at:%Y-%m-%dT%H:%M:%S}.000Z")
    with desk.context.database.read() as connection:
        day = team_facts(connection, date.fromisoformat(today), BERLIN, "EUR", desk.ago()).days[
            date.fromisoformat(short_or_long)
        ]
    assert (day.received, day.tickets) == (hours, hours)


def test_the_last_whole_week_is_judged(desk: Desk) -> None:
    customer = desk.prospect(customer_status="CUSTOMER", status="Active")
    desk.prospect(customer_status="CUSTOMER", status="Active")
    desk.add("usage", prospect=customer, date="2026-05-17", api_calls=4)
    desk.add("usage", prospect=customer, date="2026-05-18", api_calls=4)
    desk.add(
        "surveys", prospect=customer, survey_type="PMF", date_sent="2026-05-11", date_responded="2026-05-18", satisfaction=3
    )
    desk.add("surveys", prospect=customer, survey_type="PMF", date_sent="2026-05-12")
    desk.add(
        "surveys", prospect=customer, survey_type="Weekly", date_sent="2026-05-12", date_responded="2026-05-13", satisfaction=9
    )
    with desk.context.database.read() as connection:
        week = team_facts(connection, date(2026, 5, 19), BERLIN, "EUR", desk.ago()).week
    assert (week.name, week.customers, week.active) == ("2026-W20", 2, 1)
    assert (week.pmf_sent, week.pmf_answered, week.satisfaction_sum, week.satisfaction_count) == (2, 1, 9, 1)


def test_the_forecast_is_what_closes_in_the_month_by_its_probability(desk: Desk) -> None:
    for close, status in (("2026-05-31", "Active"), ("2026-05-01", "Rejected"), ("2026-06-01", "Active")):
        desk.prospect(expected_close=close, status=status, estimated_revenue=100_000, deal_probability=0.25)
    with desk.context.database.read() as connection:
        assert team_facts(connection, date(2026, 5, 19), BERLIN, "EUR", desk.ago()).forecast == 250.0


def test_without_any_expected_close_there_is_no_forecast(desk: Desk) -> None:
    desk.prospect()
    with desk.context.database.read() as connection:
        assert team_facts(connection, date(2026, 5, 19), BERLIN, "EUR", desk.ago()).forecast is None


def test_a_red_check_is_raised_and_the_next_green_one_clears_it(desk: Desk) -> None:
    desk.settle(**only("integration trouble"))

    def check(ok: int) -> None:
        with desk.context.database.write() as connection:
            sql.run(
                connection,
                "INSERT INTO service_check (service, at, ok, text, seconds) VALUES ('Stripe', ?, ?, 'No answer', 1)",
                (desk.ago(), ok),
            )

    check(0)
    assert evaluate(desk.context, []) == 1
    desk.pass_time(minutes=10)
    check(1)
    evaluate(desk.context, [])
    assert desk.alerts() == [("integration trouble", "Expired", "cleared: its cause is gone")]
