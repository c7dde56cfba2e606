"""The journal of undo steps as a list: what was done, when, and whether it is undone."""

import json

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import saved_views
from journeydesk.storage.records.records import FieldChange
from journeydesk.storage.records.undo import UndoStep
from journeydesk.storage.sync import conflicts


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A step as it is listed; `at` is ISO, in UTC."""

    id: int
    at: str
    actor: str
    label: str
    undone: bool


def lines(connection: Connection, limit: int, before: int | None = None) -> list[JournalLine]:
    """The newest steps first, at most `limit` of them; only those older than the step `before` where one is given."""
    rows = sql.rows(
        connection,
        "SELECT id, at, actor, label, undone_at IS NOT NULL FROM undo_entry WHERE phase IS NULL AND (? IS NULL OR id < ?) "
        "ORDER BY id DESC LIMIT ?",
        (before, before, limit),
    )
    return [JournalLine(number, at, actor, label, bool(undone)) for number, at, actor, label, undone in rows]


_MOST_BYTES = 65_536


def step_that_added(connection: Connection, table: str, record: RecordId) -> int | None:
    """The newest step, not undone, that added a record; None where there is none. The steps of thousands are not read for it."""
    added = json.dumps([table, record, "deleted", 1, 0])
    row = sql.first(
        connection,
        "SELECT id FROM undo_entry WHERE phase IS NULL AND undone_at IS NULL AND octet_length(changes) < ? AND instr(changes, ?) "
        "ORDER BY id DESC LIMIT 1",
        (_MOST_BYTES, added),
    )
    return None if row is None else int(row[0])


def step_that_moved(connection: Connection, move: int) -> int | None:
    """The same of a move in a journey, by its number in the history: a move is made by an event."""
    event = sql.first(
        connection,
        "SELECT e.lid FROM stage_history h JOIN events e INDEXED BY ix_events_key ON e.key = h.event_key WHERE h.id = ?",
        (move,),
    )
    return None if event is None else step_that_added(connection, "events", RecordId(event[0]))


_LEAVES = frozenset({"events", "interactions", "tasks"})
"""Tables whose records may come and go without others."""


def can_go_alone(step: UndoStep) -> bool:
    """Whether a step may be taken back while those after it stay: what changed fields, or added a log, an event or a task. On
    prospects that came or went, views and questions later steps build."""
    return not step.in_parts and all(_can_go(change) for change in step.changes)


def _can_go(change: FieldChange) -> bool:
    if change.table == saved_views.SLUG or change.field.startswith(conflicts.JOURNAL):
        return False
    return change.field != "deleted" or change.table in _LEAVES
