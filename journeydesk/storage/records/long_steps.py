"""Undo steps of many thousand changes: written, taken back and done again in parts, each part a transaction.

While a step is in a phase it is neither here nor there: nothing is sent meanwhile, and whoever finds it without its process brings it
to an end, a half written one by taking it back.
"""

from collections.abc import Sequence
from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import undo
from journeydesk.storage.records.records import Author, FieldChange
from journeydesk.storage.records.search_index import hold_merging

PART = 150
"""So many changes a part holds at most, some 30 ms of writing."""


class Phase(Enum):
    """What is being done with a step."""

    WRITING = "writing"
    UNDOING = "undoing"
    REDOING = "redoing"


@dataclass(frozen=True, slots=True)
class LongStep:
    """A step that is under way, and how many of its parts are still to be turned."""

    id: int
    label: str
    phase: Phase
    parts_left: int


def begin(connection: Connection, label: str, author: Author, beside_window: bool = False) -> int:
    """A step to which parts are added; it cannot be undone before `complete`. `beside_window` is as for `hold_merging`."""
    hold_merging(connection, True, beside_window)
    return sql.run(
        connection,
        "INSERT INTO undo_entry (at, actor, label, changes, phase) VALUES (?, ?, ?, '[]', ?)",
        (author.at, author.actor, label, Phase.WRITING.value),
    )


def add_parts(connection: Connection, step: int, changes: Sequence[FieldChange]) -> None:
    """Journals what a part of the action changed."""
    last = int(sql.scalar(connection, "SELECT coalesce(max(number), 0) FROM undo_part WHERE step = ?", (step,)))
    parts = (
        (step, last + number, undo.changes_text(changes[start : start + PART]))
        for number, start in enumerate(range(0, len(changes), PART), 1)
    )
    sql.run_many(connection, "INSERT INTO undo_part (step, number, changes) VALUES (?, ?, ?)", parts)


def complete(connection: Connection, step: int, author: Author) -> None:
    """All parts are written: from now on the step can be undone, and what was undone before it is forgotten."""
    hold_merging(connection, False)
    sql.run(connection, "UPDATE undo_entry SET phase = NULL WHERE id = ?", (step,))
    undo.forget_old_steps(connection, step, author)


def under_way(connection: Connection) -> LongStep | None:
    """The step that is in a phase."""
    row = sql.first(connection, "SELECT id, label, phase FROM undo_entry WHERE phase IS NOT NULL ORDER BY id LIMIT 1")
    if row is None:
        return None
    phase = Phase(row[2])
    undone = int(phase is Phase.REDOING)
    left = sql.scalar(connection, "SELECT count(*) FROM undo_part WHERE step = ? AND undone = ?", (row[0], undone))
    return LongStep(row[0], row[1], phase, left)


def start_turning(connection: Connection, step: int, phase: Phase, beside_window: bool = False) -> None:
    """From now on the step is being undone, or done again. `beside_window` is as for `hold_merging`."""
    hold_merging(connection, True, beside_window)
    sql.run(connection, "UPDATE undo_entry SET phase = ? WHERE id = ?", (phase.value, step))


def turn_parts(connection: Connection, step: LongStep, count: int, author: Author) -> list[FieldChange] | None:
    """Takes so many of the last parts back that are not, or does so many of the first again that were; returns their changes, or None
    where no part is left."""
    again = step.phase is Phase.REDOING
    parts = sql.rows(
        connection,
        f"SELECT number, changes FROM undo_part WHERE step = ? AND undone = ? ORDER BY number {'' if again else 'DESC'} LIMIT ?",
        (step.id, int(again), count),
    )
    if not parts:
        return None
    changes = [change for _, text in sorted(parts) for change in undo.changes_of(text)]
    if all(change.field == "deleted" and change.old for change in changes):
        # New records only, so their order is of no weight: one statement for each table, the one with a search index last.
        changes.sort(key=lambda change: change.table != "prospects")
    (undo.apply_again if again else undo.apply_inverse)(connection, changes, author)
    sql.run_many(
        connection,
        "UPDATE undo_part SET undone = ? WHERE step = ? AND number = ?",
        ((int(not again), step.id, number) for number, _ in parts),
    )
    return changes


def end_turning(connection: Connection, step: LongStep, author: Author) -> None:
    """Every part is turned: the step is undone, or done again, or, half written, gone."""
    hold_merging(connection, False)
    if step.phase is Phase.WRITING:
        sql.run(connection, "DELETE FROM undo_entry WHERE id = ?", (step.id,))
        sql.run(connection, "DELETE FROM undo_part WHERE step = ?", (step.id,))
        return
    undone_at = author.at if step.phase is Phase.UNDOING else None
    sql.run(connection, "UPDATE undo_entry SET phase = NULL, undone_at = ? WHERE id = ?", (undone_at, step.id))


def records_of(changes: Sequence[FieldChange]) -> dict[str, list[RecordId]]:
    """The records that changes are about, by table, each once."""
    by_table: dict[str, dict[RecordId, None]] = {}
    for change in changes:
        by_table.setdefault(change.table, {})[change.record] = None
    return {table: list(records) for table, records in by_table.items()}
