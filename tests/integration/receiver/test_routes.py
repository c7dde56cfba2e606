"""The other routes: the beta programme, gated content, reading, links in mails, Stripe's word."""

import json
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journeydesk.domain.ids import RecordId, application_id_of
from journeydesk.domain.webhooks.signatures import stripe_signature
from journeydesk.services.receiver.links import click_path, unsubscribe_path
from journeydesk.services.receiver.stripe_news import unread_news
from journeydesk.storage.receiver.links import is_unsubscribed, note_links_sent
from journeydesk.storage.records import records
from journeydesk.storage.records.records import Author
from tests.integration.receiver.conftest import JOURNEY, SECRET, STRIPE_SECRET, TOKEN, Line, event, receiving
from tests.integration.receiver.conftest import ON_ANY_PORT as PLAIN

FORM = {"company": "Quillon Freight", "contact_name": "Ida Quill", "email": "ida@example.com", "industry": "Research"}
AT = "2026-05-19T08:00:00.000Z"


def prospect(line: Line, **values: Any) -> RecordId:
    """A prospect who is there already."""
    with line.context.database.write() as connection:
        return records.insert(connection, "prospects", {"key": "BETA-1", **values}, Author("Amaia", AT))


def test_an_application_becomes_a_prospect_with_its_event(line: Line) -> None:
    answer = line.post("/api/beta-application", FORM)
    key = application_id_of("ida@example.com")
    assert (answer.status, answer.body) == (202, {"status": "accepted", "application_id": key})
    line.fold()
    ((stored, company, status),) = line.rows("SELECT key, company, status FROM prospects")
    assert (stored, company, status) == (key, "Quillon Freight", "New")
    assert line.rows("SELECT event FROM events") == [("application_received",)]
    state = line.read(f"/api/beta-application/{key}")
    assert (state.status, state.body["application_id"], state.body["status"]) == (200, key, "New")


def test_the_same_application_again_changes_nothing(line: Line) -> None:
    for _ in range(3):
        line.post("/api/beta-application", FORM)
        line.fold()
    before = line.rows("SELECT count(*) FROM field_history")
    line.post("/api/beta-application", FORM)
    line.fold()
    assert line.rows("SELECT count(*) FROM prospects") == [(1,)]
    assert line.rows("SELECT count(*) FROM events WHERE event = 'application_received'") == [(1,)]
    assert line.rows("SELECT count(*) FROM field_history") == before


def test_an_application_fills_gaps_and_writes_over_nothing(line: Line) -> None:
    prospect(line, email="ida@example.com", company="Quillon", job_title=None)
    answer = line.post("/api/beta-application", FORM | {"job_title": "Head of IT"})
    assert answer.body["application_id"] == "BETA-1"
    line.fold()
    assert line.rows("SELECT company, job_title, industry FROM prospects") == [("Quillon", "Head of IT", "Research")]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "ida"}, "email"),
        ({"company": ""}, "company"),
        ({"industry": "Dance"}, "industry"),
        ({"application_id": "17"}, "application_id"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"phone": "0" * 61}, "phone"),
    ],
)
def test_a_wrong_application_names_the_field(line: Line, wrong: dict[str, Any], field: str) -> None:
    answer = line.post("/api/beta-application", FORM | wrong)
    assert (answer.status, answer.body["fields"][0]["field"]) == (422, field)


def test_feedback_fills_the_survey_that_was_sent(line: Line) -> None:
    lid = prospect(line)
    with line.context.database.write() as connection:
        values: dict[str, Any] = {"key": "SRV-1", "prospect": lid, "survey_type": "PMF", "date_sent": "2026-05-18"}
        records.insert(connection, "surveys", values, Author("Amaia", AT))
    answers = {"customer_id": "BETA-1", "survey_type": "PMF", "survey_id": "SRV-1", "satisfaction": 9, "pmf_score": 42.5}
    assert line.post("/api/beta-feedback", answers).status == 202
    line.fold()
    stored = line.rows("SELECT satisfaction, pmf_score, date_sent, date_responded FROM surveys")
    assert stored == [(9, 0.425, "2026-05-18", "2026-05-19")]


def test_feedback_of_nobody_is_refused(line: Line) -> None:
    answer = line.post("/api/beta-feedback", {"customer_id": "BETA-9", "survey_type": "PMF"})
    assert (answer.status, answer.body["fields"][0]["field"]) == (422, "customer_id")


def test_usage_is_read_with_its_sums(line: Line) -> None:
    lid = prospect(line)
    with line.context.database.write() as connection:
        for day, calls, rate in (("2026-05-18", 100, 0.1), ("2026-05-19", 300, 0.02), ("2025-01-01", 9, 0.0)):
            values: dict[str, Any] = {
                "key": day,
                "prospect": lid,
                "date": day,
                "api_calls": calls,
                "error_rate": rate,
                "cost": 250,
            }
            records.insert(connection, "usage", values, Author("Amaia", AT))
    answer = line.read("/api/beta-usage/BETA-1?days=7")
    assert [row["date"] for row in answer.body["days"]] == ["2026-05-19", "2026-05-18"]
    assert answer.body["totals"]["api_calls"] == 400
    assert answer.body["totals"]["error_rate"] == pytest.approx(0.04)
    assert answer.body["totals"]["cost"] == 5.0


def test_views_of_strangers_are_counted_and_of_customers_are_events(line: Line) -> None:
    prospect(line)
    for _ in range(3):
        assert line.post("/api/gated-content/view", {"content": "guide", "variant": "B"}).status == 202
        time.sleep(0.002)
    line.post("/api/gated-content/view", {"content": "guide", "variant": "B", "customer_id": "BETA-1"})
    line.post("/api/gated-content/view", {"content": "guide", "view_id": "v1"})
    line.post("/api/gated-content/view", {"content": "guide", "view_id": "v1"})
    line.fold()
    assert line.rows("SELECT variant, views FROM gate_views ORDER BY variant") == [("", 1), ("B", 1)]
    assert line.rows("SELECT event FROM events") == [("gate_viewed",)]


def test_an_address_given_for_content_makes_a_prospect(line: Line) -> None:
    form = {"content": "guide", "email": "ida@example.com", "name": "Ida Quill", "variant": "B", "seconds": 12.5}
    assert line.post("/api/gated-content/submission", form).status == 202
    line.fold()
    ((payload,),) = line.rows("SELECT payload FROM events WHERE event = 'gate_submitted'")
    assert json.loads(payload) == {"content": "guide", "variant": "B", "seconds": 12.5}
    assert line.rows("SELECT contact_name FROM prospects") == [("Ida Quill",)]


def test_where_a_customer_stands_is_read_with_the_token(line: Line) -> None:
    line.post(JOURNEY, event(event="cta_clicked", stage="Planning", metadata={"cta": "Book", "points": 10}))
    line.fold()
    answer = line.read("/api/customer-journey/customer/ida@example.com")
    assert answer.body["journeys"]["Engagement"][0]["stage"] == "Exploration"
    assert answer.body["entry_point"]["cta"] == "Book"
    assert answer.body["touchpoints"][0]["event"] == "cta_clicked"
    data = line.read("/api/customer-journey/data?limit=1").body
    assert data["journeys"][0]["name"] == "Engagement"
    assert data["customers"][0]["stages"]["Engagement"] == {"number": 2, "name": "Exploration"}
    assert line.read(f"/api/customer-journey/data?limit=1&after={data['next']}").body["customers"] == []


@pytest.mark.parametrize(
    "path", ["/api/customer-journey/data", "/api/customer-journey/customer/x", "/api/beta-application/x", "/api/beta-usage/x"]
)
def test_reading_needs_the_token(line: Line, path: str) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}):
        answer = line.ask("GET", path, None, headers)
        assert (answer.status, answer.headers.get("www-authenticate")) == (401, "Bearer")
    assert line.read(path).status in (200, 404)


def test_health_says_little_without_the_token(line: Line) -> None:
    line.post(JOURNEY, event())
    assert line.ask("GET", "/api/customer-journey/health").body == {"status": "ok"}
    assert line.read("/api/customer-journey/health").body["events_today"] == 1
    assert line.read("/api/customer-journey/health", "wrong").status == 401


def test_stripes_word_only_asks_to_read(line: Line) -> None:
    body = json.dumps({"type": "charge.succeeded", "data": {"object": {"amount": 5}}}).encode()
    now = int(line.context.clock().timestamp())

    def ask(signature: str) -> int:
        return line.ask("POST", "/api/webhook/stripe", body, {"Stripe-Signature": signature}).status

    assert ask(stripe_signature("whsec_another", body, now)) == 401
    assert ask(stripe_signature(STRIPE_SECRET, body, now + 400)) == 401
    assert ask(stripe_signature(STRIPE_SECRET, body, now - 400)) == 401
    assert unread_news(line.context) is None
    assert ask(stripe_signature(STRIPE_SECRET, body, now)) == 200
    line.fold()
    assert line.rows("SELECT count(*) FROM stripe_object") == [(0,)]
    assert line.rows("SELECT value FROM meta WHERE key = 'stripe_news'")


def test_a_click_is_counted_and_led_on_to_its_target_only(line: Line) -> None:
    lid, seal = prospect(line), line.receiver.service.keys.seal
    target = "https://example.com/docs?a=1&b=ü"
    with line.context.database.write() as connection:
        path = click_path(connection, AT, target, lid, "mail-1", seal)
        long_ago = (line.context.clock() - timedelta(hours=1)).isoformat()
        note_links_sent(connection, "mail-1", long_ago)
    answer = line.ask("GET", f"{path}?next=https://evil.example")
    assert (answer.status, answer.headers["location"]) == (302, "https://example.com/docs?a=1&b=%C3%BC")
    line.fold()
    assert line.rows("SELECT event, cta FROM events") == [("link_clicked", None)]
    for forged in (f"{path[:-1]}0" if path[-1] != "0" else f"{path[:-1]}1", "/l/https://evil.example", "/l/x.y"):
        assert line.ask("GET", forged).status == 404


def test_a_click_right_after_the_mail_is_a_scanner(line: Line) -> None:
    lid = prospect(line)
    with line.context.database.write() as connection:
        path = click_path(connection, AT, "https://example.com", lid, "mail-1", line.receiver.service.keys.seal)
        note_links_sent(connection, "mail-1", line.context.now())
    assert line.ask("GET", path).status == 302
    line.fold()
    assert line.rows("SELECT count(*) FROM events") == [(0,)]


def test_one_press_unsubscribes_and_looking_does_not(line: Line) -> None:
    with line.context.database.write() as connection:
        path = unsubscribe_path(connection, AT, "Ida@Example.com", "mail-1", line.receiver.service.keys.seal)
    assert len(path) <= 36
    assert "button" in line.ask("GET", path).body
    line.fold()
    with line.context.database.read() as connection:
        assert not is_unsubscribed(connection, "ida@example.com")
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert line.ask("POST", path, b"List-Unsubscribe=One-Click", headers).status == 200
    line.fold()
    with line.context.database.read() as connection:
        assert is_unsubscribed(connection, "ida@example.com")
    assert line.ask("POST", path.replace("/u/", "/u/X"), b"").status == 404


def test_forms_of_known_sites_may_go_unsigned(tmp_path: Path) -> None:
    settings = replace(PLAIN, origins=("https://www.example.com",), open_forms=True)
    with receiving(tmp_path, settings) as line:
        body = json.dumps(FORM).encode()
        known, unknown = {"Origin": "https://www.example.com"}, {"Origin": "https://evil.example"}
        answer = line.ask("POST", "/api/beta-application", body, known)
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (202, "https://www.example.com")
        assert line.ask("POST", "/api/beta-application", body, unknown).status == 401
        assert line.ask("POST", JOURNEY, b"{}", known).status == 401
        statuses = [line.ask("POST", "/api/beta-application", body, known).status for _ in range(12)]
        assert 429 in statuses
        asked = known | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        assert line.ask("OPTIONS", "/api/beta-application", None, asked).status == 200
        refused = line.ask("OPTIONS", "/api/beta-application", None, unknown | {"Access-Control-Request-Method": "POST"})
        assert "access-control-allow-origin" not in refused.headers


def test_both_secrets_hold_while_one_replaces_the_other(tmp_path: Path) -> None:
    from journeydesk.services.receiver.keys import LiveSecret

    with receiving(tmp_path) as line:
        until = (line.context.clock() + timedelta(days=7)).isoformat()
        over = (line.context.clock() - timedelta(days=1)).isoformat()
        signing = (LiveSecret("new", AT), LiveSecret(SECRET, AT, until), LiveSecret("old", AT, over))
        line.receiver.service.keys = replace(line.receiver.service.keys, signing=signing)
        assert [line.post(JOURNEY, event(), secret=secret).status for secret in ("new", SECRET, "old")] == [202, 202, 401]


def test_the_doctor_looks_at_what_is_switched_on(line: Line) -> None:
    from journeydesk.services.receiver.settings import change_receiver
    from journeydesk.services.workspace.doctor import look, service_checks
    from tests.integration.receiver.conftest import KNOWN

    assert service_checks(line.context, KNOWN) == []
    change_receiver(line.context, on=True)
    (check,) = look(service_checks(line.context, KNOWN))
    assert (check.name, check.ok) == ("events in", True)
    assert "A signed test was accepted" in check.found
    known = replace(KNOWN, webhook_secrets=("another",))
    (check,) = look(service_checks(line.context, known))
    assert (check.ok, "A signed test was not accepted: 401" in check.fix) == (False, True)


def test_an_application_that_is_not_folded_yet_is_received(line: Line) -> None:
    from journeydesk.services.receiver.reading import application
    from journeydesk.storage.receiver.inbox import NewEntry, add_entries

    with line.context.database.write() as connection:
        add_entries(connection, [NewEntry("application:BETA-7:a", "application", "form", AT, "{}")])
        add_entries(connection, [NewEntry("application:BETA-70:b", "application", "form", AT, "{}")])
    state = application(line.context, "BETA-7")
    assert state is not None
    # The receiver folds beside us: what cannot be folded is refused, and said so.
    assert state["status"] in ("Received", "Refused")
    assert application(line.context, "BETA-8") is None


def test_an_empty_telephone_loses_no_application(line: Line) -> None:
    form = {"company": "Acme", "contact_name": "Ida Quill", "email": "ida@example.com"}
    for number, phone in enumerate(("", "  ", None)):
        assert line.post("/api/beta-application", form | {"phone": phone, "email": f"i{number}@example.com"}).status == 202
    answer = line.post("/api/beta-application", form | {"phone": "nonsense"})
    assert (answer.status, [field["field"] for field in answer.body["fields"]]) == (422, ["phone"])
    line.fold()
    assert line.rows("SELECT email, phone FROM prospects ORDER BY lid") == [
        (f"i{number}@example.com", None) for number in range(3)
    ]
    assert line.rows("SELECT problem FROM inbox_entry WHERE problem IS NOT NULL") == []
