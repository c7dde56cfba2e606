"""A question that a figure of a report answers, as a filter of the prospect list holds it: the list shows exactly who was counted.

A figure and the list behind it read the same SQL, so that they cannot differ. A question is one text, so that a saved view keeps it.
"""

import json
import re
from collections.abc import Mapping

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr

Value = str | int | float
FIELD = "report"
"""The name of the filter's field in the prospect list."""

_NAMED = re.compile(r":([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Question:
    """Its name in `membership.QUESTIONS`, what it says in words, and its values by name."""

    name: str
    words: str
    values: Mapping[str, Value]

    def text(self) -> str:
        """As a filter's value holds it."""
        return json.dumps({"name": self.name, "words": self.words, **self.values}, ensure_ascii=False)


def read_question(text: str) -> Question:
    """The question of a filter's value. Raises UserError for a text that holds none."""
    try:
        values = json.loads(text)
    except ValueError:
        values = None
    if not isinstance(values, dict) or not {"name", "words"} <= values.keys():
        raise UserError(tr("This filter came from a report and can no longer be read. Remove it."))
    return Question(str(values.pop("name")), str(values.pop("words")), values)


def by_place(statement: str, values: Mapping[str, Value]) -> tuple[str, tuple[Value, ...]]:
    """A statement with `?` in the places of its names, and their values in that order: to stand within another statement."""
    missing = {name for name in _NAMED.findall(statement) if name not in values}
    if missing:
        raise UserError(tr("This filter came from a report and can no longer be read. Remove it."))
    return _NAMED.sub("?", statement), tuple(values[name] for name in _NAMED.findall(statement))
