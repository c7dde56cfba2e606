"""Runs of scenarios: on disk before they are asked for, so that none is asked for twice."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.scenarios.runs import OPEN
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.merges import with_merged

KEPT = 500


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run: of which scenario at which host (`place`), for whom, where it stands (`RunState`), its execution once that is known.
    `asked_there` is when it was asked for by Make's clock, `before` the newest lines of its log then and `sent` its data, both as JSON;
    `detail` says what went wrong. Moments are stored ones."""

    id: int
    place: str
    scenario: int
    name: str
    prospect: RecordId | None
    state: str
    execution: str | None
    asked_at: str
    asked_there: str
    asked_by: str
    sent: str
    before: str
    looked_at: str | None
    changed_at: str
    detail: str


_COLUMNS = (
    "id, place, scenario, name, prospect, state, execution, asked_at, asked_there, coalesce(asked_by, ''), coalesce(sent, '{}'), "
    "coalesce(\"before\", '[]'), looked_at, changed_at, coalesce(detail, '')"
)
_OPEN = ", ".join(f"'{state.value}'" for state in sorted(OPEN, key=lambda state: state.value))


def add(connection: Connection, run: RunRow) -> int:
    """Writes a run down before it is asked for, and forgets the oldest of those that ended; returns its number."""
    old = "SELECT id FROM scenario_run ORDER BY id DESC LIMIT -1 OFFSET ?"
    sql.run(connection, f"DELETE FROM scenario_run WHERE id IN ({old}) AND state NOT IN ({_OPEN})", (KEPT,))
    return sql.run(
        connection,
        "INSERT INTO scenario_run (place, scenario, name, prospect, state, execution, asked_at, asked_there, asked_by, sent, "
        '"before", looked_at, changed_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        (
            run.place,
            run.scenario,
            run.name,
            run.prospect,
            run.state,
            run.execution,
            run.asked_at,
            run.asked_there,
            run.asked_by,
            run.sent,
            run.before,
            run.looked_at,
            run.changed_at,
            run.detail,
        ),
    )


def note(connection: Connection, number: int, state: str, at: str, detail: str, execution: str | None) -> None:
    """Where it stands now; an execution that is known stays known."""
    sql.run(
        connection,
        "UPDATE scenario_run SET state = ?, changed_at = ?, looked_at = ?, detail = ?, execution = coalesce(?, execution) WHERE id = ?",
        (state, at, at, detail, execution, number),
    )


def note_look(connection: Connection, number: int, at: str) -> None:
    """It was looked up and nothing new came of it."""
    sql.run(connection, "UPDATE scenario_run SET looked_at = ? WHERE id = ?", (at, number))


def one(connection: Connection, number: int) -> RunRow | None:
    """A run by its number."""
    return sql.first_typed(connection, RunRow, f"SELECT {_COLUMNS} FROM scenario_run WHERE id = ?", (number,))


def open_runs(connection: Connection) -> list[RunRow]:
    """Those whose end is not known, the oldest first."""
    return sql.typed(connection, RunRow, f"SELECT {_COLUMNS} FROM scenario_run WHERE state IN ({_OPEN}) ORDER BY id")


def open_run(connection: Connection, place: str, scenario: int, prospect: RecordId | None) -> RunRow | None:
    """The run of a scenario for somebody, or who was merged into that one, that is still open; without a prospect one for nobody."""
    whose, values = _of(connection, prospect) if prospect is not None else ("prospect IS NULL", ())
    return sql.first_typed(
        connection,
        RunRow,
        f"SELECT {_COLUMNS} FROM scenario_run WHERE state IN ({_OPEN}) AND place = ? AND scenario = ? AND {whose} "
        "ORDER BY id DESC LIMIT 1",
        (place, scenario, *values),
    )


def _of(connection: Connection, prospect: RecordId) -> tuple[str, tuple[object, ...]]:
    """Whose runs: the condition and its values."""
    return "prospect IN (SELECT value FROM json_each(?))", (json.dumps(with_merged(connection, prospect)),)


def newest(connection: Connection, limit: int, scenario: int | None = None, prospect: RecordId | None = None) -> list[RunRow]:
    """The newest runs: all, or those of a scenario, or for somebody and who was merged into that one."""
    where, values = [], list[object]()
    if scenario is not None:
        where.append("scenario = ?")
        values.append(scenario)
    if prospect is not None:
        whose, of = _of(connection, prospect)
        where.append(whose)
        values += of
    condition = f"WHERE {' AND '.join(where)} " if where else ""
    return sql.typed(
        connection, RunRow, f"SELECT {_COLUMNS} FROM scenario_run {condition}ORDER BY id DESC LIMIT ?", (*values, limit)
    )


def executions_of(connection: Connection, place: str, scenario: int) -> Sequence[str]:
    """The executions that are known to be runs of ours."""
    return [
        str(each)
        for each in sql.scalars(
            connection,
            "SELECT execution FROM scenario_run WHERE place = ? AND scenario = ? AND execution IS NOT NULL",
            (place, scenario),
        )
    ]
