"""Filters in plain words: what is said of one is understood as the same one, and what is not understood stays."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeydesk.domain.filters.filter import Filter, Value
from journeydesk.domain.filters.grammar import understand
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.filters.words import full_words
from journeydesk.domain.lists.columns import COLUMNS, DAYS_IN_STAGE, Column, Kind, Operator, other_column

TODAY = date(2026, 11, 30)
PEOPLE = ("Amaia Etxarri", "Tomasz Wilk", "Łukasz, the younger", "Ida or Ines")
OTHERS = (other_column("Budget code"), other_column("Size “net”"))
VOCABULARY = Vocabulary(
    TODAY,
    "Amaia Etxarri",
    ("Discovery", "Exploration", "Commitment", "Planning", "Construction", "Mastery"),
    PEOPLE,
    "€",
    OTHERS,
)

_RELATIVE: tuple[str, ...] = (
    "today",
    "yesterday",
    "tomorrow",
    "Friday",
    "next Friday",
    "last Monday",
    "this month",
    "next quarter",
    "last year",
)
_RELATIVE += ("end of this week", "start of next month", "2 weeks ago", "3 days from now", "1 month from now", "2 years ago")
_TEXTS = st.text(min_size=1, max_size=12)


def _values(column: Column, operator: Operator) -> st.SearchStrategy[Value]:
    if operator.is_length:
        return st.builds(
            lambda n, unit: f"{n} {unit}" if n == 1 else f"{n} {unit}s",
            st.integers(1, 999),
            st.sampled_from(["day", "week", "month", "year"]),
        )
    kinds: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.STAGE: st.integers(1, 6),
        Kind.SCORE: st.integers(-5, 99_999),
        Kind.DAYS: st.integers(0, 999),
        Kind.NUMBER: st.integers(-5, 9_999_999),
        Kind.MONEY: st.integers(-99_999, 99_999_999),
        Kind.PERCENT: st.integers(0, 10_000).map(lambda n: n / 10_000),
        Kind.FLAG: st.integers(0, 1),
        Kind.PERSON: st.sampled_from(PEOPLE) | _TEXTS,
        Kind.CHOICE: st.sampled_from(column.choices or ("Call",)),
        Kind.DAY: st.dates(date(1990, 1, 1), date(2090, 1, 1)).map(str) | st.sampled_from(_RELATIVE),
        Kind.MOMENT: st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=900)).map(str) | st.sampled_from(_RELATIVE),
    }
    return kinds.get(column.kind, _TEXTS) if operator.compares else _TEXTS


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """Any filter that the list can be asked."""
    column = draw(st.sampled_from([*COLUMNS, DAYS_IN_STAGE, *OTHERS]))
    operator = draw(st.sampled_from(column.kind.operators))
    values = _values(column, operator)
    if operator.takes < 0:
        values = values | st.just("")
        return Filter(column.key, operator, tuple(draw(st.lists(values, min_size=1, max_size=4))))
    return Filter(column.key, operator, tuple(draw(values) for _ in range(operator.takes)))


@settings(max_examples=600)
@given(asked=filters())
def test_what_a_filter_says_is_understood_as_that_filter(asked: Filter) -> None:
    understood = understand(full_words(asked, VOCABULARY), VOCABULARY)
    assert (understood.filters, understood.rest) == ((asked,), "")


@settings(max_examples=150)
@given(asked=st.lists(filters(), min_size=2, max_size=4))
def test_several_filters_are_understood_with_semicolons_between_them(asked: list[Filter]) -> None:
    words = "; ".join(full_words(each, VOCABULARY) for each in asked)
    assert understand(words, VOCABULARY).filters == tuple(asked)


@given(text=st.text(max_size=60))
def test_any_text_is_understood_or_kept(text: str) -> None:
    understood = understand(text, VOCABULARY)
    if not understood.filters:
        kept = {word for word in understood.rest.replace(",", " ").replace(";", " ").split() if word.casefold() != "and"}
        typed = {word for word in text.replace(",", " ").replace(";", " ").split() if word.casefold() != "and"}
        assert kept == typed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("from LinkedIn, not called for 2 weeks", ["Source is LinkedIn", "Last call not in the last 2 weeks"]),
        (
            "owner Amaia, score over 20, follow-up before next friday",
            ["Owner is Amaia Etxarri", "Score more than 20", "Follow-up before next Friday"],
        ),
        ("from linkedin or twitter", ["Source is any of LinkedIn, Twitter"]),
        ("not from Product Hunt and mine", ["Source is not Product Hunt", "Owner is Amaia Etxarri"]),
        ("source is none of Twitter, Product Hunt", ["Source is none of Twitter, Product Hunt"]),
        ("score between 10 and 20 and overdue", ["Score is between 10 and 20", "Follow-up before today"]),
        ("score 10 to 20, applied 1 nov - 3 nov", ["Score is between 10 and 20", "Applied is between 1 Nov and 3 Nov"]),
        ("score > 20, score<=30", ["Score more than 20", "Score at most 30"]),
        ("revenue over 50k", ["Est. revenue more than €50,000"]),
        ("est. revenue at least €2,500.50", ["Est. revenue at least €2,500.50"]),
        ("probability under 35%", ["Deal probability less than 35%"]),
        ("no email, with phone", ["Email is empty", "Phone is filled"]),
        ("in Commitment", ["Stage is Commitment"]),
        ("stage at least 3", ["Stage at least Commitment"]),
        ("applied this month", ["Applied is this month"]),
        ("applied after 15 dec", ["Applied after 15 Dec 2025"]),
        ("follow-up before 15 dec", ["Follow-up before 15 Dec"]),
        ("follow-up in 3 days", ["Follow-up is 3 days from now"]),
        ("follow-up in the next two weeks", ["Follow-up in the next 2 weeks"]),
        ("due by friday", ["Follow-up on or before Friday"]),
        ("due this week", ["Follow-up is this week"]),
        ("due", ["Follow-up on or before today"]),
        ("never contacted", ["Last interaction is empty"]),
        ("no contact for 3 months", ["Last interaction not in the last 3 months"]),
        ("called yesterday", ["Last call is yesterday"]),
        ("never called", ["Last call is empty"]),
        ("no calls for 3 months", ["Last call not in the last 3 months"]),
        ("last call before 1 november", ["Last call before 1 Nov"]),
        ("spoken to yesterday", ["Last interaction is yesterday"]),
        ("follow-up within 7 days", ["Follow-up on or before 7 days from now"]),
        ("follow-up within the next 7 days", ["Follow-up in the next 7 days"]),
        ("last call within 2 weeks", ["Last call in the last 2 weeks"]),
        ("not contacted since 1 november", ["Last interaction before 1 Nov"]),
        ("unassigned, at risk", ["Owner is empty", "At risk is yes"]),
        ("not at risk", ["At risk is not yes"]),
        ("customer status qualified lead", ["Customer status is Qualified lead"]),
        ("company contains rail", ["Company contains “rail”"]),
        ("“Budget code” contains “x”", ["“Budget code” contains “x”"]),
    ],
)
def test_what_a_rep_says_is_understood(text: str, said: list[str]) -> None:
    assert [full_words(asked, VOCABULARY) for asked in understand(text, VOCABULARY).filters] == said


@pytest.mark.parametrize(
    ("text", "rest", "count"),
    [
        ("quillon freight", "quillon freight", 0),
        ("freight from LinkedIn depots", "freight depots", 1),
        ("from Paris", "from Paris", 0),
        ("owner Nobody", "owner Nobody", 0),
        ("score many", "score many", 0),
        ("active", "active", 0),
        ("follow-up before whenever", "follow-up before whenever", 0),
        ("", "", 0),
    ],
)
def test_what_is_not_understood_stays_a_text_to_search_for(text: str, rest: str, count: int) -> None:
    understood = understand(text, VOCABULARY)
    assert (understood.rest, len(understood.filters)) == (rest, count)


@pytest.mark.parametrize(
    ("text", "open_end"),
    [("from Lin", True), ("quillon", False), ("quillon from", True), ("from Lin, score over 20", False), ("fromage", False)],
)
def test_an_end_that_may_become_a_filter_is_known(text: str, open_end: bool) -> None:
    assert understand(text, VOCABULARY).open_end is open_end


def test_a_first_name_that_two_share_names_nobody() -> None:
    both = Vocabulary(TODAY, people=("Ana Ruiz", "Ana Sanz"))
    assert understand("owner Ana", both).filters == ()
    assert understand("owner Ana Sanz", both).filters == (Filter("owner", "is", ("Ana Sanz",)),)
