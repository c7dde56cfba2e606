"""Airtable's formula language: literals, operators, precedence and what makes a formula invalid."""

from typing import Any

import pytest

from journeydesk.sandbox.airtable.errors import AirtableError
from journeydesk.sandbox.airtable.formula import compile_filter, compile_value, records_named
from journeydesk.sandbox.airtable.formula_functions import Scope
from tests.unit.sandbox.small_base import NOW, PEOPLE_ID, an_id, build_base, field_id, record

_CELLS = {
    "Name": "Ada",
    "Score": 8.5,
    "Stage": "Won",
    "Tags": ["vip", "trial"],
    "Active": True,
    "Due": "2026-05-20",
    "Met": "2026-05-18T09:30:00.000Z",
    "Met in Berlin": "2026-05-18T09:30:00.000Z",
}


def value(source: str, **cells: Any) -> Any:
    """What a formula field with that text shows on the record of these cells."""
    base = build_base()
    return compile_value(source, base.tables[PEOPLE_ID], Scope(base, NOW))(record("Ada", cells or _CELLS))


def keeps(source: str, **cells: Any) -> bool:
    """Whether `filterByFormula=source` keeps the record."""
    base = build_base()
    return compile_filter(source, base.tables[PEOPLE_ID], Scope(base, NOW))(record("Ada", cells or _CELLS))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("7", 7),
        ("7.25", 7.25),
        ("-7", -7),
        ("--7", 7),
        ("'text'", "text"),
        ('"text"', "text"),
        (r"'it\'s'", "it's"),
        (r'"say \"so\""', 'say "so"'),
        (r"'a\nb\tc\rd'", "a\nb\tc\rd"),
        (r"'back\\slash'", "back\\slash"),
        ("'ünïcødé 名'", "ünïcødé 名"),
        ("''", ""),
        ("  7  ", 7),
        ("\n( 7 )\n", 7),
    ],
)
def test_literals_are_numbers_and_texts_in_either_quotes(source: str, expected: Any) -> None:
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2+3*4", 14),
        ("(2+3)*4", 20),
        ("2*3+4", 10),
        ("10-4-3", 3),
        ("100/10/5", 2),
        ("2-3*-4", 14),
        ("-2+5", 3),
        ("-(2+5)", -7),
        ("1+2&3+4", "37"),
        ("'a'&1+1&'b'", "a2b"),
        ("1&2=12", True),
        ("1+1=2", True),
        ("2=1+1", True),
        ("1<2=1", True),
        ("3>2>1", False),
        ("'a'&'b'='ab'", True),
    ],
)
def test_operators_bind_as_in_airtable(source: str, expected: Any) -> None:
    assert value(source) == expected


@pytest.mark.parametrize(
    ("operator", "smaller", "same", "greater"),
    [
        ("=", False, True, False),
        ("!=", True, False, True),
        ("<", True, False, False),
        ("<=", True, True, False),
        (">", False, False, True),
        (">=", False, True, True),
    ],
)
@pytest.mark.parametrize(
    ("low", "high"),
    [("1", "2"), ("-1", "0.5"), ("'a'", "'b'"), ("'A'", "'a'"), ("{Met}", "{Due}"), ("{Met}", "'2026-05-19'")],
)
def test_every_comparison_orders_numbers_texts_and_dates(
    operator: str, smaller: bool, same: bool, greater: bool, low: str, high: str
) -> None:
    assert value(f"{low}{operator}{high}") is smaller
    assert value(f"{low}{operator}{low}") is same
    assert value(f"{high}{operator}{low}") is greater


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{Notes}=''", True),
        ("{Notes}=BLANK()", True),
        ("{Notes}=0", True),
        ("{Notes}<1", True),
        ("{Notes}&'x'", "x"),
        ("{Notes}+1", 1),
        ("{Score}=BLANK()", False),
        ("{Active}=1", True),
        ("{Active}&''", "1"),
        ("{Active}+1", 2),
        ("1=1.0", True),
        ("1='1'", True),
        ("1.5='1.5'", True),
        ("{Tags}='vip, trial'", True),
        ("{Tags}&'!'", "vip, trial!"),
        ("FALSE()&'x'", "x"),
    ],
)
def test_blank_is_both_empty_text_and_zero(source: str, expected: Any) -> None:
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{Notes}={Due}", False),
        ("{Due}={Notes}", False),
        ("{Due}!={Notes}", True),
        ("{Due}<{Notes}", False),
        ("{Due}>={Notes}", False),
        ("{Due}='2026-05-20'", True),
        ("'2026-05-20'={Due}", True),
        ("{Met}='2026-05-18T11:30:00+02:00'", True),
        ("{Met}={Met in Berlin}", True),
    ],
)
def test_a_date_compares_with_dates_and_never_with_blank(source: str, expected: bool) -> None:
    assert value(source) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("{Name}", "Ada"),
        ("Name", "Ada"),
        (f"{{{field_id('Name')}}}", "Ada"),
        (field_id("Name"), "Ada"),
        ("{Score}", 8.5),
        ("{Met in Berlin}&''", "2026-05-18T09:30:00.000Z"),
        ("{Due}&''", "2026-05-20T00:00:00.000Z"),
        ("{Created}&''", "2026-01-05T08:00:00.000Z"),
        ("{Changed}&''", ""),
        ("{Met}", "2026-05-18T09:30:00.000Z"),
    ],
)
def test_a_field_stands_in_braces_or_bare_by_name_or_id(name: str, expected: Any) -> None:
    assert value(name) == expected


def test_a_braces_name_may_escape_its_closing_brace() -> None:
    base = build_base()
    table = base.tables[PEOPLE_ID]
    table.fields[field_id("Name")].name = "odd } name"
    assert compile_value(r"{odd \} name}", table, Scope(base, NOW))(record("Ada", {"Name": "Ada"})) == "Ada"


def test_a_link_reads_as_the_names_of_what_it_links() -> None:
    base = build_base()
    companies = base.tables[an_id("tbl", "Companies")]
    companies.add([record("Acme", {"Title": "Acme"}), record("Bolt", {"Title": "Bolt"})])
    linked = record("Ada", {"Company": [an_id("rec", "Acme"), an_id("rec", "Bolt"), an_id("rec", "Gone")]})
    read = compile_value("{Company}", base.tables[PEOPLE_ID], Scope(base, NOW))
    assert read(linked) == "Acme, Bolt, "


@pytest.mark.parametrize(
    "source",
    [
        "1/0",
        "{Score}/({Score}-{Score})",
        "'a'+1",
        "-'a'",
        "{Tags}*2",
        "{Met}+1",
        "{Name}={Due}",
        "NOT(1,2)",
        "IF()",
        "IF(1)",
        "EXACT('a')",
        "REGEX_MATCH('a','(')",
        "REGEX_MATCH({Name},'(')",
        "DATEADD({Due},99999999999,'days')",
        "DATEADD({Due},1,'fortnight')",
        "DATETIME_PARSE('yesterday')",
        "FIND('a','b'," + "9" * 400 + ")",
    ],
)
def test_a_row_on_which_a_formula_fails_has_an_error(source: str) -> None:
    assert value(source) == ({"specialValue": "NaN"} if "/" in source else {"error": "#ERROR!"})
    assert not keeps(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1", True),
        ("0", False),
        ("0.0", False),
        ("-1", True),
        ("''", False),
        ("'0'", True),
        ("TRUE()", True),
        ("FALSE()", False),
        ("BLANK()", False),
        ("{Name}", True),
        ("{Notes}", False),
        ("{Tags}", True),
        ("{Active}", True),
        ("{Due}", True),
    ],
)
def test_a_filter_keeps_what_is_neither_zero_nor_empty(source: str, expected: bool) -> None:
    assert keeps(source) is expected


@pytest.mark.parametrize(
    "source",
    [
        "",
        " ",
        "1+",
        "+1",
        "1 2",
        "(1",
        "1)",
        "AND(",
        "AND(1",
        "AND(1,",
        "AND(1 2)",
        "AND(,1)",
        "'open",
        '"open',
        "{Name",
        "1 == 1",
        "1 ! 1",
        "#",
        "1;2",
        "LAST_MODIFIED_TIME(",
        "LAST_MODIFIED_TIME({Name}{Notes})",
        "LAST_MODIFIED_TIME({Name}",
        "(" * 70 + "1" + ")" * 70,
    ],
)
def test_what_does_not_parse_is_an_invalid_formula(source: str) -> None:
    with pytest.raises(AirtableError) as refusal:
        value(source)
    assert (refusal.value.status, refusal.value.kind) == (422, "INVALID_FILTER_BY_FORMULA")
    assert refusal.value.message == (
        "The formula for filtering records is invalid: Invalid formula. Please check your formula text."
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{Nickname}", "Unknown field names: nickname"),
        ("Nickname=1", "Unknown field names: nickname"),
        ("LAST_MODIFIED_TIME({Nickname})", "Unknown field names: nickname"),
        ("SHOUT(1)", "Unknown function names: SHOUT"),
        ("shout(1)", "Unknown function names: SHOUT"),
    ],
)
def test_an_unknown_name_is_refused_with_that_name(source: str, reason: str) -> None:
    with pytest.raises(AirtableError) as refusal:
        value(source)
    assert refusal.value.message == f"The formula for filtering records is invalid: {reason}"


def test_sixty_levels_of_parentheses_are_still_taken() -> None:
    assert value("(" * 59 + "1" + ")" * 59) == 1


def test_many_terms_in_a_row_do_not_count_as_depth() -> None:
    assert value("+".join(["1"] * 500)) == 500
    assert keeps(f"OR({','.join(['0'] * 200 + ['1'])})")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"RECORD_ID()='{an_id('rec', 'Ada')}'", {an_id("rec", "Ada")}),
        (
            f"OR(RECORD_ID()='{an_id('rec', 'Ada')}',RECORD_ID()='{an_id('rec', 'Bob')}')",
            {an_id("rec", "Ada"), an_id("rec", "Bob")},
        ),
        (f"NOT(RECORD_ID()='{an_id('rec', 'Ada')}')", None),
        (f"AND(RECORD_ID()='{an_id('rec', 'Ada')}',1)", None),
        ("RECORD_ID()='short'", None),
        ("", None),
    ],
)
def test_a_formula_that_only_names_records_is_recognised(source: str, expected: set[str] | None) -> None:
    assert records_named(source) == expected
