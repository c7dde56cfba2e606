"""A setting as the settings page shows it: its value, what is shipped, and who changed it when
(docs/rules.md, "Settings of the team")."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from journeydesk.config import default_settings
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import raw_settings
from journeydesk.storage.team.settings_records import stored_changes


@dataclass(frozen=True, slots=True)
class SettingValue:
    """One setting by its key: the value that counts, and the shipped one."""

    key: str
    value: Any
    shipped: Any

    @property
    def differs(self) -> bool:
        """Whether the team has a value of its own."""
        return bool(self.value != self.shipped)


@dataclass(frozen=True, slots=True)
class SettingChange:
    """One line of a setting's history. `before` and `after` are None where the shipped value counted."""

    key: str
    before: Any
    after: Any
    actor: str
    at: datetime


class SettingValues(Mapping[str, SettingValue]):
    """All settings by key at one moment; a key names a table's value by `table.name`, or a whole list by its name."""

    def __init__(self, context: Context) -> None:
        self._now, self._shipped = raw_settings(context), default_settings()

    def __getitem__(self, key: str) -> SettingValue:
        return SettingValue(key, _value(self._now, key), _value(self._shipped, key))

    def __iter__(self) -> Any:
        return iter(self._now)

    def __len__(self) -> int:
        return len(self._now)


def setting_changes(context: Context, prefixes: Sequence[str], limit: int = 20) -> list[SettingChange]:
    """What was changed of the settings whose keys begin so, newest first."""
    with context.database.read() as connection:
        changes = stored_changes(connection, prefixes, limit)
    return [SettingChange(key, _read(old), _read(new), actor, moment_of(at)) for key, old, new, actor, at in changes]


def _value(raw: Mapping[str, Any], key: str) -> Any:
    table, _, name = key.partition(".")
    value = raw.get(table)
    if not name:
        return value
    return value.get(name) if isinstance(value, Mapping) else None


def _read(stored: str | None) -> Any:
    """The history keeps JSON of what the record holds, which is JSON itself."""
    if stored is None:
        return None
    try:
        text = json.loads(stored)
        return json.loads(text) if isinstance(text, str) else text
    except ValueError:
        return stored
