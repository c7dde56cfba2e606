"""Which values each type of field takes, what is kept of them, and the words of a refusal."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.sandbox.small_base import PEOPLE_FIELDS, SmallAirtable, an_id, field_id, record

TEXT_FIELDS = ("Name", "Notes", "Email", "Website", "Phone")
NUMBER_FIELDS = ("Score", "Chance", "Value")


def kept(airtable: SmallAirtable, field: str, value: Any, *, typecast: bool = False) -> Any:
    """What the API shows of a value that was written into one field; None where the cell is absent."""
    answer = airtable.on_people("POST", {"fields": {field: value}, "typecast": typecast})
    assert answer.status == 200, answer.json
    return answer.json["fields"].get(field)


def refusal(airtable: SmallAirtable, field: str, value: Any, *, typecast: bool = False) -> tuple[int, str, str]:
    """Status, type and message of the refusal of a value."""
    answer = airtable.on_people("POST", {"fields": {field: value}, "typecast": typecast})
    return answer.status, answer.kind, answer.message


@pytest.mark.parametrize("field", TEXT_FIELDS)
@pytest.mark.parametrize("text", ["plain", "not an address at all", " spaces kept ", "línea\nnueva 名", "0", "x" * 100_000])
def test_texts_are_kept_as_given_whatever_their_shape(airtable: SmallAirtable, field: str, text: str) -> None:
    assert kept(airtable, field, text) == text


@pytest.mark.parametrize("field", NUMBER_FIELDS)
@pytest.mark.parametrize("number", [0, 7, -3, 0.123, 1e12, -0.5, 123_456_789.123])
def test_numbers_are_kept_unrounded(airtable: SmallAirtable, field: str, number: float) -> None:
    assert kept(airtable, field, number) == number


@pytest.mark.parametrize(("value", "expected"), [(True, True), (False, None)])
def test_a_checkbox_is_true_or_absent(airtable: SmallAirtable, value: bool, expected: bool | None) -> None:
    assert kept(airtable, "Active", value) is expected


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("Stage", "Won", "Won"),
        ("Stage", {"id": "selX", "name": "Lost"}, "Lost"),
        ("Tags", ["vip"], ["vip"]),
        ("Tags", ["trial", "vip"], ["trial", "vip"]),
        ("Tags", [{"name": "vip"}], ["vip"]),
        ("Due", "2026-02-28", "2026-02-28"),
        ("Due", "2026-02-28T23:30:00-02:00", "2026-03-01"),
        ("Met", "2026-05-19T09:05:00.000Z", "2026-05-19T09:05:00.000Z"),
        ("Met", "2026-05-19T11:05:00+02:00", "2026-05-19T09:05:00.000Z"),
        ("Met", "2026-05-19T09:05:00", "2026-05-19T09:05:00.000Z"),
        ("Met", "2026-05-19", "2026-05-19T00:00:00.000Z"),
        ("Met", "2026-05-19T09:05:00.4567Z", "2026-05-19T09:05:00.457Z"),
        ("Met in Berlin", "2026-05-19T11:05:00", "2026-05-19T09:05:00.000Z"),
        ("Met in Berlin", "2026-01-19T11:05:00", "2026-01-19T10:05:00.000Z"),
        ("Met in Berlin", "2026-05-19T11:05:00Z", "2026-05-19T11:05:00.000Z"),
    ],
)
def test_other_types_keep_their_own_form(airtable: SmallAirtable, field: str, value: Any, expected: Any) -> None:
    assert kept(airtable, field, value) == expected


@pytest.mark.parametrize(
    "field", [name for name, kind, _ in PEOPLE_FIELDS if kind not in {"createdTime", "lastModifiedTime", "formula"}]
)
@pytest.mark.parametrize("empty", [None, "", []])
def test_every_empty_value_leaves_the_cell_absent(airtable: SmallAirtable, field: str, empty: Any) -> None:
    assert kept(airtable, field, empty) is None


_WRONG = [
    *[(field, value) for field in TEXT_FIELDS for value in (7, True, ["x"], {"text": "x"}, "x" * 100_001)],
    *[(field, value) for field in NUMBER_FIELDS for value in ("7", True, [7], {"n": 7})],
    *[("Active", value) for value in ("true", 1, ["x"])],
    *[("Stage", value) for value in (7, ["Won"], {"id": "selX"}, True)],
    *[("Tags", value) for value in ("vip", 7, {"name": "vip"}, [7], [["vip"]])],
    *[("Due", value) for value in ("31 February", "2026-02-30", "2026-13-01", 20_260_519, ["2026-05-19"], "soon")],
    *[("Met", value) for value in ("yesterday", "2026-05-19T25:00:00Z", 1_779_000_000, True)],
    *[("Company", value) for value in ("Acme", 7, {"id": "recX"}, [7], [{"name": "Acme"}])],
]


@pytest.mark.parametrize(("field", "value"), _WRONG)
def test_a_value_of_the_wrong_form_is_refused_by_field(airtable: SmallAirtable, field: str, value: Any) -> None:
    message = f'Field "{field}" cannot accept the provided value'
    assert refusal(airtable, field, value) == (422, "INVALID_VALUE_FOR_COLUMN", message)
    assert airtable.people.records == {}


def test_numbers_beyond_finite_are_refused(airtable: SmallAirtable) -> None:
    for number in (b"1e999", b"-1e999", b"NaN"):
        answer = airtable.on_people("POST", b'{"fields":{"Score":' + number + b"}}")
        assert (answer.status, answer.kind) == (422, "INVALID_VALUE_FOR_COLUMN")


@pytest.mark.parametrize("field", ["Created", "Changed", "Label"])
@pytest.mark.parametrize("value", ["x", None, "2026-01-01"])
def test_a_computed_field_takes_nothing_and_says_why(airtable: SmallAirtable, field: str, value: Any) -> None:
    message = f'Field "{field}" cannot accept a value because the field is computed'
    assert refusal(airtable, field, value) == (422, "INVALID_VALUE_FOR_COLUMN", message)


@pytest.mark.parametrize(("field", "value"), [("Stage", "Sold"), ("Tags", ["vip", "Sold"]), ("Stage", "won")])
def test_an_unknown_choice_is_refused_by_its_name(airtable: SmallAirtable, field: str, value: Any) -> None:
    name = value if isinstance(value, str) else value[-1]
    message = f'Insufficient permissions to create new select option ""{name}""'
    assert refusal(airtable, field, value) == (422, "INVALID_MULTIPLE_CHOICE_OPTIONS", message)


@pytest.mark.parametrize(
    ("item", "kind", "message"),
    [
        (an_id("rec", "Nobody"), "ROW_DOES_NOT_EXIST", f"Record ID {an_id('rec', 'Nobody')} does not exist"),
        ("Acme", "INVALID_RECORD_ID", 'Value "Acme" is not a valid record ID.'),
        ("recShort", "INVALID_RECORD_ID", 'Value "recShort" is not a valid record ID.'),
        ("rec" + "ä" * 14, "INVALID_RECORD_ID", f'Value "rec{"ä" * 14}" is not a valid record ID.'),
        ("tbl" + "0" * 14, "INVALID_RECORD_ID", f'Value "tbl{"0" * 14}" is not a valid record ID.'),
    ],
)
def test_a_link_to_what_is_not_there_is_refused(airtable: SmallAirtable, item: str, kind: str, message: str) -> None:
    assert refusal(airtable, "Company", [item]) == (422, kind, message)


def test_a_link_takes_ids_and_objects_once_each(airtable: SmallAirtable) -> None:
    airtable.companies.add([record("Acme", {"Title": "Acme"}), record("Bolt", {"Title": "Bolt"})])
    acme, bolt = an_id("rec", "Acme"), an_id("rec", "Bolt")
    assert kept(airtable, "Company", [bolt, {"id": acme}, bolt]) == [bolt, acme]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("Name", 7, "7"),
        ("Name", 7.5, "7.5"),
        ("Score", "7.5", 7.5),
        ("Score", "-1,234.5", -1234.5),
        ("Value", "€ 1,200.50", 1200.5),
        ("Chance", "12.5%", 0.125),
        ("Chance", "12.5 % ", 0.125),
        ("Chance", "0.5", 0.5),
        ("Score", "50%", 50),
        ("Active", "true", True),
        ("Active", "Checked", True),
        ("Active", "YES", True),
        ("Active", "1", True),
        ("Active", "no", None),
        ("Tags", "vip, trial", ["vip", "trial"]),
        ("Tags", "vip,,", ["vip"]),
    ],
)
def test_typecast_reads_values_out_of_texts(airtable: SmallAirtable, field: str, value: Any, expected: Any) -> None:
    assert kept(airtable, field, value, typecast=True) == expected


_UNREADABLE = [("Score", "many"), ("Score", "--"), ("Score", True), ("Name", ["x"]), ("Active", 2), ("Due", "soon")]


@pytest.mark.parametrize(("field", "value"), _UNREADABLE)
def test_typecast_still_refuses_what_it_cannot_read(airtable: SmallAirtable, field: str, value: Any) -> None:
    assert refusal(airtable, field, value, typecast=True)[1] == "INVALID_VALUE_FOR_COLUMN"


def test_typecast_creates_a_choice_once_for_a_whole_batch(airtable: SmallAirtable) -> None:
    records = [{"fields": {"Stage": "Sold"}}, {"fields": {"Stage": "Sold", "Tags": ["new", "vip"]}}]
    answer = airtable.on_people("POST", {"records": records, "typecast": True})
    stages = airtable.people.fields[field_id("Stage")].options["choices"]
    tags = airtable.people.fields[field_id("Tags")].options["choices"]
    assert [row["fields"]["Stage"] for row in answer.json["records"]] == ["Sold", "Sold"]
    assert [choice["name"] for choice in stages] == ["New", "Won", "Lost", "Sold"]
    assert [choice["name"] for choice in tags] == ["vip", "trial", "new"]
    assert stages[-1]["id"].startswith("sel")
    assert len(stages[-1]["id"]) == 17
    assert stages[-1]["color"] == "blueLight2"


def test_typecast_links_by_name_and_creates_who_is_missing(airtable: SmallAirtable) -> None:
    airtable.companies.add([record("Acme", {"Title": "Acme"})])
    linked = kept(airtable, "Company", "Acme, Bolt", typecast=True)
    names = {record_id: airtable.companies.name_of(record_id) for record_id in linked}
    assert list(names.values()) == ["Acme", "Bolt"]
    assert linked[0] == an_id("rec", "Acme")
    assert len(airtable.companies.records) == 2


def test_a_refused_batch_creates_no_choice_and_no_link(airtable: SmallAirtable) -> None:
    records = [{"fields": {"Stage": "Sold", "Company": ["Bolt"]}}, {"fields": {"Score": "many"}}]
    answer = airtable.on_people("POST", {"records": records, "typecast": True})
    assert answer.status == 422
    assert airtable.people.fields[field_id("Stage")].choice("Sold") is None
    assert airtable.companies.records == {}


@given(st.text(min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was_sent(text: str) -> None:
    assert kept(SmallAirtable(), "Notes", text) == text


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_any_finite_number_comes_back_as_it_was_sent(number: float) -> None:
    assert kept(SmallAirtable(), "Score", number) == number


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_comes_back_as_the_same_moment(moment: datetime) -> None:
    shown = datetime.fromisoformat(kept(SmallAirtable(), "Met", moment.isoformat()))
    assert abs((shown - moment).total_seconds()) <= 0.0006
