"""When a notification is shown: priorities, quiet hours, one a minute, a summary (docs/rules.md, "Notifications")."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.domain.alerts.notices import NoticePlan, UnnotifiedAlert, plan_notices
from journeydesk.domain.alerts.quiet_hours import QuietHours, parse_quiet_hours
from journeydesk.domain.errors import ValueRefused

NOON = datetime(2026, 5, 19, 12, tzinfo=UTC)
NIGHT = QuietHours(time(22), time(7))
PRIORITIES = ("Urgent", "High", "Normal", "")


def alert(number: int, priority: str = "High", rule: str = "no answer") -> UnnotifiedAlert:
    return UnnotifiedAlert(number, rule, priority, f"Headline {number}")


def plan(
    *alerts: UnnotifiedAlert, local: datetime = NOON, silent: frozenset[str] = frozenset(), above: int = 3, since: float = 60
) -> NoticePlan:
    return plan_notices(alerts, local, NIGHT, silent, above, since)


def shown(noticed: NoticePlan) -> list[tuple[int, ...]]:
    return [notice.alerts for notice in noticed.notices]


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("22:00-07:00", time(22), time(7)),
        (" 9:30 – 17:05 ", time(9, 30), time(17, 5)),
        ("0:00-23:59", time(0), time(23, 59)),
        ("12:00-12:00", time(12), time(12)),
    ],
)
def test_quiet_hours_are_read_as_written(text: str, begins: time, ends: time) -> None:
    hours = parse_quiet_hours(text)
    assert hours == QuietHours(begins, ends)
    assert hours is not None
    assert parse_quiet_hours(hours.text()) == hours


@pytest.mark.parametrize(
    "text", ["24:00-07:00", "22:60-07:00", "22:00", "22-7", "22:00-07:00 daily", "22.00-07.00", "a:bc-d:ef"]
)
def test_what_is_no_span_of_the_day_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="22:00-07:00") as refusal:
        parse_quiet_hours(text)
    assert refusal.value.field == "Quiet hours"


@pytest.mark.parametrize("text", ["", "   "])
def test_no_quiet_hours_are_an_empty_text(text: str) -> None:
    assert parse_quiet_hours(text) is None


@given(st.times(), st.times(), st.times())
def test_quiet_hours_hold_from_their_beginning_until_before_their_end(begins: time, ends: time, now: time) -> None:
    def minutes(moment: time) -> float:
        return moment.hour * 60 + moment.minute + moment.second / 60 + moment.microsecond / 6e7

    length = (minutes(ends) - minutes(begins)) % (24 * 60)
    passed = (minutes(now) - minutes(begins)) % (24 * 60)
    if abs(passed - length) > 1e-6:
        assert QuietHours(begins, ends).hold(datetime.combine(NOON.date(), now, UTC)) is (passed < length)


@pytest.mark.parametrize(("hour", "held"), [(21, False), (22, True), (23, True), (0, True), (6, True), (7, False), (12, False)])
def test_a_high_alert_waits_for_the_end_of_the_quiet_hours(hour: int, held: bool) -> None:
    late = plan(alert(1), local=NOON.replace(hour=hour))
    assert (shown(late), late.settled) == (([], frozenset()) if held else ([(1,)], frozenset({1})))


@pytest.mark.parametrize(("since", "held"), [(0, True), (59.9, True), (60, False), (1e9, False)])
def test_a_high_alert_waits_a_minute_after_the_last(since: float, held: bool) -> None:
    assert shown(plan(alert(1), since=since)) == ([] if held else [(1,)])


def test_an_urgent_alert_waits_for_nothing() -> None:
    at_night = plan(alert(1, "Urgent"), alert(2), local=NOON.replace(hour=23), since=0)
    assert shown(at_night) == [(1,)]
    assert at_night.settled == {1}
    assert [notice.urgent for notice in at_night.notices] == [True]


def test_all_urgent_ones_come_at_once_and_of_the_others_one() -> None:
    assert shown(plan(alert(1), alert(2, "Urgent"), alert(3, "Urgent"))) == [(2,), (3,)]
    assert shown(plan(alert(1), alert(2))) == [(1,)]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_more_than_the_limit_become_one_summary(count: int) -> None:
    noticed = plan(*(alert(number) for number in range(count)))
    if count <= 3:
        assert shown(noticed) == [(0,)]
    else:
        (summary,) = noticed.notices
        assert summary.alerts == tuple(range(count))
        assert (summary.title, summary.urgent) == (f"{count} alerts", False)
        assert summary.text == f"Headline 0; Headline 1; Headline 2; and {count - 3} more"
        assert noticed.settled == set(range(count))


def test_a_summary_counts_the_urgent_among_them() -> None:
    (summary,) = plan(alert(1), alert(2, "Urgent"), alert(3), above=1).notices
    assert (summary.title, summary.urgent) == ("3 alerts, 1 of them urgent", True)
    assert summary.text == "Headline 1; and 2 more"


def test_a_notice_says_priority_rule_and_advice() -> None:
    (notice,) = plan(alert(1)).notices
    assert (notice.title, notice.text, notice.urgent) == ("Headline 1", "High · no answer · Follow up", False)


def test_what_is_never_shown_is_settled_at_once() -> None:
    noticed = plan(alert(1, "Normal"), alert(2, rule="rotting"), alert(3, "Urgent", "rotting"), silent=frozenset({"rotting"}))
    assert noticed == NoticePlan((), frozenset({1, 2, 3}))


@given(
    st.lists(st.tuples(st.sampled_from(PRIORITIES), st.sampled_from(["no answer", "rotting"])), max_size=9),
    st.integers(1, 5),
    st.booleans(),
)
def test_every_alert_is_shown_settled_or_left_to_wait(kinds: list[tuple[str, str]], above: int, night: bool) -> None:
    alerts = [alert(number, priority, rule) for number, (priority, rule) in enumerate(kinds)]
    noticed = plan(*alerts, local=NOON.replace(hour=23 if night else 12), silent=frozenset({"rotting"}), above=above)
    spoken = [number for ids in shown(noticed) for number in ids]
    assert len(spoken) == len(set(spoken))
    never = {item.id for item in alerts if item.priority in ("Normal", "") or item.rule == "rotting"}
    assert noticed.settled == never | set(spoken)
    assert never.isdisjoint(spoken)
    urgent = {item.id for item in alerts if item.priority == "Urgent"} - never
    assert urgent <= set(spoken)
    if night:
        assert set(spoken) == urgent


def test_without_quiet_hours_the_night_is_like_the_day() -> None:
    assert shown(plan_notices([alert(1)], NOON.replace(hour=3), None, frozenset(), 3, 60)) == [(1,)]
