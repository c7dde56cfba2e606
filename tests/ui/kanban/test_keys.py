"""The board without a mouse: focus, moves and carrying by key (docs/interface.md, "Kanban")."""

import pytest
from PySide6.QtCore import Qt

from journeydesk.services.commands.prospects import move
from journeydesk.ui.tabs.kanban.carrying import Place
from tests.ui.kanban.conftest import ALT, CERAMICS, MEBLE, ORDER, QUILLON, SHIFT, Board


def current(board: Board) -> str:
    """The company of the card that has the keyboard."""
    focused = board.window.focusWidget()
    pane = next(pane for pane in board.tab.board.panes if pane.view is focused)
    card = pane.view.current()
    return card.company if card is not None else ""


def place_in(board: Board, company: str, stage: str, number: int) -> None:
    move(board.context, board.cards[company], "Deal", stage)
    board.bot.waitUntil(lambda: company in board.column(number))


def test_the_first_card_has_the_keyboard_at_the_start(board: Board) -> None:
    assert current(board) == ORDER[0]


def test_up_and_down_walk_the_column_and_stop_at_its_ends(board: Board) -> None:
    walked = []
    for _ in range(5):
        board.press(Qt.Key.Key_Down)
        walked.append(current(board))
    assert walked == [*ORDER[1:], ORDER[3], ORDER[3]]
    for _ in range(5):
        board.press(Qt.Key.Key_Up)
    assert current(board) == ORDER[0]


def test_left_and_right_go_to_the_card_beside(board: Board) -> None:
    place_in(board, MEBLE, "Qualified Lead", 2)
    place_in(board, QUILLON, "Qualified Lead", 2)
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Right)
    assert current(board) == QUILLON
    board.press(Qt.Key.Key_Left)
    assert current(board) == CERAMICS


def test_right_goes_to_the_last_card_where_the_column_is_shorter(board: Board) -> None:
    place_in(board, MEBLE, "Qualified Lead", 2)
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right)
    assert current(board) == MEBLE


def test_an_empty_column_can_be_crossed(board: Board) -> None:
    place_in(board, MEBLE, "Technical Review", 3)
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right)
    assert board.view(2).hasFocus()
    board.press(Qt.Key.Key_Right)
    assert current(board) == MEBLE


def test_left_of_the_first_column_stays_where_it_is(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Left)
    assert current(board) == QUILLON


def test_the_column_with_the_keyboard_is_scrolled_into_view(board: Board) -> None:
    board.window.resize(960, 640)
    bar = board.tab.board.horizontalScrollBar()
    board.bot.waitUntil(lambda: bar.maximum() > 0)
    board.focus(QUILLON)
    for _ in range(8):
        board.press(Qt.Key.Key_Right)
    assert board.view(9).hasFocus()
    assert bar.value() > 0
    seen = board.tab.board.viewport().rect()
    pane = board.tab.board.panes[8]
    assert seen.contains(pane.mapTo(board.tab.board.viewport(), pane.rect().topRight()))


@pytest.mark.parametrize("modifier", [SHIFT, ALT])
def test_shift_or_alt_and_an_arrow_move_the_card(board: Board, modifier: Qt.KeyboardModifier) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right, modifier)
    assert board.stage(QUILLON) == 2
    assert current(board) == QUILLON
    board.press(Qt.Key.Key_Right, modifier)
    assert board.stage(QUILLON) == 3
    assert board.messages[-1] == "Quillon Freight moved to 3 Technical Review"


def test_no_card_is_moved_before_the_first_column(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Left, SHIFT)
    assert board.stage(QUILLON) == 1
    assert board.messages == []
    assert not board.tab.reason.isVisible()


def test_no_card_is_moved_behind_the_last_column(board: Board) -> None:
    place_in(board, QUILLON, "Closed Lost", 9)
    board.focus(QUILLON, 9)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert board.stage(QUILLON) == 9
    assert not board.tab.reason.isVisible()


def test_space_lifts_arrows_choose_and_space_drops(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    assert board.tab.carrying.by_key
    board.press(Qt.Key.Key_Right)
    board.press(Qt.Key.Key_Right)
    assert board.tab.carrying.over == Place(3)
    assert board.tab.ghost.words == "Move to 3 Technical Review"
    assert [pane.target for pane in board.tab.board.panes[:4]] == [False, False, True, False]
    assert board.stage(QUILLON) == 1
    board.press(Qt.Key.Key_Space)
    assert board.stage(QUILLON) == 3
    assert not board.tab.ghost.isVisible()
    assert current(board) == QUILLON


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_drops_a_lifted_card_instead_of_opening_it(board: Board, key: Qt.Key) -> None:
    opened: list[int] = []
    board.tab.prospect_requested.connect(opened.append)
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    board.press(key)
    assert board.stage(QUILLON) == 2
    assert opened == []


def test_escape_puts_a_lifted_card_back(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    board.press(Qt.Key.Key_Escape)
    assert not board.tab.carrying.by_key
    assert board.stage(QUILLON) == 1
    assert not any(pane.target for pane in board.tab.board.panes)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Space)
    assert board.stage(QUILLON) == 1


def test_after_escape_the_arrows_walk_the_cards_again(board: Board) -> None:
    board.focus(ORDER[0])
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Escape)
    board.press(Qt.Key.Key_Down)
    assert current(board) == ORDER[1]
    assert board.tab.carrying.card is None


def test_a_lifted_card_goes_no_further_than_the_board(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Left)
    assert board.tab.carrying.over == Place(1)
    for _ in range(12):
        board.press(Qt.Key.Key_Right)
    assert board.tab.carrying.over == Place(9)
    board.press(Qt.Key.Key_Escape)


def test_a_lifted_card_goes_back_when_the_keyboard_leaves(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    board.tab.bar.owner.setFocus()
    assert board.tab.carrying.card is None
    assert not board.tab.ghost.isVisible()
    assert board.stage(QUILLON) == 1


def test_shift_moves_no_card_that_is_lifted(board: Board) -> None:
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert board.stage(QUILLON) == 1
    assert board.tab.carrying.over == Place(2)
    board.press(Qt.Key.Key_Escape)


def test_space_on_an_empty_column_lifts_nothing(board: Board) -> None:
    board.view(2).setFocus()
    board.press(Qt.Key.Key_Space)
    assert board.tab.carrying.card is None


def test_a_column_entered_by_tab_stands_on_a_card(board: Board) -> None:
    view = board.view(1)
    view.clearFocus()
    view.setCurrentIndex(view.cards.index(-1))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 0


def test_the_keyboard_ring_is_painted_around_the_card(board: Board) -> None:
    view = board.focus(QUILLON)
    rect = view.visualRect(view.currentIndex())
    accent = board.window.theme.color("accent").rgb()

    def edge() -> list[int]:
        image = view.viewport().grab(rect).toImage()
        return [image.pixel(20, y) for y in range(3)]

    assert accent in edge()
    board.tab.bar.owner.setFocus()
    assert accent not in edge()


def test_g_switches_the_lanes_on_and_off(board: Board) -> None:
    board.press(Qt.Key.Key_G)
    assert board.tab.lanes.isVisible()
    board.press(Qt.Key.Key_G)
    assert board.tab.board.isVisible()
    assert current(board) == ORDER[0]
