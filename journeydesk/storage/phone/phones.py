"""Phones that are paired, and the requests that each has already been answered."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class StoredPhone:
    """A paired phone; moments are stored ones, `seen_at` empty until it was used."""

    id: int
    name: str
    paired_at: str
    seen_at: str


def phones(connection: Connection) -> list[StoredPhone]:
    """All of them, the newest first."""
    return sql.typed(connection, StoredPhone, "SELECT id, name, paired_at, coalesce(seen_at, '') FROM phone ORDER BY id DESC")


def add(connection: Connection, name: str, token_hash: str, at: str) -> int:
    """A phone that was just paired."""
    row = sql.only(
        connection,
        "INSERT INTO phone (name, token_hash, paired_at) VALUES (?, ?, ?) RETURNING id",
        (name, token_hash, at),
    )
    return int(row[0])


def remove(connection: Connection, phone: int) -> None:
    """A phone that may no longer come in."""
    sql.run(connection, "DELETE FROM phone WHERE id = ?", (phone,))
    sql.run(connection, "DELETE FROM phone_request WHERE phone = ?", (phone,))


def by_token(connection: Connection, token_hash: str) -> StoredPhone | None:
    """The phone with this token; None for one that was never paired, or was removed."""
    statement = "SELECT id, name, paired_at, coalesce(seen_at, '') FROM phone WHERE token_hash = ?"
    return sql.first_typed(connection, StoredPhone, statement, (token_hash,))


def note_seen(connection: Connection, phone: int, at: str) -> None:
    """It was used just now."""
    sql.run(connection, "UPDATE phone SET seen_at = ? WHERE id = ?", (at, phone))


def answer_to(connection: Connection, phone: int, request: str) -> str | None:
    """What was answered to this request before; None where it is new."""
    answer: str | None = sql.scalar(
        connection, "SELECT answer FROM phone_request WHERE phone = ? AND request = ?", (phone, request)
    )
    return answer


def keep_answer(connection: Connection, phone: int, request: str, answer: str, at: str) -> None:
    """Remembers what was answered, so that the same request again does nothing."""
    sql.run(
        connection,
        "INSERT INTO phone_request (phone, request, at, answer) VALUES (?, ?, ?, ?)",
        (phone, request, at, answer),
    )


def forget_answers(connection: Connection, before: str) -> None:
    """Forgets answers from before this stored moment: a phone does not ask again after so long."""
    sql.run(connection, "DELETE FROM phone_request WHERE at < ?", (before,))
