"""Which alerts went out by mail, and to which role."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class UnmailedAlert:
    """A pending alert with what a mail says of it; `raised_at` is a stored moment."""

    key: str
    rule: str
    priority: str
    headline: str
    reason: str
    company: str
    prospect_key: str
    raised_at: str


def unmailed(connection: Connection, role: str, rules: Sequence[str], since: str, now: str) -> list[UnmailedAlert]:
    """The pending alerts of these rules, raised since then, awake and not run out, that the role was not mailed of."""
    return sql.typed(
        connection,
        UnmailedAlert,
        "SELECT a.key, coalesce(a.rule, ''), coalesce(a.priority, ''), coalesce(a.headline, a.rule, ''), coalesce(a.reason, ''), "
        "coalesce(p.company, p.contact_name, ''), coalesce(p.key, ''), a.raised_at FROM alerts a "
        "LEFT JOIN prospects p ON p.lid = a.prospect AND p.deleted = 0 "
        "WHERE a.deleted = 0 AND a.status = 'Pending' AND a.raised_at >= :since AND (a.expires_at IS NULL OR a.expires_at > :now) "
        "AND (a.snoozed_until IS NULL OR a.snoozed_until <= :now) AND a.rule IN (SELECT value FROM json_each(:rules)) "
        "AND NOT EXISTS (SELECT 1 FROM alert_delivery d WHERE d.alert = a.key AND d.role = :role) "
        "ORDER BY a.raised_at, a.key LIMIT 200",
        {"role": role, "rules": json.dumps(list(rules)), "since": since, "now": now},
    )


def note_delivery(connection: Connection, alerts: Sequence[str], role: str, at: str, mail: str) -> None:
    """These were put into a mail to the role."""
    sql.run_many(
        connection,
        "INSERT OR IGNORE INTO alert_delivery (alert, role, at, mail) VALUES (?, ?, ?, ?)",
        [(alert, role, at, mail) for alert in alerts],
    )


def last_delivery(connection: Connection, role: str) -> str | None:
    """When the role was last written to; None where it never was."""
    at = sql.scalar(connection, "SELECT max(at) FROM alert_delivery WHERE role = ?", (role,))
    return None if at is None else str(at)
