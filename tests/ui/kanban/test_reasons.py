"""A move back, or to an end, asks why before anything is kept (docs/interface.md, "Kanban")."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from journeydesk.services.commands.prospects import move
from journeydesk.ui.widgets.buttons import KeyButton
from tests.ui.kanban.conftest import LEFT, QUILLON, SOKKI, Board


def field(board: Board) -> QLineEdit:
    return board.tab.reason.findChildren(QLineEdit)[0]


def button(board: Board, words: str) -> KeyButton:
    return next(button for button in board.tab.reason.findChildren(KeyButton) if button.text() == words)


def advance(board: Board, company: str, stage: str, number: int) -> None:
    """Moves a card on, without a reason, and waits until the board shows it."""
    move(board.context, board.cards[company], "Deal", stage)
    board.bot.waitUntil(lambda: company in board.column(number))


@pytest.fixture
def asked(board: Board) -> Board:
    """Quillon Freight, dropped from the third column on the second: the question stands open."""
    advance(board, QUILLON, "Technical Review", 3)
    board.drag(QUILLON, 3, 2)
    assert board.tab.reason.isVisible()
    return board


def test_a_move_back_is_kept_with_its_reason(asked: Board) -> None:
    asked.bot.waitUntil(field(asked).hasFocus)
    asked.bot.keyClicks(field(asked), "  Budget was cut  ")
    asked.bot.keyClick(field(asked), Qt.Key.Key_Return)
    assert not asked.tab.reason.isVisible()
    assert asked.stage(QUILLON) == 2
    reason = asked.reason(QUILLON)
    assert reason is not None
    assert json.loads(reason)["reason"] == "Budget was cut"
    assert asked.messages == ["Quillon Freight moved to 2 Qualified Lead"]


def test_the_button_moves_as_enter_does(asked: Board) -> None:
    asked.bot.keyClicks(field(asked), "Wrong column")
    asked.bot.mouseClick(button(asked, "Move card"), LEFT)
    assert asked.stage(QUILLON) == 2
    assert "Wrong column" in (asked.reason(QUILLON) or "")


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_moves_without_a_word_of_reason(asked: Board, words: str) -> None:
    asked.bot.keyClicks(field(asked), words)
    assert not button(asked, "Move card").isEnabled()
    asked.bot.keyClick(field(asked), Qt.Key.Key_Return)
    assert asked.tab.reason.isVisible()
    assert asked.stage(QUILLON) == 3
    asked.bot.keyClicks(field(asked), "x")
    assert button(asked, "Move card").isEnabled()


def test_until_the_answer_the_card_stays_where_it_was(asked: Board) -> None:
    assert asked.stage(QUILLON) == 3
    assert asked.column(3) == [QUILLON]
    assert asked.column(2) == []
    assert asked.messages == []


def test_escape_keeps_the_card_and_gives_it_the_keyboard(asked: Board) -> None:
    asked.bot.keyClicks(field(asked), "half a")
    asked.bot.keyClick(field(asked), Qt.Key.Key_Escape)
    assert not asked.tab.reason.isVisible()
    assert asked.stage(QUILLON) == 3
    assert asked.view(3).hasFocus()
    card = asked.view(3).current()
    assert card is not None
    assert card.company == QUILLON


def test_keep_it_here_keeps_it_and_the_next_question_is_empty(asked: Board) -> None:
    asked.bot.keyClicks(field(asked), "half a")
    asked.bot.mouseClick(button(asked, "Keep it here"), LEFT)
    assert asked.stage(QUILLON) == 3
    asked.drag(QUILLON, 3, 1)
    assert field(asked).text() == ""
    assert not button(asked, "Move card").isEnabled()


def test_the_question_names_the_stage_and_the_card(asked: Board) -> None:
    labels = [part.text() for part in asked.tab.reason.findChildren(type(asked.tab.reason.title))]
    assert labels == ["Back to 2 Qualified Lead: Quillon Freight"]


def test_an_end_asks_for_a_reason_too(board: Board) -> None:
    advance(board, SOKKI, "Conversion Opportunity", 7)
    board.focus(SOKKI, 7)
    board.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert board.tab.reason.isVisible()
    assert board.tab.reason.title.text() == f"End in 8 Closed Won: {SOKKI}"
    assert board.stage(SOKKI) == 7
    board.bot.keyClicks(field(board), "Signed")
    board.bot.keyClick(field(board), Qt.Key.Key_Return)
    assert board.stage(SOKKI) == 8


def test_a_move_forward_asks_nothing(board: Board) -> None:
    board.drag(QUILLON, 1, 5)
    assert not board.tab.reason.isVisible()
    assert board.stage(QUILLON) == 5


def test_the_question_stands_within_the_board_at_its_column(asked: Board) -> None:
    popup = asked.tab.reason
    assert asked.tab.rect().contains(popup.geometry())
    pane = asked.tab.board.panes[1]
    assert popup.x() == pane.mapTo(asked.tab, QPoint(8, 0)).x()
    asked.tab.reason.ask("Why", QPoint(asked.tab.width() + 500, asked.tab.height() + 500))
    assert asked.tab.rect().contains(popup.geometry())
    assert popup.geometry().right() == asked.tab.width() - 9
    asked.tab.reason.ask("Why", QPoint(-300, -300))
    assert popup.pos() == QPoint(8, 8)


def test_one_undo_takes_the_move_back_with_its_reason(asked: Board) -> None:
    asked.bot.keyClicks(field(asked), "Budget was cut")
    asked.bot.keyClick(field(asked), Qt.Key.Key_Return)
    asked.window.undoing.undo()
    asked.bot.waitUntil(lambda: asked.column(3) == [QUILLON])
    assert asked.stage(QUILLON) == 3
