"""What became of an alert: who did what with it and when, here, by undo, and on other machines (docs/rules.md, "Alerts")."""

import json

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import noted, tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

FIRED = noted("Fired")
"""How an alert began."""


@dataclass(frozen=True, slots=True)
class AuditStep:
    """One step: what was done in a word, the rest, who did it and when (stored moment)."""

    action: str
    detail: str
    actor: str
    at: str


def trail(connection: Connection, alert: RecordId) -> list[AuditStep]:
    """An alert's history, newest first.

    Steps on this machine were written down as they were made. Those of undo and of other machines are read from the field
    history, where sync left them; who made them stands in the alert itself.
    """
    lines = [
        AuditStep(action, detail, actor, at)
        for at, actor, action, detail in sql.rows(
            connection, "SELECT at, actor, action, detail FROM alert_audit WHERE alert = ? ORDER BY id", (alert,)
        )
    ]
    handled = sql.rows(connection, "SELECT handled_by, handled_at, status FROM alerts WHERE lid = ?", (alert,))
    for field, new, at, actor, source in sql.rows(
        connection,
        "SELECT field, new, at, actor, source FROM field_history WHERE table_slug = 'alerts' AND lid = ? "
        "AND field IN ('status', 'note') AND source IN ('sync', 'undo') ORDER BY id",
        (alert,),
    ):
        line = _line(field, json.loads(new) if new else "", at, actor, source, handled[0] if handled else (None, None, None))
        if line is not None:
            lines.append(line)
    lines.sort(key=lambda line: line.at)
    return lines[::-1]


def _line(field: str, new: str, at: str, actor: str, source: str, handled: tuple[str | None, ...]) -> AuditStep | None:
    who, when, status = handled
    if source == "undo":
        return (
            AuditStep(noted("Undone:"), tr("{new} again", new=new.lower()), actor, at)
            if field == "status"
            else _noted(new, actor, at)
        )
    if field == "status":
        mine = new == status and who and when
        return AuditStep(
            new, tr("by {who}", who=who) if mine else tr("on another computer"), tr("by sync"), when if mine and when else at
        )
    return _noted(new, tr("{actor}, by sync", actor=actor), at)


def _noted(note: str, actor: str, at: str) -> AuditStep | None:
    if note.startswith("snoozed until "):
        return AuditStep(noted("Snoozed"), note.removeprefix("snoozed ").partition(", since ")[0], actor, at)
    return AuditStep(noted("Noted"), note, actor, at) if note and not note.startswith("cleared") else None
