"""Every function of the formula language that the stand-in knows."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.sandbox.airtable.formula import compile_filter, compile_value
from journeydesk.sandbox.airtable.formula_functions import FUNCTIONS, LAZY_FUNCTIONS, Scope
from tests.unit.sandbox.small_base import CREATED_MS, NOW, PEOPLE_ID, an_id, build_base, field_id, record
from tests.unit.sandbox.test_formula_operators import value

_MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1))  # noqa: DTZ001 - the strategy takes naive bounds
_CASES: dict[str, list[tuple[str, Any]]] = {
    "NOT": [("NOT(0)", True), ("NOT(1)", False), ("NOT('')", True), ("NOT({Notes})", True), ("not(BLANK())", True)],
    "XOR": [("XOR(1,0)", True), ("XOR(1,1)", False), ("XOR(1,1,1)", True), ("XOR(0,0)", False), ("XOR()", False)],
    "TRUE": [("TRUE()", True), ("TRUE()=1", True)],
    "FALSE": [("FALSE()", False), ("FALSE()=0", True)],
    "BLANK": [("BLANK()", None), ("BLANK()&'x'", "x"), ("BLANK()=0", True)],
    "AND": [("AND(1,'a',TRUE())", True), ("AND(1,0)", False), ("AND()", True), ("AND(0,1/0)", False)],
    "OR": [("OR(0,'',1)", True), ("OR(0,'')", False), ("OR()", False), ("OR(1,1/0)", True)],
    "IF": [
        ("IF(1,'yes','no')", "yes"),
        ("IF(0,'yes','no')", "no"),
        ("IF(0,'yes')", None),
        ("IF(1,'yes',1/0)", "yes"),
        ("IF(0,1/0,'no')", "no"),
        ("IF({Score}>8,'high',IF({Score}>4,'middling','low'))", "high"),
    ],
    "IS_AFTER": [
        ("IS_AFTER({Due},{Met})", True),
        ("IS_AFTER({Met},{Due})", False),
        ("IS_AFTER({Due},{Due})", False),
        ("IS_AFTER({Notes},{Due})", False),
        ("IS_AFTER({Due},{Notes})", False),
        ("IS_AFTER({Met},'2026-05-18T09:29:59Z')", True),
    ],
    "IS_BEFORE": [
        ("IS_BEFORE({Met},{Due})", True),
        ("IS_BEFORE({Due},{Met})", False),
        ("IS_BEFORE({Due},{Due})", False),
        ("IS_BEFORE({Notes},{Due})", False),
        ("IS_BEFORE({Due},{Notes})", False),
    ],
    "IS_SAME": [
        ("IS_SAME({Due},{Due})", True),
        ("IS_SAME({Due},{Met})", False),
        ("IS_SAME({Met},'2026-05-18','day')", True),
        ("IS_SAME({Met},'2026-05-18','days')", True),
        ("IS_SAME({Met},'2026-05-18')", False),
        ("IS_SAME({Met},'2026-05-19','day')", False),
        ("IS_SAME({Notes},{Notes})", False),
        ("IS_SAME({Due},{Notes},'day')", False),
    ],
    "DATETIME_PARSE": [
        ("DATETIME_PARSE('2026-05-18')&''", "2026-05-18T00:00:00.000Z"),
        ("DATETIME_PARSE('2026-05-18T10:00:00+02:00')&''", "2026-05-18T08:00:00.000Z"),
        ("DATETIME_PARSE('2026-05-18','YYYY-MM-DD')&''", "2026-05-18T00:00:00.000Z"),
        ("DATETIME_PARSE({Met})&''", "2026-05-18T09:30:00.000Z"),
    ],
    "DATEADD": [
        ("DATEADD({Due},1,'day')&''", "2026-05-21T00:00:00.000Z"),
        ("DATEADD({Due},-1,'days')&''", "2026-05-19T00:00:00.000Z"),
        ("DATEADD({Due},2,'weeks')&''", "2026-06-03T00:00:00.000Z"),
        ("DATEADD({Due},3,'hours')&''", "2026-05-20T03:00:00.000Z"),
        ("DATEADD({Due},90,'minutes')&''", "2026-05-20T01:30:00.000Z"),
        ("DATEADD({Due},45,'Seconds')&''", "2026-05-20T00:00:45.000Z"),
        ("DATEADD({Due},5000,'milliseconds')&''", "2026-05-20T00:00:05.000Z"),
    ],
    "DATETIME_DIFF": [
        ("DATETIME_DIFF({Due},{Met},'hours')", 38),
        ("DATETIME_DIFF({Due},{Met},'days')", 1),
        ("DATETIME_DIFF({Met},{Due},'days')", -1),
        ("DATETIME_DIFF({Due},{Met},'minutes')", 2310),
        ("DATETIME_DIFF({Due},{Met})", 138_600),
        ("DATETIME_DIFF({Due},'2026-05-01','weeks')", 2),
    ],
    "FIND": [
        ("FIND('d','Ada')", 2),
        ("FIND('a','Ada')", 3),
        ("FIND('x','Ada')", 0),
        ("FIND('A',{Name})", 1),
        ("FIND('a','banana',3)", 4),
        ("FIND('','abc')", 1),
        ("FIND('vip',{Tags})", 1),
    ],
    "SEARCH": [
        ("SEARCH('A','bAnana')", 2),
        ("SEARCH('AN','banana')", 2),
        ("SEARCH('x','banana')", None),
        ("SEARCH('a','banana',3)", 4),
    ],
    "ARRAYJOIN": [("ARRAYJOIN({Tags})", "vip, trial"), ("ARRAYJOIN({Tags},'/')", "vip/trial"), ("ARRAYJOIN('one','/')", "one")],
    "CONCATENATE": [("CONCATENATE('a',1,{Tags})", "a1vip, trial"), ("CONCATENATE()", ""), ("CONCATENATE(1.5,TRUE())", "1.51")],
    "EXACT": [("EXACT('a','a')", True), ("EXACT('a','A')", False), ("EXACT(1,'1')", True)],
    "LOWER": [("LOWER('ÄbC')", "äbc"), ("LOWER(BLANK())", "")],
    "UPPER": [("UPPER('äbC')", "ÄBC")],
    "TRIM": [("TRIM('  a b  ')", "a b")],
    "LEN": [("LEN('abc')", 3), ("LEN('')", 0), ("LEN(12.0)", 2), ("LEN({Notes})", 0)],
    "REGEX_MATCH": [
        ("REGEX_MATCH('banana','an+a')", True),
        ("REGEX_MATCH('banana','^an')", False),
        (r"REGEX_MATCH('a1','\\d')", True),
    ],
    "CREATED_TIME": [("CREATED_TIME()&''", "2026-01-05T08:00:00.000Z"), ("CREATED_TIME()", "2026-01-05T08:00:00.000Z")],
    "RECORD_ID": [("RECORD_ID()", an_id("rec", "Ada")), (f"RECORD_ID()='{an_id('rec', 'Ada')}'", True)],
    "NOW": [("NOW()", "2026-05-19T12:30:15.000Z"), ("IS_AFTER({Due},NOW())", True)],
    "TODAY": [("TODAY()", "2026-05-19T00:00:00.000Z"), ("IS_SAME(TODAY(),NOW(),'day')", True)],
}


@pytest.mark.parametrize(("source", "expected"), [case for cases in _CASES.values() for case in cases])
def test_a_function_gives_what_airtables_reference_says(source: str, expected: Any) -> None:
    assert value(source) == expected


def test_every_function_of_the_stand_in_is_tried_above() -> None:
    assert set(_CASES) == set(FUNCTIONS) | set(LAZY_FUNCTIONS)


@pytest.mark.parametrize("name", ["upper", "Upper", "UPPER"])
def test_function_names_are_read_in_any_case(name: str) -> None:
    assert value(f"{name}('a')") == "A"


def _modified(source: str, *, edited_ms: int | None, fields: dict[str, int]) -> Any:
    base = build_base()
    row = record("Ada", {"Name": "Ada"}, edited_ms=edited_ms)
    row.field_edited_ms.update({field_id(name): moment for name, moment in fields.items()})
    return compile_value(source, base.tables[PEOPLE_ID], Scope(base, NOW))(row)


def test_last_modified_is_blank_on_a_record_never_edited() -> None:
    assert _modified("LAST_MODIFIED_TIME()", edited_ms=None, fields={}) is None
    assert _modified("{Changed}", edited_ms=None, fields={}) is None


def test_last_modified_is_the_last_edit_in_whole_seconds() -> None:
    edited = CREATED_MS + 3_723_999
    assert _modified("LAST_MODIFIED_TIME()", edited_ms=edited, fields={}) == "2026-01-05T09:02:03.000Z"
    assert _modified("last_modified_time()&''", edited_ms=edited, fields={}) == "2026-01-05T09:02:03.000Z"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("{Name}", "2026-01-05T08:00:01.000Z"),
        ("{Name},{Notes}", "2026-01-05T08:00:02.000Z"),
        ("Notes,Name", "2026-01-05T08:00:02.000Z"),
        ("{Score}", None),
        ("{Score},{Name}", "2026-01-05T08:00:01.000Z"),
    ],
)
def test_last_modified_may_watch_some_fields_only(arguments: str, expected: str | None) -> None:
    fields = {"Name": CREATED_MS + 1000, "Notes": CREATED_MS + 2000}
    source = f"LAST_MODIFIED_TIME({arguments})"
    assert _modified(source, edited_ms=CREATED_MS + 9000, fields=fields) == expected


def test_the_question_of_an_incremental_pull_keeps_edits_after_it() -> None:
    base = build_base()
    source = "OR(IS_AFTER(LAST_MODIFIED_TIME(),DATETIME_PARSE('2026-02-01T00:00:00Z')),IS_AFTER(CREATED_TIME(),'2026-02-01'))"
    keeps = compile_filter(source, base.tables[PEOPLE_ID], Scope(base, NOW))
    before = record("Ada", {}, edited_ms=CREATED_MS + 1000)
    after = record("Bob", {}, edited_ms=CREATED_MS + 40 * 86_400_000)
    assert [keeps(before), keeps(after), keeps(record("Cy", {}))] == [False, True, False]


@given(st.text(max_size=30), st.text(max_size=4), st.integers(1, 10))
def test_find_agrees_with_pythons_find(hay: str, needle: str, start: int) -> None:
    assert FUNCTIONS["FIND"](needle, hay, float(start)) == hay.find(needle, start - 1) + 1


@given(st.text(alphabet="abcABC", max_size=30), st.text(alphabet="abcABC", max_size=3))
def test_search_is_find_that_does_not_mind_case(hay: str, needle: str) -> None:
    place = hay.lower().find(needle.lower())
    assert FUNCTIONS["SEARCH"](needle, hay) == (None if place < 0 else place + 1)


@given(_MOMENTS, st.integers(-500, 500))
def test_adding_days_and_taking_the_difference_are_inverse(moment: datetime, days: int) -> None:
    start = moment.replace(tzinfo=UTC)
    end = FUNCTIONS["DATEADD"](start, days, "days")
    assert end == start + timedelta(days=days)
    assert FUNCTIONS["DATETIME_DIFF"](end, start, "days") == days


@given(st.lists(st.booleans(), max_size=8))
def test_and_or_and_xor_agree_with_pythons(values: list[bool]) -> None:
    arguments = ",".join("1" if one else "0" for one in values)
    assert value(f"AND({arguments})") is all(values)
    assert value(f"OR({arguments})") is any(values)
    assert value(f"XOR({arguments})") is (sum(values) % 2 == 1)
