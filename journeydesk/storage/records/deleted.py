"""Who was deleted, when and where, and what stands with their name: what is marked as deleted, and what only a tombstone keeps."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.history import last_edit_here
from journeydesk.storage.records.labels import living_prospect, prospect_label
from journeydesk.storage.records.tombstones import HERE, of_record


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deleted prospect by its name: `by` a rep, or None; `remote` the remote that it was deleted in, or None; `at` a stored moment,
    None where it is not known. `tasks` and `logs` stand with its name and come back with it."""

    name: str
    by: str | None
    remote: str | None
    at: str | None
    tasks: int
    logs: int


def with_key(connection: Connection, key: str) -> RecordId | None:
    """The prospect with this key that was marked as deleted last."""
    record = sql.scalar(connection, "SELECT max(lid) FROM prospects WHERE key = ? AND deleted = 1", (key,))
    return None if record is None else RecordId(record)


def deleted_prospect(connection: Connection, prospect: RecordId) -> Deleted | None:
    """A deleted prospect; None where it lives, or where nothing is kept of it."""
    label = prospect_label(connection, prospect)
    if label is not None:
        if living_prospect(connection, prospect) is not None:
            return None
        name, remote, at = label.name, None, None
    else:
        grave = of_record(connection, "prospects", prospect)
        if grave is None:
            return None
        name = str(grave.row.get("company") or grave.row.get("contact_name") or grave.row["key"])
        remote, at = (None if grave.by == HERE else grave.by), grave.at
    edit = last_edit_here(connection, "prospects", prospect, "deleted") if remote is None else None
    tasks, logs = sql.only(
        connection,
        "SELECT (SELECT count(*) FROM tasks WHERE prospect = ?1 AND deleted = 0 AND done_at IS NULL), "
        "(SELECT count(*) FROM interactions WHERE prospect = ?1 AND deleted = 0)",
        (prospect,),
    )
    return Deleted(name, edit.actor if edit else None, remote, edit.at if edit else at, tasks, logs)
