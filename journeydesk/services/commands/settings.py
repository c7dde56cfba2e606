"""Changing what the whole team shares: checked before it is written, one undo step, everybody evaluated again."""

from collections.abc import Mapping
from typing import Any

from journeydesk.config import default_settings
from journeydesk.domain.automation.names import TITLES
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.overrides import laid_over
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.words import tr
from journeydesk.services.commands.base import start_action
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.workspace.settings import Progress, refresh
from journeydesk.storage.team.settings_records import parsed, write_override


def checked(context: Context, changes: Mapping[str, Any]) -> TeamSettings:
    """The settings as they would be with these values by key; None stands for the shipped one. Raises SettingError."""
    values = parsed(context.overrides)[0] | dict(changes)
    return team_settings(laid_over(default_settings(), {key: value for key, value in values.items() if value is not None}))


def change_settings(context: Context, changes: Mapping[str, Any], label: str, progress: Progress | None = None) -> None:
    """Writes these values by key, such as `{"alerts.no_answer_days": 5}`; None takes the team's own value away.

    With `progress` everybody is evaluated by them before it returns (for a thread other than the window's), else the background
    does so within a minute. Raises SettingError naming the key, its value and what is allowed; then nothing was changed.
    """
    checked(context, changes)
    with start_action(context, label) as action:
        for key, value in changes.items():
            action.changed(write_override(action.connection, key, value, action.author))
        action.kinds.add("settings")
        refresh(context, action.connection)
    if progress is not None:
        evaluate(context, (), progress=progress)


def switch_rule(context: Context, rule: str, on: bool, progress: Progress | None = None) -> None:
    """Switches an alert rule on or off for the team."""
    names = context.settings.alerts.on | {rule} if on else context.settings.alerts.on - {rule}
    change_settings(
        context,
        {"alerts.on": sorted(names)},
        tr("Switched the alert rule “{rule}” {words}", rule=rule, words=tr("on") if on else tr("off")),
        progress,
    )


def silence_rule(context: Context, rule: str, silent: bool) -> None:
    """Whether a rule's alerts are raised without a notification."""
    names = context.settings.alerts.silent | {rule} if silent else context.settings.alerts.silent - {rule}
    label = tr("“{rule}” no longer notifies", rule=rule) if silent else tr("“{rule}” notifies", rule=rule)
    change_settings(context, {"alerts.silent": sorted(names)}, label)


def switch_automation(context: Context, rule: str, on: bool, progress: Progress | None = None) -> None:
    """Switches an automation on or off for the team."""
    names = context.settings.automation.on | {rule} if on else context.settings.automation.on - {rule}
    label = tr("Switched “{get}” {words}", get=TITLES.get(rule, rule), words=tr("on") if on else tr("off"))
    change_settings(context, {"automation.on": sorted(names)}, label, progress)
