"""Google Analytics and Mixpanel against stand-ins: consent, nobody's name, checks before and part failures after."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from journeydesk.background.log_files import write_logs_to
from journeydesk.domain.errors import UserError
from journeydesk.services.events_out.telling_analytics import add_google, add_mixpanel
from tests.integration.events_out.conftest import Listener, Teller

RIGHT: tuple[int, dict[str, str], bytes] = (200, {}, b'{"validationMessages": []}')


def google(teller: Teller, listener: Listener, **options: Any) -> None:
    add_google(teller.context, "G-TEST", "secret-of-google", teller.open_vault, region=listener.url[:-5], **options)


def mixpanel(teller: Teller, listener: Listener) -> None:
    add_mixpanel(teller.context, "17", "robot", "secret-of-mixpanel", teller.open_vault, region=listener.url[:-5])


def test_google_is_told_after_its_check_and_learns_no_name(teller: Teller, listener: Listener) -> None:
    listener.answers = [RIGHT]
    google(teller, listener)
    teller.happen("application_received", "e1", consent=True)
    teller.happen("demo_requested", "e2", consent=True)
    assert teller.tell() == 2
    assert [heard.path.partition("?")[0] for heard in listener.heard] == ["/debug/mp/collect", "/mp/collect"] * 2
    body = json.loads(listener.heard[1].body)
    assert [event["name"] for event in body["events"]] == ["beta_application_complete"]
    assert body["consent"] == {"ad_user_data": "DENIED", "ad_personalization": "DENIED"}
    assert body["user_properties"]["lifecycle_stage"]["value"]
    sent = b"".join(heard.body for heard in listener.heard).decode()
    assert not any(secret in sent for secret in ("ida@example.com", "Ida", "BETA-"))
    assert json.loads(listener.heard[3].body)["client_id"] == body["client_id"]
    assert teller.rows("SELECT DISTINCT state FROM delivery") == [("sent",)]
    assert "secret-of-google" not in str(teller.rows("SELECT * FROM delivery"))


def test_the_secret_that_google_takes_in_the_address_is_in_no_log(teller: Teller, listener: Listener, tmp_path: Path) -> None:
    listener.answers = [RIGHT]
    google(teller, listener, consent="elsewhere")
    teller.happen("application_received", "e1")
    end = write_logs_to(tmp_path / "logs")
    teller.tell()
    end()
    assert "secret-of-google" in listener.heard[0].path
    written = (tmp_path / "logs" / "journeydesk.log").read_text(encoding="utf-8")
    assert "secret-of-google" not in written
    assert "/mp/collect" not in written


@pytest.mark.parametrize("metadata", [{}, {"consent": False}, {"consent": "yes"}])
def test_who_did_not_agree_is_not_told_of(teller: Teller, listener: Listener, metadata: dict[str, Any]) -> None:
    google(teller, listener)
    teller.happen("application_received", "e1", **metadata)
    assert teller.tell() == 0
    assert listener.heard == []


def test_a_200_is_no_success_where_the_check_finds_fault(teller: Teller, listener: Listener) -> None:
    wrong = {"validationMessages": [{"fieldPath": "events", "description": "Name is reserved"}]}
    listener.answers = [(200, {}, json.dumps(wrong).encode())]
    google(teller, listener, consent="elsewhere")
    teller.happen("application_received", "e1")
    teller.tell()
    assert teller.rows("SELECT state, answer FROM delivery") == [("dead", "Google's check: events: Name is reserved")]
    assert len(listener.heard) == 1


ODD = [b"<html>Log in</html>", b"", b"[]", b"null", b"7", b'{"code": "200"}', b"[" * 60_000, b'{"validationMessages": [7]}']


@pytest.mark.parametrize("answer", ODD, ids=lambda text: repr(text[:12]))
def test_a_captive_portal_is_not_google_and_the_event_waits(teller: Teller, listener: Listener, answer: bytes) -> None:
    listener.answers = [(200, {}, answer), RIGHT]
    google(teller, listener, consent="elsewhere")
    teller.happen("application_received", "e1")
    teller.tell()
    assert teller.rows("SELECT state, answer FROM delivery") == [("waiting", "The check did not answer as Google's does")]
    teller.turn(minutes=10)
    teller.tell()
    assert teller.rows("SELECT state FROM delivery") == [("sent",)]


@pytest.mark.parametrize("answer", ODD, ids=lambda text: repr(text[:12]))
def test_a_captive_portal_is_not_mixpanel_and_the_event_waits(teller: Teller, listener: Listener, answer: bytes) -> None:
    listener.answers = [(200, {}, answer), (200, {}, b'{"code": 200, "num_records_imported": 1, "status": "OK"}')]
    mixpanel(teller, listener)
    teller.happen("demo_requested", "e1", consent=True)
    teller.tell()
    assert teller.rows("SELECT state, answer FROM delivery") == [("waiting", "The answer is not one of Mixpanel's")]
    teller.turn(minutes=10)
    teller.tell()
    assert teller.rows("SELECT state FROM delivery") == [("sent",)]


@pytest.mark.parametrize("index", ["Infinity", "1e999", '"x"', "null", "99999", "-1", "9" * 5_000])
def test_places_that_mixpanel_cannot_mean_lose_nothing(teller: Teller, listener: Listener, index: str) -> None:
    body = f'{{"code": 400, "failed_records": [{{"index": {index}, "message": "no"}}]}}'
    listener.answers = [(400, {}, body.encode())]
    mixpanel(teller, listener)
    teller.happen("demo_requested", "e1", consent=True)
    teller.tell()
    assert teller.rows("SELECT state FROM delivery") == [("dead",)]


def test_google_is_not_told_of_what_is_older_than_three_days(teller: Teller, listener: Listener) -> None:
    google(teller, listener, consent="elsewhere")
    teller.happen("application_received", "e1")
    teller.turn(hours=73)
    teller.tell()
    assert listener.heard == []
    assert teller.rows("SELECT state FROM delivery") == [("dead",)]


def test_mixpanel_takes_some_and_names_the_others(teller: Teller, listener: Listener) -> None:
    failed = {"code": 400, "failed_records": [{"index": 1, "field": "properties.time", "message": "too old"}]}
    listener.answers = [(400, {}, json.dumps(failed).encode())]
    mixpanel(teller, listener)
    for number in range(3):
        teller.happen("demo_requested", f"e{number}", consent=True)
    assert teller.tell() == 3
    (heard,) = listener.heard
    assert heard.path == "/import?strict=1&project_id=17"
    assert base64.b64decode(heard.headers["authorization"].removeprefix("Basic ")) == b"robot:secret-of-mixpanel"
    events = json.loads(heard.body)
    assert len({event["properties"]["$insert_id"] for event in events}) == 3
    assert all(len(event["properties"]["$insert_id"]) <= 36 for event in events)
    assert [row[0] for row in teller.rows("SELECT state FROM delivery ORDER BY number")] == ["sent", "dead", "sent"]


def test_mixpanel_that_is_busy_is_asked_again_with_the_same_ids(teller: Teller, listener: Listener) -> None:
    listener.answers = [(429, {}, b""), (200, {}, b'{"code": 200}')]
    mixpanel(teller, listener)
    teller.happen("demo_requested", "e1", consent=True)
    teller.tell()
    teller.turn(minutes=10)
    teller.tell()
    assert listener.heard[0].body == listener.heard[1].body
    assert teller.rows("SELECT state, attempts FROM delivery") == [("sent", 2)]


def test_only_the_application_form_begins_an_application(teller: Teller, listener: Listener) -> None:
    listener.answers = [RIGHT]
    google(teller, listener, consent="elsewhere")
    teller.happen("page_viewed", "e1", page="/prices")
    teller.happen("page_viewed", "e2", form="beta application")
    teller.tell()
    assert [json.loads(heard.body)["events"][0]["name"] for heard in listener.heard] == ["beta_application_start"] * 2


def test_a_wrong_account_is_said(teller: Teller) -> None:
    with pytest.raises(UserError, match="begins with G-"):
        add_google(teller.context, "UA-1", "secret", teller.open_vault)
    with pytest.raises(UserError, match="number of the project"):
        add_mixpanel(teller.context, "seventeen", "robot", "secret", teller.open_vault)
