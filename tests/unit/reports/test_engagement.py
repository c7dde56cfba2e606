"""Engagement out of plain rows: weighted errors, issues worst first, and no data where nothing is known."""

from datetime import UTC, datetime

import pytest

from journeydesk.domain.periods import parse_period
from journeydesk.reports.engagement.figures import engagement, error_rate, issues
from journeydesk.reports.report import Report, Scope
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.storage.reports.engagement import Customer, EngagementInputs, UseDay

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
WEEK = parse_period("2026-W20")


def inputs(
    each: list[Customer] | None = None,
    days: list[UseDay] | None = None,
    active: int = 8,
    customers: int = 10,
    any_use: bool = True,
) -> EngagementInputs:
    weeks = [WEEK]
    while len(weeks) < 8:
        weeks.insert(0, weeks[0].previous())
    return EngagementInputs(weeks, [active] * 8, customers, days or [], each or [], 3, 1, any_use)


def report(of: EngagementInputs) -> Report:
    return engagement(Scope(default_rules(), WEEK, None, NOW, 0), of)


def test_the_error_rate_is_weighted_by_calls() -> None:
    days = [UseDay("2026-05-11", 900, 0, 0, 0.0), UseDay("2026-05-12", 100, 0, 0, 50.0)]
    assert error_rate(days) == pytest.approx(0.05)
    assert error_rate([]) is None


def test_issues_are_worst_first_and_each_customer_once() -> None:
    customers = [
        Customer(1, "Asks", "A", 100, 100, 0, 2),
        Customer(2, "Halved", "A", 40, 100, 0, 5),
        Customer(3, "Fails", "A", 100, 100, 20, 0),
        Customer(4, "Stopped", "A", 0, 60, 0, 0),
        Customer(5, "Fine", "A", 100, 90, 1, 0),
        Customer(6, "Tiny", "A", 0, 5, 0, 0),
    ]
    assert [(customer.company, words) for customer, words in issues(inputs(customers), 0.05)] == [
        ("Stopped", "no call after 60"),
        ("Fails", "20.0% of its calls failed"),
        ("Halved", "use fell by 60%"),
        ("Asks", "asked for help 2 times"),
    ]


def test_operations_add_up_to_their_two_kinds() -> None:
    tiles = {tile.label: tile.value for tile in report(inputs(days=[UseDay("2026-05-11", 10, 3, 4, 0.0)])).tiles.tiles}
    assert tiles["Sign and verify operations"] == "7"
    assert (tiles["Sign operations"], tiles["Verify operations"]) == ("3", "4")
    assert tiles["Weekly active"] == "80%"


def test_without_usage_there_is_no_data_and_not_zero() -> None:
    tiles = {tile.label: tile for tile in report(inputs(active=0, any_use=False)).tiles.tiles}
    for label in ("Active customers", "Weekly active", "API calls", "Error rate"):
        assert tiles[label].value == "no data"
        assert tiles[label].state == "No data"


def test_of_fewer_than_ten_customers_no_percentage_is_shown() -> None:
    tiles = {tile.label: tile for tile in report(inputs(active=4, customers=9)).tiles.tiles}
    assert tiles["Weekly active"].value == "4 of 9"
