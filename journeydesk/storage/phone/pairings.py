"""The pairing that is under way: one at a time, shared by the window, which shows it, and the server, which the phone asks."""

from collections.abc import Mapping
from datetime import datetime

from journeydesk.domain.phone.pairing import Pairing
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


def begin(connection: Connection, secret_hash: str, code_hash: str, at: datetime) -> int:
    """A new pairing; what was before it is over."""
    sql.run(connection, "DELETE FROM phone_pairing")
    row = sql.only(
        connection,
        "INSERT INTO phone_pairing (secret_hash, code_hash, begun_at) VALUES (?, ?, ?) RETURNING id",
        (secret_hash, code_hash, moment_text(at)),
    )
    return int(row[0])


def current(connection: Connection) -> Pairing | None:
    """The pairing that was begun last, whatever became of it."""
    row = sql.first(
        connection,
        "SELECT id, secret_hash, code_hash, begun_at, wrong, asked_at, name, number, token_hash, phone_agreed, computer_agreed, ended "
        "FROM phone_pairing ORDER BY id DESC LIMIT 1",
    )
    if row is None:
        return None
    return Pairing(
        id=row[0],
        secret_hash=row[1],
        code_hash=row[2],
        begun_at=moment_of(row[3]),
        wrong=row[4],
        asked_at=moment_of(row[5]) if row[5] else None,
        name=row[6] or "",
        number=row[7] or "",
        token_hash=row[8] or "",
        phone_agreed=bool(row[9]),
        computer_agreed=bool(row[10]),
        ended=row[11] or "",
    )


_COLUMNS = frozenset({"wrong", "asked_at", "name", "number", "token_hash", "phone_agreed", "computer_agreed", "ended"})


def change(connection: Connection, pairing: int, values: Mapping[str, object]) -> None:
    """Writes some of its columns."""
    names = [name for name in values if name in _COLUMNS]
    assignments = ", ".join(f"{name} = ?" for name in names)
    sql.run(connection, f"UPDATE phone_pairing SET {assignments} WHERE id = ?", (*(values[name] for name in names), pairing))
