"""What the settings page lists: every alert rule and automation with its words, its numbers and its switch
(docs/rules.md, "Alert rules" and docs/rules.md, "Automations")."""

from typing import Any

from journeydesk.domain.automation.registry import AUTOMATIONS
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.rules.registry import BY_NAME
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import raw_settings


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One alert rule as the team has it. `numbers` are its settings by key, as `commands.settings.change_settings` takes them."""

    name: str
    priority: str
    when: str
    clears: str
    shows: str
    action: str
    on: bool
    notifies: bool
    numbers: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class AutomationLine:
    """One automation as the team has it."""

    name: str
    words: str
    on: bool


def rule_lines(context: Context) -> list[RuleLine]:
    """Every alert rule by name."""
    settings, raw = context.settings, raw_settings(context)
    return [
        RuleLine(
            name=rule.name,
            priority=rule.priority,
            when=rule.when(settings),
            clears=rule.clears,
            shows=rule.shows,
            action=rule.advice.title,
            on=rule.name in settings.alerts.on,
            notifies=rule.priority != "Normal" and rule.name not in settings.alerts.silent,
            numbers=tuple((key, _value(raw, key)) for key in rule.settings),
        )
        for rule in sorted(BY_NAME.values(), key=lambda rule: rule.name.casefold())
    ]


def automation_lines(context: Context) -> list[AutomationLine]:
    """Every automation in the order in which they run."""
    return [
        AutomationLine(automation.name, automation.words, automation.name in context.settings.automation.on)
        for automation in AUTOMATIONS
    ]


def _value(raw: dict[str, Any], key: str) -> Any:
    table, _, name = key.partition(".")
    return raw[table][name]
