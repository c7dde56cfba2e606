"""How many requests each service was sent, by day: the month's budget is counted here."""

from sqlalchemy import Connection


def add_calls(connection: Connection, service: str, day: str, calls: int) -> None:
    """Adds requests to a day (`YYYY-MM-DD`)."""
    connection.exec_driver_sql(
        "INSERT INTO api_call (day, service, calls) VALUES (?, ?, ?) "
        "ON CONFLICT (day, service) DO UPDATE SET calls = calls + excluded.calls",
        (day, service, calls),
    )


def calls_of(connection: Connection, service: str, period: str) -> int:
    """The requests of a day (`YYYY-MM-DD`) or a month (`YYYY-MM`)."""
    return int(
        connection.exec_driver_sql(
            "SELECT coalesce(sum(calls), 0) FROM api_call WHERE service = ? AND substr(day, 1, ?) = ?",
            (service, len(period), period),
        ).scalar_one()
    )
