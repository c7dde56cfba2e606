"""The filter bar: what its tokens say, what they are asked for with, and what follows in the list."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt

from journeydesk.domain.columns import COLUMNS, Operator, column_named
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.tabs.prospects.filter_words import filter_words, question_words, typed_value
from journeydesk.ui.widgets.chips import FilterToken
from tests.ui.prospects.conftest import BY_FOLLOW_UP, CERAMICS, LEFT, MEBLE, NO_KEY, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tokens(listed: Listed) -> list[FilterToken]:
    QCoreApplication.processEvents()
    return [token for token in listed.tab.filters.findChildren(FilterToken) if token.isVisible()]


def said(listed: Listed) -> list[str]:
    return [token.accessibleName().removeprefix("Filter: ").strip() for token in tokens(listed)]


def add(listed: Listed, column: str, answer: str | None) -> str:
    """Adds a filter by the menu under F; returns what was asked."""
    listed.key(Qt.Key.Key_F)
    return listed.answering(answer, lambda: listed.choose(column))


@pytest.mark.parametrize(
    ("column", "answer", "asked", "token", "left"),
    [
        ("Stage", "3 Evaluate", "Stage is", "Stage is Evaluate", [QUILLON]),
        ("Owner", "Tomasz Wilk", "Owner is", "Owner is Tomasz Wilk", [MEBLE]),
        ("Status", "Rejected", "Status is", "Status is Rejected", [SOKKI]),
        ("Follow-up", "2026-05-19", "Follow-up on or before (2026-05-22)", "Follow-up on or before 19 May", [MEBLE, QUILLON]),
        ("Score", "34", "Score at least", "Score at least 34", [QUILLON, SOKKI]),
        ("Industry", "Research", "Industry is", "Industry is Research", [CERAMICS]),
        ("Source", "Email", "Source is", "Source is Email", [MEBLE]),
        ("Company", "lakow", "Company contains", "Company contains lakow", [MEBLE]),
        ("Notes", "webh", "Notes contains", "Notes contains webh", [QUILLON]),
    ],
)
def test_each_filter_asks_for_its_value_and_leaves_the_right_ones(
    listed: Listed, column: str, answer: str, asked: str, token: str, left: list[str]
) -> None:
    if column == "Stage":
        stage = listed.context.settings.journeys[0].stage(3).short
        answer, token = f"3 {stage}", f"Stage is {stage}"
    assert add(listed, column, answer) == asked
    assert said(listed) == [token]
    assert listed.companies == left


def test_the_menu_offers_its_columns_in_their_order(listed: Listed) -> None:
    listed.key(Qt.Key.Key_F)
    titles = [action.text() for action in listed.menu().actions()]
    listed.menu().close()
    assert titles == [
        "Stage",
        "Owner",
        "Status",
        "Follow-up",
        "Score",
        "Industry",
        "Source",
        "Priority",
        "Company",
        "Notes",
    ]


@pytest.mark.parametrize(("column", "answer"), [("Score", "many"), ("Follow-up", "soon"), ("Company", "  "), ("Owner", None)])
def test_what_is_no_value_filters_nothing(listed: Listed, column: str, answer: str | None) -> None:
    add(listed, column, answer)
    assert said(listed) == []
    assert listed.companies == BY_FOLLOW_UP


def test_a_second_filter_narrows_the_first(listed: Listed) -> None:
    add(listed, "Owner", "Amaia Etxarri")
    add(listed, "Score", "34")
    assert said(listed) == ["Owner is Amaia Etxarri", "Score at least 34"]
    assert listed.companies == [QUILLON, SOKKI]


def test_the_cross_of_a_token_takes_that_filter_away(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)), Filter("score", "at_least", (40,)))
    token = tokens(listed)[0]
    listed.bot.mouseClick(token, LEFT, NO_KEY, QPoint(token.width() - 8, 12))
    assert said(listed) == ["Score at least 40"]
    assert listed.companies == [SOKKI]


def test_a_click_on_a_token_asks_for_its_value_again(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (40,)), Filter("owner", "is", ("Amaia Etxarri",)))
    token = tokens(listed)[0]
    listed.answering("30", lambda: listed.bot.mouseClick(token, LEFT, NO_KEY, QPoint(10, 12)))
    assert said(listed) == ["Score at least 30", "Owner is Amaia Etxarri"]
    assert listed.companies == [QUILLON, SOKKI]


def test_clear_takes_every_filter_away(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (30,)), Filter("status", "is", ("Rejected",)))
    listed.bot.mouseClick(listed.tab.filters._clear, LEFT)
    assert (said(listed), listed.companies) == ([], BY_FOLLOW_UP)
    assert not listed.tab.filters._clear.isVisible()


def test_the_count_says_how_many_of_all_are_left(listed: Listed) -> None:
    counts = [listed.tab.filters._count.text()]
    listed.show(Filter("score", "at_least", (30,)))
    counts.append(listed.tab.filters._count.text())
    assert counts == ["4", "2 of 4"]


def test_a_list_without_anybody_says_what_to_do(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (60,)))
    assert listed.tab._empty.text() == "No prospects match. Clear a filter to see more."
    assert (listed.tab._empty.isVisible(), listed.tab.table.isVisible()) == (True, False)
    listed.show()
    assert (listed.tab._empty.isVisible(), listed.tab.table.isVisible()) == (False, True)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Filter("owner", "any_of", ("A", "B", "C")), ("Owner is any of", "3 people")),
        (Filter("owner", "any_of", ("A", "B")), ("Owner is any of", "A, B")),
        (Filter("status", "none_of", ("New", "Active", "Churned")), ("Status is none of", "3 values")),
        (Filter("at_risk", "is", (1,)), ("At risk", "")),
        (Filter("at_risk", "empty"), ("At risk is empty", "")),
        (Filter("notes", "not_empty"), ("Notes is filled", "")),
        (Filter("revenue", "at_least", (250_000,)), ("Est. revenue at least", "2,500")),
        (Filter("deal_probability", "at_most", (0.35,)), ("Deal probability at most", "35%")),
        (Filter("applied_on", "on_or_after", ("2026-05-18T22:00:00.000Z",)), ("Applied on or after", "19 May")),
        (Filter("applied_on", "is", ("2025-05-18",)), ("Applied is", "18 May 2025")),
        (Filter("next_follow_up", "before", ("2026-05-22",)), ("Follow-up before", "22 May")),
        (Filter("stripe_customer", "is_not", ("cus_1",)), ("Stripe customer ID is not", "cus_1")),
        (Filter("nowhere", "is", ("a", 1)), ("nowhere", "a, 1")),
    ],
)
def test_a_token_says_its_filter_in_words(listed: Listed, asked: Filter, words: tuple[str, str]) -> None:
    assert filter_words(listed.context, asked) == words


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("company", "Quillon", "Quillon"),
        ("company", "", None),
        ("owner", "Amaia", "Amaia"),
        ("score", "12", 12),
        ("score", "12.5", None),
        ("revenue", "12.50", 1250),
        ("deal_probability", "35%", 0.35),
        ("follow_up", "2026-05-22", "2026-05-22"),
        ("applied_on", "2026-05-22", "2026-05-22"),
        ("applied_on", "yesterday", None),
        ("status", "active", "Active"),
        ("status", "Nowhere", None),
    ],
)
def test_what_is_typed_becomes_what_is_stored(key: str, text: str, value: object) -> None:
    column = column_named(key)
    assert column is not None
    assert typed_value(column, text) == value


def test_every_column_can_be_asked_for_and_said(listed: Listed) -> None:
    for column in COLUMNS:
        assert question_words(column, column.kind.operators[0]).startswith(column.title)
        assert Operator.EMPTY in column.kind.operators
        assert filter_words(listed.context, Filter(column.key, Operator.EMPTY)) == (f"{column.title} is empty", "")
