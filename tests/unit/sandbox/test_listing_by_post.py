"""Listing by POST: the options of the query in a body, and bodies of the wrong form."""

from typing import Any

import pytest

from tests.unit.sandbox.small_base import SmallAirtable
from tests.unit.sandbox.test_listing import fill

INVALID = "Invalid request: parameter validation failed. Check your request data."

_BAD: list[dict[str, Any]] = [
    {"pageSize": 0},
    {"pageSize": 101},
    {"pageSize": "many"},
    {"pageSize": []},
    {"maxRecords": 0},
    {"maxRecords": -1},
    {"fields": "Name"},
    {"fields": [7]},
    {"filterByFormula": 7},
    {"filterByFormula": ["1"]},
    {"sort": [{"direction": "asc"}]},
    {"sort": [{"field": 7}]},
    {"sort": ["Name"]},
    {"sort": [{"field": "Name", "direction": "up"}]},
    {"sort": 7},
    {"recordMetadata": 7},
    {"returnFieldsByFieldId": "yes"},
    {"returnFieldsByFieldId": {}},
]


@pytest.mark.parametrize("body", _BAD)
def test_a_list_body_of_the_wrong_form_is_refused(airtable: SmallAirtable, body: dict[str, Any]) -> None:
    answer = airtable.on_people("POST", body, record_id="listRecords")
    assert answer.status == 422
    assert answer.json == {"error": {"type": "INVALID_REQUEST_UNKNOWN", "message": INVALID}}


def test_a_list_by_post_takes_the_same_options(airtable: SmallAirtable) -> None:
    fill(airtable, 25)
    body: dict[str, Any] = {
        "filterByFormula": "{Score}>=5",
        "sort": [{"field": "Score", "direction": "desc"}],
        "fields": ["Score"],
        "pageSize": 8,
        "maxRecords": 12,
    }
    first = airtable.on_people("POST", body, record_id="listRecords")
    second = airtable.on_people("POST", {**body, "offset": first.json["offset"]}, record_id="listRecords")
    scores = [row["fields"]["Score"] for row in first.json["records"] + second.json["records"]]
    assert scores == list(range(24, 12, -1))
    assert "offset" not in second.json
