"""When passing time alone may change what the rules say of a prospect."""

import json
from collections.abc import Mapping

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_AMONG = "IN (SELECT value FROM json_each(?))"


def due_for_recheck(connection: Connection, until: str, limit: int) -> list[RecordId]:
    """The prospects for which passing time may have changed something by then, the longest due first."""
    rows = sql.rows(connection, "SELECT prospect FROM look_again WHERE at <= ? ORDER BY at LIMIT ?", (until, limit))
    return [RecordId(row[0]) for row in rows]


def write_recheck_at(connection: Connection, rechecks: Mapping[RecordId, str | None]) -> None:
    """When to look at these prospects again; None for never by itself."""
    change_rechecks(connection, changed_rechecks(connection, rechecks))


def changed_rechecks(connection: Connection, rechecks: Mapping[RecordId, str | None]) -> dict[RecordId, str | None]:
    """Those of them that stand otherwise."""
    known = dict(
        sql.rows(connection, f"SELECT prospect, at FROM look_again WHERE prospect {_AMONG}", (json.dumps(list(rechecks)),))
    )
    return {prospect: at for prospect, at in rechecks.items() if known.get(prospect) != at}


def change_rechecks(connection: Connection, rechecks: Mapping[RecordId, str | None]) -> None:
    """Writes those that `changed_rechecks` found."""
    gone = [(prospect,) for prospect, at in rechecks.items() if at is None]
    changed = [(prospect, at) for prospect, at in rechecks.items() if at is not None]
    if gone:
        sql.run_many(connection, "DELETE FROM look_again WHERE prospect = ?", gone)
    if changed:
        sql.insert_rows(
            connection, "look_again (prospect, at)", changed, "ON CONFLICT (prospect) DO UPDATE SET at = excluded.at"
        )
