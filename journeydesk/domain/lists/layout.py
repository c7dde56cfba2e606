"""Which columns a list shows, in which order and how wide: each view keeps its own (docs/interface.md, "Columns")."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from types import MappingProxyType

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.lists.columns import ALWAYS, SHOWN, Column, column_named

LEAST_WIDTH = 44
MOST_WIDTH = 800
_FOR_NAMES = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """The keys of the columns from left to right, and the widths in px that somebody set. Company is always the first."""

    keys: tuple[str, ...] = tuple(column.key for column in SHOWN)
    widths: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns themselves."""
        return tuple(column for key in self.keys if (column := column_named(key)) is not None)

    @property
    def chosen(self) -> bool:
        """Whether somebody chose it: then every column stays, whatever the room."""
        return self != Layout()

    def width(self, column: Column) -> int:
        """How wide a column is, in px."""
        return self.widths.get(column.key, column.width)

    def without_room(self, room: int) -> set[Column]:
        """The columns that leave a list of `room` px, in their order; none where somebody chose them. With the first of them the second
        goes too, rather than that names are cut."""
        left: set[Column] = set()
        needed = sum(self.width(column) for column in self.columns)
        for column in sorted((each for each in self.columns if each.leaves and not self.chosen), key=lambda each: each.leaves):
            if needed <= room - (_FOR_NAMES if len(left) == 1 else 0):
                break
            left.add(column)
            needed -= self.width(column)
        return left

    def showing(self, column: Column, on: bool) -> "Layout":
        """With a column at the end that was not there, or without it."""
        others = tuple(key for key in self.keys if key != column.key)
        return self if column == ALWAYS else replace(self, keys=(*others, column.key) if on else others)

    def ordered(self, keys: Sequence[str]) -> "Layout":
        """The same columns in this order."""
        return replace(self, keys=(ALWAYS.key, *(key for key in keys if key in self.keys and key != ALWAYS.key)))

    def moved(self, column: Column, by: int) -> "Layout":
        """With a column so many places further to the right, or to the left; none goes before the first."""
        keys = [key for key in self.keys if key != column.key]
        place = max(1, min(len(keys), self.keys.index(column.key) + by))
        return replace(self, keys=(*keys[:place], column.key, *keys[place:])) if column != ALWAYS else self

    def sized(self, column: Column, width: int) -> "Layout":
        """With a column so wide, within bounds."""
        bounded = max(LEAST_WIDTH, min(MOST_WIDTH, width))
        return replace(self, widths=MappingProxyType({**self.widths, column.key: bounded}))


def layout_text(layout: Layout) -> str | None:
    """A layout as it is kept; None where nobody chose it."""
    return json.dumps([[key, layout.widths.get(key, 0)] for key in layout.keys]) if layout.chosen else None


def layout_of(text: str | None) -> Layout:
    """A layout as it was kept. A column that is no more is left out."""
    if not text:
        return Layout()
    kept = [(str(key), int(width)) for key, width in json.loads(text)]
    keys = tuple(key for key, _ in kept if column_named(key) is not None and key != ALWAYS.key)
    widths = {key: width for key, width in kept if width}
    return Layout((ALWAYS.key, *keys), MappingProxyType(widths))
