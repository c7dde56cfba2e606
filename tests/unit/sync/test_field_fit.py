"""Which remote types can hold which of ours."""

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS
from journeydesk.sync.field_fit import COMPUTED, fits
from journeydesk.sync.ports import RemoteField

TEXTS = {"singleLineText", "multilineText", "email", "url", "phoneNumber", "richText"}
NUMBERS = {"number", "currency", "percent"}
OTHERS = {"singleSelect", "date", "dateTime", "checkbox", "multipleRecordLinks", "multipleSelects", *COMPUTED}


@pytest.mark.parametrize(
    ("slug", "types"),
    [
        ("company", TEXTS),
        ("email", TEXTS),
        ("notes", TEXTS),
        ("website", TEXTS),
        ("phone", TEXTS),
        ("score", NUMBERS),
        ("estimated_revenue", {"currency"}),
        ("deal_probability", {"percent"}),
        ("status", {"singleSelect"}),
        ("applied_on", {"dateTime"}),
        ("next_follow_up", {"date"}),
    ],
)
def test_a_field_fits_only_what_can_hold_it(slug: str, types: set[str]) -> None:
    spec = PROSPECTS.by_slug[slug]
    assert {kind for kind in TEXTS | NUMBERS | OTHERS if fits(spec, RemoteField("fld1", "Any", kind))} == types


def test_a_link_fits_only_a_link() -> None:
    link = INTERACTIONS.by_slug["prospect"]
    assert fits(link, RemoteField("fld1", "Any", "multipleRecordLinks"))
    assert not fits(link, RemoteField("fld1", "Any", "singleLineText"))


def test_nothing_of_ours_fits_what_the_service_computes() -> None:
    assert not any(fits(spec, RemoteField("f", "Any", kind)) for spec in PROSPECTS.fields for kind in COMPUTED)
