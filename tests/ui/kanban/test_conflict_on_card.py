"""A card whose prospect has a field that waits for a person's decision."""

from journeydesk.services.queries.lists.board import cards
from journeydesk.storage.sync import conflicts
from tests.ui.kanban.conftest import QUILLON, Board


def _in_conflict(board: Board) -> set[int]:
    return {card.id for stage in range(1, 6) for card in cards(board.context, "Deal", stage, 0, 50) if card.conflict}


def test_only_the_card_with_an_open_question_says_so(board: Board) -> None:
    assert _in_conflict(board) == set()
    with board.context.database.write() as connection:
        at = board.context.now()
        conflicts.put(connection, "prospects", board.cards[QUILLON], "phone", conflicts.MERGE, None, "1", "2", None, at)
    assert _in_conflict(board) == {board.cards[QUILLON]}
