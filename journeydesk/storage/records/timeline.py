"""A prospect's timeline: interactions, CTAs, stage moves and payments, newest first.

Where the events of a day are here, the sum of them that was made for the others (`shared` 3) is left out.
"""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline, of the part that `part` names; what the parts do not share is None.

    `name` is the interaction's type, the event, the journey or the kind of payment; `detail` its outcome, CTA, reason or currency;
    `number` minutes, stages (from · 100 + to) or minor units; `text` the summary, payload (JSON), actor or status.
    """

    part: str
    id: str
    at: str | None
    name: str | None
    detail: str | None
    number: int | None
    text: str | None
    pending: int | None
    next_steps: str | None


_PARTS = {
    "interactions": (
        "SELECT 'interactions' AS part, 'i' || i.lid AS id, i.date AS at, i.type, i.outcome, i.duration, "
        "i.summary, s.touched, i.next_steps FROM interactions i "
        "LEFT JOIN sync_record s ON s.table_slug = 'interactions' AND s.lid = i.lid WHERE i.prospect = ? AND NOT i.deleted"
    ),
    "cta": (
        "SELECT 'cta', 'e' || e.lid, e.occurred_at, e.event, e.cta, NULL, e.payload, s.touched, NULL FROM events e "
        "LEFT JOIN sync_record s ON s.table_slug = 'events' AND s.lid = e.lid "
        "WHERE e.prospect = ? AND NOT e.deleted AND e.event <> 'stage_set' AND coalesce(e.shared, 1) <> 3"
    ),
    "stages": (
        "SELECT 'stages', 'h' || h.id, h.at, h.journey, h.reason, h.from_stage * 100 + h.to_stage, h.actor, 0, NULL "
        "FROM stage_history h WHERE h.prospect = ?"
    ),
    "payments": (
        "SELECT 'payments', o.kind || o.id, o.created, o.kind, o.currency, o.amount_minor, o.status, 0, NULL FROM stripe_object o "
        "WHERE o.prospect = ? AND o.kind IN ('charge', 'refund', 'dispute')"
    ),
}


def entries(connection: Connection, prospect: RecordId, group: str, limit: int) -> list[Entry]:
    """The newest entries of one group, or of `all`."""
    parts = list(_PARTS.values()) if group == "all" else [_PARTS[group]] if group in _PARTS else []
    if not parts:
        return []
    newest = [f"SELECT * FROM (SELECT * FROM ({part}) ORDER BY 3 DESC LIMIT {int(limit)})" for part in parts]
    statement = f"{' UNION ALL '.join(newest)} ORDER BY 3 DESC, 2 DESC LIMIT ?"
    return sql.typed(connection, Entry, statement, (*([prospect] * len(parts)), limit))


def counts(connection: Connection, prospect: RecordId) -> dict[str, int]:
    """How many entries each group has."""
    return {name: int(sql.scalar(connection, f"SELECT count(*) FROM ({part})", (prospect,))) for name, part in _PARTS.items()}
