"""The keys of triage, for the status bar."""

from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint

HINTS = (
    hint("next, previous", Action.ALERT_NEXT, Action.ALERT_PREVIOUS),
    hint("acknowledge", Action.ALERT_ACKNOWLEDGE),
    hint("actioned", Action.ALERT_ACTIONED),
    hint("snooze", Action.ALERT_SNOOZE),
    hint("act", Action.ALERT_ACT),
    hint("why", Action.ALERT_WHY),
    hint("mute", Action.ALERT_MUTE),
    hint("undo", Action.ALERT_UNDO),
    hint("select", Action.ALERT_TICK),
    hint("filter", Action.ALERT_FILTER),
)
