"""The control API over HTTP: counters, clock, tokens, edits, schema changes, and what makes no sense."""

from typing import Any

import pytest

from tests.integration.sandbox.conftest import Wire


def _refused(wire: Wire, path: str, body: Any, method: str = "POST") -> tuple[int, str]:
    answer = wire.client.request(method, f"{wire.sandbox.control_url}/{path}", json=body)
    return answer.status_code, str(answer.json().get("problem", answer.text))


def test_counters_count_by_service_method_and_status(wire: Wire) -> None:
    wire.control("counters", method="DELETE")
    wire.send("GET", f"{wire.table()}?pageSize=1")
    wire.send("GET", f"{wire.table()}?pageSize=0")
    wire.send("POST", wire.table(), {"records": []})
    counts = wire.control("counters", method="GET")
    assert counts == {"airtable": 3, "airtable GET": 2, "airtable POST": 1, "airtable 200": 1, "airtable 422": 2}
    wire.control("counters", method="DELETE")
    assert wire.control("counters", method="GET") == {}


def test_faults_wait_in_line_and_can_be_cleared(wire: Wire) -> None:
    order = {"kind": "status-before", "status": 503}
    assert [wire.control("faults", order)["faults"] for _ in range(2)] == [1, 2]
    assert wire.send("GET", f"{wire.table()}?pageSize=1").status_code == 503
    assert wire.control("faults", method="DELETE") == {"faults": 0}
    assert wire.send("GET", f"{wire.table()}?pageSize=1").status_code == 200


def test_the_clock_is_set_and_advanced(wire: Wire) -> None:
    assert wire.control("clock", {"offset_s": 60})["offset_s"] == 60
    assert wire.control("clock", {"advance_s": 5})["offset_s"] == 65
    assert wire.control("clock", {"offset_s": -5, "advance_s": 2})["offset_s"] == -3


def test_a_token_is_made_used_and_taken_away(wire: Wire) -> None:
    token = wire.control("tokens", {"scopes": ["data.records:read"], "token": "patMINE.x"})["token"]
    assert token == "patMINE.x"
    assert wire.send("GET", f"{wire.table()}?pageSize=1", token=token).status_code == 200
    wire.control("tokens", {"token": token}, method="DELETE")
    assert wire.send("GET", f"{wire.table()}?pageSize=1", token=token).status_code == 401


def test_a_person_edits_more_than_ten_records_at_once(wire: Wire) -> None:
    created = wire.control("edits", {"table": "Tasks", "create": [{"Title": f"T{number}"} for number in range(23)]})["created"]
    assert len(created) == 23
    updates = [{"id": record_id, "fields": {"Title": "same"}} for record_id in created]
    wire.control("edits", {"table": "Tasks", "update": updates})
    titles = wire.send("GET", f"{wire.table('Tasks')}?filterByFormula={{Title}}='same'").json()["records"]
    assert len(titles) == 23
    wire.control("edits", {"table": "Tasks", "delete": created})
    assert wire.send("GET", f"{wire.table('Tasks')}?filterByFormula={{Title}}='same'").json()["records"] == []


def test_a_choice_is_renamed_with_its_values_and_removed(wire: Wire) -> None:
    record_id = wire.control("edits", {"table": "Tasks", "create": [{"Title": "x", "Kind": "Once"}]})["created"][0]
    schema = {"table": "Tasks", "field": "Kind"}
    wire.control("schema", {**schema, "rename_choice": ["Once", "Twice"]})
    assert wire.send("GET", f"{wire.table('Tasks')}/{record_id}").json()["fields"]["Kind"] == "Twice"
    wire.control("schema", {**schema, "remove_choice": "Twice"})
    assert "Kind" not in wire.send("GET", f"{wire.table('Tasks')}/{record_id}").json()["fields"]
    assert _refused(wire, "schema", {**schema, "remove_choice": "Twice"}) == (
        400,
        "ControlError: field 'Kind' has no choice 'Twice'",
    )


@pytest.mark.parametrize(
    ("path", "body", "status", "words"),
    [
        ("nonsense", {}, 404, "no control command POST nonsense"),
        ("faults", {"kind": "earthquake"}, 400, "ValueError"),
        ("faults", {"kind": "html", "colour": "red"}, 400, "unknown keys ['colour']"),
        ("clock", {"offset_s": "noon"}, 400, "ValueError"),
        ("tokens", {"role": "king"}, 400, "allowed are none, read, comment, edit, create, owner"),
        ("edits", {"table": "Shoes"}, 400, "has no table 'Shoes'"),
        ("edits", {}, 400, "KeyError"),
        ("edits", {"table": "Tasks", "create": [{"Shoe": 44}]}, 422, "UNKNOWN_FIELD_NAME"),
        ("schema", {"table": "Tasks", "field": "Shoe"}, 400, "has no field 'Shoe'"),
        ("hooks", {"hook": "achNone"}, 400, "no hook 'achNone'"),
        ("stripe", {"complete": "cs_test_None"}, 404, "resource_missing"),
    ],
)
def test_a_command_that_makes_no_sense_says_why(wire: Wire, path: str, body: Any, status: int, words: str) -> None:
    answered, problem = _refused(wire, path, body)
    assert answered == status
    assert words in problem


def test_an_address_of_no_stand_in_is_a_404(wire: Wire) -> None:
    for path in ("", "/github/v3", "/airtable/v9", "/stripe/v2/customers"):
        answer = wire.client.get(wire.sandbox.url + path)
        assert (answer.status_code, answer.json()) == (404, {"error": "NOT_FOUND"})
