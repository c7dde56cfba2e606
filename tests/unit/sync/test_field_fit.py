"""How well each remote type holds each of ours (the table of types)."""

import pytest

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS, SURVEYS, FieldSpec
from journeydesk.domain.field_kinds.fit import Fit
from journeydesk.domain.field_kinds.form import COMPUTED
from journeydesk.sync.ports import RemoteField

pytestmark = pytest.mark.fault(66)

TEXTS = {"singleLineText", "multilineText", "email", "url", "phoneNumber", "richText"}
FREE_TEXTS = {"singleLineText", "multilineText", "richText"}
PEOPLE = {"singleCollaborator", "multipleCollaborators"}
SELECTS = {"singleSelect", "multipleSelects"}
NUMBERS = {"number", "currency", "percent", "rating", "duration"}
ALL = (
    TEXTS
    | PEOPLE
    | SELECTS
    | NUMBERS
    | {"date", "dateTime", "checkbox", "multipleRecordLinks", "barcode", "multipleAttachments"}
)


def _spec(name: str) -> FieldSpec:
    table = {"duration": INTERACTIONS, "prospect": INTERACTIONS, "case_study": SURVEYS}.get(name, PROSPECTS)
    return table.by_slug[name]


@pytest.mark.parametrize(
    ("name", "same", "by_rule"),
    [
        ("company", TEXTS, PEOPLE | SELECTS),
        ("email", TEXTS, PEOPLE | SELECTS),
        ("notes", TEXTS, PEOPLE | SELECTS),
        ("score", {"number"}, {"currency", "percent", "rating"}),
        ("duration", {"number"}, {"currency", "percent", "rating", "duration"}),
        ("estimated_revenue", {"currency"}, {"number"}),
        ("deal_probability", {"percent"}, {"number", "rating"}),
        ("status", {"singleSelect"}, TEXTS | {"multipleSelects"}),
        ("applied_on", {"dateTime"}, {"date"}),
        ("next_follow_up", {"date"}, {"dateTime"}),
        ("case_study", {"checkbox"}, FREE_TEXTS | {"singleSelect"}),
        ("prospect", {"multipleRecordLinks"}, FREE_TEXTS),
    ],
)
def test_each_of_our_types_has_its_remote_ones(name: str, same: set[str], by_rule: set[str]) -> None:
    fits_as = {kind: RemoteField("fld1", "Any", kind).fit(_spec(name)) for kind in ALL}
    assert {kind for kind, fit in fits_as.items() if fit is Fit.SAME} == same
    assert {kind for kind, fit in fits_as.items() if fit is Fit.BY_RULE} == by_rule


def test_a_text_shows_what_it_cannot_write() -> None:
    spec = PROSPECTS.by_slug["company"]
    shown = {kind for kind in ALL if RemoteField("fld1", "Any", kind).fit(spec) is Fit.READ_ONLY}
    assert shown == NUMBERS | {"date", "dateTime", "barcode", "multipleRecordLinks"}


@pytest.mark.parametrize("kind", sorted(COMPUTED))
def test_what_the_service_computes_is_never_written(kind: str) -> None:
    fits_as = {RemoteField("f", "Any", kind, result="number").fit(spec) for spec in PROSPECTS.fields}
    assert fits_as <= {Fit.READ_ONLY, Fit.NONE}


@pytest.mark.parametrize(
    ("name", "kind", "result"),
    [
        ("applied_on", "createdTime", ""),
        ("score", "formula", "number"),
        ("owner", "createdBy", ""),
        ("score", "autoNumber", ""),
        ("company", "multipleLookupValues", "singleLineText"),
    ],
)
def test_what_is_computed_is_read_by_its_result(name: str, kind: str, result: str) -> None:
    assert RemoteField("f", "Any", kind, result=result).fit(PROSPECTS.by_slug[name]) is Fit.READ_ONLY


def test_a_formula_of_an_unknown_result_fits_nothing() -> None:
    assert all(RemoteField("f", "Any", "formula").fit(spec) is Fit.NONE for spec in PROSPECTS.fields)


@pytest.mark.parametrize("name", ["prospect", "company"])
def test_a_look_up_of_links_is_read_where_its_table_is_told(name: str) -> None:
    told = RemoteField("fld1", "Any", "multipleLookupValues", links_to="tbl1", result="multipleRecordLinks")
    untold = RemoteField("fld1", "Any", "multipleLookupValues", result="multipleRecordLinks")
    assert (told.fit(_spec(name)), untold.fit(_spec(name))) == (Fit.READ_ONLY, Fit.NONE)
