"""Alerts as handling them needs them."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class TriageRow:
    """An alert as stored; `status` is the stored one, moments are stored moments."""

    id: RecordId
    prospect: RecordId | None
    rule: str | None
    status: str
    note: str | None
    expires_at: str | None
    read_at: str | None


def alerts_to_handle(connection: Connection, alerts: Sequence[RecordId]) -> list[TriageRow]:
    """Those of these alerts that are there and not deleted, in the order given."""
    rows = sql.typed(
        connection,
        TriageRow,
        "SELECT lid, prospect, rule, status, note, expires_at, read_at FROM alerts "
        "WHERE NOT deleted AND lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(alerts)),),
    )
    by_id = {row.id: row for row in rows}
    return [by_id[alert] for alert in dict.fromkeys(alerts) if alert in by_id]
