"""Which columns the list shows: chosen in their pane, moved and sized in the header, kept by each view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeydesk.domain.lists.columns import SHOWN, column_named
from journeydesk.domain.lists.layout import LEAST_WIDTH, Layout, layout_of, layout_text
from journeydesk.services.queries.lists.views import saved_views
from journeydesk.ui.models.lines import LINE_ROLE
from journeydesk.ui.tabs.prospects.column_pane import ColumnPane
from tests.ui.prospects.conftest import LEFT, NO_KEY, Listed

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ALT = Qt.KeyboardModifier.AltModifier


def keys(listed: Listed) -> list[str]:
    return [column.key for column in listed.tab.model.columns]


def opened(listed: Listed) -> ColumnPane:
    listed.bot.mouseClick(listed.tab._chips.columns_button, LEFT)
    return next(pane for pane in listed.window.findChildren(ColumnPane) if pane.isVisible())


def said(pane: ColumnPane) -> list[str]:
    return [pane.list.lines.words(line) for line in pane.list.lines.lines]


def place_of(pane: ColumnPane, title: str) -> QPoint:
    row = next(n for n, line in enumerate(pane.list.lines.lines) if line.words == title)
    index = pane.list.lines.index(row)
    pane.list.scrollTo(index)
    return pane.list.visualRect(index).center()


def press(listed: Listed, pane: ColumnPane, title: str) -> None:
    listed.bot.mouseClick(pane.list.viewport(), LEFT, NO_KEY, place_of(pane, title))


def test_the_pane_lists_what_is_shown_in_its_order_then_the_rest(listed: Listed) -> None:
    lines = said(opened(listed))
    assert lines[:3] == ["Shown, in this order", "Company / Contact, shown, always", "Stage, shown"]
    assert lines[5] == "Follow-up, shown, sorted ↑"
    assert lines[10] == "Not shown"
    assert {"Email, not shown", "MRR, not shown", "Customer status, not shown", "Notes, not shown"} <= set(lines[11:])


def test_a_press_shows_a_column_at_the_end_and_hides_it_again(listed: Listed) -> None:
    pane = opened(listed)
    press(listed, pane, "Email")
    assert keys(listed) == [*(column.key for column in SHOWN), "email"]
    row = listed.tab.model.row_at(0)
    email = column_named("email")
    assert row is not None and email is not None and row.cell(email) == "z@meble.example"
    press(listed, pane, "Email")
    assert keys(listed) == [column.key for column in SHOWN]


def test_company_is_always_shown(listed: Listed) -> None:
    pane = opened(listed)
    press(listed, pane, "Company / Contact")
    assert keys(listed)[0] == "company"


def test_typing_finds_a_column_and_enter_shows_it(listed: Listed) -> None:
    pane = opened(listed)
    listed.bot.keyClicks(pane.search, "job")
    assert said(pane) == ["Not shown", "Job title, not shown"]
    listed.bot.keyClick(pane.search, Qt.Key.Key_Return)
    assert keys(listed)[-1] == "job_title"
    listed.bot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_alt_and_an_arrow_move_a_column(listed: Listed) -> None:
    pane = opened(listed)
    press(listed, pane, "Score")
    press(listed, pane, "Score")
    assert keys(listed)[-1] == "score"
    pane.list.setFocus()
    for _ in range(3):
        listed.bot.keyClick(pane.list, Qt.Key.Key_Up, ALT)
    assert keys(listed)[-4:] == ["score", "revenue", "last_touch", "source"]
    listed.bot.keyClick(pane.list, Qt.Key.Key_Down, ALT)
    assert keys(listed)[-4:] == ["revenue", "score", "last_touch", "source"]


def test_a_column_is_dragged_to_its_place_in_the_pane(listed: Listed) -> None:
    pane = opened(listed)
    begin, end = place_of(pane, "Source"), place_of(pane, "Stage")
    view = pane.list.viewport()
    QTest.mousePress(view, LEFT, NO_KEY, begin)
    QTest.mouseMove(view, begin - QPoint(0, 20))
    QTest.mouseMove(view, end - QPoint(0, 6))
    QTest.mouseRelease(view, LEFT, NO_KEY, end - QPoint(0, 6))
    assert keys(listed)[:3] == ["company", "source", "stage"]


def test_a_title_is_dragged_to_its_place_in_the_list(listed: Listed) -> None:
    header = listed.tab.table.header
    score, stage = listed.section("score"), listed.section("stage")
    begin = QPoint(header.sectionViewportPosition(score) + 30, 12)
    end = QPoint(header.sectionViewportPosition(stage) + 8, 12)
    view, sort = header.viewport(), listed.tab.model.view.sort
    QTest.mousePress(view, LEFT, NO_KEY, begin)
    for step in range(1, 6):
        QTest.mouseMove(view, begin + (end - begin) * step / 5)
        QTest.qWait(5)
    QTest.mouseRelease(view, LEFT, NO_KEY, end)
    assert keys(listed)[:4] == ["company", "score", "stage", "status"]
    assert listed.tab.model.view.sort == sort
    assert [header.visualIndex(section) for section in range(4)] == [0, 1, 2, 3]


def test_the_edge_of_a_title_sizes_its_column(listed: Listed) -> None:
    header = listed.tab.table.header
    section = listed.section("status")
    before = header.sectionSize(section)
    edge = QPoint(header.sectionViewportPosition(section) + before - 1, 12)
    view = header.viewport()
    QTest.mousePress(view, LEFT, NO_KEY, edge)
    QTest.mouseMove(view, edge + QPoint(20, 0))
    QTest.mouseMove(view, edge + QPoint(40, 0))
    QTest.mouseRelease(view, LEFT, NO_KEY, edge + QPoint(40, 0))
    assert listed.tab.model.layout.widths["status"] == before + 40
    assert listed.tab.table.columnWidth(section) == before + 40


def test_each_view_keeps_its_own_columns_over_a_restart(listed: Listed) -> None:
    first, other = listed.tab.views[0], listed.tab.views[1]
    listed.tab.choose(first)
    pane = opened(listed)
    press(listed, pane, "Email")
    pane.leave()
    listed.tab.choose(other)
    assert "email" not in keys(listed)
    assert saved_views(listed.context)[0].layout.keys[-1] == "email"
    listed.tab.load_views()
    listed.tab.choose(listed.tab.views[0])
    assert "email" in keys(listed)


def test_reset_goes_back_to_what_a_view_shows_at_first(listed: Listed) -> None:
    pane = opened(listed)
    assert not pane.reset.isEnabled()
    press(listed, pane, "Source")
    listed.bot.mouseClick(pane.reset, LEFT)
    assert keys(listed) == [column.key for column in SHOWN]
    assert not listed.tab.model.layout.chosen


def test_columns_that_were_chosen_stay_where_room_is_short(listed: Listed) -> None:
    layout = Layout()
    for key in ("email", "phone", "website", "job_title", "notes"):
        column = column_named(key)
        assert column is not None
        layout = layout.showing(column, True)
    listed.tab.keep_layout(layout)
    table = listed.tab.table
    assert not any(table.isColumnHidden(section) for section in range(len(layout.keys) + 1))
    table.horizontalScrollBar().setValue(100)
    listed.key(Qt.Key.Key_J)
    assert table.horizontalScrollBar().value() == 100


def test_every_column_can_be_shown_and_painted(listed: Listed) -> None:
    pane = opened(listed)
    for line in list(pane.list.lines.lines):
        if line.column is not None and not line.shown:
            listed.tab.keep_layout(listed.tab.model.layout.showing(line.column, True))
    pane.leave()
    for section in range(1, len(keys(listed)) + 1):
        assert listed.tab.model.index(0, section).data(LINE_ROLE) is not None
    assert not listed.tab.table.viewport().grab().isNull()


def test_home_and_end_go_to_the_first_and_the_last(listed: Listed) -> None:
    listed.key(Qt.Key.Key_End)
    assert listed.tab.table.currentIndex().row() == 3
    listed.key(Qt.Key.Key_Home)
    assert listed.tab.table.currentIndex().row() == 0


def test_a_layout_comes_back_as_it_was_kept() -> None:
    email, score = column_named("email"), column_named("score")
    assert email is not None and score is not None
    layout = Layout().showing(email, True).sized(score, 5)
    assert layout.widths["score"] == LEAST_WIDTH
    assert layout_of(layout_text(layout)) == layout
    assert (layout_text(Layout()), layout_of(None)) == (None, Layout())
    assert layout_of('[["company", 0], ["gone_since", 0], ["score", 90]]').keys == ("company", "score")
