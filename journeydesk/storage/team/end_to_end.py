"""Runs of the end-to-end check, and what real customers' events say of its steps."""

from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_KEPT = 50


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run: its test customer, who began it, and when (stored moments)."""

    id: str
    customer: str
    by: str
    began_at: str
    ended_at: str | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """What came of one of its steps."""

    number: int
    state: str
    at: str | None
    seconds: float
    said: str


def begin(connection: Connection, run: str, customer: str, by: str, at: str) -> None:
    """A run begins; only the newest are kept."""
    sql.run(
        connection, 'INSERT INTO end_to_end_run (id, customer, "by", began_at) VALUES (?, ?, ?, ?)', (run, customer, by, at)
    )
    old = sql.scalars(connection, "SELECT id FROM end_to_end_run ORDER BY began_at DESC, id DESC LIMIT -1 OFFSET ?", (_KEPT,))
    for each in old:
        sql.run(connection, "DELETE FROM end_to_end_step WHERE run = ?", (each,))
        sql.run(connection, "DELETE FROM end_to_end_run WHERE id = ?", (each,))


def end(connection: Connection, run: str, at: str) -> None:
    """It is over."""
    sql.run(connection, "UPDATE end_to_end_run SET ended_at = ? WHERE id = ?", (at, run))


def put_step(connection: Connection, run: str, step: StepRow) -> None:
    """What came of a step; a later word takes the place of an earlier."""
    sql.run(
        connection,
        "INSERT OR REPLACE INTO end_to_end_step (run, number, state, at, seconds, said) VALUES (?, ?, ?, ?, ?, ?)",
        (run, step.number, step.state, step.at, step.seconds, step.said),
    )


def run_of(connection: Connection, customer: str) -> str | None:
    """The run of a test customer; None for one of another computer."""
    run = sql.scalar(connection, "SELECT id FROM end_to_end_run WHERE customer = ? COLLATE NOCASE", (customer,))
    return None if run is None else str(run)


def runs(connection: Connection, most: int) -> list[RunRow]:
    """The newest runs."""
    return sql.typed(
        connection,
        RunRow,
        "SELECT id, customer, coalesce(\"by\", ''), began_at, ended_at FROM end_to_end_run ORDER BY began_at DESC, id DESC LIMIT ?",
        (most,),
    )


def steps(connection: Connection, run: str) -> list[StepRow]:
    """The steps of a run that were looked at, in their order."""
    return sql.typed(
        connection,
        StepRow,
        "SELECT number, coalesce(state, ''), at, coalesce(seconds, 0), coalesce(said, '') FROM end_to_end_step WHERE run = ? "
        "ORDER BY number",
        (run,),
    )


def last_of(connection: Connection, events: Sequence[str]) -> str | None:
    """When one of these events was last seen of any customer."""
    moments = [
        sql.scalar(connection, "SELECT max(occurred_at) FROM events WHERE event = ? AND deleted = 0", (event,))
        for event in events
    ]
    return max((str(moment) for moment in moments if moment is not None), default=None)
