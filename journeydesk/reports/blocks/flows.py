"""Flows: how prospects move between the stages of a journey, each flow as wide as its number of moves."""

from itertools import pairwise
from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.flow_drawing import draw_flows, tall_enough
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.drawing import Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows(Drawn):
    """Raises ValueError where those who reached a stage are not the sum of who went on, who is still there and who left, or
    where a flow begins or ends at no stage."""

    kind: ClassVar[str] = "flows"
    tall: ClassVar[float] = 480.0
    stages: tuple[FlowStage, ...]
    flows: tuple[Flow, ...]
    half: bool = False

    def __post_init__(self) -> None:
        for stage, following in pairwise(self.stages):
            if stage.reached != following.reached + stage.still + stage.left:
                parts = tr(
                    "{reached} on, {still} still there, {left} left",
                    reached=following.reached,
                    still=stage.still,
                    left=stage.left,
                )
                raise ValueError(f"{stage.name}: {stage.reached} is not {parts}")
        numbers = {stage.number for stage in self.stages}
        if any({flow.source, flow.target} - numbers or flow.source == flow.target for flow in self.flows):
            raise ValueError("A flow has no stage at one of its ends")

    def _name(self, number: int) -> str:
        return next(stage.name for stage in self.stages if stage.number == number)

    def _named(self, flow: Flow) -> str:
        return f"{self._name(flow.source)} → {self._name(flow.target)}"

    def _finding(self) -> str:
        left = sum(stage.left for stage in self.stages)
        if not left:
            return tr("Nobody left.")
        worst = max(self.stages, key=lambda stage: stage.left)
        return tr("Most leave from {name}: {left} of {left_2}.", name=worst.name, left=figure(worst.left), left_2=figure(left))

    def _alternative(self) -> str:
        stages = [
            (
                stage.name,
                tr(
                    "{reached} reached, {still} there now, {left} left",
                    reached=figure(stage.reached),
                    still=figure(stage.still),
                    left=figure(stage.left),
                ),
            )
            for stage in self.stages
        ]
        flows = joined([(self._named(flow), figure(flow.moves)) for flow in self.flows])
        return tr(
            "{heading}. {joined}. Moves: {flows}.", heading=self.heading, joined=joined(stages), flows=flows or tr("none")
        )

    def table(self) -> list[tuple[str, ...]]:
        """A row for each flow, then for those still there and those who left of each stage."""
        rows: list[tuple[str, ...]] = [(tr("From"), tr("To"), tr("Moves"))]
        rows += [(self._name(flow.source), self._name(flow.target), str(flow.moves)) for flow in self.flows]
        for stage in self.stages:
            rows += [
                (stage.name, tr("still there"), str(stage.still)),
                (stage.name, tr("left"), str(stage.left)),
            ]
        return rows

    def rows(self) -> list[Row]:
        """The moves of each flow, and of each stage who reached it, is there and left."""
        part = self.part or self.heading
        rows: list[Row] = [(part, self._named(flow), str(flow.moves), "", "", tr("moves")) for flow in self.flows]
        for stage in self.stages:
            counts = (
                (tr("reached"), stage.reached),
                (tr("still there"), stage.still),
                (tr("left"), stage.left),
            )
            rows += [(part, stage.name, str(count), "", "", state) for state, count in counts]
        return rows

    def _page(self, width: float) -> dict[str, Any]:
        return {"drawing": self.draw(width, tall_enough(self.stages, self.flows, width, self.tall)).page()}

    def draw(self, width: float, height: float) -> Drawing:
        """The stages from left to right, flows between them, who left falling out below."""
        return draw_flows(self.stages, self.flows, width, height)
