"""What this computer alone keeps of a prospect (a log that was begun, messages, proposals, mails, tracked links, a place in a call
session) follows a merge and comes back when it is taken apart or undone (docs/storage.md, "Merges")."""

import json
from collections.abc import Iterable
from typing import Any

from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.lists import call_sessions
from journeydesk.storage.lists.drafts import draft_row, put_row

_TABLES = ("message", "mail_item", "mail_received", "agent_draft", "tracked_link")


def follow_merges(connection: Connection, prospects: Iterable[RecordId]) -> None:
    """Of those among `prospects` that were merged: brings their rows to the one that stayed, or back to those that live again."""
    entries = sql.rows(
        connection,
        "SELECT m.id, m.survivor, m.loser, coalesce(m.local_rows, '{}'), "
        "EXISTS (SELECT 1 FROM prospects WHERE lid = m.loser AND deleted = 0) FROM json_each(?) l "
        "JOIN merge_entry m ON m.loser = l.value WHERE m.id = (SELECT max(id) FROM merge_entry WHERE loser = m.loser)",
        (json.dumps(list(prospects)),),
    )
    for entry, survivor, loser, kept, apart in entries:
        moved: dict[str, Any] = json.loads(kept)
        if apart:
            _bring_back(connection, RecordId(survivor), RecordId(loser), moved)
        else:
            _bring_over(connection, RecordId(survivor), RecordId(loser), moved)
        text = json.dumps({} if apart else moved, ensure_ascii=False)
        sql.run(connection, "UPDATE merge_entry SET local_rows = ? WHERE id = ?", (text, entry))


def _bring_over(connection: Connection, survivor: RecordId, loser: RecordId, moved: dict[str, Any]) -> None:
    for table in _TABLES:
        rows = sql.scalars(connection, f"SELECT rowid FROM {table} WHERE prospect = ? ORDER BY rowid", (loser,))
        moved[table] = [*moved.get(table, ()), *rows]
        _give(connection, table, rows, loser, survivor)
    places = call_sessions.hand_over(connection, loser, survivor)
    moved["sessions"] = [*moved.get("sessions", ()), *places]
    theirs, own = draft_row(connection, loser), draft_row(connection, survivor)
    if theirs is None:
        return
    both = dict(theirs)
    if own is not None:
        both = {**theirs, **{name: value for name, value in own.items() if value not in (None, "")}}
        both["text"] = "\n".join(dict.fromkeys(text for text in (own["text"], theirs["text"]) if text))
    moved["draft"] = {"theirs": theirs, "own": own, "both": both}
    put_row(connection, loser, None)
    put_row(connection, survivor, both)


def _bring_back(connection: Connection, survivor: RecordId, loser: RecordId, moved: dict[str, Any]) -> None:
    for table in _TABLES:
        _give(connection, table, moved.get(table, ()), survivor, loser)
    call_sessions.hand_back(connection, survivor, loser, moved.get("sessions", ()))
    draft = moved.get("draft")
    if draft is None:
        return
    # What was typed on since stays where it was typed; what was sent off since is not begun again.
    now = draft_row(connection, survivor)
    if now == draft["both"]:
        put_row(connection, survivor, draft["own"])
    if now is not None:
        put_row(connection, loser, draft["theirs"])


def _give(connection: Connection, table: str, rows: Iterable[int], before: RecordId, after: RecordId) -> None:
    sql.run(
        connection,
        f"UPDATE {table} SET prospect = ? WHERE prospect = ? AND rowid IN (SELECT value FROM json_each(?))",
        (after, before, json.dumps(list(rows))),
    )
