"""Drafted messages that wait for a person, and what was decided of them."""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.mail.retry import CANCELLED, HELD, WAITING
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

PENDING, APPROVED, REJECTED, WITHDRAWN = "waiting", "approved", "rejected", "withdrawn"
"""A message's states; withdrawn where what it was for is over."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message as stored: as it was made (`made_…`) and as it stands; bubbles and tags are JSON lists. Amounts in hundredths."""

    id: int
    key: str
    prospect: RecordId
    template: str | None
    reason: str
    origin: str
    made_at: str
    made_subject: str
    made_bubbles: str
    subject: str
    bubbles: str
    tags: str
    quality: int | None
    customer_status: str | None
    ltv_minor: int | None
    state: str
    decided_at: str | None
    decided_by: str | None
    why: str | None
    interaction: RecordId | None
    mail: int | None

    def parts(self) -> tuple[str, ...]:
        """The bubbles as they stand."""
        return tuple(json.loads(self.bubbles))

    def made_parts(self) -> tuple[str, ...]:
        """The bubbles as they were made."""
        return tuple(json.loads(self.made_bubbles))

    def tag_names(self) -> tuple[str, ...]:
        """The edit tags."""
        return tuple(json.loads(self.tags))


_COLUMNS = (
    "id, key, prospect, template, reason, origin, made_at, made_subject, made_bubbles, subject, bubbles, tags, quality, "
    "customer_status, ltv_minor, state, decided_at, decided_by, why, interaction, mail"
)


def add(
    connection: Connection,
    key: str,
    prospect: RecordId,
    *,
    template: str | None,
    reason: str,
    origin: str,
    subject: str,
    bubbles: Sequence[str],
    at: str,
) -> int | None:
    """Puts a draft aside for a person; None where one of its key was there before."""
    if sql.scalar(connection, "SELECT 1 FROM message WHERE key = ?", (key,)):
        return None
    parts = json.dumps(list(bubbles), ensure_ascii=False)
    return sql.run(
        connection,
        "INSERT INTO message (key, prospect, template, reason, origin, made_at, made_subject, made_bubbles, subject, bubbles, tags, state) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]', '{PENDING}')",
        (key, prospect, template, reason, origin, at, subject, parts, subject, parts),
    )


def one(connection: Connection, message: int) -> MessageRow | None:
    """A message by its number."""
    return sql.first_typed(connection, MessageRow, f"SELECT {_COLUMNS} FROM message WHERE id = ?", (message,))


def write(connection: Connection, message: int, values: Mapping[str, str | int | None]) -> None:
    """Writes columns of a message."""
    assignments = ", ".join(f"{name} = ?" for name in values)
    sql.run(connection, f"UPDATE message SET {assignments} WHERE id = ?", (*values.values(), message))


def pending(connection: Connection) -> list[MessageRow]:
    """Those that wait, the newest first, without those of prospects that are gone."""
    return sql.typed(
        connection,
        MessageRow,
        f"SELECT {_prefixed()} FROM message m JOIN prospects p ON p.lid = m.prospect AND p.deleted = 0 WHERE m.state = '{PENDING}' "
        "ORDER BY m.made_at DESC, m.id DESC",
    )


def decided_since(connection: Connection, since: str) -> list[MessageRow]:
    """Those that were decided since a moment, the newest first."""
    return sql.typed(
        connection,
        MessageRow,
        f"SELECT {_prefixed()} FROM message m JOIN prospects p ON p.lid = m.prospect AND p.deleted = 0 "
        f"WHERE m.state IN ('{APPROVED}', '{REJECTED}') AND m.decided_at >= ? ORDER BY m.decided_at DESC, m.id DESC",
        (since,),
    )


def count_pending(connection: Connection) -> int:
    """How many wait."""
    return int(
        sql.scalar(
            connection,
            f"SELECT count(*) FROM message m JOIN prospects p ON p.lid = m.prospect AND p.deleted = 0 WHERE m.state = '{PENDING}'",
        )
    )


def is_pending_for(connection: Connection, prospect: RecordId, templates: Sequence[str]) -> bool:
    """Whether one of these templates waits for a decision for a prospect."""
    marks = ", ".join("?" * len(templates))
    return bool(
        sql.scalar(
            connection,
            f"SELECT 1 FROM message WHERE prospect = ? AND state = '{PENDING}' AND template IN ({marks}) LIMIT 1",
            (prospect, *templates),
        )
    )


def withdraw(connection: Connection, prospect: RecordId, templates: Sequence[str], why: str, at: str) -> int:
    """Takes back what waits of these templates for a prospect; returns how many."""
    marks = ", ".join("?" * len(templates))
    return sql.changed(
        connection,
        f"UPDATE message SET state = '{WITHDRAWN}', why = ?, decided_at = ? WHERE prospect = ? AND state = '{PENDING}' "
        f"AND template IN ({marks})",
        (why, at, prospect, *templates),
    )


def follow_interactions(connection: Connection) -> int:
    """After undo or redo: an approval whose record was taken back waits again, and its mail, while it has not gone, is cancelled; one
    whose record came back is approved again. Returns how many changed."""
    gone = "EXISTS (SELECT 1 FROM interactions i WHERE i.lid = m.interaction AND i.deleted = 1)"
    there = "EXISTS (SELECT 1 FROM interactions i WHERE i.lid = m.interaction AND i.deleted = 0)"
    unsent = (
        f"(m.mail IS NULL OR EXISTS (SELECT 1 FROM mail_item q WHERE q.id = m.mail AND q.state IN ('{WAITING}', '{HELD}')))"
    )
    cancelled = f"(m.mail IS NULL OR EXISTS (SELECT 1 FROM mail_item q WHERE q.id = m.mail AND q.state = '{CANCELLED}'))"
    taken_back = sql.scalars(connection, f"SELECT m.id FROM message m WHERE m.state = '{APPROVED}' AND {gone} AND {unsent}")
    again = sql.scalars(connection, f"SELECT m.id FROM message m WHERE m.state = '{PENDING}' AND {there} AND {cancelled}")
    for messages, state, mail, answer in ((taken_back, PENDING, CANCELLED, "taken back"), (again, APPROVED, WAITING, "")):
        if messages:
            among = json.dumps(messages)
            sql.run(connection, f"UPDATE message SET state = '{state}' WHERE id IN (SELECT value FROM json_each(?))", (among,))
            sql.run(
                connection,
                f"UPDATE mail_item SET state = '{mail}', answer = ? WHERE id IN (SELECT mail FROM message WHERE id IN "
                "(SELECT value FROM json_each(?)))",
                (answer or None, among),
            )
    return len(taken_back) + len(again)


def _prefixed() -> str:
    return ", ".join(f"m.{name.strip()}" for name in _COLUMNS.split(","))


def unanswered(connection: Connection, rules: Sequence[str], since: str) -> list[tuple[str, RecordId, str]]:
    """Prospects that do not answer, as (key of the alert, prospect, its words), for alerts of these rules that stand since a moment."""
    marks = ", ".join("?" * len(rules))
    return [
        (key, RecordId(prospect), note or tr("They did not answer"))
        for key, prospect, note in sql.rows(
            connection,
            "SELECT a.key, a.prospect, a.rule FROM alerts a JOIN prospects p ON p.lid = a.prospect AND p.deleted = 0 "
            f"WHERE a.deleted = 0 AND a.status = 'Pending' AND a.raised_at >= ? AND a.rule IN ({marks}) ORDER BY a.raised_at, a.lid",
            (since, *rules),
        )
    ]
