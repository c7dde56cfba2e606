"""What comes next with a prospect, and who was spoken to without it being said (docs/interface.md, "Next-step gate")."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_open
from journeydesk.storage.schema.layout import LIVING
from journeydesk.storage.sync.pending import touched


@dataclass(frozen=True, slots=True)
class LastInteraction:
    """The newest touchpoint as stored."""

    id: RecordId
    next_steps: str | None
    date: str | None
    owner: str | None


@dataclass(frozen=True, slots=True)
class NextTask:
    """The open task that is due first; `due` is a stored moment."""

    id: RecordId
    title: str | None
    kind: str | None
    due: str | None


@dataclass(frozen=True, slots=True)
class WithoutStepRow:
    """A prospect that somebody spoke to, and with what outcome."""

    id: RecordId
    company: str | None
    contact_name: str | None
    owner: str | None
    last_touch_outcome: str | None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A prospect whose follow-up is due on a day (ISO date); `touched` is 1 where something of it waits to be sent, else None."""

    id: RecordId
    company: str | None
    contact_name: str | None
    owner: str | None
    next_follow_up: str
    last_touch_type: str | None
    last_touch_outcome: str | None
    touched: int | None


FollowUp = tuple[RecordId, str]
"""A prospect, and the day (ISO date) on which its follow-up is due."""

_LAST = "SELECT {0} FROM interactions WHERE prospect = p.lid AND deleted = 0 ORDER BY date DESC, lid DESC LIMIT 1"


def last_interaction(connection: Connection, prospect: RecordId) -> LastInteraction | None:
    """The newest touchpoint: None where there never was one."""
    return sql.first_typed(
        connection,
        LastInteraction,
        "SELECT lid, next_steps, date, owner FROM interactions WHERE prospect = ? AND deleted = 0 ORDER BY date DESC, lid DESC LIMIT 1",
        (prospect,),
    )


def next_task(connection: Connection, prospect: RecordId) -> NextTask | None:
    """The open task that is due first; one without a date comes last."""
    return sql.first_typed(
        connection,
        NextTask,
        "SELECT lid, title, kind, due FROM tasks WHERE prospect = ? AND deleted = 0 AND done_at IS NULL "
        "ORDER BY due IS NULL, due, lid LIMIT 1",
        (prospect,),
    )


def without_step(
    connection: Connection, owner: str | None, touched_since: str, today: str, now: str, no_step: str, limit: int
) -> list[WithoutStepRow]:
    """Open prospects that somebody spoke to since then, with nothing to come and without a reason (`no_step` begins it); of one
    owner or of all."""
    index, mine, whose = _of(owner, "ix_prospects_touched", "ix_list_last_touch_at")
    return sql.typed(
        connection,
        WithoutStepRow,
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.last_touch_outcome FROM prospects p "
        f"INDEXED BY {index} WHERE p.{LIVING} AND {mine} AND p.last_touch_at >= ? AND {is_open('p')} "
        "AND (p.next_follow_up IS NULL OR p.next_follow_up < ?) "
        "AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.prospect = p.lid AND t.deleted = 0 AND t.done_at IS NULL AND t.due >= ?) "
        f"AND coalesce(({_LAST.format('next_steps')}), '') NOT LIKE '%' || ? || '%' "
        "ORDER BY p.last_touch_at DESC LIMIT ?",
        (*whose, touched_since, today, now, no_step, limit),
    )


def follow_ups(connection: Connection, owner: str | None, first: str, last: str, limit: int) -> list[FollowUp]:
    """Open prospects whose follow-up is due between two days, both included, the oldest first; of one owner or of all. They are told from
    indexes alone: one owner's has the states in which a prospect is open, everybody's are looked up by id."""
    index, mine, whose = _of(owner, "ix_prospects_follow_ups", "ix_list_next_follow_up")
    stands = f"CROSS JOIN prospects s INDEXED BY ix_prospects_standing ON s.lid = p.lid AND s.{LIVING}" if owner is None else ""
    rows = sql.rows(
        connection,
        f"SELECT p.lid, p.next_follow_up FROM prospects p INDEXED BY {index} {stands} "
        f"WHERE p.{LIVING} AND {mine} AND p.next_follow_up BETWEEN ? AND ? AND {is_open('s' if stands else 'p')} "
        "ORDER BY p.next_follow_up, p.lid LIMIT ?",
        (*whose, first, last, limit),
    )
    return [(RecordId(record), day) for record, day in rows]


def follow_up_rows(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, FollowUpRow]:
    """What is shown of these prospects' follow-ups."""
    rows = sql.typed(
        connection,
        FollowUpRow,
        "SELECT p.lid, p.company, p.contact_name, p.owner, p.next_follow_up, p.last_touch_type, p.last_touch_outcome, "
        f"{touched('prospects', 'p')} FROM prospects p WHERE p.lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(prospects)),),
    )
    return {row.id: row for row in rows}


def _of(owner: str | None, theirs: str, everybodys: str) -> tuple[str, str, tuple[str, ...]]:
    """The index to walk, the condition, and its value."""
    return (everybodys, "1", ()) if owner is None else (theirs, "p.owner = ?", (owner,))
