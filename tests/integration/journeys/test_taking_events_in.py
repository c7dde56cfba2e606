"""Events in: who they are about, repeats, the future, and what waits for its customer (docs/rules.md, "An event")."""

import json
from typing import Any

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.time import moment_text
from journeydesk.services.commands.events import EventReport, take_events
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.evaluation.evaluate import evaluate, evaluate_due
from tests.integration.rules.conftest import Desk


def event(customer: str, kind: str = "cta_clicked", timestamp: str = "2026-05-19T08:00:00Z", **more: Any) -> dict[str, Any]:
    return {"customer_id": customer, "event": kind, "timestamp": timestamp} | more


def test_a_customer_is_found_by_key_then_stripe_id_then_email(desk: Desk) -> None:
    key, stripe, email = (
        desk.prospect(key="BETA-AAAA0001"),
        desk.prospect(stripe_customer="cus_9"),
        desk.prospect(email="jo@example.com"),
    )
    for customer, prospect in (("beta-aaaa0001", key), ("cus_9", stripe), ("JO@example.com", email)):
        take_events(desk.context, [event(customer)])
        assert desk.rows("SELECT prospect FROM events ORDER BY lid DESC LIMIT 1") == [(prospect,)]


def test_the_email_decides_where_the_id_is_unknown(desk: Desk) -> None:
    prospect = desk.prospect(email="jo@example.com")
    report = take_events(desk.context, [event("visitor 7", customer_email="jo@example.com")])
    assert report == EventReport(1, 0, 0, 0)
    assert desk.rows("SELECT prospect FROM events") == [(prospect,)]


@pytest.mark.parametrize("who", [{"customer_name": "Jo"}, {"customer_email": "jo@example.com"}])
def test_an_unknown_customer_becomes_one_prospect_however_often(desk: Desk, who: dict[str, str]) -> None:
    first = event("visitor 7", **who)
    again = event("visitor 7", timestamp="2026-05-19T08:30:00Z", **who)
    assert take_events(desk.context, [first]) == EventReport(1, 0, 0, 1)
    assert take_events(desk.context, [first, again]) == EventReport(1, 1, 0, 0)
    assert desk.rows("SELECT count(*) FROM prospects") == [(1,)]
    assert desk.rows("SELECT count(*) FROM events") == [(2,)]


def test_two_machines_make_the_same_prospect_of_one_customer(new_desk: Any) -> None:
    keys = set()
    for _ in range(2):
        desk = new_desk()
        take_events(desk.context, [event("visitor 7", customer_name="Jo")])
        keys |= set(desk.rows("SELECT key FROM prospects"))
    assert len(keys) == 1


def test_a_customer_id_that_is_an_email_is_enough_for_a_new_prospect(desk: Desk) -> None:
    take_events(desk.context, [event("jo@example.com")])
    assert desk.rows("SELECT email FROM prospects") == [("jo@example.com",)]


def test_a_repeat_without_an_id_is_a_repeat(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    same = event("BETA-AAAA0001", metadata={"cta": "A"})
    other_spelling = event("BETA-AAAA0001", timestamp="2026-05-19T10:00:00+02:00", metadata={"cta": "A"})
    other = event("BETA-AAAA0001", metadata={"cta": "B"})
    assert take_events(desk.context, [same, same, other_spelling, other]) == EventReport(2, 2, 0, 0)


def test_an_event_id_names_the_event_whatever_else_differs(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    report = take_events(desk.context, [event("BETA-AAAA0001", event_id="E1"), event("BETA-AAAA0001", "login", event_id="E1")])
    assert report == EventReport(1, 1, 0, 0)


def test_one_wrong_event_stops_all_and_names_its_place(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    with pytest.raises(UserError, match=r"Event 2 of 2: .*not an event type"):
        take_events(desk.context, [event("BETA-AAAA0001"), event("BETA-AAAA0001", "guessed")])
    assert desk.rows("SELECT count(*) FROM events") == [(0,)]


@pytest.mark.parametrize(("minutes", "kept"), [(5, True), (6, False)])
def test_an_event_far_ahead_counts_as_of_its_arrival(desk: Desk, minutes: int, kept: bool) -> None:
    desk.prospect(key="BETA-AAAA0001")
    claimed = desk.ago(minutes=-minutes)
    take_events(desk.context, [event("BETA-AAAA0001", "application_received", claimed)])
    assert desk.rows("SELECT entered_at FROM position WHERE journey = 'Deal'") == [(claimed if kept else desk.ago(),)]
    payload = desk.rows("SELECT payload FROM events")[0][0]
    assert (payload is None) is kept
    assert kept or json.loads(payload)["claimed_at"] == claimed


def test_a_repeat_of_an_event_from_the_future_is_a_repeat_later_too(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    ahead = event("BETA-AAAA0001", "application_received", desk.ago(days=-2))
    take_events(desk.context, [ahead])
    desk.pass_time(hours=1)
    assert take_events(desk.context, [ahead]) == EventReport(0, 1, 0, 0)


def test_an_event_of_a_tool_in_the_future_counts_as_of_its_making(desk: Desk) -> None:
    prospect = desk.prospect()
    desk.event(prospect, "application_received", "2030-01-01T00:00:00.000Z")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT entered_at FROM position WHERE journey = 'Deal'") == [(moment_text(desk.moment),)]


def test_an_event_of_nobody_is_taken_in_when_the_customer_comes(desk: Desk) -> None:
    assert take_events(desk.context, [event("cus_77", "payment_succeeded")]) == EventReport(0, 0, 1, 0)
    assert desk.rows("SELECT count(*) FROM prospects") == [(0,)]
    prospect = create_prospect(desk.context, {"company": "Acme", "stripe_customer": "cus_77"})
    assert desk.rows("SELECT event FROM events WHERE prospect = ? AND event = 'payment_succeeded'", prospect)
    assert desk.rows("SELECT customer_status FROM prospects") == [("CUSTOMER",)]
    assert desk.rows("SELECT count(*) FROM unmatched_event") == [(0,)]


def test_it_is_taken_in_when_a_prospect_gets_the_name_that_it_calls(desk: Desk) -> None:
    take_events(desk.context, [event("cus_5", "payment_succeeded")])
    prospect = desk.prospect()
    edit(desk.context, prospect, {"stripe_customer": "cus_5"})
    assert desk.rows("SELECT customer_status FROM prospects") == [("CUSTOMER",)]


def test_it_is_taken_in_by_an_address_that_only_the_base_takes(desk: Desk) -> None:
    take_events(desk.context, [event("jo@example", "payment_succeeded")])
    prospect = desk.prospect(email="jo@example")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT customer_status FROM prospects") == [("CUSTOMER",)]


def test_it_is_taken_in_when_sync_brings_the_prospect(desk: Desk) -> None:
    take_events(desk.context, [event("BETA-ZZZZ0001", "payment_succeeded")])
    prospect = desk.prospect(key="BETA-ZZZZ0001")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT customer_status FROM prospects") == [("CUSTOMER",)]


def test_an_event_that_waited_counts_as_of_when_it_happened(desk: Desk) -> None:
    arrived = desk.ago()
    take_events(desk.context, [event("BETA-ZZZZ0001", "application_received", desk.ago(days=-30))])
    desk.pass_time(days=3)
    prospect = desk.prospect(key="BETA-ZZZZ0001")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT entered_at FROM position WHERE journey = 'Deal'") == [(arrived,)]


def test_one_that_waited_and_comes_again_is_a_repeat(desk: Desk) -> None:
    waiting = event("BETA-ZZZZ0001", "payment_succeeded")
    take_events(desk.context, [waiting])
    take_events(desk.context, [waiting])
    prospect = desk.prospect(key="BETA-ZZZZ0001")
    evaluate(desk.context, [prospect])
    assert take_events(desk.context, [waiting]) == EventReport(0, 1, 0, 0)
    assert desk.rows("SELECT count(*) FROM events") == [(1,)]


def test_views_and_opens_go_to_the_team_as_one_sum_a_day(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    for minute in range(3):
        metadata = {"page": "/pricing" if minute else "/docs"}
        take_events(desk.context, [event("BETA-AAAA0001", "page_viewed", f"2026-05-19T08:0{minute}:00Z", metadata=metadata)])
    take_events(desk.context, [event("BETA-AAAA0001", "email_opened")])
    evaluate_due(desk.context)
    assert desk.rows("SELECT count(*) FROM sync_record WHERE table_slug = 'events' AND touched = 1") == [(0,)]
    desk.pass_time(days=1)
    evaluate_due(desk.context)
    evaluate_due(desk.context)
    sums = desk.rows(
        "SELECT event, payload FROM events e JOIN sync_record s ON s.table_slug = 'events' AND s.lid = e.lid ORDER BY event"
    )
    assert [(kind, json.loads(payload)) for kind, payload in sums] == [
        ("email_opened", {"count": 1, "day": "2026-05-19"}),
        ("page_viewed", {"count": 3, "day": "2026-05-19", "of": {"/docs": 1, "/pricing": 2}}),
    ]


def test_a_view_that_comes_late_is_in_a_sum_of_its_own(desk: Desk) -> None:
    desk.prospect(key="BETA-AAAA0001")
    take_events(desk.context, [event("BETA-AAAA0001", "page_viewed")])
    desk.pass_time(days=1)
    evaluate_due(desk.context)
    take_events(desk.context, [event("BETA-AAAA0001", "page_viewed", "2026-05-19T07:00:00Z")])
    desk.pass_time(days=1)
    evaluate_due(desk.context)
    sums = desk.rows("SELECT payload FROM events WHERE shared = 3")
    assert [json.loads(payload) for (payload,) in sums] == [{"count": 1, "day": "2026-05-19"}] * 2


def test_a_team_may_share_all(desk: Desk) -> None:
    desk.settle(events={"share": "all"})
    desk.prospect(key="BETA-AAAA0001")
    take_events(desk.context, [event("BETA-AAAA0001", "page_viewed")])
    assert desk.rows("SELECT touched FROM sync_record WHERE table_slug = 'events'") == [(1,)]


def test_what_can_move_a_journey_is_shared_by_itself(desk: Desk) -> None:
    desk.settle(moves={"page_viewed": {"Lifecycle": "Awareness"}})
    desk.prospect(key="BETA-AAAA0001")
    take_events(desk.context, [event("BETA-AAAA0001", "page_viewed")])
    assert desk.rows("SELECT touched FROM sync_record WHERE table_slug = 'events'") == [(1,)]


def test_what_only_this_machine_knows_moves_nothing(desk: Desk) -> None:
    prospect = desk.prospect(key="BETA-AAAA0001")
    take_events(desk.context, [event("BETA-AAAA0001", "page_viewed")])
    desk.settle(moves={"page_viewed": {"Lifecycle": "Awareness"}})
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT count(*) FROM position") == [(0,)]


def test_a_name_in_any_script_is_found_again(desk: Desk) -> None:
    take_events(desk.context, [event("ÄB-Łódź 7", "payment_succeeded")])
    prospect = desk.prospect(key="ÄB-Łódź 7")
    evaluate(desk.context, [prospect])
    assert desk.rows("SELECT customer_status FROM prospects") == [("CUSTOMER",)]
