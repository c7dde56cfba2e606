"""Swimlanes: one for each owner, with cards that change owner where they change lane."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journeydesk.services.commands.many import assign
from journeydesk.services.commands.prospects import move
from journeydesk.ui.tabs.kanban.carrying import Place
from tests.ui.kanban.conftest import ALT, CERAMICS, LEFT, MEBLE, QUILLON, SHIFT, SOKKI, Board, names_in

AMAIA, TOMASZ, NOBODY = "Amaia Etxarri", "Tomasz Wilk", ""


@pytest.fixture
def lanes(board: Board) -> Board:
    """The board with its lanes shown, the keyboard on Quillon Freight."""
    board.lanes()
    board.tab.lanes.focus_card(board.cards[QUILLON])
    board.bot.waitUntil(board.cell(AMAIA, 1).view.hasFocus)
    board.bot.waitUntil(lambda: board.cell(AMAIA, 2).x() > 0)
    return board


def owner(board: Board, company: str) -> object:
    return board.rows("SELECT owner FROM prospects WHERE lid = ?", board.cards[company])[0][0]


def focused(board: Board) -> tuple[str, int, str]:
    """Lane, stage and card that have the keyboard."""
    for row in board.tab.lanes.lanes:
        for cell in row.cells:
            if cell.view.hasFocus():
                card = cell.view.current()
                return cell.owner, cell.stage, card.company if card is not None else ""
    return "", 0, ""


def test_there_is_a_lane_for_each_owner_most_cards_first(lanes: Board) -> None:
    rows = lanes.tab.lanes.lanes
    assert [(row.header.lane.owner, row.header.lane.count) for row in rows] == [(AMAIA, 2), (NOBODY, 1), (TOMASZ, 1)]
    assert rows[1].header.owner_words == "No owner"
    assert names_in(lanes.cell(AMAIA, 1).view) == [MEBLE, QUILLON]
    assert names_in(lanes.cell(TOMASZ, 1).view) == [SOKKI]


def test_a_lane_tells_owner_totals_and_what_is_overdue(lanes: Board) -> None:
    header = lanes.tab.lanes.lanes[0].header
    assert header.accessibleName() == "Lane of Amaia Etxarri, 2 cards, €66.5k, 1 overdue, open"
    assert lanes.cell(AMAIA, 1).view.accessibleName() == "Amaia Etxarri, 1 New Application"
    assert "overdue" not in lanes.tab.lanes.lanes[2].header.accessibleName()


def test_a_click_folds_a_lane_and_another_opens_it(lanes: Board) -> None:
    row = lanes.tab.lanes.lanes[0]
    lanes.bot.mouseClick(row.header, LEFT)
    assert not row.cells[0].isVisible()
    assert row.header.accessibleName().endswith(", folded")
    assert row.header.toolTip() == "Open this lane"
    lanes.bot.mouseClick(row.header, LEFT)
    assert row.cells[0].isVisible()
    assert row.header.accessibleName().endswith(", open")


def test_space_folds_the_lane_that_has_the_keyboard(lanes: Board) -> None:
    header = lanes.tab.lanes.lanes[0].header
    header.setFocus()
    lanes.bot.keyClick(header, Qt.Key.Key_Space)
    assert not lanes.cell(AMAIA, 1).isVisible()


def test_a_card_dragged_to_another_lane_changes_its_owner(lanes: Board) -> None:
    source = lanes.cell(AMAIA, 1).view
    end = lanes.carry(source, QUILLON, lanes.cell(TOMASZ, 1).view)
    assert lanes.tab.ghost.words == "Give to Tomasz Wilk"
    lanes.bot.mouseRelease(source.viewport(), LEFT, pos=end)
    assert owner(lanes, QUILLON) == TOMASZ
    assert lanes.stage(QUILLON) == 1
    assert lanes.messages == ["Quillon Freight given to Tomasz Wilk"]
    assert names_in(lanes.cell(TOMASZ, 1).view) == [SOKKI, QUILLON]


def test_a_drag_across_lane_and_stage_changes_both(lanes: Board) -> None:
    source = lanes.cell(AMAIA, 1).view
    end = lanes.carry(source, QUILLON, lanes.cell(TOMASZ, 2).view)
    assert lanes.tab.ghost.words == "Move to 2 Qualified Lead · give to Tomasz Wilk"
    lanes.bot.mouseRelease(source.viewport(), LEFT, pos=end)
    assert (owner(lanes, QUILLON), lanes.stage(QUILLON)) == (TOMASZ, 2)
    assert lanes.messages == ["Quillon Freight moved to 2 Qualified Lead and given to Tomasz Wilk"]


def test_a_card_can_be_given_to_nobody(lanes: Board) -> None:
    source = lanes.cell(AMAIA, 1).view
    end = lanes.carry(source, QUILLON, lanes.cell(NOBODY, 1).view)
    assert lanes.tab.ghost.words == "Give to nobody"
    lanes.bot.mouseRelease(source.viewport(), LEFT, pos=end)
    assert owner(lanes, QUILLON) is None
    assert lanes.messages == ["Quillon Freight given to nobody"]


def test_the_last_card_of_an_owner_takes_the_lane_away(lanes: Board) -> None:
    source = lanes.cell(TOMASZ, 1).view
    end = lanes.carry(source, SOKKI, lanes.cell(AMAIA, 1).view)
    lanes.bot.mouseRelease(source.viewport(), LEFT, pos=end)
    assert [row.header.lane.owner for row in lanes.tab.lanes.lanes] == [AMAIA, NOBODY]
    lanes.window.undoing.undo()
    lanes.bot.waitUntil(lambda: len(lanes.tab.lanes.lanes) == 3)


def test_a_target_cell_makes_room_for_the_card(lanes: Board) -> None:
    source, target = lanes.cell(AMAIA, 1), lanes.cell(AMAIA, 2)
    before = target.height()
    end = lanes.carry(source.view, QUILLON, target.view)
    assert target.target
    assert target.height() > before
    lanes.bot.keyClick(source.view, Qt.Key.Key_Escape)
    assert target.height() == before
    lanes.bot.mouseRelease(source.view.viewport(), LEFT, pos=end)
    assert lanes.stage(QUILLON) == 1


def test_down_and_up_go_on_into_the_next_lane(lanes: Board) -> None:
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Down)
    assert focused(lanes) == (NOBODY, 1, CERAMICS)
    lanes.bot.keyClick(lanes.cell(NOBODY, 1).view, Qt.Key.Key_Down)
    assert focused(lanes) == (TOMASZ, 1, SOKKI)
    lanes.bot.keyClick(lanes.cell(TOMASZ, 1).view, Qt.Key.Key_Down)
    assert focused(lanes) == (TOMASZ, 1, SOKKI)
    lanes.bot.keyClick(lanes.cell(TOMASZ, 1).view, Qt.Key.Key_Up)
    lanes.bot.keyClick(lanes.cell(NOBODY, 1).view, Qt.Key.Key_Up)
    assert focused(lanes) == (AMAIA, 1, QUILLON)


def test_alt_and_down_skips_the_rest_of_the_lane(lanes: Board) -> None:
    lanes.tab.lanes.focus_card(lanes.cards[MEBLE])
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Down, ALT)
    assert focused(lanes) == (NOBODY, 1, CERAMICS)


def test_a_folded_lane_is_passed_by(lanes: Board) -> None:
    lanes.bot.mouseClick(lanes.tab.lanes.lanes[1].header, LEFT)
    lanes.tab.lanes.focus_card(lanes.cards[QUILLON])
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Down)
    assert focused(lanes) == (TOMASZ, 1, SOKKI)


def test_left_and_right_stay_in_the_lane(lanes: Board) -> None:
    move(lanes.context, lanes.cards[MEBLE], "Deal", "Qualified Lead")
    lanes.bot.waitUntil(lambda: names_in(lanes.cell(AMAIA, 2).view) == [MEBLE])
    lanes.tab.lanes.focus_card(lanes.cards[QUILLON])
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Right)
    assert focused(lanes) == (AMAIA, 2, MEBLE)
    lanes.bot.keyClick(lanes.cell(AMAIA, 2).view, Qt.Key.Key_Left)
    assert focused(lanes) == (AMAIA, 1, QUILLON)
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Left)
    assert focused(lanes) == (AMAIA, 1, QUILLON)


def test_shift_and_right_move_a_card_within_its_lane(lanes: Board) -> None:
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Right, SHIFT)
    assert (lanes.stage(QUILLON), owner(lanes, QUILLON)) == (2, AMAIA)
    assert focused(lanes) == (AMAIA, 2, QUILLON)


def test_no_card_leaves_the_stages_of_its_lane(lanes: Board) -> None:
    lanes.bot.keyClick(lanes.cell(AMAIA, 1).view, Qt.Key.Key_Left, SHIFT)
    assert (lanes.stage(QUILLON), lanes.messages) == (1, [])
    lanes.bot.keyClick(lanes.cell(AMAIA, 5).view, Qt.Key.Key_Right, SHIFT)
    assert lanes.messages == []


def test_the_score_menu_narrows_the_lanes_too(lanes: Board) -> None:
    lanes.tab.show_score(20)
    shown = [name for row in lanes.tab.lanes.lanes for name in names_in(row.cells[0].view)]
    assert QUILLON in shown
    assert len(shown) < 4


def test_a_card_is_carried_to_another_lane_by_key(lanes: Board) -> None:
    view = lanes.cell(AMAIA, 1).view
    lanes.bot.keyClick(view, Qt.Key.Key_Space)
    lanes.bot.keyClick(view, Qt.Key.Key_Down)
    lanes.bot.keyClick(view, Qt.Key.Key_Down)
    lanes.bot.keyClick(view, Qt.Key.Key_Right)
    assert lanes.tab.lane_carrying.over == Place(2, TOMASZ)
    lanes.bot.keyClick(view, Qt.Key.Key_Space)
    assert (lanes.stage(QUILLON), owner(lanes, QUILLON)) == (2, TOMASZ)


def test_a_carried_card_stays_within_lanes_and_stages(lanes: Board) -> None:
    view = lanes.cell(AMAIA, 1).view
    lanes.bot.keyClick(view, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        lanes.bot.keyClick(view, key)
        assert lanes.tab.lane_carrying.over == Place(1, AMAIA)
    for _ in range(5):
        lanes.bot.keyClick(view, Qt.Key.Key_Down)
    assert lanes.tab.lane_carrying.over == Place(1, TOMASZ)
    lanes.bot.keyClick(view, Qt.Key.Key_Escape)
    assert lanes.tab.lane_carrying.card is None


def more_button(board: Board) -> QPushButton:
    return board.cell(AMAIA, 2).findChildren(QPushButton)[0]


def test_a_cell_shows_two_cards_and_the_rest_on_request(lanes: Board) -> None:
    lanes.more(15)
    lanes.tab.show_journey("Deal")
    cell = lanes.cell(AMAIA, 2)
    lanes.bot.waitUntil(lambda: more_button(lanes).isVisible())
    assert cell.view.cards.rowCount() == 2
    assert more_button(lanes).text() == "+13 more"
    assert more_button(lanes).accessibleName() == "Show 10 more of 13 cards"
    height = cell.height()
    lanes.bot.mouseClick(more_button(lanes), LEFT)
    assert cell.view.cards.rowCount() == 12
    assert more_button(lanes).text() == "+3 more"
    assert more_button(lanes).accessibleName() == "Show 3 more of 3 cards"
    assert cell.height() - height == 10 * 77
    lanes.bot.mouseClick(more_button(lanes), LEFT)
    assert cell.view.cards.rowCount() == 15
    assert not more_button(lanes).isVisible()


def test_a_cell_shows_two_cards_however_often_the_lanes_are_looked_at(lanes: Board) -> None:
    lanes.more(15)
    for _ in range(3):
        lanes.window.show_place("Prospects")
        lanes.window.show_place("Kanban")
        lanes.bot.waitUntil(lambda: more_button(lanes).isVisible())
        QTest.qWait(0)
        assert lanes.cell(AMAIA, 2).view.cards.rowCount() == 2


def test_all_cells_of_a_lane_are_of_one_height(lanes: Board) -> None:
    lanes.more(5)
    lanes.tab.show_journey("Deal")
    lanes.bot.mouseClick(more_button(lanes), LEFT)
    row = lanes.tab.lanes.lanes[0]
    assert len({cell.height() for cell in row.cells}) == 1
    assert row.cells[0].height() > lanes.tab.lanes.lanes[1].cells[0].height()


@pytest.mark.parametrize(("choice", "owners"), [(TOMASZ, [TOMASZ]), (NOBODY, [NOBODY]), (None, [AMAIA, NOBODY, TOMASZ])])
def test_the_owner_menu_leaves_that_owners_lane(lanes: Board, choice: str | None, owners: list[str]) -> None:
    lanes.tab.show_owner(choice)
    assert [row.header.lane.owner for row in lanes.tab.lanes.lanes] == owners


def test_a_card_given_elsewhere_changes_its_lane(lanes: Board) -> None:
    assign(lanes.context, [lanes.cards[SOKKI]], AMAIA)
    lanes.bot.waitUntil(lambda: len(lanes.tab.lanes.lanes) == 2)
    assert SOKKI in names_in(lanes.cell(AMAIA, 1).view)
    assert lanes.tab.lanes.lanes[0].header.lane.count == 3


def test_column_heads_scroll_along_with_the_lanes(lanes: Board) -> None:
    lanes.window.resize(960, 640)
    bar = lanes.tab.lanes._scroll.horizontalScrollBar()
    lanes.bot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert lanes.tab.lanes._strip.horizontalScrollBar().value() == bar.maximum()
    heads = [head.mapTo(lanes.tab, QPoint(0, 0)).x() for head in lanes.tab.lanes._heads]
    cells = [cell.mapTo(lanes.tab, QPoint(0, 0)).x() for cell in lanes.tab.lanes.lanes[0].cells]
    assert heads == cells


def test_lanes_scroll_down_under_a_card_near_the_edge(lanes: Board) -> None:
    lanes.more(5)
    lanes.tab.show_journey("Deal")
    lanes.window.resize(1200, 640)
    bar = lanes.tab.lanes._scroll.verticalScrollBar()
    lanes.bot.waitUntil(lambda: bar.maximum() > 0)
    source = lanes.cell(AMAIA, 1).view
    lanes.carry(source, QUILLON, lanes.cell(AMAIA, 2).view)
    low = source.viewport().mapFrom(lanes.tab, QPoint(300, lanes.tab.height() - 6))
    QTest.mouseMove(source.viewport(), low)
    lanes.bot.waitUntil(lambda: bar.value() > 0)
    lanes.bot.keyClick(source, Qt.Key.Key_Escape)
    lanes.bot.mouseRelease(source.viewport(), LEFT, pos=low)


def test_the_head_paints_what_is_overdue_in_the_danger_colour(lanes: Board) -> None:
    danger = lanes.window.theme.color("danger").rgb()

    def has_danger(place: int) -> bool:
        image = lanes.tab.lanes.lanes[place].header.grab().toImage()
        return any(image.pixel(x, y) == danger for y in range(8, 24) for x in range(image.width() - 200, image.width()))

    assert has_danger(0)
    assert not has_danger(2)
