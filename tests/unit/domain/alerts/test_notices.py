"""Quiet hours and grouping as pure rules (docs/rules.md, "Notifications")."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.alerts.notices import UnnotifiedAlert, plan_notices
from journeydesk.domain.alerts.quiet_hours import QuietHours, parse_quiet_hours

NOON = datetime(2026, 5, 19, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("clock", "held"), [("21:59", False), ("22:00", True), ("03:00", True), ("06:59", True), ("07:00", False)]
)
def test_quiet_hours_go_over_midnight(clock: str, held: bool) -> None:
    quiet = parse_quiet_hours("22:00-07:00")
    assert quiet is not None
    assert quiet.hold(datetime.fromisoformat(f"2026-05-19T{clock}").astimezone()) is held


def test_quiet_hours_of_no_length_hold_nothing() -> None:
    quiet = parse_quiet_hours("12:00-12:00")
    assert quiet is not None
    assert not quiet.hold(NOON)


unnotified = st.lists(
    st.builds(
        UnnotifiedAlert,
        st.integers(1, 1000),
        st.sampled_from(["churn risk", "no answer"]),
        st.sampled_from(["Urgent", "High", "Normal"]),
        st.just("headline"),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(unnotified, st.booleans(), st.floats(0, 200))
def test_nothing_is_dropped_and_nothing_is_told_twice(found: list[UnnotifiedAlert], quiet_now: bool, since: float) -> None:
    always = QuietHours(NOON.time().replace(hour=11), NOON.time().replace(hour=13)) if quiet_now else None
    told = plan_notices(found, NOON, always, frozenset(), 3, since)
    shown = [alert for notice in told.notices for alert in notice.alerts]
    assert len(shown) == len(set(shown))
    assert set(shown) <= told.settled
    urgent = {one.id for one in found if one.priority == "Urgent"}
    assert urgent <= set(shown)
    later = {one.id for one in found} - told.settled
    assert all(one.priority == "High" for one in found if one.id in later)
    assert len(told.notices) <= 3
    assert sum(not notice.urgent for notice in told.notices) <= 1


def test_of_two_high_alerts_the_second_notifies_a_minute_later() -> None:
    found = [UnnotifiedAlert(number, "churn risk", "High", f"Alert {number}") for number in (1, 2)]
    first = plan_notices(found, NOON, None, frozenset(), 3, 1000)
    assert [notice.alerts for notice in first.notices] == [(1,)]
    assert first.settled == {1}
    assert plan_notices(found[1:], NOON, None, frozenset(), 3, 59).notices == ()
    assert [notice.alerts for notice in plan_notices(found[1:], NOON, None, frozenset(), 3, 60).notices] == [(2,)]
