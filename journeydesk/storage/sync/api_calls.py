"""How many requests each service was sent, by day, for the month's budget; and what came of checking it."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta

KEPT_CHECKS = 500
"""So many answers of a service are kept: five days where it is asked every quarter of an hour."""

_WORKED = "worked_at "


@dataclass(frozen=True, slots=True)
class ServiceCheck:
    """One time that a service was asked: `at` is a stored moment, `ok` 1 or 0, `seconds` how long it took."""

    at: str
    ok: int
    text: str | None
    seconds: float | None


def add_calls(connection: Connection, service: str, day: str, calls: int) -> None:
    """Adds requests to a day (`YYYY-MM-DD`)."""
    sql.run(
        connection,
        "INSERT INTO api_call (day, service, calls) VALUES (?, ?, ?) "
        "ON CONFLICT (day, service) DO UPDATE SET calls = calls + excluded.calls",
        (day, service, calls),
    )


def calls_of(connection: Connection, service: str, period: str) -> int:
    """The requests of a day (`YYYY-MM-DD`) or a month (`YYYY-MM`)."""
    return int(
        sql.scalar(
            connection,
            "SELECT coalesce(sum(calls), 0) FROM api_call WHERE service = ? AND substr(day, 1, ?) = ?",
            (service, len(period), period),
        )
    )


def note_check(connection: Connection, service: str, at: str, ok: bool, text: str, seconds: float) -> None:
    """Remembers that a service was asked, and what it answered; of each service the last `KEPT_CHECKS`, for they are asked for ever."""
    sql.run(
        connection,
        "INSERT INTO service_check (service, at, ok, text, seconds) VALUES (?, ?, ?, ?, ?)",
        (service, at, int(ok), text, seconds),
    )
    sql.run(
        connection,
        "DELETE FROM service_check WHERE service = ? AND at < (SELECT at FROM service_check WHERE service = ? "
        "ORDER BY at DESC LIMIT 1 OFFSET ?)",
        (service, service, KEPT_CHECKS - 1),
    )


def note_worked(connection: Connection, service: str, at: str) -> None:
    """Remembers that a service did what it is for, in work that nobody began as a check."""
    set_meta(connection, _WORKED + service, at)


def last_worked(connection: Connection, service: str) -> str | None:
    """When it last did, as a stored moment."""
    return get_meta(connection, _WORKED + service)


def last_checks(connection: Connection, service: str, limit: int) -> list[ServiceCheck]:
    """What came of asking a service, the newest first."""
    return sql.typed(
        connection,
        ServiceCheck,
        "SELECT at, ok, text, seconds FROM service_check WHERE service = ? ORDER BY at DESC, rowid DESC LIMIT ?",
        (service, limit),
    )
