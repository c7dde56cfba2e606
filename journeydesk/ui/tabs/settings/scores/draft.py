"""Points that were changed and are not saved yet: whole values by key, over those of now."""

import copy
from collections.abc import Mapping
from typing import Any

from journeydesk.services.commands.settings import checked
from journeydesk.services.context import Context
from journeydesk.services.queries.settings import SettingValues

KEYS = (
    "score.industry",
    "score.priority_level",
    "score.volume_estimate",
    "score.technical_capability",
    "score.use_case_characters",
    "score.answered_within_hours",
    "score.qualified_above",
    "score.assign_above",
    "score.hot_above",
    "points.cta",
    "points.default_award",
    "points.largest_award",
)


class PointsDraft:
    """`changes` is what `change_settings` takes: None for a value that is the shipped one again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._own: dict[str, Any] = {}
        self.read()

    def read(self) -> None:
        """Takes the settings of now below the draft."""
        values = SettingValues(self._context)
        self._now = {key: values[key].value for key in KEYS}
        self._shipped = {key: values[key].shipped for key in KEYS}
        self._own = {key: value for key, value in self._own.items() if value != self._now[key]}

    def value(self, key: str) -> Any:
        """A value as it would be."""
        return copy.deepcopy(self._own.get(key, self._now[key]))

    def shipped(self, key: str) -> Any:
        """The shipped value."""
        return self._shipped[key]

    def differs(self, key: str) -> bool:
        """Whether the value as it would be is not the shipped one."""
        return bool(self.value(key) != self._shipped[key])

    def give(self, key: str, value: Any) -> None:
        """Changes a value. Raises SettingError where it does not fit; then the draft is as it was."""
        checked(self._context, {**self.changes, key: value})
        self._own[key] = value
        if value == self._now[key]:
            del self._own[key]

    def discard(self) -> None:
        """Takes every change out."""
        self._own = {}

    @property
    def changes(self) -> Mapping[str, Any]:
        """What is to be saved."""
        return {key: None if value == self._shipped[key] else value for key, value in self._own.items()}

    @property
    def count(self) -> int:
        """How many single values differ from those of now."""
        return sum(_differing(self._now[key], value) for key, value in self._own.items())


def _differing(before: Any, after: Any) -> int:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return sum(before.get(name) != after.get(name) for name in {*before, *after})
    return 1
