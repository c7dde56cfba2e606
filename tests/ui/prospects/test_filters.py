"""The filter bar: what its tokens say, how a filter is added and changed, and what follows in the list."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget

from journeydesk.domain.lists.columns import COLUMNS, Operator
from journeydesk.services.rows.prospects import Filter
from journeydesk.ui.tabs.prospects.filter_line import FilterLine
from journeydesk.ui.tabs.prospects.filter_pane import FilterPane
from journeydesk.ui.tabs.prospects.filter_parts import Ticks, Typed
from journeydesk.ui.tabs.prospects.filter_words import filter_words
from journeydesk.ui.widgets.chips import FilterToken
from tests.ui.prospects.conftest import BY_FOLLOW_UP, CERAMICS, LEFT, MEBLE, NO_KEY, QUILLON, SOKKI, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Part = TypeVar("Part", bound=QWidget)


def tokens(listed: Listed) -> list[FilterToken]:
    QCoreApplication.processEvents()
    return [token for token in listed.tab.filters._shown if token.isVisible()]


def said(listed: Listed) -> list[str]:
    return [token.accessibleName().removeprefix("Filter: ").strip() for token in tokens(listed)]


def over(listed: Listed, kind: type[Part]) -> Part:
    """The pane of this kind that is open."""
    return next(part for part in listed.window.findChildren(kind) if part.isVisible())


def line(listed: Listed) -> FilterLine:
    """The line under F, once it knows everybody's name."""
    listed.key(Qt.Key.Key_F)
    found = over(listed, FilterLine)
    listed.bot.waitUntil(lambda: found.knows)
    return found


def say(listed: Listed, words: str) -> None:
    """Filters in plain words."""
    found = line(listed)
    listed.bot.keyClicks(found.field, words)
    listed.bot.keyClick(found.field, Qt.Key.Key_Return)


def pane_of(listed: Listed, column: str) -> FilterPane:
    """The pane of a column, by its title in the line."""
    say(listed, column)
    pane = over(listed, FilterPane)
    listed.bot.waitUntil(lambda: pane.counted)
    return pane


@pytest.mark.parametrize(
    ("words", "token", "left"),
    [
        ("stage 3", "Stage is Commitment", [QUILLON]),
        ("owner Tomasz", "Owner is “Tomasz Wilk”", [MEBLE]),
        ("status rejected", "Status is Rejected", [SOKKI]),
        ("follow-up by today", "Follow-up on or before today", [MEBLE, QUILLON]),
        ("score at least 34", "Score at least 34", [QUILLON, SOKKI]),
        ("score between 10 and 40", "Score is between 10 and 40", [MEBLE, QUILLON]),
        ("from LinkedIn or Email", "Source is any of LinkedIn, Email", [MEBLE, QUILLON]),
        ("company contains lakow", "Company contains “lakow”", [MEBLE]),
        ("notes contains webh", "Notes contains “webh”", [QUILLON]),
        ("no source", "Source is empty", [SOKKI]),
        ("unassigned", "Owner is empty", []),
        ("revenue over 70k", "Est. revenue more than €70,000", [SOKKI, CERAMICS]),
    ],
)
def test_plain_words_become_a_token_and_leave_the_right_ones(listed: Listed, words: str, token: str, left: list[str]) -> None:
    if words.startswith("stage"):
        token = f"Stage is {listed.context.settings.journeys[0].stage(3).short}"
    say(listed, words)
    assert said(listed) == [token]
    assert listed.companies == left


def test_several_filters_in_one_line_become_a_token_each(listed: Listed) -> None:
    say(listed, "owner Amaia, score over 33, follow-up before next friday")
    assert said(listed) == ["Owner is “Amaia Etxarri”", "Score more than 33", "Follow-up before next Friday"]
    assert listed.companies == [QUILLON, SOKKI]


def test_what_is_not_understood_is_searched_for_and_says_so(listed: Listed) -> None:
    found = line(listed)
    listed.bot.keyClicks(found.field, "webhook, score over 3")
    assert [(each.words, each.note) for each in found.lines.lines] == [
        ("Score more than 3", ""),
        ("Search every text for “webhook”", "not understood as a filter"),
    ]
    listed.bot.keyClick(found.field, Qt.Key.Key_Return)
    assert (listed.tab.model.view.search, listed.companies) == ("webhook", [QUILLON])
    assert said(listed) == ["Search “webhook”", "Score more than 3"]
    token = tokens(listed)[0]
    listed.bot.mouseClick(token, LEFT, NO_KEY, QPoint(token.width() - 8, 12))
    assert listed.tab.model.view.search == ""


def test_the_list_follows_the_line_and_escape_takes_it_back(listed: Listed) -> None:
    found = line(listed)
    listed.bot.keyClicks(found.field, "score over 33")
    listed.bot.waitUntil(lambda: listed.companies == [QUILLON, SOKKI])
    listed.bot.keyClick(found.field, Qt.Key.Key_Escape)
    assert (listed.companies, said(listed)) == (BY_FOLLOW_UP, [])
    listed.bot.waitUntil(listed.tab.table.hasFocus)


def test_words_that_begin_a_filter_do_not_empty_the_list_meanwhile(listed: Listed) -> None:
    found = line(listed)
    listed.bot.keyClicks(found.field, "from Lin")
    listed.bot.wait(200)
    assert listed.companies == BY_FOLLOW_UP
    listed.bot.keyClicks(found.field, "kedIn")
    listed.bot.waitUntil(lambda: listed.companies == [QUILLON])


def test_the_line_offers_every_column_the_usual_ones_first(listed: Listed) -> None:
    found = line(listed)
    titles = [each.words for each in found.lines.lines]
    assert titles[:6] == ["Stage", "Owner", "Status", "Follow-up", "Score", "Source"]
    assert set(titles) >= {column.title for column in COLUMNS}


def test_values_are_ticked_with_their_counts_and_the_list_follows(listed: Listed) -> None:
    pane = pane_of(listed, "Source")
    part = over(listed, Ticks)
    counts = {each.words: each.count for each in part.list.lines.lines}
    assert {name: counts[name] for name in ("Email", "LinkedIn", "Referral", "Twitter", "Empty")} == {
        "Email": 1,
        "LinkedIn": 1,
        "Referral": 1,
        "Twitter": 0,
        "Empty": 1,
    }
    listed.bot.keyClicks(part.search, "linked")
    listed.bot.keyClick(part.search, Qt.Key.Key_Return)
    assert listed.companies == [QUILLON]
    listed.bot.keyClicks(part.search, "emai")
    listed.bot.keyClick(part.search, Qt.Key.Key_Return)
    assert listed.companies == [MEBLE, QUILLON]
    listed.bot.waitUntil(lambda: pane._share.text() == "2 of 4")
    assert pane._left_out.text() == "2 chosen ·"
    listed.bot.keyClick(part.search, Qt.Key.Key_Return)
    assert not pane.isVisible()
    assert said(listed) == ["Source is any of LinkedIn, Email"]


def test_none_of_leaves_values_out_and_empty_is_a_value(listed: Listed) -> None:
    listed.show(Filter("source", "is", ("LinkedIn",)))
    listed.bot.mouseClick(tokens(listed)[0], LEFT, NO_KEY, QPoint(10, 12))
    pane = over(listed, FilterPane)
    operators = [pane.operators_box.itemText(place) for place in range(pane.operators_box.count())]
    assert operators[:2] == ["is any of", "is none of"]
    pane.operators_box.setCurrentIndex(1)
    pane.operators_box.activated.emit(1)
    assert listed.companies == [MEBLE, SOKKI, CERAMICS]
    part = over(listed, Ticks)
    listed.bot.waitUntil(lambda: pane.counted)
    place = next(n for n, each in enumerate(part.list.lines.lines) if each.value == "")
    index = part.list.lines.index(place)
    part.list.scrollTo(index)
    listed.bot.mouseClick(part.list.viewport(), LEFT, NO_KEY, part.list.visualRect(index).center())
    assert listed.companies == [MEBLE, CERAMICS]
    assert said(listed) == ["Source is none of LinkedIn, empty"]
    listed.bot.waitUntil(lambda: pane._left_out.text() == "2 left out ·")


@pytest.mark.parametrize(
    ("words", "token", "meant"),
    [
        ("tomorrow", "Follow-up on or before tomorrow", "today that is Wed 20 May; it moves along"),
        ("this week", "Follow-up on or before this week", "today that is Mon 18 May to Sun 24 May; it moves along"),
        ("22 may", "Follow-up on or before 22 May", ""),
    ],
)
def test_a_day_is_typed_in_words_and_said_as_a_date(listed: Listed, words: str, token: str, meant: str) -> None:
    pane_of(listed, "Follow-up")
    part = over(listed, Typed)
    listed.bot.keyClicks(part.fields[0], words)
    listed.bot.waitUntil(lambda: said(listed) == [token])
    assert part._meant.text() == meant


def test_what_is_no_day_says_how_to_write_one_and_filters_nothing(listed: Listed) -> None:
    pane_of(listed, "Follow-up")
    part = over(listed, Typed)
    listed.bot.keyClicks(part.fields[0], "whenever")
    listed.bot.waitUntil(lambda: part._meant.text().startswith("Write it like today, next Friday"))
    assert (said(listed), listed.companies) == ([], BY_FOLLOW_UP)


def test_clear_in_the_pane_takes_the_filter_away_and_keeps_the_pane(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (40,)))
    listed.bot.mouseClick(tokens(listed)[0], LEFT, NO_KEY, QPoint(10, 12))
    pane = over(listed, FilterPane)
    listed.bot.mouseClick(pane.clear, LEFT)
    assert (listed.companies, pane.isVisible()) == (BY_FOLLOW_UP, True)
    listed.bot.keyClicks(over(listed, Typed).fields[0], "30")
    listed.bot.waitUntil(lambda: said(listed) == ["Score at least 30"])


def test_a_second_filter_narrows_the_first(listed: Listed) -> None:
    say(listed, "owner Amaia")
    say(listed, "score at least 35")
    assert said(listed) == ["Owner is “Amaia Etxarri”", "Score at least 35"]
    assert listed.companies == [SOKKI]


def test_the_cross_of_a_token_takes_that_filter_away(listed: Listed) -> None:
    listed.show(Filter("owner", "is", ("Amaia Etxarri",)), Filter("score", "at_least", (40,)))
    token = tokens(listed)[0]
    listed.bot.mouseClick(token, LEFT, NO_KEY, QPoint(token.width() - 8, 12))
    assert said(listed) == ["Score at least 40"]
    assert listed.companies == [SOKKI]


def test_del_on_a_token_takes_it_away_too(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (40,)))
    token = tokens(listed)[0]
    token.setFocus()
    listed.bot.keyClick(token, Qt.Key.Key_Delete)
    assert (said(listed), listed.companies) == ([], BY_FOLLOW_UP)


def test_clear_takes_every_filter_away(listed: Listed) -> None:
    listed.show(Filter("score", "at_least", (30,)), Filter("status", "is", ("Rejected",)))
    listed.bot.mouseClick(listed.tab.filters._clear, LEFT)
    assert (said(listed), listed.companies) == ([], BY_FOLLOW_UP)
    assert not listed.tab.filters._clear.isVisible()


def test_tokens_without_room_are_behind_one_that_counts_them(listed: Listed) -> None:
    listed.show(*(Filter("company", "contains", (f"a quite long text number {n}",)) for n in range(6)))
    QCoreApplication.processEvents()
    bar = listed.tab.filters
    folded = 6 - len(tokens(listed))
    assert folded > 0
    assert bar._more.accessibleName() == f"{folded} more filter{'s' if folded > 1 else ''}"
    listed.bot.mouseClick(bar._more, LEFT)
    menu = listed.menu()
    assert [entry.text() for entry in menu.actions() if "number" in entry.text()] == [
        f"Company contains “a quite long text number {n}”" for n in range(6 - folded, 6)
    ]
    menu.close()


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
        (Filter("at_risk", "is_not", (1,)), ("Not at risk", "")),
        (Filter("at_risk", "empty"), ("At risk is empty", "")),
        (Filter("notes", "not_empty"), ("Notes is filled", "")),
        (Filter("revenue", "at_least", (250_000,)), ("Est. revenue at least", "€2,500")),
        (Filter("deal_probability", "at_most", (0.35,)), ("Deal probability at most", "35%")),
        (Filter("applied_on", "on_or_after", ("2026-05-18T22:00:00.000Z",)), ("Applied on or after", "19 May")),
        (Filter("applied_on", "is", ("2025-05-18",)), ("Applied is", "18 May 2025")),
        (Filter("next_follow_up", "before", ("2026-05-22",)), ("Follow-up before", "22 May")),
        (Filter("next_follow_up", "before", ("next Friday",)), ("Follow-up before", "next Friday")),
        (Filter("next_follow_up", "on_or_before", ("7 days from now",)), ("Follow-up within", "7 days")),
        (Filter("next_follow_up", "on_or_before", ("today",)), ("Follow-up on or before", "today")),
        (Filter("last_touch", "not_in_last", ("2 weeks",)), ("Last interaction not in the last", "2 weeks")),
        (Filter("score", "between", (10, 20)), ("Score is between", "10 and 20")),
        (Filter("stripe_customer", "is_not", ("cus_1",)), ("Stripe customer ID is not", "cus_1")),
        (Filter("nowhere", "is", ("a", 1)), ("nowhere", "a, 1")),
    ],
)
def test_a_token_says_its_filter_in_words(listed: Listed, asked: Filter, words: tuple[str, str]) -> None:
    assert filter_words(listed.context, asked) == words


def test_every_column_can_be_asked_for_and_said(listed: Listed) -> None:
    for column in COLUMNS:
        assert Operator.EMPTY in column.kind.operators
        assert filter_words(listed.context, Filter(column.key, Operator.EMPTY)) == (f"{column.title} is empty", "")
        pane = listed.tab.filters.filter_by(column)
        assert pane.accessibleName() == f"Filter by {column.title.lower()}"
        pane.leave()
