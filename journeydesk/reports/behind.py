"""What stands behind a figure: the prospects that it counts, as conditions that the prospect list understands."""

from collections.abc import Mapping

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr_count
from journeydesk.storage.reports.behind.question import FIELD, Question, Value


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
    """Exactly the prospects that a figure counts: those of a question of `storage.reports.behind.membership`. `words` say who they are."""
    return Behind((Criterion(FIELD, "is", (Question(name, words, values).text(),)),), newest_first=False, of_team=of_team)


def these(prospects: tuple[int, ...], words: str, *, of_team: bool = False) -> Behind:
    """Exactly these prospects."""
    return behind("these", words, {"prospects": str(list(prospects))}, of_team=of_team)


def calls_of(who: str, count: int) -> str:
    """Words for a list of prospects behind a number of calls: of several to one prospect there is one line."""
    return tr_count("{who}: {count} call", "{who}: {count} calls", count, who=who)


def answers_of(who: str, count: int) -> str:
    """The same for answers to surveys."""
    return tr_count("{who}: {count} answer", "{who}: {count} answers", count, who=who)


def payers_of(who: str, count: int) -> str:
    """The same for payers, of whom one prospect may have several."""
    return tr_count("{who}: {count} payer", "{who}: {count} payers", count, who=who)


def requests_of(who: str, count: int) -> str:
    """The same for requests for help."""
    return tr_count("{who}: {count} request", "{who}: {count} requests", count, who=who)
