"""Limits, failures on order, other people's edits and webhooks' gaps."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
import pytest

from tests.integration.sandbox.conftest import Wire

Keys = Callable[[], str]


def count(wire: Wire, key: str) -> int:
    """How many records have that Application ID."""
    found = wire.send("GET", f"{wire.table()}?filterByFormula={{Application ID}}='{key}'")
    return len(found.json()["records"])


def test_the_sixth_request_in_a_second_closes_the_base_to_everyone(wire: Wire) -> None:
    other = wire.control("tokens", {"name": "Priya Raghunath"})["token"]
    wire.control("limits", {"lifted": False})
    wire.sandbox.workspace.clock.freeze()
    path = f"{wire.table()}?pageSize=1"
    statuses = [wire.send("GET", path).status_code for _ in range(5)]
    sixth = wire.send("GET", path, token=other)
    wire.control("clock", {"advance_s": 29})
    still = wire.send("GET", path)
    wire.control("clock", {"advance_s": 2})
    again = wire.send("GET", path)
    wire.sandbox.workspace.clock.run()
    assert statuses == [200] * 5
    assert (sixth.status_code, still.status_code, again.status_code) == (429, 429, 200)
    assert sixth.json()["errors"][0]["error"] == "RATE_LIMIT_REACHED"
    assert "retry-after" not in sixth.headers


def test_an_empty_quota_stops_records_while_the_schema_answers(wire: Wire) -> None:
    wire.control("limits", {"calls_left": 1})
    answers = [wire.send("GET", f"{wire.table()}?pageSize=1") for _ in range(2)]
    schema = wire.send("GET", f"meta/bases/{wire.sandbox.base_id}/tables")
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1].json()["errors"][0]["error"] == "PUBLIC_API_BILLING_LIMIT_EXCEEDED"
    assert schema.status_code == 200


@pytest.mark.parametrize(("kind", "made"), [("drop-before", 0), ("drop-after", 1), ("truncate", 1)])
def test_a_connection_can_be_cut_before_and_after_the_write(wire: Wire, new_key: Keys, kind: str, made: int) -> None:
    key = new_key()
    wire.control("faults", {"kind": kind, "method": "POST", "path": "Beta"})
    with pytest.raises(httpx.TransportError):
        wire.send("POST", wire.table(), {"fields": {"Application ID": key}})
    assert count(wire, key) == made


@pytest.mark.parametrize(("kind", "made"), [("status-before", 0), ("status-after", 1), ("html", 0)])
def test_a_status_can_hide_whether_the_write_happened(wire: Wire, new_key: Keys, kind: str, made: int) -> None:
    key = new_key()
    wire.control("faults", {"kind": kind, "method": "POST", "status": 503, "retry_after": "1"})
    answer = wire.send("POST", wire.table(), {"fields": {"Application ID": key}})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert count(wire, key) == made


def test_a_fault_waits_for_its_turn_and_happens_as_often_as_asked(wire: Wire) -> None:
    wire.control("faults", {"kind": "status-before", "method": "GET", "status": 500, "skip": 1, "times": 2})
    statuses = [wire.send("GET", f"{wire.table()}?pageSize=1").status_code for _ in range(4)]
    assert statuses == [200, 500, 500, 200]


def test_the_date_header_follows_a_clock_that_can_be_wrong(wire: Wire) -> None:
    wire.control("clock", {"offset_s": -7200})
    answer = wire.send("GET", f"{wire.table()}?pageSize=1")
    behind = datetime.now(UTC) - parsedate_to_datetime(answer.headers["date"])
    assert timedelta(hours=1, minutes=59) < behind < timedelta(hours=2, minutes=1)


def test_another_persons_edit_shows_and_is_told_with_their_name(wire: Wire, new_key: Keys) -> None:
    made = wire.send("POST", wire.table(), {"fields": {"Application ID": new_key(), "Notes": "mine"}}).json()
    specification = {"options": {"filters": {"dataTypes": ["tableData"], "fromSources": ["client"]}}}
    hook = wire.send("POST", f"bases/{wire.sandbox.base_id}/webhooks", {"specification": specification}).json()
    edit = {"table": "Beta Applications", "user": "Tomasz Wilk"}
    wire.control("edits", {**edit, "update": [{"id": made["id"], "fields": {"Notes": "theirs"}}]})
    payloads = wire.send("GET", f"bases/{wire.sandbox.base_id}/webhooks/{hook['id']}/payloads").json()["payloads"]
    seen = wire.send("GET", f"{wire.table()}/{made['id']}").json()
    wire.send("DELETE", f"bases/{wire.sandbox.base_id}/webhooks/{hook['id']}")
    assert seen["fields"]["Notes"] == "theirs"
    assert payloads[0]["actionMetadata"]["source"] == "client"
    assert payloads[0]["actionMetadata"]["sourceMetadata"]["user"]["name"] == "Tomasz Wilk"


def test_payloads_are_gone_after_a_week_and_the_cursor_tells(wire: Wire, new_key: Keys) -> None:
    specification = {"options": {"filters": {"dataTypes": ["tableData"]}}}
    hooks = f"bases/{wire.sandbox.base_id}/webhooks"
    hook = wire.send("POST", hooks, {"specification": specification}).json()
    for _ in range(3):
        wire.send("POST", wire.table(), {"fields": {"Application ID": new_key()}})
    wire.control("clock", {"advance_s": 6 * 86_400})
    wire.send("POST", wire.table(), {"fields": {"Application ID": new_key()}})
    wire.control("clock", {"advance_s": 2 * 86_400})
    answer = wire.send("GET", f"{hooks}/{hook['id']}/payloads?cursor=1").json()
    wire.send("DELETE", f"{hooks}/{hook['id']}")
    assert len(answer["payloads"]) == 1
    assert answer["cursor"] == 5


def test_an_expired_hook_collects_nothing_and_cannot_be_refreshed(wire: Wire, new_key: Keys) -> None:
    specification = {"options": {"filters": {"dataTypes": ["tableData"]}}}
    hooks = f"bases/{wire.sandbox.base_id}/webhooks"
    hook = wire.send("POST", hooks, {"specification": specification}).json()
    wire.control("clock", {"advance_s": 7 * 86_400 + 60})
    wire.send("POST", wire.table(), {"fields": {"Application ID": new_key()}})
    answer = wire.send("GET", f"{hooks}/{hook['id']}/payloads").json()
    refreshed = wire.send("POST", f"{hooks}/{hook['id']}/refresh")
    wire.send("DELETE", f"{hooks}/{hook['id']}")
    assert answer["payloads"] == []
    assert refreshed.status_code == 422


def test_a_disabled_hook_says_so_in_its_feed(wire: Wire) -> None:
    specification = {"options": {"filters": {"dataTypes": ["tableData"]}}}
    hooks = f"bases/{wire.sandbox.base_id}/webhooks"
    hook = wire.send("POST", hooks, {"specification": specification}).json()
    wire.control("hooks", {"hook": hook["id"], "code": "INVALID_FILTERS"})
    payload = wire.send("GET", f"{hooks}/{hook['id']}/payloads").json()["payloads"][0]
    listed = wire.send("GET", hooks).json()["webhooks"]
    wire.send("DELETE", f"{hooks}/{hook['id']}")
    assert (payload["error"], payload["code"]) == (True, "INVALID_FILTERS")
    assert [one["isHookEnabled"] for one in listed if one["id"] == hook["id"]] == [False]


def test_whether_the_far_side_counts_as_edited_can_be_chosen(wire: Wire, new_key: Keys) -> None:
    base = wire.sandbox.workspace.bases[wire.sandbox.base_id]
    edited = []
    for touches in (True, False):
        base.inverse_touches_modified = touches
        prospect = wire.send("POST", wire.table(), {"fields": {"Application ID": new_key()}}).json()["id"]
        wire.send("POST", wire.table("Tasks"), {"fields": {"Task ID": new_key(), "Customer": [prospect]}})
        formula = f"AND(RECORD_ID()='{prospect}', LAST_MODIFIED_TIME())"
        edited.append(len(wire.send("GET", f"{wire.table()}?filterByFormula={formula}").json()["records"]))
    base.inverse_touches_modified = True
    assert edited == [1, 0]
