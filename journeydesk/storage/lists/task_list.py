"""Reading tasks: those that are open, by when they are due."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.labels import company_of_link
from journeydesk.storage.sync.pending import touched


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as stored, with its prospect where it has one, `lost` 1 where that one was deleted; moments are stored moments,
    `touched` 1 where something waits."""

    id: RecordId
    key: Key
    title: str | None
    kind: str | None
    due: str | None
    done_at: str | None
    owner: str | None
    origin: str | None
    prospect: RecordId | None
    company: str | None
    contact_name: str | None
    status: str | None
    lost: int
    touched: int | None


_SELECT = (
    "SELECT t.lid, t.key, t.title, t.kind, t.due, t.done_at, t.owner, t.origin, t.prospect, "
    f"{company_of_link('t.prospect')}, p.contact_name, p.status, t.prospect IS NOT NULL AND coalesce(p.deleted, 1), "
    f"{touched('tasks', 't')} FROM tasks t LEFT JOIN prospects p ON p.lid = t.prospect "
    "WHERE t.deleted = 0"
)


_MINE = "(?2 IS NULL OR t.owner = ?2)"


def open_tasks(connection: Connection, owner: str | None, since: str, until: str, limit: int) -> list[TaskRow]:
    """Open tasks that are due from `since` on and before `until`, by when they are due; of one owner or of all."""
    return sql.typed(
        connection,
        TaskRow,
        f"{_SELECT} AND t.done_at IS NULL AND t.due >= ?3 AND t.due < ?4 AND {_MINE} ORDER BY t.due, t.lid LIMIT ?1",
        (limit, owner, since, until),
    )


def undated_tasks(connection: Connection, owner: str | None, limit: int) -> list[TaskRow]:
    """Open tasks that are due at no time, the oldest first."""
    return sql.typed(
        connection,
        TaskRow,
        f"{_SELECT} AND t.done_at IS NULL AND t.due IS NULL AND {_MINE} ORDER BY t.lid LIMIT ?1",
        (limit, owner),
    )


def finished_tasks(connection: Connection, owner: str | None, since: str, limit: int) -> list[TaskRow]:
    """Tasks that were done since then, the newest first."""
    return sql.typed(
        connection,
        TaskRow,
        f"{_SELECT} AND t.done_at IS NOT NULL AND t.done_at >= ?3 AND {_MINE} ORDER BY t.done_at DESC, t.lid LIMIT ?1",
        (limit, owner, since),
    )


def task(connection: Connection, record: RecordId) -> TaskRow | None:
    """One task with its prospect."""
    return sql.first_typed(connection, TaskRow, f"{_SELECT} AND t.lid = ?", (record,))


def tasks_of(connection: Connection, prospect: RecordId, done_since: str) -> list[TaskRow]:
    """A prospect's tasks: open ones by when they are due, those without a date last, then those done since, the newest first."""
    return sql.typed(
        connection,
        TaskRow,
        f"{_SELECT} AND t.prospect = ? AND (t.done_at IS NULL OR t.done_at >= ?) "
        "ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due IS NULL, t.due, t.lid LIMIT 200",
        (prospect, done_since),
    )


def has_task_to_come(connection: Connection, prospect: RecordId, now: str) -> bool:
    """Whether an open task of the prospect is still ahead."""
    row = sql.first(
        connection,
        "SELECT 1 FROM tasks WHERE prospect = ? AND deleted = 0 AND done_at IS NULL AND due >= ? LIMIT 1",
        (prospect, now),
    )
    return row is not None


def keys_like(connection: Connection, beginning: str) -> list[RecordId]:
    """The tasks whose key is this, or begins so."""
    keys = sql.rows(
        connection,
        "SELECT lid, key FROM tasks WHERE deleted = 0 AND substr(key, 1, length(?1)) = ?1 ORDER BY lid LIMIT 20",
        (beginning,),
    )
    exact = [RecordId(record) for record, key in keys if key == beginning]
    return exact or [RecordId(record) for record, _ in keys]


def open_tasks_by_rule(connection: Connection, prospect: RecordId, rule: str) -> list[RecordId]:
    """A prospect's open tasks that this automation made."""
    return [
        RecordId(record)
        for record in sql.scalars(
            connection,
            "SELECT lid FROM tasks WHERE prospect = ? AND deleted = 0 AND done_at IS NULL AND origin = ? ORDER BY lid",
            (prospect, f"by rule: {rule}"),
        )
    ]
