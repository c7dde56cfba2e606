"""Several cards at once: selected by keys and by mouse, moved together by either, as one step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from journeydesk.ui.models.board_model import CHOSEN_ROLE, MOVING_ROLE
from tests.ui.kanban.conftest import CERAMICS, LEFT, MEBLE, ORDER, QUILLON, SHIFT, SOKKI, Board, names_in
from tests.ui.widgets.conftest import Picture

CONTROL = Qt.KeyboardModifier.ControlModifier


def chosen(board: Board, stage: int = 1) -> list[str]:
    return [card.company for card in board.view(stage).cards.chosen]


def click(board: Board, company: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = board.view(1)
    row = view.cards.row_of(board.cards[company])
    assert row is not None
    board.bot.mouseClick(view.viewport(), LEFT, modifier, view.visualRect(view.cards.index(row)).center())


def test_shift_and_the_arrows_extend_the_selection_and_take_it_back(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    assert chosen(board) == [CERAMICS, MEBLE]
    board.press(Qt.Key.Key_Down, SHIFT)
    assert chosen(board) == [CERAMICS, MEBLE, QUILLON]
    board.press(Qt.Key.Key_Up, SHIFT)
    board.press(Qt.Key.Key_Up, SHIFT)
    board.press(Qt.Key.Key_Up, SHIFT)
    assert chosen(board) == [SOKKI, CERAMICS]


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Escape])
def test_an_arrow_alone_or_escape_takes_the_selection_away(board: Board, key: Qt.Key) -> None:
    board.drag(QUILLON, 1, 2)
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(key)
    assert chosen(board) == []


def test_selected_cards_are_painted_and_said_as_such(board: Board) -> None:
    view = board.focus(SOKKI)
    before = Picture(view.viewport(), board.window.theme).count("sel")
    board.press(Qt.Key.Key_Down, SHIFT)
    assert [bool(view.cards.index(row).data(CHOSEN_ROLE)) for row in range(4)] == [True, True, False, False]
    assert Picture(view.viewport(), board.window.theme).count("sel") > before + 4000
    assert view.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("selected, 蒼嶺測器")


def test_shift_and_ctrl_click_select(board: Board) -> None:
    click(board, SOKKI)
    assert chosen(board) == []
    click(board, MEBLE, SHIFT)
    assert chosen(board) == [SOKKI, CERAMICS, MEBLE]
    click(board, CERAMICS, CONTROL)
    assert chosen(board) == [SOKKI, MEBLE]
    click(board, QUILLON, CONTROL)
    assert chosen(board) == [SOKKI, MEBLE, QUILLON]
    click(board, MEBLE)
    assert chosen(board) == []


def test_ctrl_click_begins_with_the_card_that_has_the_keyboard(board: Board) -> None:
    click(board, SOKKI)
    click(board, QUILLON, CONTROL)
    assert chosen(board) == [SOKKI, QUILLON]


def test_a_key_moves_them_all_as_one_step(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert board.column(2) == [CERAMICS, MEBLE]
    assert board.column(1) == [SOKKI, QUILLON]
    assert board.messages == ["2 cards moved to 2 Qualified Lead"]
    assert board.counts()[:2] == [2, 2]
    board.window.undoing.undo()
    board.bot.waitUntil(lambda: board.column(1) == ORDER)
    assert board.column(2) == []
    assert board.rows("SELECT count(*) FROM undo_entry WHERE undone_at IS NOT NULL") == [(1,)]


def test_what_was_moved_stays_selected_and_is_moved_on(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert chosen(board, 2) == [CERAMICS, MEBLE]
    board.press(Qt.Key.Key_Right, SHIFT)
    assert board.column(3) == [CERAMICS, MEBLE]


def test_space_lifts_them_all_and_the_place_says_what_a_drop_would_do(board: Board) -> None:
    view = board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Space)
    assert [bool(view.cards.index(row).data(MOVING_ROLE)) for row in range(4)] == [False, True, True, False]
    board.press(Qt.Key.Key_Right)
    assert board.tab.ghost.words == "Move 2 cards to 2 Qualified Lead"
    board.press(Qt.Key.Key_Space)
    assert board.column(2) == [CERAMICS, MEBLE]


def test_escape_puts_lifted_cards_back_and_keeps_them_selected(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    board.press(Qt.Key.Key_Escape)
    assert board.column(1) == ORDER
    assert chosen(board) == [CERAMICS, MEBLE]


def test_a_drag_of_one_of_them_takes_them_all(board: Board) -> None:
    click(board, SOKKI)
    click(board, MEBLE, SHIFT)
    view = board.view(1)
    end = board.carry(view, MEBLE, board.view(2))
    assert [card.company for card in board.tab.carrying.cards] == [MEBLE, SOKKI, CERAMICS]
    assert board.tab.ghost.words == "Move 3 cards to 2 Qualified Lead"
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert sorted(board.column(2)) == sorted([SOKKI, CERAMICS, MEBLE])
    assert board.messages == ["3 cards moved to 2 Qualified Lead"]


def test_a_drag_of_another_card_takes_that_one_alone(board: Board) -> None:
    click(board, SOKKI)
    click(board, CERAMICS, SHIFT)
    board.drag(QUILLON, 1, 2)
    assert board.column(2) == [QUILLON]
    assert chosen(board) == []


def test_a_move_back_asks_once_for_all(board: Board) -> None:
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Right, SHIFT)
    board.press(Qt.Key.Key_Left, SHIFT)
    assert board.tab.reason.isVisible()
    board.bot.keyClicks(board.window.focusWidget(), "Too early")
    board.press(Qt.Key.Key_Return)
    assert board.column(1) == ORDER
    reasons = board.rows("SELECT payload FROM events WHERE payload LIKE '%Too early%'")
    assert len(reasons) == 2


def test_in_lanes_they_go_to_another_stage_and_owner_in_one_step(board: Board) -> None:
    board.lanes()
    source, target = board.cell("Amaia Etxarri", 1), board.cell("Tomasz Wilk", 2)
    board.bot.mouseClick(source.view.viewport(), LEFT, pos=source.view.visualRect(source.view.cards.index(0)).center())
    board.bot.keyClick(source.view, Qt.Key.Key_Down, SHIFT)
    assert names_in(source.view) == [MEBLE, QUILLON]
    view = source.view
    start = view.visualRect(view.cards.index(0)).center()
    board.bot.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(20, 4))
    end = view.viewport().mapFrom(board.tab, target.view.viewport().mapTo(board.tab, QPoint(40, 30)))
    QTest.mouseMove(view.viewport(), end)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.messages == ["2 cards moved to 2 Qualified Lead and given to Tomasz Wilk"]
    assert board.rows("SELECT count(*) FROM prospects WHERE owner = 'Tomasz Wilk'") == [(3,)]
    board.window.undoing.undo()
    board.bot.waitUntil(lambda: "Amaia Etxarri" in [row.header.lane.owner for row in board.tab.lanes.lanes])
    board.bot.waitUntil(lambda: names_in(board.cell("Amaia Etxarri", 1).view) == [MEBLE, QUILLON])
    assert board.rows("SELECT count(*) FROM prospects WHERE owner = 'Tomasz Wilk'") == [(1,)]


def test_who_leaves_the_column_is_selected_no_more(board: Board) -> None:
    from journeydesk.services.commands.prospects import move

    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    move(board.context, board.cards[MEBLE], "Deal", "Qualified Lead")
    board.bot.waitUntil(lambda: MEBLE in board.column(2))
    assert chosen(board) == [CERAMICS]


def by_column(board: Board) -> list[list[str]]:
    return [chosen(board, stage) for stage in (1, 2)]


def test_ctrl_space_and_ctrl_arrows_select_over_several_columns(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Down, CONTROL)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Right, CONTROL)
    assert by_column(board) == [[CERAMICS, MEBLE], []]
    board.press(Qt.Key.Key_Space, CONTROL)
    assert by_column(board) == [[CERAMICS, MEBLE], [QUILLON]]
    assert board.tab.acted_on is not None
    assert len(board.tab.acted_on) == 3
    board.press(Qt.Key.Key_Space, CONTROL)
    assert by_column(board) == [[CERAMICS, MEBLE], []]


def test_ctrl_click_selects_in_another_column_a_click_clears(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    click(board, SOKKI)
    second = board.view(2)
    where = second.visualRect(second.cards.index(0)).center()
    board.bot.mouseClick(second.viewport(), LEFT, CONTROL, where)
    assert by_column(board) == [[SOKKI], [QUILLON]]
    assert second.hasFocus()
    board.bot.mouseClick(second.viewport(), LEFT, pos=where)
    assert by_column(board) == [[], []]


def test_cards_of_several_columns_go_where_the_current_one_goes(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Right, CONTROL)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert sorted(board.column(3)) == sorted([QUILLON, CERAMICS])
    assert board.messages[-1] == "2 cards moved to 3 Technical Review"
    assert board.counts()[:3] == [2, 0, 2]
    board.window.undoing.undo()
    board.bot.waitUntil(lambda: board.column(2) == [QUILLON])
    assert CERAMICS in board.column(1)


def test_a_drag_takes_those_of_every_column_and_leaves_who_is_there(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.drag(MEBLE, 1, 3)
    click(board, SOKKI)
    for stage in (2, 3):
        view = board.view(stage)
        board.bot.mouseClick(view.viewport(), LEFT, CONTROL, view.visualRect(view.cards.index(0)).center())
    events = board.rows("SELECT count(*) FROM events WHERE event = 'stage_set'")
    view = board.view(1)
    end = board.carry(view, SOKKI, board.view(3))
    assert board.tab.ghost.words == "Move 2 cards to 3 Technical Review"
    assert board.view(2).cards.index(0).data(MOVING_ROLE)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert sorted(board.column(3)) == sorted([SOKKI, QUILLON, MEBLE])
    assert board.messages[-1] == "2 cards moved to 3 Technical Review"
    assert board.rows("SELECT count(*) FROM events WHERE event = 'stage_set'") == [(events[0][0] + 2,)]


def test_a_drop_on_the_column_of_one_of_them_brings_the_others(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    click(board, SOKKI)
    second = board.view(2)
    board.bot.mouseClick(second.viewport(), LEFT, CONTROL, second.visualRect(second.cards.index(0)).center())
    end = board.carry(second, QUILLON, second, QPoint(60, 60))
    assert board.tab.ghost.words == "Move to 2 Qualified Lead"
    board.bot.mouseRelease(second.viewport(), LEFT, pos=end)
    assert sorted(board.column(2)) == sorted([SOKKI, QUILLON])


def test_escape_puts_all_of_them_back_where_they_were(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Right, CONTROL)
    board.press(Qt.Key.Key_Space, CONTROL)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    assert board.tab.ghost.words == "Move 2 cards to 3 Technical Review"
    board.press(Qt.Key.Key_Escape)
    assert by_column(board) == [[CERAMICS], [QUILLON]]
    assert not any(view.cards.index(row).data(MOVING_ROLE) for view in map(board.view, (1, 2)) for row in range(3))
    board.press(Qt.Key.Key_Escape)
    assert by_column(board) == [[], []]


def test_of_several_columns_any_that_goes_back_asks_why_once(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.drag(MEBLE, 1, 3)
    click(board, SOKKI)
    for stage in (2, 3):
        view = board.view(stage)
        board.bot.mouseClick(view.viewport(), LEFT, CONTROL, view.visualRect(view.cards.index(0)).center())
    cards = board.tab.board.selection.cards
    menu = board.tab.card_menu(cards, board.tab.board.selection.places_of(cards)[cards[0].id])
    move_to = next(action.menu() for action in menu.actions() if action.text() == "Move to")
    assert isinstance(move_to, QMenu)
    assert all(entry.isEnabled() for entry in move_to.actions())
    move_to.actions()[1].trigger()
    assert board.tab.reason.isVisible()
    board.bot.keyClicks(board.window.focusWidget(), "Too early")
    board.press(Qt.Key.Key_Return)
    assert sorted(board.column(2)) == sorted([SOKKI, QUILLON, MEBLE])


def test_in_lanes_who_is_in_the_stage_changes_only_the_owner(board: Board) -> None:
    board.drag(SOKKI, 1, 2)
    board.lanes()
    meble, sokki = board.cell("Amaia Etxarri", 1), board.cell("Tomasz Wilk", 2)
    board.bot.mouseClick(meble.view.viewport(), LEFT, pos=meble.view.visualRect(meble.view.cards.index(0)).center())
    board.bot.mouseClick(sokki.view.viewport(), LEFT, CONTROL, sokki.view.visualRect(sokki.view.cards.index(0)).center())
    events = board.rows("SELECT count(*) FROM events WHERE event = 'stage_set'")[0][0]
    target = board.cell("Amaia Etxarri", 2)
    view = sokki.view
    start = view.visualRect(view.cards.index(0)).center()
    board.bot.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(20, 4))
    end = view.viewport().mapFrom(board.tab, target.view.viewport().mapTo(board.tab, QPoint(40, 30)))
    QTest.mouseMove(view.viewport(), end)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.messages[-1] == "2 cards moved to 2 Qualified Lead and given to Amaia Etxarri"
    assert board.rows("SELECT count(*) FROM events WHERE event = 'stage_set'") == [(events + 1,)]
    assert board.rows("SELECT count(*) FROM prospects WHERE owner = 'Amaia Etxarri'") == [(3,)]
