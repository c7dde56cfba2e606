"""What the prospect list says when it is empty, and which keys it names."""

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint

NO_MATCH = tr("No prospects match. Clear a filter to see more.")
HINTS = (
    hint(tr("move"), Action.UP, Action.DOWN),
    hint(tr("select"), Action.ROW_TICK),
    hint(tr("open"), Action.ROW_OPEN),
    hint(tr("edit"), Action.CELL_EDIT),
    hint(tr("log"), Action.LOG_CALL),
    hint(tr("filter"), Action.FILTER),
    hint(tr("undo"), Action.UNDO),
)

EDIT_HINTS = (
    hint(tr("edit cell"), Action.CELL_EDIT),
    hint(tr("next field"), Action.EDIT_NEXT),
    hint(tr("save, stay in column"), Action.EDIT_SAVE),
    hint(tr("keep the old value"), Action.EDIT_KEEP),
    hint(tr("undo"), Action.UNDO),
)
