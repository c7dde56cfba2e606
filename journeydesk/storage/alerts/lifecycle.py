"""How alerts come and go in the database: raised once, cleared with their cause, woken, run out, gathered into digests."""

import json
from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.alerts.alert import CLEARED
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.domain.words import noted
from journeydesk.storage.alerts.inbox import audit_many
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import Author, FieldChange, update_many

_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class StandingAlert:
    """An alert that passing events may change: pending, or cleared and able to wake. `seen_here` where this machine knows its
    cause; one of which it knows nothing is not this machine's to clear."""

    id: RecordId
    key: str
    rule: str
    prospect: RecordId | None
    cleared: bool
    expires_at: str
    seen_here: bool
    snoozed_for: str | None
    snoozed_at: str | None


def standing(connection: Connection, prospects: Sequence[RecordId] | None) -> list[StandingAlert]:
    """Those of these prospects, or with None those of the team."""
    whose, values = ("prospect IS NULL", ()) if prospects is None else (f"prospect {_AMONG}", (json.dumps(list(prospects)),))
    rows = sql.rows(
        connection,
        "SELECT lid, key, coalesce(rule, ''), prospect, status = 'Expired', coalesce(expires_at, '9'), evidence IS NOT NULL, "
        f"snoozed_for, snoozed_at FROM alerts WHERE deleted = 0 AND {whose} "
        f"AND (status = 'Pending' OR (status = 'Expired' AND note LIKE '{CLEARED}%'))",
        values,
    )
    return [
        StandingAlert(
            RecordId(r[0]), r[1], r[2], None if r[3] is None else RecordId(r[3]), bool(r[4]), r[5], bool(r[6]), r[7], r[8]
        )
        for r in rows
    ]


def clear(connection: Connection, gone: Mapping[RecordId, str], author: Author) -> list[FieldChange]:
    """The cause of these went away, with why in a few words: they expire, and say so. Returns what changed."""
    edits: dict[RecordId, Mapping[str, Stored]] = {
        alert: {"status": "Expired", "note": f"{CLEARED}: {words}"} for alert, words in gone.items()
    }
    return _change(connection, edits, author, noted("Cleared"), gone)


def wake(connection: Connection, back: Sequence[RecordId], author: Author) -> None:
    """The cause of these, cleared before, is back, and so are they, as new as on their first day."""
    edits: dict[RecordId, Mapping[str, Stored]] = {alert: {"status": "Pending", "note": None} for alert in back}
    _change(connection, edits, author, noted("Fired again"), dict.fromkeys(back, noted("the cause is back")))
    _make_new(connection, back)


def end_snooze(connection: Connection, awake: Mapping[RecordId, str], author: Author) -> None:
    """What these were snoozed for has happened: they are back, as new as on their first day."""
    edits: dict[RecordId, Mapping[str, Stored]] = {alert: {"note": None} for alert in awake}
    _change(connection, edits, author, noted("Woke"), awake)
    _make_new(connection, awake)


def _make_new(connection: Connection, alerts: Iterable[RecordId]) -> None:
    sql.run(connection, f"UPDATE alerts SET read_at = NULL, told_at = NULL WHERE lid {_AMONG}", (json.dumps(list(alerts)),))


def expire(connection: Connection, author: Author, limit: int = 200) -> int:
    """Writes down that pending alerts ran out by now; returns how many, at most `limit` at once."""
    rows = sql.rows(
        connection,
        "SELECT lid FROM alerts WHERE status = 'Pending' AND deleted = 0 AND expires_at <= ? LIMIT ?",
        (author.at, limit),
    )
    out = [RecordId(row[0]) for row in rows]
    edits: dict[RecordId, Mapping[str, Stored]] = {alert: {"status": "Expired"} for alert in out}
    _change(connection, edits, author, noted("Expired"), dict.fromkeys(out, noted("nobody handled it")))
    return len(out)


def _change(
    connection: Connection,
    edits: Mapping[RecordId, Mapping[str, Stored]],
    author: Author,
    action: str,
    words: Mapping[RecordId, str],
) -> list[FieldChange]:
    changes = update_many(connection, "alerts", edits, author) if edits else []
    audit_many(connection, [(alert, action, words[alert]) for alert in edits], author)
    return changes


def pending_of_rule(connection: Connection, rule: str) -> list[RecordId]:
    """The pending alerts of a rule, of every prospect and of the team."""
    rows = sql.rows(connection, "SELECT lid FROM alerts WHERE rule = ? AND status = 'Pending' AND deleted = 0", (rule,))
    return [RecordId(row[0]) for row in rows]


def known_keys(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Which of these alerts are there already, in whatever state."""
    return frozenset(
        row[0] for row in sql.rows(connection, f"SELECT key FROM alerts WHERE key {_AMONG}", (json.dumps(list(keys)),))
    )


def digests(connection: Connection, rules: Iterable[str], since: str) -> dict[str, str]:
    """When each rule's newest digest of another machine was raised: what was due well before is in it."""
    rows = sql.rows(
        connection,
        f"SELECT rule, max(raised_at) FROM alerts WHERE prospect IS NULL AND deleted = 0 AND raised_at >= ? AND rule {_AMONG} "
        "AND evidence IS NULL GROUP BY rule",
        (since, json.dumps(list(rules))),
    )
    return {row[0]: row[1] for row in rows}


def members(connection: Connection, prospects: Sequence[RecordId]) -> dict[str, RecordId]:
    """The alerts of these prospects that stand in a digest instead of by themselves, with the digest."""
    rows = sql.rows(
        connection,
        f"SELECT alert_key, digest FROM digest_member WHERE prospect {_AMONG}",
        (json.dumps(list(prospects)),),
    )
    return {row[0]: RecordId(row[1]) for row in rows}


def gathered(connection: Connection, prospects: Sequence[RecordId]) -> set[RecordId]:
    """Those of these prospects of whom an alert stands in a digest."""
    return set(
        sql.scalars(connection, f"SELECT prospect FROM digest_member WHERE prospect {_AMONG}", (json.dumps(list(prospects)),))
    )


def add_members(connection: Connection, members: Iterable[tuple[RecordId, RecordId, str]]) -> None:
    """These alerts, as (prospect, digest, key), stand in these digests."""
    sql.insert_rows(connection, "digest_member (prospect, digest, alert_key)", members, "ON CONFLICT DO NOTHING")


def alert_with_key(connection: Connection, key: str) -> RecordId | None:
    """The alert with this derived id."""
    row = sql.first(connection, "SELECT lid FROM alerts WHERE key = ? AND deleted = 0", (key,))
    return None if row is None else RecordId(row[0])


def drop_members(connection: Connection, keys: Iterable[str]) -> None:
    """The causes of these are gone."""
    sql.run(connection, f"DELETE FROM digest_member WHERE alert_key {_AMONG}", (json.dumps(list(keys)),))


def emptied(connection: Connection, among: Iterable[RecordId]) -> list[RecordId]:
    """Which of these digests hold nothing any more and are still pending."""
    rows = sql.rows(
        connection,
        f"SELECT lid FROM alerts WHERE status = 'Pending' AND lid {_AMONG} "
        "AND NOT EXISTS (SELECT 1 FROM digest_member WHERE digest = alerts.lid)",
        (json.dumps(list(among)),),
    )
    return [RecordId(row[0]) for row in rows]
