"""Limits of a stage, and what it needs before a card comes in: set from the column, kept by drag and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from journeydesk.domain.errors import UserError
from journeydesk.services.commands.journeys import set_stage_rules
from journeydesk.services.commands.many import set_stage
from journeydesk.services.commands.prospects import edit, move
from journeydesk.ui.dialogs.stage_rules import StageRulesSheet
from tests.ui.kanban.conftest import CERAMICS, LEFT, MEBLE, ORDER, QUILLON, SHIFT, SOKKI, Board
from tests.ui.widgets.conftest import Picture


def rule(board: Board, stage: str = "Qualified Lead", cards: int | None = None, needs: tuple[str, ...] = ()) -> None:
    set_stage_rules(board.context, "Deal", stage, 14, cards, needs)
    board.bot.waitUntil(lambda: board.tab.stages[1].card_limit == cards and bool(board.tab.stages[1].needs) == bool(needs))


def lacking(board: Board, company: str = QUILLON, **values: None) -> None:
    edit(board.context, board.cards[company], values or {"estimated_revenue": None})


@pytest.fixture
def needing(board: Board) -> Board:
    """Qualified Lead needs a revenue and a source; Quillon Freight has neither."""
    lacking(board, estimated_revenue=None, source=None)
    rule(board, needs=("Estimated Revenue", "Source"))
    board.bot.waitUntil(lambda: board.column(1) == ORDER)
    return board


def form(board: Board) -> dict[str, QLineEdit | QComboBox]:
    return board.tab.needs.fields


def test_a_full_column_says_how_many_it_may_hold_and_warns_beyond(board: Board) -> None:
    rule(board, cards=1)
    header = board.tab.board.panes[1].header
    before = Picture(header, board.window.theme).count("warn")
    board.drag(QUILLON, 1, 2)
    assert header.accessibleName() == "2 Qualified Lead, 1 card of at most 1, €48k"
    assert (header.column.too_many, header.toolTip()) == (False, "")
    board.drag(MEBLE, 1, 2)
    assert header.column.too_many
    assert header.toolTip() == "1 card more than the limit of 1"
    assert Picture(header, board.window.theme).count("warn") > before
    assert board.messages[-1] == "Łąkowisko Meble moved to 2 Qualified Lead; 1 more than its limit"


def test_a_carried_card_is_told_that_the_column_is_full(board: Board) -> None:
    rule(board, cards=1)
    board.drag(QUILLON, 1, 2)
    view = board.view(1)
    end = board.carry(view, MEBLE, board.view(2))
    assert board.tab.ghost.words == "Move to 2 Qualified Lead · 1 more than its limit"
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_a_drop_that_lacks_something_opens_the_fields_where_it_fell(needing: Board) -> None:
    view = needing.view(1)
    end = needing.carry(view, QUILLON, needing.view(2))
    assert needing.tab.ghost.words == "Move to 2 Qualified Lead · needs Est. revenue, Source"
    needing.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    popup = needing.tab.needs
    assert popup.isVisible()
    assert popup.title.text() == "2 Qualified Lead needs more of Quillon Freight"
    assert list(form(needing)) == ["estimated_revenue", "source"]
    needing.bot.waitUntil(form(needing)["estimated_revenue"].hasFocus)
    assert needing.tab.rect().contains(popup.geometry())
    assert needing.stage(QUILLON) == 1


def test_what_is_filled_in_and_the_move_are_one_step(needing: Board) -> None:
    needing.focus(QUILLON)
    needing.press(Qt.Key.Key_Right, SHIFT)
    needing.bot.keyClicks(needing.window.focusWidget(), "4200")
    needing.press(Qt.Key.Key_Return)
    needing.bot.waitUntil(form(needing)["source"].hasFocus)
    needing.bot.keyClicks(form(needing)["source"], "Web")
    needing.bot.keyClick(form(needing)["source"], Qt.Key.Key_Return)
    assert not needing.tab.needs.isVisible()
    assert needing.column(2) == [QUILLON]
    prospect = needing.cards[QUILLON]
    query = "SELECT estimated_revenue, source FROM prospects WHERE lid = ?"
    assert needing.rows(query, prospect) == [(420_000, "Website")]
    needing.window.undoing.undo()
    needing.bot.waitUntil(lambda: needing.stage(QUILLON) == 1)
    assert needing.rows(query, prospect) == [(None, None)]


def test_escape_returns_the_card(needing: Board) -> None:
    needing.drag(QUILLON, 1, 2)
    needing.bot.waitUntil(form(needing)["estimated_revenue"].hasFocus)
    needing.press(Qt.Key.Key_Escape)
    assert not needing.tab.needs.isVisible()
    assert needing.column(1) == ORDER
    assert needing.messages == []
    card = needing.view(1).current()
    assert card is not None
    assert card.company == QUILLON
    assert needing.view(1).hasFocus()


@pytest.mark.parametrize(("typed", "sentence"), [("", "the stage needs it"), ("much", "“much” is not")])
def test_a_wrong_value_is_said_and_nothing_moves(needing: Board, typed: str, sentence: str) -> None:
    needing.drag(QUILLON, 1, 2)
    needing.bot.keyClicks(form(needing)["estimated_revenue"], typed)
    needing.bot.mouseClick(needing.tab.needs.go_on, LEFT)
    assert sentence in needing.tab.needs.wrong.text()
    assert form(needing)["estimated_revenue"].hasFocus()
    assert needing.stage(QUILLON) == 1


def test_who_has_what_is_needed_moves_unasked(needing: Board) -> None:
    edit(needing.context, needing.cards[SOKKI], {"source": "LinkedIn"})
    needing.drag(SOKKI, 1, 2)
    assert needing.column(2) == [SOKKI]


def test_of_several_each_gets_what_it_lacks_and_keeps_what_it_has(board: Board) -> None:
    lacking(board, QUILLON)
    lacking(board, MEBLE)
    rule(board, needs=("Estimated Revenue",))
    before = dict(board.rows("SELECT company, estimated_revenue FROM prospects"))
    board.focus(CERAMICS)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Right, SHIFT)
    popup = board.tab.needs
    assert popup.title.text() == "2 Qualified Lead needs more of 3 cards"
    assert popup.note.isVisible()
    board.bot.keyClicks(board.window.focusWidget(), "100")
    board.press(Qt.Key.Key_Return)
    assert sorted(board.column(2)) == sorted([CERAMICS, MEBLE, QUILLON])
    after = dict(board.rows("SELECT company, estimated_revenue FROM prospects"))
    assert after == before | {QUILLON: 10_000, MEBLE: 10_000}


def test_a_date_is_taken_in_plain_words(board: Board) -> None:
    rule(board, needs=("Expected Close Date",))
    board.drag(QUILLON, 1, 2)
    board.bot.keyClicks(form(board)["expected_close"], "22 May")
    board.bot.keyClick(form(board)["expected_close"], Qt.Key.Key_Return)
    assert board.rows("SELECT expected_close FROM prospects WHERE lid = ?", board.cards[QUILLON]) == [("2026-05-22",)]


def test_after_the_fields_a_move_back_still_asks_why(board: Board) -> None:
    board.drag(QUILLON, 1, 3)
    lacking(board)
    rule(board, needs=("Estimated Revenue",))
    board.drag(QUILLON, 3, 2)
    board.bot.keyClicks(form(board)["estimated_revenue"], "100")
    board.bot.keyClick(form(board)["estimated_revenue"], Qt.Key.Key_Return)
    assert board.tab.reason.isVisible()
    board.bot.keyClicks(board.window.focusWidget(), "Budget")
    board.press(Qt.Key.Key_Return)
    assert board.stage(QUILLON) == 2
    assert "Budget" in (board.reason(QUILLON) or "")


def test_a_command_and_the_list_refuse_with_a_sentence(needing: Board) -> None:
    words = "Quillon Freight lacks what the stage Qualified Lead needs: Est. revenue, Source"
    with pytest.raises(UserError, match=words):
        move(needing.context, needing.cards[QUILLON], "Deal", "Qualified Lead")
    with pytest.raises(UserError, match=r"4 of 4 lack, .* first, what the stage"):
        edit_nobody_has = [needing.cards[name] for name in ORDER]
        for prospect in edit_nobody_has:
            edit(needing.context, prospect, {"source": None})
        set_stage(needing.context, edit_nobody_has, "Deal", "Qualified Lead")
    assert needing.counts()[:2] == [4, 0]


def test_the_column_s_menu_opens_its_limits_and_rules(board: Board) -> None:
    board.tab.column_menu(board.tab.board.panes[1].header.column).actions()[-1].trigger()
    sheet = next(one for one in board.window.findChildren(StageRulesSheet) if one.isVisible())
    assert (sheet.cards.text(), sheet.days.text(), sheet.cards.hasFocus()) == ("", "14", True)
    board.bot.keyClicks(sheet.cards, "60")
    sheet.needs["estimated_revenue"].setFocus()
    board.bot.keyClick(sheet.needs["estimated_revenue"], Qt.Key.Key_Space)
    board.bot.keyClick(sheet.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    board.bot.waitUntil(lambda: board.tab.board.panes[1].header.column.card_limit == 60)
    stage = board.context.settings.journey("Deal").stage(2)  # type: ignore[union-attr]
    assert (stage.card_limit, stage.limit_days, stage.needs) == (60, 14, ("estimated_revenue",))
    board.window.undoing.undo()
    board.bot.waitUntil(lambda: board.tab.board.panes[1].header.column.card_limit is None)


@pytest.mark.parametrize("typed", ["0", "many", "-3", "1000001", "１２"])
def test_a_limit_that_is_none_is_said_and_nothing_is_saved(board: Board, typed: str) -> None:
    board.tab.column_menu(board.tab.board.panes[1].header.column).actions()[-1].trigger()
    sheet = next(one for one in board.window.findChildren(StageRulesSheet) if one.isVisible())
    sheet.cards.setText(typed)
    board.bot.mouseClick(sheet.save, LEFT)
    assert f"“{typed}” is not a whole number from 1 to 1,000,000" in sheet.wrong.text()
    assert sheet.isVisible()
    board.bot.keyClick(sheet, Qt.Key.Key_Escape)


def test_the_popup_stays_within_a_small_board(needing: Board) -> None:
    needing.tab.needs.ask("Too far", ["estimated_revenue", "source"], True, QPoint(9_000, 9_000))
    assert needing.tab.rect().contains(needing.tab.needs.geometry())
