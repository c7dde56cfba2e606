"""The prospect list, its views, and what was found by words."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Literal

from journeydesk.domain.filters.filter import Filter as Filter
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import Key, RecordId
from journeydesk.domain.lists.columns import Column
from journeydesk.domain.lists.layout import Layout
from journeydesk.services.rows.common import Amount, Since, StageMark

Cell = str | int | float | date | datetime | Amount | StageMark | Since | None
"""What a column of the list holds for one prospect."""


@dataclass(frozen=True, slots=True)
class ProspectRow:
    """One line of the prospect list. `last_touch` is the last touchpoint in words; `others` are the columns, by key, that no
    attribute is named after."""

    id: RecordId
    key: Key
    company: str
    contact: str
    stage: StageMark | None
    score: int | None
    status: str
    at_risk: bool
    follow_up: date | None
    owner: str
    revenue: Amount | None
    last_touch: str
    last_touch_at: datetime | None
    others: Mapping[str, Cell]
    pending: bool = False
    conflict: bool = False
    deleting: bool = False

    def cell(self, column: Column) -> Cell:
        """The value of a column of the list."""
        if column.key in self.others:
            return self.others[column.key]
        value: Cell = getattr(self, column.key)
        return value


@dataclass(frozen=True, slots=True)
class SortKey:
    """A column to sort by; the first key of a tuple weighs most."""

    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListView:
    """What the prospect list shows: a search text, filters (all must hold) and a sort order."""

    search: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[SortKey, ...] = (SortKey("follow_up"),)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named list view as a chip above the list. The views that every workspace begins with have negative ids; `altered` where
    somebody saved over one of them or renamed it."""

    id: int
    name: str
    view: ListView
    layout: Layout = field(default_factory=Layout)
    altered: bool = False

    @property
    def is_built_in(self) -> bool:
        """Whether every workspace begins with it."""
        return self.id < 0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One line of the palette's results; `spans` are the matched ranges of `title`."""

    kind: Literal["prospect", "note"]
    prospect: RecordId
    title: str
    subtitle: str
    stage: StageMark | None
    at: datetime | None = None
    spans: tuple[tuple[int, int], ...] = field(default=())
