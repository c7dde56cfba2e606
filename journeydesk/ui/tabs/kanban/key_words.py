"""The keys of the board, as the status bar names them."""

from collections.abc import Sequence

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import Hint, hint


def board_hints(has_lanes: bool) -> Sequence[Hint]:
    """The keys with lanes or without."""
    arrows: tuple[Hint, ...] = (
        hint(tr("column"), Action.CARD_LEFT, Action.CARD_RIGHT),
        hint(tr("card"), Action.CARD_UP, Action.CARD_DOWN),
    )
    select = hint(tr("select"), Action.CARDS_UP, Action.CARDS_DOWN)
    move = hint(tr("move stage"), Action.STAGE_LEFT, Action.STAGE_RIGHT)
    if has_lanes:
        return (
            *arrows,
            hint(tr("lane"), Action.LANE_UP, Action.LANE_DOWN),
            select,
            move,
            hint(tr("lanes on/off"), Action.LANES),
        )
    rest = (hint(tr("open"), Action.CARD_OPEN), hint(tr("log"), Action.LOG_CALL), hint(tr("cancel drag"), Action.CARD_CANCEL))
    return (*arrows, select, move, *rest)
