"""Notifications: high and urgent alerts, each told once, grouped, quiet hours kept (docs/rules.md, "Notifications")."""

import pytest

from journeydesk.domain.errors import ValueRefused
from journeydesk.services.notifying import due_notices, quiet_hours, set_quiet_hours
from tests.integration.rules.conftest import Desk


def pending(desk: Desk, number: int, priority: str = "High") -> None:
    desk.add("alerts", rule="churn risk", priority=priority, status="Pending", raised_at=desk.ago(), headline=f"Alert {number}")


def test_a_high_alert_is_told_once_and_a_normal_one_never(desk: Desk) -> None:
    pending(desk, 1)
    pending(desk, 2, "Normal")
    assert [notice.title for notice in due_notices(desk.context)] == ["Alert 1"]
    desk.pass_time(hours=1)
    assert due_notices(desk.context) == ()


def test_more_than_three_at_once_become_one_summary(desk: Desk) -> None:
    for number in range(5):
        pending(desk, number)
    assert [(notice.title, len(notice.alerts)) for notice in due_notices(desk.context)] == [("5 alerts", 5)]


def test_within_a_minute_only_urgent_ones_break_in(desk: Desk) -> None:
    pending(desk, 1)
    due_notices(desk.context)
    pending(desk, 2)
    pending(desk, 3, "Urgent")
    assert [notice.title for notice in due_notices(desk.context)] == ["Alert 3"]
    desk.pass_time(minutes=2)
    assert [notice.title for notice in due_notices(desk.context)] == ["Alert 2"]


def test_quiet_hours_hold_all_but_urgent_ones_until_they_are_over(desk: Desk) -> None:
    local = desk.moment.astimezone()
    set_quiet_hours(desk.context, f"{local:%H:%M}-{local.replace(hour=(local.hour + 2) % 24):%H:%M}")
    pending(desk, 1)
    pending(desk, 2, "Urgent")
    assert [notice.title for notice in due_notices(desk.context)] == ["Alert 2"]
    desk.pass_time(hours=1)
    assert due_notices(desk.context) == ()
    desk.pass_time(hours=1)
    assert [notice.title for notice in due_notices(desk.context)] == ["Alert 1"]


def test_a_silent_rule_is_not_told(desk: Desk) -> None:
    desk.settle(alerts={"silent": ["churn risk"]})
    pending(desk, 1, "Urgent")
    assert due_notices(desk.context) == ()


def test_quiet_hours_are_a_span_of_the_day_or_nothing(desk: Desk) -> None:
    set_quiet_hours(desk.context, "22:00 – 7:00")
    assert quiet_hours(desk.context) == "22:00-07:00"
    set_quiet_hours(desk.context, "")
    assert quiet_hours(desk.context) == ""
    with pytest.raises(ValueRefused, match="22:00-07:00"):
        set_quiet_hours(desk.context, "at night")
