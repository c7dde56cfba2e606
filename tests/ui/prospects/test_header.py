"""Titles, arrows and the box that ticks all."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt

from journeydesk.domain.lists.columns import SHOWN, column_named
from journeydesk.services.rows.prospects import ListView, SortKey
from journeydesk.ui.tabs.prospects.header import gains
from tests.ui.painted import Painted
from tests.ui.prospects.conftest import BY_FOLLOW_UP, CERAMICS, MEBLE, QUILLON, SHIFT, SOKKI, Listed

WIDTH, HEIGHT = 160, 30


def section(listed: Listed, place: int) -> Painted:
    header = listed.tab.table.header
    return Painted(lambda p: header.paintSection(p, QRect(0, 0, WIDTH, HEIGHT), place), WIDTH, HEIGHT)


def color(listed: Listed, token: str) -> str:
    return listed.window.theme.color(token).name()


def test_each_section_is_titled_on_the_ground_of_the_panel(listed: Listed) -> None:
    painted = [section(listed, place) for place in range(1, len(SHOWN) + 1)]
    assert [painting.texts for painting in painted] == [
        [title]
        for title in (
            "Company / Contact",
            "Stage",
            "Score",
            "Status",
            "Follow-up",
            "Owner",
            "Est. revenue",
            "Last interaction",
            "Source",
        )
    ]
    ground, line = painted[1].shapes[:2]
    assert (ground.fill, ground.width, ground.height) == (color(listed, "panel"), WIDTH, HEIGHT)
    assert (line.fill, line.top, line.height) == (color(listed, "line2"), HEIGHT - 1, 1)


def test_money_is_titled_at_the_right_and_the_rest_at_the_left(listed: Listed) -> None:
    lefts = {column.key: section(listed, place).words[0].left for place, column in enumerate(SHOWN, 1)}
    assert lefts.pop("revenue") > 20
    assert set(lefts.values()) == {6}


def test_the_column_that_leads_is_darker_and_has_its_arrow(listed: Listed) -> None:
    place = listed.section("follow_up")
    leading, other = section(listed, place), section(listed, place - 1)
    assert (leading.words[0].weight, leading.words[0].color) == (600, color(listed, "text"))
    assert (other.words[0].weight, other.words[0].color) == (500, color(listed, "text2"))
    arrows = leading.of_color(color(listed, "text"))
    assert arrows
    assert all(60 < arrow.left < 85 and 8 < arrow.top < 22 for arrow in arrows)
    assert other.of_color(color(listed, "text")) == []


def test_the_arrow_of_a_right_aligned_title_is_before_it(listed: Listed) -> None:
    listed.show(sort="revenue", descending=True)
    painting = section(listed, listed.section("revenue"))
    arrows = painting.of_color(color(listed, "text"))
    assert arrows
    assert all(arrow.left + arrow.width < painting.words[0].left for arrow in arrows)


def test_the_arrow_points_the_way_the_column_is_sorted(listed: Listed) -> None:
    place = listed.section("company")
    ways = []
    for descending in (False, True):
        listed.show(sort="company", descending=descending)
        ways.append([(s.left, s.top) for s in section(listed, place).of_color(color(listed, "text"))])
    assert ways[0] != ways[1]


def test_a_press_sorts_numbers_and_moments_from_the_top(listed: Listed) -> None:
    orders = {}
    for column in SHOWN:
        listed.show(sort="industry")
        listed.click_title(listed.section(column.key))
        orders[column.key] = listed.tab.model.view.sort
    assert {key for key, (sort,) in orders.items() if sort.descending} == {"score", "revenue", "last_touch"}
    assert [sort.column for (sort,) in orders.values()] == [column.key for column in SHOWN]


def test_a_second_press_turns_the_order_round(listed: Listed) -> None:
    listed.click_title(listed.section("score"))
    assert listed.companies == [SOKKI, QUILLON, MEBLE, CERAMICS]
    listed.click_title(listed.section("score"))
    assert listed.companies == [CERAMICS, MEBLE, QUILLON, SOKKI]


def test_shift_adds_a_column_to_the_order(listed: Listed) -> None:
    listed.click_title(listed.section("owner"))
    listed.click_title(listed.section("score"), SHIFT)
    assert listed.tab.model.view == ListView(sort=(SortKey("owner"), SortKey("score", True)))
    assert listed.companies == [SOKKI, QUILLON, CERAMICS, MEBLE]
    listed.click_title(listed.section("owner"), SHIFT)
    assert listed.tab.model.view.sort == (SortKey("score", True), SortKey("owner", True))


def test_the_box_ticks_all_and_lets_all_go(listed: Listed) -> None:
    listed.click_title(0)
    assert listed.ticked == set(BY_FOLLOW_UP)
    listed.click_title(0)
    assert listed.ticked == set()


def test_the_box_shows_whether_none_some_or_all_are_ticked(listed: Listed) -> None:
    fill = color(listed, "accent-fill")
    shapes = [len(section(listed, 0).of_color(fill))]
    listed.click_cell(1, 0)
    some = section(listed, 0)
    listed.click_title(0)
    listed.click_title(0)
    every = section(listed, 0)
    shapes += [len(some.of_color(fill)), len(every.of_color(fill))]
    assert shapes == [0, 1, 1]
    assert [s.kind for s in some.shapes] != [] and some.shapes != every.shapes
    assert [section(listed, 0).texts, listed.tab.model.headerData(0, Qt.Orientation.Horizontal)] == [[], ""]


def test_the_first_column_stays_where_it_is(listed: Listed) -> None:
    header = listed.tab.table.header
    header.moveSection(2, 4)
    assert [column.key for column in listed.tab.model.columns][:4] == ["company", "score", "status", "stage"]
    assert not header.isFirstSectionMovable()


def test_the_list_sorts_by_the_column_that_was_moved(listed: Listed) -> None:
    header = listed.tab.table.header
    header.moveSection(header.visualIndex(listed.section("score")), 1)
    listed.click_title(listed.section("score"))
    assert listed.tab.model.view.sort == (SortKey("score", True),)
    assert listed.companies[0] == SOKKI
    assert {MEBLE, QUILLON, CERAMICS} == set(listed.companies[1:])


def test_a_title_is_whole_where_the_company_has_more_than_it_fills(listed: Listed) -> None:
    header, columns = listed.tab.table.header, [column_named(key) for key in ("company", "status", "follow_up", "owner")]
    shown = [
        replace(column, header="Wiedervorlage", width=60) if column.key == "follow_up" else column
        for column in columns
        if column
    ]
    gained = gains(listed.window.theme, header, shown, 140)
    follow_up = next(column for column in shown if column.key == "follow_up")
    assert follow_up.width + gained[follow_up] >= header.needs(follow_up)
    assert sum(gained.values()) == 140
    assert gained[shown[0]] >= 40
    assert gains(listed.window.theme, header, shown, 0) == dict.fromkeys(shown, 0)
