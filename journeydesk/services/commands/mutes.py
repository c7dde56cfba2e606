"""Muting an alert rule, for one prospect or for all: what it raised is cleared, and comes back when it may speak again."""

import json

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.rules.registry import RULE_NAMES
from journeydesk.domain.words import noted, tr
from journeydesk.services.commands.base import Action, start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.services.workspace.settings import refresh
from journeydesk.storage.alerts import lifecycle as alert_life
from journeydesk.storage.facts.mutes import mute_key, mutes
from journeydesk.storage.records import records
from journeydesk.storage.team.settings_records import write_override


def mute(context: Context, prospect: RecordId, rule: str, muted: bool = True) -> None:
    """Mutes a rule for one prospect, for the whole team, or lets it speak again. Raises UserError for a rule that is not there."""
    _check_rule(rule)
    with start_action(context, "") as action:
        label = action.living(prospect)
        action.label = tr(
            "{muted} “{rule}” for {name}", muted=tr("Muted") if muted else tr("Unmuted"), rule=rule, name=label.name
        )
        _write_mute(action, label.key, rule, muted, context.actor)
        action.prospects.add(prospect)
        action.kinds.add("alerts")
        evaluate_within(context, action.connection, [prospect])


def mute_for_all(context: Context, rule: str, muted: bool = True) -> None:
    """Switches a rule off for the whole team, or on again. What it raised and nobody handled is cleared at once; switched on, it
    speaks again with the next evaluation, within a minute. Raises UserError for a rule that is not there."""
    _check_rule(rule)
    on = context.settings.alerts.on
    with start_action(
        context, tr("{muted} “{rule}” for all", muted=tr("Muted") if muted else tr("Unmuted"), rule=rule)
    ) as action:
        names = sorted(on - {rule} if muted else on | {rule})
        action.changed(write_override(action.connection, "alerts.on", names, action.author))
        if muted:
            cleared = dict.fromkeys(alert_life.pending_of_rule(action.connection, rule), noted("the rule is off"))
            action.changed(alert_life.clear(action.connection, cleared, action.author))
        action.kinds |= {"settings", "alerts"}
        refresh(context, action.connection)


def mute_both(action: Action, key: str, other: str) -> None:
    """What is muted for one prospect is muted for the other, too, by their keys: of two that become one."""
    for rule in sorted(mutes(action.connection).get(key, frozenset())):
        _write_mute(action, other, rule, True, action.author.actor)


def _check_rule(rule: str) -> None:
    if rule not in RULE_NAMES:
        raise UserError(tr("There is no alert rule “{rule}”.", rule=rule))


def _write_mute(action: Action, prospect_key: str, rule: str, muted: bool, actor: str) -> None:
    key = mute_key(prospect_key)
    record = records.find_by_key(action.connection, "settings", key)
    before = mutes(action.connection).get(prospect_key, frozenset())
    rules = before | {rule} if muted else before - {rule}
    values: records.Row = {"value": json.dumps(sorted(rules), ensure_ascii=False), "changed_by": actor}
    if record is None:
        action.insert("settings", values | {"key": key})
    else:
        action.update("settings", record, values)
