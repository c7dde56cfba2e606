"""Cards carried with the pointer: what is said on the way, where they land, and what takes them back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeydesk.services.commands.many import delete_prospects
from journeydesk.services.commands.prospects import move
from journeydesk.ui.delegates.card_delegate import CARD, GAP
from journeydesk.ui.models.board_model import GAP_ROLE
from journeydesk.ui.tabs.kanban.carrying import Place
from tests.ui.kanban.conftest import CERAMICS, LEFT, MEBLE, ORDER, QUILLON, SOKKI, Board
from tests.ui.widgets.conftest import Picture


def test_a_dropped_card_is_kept_in_its_new_stage(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    assert board.stage(QUILLON) == 2
    assert (board.column(1), board.column(2)) == ([SOKKI, CERAMICS, MEBLE], [QUILLON])
    assert board.counts()[:3] == [3, 1, 0]
    assert board.messages == ["Quillon Freight moved to 2 Qualified Lead"]
    header = board.tab.board.panes[1].header
    assert header.accessibleName() == "2 Qualified Lead, 1 card, €48k"


def test_a_dropped_card_keeps_the_keyboard(board: Board) -> None:
    board.drag(SOKKI, 1, 3)
    view = board.view(3)
    card = view.current()
    assert view.hasFocus()
    assert card is not None
    assert card.company == SOKKI


def test_undo_in_the_message_puts_the_card_back(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.bot.mouseClick(board.window.message._undo, LEFT)
    board.bot.waitUntil(lambda: board.counts()[:2] == [4, 0])
    assert board.stage(QUILLON) == 1
    assert board.column(1) == ORDER


def test_ctrl_z_takes_a_drop_back_and_ctrl_y_repeats_it(board: Board) -> None:
    board.drag(QUILLON, 1, 2)
    board.window.undoing.undo()
    board.bot.waitUntil(lambda: board.stage(QUILLON) == 1)
    board.window.undoing.redo()
    board.bot.waitUntil(lambda: board.column(2) == [QUILLON])


def test_a_press_without_a_move_lifts_nothing(board: Board) -> None:
    view = board.view(1)
    place = board.pick_up(view, QUILLON)
    QTest.mouseMove(view.viewport(), place + QPoint(2, 1))
    assert board.tab.carrying.card is None
    assert not board.tab.ghost.isVisible()
    board.bot.mouseRelease(view.viewport(), LEFT, pos=place)
    card = view.current()
    assert card is not None
    assert card.company == QUILLON


def test_the_right_button_lifts_nothing(board: Board) -> None:
    view = board.view(1)
    place = view.visualRect(view.cards.index(0)).center()
    board.bot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    QTest.mouseMove(view.viewport(), place + QPoint(60, 10))
    assert board.tab.carrying.card is None
    board.bot.mouseRelease(view.viewport(), Qt.MouseButton.RightButton, pos=place)


def test_the_ground_of_a_column_lifts_nothing(board: Board) -> None:
    view = board.view(2)
    board.bot.mousePress(view.viewport(), LEFT, pos=QPoint(30, 300))
    QTest.mouseMove(view.viewport(), QPoint(90, 320))
    assert board.tab.carrying.card is None
    board.bot.mouseRelease(view.viewport(), LEFT, pos=QPoint(90, 320))


def test_a_carried_card_shows_where_it_would_land(board: Board) -> None:
    view = board.view(1)
    end = board.carry(view, QUILLON, board.view(2))
    assert board.tab.carrying.over == Place(2)
    assert [pane.target for pane in board.tab.board.panes][:3] == [False, True, False]
    assert board.tab.ghost.isVisible()
    assert board.tab.ghost.words == "Move to 2 Qualified Lead"
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert not board.tab.ghost.isVisible()
    assert not any(pane.target for pane in board.tab.board.panes)


def test_the_ghost_is_the_card_and_follows_the_pointer(board: Board) -> None:
    view = board.view(1)
    end = board.carry(view, QUILLON, board.view(2))
    ghost = board.tab.ghost
    first = ghost.geometry()
    assert first.height() > 71
    assert first.width() >= view.viewport().width()
    QTest.mouseMove(view.viewport(), end + QPoint(30, 12))
    assert ghost.pos() - first.topLeft() == QPoint(30, 12)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_the_ghost_stays_within_the_board(board: Board) -> None:
    view = board.view(1)
    board.carry(view, QUILLON, board.view(2))
    corner = view.viewport().mapFrom(board.tab, QPoint(board.tab.width() + 90, board.tab.height() + 90))
    QTest.mouseMove(view.viewport(), corner)
    assert board.tab.rect().contains(board.tab.ghost.geometry())
    board.bot.mouseRelease(view.viewport(), LEFT, pos=corner)
    assert board.stage(QUILLON) == 1


def test_the_slot_of_a_carried_card_is_painted_dashed(board: Board) -> None:
    view = board.view(1)
    row = view.cards.row_of(board.cards[QUILLON])
    assert row is not None
    rect = view.visualRect(view.cards.index(row))
    before = view.viewport().grab(rect).toImage()
    end = board.carry(view, QUILLON, board.view(2))
    assert view.viewport().grab(rect).toImage() != before
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)


@pytest.mark.parametrize(("company", "row"), [(SOKKI, 0), (CERAMICS, 1), (MEBLE, 2), (QUILLON, 3)])
def test_the_gap_opens_where_the_order_puts_the_card(board: Board, company: str, row: int) -> None:
    for other in ORDER:
        if other != company:
            move(board.context, board.cards[other], "Deal", "Qualified Lead")
    board.bot.waitUntil(lambda: board.counts()[1] == 3)
    view, target = board.view(1), board.view(2)
    end = board.carry(view, company, target)
    gaps = [place for place in range(3) if target.cards.index(place).data(GAP_ROLE)]
    assert gaps == ([row] if row < 3 else [])
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    landed = board.view(2).cards.row_of(board.cards[company])
    assert landed == row


def test_the_line_of_the_drop_lies_across_the_gap(board: Board) -> None:
    for other in (SOKKI, CERAMICS, QUILLON):
        move(board.context, board.cards[other], "Deal", "Qualified Lead")
    board.bot.waitUntil(lambda: board.counts()[1] == 3)
    view, target = board.view(1), board.view(2)
    before = Picture(target.viewport(), board.window.theme).box("accent")
    end = board.carry(view, MEBLE, target)
    board.bot.waitUntil(lambda: target.visualRect(target.cards.index(2)).height() > CARD + GAP)
    line = Picture(target.viewport(), board.window.theme).box("accent")
    assert before.isNull()
    gap = target.visualRect(target.cards.index(2)).top()
    assert gap - 4 <= line.top() <= line.bottom() <= gap + 5
    left, right = line.left(), target.viewport().width() - 1 - line.right()
    assert 0 <= left <= 4
    assert abs(left - right) <= 1
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.column(2) == [SOKKI, CERAMICS, MEBLE, QUILLON]


def test_a_move_after_escape_carries_nothing(board: Board) -> None:
    view = board.view(1)
    end = board.carry(view, QUILLON, board.view(2))
    board.bot.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseMove(view.viewport(), end + QPoint(10, 10))
    assert not board.tab.ghost.isVisible()
    assert not any(pane.target for pane in board.tab.board.panes)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.stage(QUILLON) == 1


def test_escape_puts_a_carried_card_back(board: Board) -> None:
    view = board.view(1)
    end = board.carry(view, QUILLON, board.view(2))
    board.bot.keyClick(view, Qt.Key.Key_Escape)
    assert board.tab.carrying.card is None
    assert not board.tab.ghost.isVisible()
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.stage(QUILLON) == 1
    assert board.messages == []


def test_a_drop_where_it_was_moves_nothing(board: Board) -> None:
    view = board.view(1)
    board.carry(view, QUILLON, board.view(2))
    back = QPoint(40, 30)
    QTest.mouseMove(view.viewport(), back)
    assert board.tab.ghost.words == ""
    board.bot.mouseRelease(view.viewport(), LEFT, pos=back)
    assert board.stage(QUILLON) == 1
    assert board.messages == []
    assert board.rows("SELECT count(*) FROM events WHERE event = 'stage_set'") == [(0,)]


def test_a_drop_beside_the_columns_moves_nothing(board: Board) -> None:
    view = board.view(1)
    board.carry(view, QUILLON, board.view(2))
    outside = view.viewport().mapFrom(board.tab, QPoint(200, 10))
    QTest.mouseMove(view.viewport(), outside)
    assert board.tab.carrying.over is None
    board.bot.mouseRelease(view.viewport(), LEFT, pos=outside)
    assert board.stage(QUILLON) == 1


def test_the_ghost_tells_how_many_points_the_rule_lacks(board: Board) -> None:
    board.tab.show_journey("Engagement")
    board.bot.waitUntil(lambda: board.tab.board.panes[1].x() > 0)
    source = board.stage(MEBLE, "Engagement")
    view = board.view(source)
    end = board.carry(view, MEBLE, board.view(source + 1))
    assert board.tab.ghost.words.startswith(f"Move to {source + 1} ")
    assert board.tab.ghost.words.endswith("points short of the rule")
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_the_ghost_tells_that_a_move_back_asks_for_a_reason(board: Board) -> None:
    move(board.context, board.cards[QUILLON], "Deal", "Technical Review")
    board.bot.waitUntil(lambda: board.column(3) == [QUILLON])
    view = board.view(3)
    end = board.carry(view, QUILLON, board.view(2))
    assert board.tab.ghost.words == "Move to 2 Qualified Lead · asks for a reason"
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert board.tab.reason.isVisible()


def test_the_board_scrolls_sideways_near_its_edge(board: Board) -> None:
    board.window.resize(960, 640)
    bar = board.tab.board.horizontalScrollBar()
    board.bot.waitUntil(lambda: bar.maximum() > 0)
    view = board.view(1)
    board.carry(view, QUILLON, board.view(2))
    edge = view.viewport().mapFrom(board.tab, QPoint(board.tab.width() - 8, 300))
    QTest.mouseMove(view.viewport(), edge)
    board.bot.waitUntil(lambda: bar.value() > 60)
    back = view.viewport().mapFrom(board.tab, QPoint(8, 300))
    QTest.mouseMove(view.viewport(), back)
    board.bot.waitUntil(lambda: bar.value() == 0)
    board.bot.keyClick(view, Qt.Key.Key_Escape)
    board.bot.mouseRelease(view.viewport(), LEFT, pos=back)


def test_a_long_column_scrolls_under_a_carried_card(board: Board) -> None:
    board.more(40)
    board.tab.show_journey("Deal")
    view, target = board.view(1), board.view(2)
    low = QPoint(40, target.viewport().height() - 6)
    end = board.carry(view, QUILLON, target, low)
    board.bot.waitUntil(lambda: target.verticalScrollBar().value() > 30)
    board.bot.keyClick(view, Qt.Key.Key_Escape)
    stopped = target.verticalScrollBar().value()
    board.bot.wait(80)
    assert target.verticalScrollBar().value() == stopped
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)


def test_a_move_that_the_database_refuses_says_so_and_stays(board: Board) -> None:
    view = board.view(1)
    end = board.carry(view, QUILLON, board.view(2))
    failures: list[str] = []
    board.tab.failed.connect(failures.append)
    delete_prospects(board.context, [board.cards[QUILLON]])
    board.bot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert len(failures) == 1
    assert "no longer there" in failures[0]
    assert board.messages == []


def test_the_wheel_scrolls_the_column_under_the_pointer(board: Board) -> None:
    board.more(40)
    board.tab.show_journey("Deal")
    board.bot.waitUntil(lambda: board.view(2).verticalScrollBar().maximum() > 0)
    viewport = board.view(2).viewport()
    place = QPointF(40, 40)
    none = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        *(place, QPointF(viewport.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(viewport, turn)
    assert board.view(2).verticalScrollBar().value() > 0
    assert board.view(1).verticalScrollBar().value() == 0
