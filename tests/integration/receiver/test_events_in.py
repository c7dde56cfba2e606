"""Events by HTTP: taken once signed, refused field by field, in the records a moment later."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from journeydesk.domain.errors import KeyringMissing
from journeydesk.domain.ids import RecordId
from journeydesk.domain.webhooks.signatures import sign
from journeydesk.keyrings.vault import Vault
from journeydesk.reports.catalogue import find
from journeydesk.services.queries.events import unmatched_events
from journeydesk.services.queries.reports import compute
from journeydesk.services.receiver.folding import FOLDS, VIEW
from journeydesk.services.receiver.keys import receiver_keys
from journeydesk.storage.engine import sql
from tests.integration.receiver.conftest import JOURNEY, SECRET, TOKEN, Line, event
from tests.integration.receiver.test_routes import prospect
from tests.workspaces import NOWHERE


def test_a_signed_event_is_on_disk_and_then_in_the_log(line: Line) -> None:
    answer = line.post(JOURNEY, event(customer_name="Ida Quill"))
    assert (answer.status, answer.body["status"]) == (202, "accepted")
    assert line.rows("SELECT id, kind FROM inbox_entry") == [(answer.body["event_id"], "event")]
    line.fold()
    assert line.rows("SELECT key, event, source FROM events") == [(answer.body["event_id"], "page_viewed", "webhook")]
    assert line.rows("SELECT contact_name, email FROM prospects") == [("Ida Quill", "ida@example.com")]
    assert line.rows("SELECT raw FROM inbox_entry WHERE folded_at IS NOT NULL") == [(None,)]
    assert line.heard[-1].origin == "receiver"


def test_an_event_sent_as_to_a_proxy_is_taken_too(line: Line) -> None:
    body = json.dumps(event()).encode()
    address = f"http://127.0.0.1:{line.receiver.port}"
    with httpx.Client(proxy=address, trust_env=False) as sender:
        answer = sender.post(address + JOURNEY, content=body, headers={"X-Webhook-Signature": sign(SECRET, body)})
    assert answer.status_code == 202
    line.fold()
    assert line.rows("SELECT event FROM events") == [("page_viewed",)]


def test_what_comes_is_folded_without_being_asked(line: Line) -> None:
    line.post(JOURNEY, event())
    until = time.monotonic() + 20
    while not line.rows("SELECT 1 FROM events"):
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_repeat_is_answered_alike_and_counts_once(line: Line) -> None:
    first, second = line.post(JOURNEY, event(event_id="e1")), line.post(JOURNEY, event(event_id="e1"))
    line.fold()
    third = line.post(JOURNEY, event(event_id="e1"))
    line.fold()
    assert first == second == third or {a.status for a in (first, second, third)} == {202}
    assert line.rows("SELECT count(*) FROM events") == [(1,)]


def test_a_day_that_is_sent_again_changes_nothing(line: Line) -> None:
    prospect(line)
    kinds = ("login", "page_viewed", "form_submitted", "link_clicked", "first_api_call")
    day = [
        event(customer_id=who, event=kind, event_id=f"{who}-{kind}-{hour}", timestamp=f"2026-05-19T{hour:02}:30:00Z")
        for hour in range(8)
        for kind in kinds
        for who in ("BETA-1", "crm-9")
    ]

    def stands() -> list[object]:
        tables = ("events", "position", "alerts", "tasks", "prospects", "unmatched_event", "field_history")
        return [line.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]

    for part in (day[:40], day[40:]):
        assert line.post(JOURNEY + "/batch", part).status == 202
    line.fold()
    once = stands()
    # The ids of what was folded long ago are forgotten; then the records themselves tell.
    for forgotten in (False, True):
        if forgotten:
            with line.context.database.write() as connection:
                sql.run(connection, "DELETE FROM inbox_entry")
        assert line.post(JOURNEY + "/batch", list(reversed(day))).status == 202
        line.fold()
        assert stands() == once


def test_an_event_of_nobody_waits_to_be_matched(line: Line) -> None:
    line.post(JOURNEY, event(customer_id="crm-17", event_id="e1"))
    line.fold()
    assert [(each.id, each.customer) for each in unmatched_events(line.context)] == [("e1", "crm-17")]


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"event": "danced"}, "event", "Input should be 'access_granted'"),
        ({"timestamp": "yesterday"}, "timestamp", "“yesterday”"),
        ({"customer_id": "  "}, "customer_id", "is empty."),
        ({"customer_id": 7}, "customer_id", "Input should be a valid string"),
        ({"customer_email": "ida"}, "customer_email", "is not an e-mail address."),
        ({"metadata": "page"}, "metadata", "Input should be an object"),
        ({"event": "cta_clicked", "stage": "Dancing"}, "stage", "“Dancing” is not a stage of Engagement"),
        ({"event": "stage_set", "stage": 1, "metadata": {"journey": "Waltz"}}, "metadata", "no journey “Waltz”"),
        ({"customer_name": "a\x00b"}, "customer_name", "holds a character that cannot be stored."),
    ],
)
def test_a_wrong_field_is_named_with_its_reason(line: Line, wrong: dict[str, Any], field: str, reason: str) -> None:
    answer = line.post(JOURNEY, event() | wrong)
    assert answer.status == 422
    assert field in answer.body["fields"][0]["field"]
    assert reason in answer.body["fields"][0]["reason"]
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(0,)]


def test_every_wrong_field_is_named_at_once(line: Line) -> None:
    answer = line.post(JOURNEY, {"event": "danced", "timestamp": "soon"})
    assert {each["field"] for each in answer.body["fields"]} == {"customer_id", "event", "timestamp"}


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b'{"metadata": {"n": NaN}}'])
def test_what_is_no_event_is_refused_and_nothing_fails(line: Line, body: bytes) -> None:
    assert line.post(JOURNEY, body).status == 422


def test_a_number_of_ten_thousand_digits_is_refused(line: Line) -> None:
    body = b'{"customer_id": "ida@example.com", "event": "login", "timestamp": "2026-05-19T08:00:00Z", "metadata": {"n": '
    assert line.post(JOURNEY, body + b"9" * 10_000 + b"}}").status == 422


def test_a_batch_is_taken_whole_or_not_at_all(line: Line) -> None:
    events = [event(event_id=f"e{number}") for number in range(200)]
    answer = line.post(f"{JOURNEY}/batch", events)
    assert (answer.status, len(answer.body["event_ids"])) == (202, 200)
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(200,)]
    wrong = [event(event_id="f1"), event(event_id="f2", event="danced"), event(event_id="f3", customer_id=1)]
    refusal = line.post(f"{JOURNEY}/batch", wrong)
    assert refusal.status == 422
    assert [each["field"] for each in refusal.body["fields"]] == ["1.event", "2.customer_id"]
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(200,)]


@pytest.mark.parametrize("events", [[], [event()] * 201, {"events": [event()]}])
def test_a_batch_has_one_to_two_hundred_events(line: Line, events: Any) -> None:
    assert line.post(f"{JOURNEY}/batch", events).status == 422


def test_without_the_right_signature_nothing_is_taken(line: Line) -> None:
    assert line.post(JOURNEY, event(), secret="another").status == 401
    assert line.ask("POST", JOURNEY, b"{}").status == 401
    assert line.ask("POST", JOURNEY, b"{}", {"X-Webhook-Signature": SECRET}).status == 401
    assert line.ask("POST", JOURNEY, b"{}", {"Authorization": f"Bearer {TOKEN}"}).status == 401
    assert line.rows("SELECT count(*) FROM inbox_entry") == [(0,)]


def test_what_was_refused_is_in_the_security_log(line: Line) -> None:
    line.post(f"{JOURNEY}?token=hidden", event(customer_name="Ida Quill"), secret="another")
    (entry,) = line.security_log()
    assert (entry["address"], entry["status"], entry["path"]) == ("127.0.0.1", 401, JOURNEY)
    assert "signature" in entry["reason"]
    path = line.context.database.folder / "logs" / "security.log"
    assert path.stat().st_mode & 0o777 == 0o600
    written = path.read_text()
    assert not any(secret in written for secret in (SECRET, "another", "hidden", "Ida"))


def test_a_journey_that_lost_a_stage_keeps_the_event_aside(line: Line) -> None:
    from journeydesk.storage.receiver.inbox import NewEntry, add_entries

    raw = '{"customer_id": "ida@example.com", "event": "cta_clicked", "stage": "Gone", "timestamp": "2026-05-19T08:00:00Z"}'
    with line.context.database.write() as connection:
        add_entries(connection, [NewEntry("e1", "event", "webhook", "2026-05-19T08:00:00.000Z", raw)])
    line.fold()
    ((problem, kept),) = line.rows("SELECT problem, raw FROM inbox_entry")
    assert "“Gone” is not a stage of Engagement" in problem
    assert kept == raw


def test_the_page_of_routes_names_every_route(line: Line) -> None:
    page, schema = line.ask("GET", "/docs"), line.ask("GET", "/openapi.json")
    assert page.status == schema.status == 200
    for path in schema.body["paths"]:
        assert path in page.body
    assert "<script" not in page.body


def test_an_address_or_method_that_is_not_there_is_said_so(line: Line) -> None:
    assert line.ask("GET", "/nothing").status == 404
    assert line.ask("GET", JOURNEY).status == 405


def test_without_a_keyring_the_way_to_give_secrets_is_said(tmp_path: Path) -> None:
    def locked() -> Vault:
        raise KeyringMissing("Set JOURNEYDESK_PASSPHRASE.")

    with pytest.raises(KeyringMissing, match="JOURNEYDESK_WEBHOOK_SECRETS"):
        receiver_keys(tmp_path, NOWHERE, datetime(2026, 5, 19, tzinfo=UTC), locked)


def test_a_report_that_was_read_before_counts_what_came(line: Line) -> None:
    spec = find("acquisition")
    period = spec.cadence.period_of(line.context.today()).name
    before = compute(line.context, spec, period)
    line.post(JOURNEY, event(timestamp=line.context.now()))
    line.fold()
    served = compute(line.context, spec, period)
    assert served.blocks != before.blocks
    line.context.kept = None
    assert compute(line.context, spec, period).blocks == served.blocks


WITH_A_TIME = {
    JOURNEY: event(),
    "/api/beta-application": {"company": "Acme", "contact_name": "Ida Quill", "email": "ida@example.com"},
    "/api/beta-feedback": {"customer_id": "ida@example.com", "survey_type": "PMF"},
    "/api/gated-content/view": {"content": "prices"},
    "/api/gated-content/submission": {"content": "prices", "email": "ida@example.com"},
}


def test_a_time_that_no_calendar_shows_is_refused_at_the_door(line: Line) -> None:
    for route, content in WITH_A_TIME.items():
        for when in ("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "1899-12-31T00:00:00Z"):
            answer = line.post(route, content | {"timestamp": when})
            assert (route, when, answer.status) == (route, when, 422)
            assert [field["field"] for field in answer.body["fields"]] == ["timestamp"]


def test_what_meets_a_fault_of_ours_is_set_aside_and_holds_up_nobody(
    line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> set[RecordId]:
        raise ZeroDivisionError("by zero")

    monkeypatch.setitem(FOLDS, VIEW, broken)
    assert line.post("/api/gated-content/view", {"content": "prices", "view_id": "v1"}).status == 202
    assert line.post(JOURNEY, event(event_id="e1")).status == 202
    until = time.monotonic() + 20
    while not line.rows("SELECT 1 FROM events"):
        assert time.monotonic() < until
        time.sleep(0.01)
    # Kept with what it said, for a version that can fold it.
    ((problem, raw),) = line.rows("SELECT problem, raw FROM inbox_entry WHERE problem IS NOT NULL")
    assert problem == "ZeroDivisionError: by zero"
    assert "prices" in raw
    assert "An entry of the inbox could not be folded" in caplog.text
    caplog.clear()
