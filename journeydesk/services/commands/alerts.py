"""Triage of alerts: each step keeps who and when."""

import json
from datetime import datetime

from journeydesk.domain.alerts import CLEARED, next_status, status_at
from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.names import RULE_NAMES
from journeydesk.domain.snooze import parse_event
from journeydesk.domain.values import Stored, moment_text
from journeydesk.services.changes import Change
from journeydesk.services.commands.base import Action, action
from journeydesk.services.context import Context
from journeydesk.services.evaluation import evaluate_within
from journeydesk.storage import alert_inbox, records
from journeydesk.storage.rule_facts import mute_key


def acknowledge(context: Context, alert: RecordId) -> None:
    """Pending → acknowledged."""
    _handle(context, alert, "Acknowledged")


def mark_actioned(context: Context, alert: RecordId) -> None:
    """Pending or acknowledged → actioned. One whose cause went with the deed itself may still be marked as done."""
    _handle(context, alert, "Actioned")


def _handle(context: Context, alert: RecordId, status: str) -> None:
    with action(context, f"{status} an alert") as doing:
        row = records.get(doing.connection, "alerts", alert)
        if row is None:
            raise UserError("The alert is no longer there.")
        cleared = row["status"] == "Expired" and str(row["note"] or "").startswith(CLEARED)
        now = status_at(str(row["status"]), str(row["expires_at"]) if row["expires_at"] else None, doing.author.at)
        values: dict[str, Stored] = {
            "status": next_status("Pending" if cleared else now, status),
            "handled_by": context.actor,
            "handled_at": doing.author.at,
            "read_at": row["read_at"] or doing.author.at,
        }
        if cleared:
            values["note"] = None
        doing.changed(records.update(doing.connection, "alerts", alert, values, doing.author))
        alert_inbox.audit(doing.connection, alert, doing.author, status, f"by {context.actor}")


def snooze(context: Context, alert: RecordId, until: datetime) -> None:
    """Hides an alert until then; never beyond its expiry."""
    with action(context, "Snoozed an alert") as doing:
        row = _pending(doing, alert)
        wanted = moment_text(until)
        end = min(wanted, str(row["expires_at"])) if row["expires_at"] else wanted
        values: records.Row = {"snoozed_until": end, "snoozed_for": None, "snoozed_at": doing.author.at}
        doing.changed(records.update(doing.connection, "alerts", alert, values, doing.author))
        alert_inbox.audit(doing.connection, alert, doing.author, "Snoozed", f"until {end[:16].replace('T', ' ')} UTC")


def snooze_until(context: Context, alert: RecordId, event: str) -> None:
    """Hides an alert until its prospect pays, replies or changes stage; at its expiry it is over in any case.

    Raises ValueRefused for another event, and UserError for an alert of the whole team.
    """
    wanted = parse_event(event)
    with action(context, "Snoozed an alert") as doing:
        row = _pending(doing, alert)
        if row["prospect"] is None:
            raise UserError("An alert of the whole team waits for no prospect. Snooze it until a time.")
        end = row["expires_at"] or "9999-12-31T00:00:00.000Z"
        values: records.Row = {"snoozed_until": end, "snoozed_for": wanted, "snoozed_at": doing.author.at}
        doing.changed(records.update(doing.connection, "alerts", alert, values, doing.author))
        alert_inbox.audit(doing.connection, alert, doing.author, "Snoozed", f"until it {wanted}")


def _pending(doing: Action, alert: RecordId) -> records.Row:
    row = records.get(doing.connection, "alerts", alert)
    if row is None or row["status"] != "Pending":
        raise UserError("Only a pending alert can be snoozed.")
    return row


def mute(context: Context, prospect: RecordId, rule: str, muted: bool = True) -> None:
    """Mutes a rule for one prospect, for the whole team, or lets it speak again; what it raised is cleared or comes back.

    Raises UserError for a rule that is not there.
    """
    if rule not in RULE_NAMES:
        raise UserError(f"There is no alert rule “{rule}”.")
    with action(context, "") as doing:
        row = records.get(doing.connection, "prospects", prospect)
        if row is None or row["deleted"]:
            raise UserError("The prospect is no longer there; it was deleted. Undo brings it back.")
        name = str(row["company"] or row["contact_name"] or row["key"])
        doing.label = f"{'Muted' if muted else 'Unmuted'} “{rule}” for {name}"
        _write_mute(doing, str(row["key"]), rule, muted, context.actor)
        doing.prospects.add(prospect)
        doing.kinds.add("alerts")
        evaluate_within(context, doing.connection, [prospect])


def _write_mute(doing: Action, prospect_key: str, rule: str, muted: bool, actor: str) -> None:
    key = mute_key(prospect_key)
    record = records.find_by_key(doing.connection, "settings", key)
    row = records.get(doing.connection, "settings", record) if record is not None else None
    rules = set(json.loads(str(row["value"] or "[]"))) if row else set()
    rules = rules | {rule} if muted else rules - {rule}
    values: records.Row = {"value": json.dumps(sorted(rules), ensure_ascii=False), "changed_by": actor}
    if record is None:
        doing.made("settings", records.insert(doing.connection, "settings", values | {"key": key}, doing.author))
    else:
        doing.changed(records.update(doing.connection, "settings", record, values, doing.author))


def mark_read(context: Context, alert: RecordId) -> None:
    """Remembers that it was opened here; not an action to undo."""
    with context.database.write() as connection:
        connection.exec_driver_sql("UPDATE alerts SET read_at = ? WHERE lid = ? AND read_at IS NULL", (context.now(), alert))
    context.publish(Change(frozenset({"alerts"}), None))
