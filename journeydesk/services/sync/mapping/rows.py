"""How a table of ours and its fields stand against a base: what the set-up shows line by line."""

from collections.abc import Mapping

from journeydesk.domain.catalogue import FieldSpec, FieldType
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.mapping.offer import OfferedTable, State
from journeydesk.domain.words import noted

_KINDS = {
    FieldType.TEXT: noted("text"),
    FieldType.LONG_TEXT: noted("long text"),
    FieldType.EMAIL: noted("e-mail"),
    FieldType.PHONE: noted("phone"),
    FieldType.URL: noted("web address"),
    FieldType.SELECT: noted("choice"),
    FieldType.NUMBER: noted("number"),
    FieldType.PERCENT: noted("percent"),
    FieldType.CURRENCY: noted("currency"),
    FieldType.CHECKBOX: noted("check box"),
    FieldType.DATE: noted("date"),
    FieldType.DATETIME: noted("date and time"),
    FieldType.LINK: noted("link"),
}


def kind_word(spec: FieldSpec, has_words: bool = False) -> str:
    """What a field of ours holds, in a word; `has_words` for a text that is one of the team's stages."""
    if spec.slug in ("owner", "handled_by"):
        return noted("person")
    return noted("choice") if has_words else _KINDS[spec.type]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A field of theirs that can be the one in question, with its kind in words and a value that it holds ("" for none)."""

    id: str
    name: str
    kind: str
    sample: str
    options: int = 0


@dataclass(frozen=True, slots=True)
class OptionDraft:
    """An option of theirs: how many of the records looked at have it, and our choice or stage for it (None: none of ours)."""

    id: str
    name: str
    count: int
    ours: str | None
    state: State
    reason: str


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """A field of ours: `chosen` is one of the `candidates` or None, `confidence` goes from 0 to 1, `reason` is in words.

    `words` are our choices or stages that its options may be, in their order.
    """

    spec: FieldSpec
    kind: str
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    state: State
    confidence: float
    reason: str
    options: tuple[OptionDraft, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The field's name in code."""
        return self.spec.slug


@dataclass(frozen=True, slots=True)
class TableDraft:
    """A table of ours: `remote` is the one of theirs that it is, None where it is created, left out or undecided.

    `counts` says how many of its fields are in each state.
    """

    slug: str
    name: str
    remote: OfferedTable | None
    state: State
    confidence: float
    reason: str
    fields: tuple[FieldDraft, ...]
    counts: Mapping[State, int]

    @property
    def record_count(self) -> int:
        """How many records were counted; `remote.has_more` says whether there are more."""
        return self.remote.records if self.remote else 0

    @property
    def decisions(self) -> int:
        """How much of it a person must decide."""
        return (self.state is State.DECIDE) + self.counts.get(State.DECIDE, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """A value of the preview; `note` says why it is none: "not chosen yet", "new, empty", "left out", "cannot be read"."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What must be decided before the mapping can be used; `field_slug` is empty where it is the table."""

    table_slug: str
    field_slug: str
    sentence: str
