"""The funnel: how many reached each stage, how many went on, and where most are lost."""

from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, percent, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Block, Row, joined


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """How many reached a stage, and the share of those that go on to the next (None for the last, or too few).

    `still` is how many of those who did not go on are in the stage now; None where that is not told apart.
    """

    number: int
    name: str
    count: int
    go_on: float | None
    drop_off: int
    largest_loss: bool = False
    still: int | None = None
    behind: Behind | None = None

    @property
    def caption(self) -> str:
        """↓ 65% go on · 434 drop off."""
        if self.drop_off == 0 and self.go_on is None:
            return ""
        rate = tr("fewer than 10") if self.go_on is None else tr("{go_on}% go on", go_on=figure(self.go_on * 100))
        return tr("↓ {rate} · {drop_off} drop off", rate=rate, drop_off=figure(self.drop_off)) + (
            tr(" · largest loss") if self.largest_loss else ""
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel(Block):
    """Stages in order. Raises ValueError where a stage has more prospects than the one before, or where more are still in
    a stage than did not go on: who reached a stage passed those before it."""

    kind: ClassVar[str] = "funnel"
    stages: tuple[FunnelStage, ...]

    def __post_init__(self) -> None:
        for place, stage in enumerate(self.stages):
            following = self.stages[place + 1].count if place + 1 < len(self.stages) else None
            if following is not None and stage.drop_off != stage.count - following:
                raise ValueError(f"{stage.name}: {stage.count} − {stage.drop_off} is not {following}")
            if stage.drop_off < 0 or (following is not None and stage.still is not None and stage.still > stage.drop_off):
                raise ValueError(f"{stage.name}: {stage.drop_off} dropped off, {stage.still} of them still there")

    @property
    def most(self) -> int:
        """The greatest count."""
        return max((stage.count for stage in self.stages), default=0)

    def _worst(self) -> FunnelStage | None:
        return next((stage for stage in self.stages if stage.largest_loss), None)

    def _finding(self) -> str:
        worst = self._worst()
        return (
            tr("Nobody was lost.")
            if worst is None
            else tr("Most are lost after {name}: {drop_off}.", name=worst.name, drop_off=figure(worst.drop_off))
        )

    def _alternative(self) -> str:
        worst = self._worst()
        counts = joined([(stage.name, figure(stage.count)) for stage in self.stages])
        return f"{self.heading}: {counts}." + (tr(" Most are lost after {name}.", name=worst.name) if worst else "")

    def table(self) -> list[tuple[str, ...]]:
        """Stage, count, share that went on, dropped."""
        rows: list[tuple[str, ...]] = [(tr("Stage"), tr("Reached"), tr("Went on"), tr("Dropped off"))]
        for stage in self.stages:
            share = percent(stage.go_on, 1) if stage.go_on is not None else ""
            rows.append((stage.name, str(stage.count), share, str(stage.drop_off) if stage.caption else ""))
        return rows

    def rows(self) -> list[Row]:
        """The count as value, the share that went on as change."""
        part = self.part or tr("Funnel")
        return [
            (part, stage.name, str(stage.count), "", "" if stage.go_on is None else f"{stage.go_on:.4f}", "")
            for stage in self.stages
        ]

    def _page(self, width: float) -> dict[str, Any]:
        return {
            "stages": [
                {
                    "number": stage.number,
                    "name": stage.name,
                    "count": stage.count,
                    "words": figure(stage.count),
                    "caption": stage.caption,
                    "largest_loss": stage.largest_loss,
                    "parted": stage.still is not None,
                    "went_on": stage.count - stage.drop_off,
                    "still": stage.still or 0,
                }
                for stage in self.stages
            ]
        }
