"""Events taken in, kept for a customer whom nobody knows, given to a prospect, or forgotten."""

from typing import Any

import pytest

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import application_id_of
from journeydesk.services.commands.events import EventReport, assign_unmatched, drop_unmatched_event, take_events
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.queries.events import unmatched_events
from journeydesk.storage.engine import sql
from tests.integration.office import Office


def event(customer: str, kind: str = "page_viewed", **more: Any) -> dict[str, Any]:
    return {"customer_id": customer, "event": kind, "timestamp": "2026-05-19T08:00:00Z"} | more


def owners(office: Office) -> list[tuple[int, str]]:
    return office.rows("SELECT prospect, event FROM events WHERE NOT deleted ORDER BY lid")


@pytest.mark.parametrize("customer", ["BETA-1", "ida@example.com", "cus_1", "IDA@example.com"])
def test_a_customer_is_known_by_key_email_or_stripe(office: Office, customer: str) -> None:
    prospect = office.prospect(key="BETA-1", email="ida@example.com", stripe_customer="cus_1")
    office.prospect(key="BETA-2", email="other@example.com", stripe_customer="cus_2")
    assert take_events(office.context, [event(customer)]) == EventReport(1, 0, 0, 0)
    assert owners(office) == [(prospect, "page_viewed")]
    assert office.last().origin == "receiver"
    assert office.last().prospects == frozenset({prospect})
    assert {"events", "prospects", "positions", "alerts", "sync"} == office.last().kinds


def test_the_same_event_counts_once(office: Office) -> None:
    office.prospect(key="BETA-1")
    events = [event("BETA-1", event_id="e1"), event("BETA-1", event_id="e1"), event("BETA-1", event_id="e2")]
    assert take_events(office.context, events) == EventReport(2, 1, 0, 0)
    assert take_events(office.context, events) == EventReport(0, 3, 0, 0)
    assert len(owners(office)) == 2


def test_an_event_without_an_id_is_known_by_what_it_says(office: Office) -> None:
    office.prospect(key="BETA-1")
    same = [event("BETA-1"), event("BETA-1"), event("BETA-1", metadata={"page": "/prices"})]
    assert take_events(office.context, same) == EventReport(2, 1, 0, 0)


@pytest.mark.parametrize(
    ("customer", "more", "email", "stripe"),
    [
        ("crm-17", {"customer_name": "Ida Quill"}, None, None),
        ("crm-17", {"customer_email": "ida@example.com"}, "ida@example.com", None),
        ("ida@example.com", {}, "ida@example.com", None),
        ("cus_9", {"customer_name": "Ida Quill"}, None, "cus_9"),
    ],
)
def test_an_unknown_customer_with_a_name_becomes_a_prospect(
    office: Office, customer: str, more: dict[str, Any], email: str | None, stripe: str | None
) -> None:
    assert take_events(office.context, [event(customer, **more)]) == EventReport(1, 0, 0, 1)
    ((status, stored_email, stored_stripe, applied),) = office.rows(
        "SELECT status, email, stripe_customer, applied_on FROM prospects"
    )
    assert (status, stored_email, stored_stripe, applied) == ("New", email, stripe, "2026-05-19T08:00:00.000Z")


def test_two_events_of_one_new_customer_make_one_prospect(office: Office) -> None:
    events = [
        event("crm-17", customer_name="Ida"),
        event("crm-17", "login", customer_name="Ida"),
        event("crm-17", "email_opened"),
    ]
    assert take_events(office.context, events) == EventReport(3, 0, 0, 1)
    assert office.rows("SELECT count(*) FROM prospects") == [(1,)]


def test_an_application_id_that_is_given_is_kept(office: Office) -> None:
    take_events(office.context, [event("BETA-77", customer_name="Ida")])
    assert office.rows("SELECT key FROM prospects") == [("BETA-77",)]


def test_the_key_of_a_deleted_prospect_is_not_given_again(office: Office) -> None:
    office.delete(office.prospect(key="BETA-77"))
    take_events(office.context, [event("BETA-77", customer_name="Ida")])
    keys = [row[0] for row in office.rows("SELECT key FROM prospects ORDER BY lid")]
    assert keys[0] == "BETA-77"
    assert keys[1] != "BETA-77"


def test_two_machines_make_the_same_key_for_a_new_customer(office: Office) -> None:
    take_events(office.context, [event("crm-17", customer_name="Ida")])
    ((first,),) = office.rows("SELECT key FROM prospects")
    assert first == application_id_of("crm-17")


def test_an_event_of_nobody_waits_and_touches_nothing(office: Office) -> None:
    assert take_events(office.context, [event("crm-17", event_id="e1")]) == EventReport(0, 0, 1, 0)
    assert office.heard == []
    ((waiting,),) = [unmatched_events(office.context)]
    assert (waiting.id, waiting.customer, waiting.kind) == ("e1", "crm-17", "page_viewed")
    assert (waiting.occurred_at, waiting.arrived_at) == ("2026-05-19T08:00:00.000Z", office.ago())


def test_the_counts_sum_to_what_was_given(office: Office) -> None:
    office.prospect(key="BETA-1")
    events = [event("BETA-1"), event("BETA-1"), event("nobody"), event("ida@example.com"), event("BETA-1", "login")]
    report = take_events(office.context, events)
    assert report.added + report.repeated + report.unmatched == len(events)
    assert report == EventReport(3, 1, 1, 1)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"event": "danced"}, "Event 2 of 3: event: “danced” is not an event type"),
        ({"timestamp": "yesterday"}, "Event 2 of 3: timestamp"),
        ({"customer_id": ""}, "Event 2 of 3: customer_id"),
        ({"customer_email": "no address"}, "Event 2 of 3: customer_email: “no address” is not an e-mail address"),
        ({"metadata": "text"}, "Event 2 of 3: metadata: must be a JSON object"),
    ],
)
def test_one_wrong_event_stops_all_and_is_named(office: Office, wrong: dict[str, Any], sentence: str) -> None:
    office.prospect(key="BETA-1")
    with pytest.raises(UserError) as refusal:
        take_events(office.context, [event("BETA-1"), event("BETA-1") | wrong, event("BETA-1", "login")])
    assert str(refusal.value).startswith(sentence)
    assert str(refusal.value).endswith("Nothing was taken in.")
    assert owners(office) == []
    assert office.heard == []


def test_no_events_are_no_change(office: Office) -> None:
    assert take_events(office.context, []) == EventReport(0, 0, 0, 0)
    assert office.heard == []


def test_the_events_of_a_source_are_written_in_its_name(office: Office) -> None:
    office.prospect(key="BETA-1")
    take_events(office.context, [event("BETA-1")], source="website")
    assert office.rows("SELECT source FROM events") == [("website",)]


def test_a_waiting_event_is_given_to_a_prospect(office: Office) -> None:
    take_events(office.context, [event("crm-17", event_id="e1"), event("crm-18", event_id="e2")])
    prospect = office.prospect()
    assign_unmatched(office.context, "e1", prospect)
    assert owners(office) == [(prospect, "page_viewed")]
    assert [each.id for each in unmatched_events(office.context)] == ["e2"]
    assert office.last().prospects == frozenset({prospect})
    assert office.last().origin == "user"


def test_a_waiting_event_is_forgotten(office: Office) -> None:
    take_events(office.context, [event("crm-17", event_id="e1"), event("crm-18", event_id="e2")])
    drop_unmatched_event(office.context, "e1")
    assert [each.id for each in unmatched_events(office.context)] == ["e2"]


@pytest.mark.parametrize("act", ["assign", "drop"])
def test_an_event_that_does_not_wait_is_named(office: Office, act: str) -> None:
    take_events(office.context, [event("crm-17", event_id="e1")])
    with pytest.raises(UserError, match=r"No event “e9” waits for its customer. List them with: journeydesk unmatched"):
        if act == "assign":
            assign_unmatched(office.context, "e9", office.prospect())
        else:
            drop_unmatched_event(office.context, "e9")
    assert len(unmatched_events(office.context)) == 1


def test_waiting_events_are_listed_oldest_first(office: Office) -> None:
    for number in (3, 1, 2):
        take_events(office.context, [event("crm-17", event_id=f"e{number}")])
        office.pass_time(minutes=1)
    assert [each.id for each in unmatched_events(office.context)] == ["e3", "e1", "e2"]


def test_a_new_prospect_takes_in_what_waited_for_it(office: Office) -> None:
    take_events(office.context, [event("ida@x.example", event_id="e0", customer_email=None), event("crm-17", event_id="e1")])
    create_prospect(office.context, {"company": "Quillon", "key": "crm-17"})
    assert [each.id for each in unmatched_events(office.context)] == []


def test_an_event_that_stays_here_waits_for_nothing(office: Office) -> None:
    """Page views are summed up by day for the others (docs/rules.md, "Sharing events")."""
    office.prospect(key="BETA-1")
    with office.context.database.write() as connection:
        sql.run(connection, "UPDATE sync_record SET touched = 0")
    take_events(office.context, [event("BETA-1", "page_viewed"), event("BETA-1", "application_accepted")])
    rows = dict(office.rows("SELECT event, shared FROM events"))
    waiting = {record for slug, record in office.waiting() if slug == "events"}
    shared = {record for record, kind in office.rows("SELECT lid, event FROM events") if rows[kind]}
    assert waiting == shared
