"""The journal of undo steps: each user action as the changes it made, kept for 30 days or 10,000 steps."""

import json
from collections.abc import Sequence
from itertools import groupby

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, to_wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import saved_views
from journeydesk.storage.records import tombstones
from journeydesk.storage.records.bulk import set_deleted_many
from journeydesk.storage.records.history import last_source
from journeydesk.storage.records.records import Author, FieldChange, existing, get_many, update_many
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.remote_ids import remote_id_of

KEPT_STEPS = 10_000
KEPT_DAYS = 30
PROPOSALS = "proposals"
"""What the journal calls what an agent proposed: that it was approved is a change among those that its approval wrote."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One user action: its label in words ("Moved Quillon Freight to Commitment") and the changes it made.

    A change whose field is `deleted` stands for the whole record: 1 → 0 made it, 0 → 1 took it away. A step that is kept `in_parts`
    names none here (`long_steps`).
    """

    id: int
    label: str
    changes: tuple[FieldChange, ...]
    in_parts: bool = False


def record_step(connection: Connection, label: str, changes: Sequence[FieldChange], author: Author) -> int | None:
    """Journals a step; returns its number."""
    if not changes:
        return None
    step = sql.run(
        connection,
        "INSERT INTO undo_entry (at, actor, label, changes) VALUES (?, ?, ?, ?)",
        (author.at, author.actor, label, changes_text(changes)),
    )
    forget_old_steps(connection, step, author)
    return step


def forget_old_steps(connection: Connection, newest: int, author: Author) -> None:
    """Forgets the steps that were undone, for a new action makes redoing them meaningless, and those that are too old."""
    sql.run(connection, "DELETE FROM undo_entry WHERE undone_at IS NOT NULL AND phase IS NULL")
    sql.run(
        connection,
        "DELETE FROM undo_entry WHERE phase IS NULL AND (id <= ? OR at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?))",
        (newest - KEPT_STEPS, author.at, f"-{KEPT_DAYS} days"),
    )
    sql.run(connection, "DELETE FROM undo_part WHERE step NOT IN (SELECT id FROM undo_entry)")


def changes_text(changes: Sequence[FieldChange]) -> str:
    """Changes as they are journalled."""
    return json.dumps([[c.table, c.record, c.field, c.old, c.new] for c in changes], ensure_ascii=False)


def changes_of(text: str) -> tuple[FieldChange, ...]:
    """Journalled changes."""
    return tuple(FieldChange(table, RecordId(record), *rest) for table, record, *rest in json.loads(text))


def last_done(connection: Connection) -> UndoStep | None:
    """The step that undo would take back."""
    return _step(connection, "undone_at IS NULL ORDER BY id DESC")


def last_undone(connection: Connection) -> UndoStep | None:
    """The step that redo would do again."""
    return _step(connection, "undone_at IS NOT NULL ORDER BY id")


def step_numbered(connection: Connection, step: int) -> UndoStep | None:
    """A step that is done, by its number; None where it is undone or forgotten."""
    return _step(connection, "undone_at IS NULL AND id = ?", (step,))


def _step(connection: Connection, where: str, values: Sequence[object] = ()) -> UndoStep | None:
    row = sql.first(
        connection,
        "SELECT id, label, changes, EXISTS (SELECT 1 FROM undo_part WHERE step = undo_entry.id) FROM undo_entry "
        f"WHERE phase IS NULL AND {where} LIMIT 1",
        tuple(values),
    )
    return None if row is None else UndoStep(row[0], row[1], changes_of(row[2]), bool(row[3]))


def take_back(connection: Connection, step: UndoStep, author: Author) -> list[FieldChange]:
    """Writes the inverse of each change, last one first, and marks the step as undone."""
    done = apply_inverse(connection, step.changes, author)
    sql.run(connection, "UPDATE undo_entry SET undone_at = ? WHERE id = ?", (author.at, step.id))
    return done


def do_again(connection: Connection, step: UndoStep, author: Author) -> list[FieldChange]:
    """Writes each change again and marks the step as done."""
    done = apply_again(connection, step.changes, author)
    sql.run(connection, "UPDATE undo_entry SET undone_at = NULL WHERE id = ?", (step.id,))
    return done


def apply_inverse(connection: Connection, changes: Sequence[FieldChange], author: Author) -> list[FieldChange]:
    """Writes the inverse of each change, last one first; where somebody changed the field since, their value stays."""
    return _apply_all(connection, [(c, c.new, c.old) for c in reversed(changes)], author)


def apply_again(connection: Connection, changes: Sequence[FieldChange], author: Author) -> list[FieldChange]:
    """Writes each change again."""
    return _apply_all(connection, [(c, c.old, c.new) for c in changes], author)


_Turn = tuple[FieldChange, Stored, Stored]
"""A change, the value that is to be there before, and the one after."""


def _apply_all(connection: Connection, turns: Sequence[_Turn], author: Author) -> list[FieldChange]:
    """Writes each in its order; fields of one table that follow each other in few statements, for a step may hold thousands."""
    done: list[FieldChange] = []
    for (slug, kind, _), turns_alike in groupby(turns, key=_kind):
        run = list(turns_alike)
        if kind == "field":
            done += _apply_fields(connection, slug, run, author)
        elif kind == "deleted":
            done += _apply_deletes(connection, slug, run, author)
        elif kind == "view":
            for change, _, after in run:
                saved_views.restore_view(connection, change.record, None if after is None else str(after))
        elif kind == "proposal":
            done += _apply_proposals(connection, run)
        else:
            for change, _, after in run:
                _apply_question(connection, change, after)
    return done


def _kind(turn: _Turn) -> tuple[str, str, bool]:
    """What may be written together: the table, what the change is about, and of a delete whether it is made or taken back."""
    change, _, after = turn
    if change.table == saved_views.SLUG:
        return change.table, "view", False
    if change.table == PROPOSALS:
        return change.table, "proposal", False
    if change.field == "deleted":
        return change.table, "deleted", bool(after)
    return change.table, "question" if change.field.startswith(conflicts.JOURNAL) else "field", False


def _apply_deletes(connection: Connection, slug: str, run: Sequence[_Turn], author: Author) -> list[FieldChange]:
    deleted = bool(run[0][2])
    there = existing(connection, slug, [change.record for change, _, _ in run])
    done: list[FieldChange] = []
    for is_there, turns_alike in groupby(run, key=lambda turn: turn[0].record in there):
        changes = [change for change, _, _ in turns_alike]
        if is_there:
            done += set_deleted_many(connection, slug, [change.record for change in changes], deleted, author)
        elif not deleted:
            # A delete that was sent is taken back out of the tombstone.
            done += [back for change in changes for back in tombstones.restore(connection, slug, change.record, author)]
    return done


def _apply_fields(connection: Connection, slug: str, run: Sequence[_Turn], author: Author) -> list[FieldChange]:
    rows = get_many(connection, slug, list(dict.fromkeys(change.record for change, _, _ in run)))
    edits: dict[RecordId, dict[str, Stored]] = {}
    for change, before, after in run:
        row = rows.get(change.record)
        if row is None:
            continue
        if row[change.field] != before:
            _ask(connection, change, row[change.field], before, after, author)
            continue
        edits.setdefault(change.record, {})[change.field] = row[change.field] = after
    return update_many(connection, slug, edits, author) if edits else []


def _apply_proposals(connection: Connection, run: Sequence[_Turn]) -> list[FieldChange]:
    # Imported here, for no start waits for it.
    from journeydesk.storage.agent.drafts import turn_state

    return [
        FieldChange(change.table, change.record, change.field, before, after)
        for change, before, after in run
        if turn_state(connection, change.record, str(before), str(after))
    ]


def _apply_question(connection: Connection, change: FieldChange, after: object) -> None:
    question = conflicts.journalled(str(change.old))
    if after is None:
        conflicts.answer(connection, question)
    else:
        conflicts.ask_again(connection, question)


def _ask(connection: Connection, change: FieldChange, now: object, before: object, after: object, author: Author) -> None:
    """Where somebody changed the field since, their value stays on screen and both are shown: an undo takes back our own step,
    not theirs (docs/sync.md, "Undo of a push")."""
    spec = BY_SLUG[change.table].by_slug.get(change.field)
    if spec is None or now == after or last_source(connection, change.table, change.record, change.field) != "sync":
        return
    try:
        values = [to_wire(spec, value, lambda slug, lid: remote_id_of(connection, slug, lid)) for value in (before, after, now)]  # type: ignore[arg-type]
    except LookupError:
        return
    conflicts.put(
        connection, change.table, change.record, change.field, conflicts.UNDO, values[0], values[1], values[2], None, author.at
    )
