"""Positions and stage history beside what the fold gives: what of them is to be written, read by whoever reads, and the writing of it."""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.journeys.fold import Move, Standing
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists.courses import courses
from journeydesk.storage.lists.ordering import leave_for_later

Row = Sequence[str | int | None]


@dataclass(frozen=True, slots=True)
class MovesToWrite:
    """What differs from what the fold gave: `left` positions as (prospect, journey), `taken` ones as (prospect, journey, stage,
    entered at, reason, shown); the prospects whose history is `outdated`, and the `history` to add: whole for those and for the
    `first`, who have none yet, else the moves that came since."""

    left: Sequence[Row] = ()
    taken: Sequence[Row] = ()
    outdated: Sequence[int] = ()
    history: Sequence[Row] = ()
    first: Sequence[int] = ()

    @property
    def are_any(self) -> bool:
        """Whether anything differs."""
        return bool(self.left or self.taken or self.outdated or self.history)


def moves_to_write(connection: Connection, standings: Sequence[tuple[RecordId, Standing, Mapping[str, bool]]]) -> MovesToWrite:
    """What there is to write of these prospects. The mapping says per journey whether the prospect is on the board."""
    target: dict[tuple[int, str], Row] = {
        (record, move.journey): (move.to_stage, move.at, move.reason, int(shown.get(move.journey, True)))
        for record, standing, shown in standings
        for move in standing.positions.values()
    }
    ids = json.dumps([record for record, _, _ in standings])
    stored = {
        (row[0], row[1]): tuple(row[2:])
        for row in sql.rows(
            connection,
            "SELECT prospect, journey, stage, entered_at, reason, shown FROM position "
            "WHERE prospect IN (SELECT value FROM json_each(?))",
            (ids,),
        )
    }
    return MovesToWrite(
        [place for place in stored if place not in target],
        [(*place, *values) for place, values in target.items() if stored.get(place) != values],
        *_history_to_write(connection, standings, ids),
    )


def _history_to_write(
    connection: Connection, standings: Sequence[tuple[RecordId, Standing, Mapping[str, bool]]], ids: str
) -> tuple[list[int], list[Row], list[int]]:
    stored: dict[int, list[Row]] = {}
    for row in sql.rows(
        connection,
        "SELECT prospect, journey, from_stage, to_stage, at, reason, actor, event_key, began, hours FROM stage_history "
        "WHERE prospect IN (SELECT value FROM json_each(?)) ORDER BY id",
        (ids,),
    ):
        stored.setdefault(row[0], []).append(tuple(row))
    outdated: list[int] = []
    history: list[Row] = []
    first: list[int] = []
    for record, standing, _ in standings:
        there = stored.get(record, [])
        if len(there) == len(standing.moves) and all(
            line[:_MOVE] == _line(record, move) for line, move in zip(there, standing.moves, strict=True)
        ):
            continue
        lines = [(*_line(record, move), began, hours) for move, began, hours in courses(standing.moves)]
        if not there:
            first.append(record)
        elif lines[: len(there)] != there:
            outdated.append(record)
            there = []
        history += lines[len(there) :]
    return outdated, history, first


_MOVE = 8
"""How many columns of a line of the history say the move itself."""


def _line(record: RecordId, move: Move) -> tuple[int, str, int, int, str, str, str, str]:
    return record, move.journey, move.from_stage, move.to_stage, move.at, move.reason, move.actor, move.event


def stage_of(standing: Standing, journey: str) -> tuple[int | None, str | None]:
    """The stage in a journey, and since when."""
    move = standing.positions.get(journey)
    return (None, None) if move is None else (move.to_stage, move.at)


_PUT = (
    "INSERT INTO position (prospect, journey, stage, entered_at, reason, shown, living, owner, place) "
    "SELECT lid, ?2, ?3, ?4, ?5, ?6, deleted = 0, owner, coalesce(urgency, 9) || coalesce(next_follow_up, '9') "
    "FROM prospects WHERE lid = ?1 "
    "ON CONFLICT (prospect, journey) DO UPDATE SET stage = excluded.stage, entered_at = excluded.entered_at, "
    "reason = excluded.reason, shown = excluded.shown"
)


def write_moves(connection: Connection, moves: MovesToWrite, later: bool = False) -> None:
    """Writes what `moves_to_write` found, if nobody wrote since. `later` leaves those whose first moves these are to `put_in_order`."""
    if later:
        leave_for_later(connection, {RecordId(prospect) for prospect in moves.first})
    if moves.left:
        sql.run_many(connection, "DELETE FROM position WHERE prospect = ? AND journey = ?", moves.left)
    if moves.taken:
        sql.run_many(connection, _PUT, moves.taken)
    if moves.outdated:
        sql.run_many(connection, "DELETE FROM stage_history WHERE prospect = ?", [(prospect,) for prospect in moves.outdated])
    if moves.history:
        sql.insert_rows(
            connection,
            "stage_history (prospect, journey, from_stage, to_stage, at, reason, actor, event_key, began, hours)",
            moves.history,
        )
