"""What a team's own words are when filters are said and understood."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import Column
from journeydesk.domain.statuses import customer_words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The day as of which it is said, who says it, the stages of the engagement journey from the first on, who owns prospects, the
    sign of the currency, and the fields of the base that are not ours."""

    today: date
    me: str = ""
    stages: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sign: str = "€"
    others: tuple[Column, ...] = ()
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """What the team calls the choices of a column, by its key: ours by what is shown."""

    def called(self, column: Column, choice: str) -> str:
        """A stored choice as people read it."""
        shown = next((words for words, ours in self.choices.get(column.key, {}).items() if ours == choice), choice)
        return customer_words(shown)
