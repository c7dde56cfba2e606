"""What follows from events that stay here, from late ones, and from many causes at once: daily sums, waiting events, digests
(docs/rules.md, "Sharing events", "An event", "Digests")."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.ids import RecordId
from journeydesk.services.commands.events import take_events
from journeydesk.services.evaluation import alerting
from journeydesk.services.evaluation.daily_sums import share_daily_sums
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due, evaluate_within
from journeydesk.services.queries.alerts import alert_detail, alerts
from journeydesk.storage.engine.database import Database
from tests.integration.rules.conftest import Desk, only

RULE = "unanswered application"


def view(desk: Desk, customer: str, page: str, **ago: float) -> None:
    """A page that somebody looked at, which stays on this machine."""
    event = {"customer_id": customer, "event": "page_viewed", "timestamp": desk.ago(**ago), "metadata": {"page": page}}
    take_events(desk.context, [event])


def sums(desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    """The events that stand for many, with what they say."""
    rows = desk.rows("SELECT occurred_at, payload FROM events WHERE key LIKE 'SUM-%' ORDER BY occurred_at, key")
    return [(at, json.loads(payload)) for at, payload in rows]


def test_the_events_of_a_day_become_one_when_it_is_over(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    for page, hours in (("/a", 3), ("/b", 2), ("/a", 1)):
        view(desk, "BETA-AAAA0001", page, hours=hours)
    last = desk.ago(hours=1)
    assert (share_daily_sums(desk.context), sums(desk)) == (0, [])
    desk.pass_time(days=1)
    assert share_daily_sums(desk.context) == 1
    assert sums(desk) == [(last, {"count": 3, "day": "2026-05-19", "of": {"/a": 2, "/b": 1}})]


def test_a_day_is_summed_once_however_often_it_is_asked(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    view(desk, "BETA-AAAA0001", "/a", hours=1)
    desk.pass_time(days=1)
    counts = [share_daily_sums(desk.context), share_daily_sums(desk.context)]
    desk.pass_time(days=1)
    assert [*counts, share_daily_sums(desk.context)] == [1, 0, 0]
    assert len(sums(desk)) == 1


def test_events_that_come_late_get_a_sum_of_their_own(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    view(desk, "BETA-AAAA0001", "/a", hours=1)
    desk.pass_time(days=1)
    share_daily_sums(desk.context)
    view(desk, "BETA-AAAA0001", "/late", days=1, hours=2)
    desk.pass_time(days=1)
    assert share_daily_sums(desk.context) == 1
    assert [said["of"] for _, said in sums(desk)] == [{"/late": 1}, {"/a": 1}]


def test_days_begin_at_midnight_of_the_team(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    for minutes in (664, 666):  # Midnight in Berlin was 665 minutes ago.
        view(desk, "BETA-AAAA0001", "/a", minutes=minutes)
    desk.pass_time(days=1)
    assert share_daily_sums(desk.context) == 2
    assert [said["day"] for _, said in sums(desk)] == ["2026-05-18", "2026-05-19"]


@given(st.lists(st.tuples(st.sampled_from(["A", "B"]), st.sampled_from(["/a", "/b"]), st.integers(0, 2)), max_size=12))
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_sums_count_every_event_once(new_desk: Any, views: list[tuple[str, str, int]]) -> None:
    desk = new_desk()
    for name in "AB":
        desk.prospect(key=f"BETA-{name}")
    for number, (name, page, days) in enumerate(views):
        view(desk, f"BETA-{name}", page, days=days, minutes=number)
    desk.pass_time(days=1)
    expected = Counter((name, days) for name, _, days in views)
    assert share_daily_sums(desk.context) == len(expected)
    assert sum(said["count"] for _, said in sums(desk)) == len(views)
    assert sorted(said["count"] for _, said in sums(desk)) == sorted(expected.values())


def waiting(desk: Desk) -> int:
    return int(desk.rows("SELECT count(*) FROM unmatched_event")[0][0])


@pytest.mark.parametrize(
    ("customer", "values"),
    [
        ("beta-aaaa0001", {"key": "BETA-AAAA0001"}),
        ("cus_9", {"stripe_customer": "cus_9"}),
    ],
)
def test_an_event_waits_for_its_customer_and_is_taken_in_once(desk: Desk, customer: str, values: dict[str, str]) -> None:
    take_events(desk.context, [{"customer_id": customer, "event": "login", "timestamp": desk.ago(hours=2)}])
    assert (waiting(desk), desk.rows("SELECT count(*) FROM events")) == (1, [(0,)])
    other, prospect = desk.prospect(), desk.prospect(**values)
    evaluate(desk.context, [other])
    assert waiting(desk) == 1
    evaluate(desk.context, [prospect])
    evaluate(desk.context)
    assert waiting(desk) == 0
    assert desk.rows("SELECT prospect, event FROM events") == [(prospect, "login")]


def test_an_evaluation_of_many_takes_in_what_waits_for_each(desk: Desk) -> None:
    for number in range(30):
        take_events(desk.context, [{"customer_id": f"cus_{number}", "event": "login", "timestamp": desk.ago(hours=2)}])
    prospects = [desk.prospect(stripe_customer=f"cus_{number}") for number in range(30)]
    evaluate(desk.context)
    assert waiting(desk) == 0
    assert desk.rows("SELECT prospect FROM events ORDER BY prospect") == [(prospect,) for prospect in prospects]


def missed(desk: Desk, count: int, hours: float) -> list[RecordId]:
    """So many applications, whose 48 hours were over so many hours ago when somebody looks again."""
    desk.settle(**only(RULE), automation={"on": []})
    prospects = [desk.prospect(company=f"Company {number:02d}", applied_on=desk.ago(minutes=number)) for number in range(count)]
    evaluate(desk.context)
    desk.pass_time(hours=48 + hours)
    return prospects


@pytest.mark.parametrize(("hours", "digests"), [(23, 0), (23.9, 0), (25, 1)])
def test_what_is_later_than_a_day_is_gathered(desk: Desk, hours: float, digests: int) -> None:
    missed(desk, 4, hours)
    assert evaluate_due(desk.context) == (1 if digests else 4)
    assert len(desk.rows("SELECT lid FROM alerts WHERE prospect IS NULL")) == digests


@pytest.mark.parametrize(
    ("count", "lines", "opening"), [(4, 4, "Company 03"), (20, 20, "Company 19"), (21, 21, "and 1 before these")]
)
def test_a_digest_lists_its_newest_twenty(desk: Desk, count: int, lines: int, opening: str) -> None:
    missed(desk, count, 30)
    assert evaluate_due(desk.context) == 1
    (row,) = alerts(desk.context, "Pending")
    detail = alert_detail(desk.context, row.id)
    assert detail is not None
    assert detail.headline == f"{count} prospects: {RULE}, while nobody was looking"
    assert [line.text for line in detail.evidence][:: lines - 1] == [opening, "Company 00"]
    assert len(detail.evidence) == lines


def test_a_digest_says_how_many_since_when(desk: Desk) -> None:
    missed(desk, 5, 30)
    evaluate_due(desk.context)
    assert desk.rows("SELECT reason, priority FROM alerts") == [("5 since 2026-05-21", "Normal")]


def test_a_cause_in_a_digest_is_not_raised_by_itself_later(desk: Desk) -> None:
    prospects = missed(desk, 5, 30)
    evaluate_due(desk.context)
    assert [evaluate(desk.context, [prospect]) for prospect in prospects] == [0] * 5
    desk.pass_time(days=1)
    assert evaluate_due(desk.context) == 0
    assert len(desk.alerts()) == 1


def members(desk: Desk) -> list[RecordId]:
    return [row[0] for row in desk.rows("SELECT prospect FROM digest_member ORDER BY prospect")]


def test_no_save_waits_for_all_members_of_a_digest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerting, "_MEMBERS_AT_ONCE", 3)
    prospects = missed(desk, 10, 30)
    waited: list[int] = []
    monkeypatch.setattr(Database, "give_way", lambda _database: waited.append(len(members(desk))))
    evaluate(desk.context)
    assert waited[-3:] == [3, 6, 9]
    assert members(desk) == prospects


def test_members_that_a_kill_left_out_join_the_same_digest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerting, "_MEMBERS_AT_ONCE", 3)
    prospects = missed(desk, 10, 30)

    def end_within(_database: Database) -> None:
        if members(desk):
            raise ZeroDivisionError

    with monkeypatch.context() as killed, pytest.raises(ZeroDivisionError):
        killed.setattr(Database, "give_way", end_within)
        evaluate(desk.context)
    assert members(desk) == prospects[:3]
    evaluate(desk.context)
    assert members(desk) == prospects
    assert [rule for rule, _, _ in desk.alerts()] == [RULE]


def test_an_alert_that_was_raised_by_itself_meanwhile_joins_no_digest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerting, "_MEMBERS_AT_ONCE", 3)
    prospects = missed(desk, 10, 30)
    times = iter((1,))

    def edit_one(_database: Database) -> None:
        if members(desk):
            for _ in times:
                with desk.context.database.write() as connection:
                    evaluate_within(desk.context, connection, prospects[-1:])

    monkeypatch.setattr(Database, "give_way", edit_one)
    evaluate(desk.context)
    assert members(desk) == prospects[:-1]
    assert [rule for rule, _, _ in desk.alerts()] == [RULE, RULE]
