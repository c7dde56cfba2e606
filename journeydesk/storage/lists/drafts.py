"""Logs that were begun on this computer, one a prospect."""

from collections.abc import Mapping
from typing import Any

from journeydesk.domain.draft import Draft
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

_COLUMNS = "kind, text, outcome, duration, follow_up, happened, incoming"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A kept draft with the prospect that it is for, as stored."""

    prospect: RecordId
    company: str | None
    contact_name: str | None
    owner: str | None
    text: str | None
    outcome: str | None


def put_draft(connection: Connection, prospect: RecordId, draft: Draft, at: str) -> None:
    """Keeps a draft in the place of the prospect's earlier one; an empty one is forgotten. `at` is a stored moment."""
    if draft.empty:
        drop_draft(connection, prospect)
        return
    sql.run(
        connection,
        f"INSERT OR REPLACE INTO draft (prospect, at, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(prospect, at, draft.kind, draft.text, draft.outcome, draft.duration, draft.follow_up, draft.happened),
            int(draft.incoming),
        ),
    )


def drop_draft(connection: Connection, prospect: RecordId) -> None:
    """Forgets the prospect's draft."""
    sql.run(connection, "DELETE FROM draft WHERE prospect = ?", (prospect,))


def draft_of(connection: Connection, prospect: RecordId) -> Draft:
    """The prospect's draft, or an empty one."""
    row = sql.first(connection, f"SELECT {_COLUMNS} FROM draft WHERE prospect = ?", (prospect,))
    if row is None:
        return Draft()
    kind, text, outcome, duration, follow_up, happened, incoming = row
    return Draft(kind or "Call", text or "", outcome or "", duration, follow_up or "", happened or "", bool(incoming))


def draft_row(connection: Connection, prospect: RecordId) -> dict[str, Any] | None:
    """The prospect's draft as stored, by column; None where there is none."""
    row = sql.first(connection, f"SELECT at, {_COLUMNS} FROM draft WHERE prospect = ?", (prospect,))
    return None if row is None else dict(zip(f"at, {_COLUMNS}".split(", "), row, strict=True))


def put_row(connection: Connection, prospect: RecordId, row: Mapping[str, Any] | None) -> None:
    """Puts a stored draft in the place of the prospect's; None forgets that."""
    if row is None:
        drop_draft(connection, prospect)
        return
    marks = ", ".join("?" * (len(row) + 1))
    sql.run(
        connection, f"INSERT OR REPLACE INTO draft (prospect, {', '.join(row)}) VALUES ({marks})", (prospect, *row.values())
    )


def newest_drafts(connection: Connection, limit: int) -> list[DraftRow]:
    """The drafts of prospects that are there, the newest first."""
    return sql.typed(
        connection,
        DraftRow,
        "SELECT d.prospect, p.company, p.contact_name, p.owner, d.text, d.outcome FROM draft d "
        # CROSS keeps SQLite from walking every prospect for a table that is nearly empty.
        "CROSS JOIN prospects p ON p.lid = d.prospect AND p.deleted = 0 ORDER BY d.at DESC LIMIT ?",
        (limit,),
    )
