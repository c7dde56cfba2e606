"""What is matched with ours: the tables and fields that a base offers, with some of their values."""

from collections.abc import Mapping
from dataclasses import field as made_by
from enum import StrEnum

from journeydesk.domain.catalogue import FieldSpec
from journeydesk.domain.frozen_data import dataclass


class State(StrEnum):
    """How a table, field or option of ours stands. `decide` needs a person, `likely` a yes, the others nothing."""

    MATCHED = "matched"
    LIKELY = "likely"
    DECIDE = "decide"
    READ_ONLY = "read_only"
    CREATE = "create"
    LEFT_OUT = "left_out"


class Writing(StrEnum):
    """What a field of theirs does for one of ours: both ways, only read, or nothing."""

    BOTH_WAYS = "both_ways"
    READ_ONLY = "read_only"
    NOT_AT_ALL = "not_at_all"


@dataclass(frozen=True, slots=True)
class OfferedField:
    """A field of theirs. `kind` is its type in words, `options` are a select's as (id, name), `samples` the values that some
    records hold, as they are shown; empty ones are left out. `fits` says by `fields.fit_key` what the field does for ours,
    `result` of what type a computed field's values are, `maximum` a rating's most stars."""

    id: str
    name: str
    type: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    links_to: str = ""
    samples: tuple[str, ...] = ()
    fits: Mapping[str, Writing] = made_by(default_factory=dict)
    result: str = ""
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class OfferedTable:
    """A table of theirs. `records` were counted; with `has_more` there are more than that. `rows` are the first few records as
    they are shown, by field id, and `values` what they hold where that is plain; `primary` is the id of the field that names a record."""

    id: str
    name: str
    fields: tuple[OfferedField, ...]
    records: int = 0
    has_more: bool = False
    rows: tuple[Mapping[str, str], ...] = ()
    primary: str = ""
    values: tuple[Mapping[str, object], ...] = ()

    def field(self, identifier: str | None) -> OfferedField | None:
        """The field with this id."""
        return next((each for each in self.fields if each.id == identifier), None)


@dataclass(frozen=True, slots=True)
class Guess:
    """What fits: the id of a table or field of theirs, or for an option our word (None: nothing), how sure that is from 0 to 1,
    and why.

    With `State.DECIDE` nothing is chosen and `rivals` are the ids that fit alike.
    """

    chosen: str | None
    state: State
    confidence: float = 0.0
    reason: str = ""
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the team is known to use: the names and addresses of its people, and the words of each field that has a list of them."""

    people: frozenset[str] = frozenset()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def words_of(self, spec: FieldSpec) -> tuple[str, ...]:
        """The choices or stages of a field, in their order; none where it holds free text."""
        return next((words for slug, words in self.words if slug == spec.slug), spec.choices)
