"""What happened by itself: each run once for its cause, with the changes that it made."""

import json
from collections.abc import Sequence
from dataclasses import replace

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import FieldChange, get
from journeydesk.storage.records.statuses import is_open

_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of an automation for a prospect and a cause. `at` and `undone_at` are stored moments; the latter is None, too, where
    what it made is there again."""

    id: int
    at: str
    rule: str
    prospect: RecordId
    company: str
    cause: str
    words: str
    changes: tuple[FieldChange, ...]
    undone_at: str | None


def ran(connection: Connection, prospects: Sequence[RecordId]) -> frozenset[tuple[int, str, str]]:
    """What has run for these prospects on this machine, taken back or not, as (prospect, rule, cause)."""
    rows = sql.rows(
        connection,
        f"SELECT prospect, rule, cause FROM automation_run WHERE prospect {_AMONG}",
        (json.dumps(list(prospects)),),
    )
    return frozenset((row[0], row[1], row[2]) for row in rows)


def add_run(
    connection: Connection, rule: str, prospect: RecordId, cause: str, words: str, changes: Sequence[FieldChange], at: str
) -> None:
    """Logs a run; one that changed nothing, for another machine had done it, is remembered all the same."""
    stored = json.dumps([[c.table, c.record, c.field, c.old, c.new] for c in changes], ensure_ascii=False)
    sql.run(
        connection,
        "INSERT INTO automation_run (at, rule, prospect, cause, words, changes) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (at, rule, prospect, cause, words, stored),
    )


_SELECT = (
    "SELECT r.id, r.at, r.rule, r.prospect, coalesce(p.company, p.contact_name, p.key, '') AS company, r.cause, r.words, "
    "r.changes, r.undone_at FROM automation_run r LEFT JOIN prospects p ON p.lid = r.prospect"
)


def newest(connection: Connection, limit: int) -> list[Run]:
    """The last runs that changed something, newest first."""
    rows = sql.dicts(connection, f"{_SELECT} WHERE r.changes <> '[]' ORDER BY r.at DESC, r.id DESC LIMIT ?", (limit,))
    return [_as_it_stands(connection, _run(row)) for row in rows]


def last_of_each(connection: Connection) -> list[Run]:
    """The last run of every automation that changed something."""
    latest = "SELECT rule, max(at) FROM automation_run WHERE changes <> '[]' AND undone_at IS NULL GROUP BY rule"
    rows = sql.dicts(connection, f"{_SELECT} WHERE (r.rule, r.at) IN ({latest}) AND r.changes <> '[]' ORDER BY r.id")
    return [_run(row) for row in rows]


def task_titles(connection: Connection, tasks: Sequence[RecordId]) -> dict[RecordId, str]:
    """The titles of these tasks, deleted ones too."""
    rows = sql.rows(connection, f"SELECT lid, coalesce(title, '') FROM tasks WHERE lid {_AMONG}", (json.dumps(list(tasks)),))
    return {RecordId(row[0]): row[1] for row in rows}


def one_run(connection: Connection, run_id: int) -> Run | None:
    """The run with this number."""
    rows = sql.dicts(connection, f"{_SELECT} WHERE r.id = ?", (run_id,))
    return _as_it_stands(connection, _run(rows[0])) if rows else None


def _as_it_stands(connection: Connection, run: Run) -> Run:
    """A run whose taking back was itself undone is as it was before: what it made is there again."""
    if run.undone_at is None:
        return run
    tasks = [change.record for change in run.changes if change.table == "tasks"]
    if tasks:
        there = bool(
            sql.rows(connection, f"SELECT 1 FROM tasks WHERE deleted = 0 AND lid {_AMONG} LIMIT 1", (json.dumps(tasks),))
        )
    else:
        there = all(
            (get(connection, written.table, written.record) or {}).get(written.field) == written.new for written in run.changes
        )
    return replace(run, undone_at=None) if there else run


def set_undone(connection: Connection, run_id: int, at: str) -> None:
    """The run was taken back; it does not run again for its cause."""
    sql.run(connection, "UPDATE automation_run SET undone_at = ? WHERE id = ?", (at, run_id))


def _run(row: dict[str, object]) -> Run:
    changes = tuple(FieldChange(table, RecordId(record), *rest) for table, record, *rest in json.loads(str(row["changes"])))
    return Run(
        id=int(str(row["id"])),
        at=str(row["at"]),
        rule=str(row["rule"]),
        prospect=RecordId(int(str(row["prospect"]))),
        company=str(row["company"]),
        cause=str(row["cause"]),
        words=str(row["words"]),
        changes=changes,
        undone_at=None if row["undone_at"] is None else str(row["undone_at"]),
    )


def open_by_owner(connection: Connection) -> dict[str, int]:
    """How many open prospects each rep has."""
    return dict(
        sql.rows(
            connection,
            f"SELECT owner, count(*) FROM prospects WHERE deleted = 0 AND owner > '' AND {is_open()} GROUP BY owner",
        )
    )


def accepted_here(connection: Connection, prospects: Sequence[RecordId]) -> dict[int, str]:
    """When the status of these was first set to Accepted, as far as this machine saw it."""
    if not prospects:
        return {}
    return dict(
        sql.rows(
            connection,
            "SELECT lid, min(at) FROM field_history WHERE table_slug = 'prospects' AND field = 'status' AND new = '\"Accepted\"' "
            f"AND lid {_AMONG} GROUP BY lid",
            (json.dumps(list(prospects)),),
        )
    )


def stirred_since(connection: Connection, since: str) -> list[RecordId]:
    """The living prospects to which anything has happened since then: nothing can have come of the others."""
    rows = sql.rows(
        connection,
        "SELECT lid FROM prospects WHERE deleted = 0 AND (applied_on >= ?1 "
        "OR lid IN (SELECT prospect FROM events WHERE occurred_at >= ?1) "
        "OR lid IN (SELECT prospect FROM interactions WHERE date >= ?1) "
        "OR lid IN (SELECT prospect FROM usage WHERE date >= substr(?1, 1, 10))) ORDER BY lid",
        (since,),
    )
    return [RecordId(row[0]) for row in rows]
