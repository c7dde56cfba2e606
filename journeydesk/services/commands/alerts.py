"""Triage of alerts, one or many in one step: each keeps who and when, and each can be undone."""

from collections.abc import Callable, Sequence
from datetime import datetime

from journeydesk.domain.alerts.alert import CLEARED, next_status, status_at
from journeydesk.domain.alerts.snooze import is_snooze, note_until, note_until_event, parse_event
from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.domain.values import Stored
from journeydesk.domain.words import figure, noted, tr
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.display import moment_words
from journeydesk.storage.alerts import attention as alert_attention
from journeydesk.storage.alerts import inbox as alert_inbox
from journeydesk.storage.alerts.triage import TriageRow, alerts_to_handle

Alerts = RecordId | Sequence[RecordId]
"""One alert, or several that are handled as one step."""

Step = tuple[dict[str, Stored], str, str]
"""What is written, and the word and the rest of its line in the history."""

_MOST_NOTE = 2000


def acknowledge(context: Context, alerts: Alerts) -> int:
    """Pending → acknowledged; returns how many. Those that are further on are left as they are; raises UserError where all are."""
    return _handle(context, alerts, "Acknowledged", "")


def mark_actioned(context: Context, alerts: Alerts, note: str = "") -> int:
    """Pending or acknowledged → actioned, with a note if there is one; returns how many.

    One whose cause went with the deed itself may still be marked as done. Raises ValueRefused for a note that is too long.
    """
    if len(note) > _MOST_NOTE:
        raise ValueRefused(
            "Note",
            tr(
                "Note: {count} characters are too many; at most {most_note} fit.",
                count=figure(len(note)),
                most_note=figure(_MOST_NOTE),
            ),
        )
    return _handle(context, alerts, "Actioned", note.strip())


def _handle(context: Context, alerts: Alerts, status: str, note: str) -> int:
    now = context.now()

    def step(row: TriageRow) -> Step:
        cleared = row.status == "Expired" and (row.note or "").startswith(CLEARED)
        values: dict[str, Stored] = {
            "status": next_status("Pending" if cleared else _status(row, now), status),
            "handled_by": context.actor,
            "handled_at": now,
            "read_at": row.read_at or now,
        }
        if note or cleared or is_snooze(row.note):
            values["note"] = note or None
        return values, status, noted("by {actor}", actor=context.actor) + (f": {note}" if note else "")

    return _each(context, alerts, tr("Acknowledged") if status == "Acknowledged" else tr("Marked as actioned:"), step)


def snooze(context: Context, alerts: Alerts, until: datetime) -> int:
    """Hides alerts until then, each at most until it expires; returns how many. Raises ValueRefused for a moment that is over."""
    end, now = moment_text(until), context.now()
    if end <= now:
        raise ValueRefused("Snooze", tr("Snooze: that moment is over. Choose one that is still to come."))

    def step(row: TriageRow) -> Step:
        wake_at = min(end, row.expires_at) if row.expires_at else end
        words = moment_words(context, wake_at)
        return _sleep(row, note_until(wake_at, now), now), noted("Snoozed"), noted("until {local}", local=words)

    return _each(context, alerts, tr("Snoozed"), step)


def snooze_until(context: Context, alerts: Alerts, event: str) -> int:
    """Hides alerts until their prospect pays, replies or changes stage; at its expiry it is over in any case.

    Raises ValueRefused for another event, and UserError for an alert of the whole team.
    """
    awaited, now = parse_event(event), context.now()

    def step(row: TriageRow) -> Step:
        if row.prospect is None:
            raise UserError(tr("An alert of the whole team waits for no prospect. Snooze it until a time."))
        return _sleep(row, note_until_event(awaited, now), now), noted("Snoozed"), noted("until it {awaited}", awaited=awaited)

    return _each(context, alerts, tr("Snoozed"), step)


def wake(context: Context, alerts: Alerts) -> int:
    """Ends a snooze before its time; returns how many."""

    def step(row: TriageRow) -> Step:
        if row.status != "Pending" or not is_snooze(row.note):
            raise UserError(tr("This alert is not snoozed."))
        return {"note": None}, tr("Woken"), tr("by {actor}", actor=context.actor)

    return _each(context, alerts, "Woke", step)


def _status(row: TriageRow, now: str) -> str:
    return status_at(row.status, row.expires_at or None, now)


def _sleep(row: TriageRow, note: str, now: str) -> dict[str, Stored]:
    if _status(row, now) != "Pending":
        raise UserError(tr("Only a pending alert can be snoozed."))
    return {"note": note}


def _each(context: Context, alerts: Alerts, verb: str, step: Callable[[TriageRow], Step]) -> int:
    """Takes a step with each alert in one action; those that refuse it are left out, unless all do."""
    ids = [alerts] if isinstance(alerts, int) else list(alerts)
    edits: dict[RecordId, dict[str, Stored]] = {}
    audit: list[tuple[RecordId, str, str]] = []
    refused: UserError = UserError(tr("The alert is no longer there."))
    with start_action(context, "") as action:
        rows = alerts_to_handle(action.connection, ids)
        for row in rows:
            try:
                values, event, words = step(row)
            except UserError as error:
                refused = error
                continue
            edits[row.id] = values
            audit.append((row.id, event, words))
        if not edits:
            raise refused
        action.update_many("alerts", edits)
        alert_inbox.audit_many(action.connection, audit, action.author)
        rule = next(row.rule or "" for row in rows if row.id in edits)
        action.label = (
            tr("{verb} an alert of “{rule}”", verb=verb, rule=rule)
            if len(edits) == 1
            else tr("{verb} {count} alerts", verb=verb, count=figure(len(edits)))
        )
    return len(edits)


def mark_read(context: Context, alert: RecordId) -> None:
    """Remembers that it was opened here; not an action to undo."""
    with context.database.write() as connection:
        alert_attention.mark_read(connection, alert, context.now())
    context.publish(Change(frozenset({"alerts"}), None))
