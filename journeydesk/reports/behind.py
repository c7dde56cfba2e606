"""What stands behind a figure: the prospects that it counts, as conditions that the prospect list understands."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeydesk.storage.reports.question import FIELD, Question, Value


@dataclass(frozen=True, slots=True)
class Criterion:
    """One condition: a field of the prospect list, an operator and its values, as the list's filters have them."""

    field: str
    operator: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The prospects behind a figure; `newest_first` sorts them by application, otherwise the list keeps its own order. One `of_team` counts
    the team's, whoever is chosen."""

    criteria: tuple[Criterion, ...]
    newest_first: bool = True
    of_team: bool = False


def behind(name: str, words: str, values: Mapping[str, Value], *, of_team: bool = False) -> Behind:
    """Exactly the prospects that a figure counts: those of a question of `storage.reports.membership`. `words` say who they are."""
    return Behind((Criterion(FIELD, "is", (Question(name, words, values).text(),)),), newest_first=False, of_team=of_team)
