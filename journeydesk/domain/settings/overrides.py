"""A team's own values over the shipped ones: each under its key, such as `alerts.no_answer_days` or `journey`."""

import copy
from collections.abc import Mapping
from typing import Any

from journeydesk.domain.errors import SettingError
from journeydesk.domain.settings.read import team_settings
from journeydesk.domain.settings.team import TeamSettings

Overrides = Mapping[str, Any]
"""Values by key. A key names a table's value by `table.name`, or a whole list by its name."""


def laid_over(defaults: Mapping[str, Any], overrides: Overrides) -> dict[str, Any]:
    """The shipped settings with each override in its place; the shipped ones stay as they are."""
    result: dict[str, Any] = copy.deepcopy(dict(defaults))
    for key, value in overrides.items():
        table, _, name = key.partition(".")
        if not name:
            result[table] = copy.deepcopy(value)
            continue
        below = result.get(table)
        result[table] = {**(below if isinstance(below, Mapping) else {}), name: copy.deepcopy(value)}
    return result


def differences(defaults: Mapping[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The overrides that make `changed` of the shipped settings."""
    overrides: dict[str, Any] = {}
    for table, value in changed.items():
        below = defaults.get(table)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            overrides |= {
                f"{table}.{name}": inner for name, inner in value.items() if name not in below or below[name] != inner
            }
        elif value != below:
            overrides[table] = value
    return overrides


def settle(defaults: Mapping[str, Any], overrides: Overrides) -> tuple[TeamSettings, list[str]]:
    """The settings, and in sentences what of the overrides was left out because it is wrong.

    A wrong value costs itself and nothing else; where it cannot be told which one it is, all are left out.
    """
    kept = dict(overrides)
    problems: list[str] = []
    while True:
        try:
            return team_settings(laid_over(defaults, kept)), problems
        except SettingError as wrong:
            problems.append(str(wrong))
            culprits = [key for key in kept if _names(key, wrong.key)]
            kept = {key: value for key, value in kept.items() if key not in culprits} if culprits else {}


def _names(key: str, wrong: str) -> bool:
    """Whether the error's key is this override's, or lies within it or around it."""
    first = wrong.split(" ")[0]
    return first == key or first.startswith(f"{key}.") or key.startswith(f"{first}.") or key == first.partition(".")[0]
