"""What Airtable's refusals mean, whatever shape their bodies have."""

import json

import pytest
import requests

from journeydesk.remote.airtable.asking import Answer, answer_of
from journeydesk.remote.airtable.errors import error_of
from journeydesk.remote.airtable.limits import LIMITS
from journeydesk.sync import ports


def response(status: int, body: object = None, **headers: str) -> Answer:
    answer = requests.Response()
    answer.status_code = status
    answer._content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
    return answer_of(answer)


def typed(kind: str, message: str = "") -> dict[str, object]:
    return {"error": {"type": kind, "message": message}}


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (401, typed("AUTHENTICATION_REQUIRED"), ports.TokenRefused),
        (403, typed("INVALID_PERMISSIONS"), ports.AccessDenied),
        (404, {"error": "NOT_FOUND"}, ports.AccessDenied),
        (404, typed("NOT_FOUND"), ports.AccessDenied),
        (404, typed("MODEL_ID_NOT_FOUND", "Record not found"), ports.RecordRefused),
        (413, None, ports.RecordRefused),
        (422, typed("UNKNOWN_FIELD_NAME", 'Unknown field name: "fld1"'), ports.SchemaChanged),
        (422, typed("LIST_RECORDS_ITERATOR_NOT_AVAILABLE"), ports.WalkExpired),
        (422, typed("INVALID_VALUE_FOR_COLUMN", "Field cannot accept the value"), ports.RecordRefused),
        (422, typed("NOT_FOUND"), ports.RecordRefused),
        (404, typed("UNKNOWN_FIELD_NAME"), ports.RecordRefused),
        (404, typed("LIST_RECORDS_ITERATOR_NOT_AVAILABLE"), ports.RecordRefused),
        (429, typed("RATE_LIMIT_REACHED"), ports.RateLimited),
        (429, {"errors": [{"error": "PUBLIC_API_BILLING_LIMIT_EXCEEDED", "message": "used up"}]}, ports.QuotaReached),
        (429, b"", ports.RateLimited),
        (400, typed("INVALID_REQUEST"), ports.RemoteTrouble),
        (500, typed("SERVER_ERROR"), ports.RemoteTrouble),
        (503, b"<html>busy</html>", ports.RemoteTrouble),
    ],
)
def test_a_status_and_its_kind_say_what_is_wrong(status: int, body: object, error: type[Exception]) -> None:
    assert type(error_of(response(status, body), "app1")) is error


HOSTILE = [
    {"errors": ["x"]},
    {"errors": [None]},
    {"errors": [[]]},
    {"errors": []},
    {"errors": {}},
    {"errors": {"error": "x"}},
    {"errors": "x"},
    {"errors": 7},
    {"errors": True},
    {"error": None},
    {"error": 7},
    {"error": ["x"]},
    {"error": {}},
    {"error": {"type": None, "message": None}},
    {"error": {"type": ["x"], "message": {"a": 1}}},
    [],
    [None],
    None,
    "text",
    7,
    b"",
    b"<html><body>Sign in</body></html>",
    b"\xff\xfe\x00",
    b'{"error":',
]


@pytest.mark.parametrize("body", HOSTILE, ids=str)
@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, ports.TokenRefused),
        (403, ports.AccessDenied),
        (404, ports.RecordRefused),
        (422, ports.RecordRefused),
        (429, ports.RateLimited),
        (502, ports.RemoteTrouble),
    ],
)
def test_a_body_of_no_known_shape_leaves_the_status(body: object, status: int, error: type[Exception]) -> None:
    assert type(error_of(response(status, body), "app1")) is error


@pytest.mark.parametrize(
    ("header", "least"),
    [
        (None, 0.0),
        ("", 0.0),
        ("1", 0.0),
        ("45", 45.0),
        ("599.5", 599.5),
        ("600", 600.0),
        ("86400", 600.0),
        ("1e300", 600.0),
        ("inf", 600.0),
        ("nan", 0.0),
        ("-5", 0.0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 0.0),
    ],
)
def test_a_rate_limit_waits_as_told_and_within_bounds(
    header: str | None, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.uniform", lambda least, most: least)
    headers = {} if header is None else {"Retry_After": header}
    error = error_of(response(429, None, **headers), "app1")
    assert isinstance(error, ports.RateLimited)
    assert error.seconds == max(LIMITS.penalty_seconds, least)


def test_several_machines_do_not_come_back_at_once() -> None:
    waits = [error.seconds for _ in range(20) if isinstance(error := error_of(response(429), "app1"), ports.RateLimited)]
    assert len(set(waits)) > 10
    assert all(LIMITS.penalty_seconds <= wait <= LIMITS.penalty_seconds + 3 for wait in waits)


def test_a_denied_access_names_the_base_and_the_kind() -> None:
    words = str(error_of(response(403, typed("INVALID_PERMISSIONS")), "appMINE"))
    assert "appMINE" in words
    assert "(INVALID_PERMISSIONS)" in words
    assert "schema.bases:write" in words


def test_an_unknown_base_is_named() -> None:
    assert "appMINE" in str(error_of(response(404, {"error": "NOT_FOUND"}), "appMINE"))


def test_a_refusal_keeps_the_services_own_words() -> None:
    error = error_of(response(422, typed("INVALID_VALUE", 'Field "Phone" cannot accept it')), "app1")
    assert isinstance(error, ports.RecordRefused)
    assert error.reason == 'Field "Phone" cannot accept it'


def test_a_refusal_without_words_gives_its_kind() -> None:
    error = error_of(response(422, {"error": "INVALID_RECORDS"}), "app1")
    assert isinstance(error, ports.RecordRefused)
    assert error.reason == "INVALID_RECORDS"


def test_the_first_of_several_errors_is_told() -> None:
    body = {"errors": [{"error": "FIRST", "message": "one"}, {"error": "SECOND", "message": "two"}]}
    error = error_of(response(422, body), "app1")
    assert isinstance(error, ports.RecordRefused)
    assert error.reason == "one"


def test_trouble_names_its_status() -> None:
    assert "502" in str(error_of(response(502), "app1"))


def test_a_field_that_is_gone_is_named() -> None:
    assert "fldGONE" in str(error_of(response(422, typed("UNKNOWN_FIELD_NAME", "fldGONE")), "app1"))
