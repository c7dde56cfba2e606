"""The alert inbox: what is pending, what was done with each, and raising without doubling."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from journeydesk.domain.alerts import AlertDraft
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.pending import touched
from journeydesk.storage.records import Author, insert

_STATUS = "CASE WHEN a.status = 'Pending' AND a.expires_at <= ? THEN 'Expired' ELSE a.status END"


def inbox(connection: Connection, status: str, now: str, limit: int = 500) -> list[dict[str, object]]:
    """The alerts of one status as of now, urgent first, newest first; snoozed ones are left out of pending."""
    awake = "AND (a.snoozed_until IS NULL OR a.snoozed_until <= ?)" if status == "Pending" else ""
    values = (now, status, *((now,) if awake else ()), limit)
    rows = connection.exec_driver_sql(
        f"SELECT a.*, {_STATUS} AS status_now, p.company, p.contact_name, "
        f"p.owner AS prospect_owner, {touched('alerts', 'a')} "
        "FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect "
        f"WHERE NOT a.deleted AND status_now = ? {awake} "
        "ORDER BY a.priority = 'Urgent' DESC, a.priority = 'High' DESC, a.raised_at DESC LIMIT ?",
        values,
    ).mappings()
    return [dict(row) for row in rows]


def one(connection: Connection, alert: RecordId, now: str) -> dict[str, object] | None:
    """One alert with its prospect's facts."""
    row = (
        connection.exec_driver_sql(
            f"SELECT a.*, {_STATUS} AS status_now, p.company, p.contact_name, p.owner AS prospect_owner, p.phone, p.email, "
            "p.job_title, p.last_touch_type, p.last_touch_at, p.next_follow_up, p.estimated_revenue, p.mrr_minor, "
            "p.money_currency, p.entry_point, s.touched FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect "
            "LEFT JOIN sync_record s ON s.table_slug = 'alerts' AND s.lid = a.lid WHERE a.lid = ?",
            (now, alert),
        )
        .mappings()
        .first()
    )
    return dict(row) if row else None


def counts(connection: Connection, now: str) -> dict[str, int]:
    """How many alerts stand in each status as of now."""
    rows = connection.exec_driver_sql(
        f"SELECT {_STATUS} AS status_now, count(*) FROM alerts a WHERE NOT a.deleted "
        "AND (a.status <> 'Pending' OR a.snoozed_until IS NULL OR a.snoozed_until <= ?) GROUP BY 1",
        (now, now),
    )
    return {row[0]: row[1] for row in rows}


def unread(connection: Connection, now: str) -> int:
    """How many pending alerts nobody has opened here."""
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM alerts WHERE NOT deleted AND status = 'Pending' AND read_at IS NULL "
            "AND (expires_at IS NULL OR expires_at > ?) AND (snoozed_until IS NULL OR snoozed_until <= ?)",
            (now, now),
        ).scalar_one()
    )


def untold(connection: Connection, now: str, limit: int = 1000) -> list[tuple[int, str, str, str]]:
    """Pending alerts that this machine has told nobody of, the oldest first, as (id, rule, priority, headline)."""
    rows = connection.exec_driver_sql(
        "SELECT a.lid, coalesce(a.rule, ''), coalesce(a.priority, ''), coalesce(a.headline, p.company || ': ' || a.rule, a.rule, '') "
        "FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect WHERE NOT a.deleted AND a.status = 'Pending' "
        "AND a.told_at IS NULL AND a.read_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > ?) "
        "AND (a.snoozed_until IS NULL OR a.snoozed_until <= ?) ORDER BY a.priority = 'Urgent' DESC, a.raised_at, a.lid LIMIT ?",
        (now, now, limit),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def set_told(connection: Connection, alerts: Iterable[int], at: str) -> None:
    """These need no notification on this machine any more."""
    connection.exec_driver_sql(
        "UPDATE alerts SET told_at = ? WHERE lid IN (SELECT value FROM json_each(?))", (at, json.dumps(sorted(alerts)))
    )


def raise_alerts(
    connection: Connection, drafts: Sequence[tuple[RecordId | None, AlertDraft]], author: Author
) -> list[RecordId]:
    """Adds the alerts that are not there yet, by their derived ids, each with the first line of its history.

    One that another machine raised is given what this one knows of its cause. The prospect is None for the team's alerts.
    """
    keys = json.dumps([draft.id for _, draft in drafts])
    known = {
        row[0]: row[1]
        for row in connection.exec_driver_sql(
            "SELECT key, lid FROM alerts WHERE key IN (SELECT value FROM json_each(?))", (keys,)
        )
    }
    raised = []
    for prospect, draft in drafts:
        local: dict[str, Stored] = {"evidence": evidence(draft), "headline": draft.headline, "reason": draft.reason}
        if draft.id in known:
            connection.exec_driver_sql(
                "UPDATE alerts SET evidence = ?, headline = ?, reason = ? WHERE lid = ? AND headline IS NULL",
                (*local.values(), known[draft.id]),
            )
            continue
        values: dict[str, Stored] = {
            "key": draft.id,
            "prospect": prospect,
            "rule": draft.rule,
            "priority": draft.priority,
            "status": "Pending",
            "raised_at": draft.raised_at,
            "expires_at": draft.expires_at,
        }
        record = known[draft.id] = insert(connection, "alerts", values | local, author)
        audit(connection, record, Author(author.actor, draft.raised_at), "Fired", f"as {draft.priority} · rule “{draft.rule}”")
        raised.append(record)
    return raised


def evidence(draft: AlertDraft) -> str:
    """What made it fire, as stored."""
    return json.dumps(
        {
            "stage": draft.stage,
            "target": draft.target,
            "before": draft.points_before,
            "after": draft.points_after,
            "event": draft.event,
            "lines": [[line.text, line.at, line.value] for line in draft.lines],
        },
        ensure_ascii=False,
    )


def audit(connection: Connection, alert: RecordId, author: Author, action: str, detail: str) -> None:
    """Appends to an alert's history."""
    connection.exec_driver_sql(
        "INSERT INTO alert_audit (alert, at, actor, action, detail) VALUES (?, ?, ?, ?, ?)",
        (alert, author.at, author.actor, action, detail),
    )


def history(connection: Connection, alert: RecordId) -> list[tuple[str, str, str, str]]:
    """An alert's history, newest first, as (at, actor, action, detail)."""
    rows = connection.exec_driver_sql(
        "SELECT at, actor, action, detail FROM alert_audit WHERE alert = ? ORDER BY at DESC, id DESC", (alert,)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def others_of(connection: Connection, prospect: RecordId, but: RecordId) -> list[tuple[str, str, str, str]]:
    """The prospect's other alerts, newest first, as (priority, rule, status, raised at)."""
    rows = connection.exec_driver_sql(
        "SELECT priority, rule, status, raised_at FROM alerts WHERE prospect = ? AND lid <> ? AND NOT deleted "
        "ORDER BY raised_at DESC LIMIT 8",
        (prospect, but),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def what_earned(
    connection: Connection, prospect: int, until: str, limit: int = 6
) -> list[tuple[str, str | None, str, str | None]]:
    """The events up to then that earned points, newest first, as (type, CTA, at, payload)."""
    rows = connection.exec_driver_sql(
        "SELECT event, cta, occurred_at, payload FROM events WHERE prospect = ? AND NOT deleted AND occurred_at <= ? "
        "AND event IN ('cta_clicked', 'inquiry_submitted', 'form_submitted', 'demo_requested') ORDER BY occurred_at DESC LIMIT ?",
        (prospect, until, limit),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]
