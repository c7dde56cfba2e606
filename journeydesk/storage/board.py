"""The board: columns with counts kept by triggers, cards by page, lanes by owner."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from journeydesk.domain.fold import Move, Standing
from journeydesk.domain.ids import RecordId


def column_totals(connection: Connection, journey: str, owner: str | None, min_score: int | None) -> dict[int, tuple[int, int]]:
    """Count and revenue (minor units) of each stage; straight from the kept counts where nothing is filtered."""
    if owner is None and min_score is None:
        rows = connection.exec_driver_sql("SELECT stage, count, revenue_minor FROM board_count WHERE journey = ?", (journey,))
    else:
        rows = connection.exec_driver_sql(
            "SELECT q.stage, count(*), coalesce(sum(p.estimated_revenue), 0) FROM position q JOIN prospects p ON p.lid = q.prospect "
            f"WHERE q.journey = ? AND q.shown {_filters(owner, min_score)} GROUP BY q.stage",
            (journey, *_values(owner, min_score)),
        )
    return {row[0]: (row[1], row[2]) for row in rows}


def over_limit(connection: Connection, journey: str, entered_before: Mapping[int, str], owner: str | None) -> dict[int, int]:
    """How many cards of each stage entered before the moment given for it."""
    counts = {}
    for stage, moment in entered_before.items():
        counts[stage] = connection.exec_driver_sql(
            "SELECT count(*) FROM position q JOIN prospects p ON p.lid = q.prospect "
            f"WHERE q.journey = ? AND q.stage = ? AND q.shown AND q.entered_at < ? {_filters(owner, None)}",
            (journey, stage, moment, *_values(owner, None)),
        ).scalar_one()
    return counts


def cards(
    connection: Connection, journey: str, stage: int, offset: int, limit: int, owner: str | None, min_score: int | None
) -> list[dict[str, object]]:
    """A page of a column's cards: nearest follow-up first, those without last."""
    rows = connection.exec_driver_sql(
        "SELECT p.lid, p.company, p.contact_name, p.estimated_revenue, p.score, q.entered_at, p.next_follow_up, p.owner, "
        "s.touched, (SELECT priority FROM alerts a WHERE a.prospect = p.lid AND a.status = 'Pending' AND NOT a.deleted "
        "ORDER BY a.priority = 'Urgent' DESC, a.priority = 'High' DESC LIMIT 1) AS alert "
        "FROM position q JOIN prospects p ON p.lid = q.prospect "
        "LEFT JOIN sync_record s ON s.table_slug = 'prospects' AND s.lid = p.lid "
        f"WHERE q.journey = ? AND q.stage = ? AND q.shown {_filters(owner, min_score)} "
        "ORDER BY p.next_follow_up IS NULL, p.next_follow_up, q.prospect LIMIT ? OFFSET ?",
        (journey, stage, *_values(owner, min_score), limit, offset),
    ).mappings()
    return [dict(row) for row in rows]


def lanes(connection: Connection, journey: str, today: str) -> list[tuple[str, int, int, int]]:
    """Each owner with count, revenue (minor units) and overdue follow-ups, most cards first."""
    rows = connection.exec_driver_sql(
        "SELECT coalesce(p.owner, ''), count(*), coalesce(sum(p.estimated_revenue), 0), sum(p.next_follow_up < ?) "
        "FROM position q JOIN prospects p ON p.lid = q.prospect WHERE q.journey = ? AND q.shown GROUP BY 1 ORDER BY 2 DESC",
        (today, journey),
    )
    return [(row[0], row[1], row[2], row[3] or 0) for row in rows]


def _filters(owner: str | None, min_score: int | None) -> str:
    return ("AND p.owner = ? " if owner is not None else "") + ("AND p.score >= ? " if min_score is not None else "")


def _values(owner: str | None, min_score: int | None) -> tuple[object, ...]:
    return (*((owner,) if owner is not None else ()), *((min_score,) if min_score is not None else ()))


def positions_of(connection: Connection, prospect: RecordId) -> dict[str, tuple[int, str]]:
    """A prospect's stage in each journey and since when."""
    rows = connection.exec_driver_sql("SELECT journey, stage, entered_at FROM position WHERE prospect = ?", (prospect,))
    return {row[0]: (row[1], row[2]) for row in rows}


def write_standings(
    connection: Connection, standings: Sequence[tuple[RecordId, Standing, Mapping[str, bool]]], engagement: str
) -> None:
    """Replaces positions and stage history of these prospects by what the fold gave. The mapping says per journey whether
    the prospect is on the board."""
    ids = json.dumps([record for record, _, _ in standings])
    positions = [
        (record, move.journey, move.to_stage, move.at, move.reason, int(shown.get(move.journey, True)))
        for record, standing, shown in standings
        for move in standing.positions.values()
    ]
    within = "IN (SELECT value FROM json_each(?))"
    connection.exec_driver_sql(f"DELETE FROM position WHERE prospect {within}", (ids,))
    if positions:
        connection.exec_driver_sql(
            "INSERT INTO position (prospect, journey, stage, entered_at, reason, shown) VALUES (?, ?, ?, ?, ?, ?)", positions
        )
    connection.exec_driver_sql(f"DELETE FROM stage_history WHERE prospect {within}", (ids,))
    moves = [_history(record, move) for record, standing, _ in standings for move in standing.moves]
    if moves:
        connection.exec_driver_sql(
            "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at, reason, actor, event_key) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            moves,
        )
    stages = [
        (standing.positions[engagement].to_stage if engagement in standing.positions else None, record)
        for record, standing, _ in standings
    ]
    connection.exec_driver_sql("UPDATE prospects SET engagement_stage = ? WHERE lid = ?", stages)


def _history(record: RecordId, move: Move) -> tuple[object, ...]:
    return record, move.journey, move.from_stage, move.to_stage, move.at, move.reason, move.actor, move.event
