"""Which alerts the inbox lists, in which order, told from an index alone: their own rows are long, and their prospects' lie a page each."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.pending import touched

_LIMIT = 1000
_URGENT_FIRST = "ORDER BY a.priority = 'Urgent' DESC, a.priority = 'High' DESC, a.raised_at DESC"
_NEXT_FIRST = "ORDER BY a.snoozed_until, a.lid"
_LAST_FIRST = "ORDER BY coalesce(a.handled_at, a.expires_at, a.raised_at) DESC"


@dataclass(frozen=True, slots=True)
class InboxFilter:
    """Which alerts are wanted; None takes any. An owner of "" stands for nobody."""

    rule: str | None = None
    priority: str | None = None
    owner: str | None = None


ANY = InboxFilter()


@dataclass(frozen=True, slots=True)
class ListedAlert:
    """What may change of an alert while neither sync nor an evaluation touches it; moments are stored moments, `touched` is 1 where
    something waits to be sent."""

    id: RecordId
    prospect: RecordId | None
    snoozed_until: str | None
    snoozed_for: str | None
    read_at: str | None
    touched: int | None


def listed(
    connection: Connection, status: str, now: str, filters: InboxFilter = ANY, *, snoozed: bool = False, limit: int = _LIMIT
) -> list[ListedAlert]:
    """The alerts of one status as of now: pending ones that are awake urgent first, newest first; with `snoozed` those that sleep,
    the next to wake first; of the other states what came to it last."""
    tests, values = _of_status(status, now)
    if status == "Pending":
        tests.append("a.snoozed_until > ?" if snoozed else "(a.snoozed_until IS NULL OR a.snoozed_until <= ?)")
        values.append(now)
    for column, value in (("a.rule", filters.rule), ("a.priority", filters.priority), ("coalesce(p.owner, '')", filters.owner)):
        if value is not None:
            tests.append(f"{column} = ?")
            values.append(value)
    owned = "" if filters.owner is None else "LEFT JOIN prospects p ON p.lid = a.prospect "
    order = _NEXT_FIRST if snoozed else _URGENT_FIRST if status == "Pending" else _LAST_FIRST
    return sql.typed(
        connection,
        ListedAlert,
        f"SELECT a.lid, a.prospect, a.snoozed_until, a.snoozed_for, a.read_at, {touched('alerts', 'a')} FROM alerts a "
        f"INDEXED BY ix_alerts_standing {owned}WHERE a.deleted = 0 AND {' AND '.join(tests)} {order} LIMIT ?",
        (*values, limit),
    )


def _of_status(status: str, now: str) -> tuple[list[str], list[str]]:
    """What has run out is expired, also before somebody wrote that down."""
    if status == "Expired":
        return ["(a.status = 'Expired' OR (a.status = 'Pending' AND a.expires_at <= ?))"], [now]
    if status == "Pending":
        return ["a.status = 'Pending'", "(a.expires_at IS NULL OR a.expires_at > ?)"], [now]
    return ["a.status = ?"], [status]
