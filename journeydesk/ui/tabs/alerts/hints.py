"""The keys of triage, for the status bar."""

from journeydesk.domain.words import tr
from journeydesk.ui.keys.actions import Action
from journeydesk.ui.keys.hints import hint

HINTS = (
    hint(tr("next, previous"), Action.ALERT_NEXT, Action.ALERT_PREVIOUS),
    hint(tr("acknowledge"), Action.ALERT_ACKNOWLEDGE),
    hint(tr("actioned"), Action.ALERT_ACTIONED),
    hint(tr("snooze"), Action.ALERT_SNOOZE),
    hint(tr("act"), Action.ALERT_ACT),
    hint(tr("why"), Action.ALERT_WHY),
    hint(tr("mute"), Action.ALERT_MUTE),
    hint(tr("undo"), Action.ALERT_UNDO),
    hint(tr("select"), Action.ALERT_TICK),
    hint(tr("filter"), Action.ALERT_FILTER),
)
