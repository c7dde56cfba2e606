"""The team's own words, in which filters are said and understood."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.filters.vocabulary import Vocabulary
from journeydesk.domain.lists.columns import COLUMNS, choice_of
from journeydesk.domain.money import sign
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.prospects import base_columns, owners


def sayable(context: Context) -> Vocabulary:
    """What is needed to say a filter: at no cost that grows with the list."""
    settings = context.settings
    stages = tuple(stage.short for stage in settings.journeys[0].stages)
    choices = _choices(_Identical(context.words))
    return Vocabulary(context.today(), context.actor, stages, sign=sign(settings.currency), choices=choices)


def vocabulary(context: Context) -> Vocabulary:
    """Everything that may be named: who owns prospects, and the fields of the base that are not ours, as well."""
    return replace(sayable(context), people=tuple(owners(context)), others=tuple(base_columns(context)))


class _Identical:
    """The team's words as a key of a memory: they are replaced as a whole, never changed."""

    def __init__(self, words: TeamWords) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identical) and other.words is self.words

    def __hash__(self) -> int:
        return id(self.words)


@lru_cache(maxsize=2)
def _choices(team: _Identical) -> Mapping[str, Mapping[str, str]]:
    # Each token of a filter asks for them.
    return {column.key: team.words.choices(*of) for column in COLUMNS if (of := choice_of(column)) is not None}
