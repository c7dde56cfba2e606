"""Tiles: measures with target, change and state."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Literal

from journeydesk.domain.words import named, tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined

State = Literal["On target", "Close", "Below", "No data"]


def state_words(state: State) -> str:
    """A state as it is called; "Close" is near the target, and no button."""
    return tr("Close", meaning="near the target") if state == "Close" else named(state)


@dataclass(frozen=True, slots=True)
class Tile:
    """One measure: value as written, its unit behind it, target ("–" for none), change against the period before, and its state.
    `note` is what the value is of, `second` its change against something else."""

    label: str
    value: str
    unit: str
    target: str
    delta: str
    state: State
    finding: str = ""
    behind: Behind | None = None
    note: str = ""
    second: str = ""

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
    written = asdict(tile)
    del written["behind"]
    # What it is compared with stands above the table.
    between = tr("{signed} vs {versus}", signed="", versus="")
    return written | {"change": tile.delta.split(between)[0], "note": tile.note, "second": tile.second}
