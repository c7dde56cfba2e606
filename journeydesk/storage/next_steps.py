"""What comes next with a prospect, and who was spoken to without it being said (UX 2)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from journeydesk.domain.ids import RecordId
from journeydesk.storage.driver_sql import dicts
from journeydesk.storage.tables import LIVING

OPEN = "coalesce({0}status, '') NOT IN ('Rejected', 'Churned') AND coalesce({0}customer_status, '') NOT IN ('CHURNED', 'LEAD_EXHAUSTED')"
"""Whether a prospect is open, as SQL; `{0}` is its table's name with a dot, or nothing."""

_LAST = "SELECT {0} FROM interactions WHERE prospect = p.lid AND deleted = 0 ORDER BY date DESC, lid DESC LIMIT 1"


def last_interaction(connection: Connection, prospect: RecordId) -> Mapping[str, Any] | None:
    """The newest touchpoint: its id, next steps, when and whose."""
    found = dicts(
        connection,
        "SELECT lid, next_steps, date, owner FROM interactions WHERE prospect = ? AND deleted = 0 ORDER BY date DESC, lid DESC LIMIT 1",
        (prospect,),
    )
    return found[0] if found else None


def next_task(connection: Connection, prospect: RecordId) -> Mapping[str, Any] | None:
    """The open task that is due first; one without a date comes last."""
    found = dicts(
        connection,
        "SELECT lid, title, kind, due FROM tasks WHERE prospect = ? AND deleted = 0 AND done_at IS NULL "
        "ORDER BY due IS NULL, due, lid LIMIT 1",
        (prospect,),
    )
    return found[0] if found else None


def without_step(
    connection: Connection, owner: str | None, touched_since: str, today: str, now: str, no_step: str, limit: int
) -> Sequence[Mapping[str, Any]]:
    """Open prospects that somebody spoke to since then, with nothing to come and without a reason (`no_step` begins it); of those
    whose last touchpoint is one owner's, or everybody's."""
    return dicts(
        connection,
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.last_touch_at, p.last_touch_outcome FROM prospects p "
        f"INDEXED BY ix_list_last_touch_at WHERE p.{LIVING} AND p.last_touch_at >= ? AND {OPEN.format('p.')} "
        "AND (p.next_follow_up IS NULL OR p.next_follow_up < ?) "
        "AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.prospect = p.lid AND t.deleted = 0 AND t.done_at IS NULL AND t.due >= ?) "
        f"AND coalesce(({_LAST.format('next_steps')}), '') NOT LIKE '%' || ? || '%' "
        f"AND (? IS NULL OR ({_LAST.format('owner')}) = ?) ORDER BY p.last_touch_at DESC LIMIT ?",
        (touched_since, today, now, no_step, owner, owner, limit),
    )


def follow_ups(connection: Connection, owner: str | None, until: str, limit: int) -> Sequence[Mapping[str, Any]]:
    """Open prospects whose follow-up is due on or before a day, the oldest first; of one owner or of all."""
    return dicts(
        connection,
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.next_follow_up, p.last_touch_type, p.last_touch_outcome, "
        "coalesce(s.touched, 0) AS touched FROM prospects p INDEXED BY ix_list_next_follow_up "
        "LEFT JOIN sync_record s ON s.table_slug = 'prospects' AND s.lid = p.lid "
        f"WHERE p.{LIVING} AND p.next_follow_up <= ? AND {OPEN.format('p.')} AND (? IS NULL OR p.owner = ?) "
        "ORDER BY p.next_follow_up, p.lid LIMIT ?",
        (until, owner, owner, limit),
    )
