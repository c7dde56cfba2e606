"""What the prospect list says when it is empty, and which keys it names."""

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint

NO_MATCH = "No prospects match. Clear a filter to see more."
HINTS = (
    hint("move", Action.UP, Action.DOWN),
    hint("select", Action.ROW_TICK),
    hint("open", Action.ROW_OPEN),
    hint("edit", Action.CELL_EDIT),
    hint("log", Action.LOG_CALL),
    hint("filter", Action.FILTER),
    hint("undo", Action.UNDO),
)

EDIT_HINTS = (
    hint("edit cell", Action.CELL_EDIT),
    hint("next field", Action.EDIT_NEXT),
    hint("save, stay in column", Action.EDIT_SAVE),
    hint("keep the old value", Action.EDIT_KEEP),
    hint("undo", Action.UNDO),
)
