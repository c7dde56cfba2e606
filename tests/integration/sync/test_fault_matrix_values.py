"""The fault matrix of sync, rows 30–32: cells of every kind."""

import pytest

from journeydesk.domain.catalogue import PROSPECTS, FieldSpec
from journeydesk.domain.errors import ValueRefused
from journeydesk.domain.values import parse_text
from journeydesk.services.commands.prospects import edit
from tests.integration.sync.base import Base


def test_row_30_a_field_that_is_not_ours_is_shown_and_never_sent(base: Base) -> None:
    record, remote = base.one()
    base.remote.create_field(base.map.table_id, FieldSpec("Sentiment Model", "model"), {})
    base.sync()
    identifier = next(one for one, name in base.maps()["prospects"].other.items() if name == "Sentiment Model")
    cells = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records[remote].cells
    cells[identifier] = {"error": "#ERROR!"}
    base.theirs(remote, phone="news 1")
    base.sync()
    assert "#ERROR!" in base.field(record, "extra")
    assert "Sentiment Model" in base.field(record, "extra")
    edit(base.context, record, {"phone": "ours 1"})
    base.sync()
    assert cells[identifier] == {"error": "#ERROR!"}


NO_VALUES: dict[str, object] = {
    "error": {"error": "#ERROR!"},
    "not a number": {"specialValue": "NaN"},
    "infinity": {"specialValue": "Infinity"},
    "a list": ["1"],
    "a word": "many",
    "nested": {"a": {"b": [1]}},
}


@pytest.mark.parametrize("name", NO_VALUES)
def test_row_30_a_cell_that_is_no_value_is_never_taken_for_cleared(base: Base, name: str) -> None:
    record, remote = base.one()
    edit(base.context, record, {"estimated_revenue": 123_400})
    base.sync()
    identifier = base.map.fields["estimated_revenue"]
    cells = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].records[remote].cells
    cells[identifier] = NO_VALUES[name]
    base.theirs(remote, phone="news 1")
    base.walk_due()
    outcome = base.sync()
    assert (base.field(record, "phone"), base.field(record, "estimated_revenue")) == ("news 1", 123_400)
    assert (outcome.conflicts, outcome.pending) == (0, 0)
    edit(base.context, record, {"phone": "ours 1"})
    base.sync()
    assert (base.seen(remote, "phone"), cells[identifier]) == ("ours 1", NO_VALUES[name])


def test_row_30_a_field_of_an_unknown_type_costs_only_itself(base: Base) -> None:
    record, remote = base.one()
    fields = base.box.workspace.bases[base.box.base_id].tables[base.map.table_id].fields
    fields[base.map.fields["estimated_revenue"]].type = "aiText"
    base.schema_there(field=base.map.fields["phone"], rename="Telephone")
    edit(base.context, record, {"phone": "ours 1"})
    base.sync()
    assert base.seen(remote, "phone") == "ours 1"
    assert base.count("SELECT count(*) FROM prospects WHERE deleted = 0") == 30


TEXTS = {
    "long": "x" * 100_000,
    "emoji": "👩‍👩‍👧 und 🇳🇴",
    "right to left": "שלום \u202eabc",
    "lines": "one\r\ntwo\nthree",
    "formula": "=cmd|'/C calc'!A0",
    "markup": "<img src=x onerror=alert(1)>",
    "quotes": 'O\'Brien \\ "x" {Phone}',
    "spaces": "  kept as typed  ",
}


@pytest.mark.parametrize("name", TEXTS)
def test_row_31_a_text_goes_there_and_back_exactly(base: Base, name: str) -> None:
    record, remote = base.one()
    edit(base.context, record, {"notes": parse_text(PROSPECTS.by_slug["notes"], TEXTS[name])})
    base.sync()
    expected = TEXTS[name].replace("\r\n", "\n")
    assert base.seen(remote, "notes") == expected
    assert base.sync().pushed == 0
    assert base.field(record, "notes") == expected


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 100_001])
def test_row_31_a_text_that_cannot_be_kept_is_refused_before_it_goes(text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_text(PROSPECTS.by_slug["notes"], text)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("estimated_revenue", "1e308"),
        ("estimated_revenue", "0.001"),
        ("estimated_revenue", str(2**53 + 1)),
        ("next_follow_up", "2026-02-29"),
        ("next_follow_up", "10000-01-01"),
        ("deal_probability", "nan"),
    ],
)
def test_row_32_an_inexact_number_or_date_is_refused(slug: str, text: str) -> None:
    with pytest.raises(ValueRefused):
        parse_text(PROSPECTS.by_slug[slug], text)


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("estimated_revenue", "0.30"),
        ("estimated_revenue", "-0"),
        ("estimated_revenue", "123456789.01"),
        ("next_follow_up", "2028-02-29"),
        ("next_follow_up", "0001-01-01"),
        ("next_follow_up", "9999-12-31"),
        ("deal_probability", "0.1"),
    ],
)
def test_row_32_a_number_or_date_goes_there_and_back_exactly(base: Base, slug: str, text: str) -> None:
    record, _ = base.one()
    edit(base.context, record, {slug: parse_text(PROSPECTS.by_slug[slug], text)})
    before = base.field(record, slug)
    base.sync()
    base.walk_due()
    outcome = base.sync()
    assert (base.field(record, slug), outcome.pushed, outcome.conflicts) == (before, 0, 0)
