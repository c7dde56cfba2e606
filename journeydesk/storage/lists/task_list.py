"""Reading tasks: those that are open, by when they are due."""

from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.pending import touched

_SELECT = (
    "SELECT t.lid, t.key, t.title, t.kind, t.due, t.done_at, t.owner, t.origin, t.prospect, p.company, p.contact_name, p.email, "
    f"p.status, p.key AS prospect_key, {touched('tasks', 't')} FROM tasks t LEFT JOIN prospects p ON p.lid = t.prospect "
    "WHERE t.deleted = 0"
)


_MINE = "(?2 IS NULL OR t.owner = ?2) AND (t.prospect IS NULL OR p.deleted = 0)"


def open_tasks(connection: Connection, owner: str | None, since: str, until: str, limit: int) -> Sequence[Mapping[str, Any]]:
    """Open tasks that are due from `since` on and before `until`, by when they are due; of one owner or of all."""
    return sql.dicts(
        connection,
        f"{_SELECT} AND t.done_at IS NULL AND t.due >= ?3 AND t.due < ?4 AND {_MINE} ORDER BY t.due, t.lid LIMIT ?1",
        (limit, owner, since, until),
    )


def undated_tasks(connection: Connection, owner: str | None, limit: int) -> Sequence[Mapping[str, Any]]:
    """Open tasks that are due at no time, the oldest first."""
    return sql.dicts(
        connection,
        f"{_SELECT} AND t.done_at IS NULL AND t.due IS NULL AND {_MINE} ORDER BY t.lid LIMIT ?1",
        (limit, owner),
    )


def finished_tasks(connection: Connection, owner: str | None, since: str, limit: int) -> Sequence[Mapping[str, Any]]:
    """Tasks that were done since then, the newest first."""
    return sql.dicts(
        connection,
        f"{_SELECT} AND t.done_at IS NOT NULL AND t.done_at >= ?3 AND {_MINE} ORDER BY t.done_at DESC, t.lid LIMIT ?1",
        (limit, owner, since),
    )


def task(connection: Connection, record: RecordId) -> Mapping[str, Any] | None:
    """One task with its prospect."""
    found = sql.dicts(connection, f"{_SELECT} AND t.lid = ?", (record,))
    return found[0] if found else None


def tasks_of(connection: Connection, prospect: RecordId, done_since: str) -> Sequence[Mapping[str, Any]]:
    """A prospect's tasks: open ones by when they are due, those without a date last, then those done since, the newest first."""
    return sql.dicts(
        connection,
        f"{_SELECT} AND t.prospect = ? AND (t.done_at IS NULL OR t.done_at >= ?) "
        "ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due IS NULL, t.due, t.lid LIMIT 200",
        (prospect, done_since),
    )


def has_task_to_come(connection: Connection, prospect: RecordId, now: str) -> bool:
    """Whether an open task of the prospect is still ahead."""
    found = sql.dicts(
        connection,
        "SELECT 1 FROM tasks WHERE prospect = ? AND deleted = 0 AND done_at IS NULL AND due >= ? LIMIT 1",
        (prospect, now),
    )
    return bool(found)


def keys_like(connection: Connection, beginning: str) -> list[RecordId]:
    """The tasks whose key is this, or begins so."""
    found = sql.dicts(
        connection,
        "SELECT lid, key FROM tasks WHERE deleted = 0 AND substr(key, 1, length(?1)) = ?1 ORDER BY lid LIMIT 20",
        (beginning,),
    )
    exact = [RecordId(row["lid"]) for row in found if row["key"] == beginning]
    return exact or [RecordId(row["lid"]) for row in found]
