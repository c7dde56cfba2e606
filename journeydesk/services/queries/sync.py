"""What the sync pill and its drawer ask."""

from journeydesk.domain.values import moment_of
from journeydesk.services.context import Context
from journeydesk.services.rows import SyncStatus
from journeydesk.storage.engine import sql
from journeydesk.storage.sync import notes as sync_notes
from journeydesk.storage.sync import pending
from journeydesk.storage.sync.pending import PendingChange
from journeydesk.storage.sync.table_maps import table_maps


def sync_status(context: Context) -> SyncStatus:
    """All the facts of the pill, from the database alone. A conflict is a record with open questions, however many fields."""
    with context.database.read() as connection:
        rows = sql.rows(
            connection,
            "SELECT key, value FROM meta WHERE key IN ('last_success', 'offline_since', 'running', 'done', 'total', "
            "'paused_reason', 'paused_until', 'token_refused', 'trouble', 'offline_why')",
        )
        meta: dict[str, str | None] = {row[0]: row[1] for row in rows}
        connected = bool(table_maps(connection))
        waiting = pending.waiting_count(connection)
        conflicts = int(sql.scalar(connection, "SELECT count(*) FROM (SELECT DISTINCT table_slug, lid FROM conflict)"))
        refused = int(sql.scalar(connection, "SELECT count(*) FROM sync_record WHERE quarantine IS NOT NULL"))
        asked = sync_notes.asking(connection)

    def moment(key: str) -> object:
        text = meta.get(key)
        return moment_of(text) if text else None

    return SyncStatus(
        connected=connected,
        waiting=waiting,
        conflicts=conflicts,
        needs_attention=refused + asked,
        offline_since=moment("offline_since"),  # type: ignore[arg-type]
        last_success=moment("last_success"),  # type: ignore[arg-type]
        running=meta.get("running") == "1",
        done=int(meta.get("done") or 0),
        total=int(meta.get("total") or 0),
        paused_reason=meta.get("paused_reason") or "",
        paused_until=moment("paused_until"),  # type: ignore[arg-type]
        token_refused=meta.get("token_refused") == "1",
        trouble=meta.get("trouble") or "",
        offline_why=meta.get("offline_why") or "",
    )


def pending_changes(context: Context) -> list[PendingChange]:
    """Each waiting record with its fields."""
    with context.database.read() as connection:
        return pending.pending_changes(connection)
