"""Triage of alerts: each step keeps who and when."""

from datetime import datetime

from journeydesk.domain.alerts import next_status, status_at
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, moment_text
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import action
from journeydesk.services.context import Context
from journeydesk.storage import alert_inbox, records


def acknowledge(context: Context, alert: RecordId) -> None:
    """Pending → acknowledged."""
    _handle(context, alert, "Acknowledged")


def mark_actioned(context: Context, alert: RecordId) -> None:
    """Pending or acknowledged → actioned."""
    _handle(context, alert, "Actioned")


def _handle(context: Context, alert: RecordId, status: str) -> None:
    with action(context, f"{status} an alert") as doing:
        row = records.get(doing.connection, "alerts", alert)
        if row is None:
            raise UserError("The alert is no longer there.")
        now = status_at(str(row["status"]), str(row["expires_at"]) if row["expires_at"] else None, doing.author.at)
        values: dict[str, Stored] = {
            "status": next_status(now, status),
            "handled_by": context.actor,
            "handled_at": doing.author.at,
            "read_at": row["read_at"] or doing.author.at,
        }
        doing.changed(records.update(doing.connection, "alerts", alert, values, doing.author))
        alert_inbox.audit(doing.connection, alert, doing.author, status, f"by {context.actor}")


def snooze(context: Context, alert: RecordId, until: datetime) -> None:
    """Hides an alert until then; never beyond its expiry."""
    with action(context, "Snoozed an alert") as doing:
        row = records.get(doing.connection, "alerts", alert)
        if row is None or row["status"] != "Pending":
            raise UserError("Only a pending alert can be snoozed.")
        wanted = moment_text(until)
        end = min(wanted, str(row["expires_at"])) if row["expires_at"] else wanted
        doing.changed(records.update(doing.connection, "alerts", alert, {"snoozed_until": end}, doing.author))
        alert_inbox.audit(doing.connection, alert, doing.author, "Snoozed", f"until {end[:16].replace('T', ' ')} UTC")


def mark_read(context: Context, alert: RecordId) -> None:
    """Remembers that it was opened here; not an action to undo."""
    with context.database.write() as connection:
        connection.exec_driver_sql("UPDATE alerts SET read_at = ? WHERE lid = ? AND read_at IS NULL", (context.now(), alert))
    context.publish(Change(frozenset({"alerts"}), None))
