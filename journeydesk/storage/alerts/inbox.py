"""The alert inbox: what is pending, what was done with each, and raising without doubling."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from journeydesk.domain.alerts.alert import AlertDraft
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted
from journeydesk.storage.alerts.audit_trail import FIRED
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import Author, insert
from journeydesk.storage.sync.pending import touched

_STATUS = "CASE WHEN a.status = 'Pending' AND a.expires_at <= ? THEN 'Expired' ELSE a.status END"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An alert as stored, with what its list shows of its prospect; `status` is the one as of now, moments are stored moments,
    amounts in minor units, `touched` 1 where something waits to be sent."""

    id: RecordId
    key: Key
    prospect: RecordId | None
    rule: str | None
    priority: str | None
    status: str
    deleted: int
    raised_at: str | None
    created_at: str
    expires_at: str | None
    snoozed_until: str | None
    snoozed_for: str | None
    read_at: str | None
    reason: str | None
    company: str | None
    contact_name: str | None
    owner: str | None
    estimated_revenue: int | None
    mrr_minor: int | None
    money_currency: str | None
    touched: int | None


_ROW = (
    f"a.lid, a.key, a.prospect, a.rule, a.priority, {_STATUS} AS status_now, a.deleted, a.raised_at, a.created_at, a.expires_at, "
    "a.snoozed_until, a.snoozed_for, a.read_at, a.reason, p.company, p.contact_name, p.owner, p.estimated_revenue, p.mrr_minor, "
    f"p.money_currency, {touched('alerts', 'a')}"
)


@dataclass(frozen=True, slots=True)
class OneAlert(InboxRow):
    """One alert with all that the reading pane shows; `evidence` is JSON."""

    evidence: str | None
    headline: str | None
    note: str | None
    phone: str | None
    email: str | None
    job_title: str | None
    last_touch_type: str | None
    last_touch_at: str | None
    next_follow_up: str | None
    entry_point: str | None
    prospect_key: str | None


def inbox_rows(connection: Connection, alerts: Sequence[RecordId], now: str) -> dict[RecordId, InboxRow]:
    """Each of these alerts that there is, as of now."""
    if not alerts:
        return {}
    rows = sql.typed(
        connection,
        InboxRow,
        f"SELECT {_ROW} FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect WHERE a.lid IN (SELECT value FROM json_each(?))",
        (now, json.dumps(alerts)),
    )
    return {row.id: row for row in rows}


def kinds(connection: Connection) -> tuple[list[str], list[str]]:
    """The owners and the rules of all alerts, for the filter; an owner of "" stands for nobody."""
    owners = sql.rows(
        connection,
        "SELECT DISTINCT coalesce(p.owner, '') FROM alerts a JOIN prospects p ON p.lid = a.prospect WHERE NOT a.deleted ORDER BY 1",
    )
    rules = sql.rows(connection, "SELECT DISTINCT rule FROM alerts WHERE NOT deleted AND rule IS NOT NULL ORDER BY 1")
    return [row[0] for row in owners], [row[0] for row in rules]


def one(connection: Connection, alert: RecordId, now: str) -> OneAlert | None:
    """One alert with its prospect's facts."""
    return sql.first_typed(
        connection,
        OneAlert,
        f"SELECT {_ROW}, a.evidence, a.headline, a.note, p.phone, p.email, p.job_title, p.last_touch_type, p.last_touch_at, "
        "p.next_follow_up, p.entry_point, p.key FROM alerts a LEFT JOIN prospects p ON p.lid = a.prospect WHERE a.lid = ?",
        (now, alert),
    )


def counts(connection: Connection, now: str) -> dict[str, int]:
    """How many alerts stand in each status as of now."""
    rows = sql.rows(
        connection,
        "SELECT a.status, count(*), coalesce(sum(a.status = 'Pending' AND a.expires_at <= ?), 0) FROM alerts a WHERE a.deleted = 0 "
        "AND (a.status <> 'Pending' OR a.snoozed_until IS NULL OR a.snoozed_until <= ?) GROUP BY a.status",
        (now, now),
    )
    standing: Counter[str] = Counter()
    for status, count, ended in rows:
        standing[status] += count - ended
        standing["Expired"] += ended
    return {status: count for status, count in standing.items() if count}


def raise_alerts(
    connection: Connection, drafts: Sequence[tuple[RecordId | None, AlertDraft]], author: Author
) -> list[RecordId]:
    """Adds the alerts that are not there yet, by their derived ids, each with the first line of its history.

    One that another machine raised is given what this one knows of its cause. The prospect is None for the team's alerts.
    """
    keys = json.dumps([draft.id for _, draft in drafts])
    known = {
        row[0]: row[1]
        for row in sql.rows(connection, "SELECT key, lid FROM alerts WHERE key IN (SELECT value FROM json_each(?))", (keys,))
    }
    raised = []
    for prospect, draft in drafts:
        local: dict[str, Stored] = {"evidence": evidence(draft), "headline": draft.headline, "reason": draft.reason}
        if draft.id in known:
            sql.run(
                connection,
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
        audit(
            connection,
            record,
            Author(author.actor, draft.raised_at),
            FIRED,
            noted("as {priority} · rule “{rule}”", priority=draft.priority, rule=draft.rule),
        )
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
    audit_many(connection, [(alert, action, detail)], author)


def audit_many(connection: Connection, lines: Iterable[tuple[RecordId, str, str]], author: Author) -> None:
    """Appends a line, as (alert, action, detail), to the history of each of many alerts."""
    sql.run_many(
        connection,
        "INSERT INTO alert_audit (alert, at, actor, action, detail) VALUES (?, ?, ?, ?, ?)",
        [(alert, author.at, author.actor, action, detail) for alert, action, detail in lines],
    )


def others_of(connection: Connection, prospect: RecordId, but: RecordId) -> list[tuple[str, str, str, str]]:
    """The prospect's other alerts, newest first, as (priority, rule, status, raised at)."""
    rows = sql.rows(
        connection,
        "SELECT priority, rule, status, raised_at FROM alerts WHERE prospect = ? AND lid <> ? AND NOT deleted "
        "ORDER BY raised_at DESC LIMIT 8",
        (prospect, but),
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def stage_then(connection: Connection, prospect: int, journey: str, at: str) -> int | None:
    """The stage of a journey in which a prospect stood at a stored moment; of one without a move up to then, where it first moved
    from, else None."""
    stage = sql.scalar(
        connection,
        "SELECT to_stage FROM stage_history WHERE prospect = ? AND journey = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1",
        (prospect, journey, at),
    )
    if stage is None:
        stage = sql.scalar(
            connection,
            "SELECT from_stage FROM stage_history WHERE prospect = ? AND journey = ? ORDER BY at, id LIMIT 1",
            (prospect, journey),
        )
    return None if not stage else int(stage)
