"""Tiles: measures with target, change and state."""

from typing import Any, ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import named, tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined

State = Literal["On target", "Close", "Below", "Over", "No data"]
"""How a measure stands; "Over" is what "Below" is where less is better."""

MISSED: frozenset[State] = frozenset({"Below", "Over"})


def state_words(state: State) -> str:
    """A state as it is called; "Close" is near the target, and no button."""
    return tr("Close", meaning="near the target") if state == "Close" else named(state)


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a figure changed, in words; `short` is without what it is compared with, for where that stands elsewhere."""

    words: str
    short: str


Compared = str | Change
"""How a figure changed; plain words have nothing to leave away."""


def change_of(words: Compared) -> Change:
    """Plain words as a change."""
    return words if isinstance(words, Change) else Change(words, words)


@dataclass(frozen=True, slots=True)
class Tile:
    """One measure: value as written, its unit behind it, target ("–" for none), change against the period before, and its state.
    `note` is what the value is of, `second` its change against something else."""

    label: str
    value: str
    unit: str
    target: str
    compared: Compared
    state: State
    finding: str = ""
    behind: Behind | None = None
    note: str = ""
    second: Compared = ""

    @property
    def delta(self) -> str:
        """The change in all its words."""
        return change_of(self.compared).words

    @property
    def has_target(self) -> bool:
        """Whether it is judged."""
        return self.target not in ("", "–")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles(Block):
    """The first `shown` are cards on screen; the page lists all of them in a table."""

    kind: ClassVar[str] = "tiles"
    tiles: tuple[Tile, ...]
    shown: int = 4
    half: bool = False

    @property
    def cards(self) -> tuple[Tile, ...]:
        """Those on screen."""
        return self.tiles[: self.shown]

    def _finding(self) -> str:
        judged = [tile for tile in self.tiles if tile.state != "No data"]
        if not judged:
            return tr("No measure has a target and data.")
        return tr(
            "{count} of {count_2} measures are on target.",
            count=sum(tile.state == "On target" for tile in judged),
            count_2=len(judged),
        )

    def _alternative(self) -> str:
        return f"{joined([(tile.label, f'{tile.value} ({within(state_words(tile.state))})') for tile in self.tiles])}."

    def table(self) -> list[tuple[str, ...]]:
        """Measure, value, target, change, state."""
        head: list[tuple[str, ...]] = [(tr("Measure"), tr("Value"), tr("Target"), tr("Change"), tr("State"))]
        return head + [(tile.label, tile.value, tile.target, tile.delta, state_words(tile.state)) for tile in self.tiles]

    def rows(self) -> list[Row]:
        """A line a measure."""
        part = self.part or "Measure"
        return [(part, tile.label, tile.value, tile.target, tile.delta, state_words(tile.state)) for tile in self.tiles]

    def _page(self, width: float) -> dict[str, Any]:
        return {"rows": [_written(tile) for tile in self.tiles]}


def _written(tile: Tile) -> dict[str, Any]:
    plain = ("label", "value", "unit", "target", "delta", "state", "finding", "note")
    # What it is compared with stands above the table.
    change, second = change_of(tile.compared).short, change_of(tile.second).words
    return {name: getattr(tile, name) for name in plain} | {"change": change, "second": second}
