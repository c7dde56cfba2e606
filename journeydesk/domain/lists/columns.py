"""The columns of the prospect list, declared once: what they are called, what they hold, and how they can be asked for.

Every field of the catalogue is a column by itself, and so is what only this computer knows of a prospect. Storage sorts and
filters by them; a list shows those that its view chose (`list_layout`), at first those of `SHOWN`. Fields of the base that are not
ours are columns too (`other_column`). How a kind is painted and said is in `ui.cells`, what it is
in SQL in `storage.schema.layout`.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, StrEnum, auto
from types import MappingProxyType

from journeydesk.domain.catalogue import INTERACTIONS, PROSPECTS, FieldSpec, FieldType
from journeydesk.domain.field_kinds.field_names import title_of_field
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr


class Operator(StrEnum):
    """How a filter compares; the values are what saved views hold."""

    IS = "is"
    IS_NOT = "is_not"
    ANY_OF = "any_of"
    NONE_OF = "none_of"
    CONTAINS = "contains"
    NOT_CONTAINS = "not_contains"
    BEFORE = "before"
    AFTER = "after"
    ON_OR_BEFORE = "on_or_before"
    ON_OR_AFTER = "on_or_after"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    NOT_BETWEEN = "not_between"
    IN_NEXT = "in_next"
    IN_LAST = "in_last"
    NOT_IN_LAST = "not_in_last"
    EMPTY = "empty"
    NOT_EMPTY = "not_empty"

    @property
    def words(self) -> str:
        """The operator as a person reads it between a column's title and the value."""
        return _WORDS[self]

    @property
    def compares(self) -> bool:
        """Whether its values are whole values of the column, not a part of a text."""
        return self not in (Operator.CONTAINS, Operator.NOT_CONTAINS)

    @property
    def is_length(self) -> bool:
        """Whether it compares with a length of time from today, which `filters.bounds` makes two days of."""
        return self in (Operator.IN_NEXT, Operator.IN_LAST, Operator.NOT_IN_LAST)

    @property
    def takes(self) -> int:
        """How many values it compares with: none, one, two, or several (-1)."""
        if self in (Operator.EMPTY, Operator.NOT_EMPTY):
            return 0
        if self in (Operator.ANY_OF, Operator.NONE_OF):
            return -1
        return 2 if self in (Operator.BETWEEN, Operator.NOT_BETWEEN) else 1


_WORDS = {
    Operator.IS: tr("is"),
    Operator.IS_NOT: tr("is not"),
    Operator.CONTAINS: tr("contains"),
    Operator.BEFORE: tr("before"),
    Operator.AFTER: tr("after"),
    Operator.ON_OR_BEFORE: tr("on or before"),
    Operator.ON_OR_AFTER: tr("on or after"),
    Operator.AT_LEAST: tr("at least"),
    Operator.AT_MOST: tr("at most"),
    Operator.MORE_THAN: tr("more than"),
    Operator.LESS_THAN: tr("less than"),
    Operator.ANY_OF: tr("is any of"),
    Operator.NONE_OF: tr("is none of"),
    Operator.NOT_CONTAINS: tr("does not contain"),
    Operator.NOT_BETWEEN: tr("is not between"),
    Operator.BETWEEN: tr("is between"),
    Operator.IN_NEXT: tr("in the next"),
    Operator.IN_LAST: tr("in the last"),
    Operator.NOT_IN_LAST: tr("not in the last"),
    Operator.EMPTY: tr("is empty"),
    Operator.NOT_EMPTY: tr("is filled"),
}


class Kind(Enum):
    """What a column holds. NAME is text found whatever its accents and case, SCORE a number out of the most that can be reached,
    MONEY hundredths of the team's currency, STAGE the number of a stage of the engagement journey, DAYS working days since a moment,
    OTHER whatever a field of the base holds that is not ours, REPORT who is behind a figure."""

    NAME = auto()
    TEXT = auto()
    LONG_TEXT = auto()
    PERSON = auto()
    CHOICE = auto()
    STAGE = auto()
    SCORE = auto()
    NUMBER = auto()
    PERCENT = auto()
    MONEY = auto()
    FLAG = auto()
    DAY = auto()
    MOMENT = auto()
    DAYS = auto()
    OTHER = auto()
    REPORT = auto()

    @property
    def operators(self) -> tuple[Operator, ...]:
        """How such a column can be filtered; the first is what the filter bar asks for."""
        return _OPERATORS[self]

    @property
    def sorts(self) -> bool:
        """Whether a list can be sorted by it."""
        return self is not Kind.REPORT

    @property
    def numeric(self) -> bool:
        """Whether its values stand at the right, under each other."""
        return self in (Kind.NUMBER, Kind.PERCENT, Kind.MONEY)

    @property
    def highest_first(self) -> bool:
        """Whether a first press on its title sorts from the highest or the latest down."""
        return self.numeric or self in (Kind.SCORE, Kind.MOMENT)


_EQUAL = (Operator.IS, Operator.IS_NOT, Operator.ANY_OF, Operator.NONE_OF)
_FILLED = (Operator.EMPTY, Operator.NOT_EMPTY)
_HOLDING = (Operator.CONTAINS, Operator.NOT_CONTAINS)
_TEXT = (*_HOLDING, *_EQUAL, *_FILLED)
_AMONG = (*_EQUAL, *_HOLDING, *_FILLED)
_RANGE = (Operator.BETWEEN, Operator.NOT_BETWEEN)
_MORE_OR_LESS = (Operator.AT_LEAST, Operator.AT_MOST, Operator.MORE_THAN, Operator.LESS_THAN)
_QUANTITY = (*_MORE_OR_LESS, *_RANGE, *_EQUAL, *_FILLED)
_TIME = (
    *(Operator.ON_OR_BEFORE, Operator.ON_OR_AFTER, Operator.BEFORE, Operator.AFTER),
    *(Operator.IN_NEXT, Operator.IN_LAST, Operator.NOT_IN_LAST),
    *_RANGE,
    *_EQUAL,
    *_FILLED,
)
_OPERATORS: Mapping[Kind, tuple[Operator, ...]] = {
    Kind.NAME: _TEXT,
    Kind.TEXT: _TEXT,
    Kind.LONG_TEXT: (*_HOLDING, *_FILLED),
    Kind.PERSON: _AMONG,
    Kind.CHOICE: _AMONG,
    Kind.STAGE: (*_EQUAL, Operator.AT_LEAST, Operator.AT_MOST, *_RANGE, *_FILLED),
    Kind.SCORE: _QUANTITY,
    Kind.NUMBER: _QUANTITY,
    Kind.PERCENT: _QUANTITY,
    Kind.MONEY: _QUANTITY,
    Kind.FLAG: (*_EQUAL, *_FILLED),
    Kind.DAY: _TIME,
    Kind.MOMENT: _TIME,
    Kind.DAYS: (*_MORE_OR_LESS, *_RANGE, *_FILLED),
    Kind.OTHER: _TEXT,
    Kind.REPORT: (Operator.IS,),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `key` is what views and screens call it, `field` the record's field, `title` its name in a filter.

    `header` stands above the column where that is more than its title, `width` is in px and without the room to spare, and
    `leaves` says which column goes first where room is short (1 before 2; 0 stays).
    """

    key: str
    field: str
    title: str
    kind: Kind
    choices: tuple[str, ...] = ()
    header: str = ""
    width: int = 0
    leaves: int = 0


_KINDS: Mapping[FieldType, Kind] = {
    FieldType.TEXT: Kind.TEXT,
    FieldType.LONG_TEXT: Kind.LONG_TEXT,
    FieldType.EMAIL: Kind.TEXT,
    FieldType.PHONE: Kind.TEXT,
    FieldType.URL: Kind.TEXT,
    FieldType.SELECT: Kind.CHOICE,
    FieldType.NUMBER: Kind.NUMBER,
    FieldType.PERCENT: Kind.PERCENT,
    FieldType.CURRENCY: Kind.MONEY,
    FieldType.CHECKBOX: Kind.FLAG,
    FieldType.DATE: Kind.DAY,
    FieldType.DATETIME: Kind.MOMENT,
}
_OVERRIDES: Mapping[str, tuple[str, str, Kind | None]] = {
    "company": ("company", tr("Company"), Kind.NAME),
    "contact_name": ("contact", tr("Contact"), Kind.NAME),
    "priority_level": ("priority_level", tr("Priority"), None),
    "score": ("score", tr("Score"), Kind.SCORE),
    "applied_on": ("applied_on", tr("Applied"), None),
    "owner": ("owner", tr("Owner"), Kind.PERSON),
    "next_follow_up": ("follow_up", tr("Follow-up"), None),
    "estimated_revenue": ("revenue", tr("Est. revenue"), None),
}
"""Key, title and kind of those fields of which the catalogue does not say enough."""

_OWN = (
    Column("last_touch", "last_touch_at", tr("Last interaction"), Kind.MOMENT),
    Column("last_touch_type", "last_touch_type", tr("Last interaction type"), Kind.CHOICE),
    Column("last_touch_outcome", "last_touch_outcome", tr("Last outcome"), Kind.CHOICE),
    Column("last_call", "last_call_at", tr("Last call"), Kind.MOMENT),
    Column("net_paid_minor", "net_paid_minor", tr("Net paid"), Kind.MONEY),
    Column("mrr_minor", "mrr_minor", tr("MRR"), Kind.MONEY),
    Column("stage", "engagement_stage", tr("Stage"), Kind.STAGE),
    Column("stage_since", "stage_since", tr("In stage since"), Kind.MOMENT),
    Column("at_risk", "at_risk", tr("At risk"), Kind.FLAG),
)
"""What only this computer knows of a prospect."""

_PLACES: Mapping[str, tuple[int, int]] = {
    "company": (158, 0),
    "stage": (122, 0),
    "score": (78, 0),
    "status": (88, 0),
    "follow_up": (92, 0),
    "owner": (52, 3),
    "revenue": (84, 4),
    "last_touch": (114, 2),
    "source": (92, 1),
}
"""The columns shown, from left to right, with their `width` and when they leave."""

_HEADERS: Mapping[str, str] = {"company": tr("Company / Contact")}


def _column(spec: FieldSpec) -> Column:
    key, title, kind = _OVERRIDES.get(spec.slug, (spec.slug, title_of_field(spec), None))
    return Column(key, spec.slug, title, kind or _KINDS[spec.type], spec.choices)


_WIDTHS: Mapping[Kind, int] = {
    Kind.NAME: 140,
    Kind.TEXT: 140,
    Kind.LONG_TEXT: 220,
    Kind.PERSON: 52,
    Kind.CHOICE: 112,
    Kind.STAGE: 122,
    Kind.SCORE: 78,
    Kind.NUMBER: 84,
    Kind.PERCENT: 72,
    Kind.MONEY: 92,
    Kind.FLAG: 64,
    Kind.DAY: 96,
    Kind.MOMENT: 104,
    Kind.OTHER: 130,
}
_PER_LETTER, _AROUND = 7, 32
"""So many px a letter of a title takes, and its margins with the arrow of the order."""


def _placed(column: Column) -> Column:
    least = max(_WIDTHS[column.kind], len(column.title) * _PER_LETTER + _AROUND)
    width, leaves = _PLACES.get(column.key, (least, 0))
    return replace(column, header=_HEADERS.get(column.key, column.title), width=width, leaves=leaves)


COLUMNS: tuple[Column, ...] = tuple(_placed(column) for column in (*map(_column, PROSPECTS.fields), *_OWN))
"""Every column that the list can be sorted and filtered by."""

DAYS_IN_STAGE = Column("days_in_stage", "stage_since", tr("Working days in stage"), Kind.DAYS)
"""No column that a list shows, for *In stage since* says them, only a filter: the moment as a number of days (`filters.bounds`)."""

_NAMED: MappingProxyType[str, Column] = MappingProxyType(
    {column.field: column for column in COLUMNS} | {column.key: column for column in (*COLUMNS, DAYS_IN_STAGE)}
)

SHOWN: tuple[Column, ...] = tuple(_NAMED[key] for key in _PLACES)
"""The columns of a list that chose none, from left to right; the first takes the room that the others leave."""

ALWAYS = SHOWN[0]
"""The column that every list shows first."""

FILTERS: tuple[Column, ...] = tuple(
    _NAMED[key]
    for key in (
        "stage",
        "owner",
        "status",
        "follow_up",
        "score",
        "source",
        "last_touch",
        "industry",
        "priority_level",
        "company",
        "notes",
    )
)
"""What the filter bar offers first, in that order; every other column follows."""


_OF_INTERACTIONS: Mapping[str, str] = {"last_touch_type": "type", "last_touch_outcome": "outcome"}


def choice_of(column: Column) -> tuple[str, FieldSpec] | None:
    """The table and the field whose choices a column shows; None for a column of another kind."""
    if column.kind is not Kind.CHOICE:
        return None
    if column.field in _OF_INTERACTIONS:
        return "interactions", INTERACTIONS.by_slug[_OF_INTERACTIONS[column.field]]
    return "prospects", PROSPECTS.by_slug[column.field]


REPORT = Column("report", "report", tr("Report"), Kind.REPORT)
"""No column that a list shows, only a filter: its value is a question of a report (`storage.reports.behind.question`)."""

_OTHER = "other:"


def other_column(name: str) -> Column:
    """The column of a field of the base that is not ours, by its name there."""
    return _placed(Column(_OTHER + name, _OTHER + name, name, Kind.OTHER))


def name_in_base(column: Column) -> str:
    """What the field of an `other_column` is called in the base."""
    return column.field.removeprefix(_OTHER)


def column_named(name: str) -> Column | None:
    """The column with this key, or of the field with this name."""
    if name == REPORT.key:
        return REPORT
    found = _NAMED.get(name)
    return other_column(name.removeprefix(_OTHER)) if found is None and name.startswith(_OTHER) else found
