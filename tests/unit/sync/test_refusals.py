"""Which fields the service's own words blame."""

import pytest

from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.acknowledgement import fields_named_in

MAP = TableMap(
    "prospects",
    "tbl1",
    {"status": "fldSTATUS", "phone": "fldPHONE", "score": "fldSCORE"},
    {},
    {"status": RemoteForm("singleSelect"), "phone": RemoteForm("phoneNumber"), "score": RemoteForm("number")},
    {"status": {"Neu": "New"}},
)


@pytest.mark.parametrize(
    ("reason", "fields"),
    [
        ('Insufficient permissions to create new select option "Active"', {"status"}),
        ('Field "Phone" cannot accept the provided value', {"phone"}),
        ("Unknown field fldSCORE", {"score"}),
        ('Field "Phone" and "Active"', {"phone", "status"}),
        ("Field Phone cannot accept Active", set()),
        ("Something went wrong", set()),
    ],
)
def test_a_field_is_blamed_by_value_name_or_id(reason: str, fields: set[str]) -> None:
    assert fields_named_in(MAP, {"status": "Active", "phone": "1", "score": 4}, reason) == fields


def test_a_renamed_option_is_blamed_under_its_remote_name() -> None:
    assert fields_named_in(MAP, {"status": "New"}, 'new select option "Neu"') == {"status"}
    assert fields_named_in(MAP, {"status": "New"}, 'new select option "New"') == set()


def test_a_linked_record_is_blamed_by_its_id() -> None:
    links = TableMap("interactions", "tbl2", {"prospect": "fldLINK"}, {}, {"prospect": RemoteForm("multipleRecordLinks")})
    assert fields_named_in(links, {"prospect": ["recA", "recB"]}, 'Record "recB" does not exist') == {"prospect"}
    assert fields_named_in(links, {"prospect": ["recA"]}, 'Record "recB" does not exist') == set()
