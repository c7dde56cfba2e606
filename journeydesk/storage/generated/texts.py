"""Generated texts by what they were made from, until they expire; and what came of each question."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class KeptText:
    """A generated text: its parts as JSON, by which model, when it was made and until when it is kept (stored moments)."""

    key: str
    kind: str
    prospect: RecordId | None
    content: str
    model: str
    made_at: str
    expires_at: str


_COLUMNS = "key, kind, prospect, content, model, made_at, expires_at"


def kept(connection: Connection, key: str, now: str) -> KeptText | None:
    """What is kept under a key; None where it expired."""
    return sql.first_typed(
        connection, KeptText, f"SELECT {_COLUMNS} FROM generated_text WHERE key = ? AND expires_at > ?", (key, now)
    )


def keep(connection: Connection, text: KeptText) -> None:
    """Keeps a text, and forgets those that expired."""
    sql.run(connection, "DELETE FROM generated_text WHERE expires_at <= ?", (text.made_at,))
    sql.run(
        connection,
        f"INSERT OR REPLACE INTO generated_text ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (text.key, text.kind, text.prospect, text.content, text.model, text.made_at, text.expires_at),
    )


def all_kept(connection: Connection, now: str) -> list[KeptText]:
    """Everything that is kept, the newest first."""
    return sql.typed(
        connection, KeptText, f"SELECT {_COLUMNS} FROM generated_text WHERE expires_at > ? ORDER BY made_at DESC", (now,)
    )


def forget_all(connection: Connection) -> int:
    """Forgets what is kept; returns how many."""
    return sql.changed(connection, "DELETE FROM generated_text")


@dataclass(frozen=True, slots=True)
class Asked:
    """A line of the log: when, for what and whom, what came of it (answered, kept, late, refused, no answer), how long, and why."""

    at: str
    kind: str
    prospect: RecordId | None
    outcome: str
    seconds: float
    detail: str


def log(connection: Connection, asked: Asked) -> None:
    """Writes a line."""
    sql.run(
        connection,
        "INSERT INTO generation (at, kind, prospect, outcome, seconds, detail) VALUES (?, ?, ?, ?, ?, ?)",
        (asked.at, asked.kind, asked.prospect, asked.outcome, asked.seconds, asked.detail),
    )


def newest(connection: Connection, limit: int) -> list[Asked]:
    """The newest lines of the log."""
    return sql.typed(
        connection,
        Asked,
        "SELECT at, kind, prospect, outcome, coalesce(seconds, 0), coalesce(detail, '') FROM generation ORDER BY id DESC LIMIT ?",
        (limit,),
    )
