"""The commands `alerts`, `score` and `unmatched`."""

import argparse
from typing import Any

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.alerts.snooze import EVENTS
from journeydesk.domain.words import tr
from journeydesk.services.calls.due_words import understand_due
from journeydesk.services.commands import alerts as triage
from journeydesk.services.commands.events import assign_unmatched, drop_unmatched_event
from journeydesk.services.commands.prospects import find_prospect
from journeydesk.services.commands.scores import hand_back, set_score
from journeydesk.services.evaluation.evaluate import evaluate_due
from journeydesk.services.queries.alerts import alerts, find_alert, snoozed_alerts
from journeydesk.services.queries.events import unmatched_events
from journeydesk.services.queries.scores import score_standing
from journeydesk.services.rows.alerts import AlertRow


def show(arguments: argparse.Namespace) -> int:
    """The alerts of one status, urgent ones first; what passing time raised or ended is settled before."""
    with workspace() as (context, _):
        evaluate_due(context)
        status, rule, owner = arguments.status.capitalize(), arguments.rule, arguments.owner
        rows = snoozed_alerts(context, rule, None, owner) if status == "Snoozed" else alerts(context, status, rule, None, owner)
        zone = context.settings.time_zone
    words = [
        f"{alert.priority:<6}  {alert.raised_at.astimezone(zone):%Y-%m-%d %H:%M}  {alert.key[:12]}  "
        f"{alert.company}: {alert.reason} ({alert.rule})"
        for alert in rows
    ]
    say(
        arguments,
        "\n".join(words) or tr("No alert is {status}.", status=arguments.status.lower()),
        [_alert(alert) for alert in rows],
    )
    return DONE


def _alert(alert: AlertRow) -> dict[str, Any]:
    return {
        "key": alert.key,
        "rule": alert.rule,
        "priority": alert.priority,
        "status": alert.status,
        "company": alert.company,
        "reason": alert.reason,
        "owner": alert.owner,
        "raised_at": alert.raised_at.isoformat(),
        "expires_at": alert.expires_at.isoformat() if alert.expires_at else None,
        "snoozed_until": alert.snoozed_until.isoformat() if alert.snoozed_until else None,
        "snoozed_for": alert.snoozed_for or None,
    }


def handle(arguments: argparse.Namespace) -> int:
    """Acknowledges alerts, marks them as done, hides them for a while, or wakes them."""
    with workspace() as (context, _):
        chosen = [find_alert(context, key) for key in arguments.keys]
        if arguments.step == "acknowledge":
            count = triage.acknowledge(context, chosen)
        elif arguments.step == "done":
            count = triage.mark_actioned(context, chosen, arguments.note)
        elif arguments.step == "wake":
            count = triage.wake(context, chosen)
        elif arguments.until.strip().casefold() in EVENTS:
            count = triage.snooze_until(context, chosen, arguments.until)
        else:
            settings = context.settings
            due = understand_due(context, arguments.until, tr("Snooze"))
            count = triage.snooze(context, chosen, due.instant(settings.calendar.hour, settings.time_zone))
    verb = {"acknowledge": "acknowledged", "done": "done", "snooze": "snoozed", "wake": "awake"}[arguments.step]
    say(arguments, tr("{count} {verb}. Undo takes it back.", count=count, verb=verb), {"step": arguments.step, "count": count})
    return DONE


def score(arguments: argparse.Namespace) -> int:
    """A prospect's score with its reasons; sets it by hand or hands it back first where asked."""
    with workspace() as (context, _):
        prospect = find_prospect(context, arguments.prospect)
        if arguments.set is not None:
            set_score(context, prospect, arguments.set)
        elif arguments.hand_back:
            hand_back(context, [prospect])
        standing = score_standing(context, prospect)
    by_rules = standing.by_rules
    facts = {
        "prospect": arguments.prospect,
        "score": standing.score,
        "by_hand": standing.by_hand,
        "by_rules": by_rules.total,
        "reasons": [{"part": r.label, "points": r.points, "of": r.possible, "why": r.text} for r in by_rules.reasons],
    }
    lines = [
        tr(
            "{points} of {possible} {label}: {words}",
            points=f"{r.points:>3}",
            possible=f"{r.possible:<3}",
            label=r.label,
            words=r.text,
        )
        for r in by_rules.reasons
    ]
    hand = tr(" (set by hand; the rules give {total})", total=by_rules.total) if standing.by_hand else ""
    say(arguments, "\n".join([f"{arguments.prospect}: {standing.score}{hand}", *lines]), facts)
    return DONE


def unmatched(arguments: argparse.Namespace) -> int:
    """The events of customers that nobody knows yet."""
    with workspace() as (context, _):
        events = unmatched_events(context)
    facts = [
        {
            "id": event.id,
            "customer_id": event.customer,
            "event": event.kind,
            "timestamp": event.occurred_at,
            "arrived_at": event.arrived_at,
        }
        for event in events
    ]
    words = [f"{event.occurred_at[:16]}  {event.kind}  {event.customer}  {event.id}" for event in events]
    say(arguments, "\n".join(words) or tr("No event waits for its customer."), facts)
    return DONE


def settle(arguments: argparse.Namespace) -> int:
    """Gives a waiting event to a prospect, or drops it."""
    with workspace() as (context, _):
        if arguments.step == "assign":
            assign_unmatched(context, arguments.id, find_prospect(context, arguments.prospect))
        else:
            drop_unmatched_event(context, arguments.id)
    done = tr("given to {prospect}", prospect=arguments.prospect) if arguments.step == "assign" else tr("dropped")
    say(arguments, tr("The event is {done}.", done=done), {"id": arguments.id, "step": arguments.step})
    return DONE
