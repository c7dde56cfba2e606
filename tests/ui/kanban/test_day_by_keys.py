"""A day at the board by keys alone, the filters together, and the totals that follow each step."""

import pytest
from PySide6.QtCore import Qt

from journeydesk.services.commands.prospects import edit
from tests.ui.kanban.conftest import CERAMICS, MEBLE, QUILLON, SHIFT, SOKKI, Board

CONTROL = Qt.KeyboardModifier.ControlModifier


def revenues(board: Board) -> list[int]:
    """The sums in the columns' heads, in cents."""
    return [pane.header.column.revenue.minor for pane in board.tab.board.panes]


def test_a_move_takes_count_and_sum_along_and_undo_brings_them(board: Board) -> None:
    counts, sums = board.counts(), revenues(board)
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert (board.counts()[:2], revenues(board)[:2]) == ([counts[0] - 1, counts[1] + 1], [sums[0] - 4_800_000, 4_800_000])
    board.press(Qt.Key.Key_Z, CONTROL)
    board.bot.waitUntil(lambda: board.counts() == counts)
    assert revenues(board) == sums


def test_a_card_goes_through_the_stages_by_keys_alone(board: Board) -> None:
    board.focus(QUILLON)
    for stage in (2, 3):
        board.press(Qt.Key.Key_Right, SHIFT)
        assert board.stage(QUILLON) == stage
        assert board.view(stage).hasFocus()
    assert board.column(3) == [QUILLON]
    assert len(board.messages) == 2
    assert all(words.startswith("Quillon Freight moved to") for words in board.messages)


def test_a_higher_revenue_shows_in_the_head_at_once(board: Board) -> None:
    before = revenues(board)[0]
    edit(board.context, board.cards[MEBLE], {"estimated_revenue": 2_850_000})
    board.bot.waitUntil(lambda: revenues(board)[0] == before + 1_000_000)


@pytest.mark.parametrize(
    ("owner", "score", "shown"),
    [
        (None, None, [SOKKI, CERAMICS, MEBLE, QUILLON]),
        ("Amaia Etxarri", None, [MEBLE, QUILLON]),
        ("Amaia Etxarri", 20, [QUILLON]),
        ("Tomasz Wilk", 20, []),
        (None, 20, [QUILLON]),
    ],
)
def test_owner_and_score_narrow_together(board: Board, owner: str | None, score: int | None, shown: list[str]) -> None:
    board.tab.bar.owner.choose(owner)
    board.tab.bar.owner.chosen.emit(owner)
    board.tab.bar.score.choose(score)
    board.tab.bar.score.chosen.emit(score)
    assert board.column(1) == shown
    assert board.counts()[0] == len(shown)


def test_filters_stay_when_the_lanes_go_on_and_off(board: Board) -> None:
    board.tab.bar.owner.menu().actions()[1].trigger()
    narrowed = board.column(1)
    assert narrowed == [MEBLE, QUILLON]
    board.lanes()
    assert [row.header.lane.owner for row in board.tab.lanes.lanes] == ["Amaia Etxarri"]
    board.press(Qt.Key.Key_G)
    board.bot.waitUntil(board.tab.board.isVisible)
    assert board.column(1) == narrowed


def test_filters_stay_with_another_journey_and_back(board: Board) -> None:
    board.tab.bar.owner.menu().actions()[1].trigger()
    board.tab.show_journey("Engagement")
    others = {name for stage in range(1, len(board.tab.board.panes) + 1) for name in board.column(stage)}
    assert others <= {MEBLE, QUILLON}
    board.tab.show_journey("Deal")
    assert board.column(1) == [MEBLE, QUILLON]


def test_a_filtered_card_that_is_moved_stays_in_the_filter(board: Board) -> None:
    board.tab.bar.owner.menu().actions()[1].trigger()
    board.focus(QUILLON)
    board.press(Qt.Key.Key_Right, SHIFT)
    assert (board.column(1), board.column(2)) == ([MEBLE], [QUILLON])
    assert board.counts()[:2] == [1, 1]


def test_a_lane_counts_what_its_columns_hold(board: Board) -> None:
    board.lanes()
    for row in board.tab.lanes.lanes:
        assert row.header.lane.count == sum(cell.view.cards.rowCount() for cell in row.cells)
