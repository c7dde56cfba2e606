"""Steps in a row: each works, waits, does not work, or nobody knows; with when it was last seen working."""

from typing import Any, ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.board_drawing import mark
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.tiles import State
from journeydesk.reports.drawing import Box, Dot, Drawing, Part, Stroke, Words

StepState = Literal["working", "waiting", "not working", "not seen"]
_WORDS: dict[StepState, str] = {
    "working": tr("Working"),
    "waiting": tr("Waiting"),
    "not working": tr("Not working"),
    "not seen": tr("Not seen yet"),
}
_MARKS: dict[StepState, State] = {"working": "On target", "waiting": "Close", "not working": "Below", "not seen": "No data"}
_ROOM = 150.0
"""The least width of a cell."""
_INKS: dict[StepState, str] = {"working": "ok", "waiting": "warn", "not working": "danger", "not seen": "text3"}


@dataclass(frozen=True, slots=True)
class OneStep:
    """A step: its number and name, how it is, when it was last seen working, and a line about it."""

    number: int
    name: str
    state: StepState
    seen: str
    about: str
    behind: Behind | None = None

    @property
    def said(self) -> str:
        """All of it in a sentence."""
        about = f", {self.about}" if self.about else ""
        return f"{self.number} {self.name}: {within(_WORDS[self.state])}, {tr('seen working')} {self.seen}{about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Drawn):
    """In their order."""

    kind: ClassVar[str] = "steps"
    tall: ClassVar[float] = 122.0
    steps: tuple[OneStep, ...]
    half: bool = False

    def _finding(self) -> str:
        bad = [step.name for step in self.steps if step.state == "not working"]
        if bad:
            return tr("Not working: {names}.", names=", ".join(bad))
        working = sum(step.state == "working" for step in self.steps)
        return tr("{working} of {all} steps work.", working=working, all=len(self.steps))

    def _alternative(self) -> str:
        return f"{self.heading}. {joined([(f'{step.name}:', f'{within(_WORDS[step.state])}, {step.seen}') for step in self.steps])}."

    def table(self) -> list[tuple[str, ...]]:
        """A row a step."""
        head: list[tuple[str, ...]] = [(tr("Step"), tr("State"), tr("Seen working"), tr("About"))]
        return head + [(f"{step.number} {step.name}", _WORDS[step.state], step.seen, step.about) for step in self.steps]

    def rows(self) -> list[Row]:
        """When each was seen working as value, and how it is as state."""
        part = self.part or self.heading
        return [(part, step.name, step.seen, "", "", _WORDS[step.state]) for step in self.steps]

    def tall_at(self, width: float) -> float:
        """How high it is at a width: where six cells have no room beside each other, three and three."""
        return self.tall * self._rows(width)

    def _rows(self, width: float) -> int:
        return 1 if width >= _ROOM * len(self.steps) else 2

    def _page(self, width: float) -> dict[str, Any]:
        return {"drawing": self.draw(width, self.tall_at(width)).page()}

    def draw(self, width: float, height: float) -> Drawing:
        """Cells side by side; what does not work has a bar of its colour on top."""
        drawing, rows = Drawing(width, height), self._rows(width)
        across = -(-len(self.steps) // rows) or 1
        wide, tall = width / across, height / rows
        for place, step in enumerate(self.steps):
            row, column = divmod(place, across)
            _draw_step(drawing, step, column * wide, row * tall, wide, tall)
        return drawing


def _draw_step(drawing: Drawing, step: OneStep, x: float, y: float, wide: float, tall: float) -> None:
    ink = _INKS[step.state]
    if step.state in ("not working", "waiting"):
        drawing.add(Box(x, y, wide, tall, ink, 0.1), Box(x, y, wide, 3, ink))
    if x:
        drawing.add(Stroke(((x, y), (x, y + tall)), "line"))
    if y:
        drawing.add(Stroke(((x, y), (x + wide, y)), "line"))
    drawing.add(Dot(x + 24, y + 22, 9.5, "base", "text2"), Words(x + 24, y + 22, str(step.number), "center", -2, 600))
    drawing.add(Words(x + 42, y + 22, step.name, weight=600))
    mark(drawing, _MARKS[step.state], x + 21, y + 48)
    drawing.add(Words(x + 34, y + 48, _WORDS[step.state], weight=600, ink=ink))
    drawing.add(Words(x + 14, y + 69, tr("seen working"), step=-1, ink="text2"), Words(x + 14, y + 86, step.seen, step=-1))
    drawing.add(Words(x + 14, y + 104, step.about, step=-1, ink="text2"))
    drawing.parts.append(Part(x + 1, y + 1, wide - 2, tall - 2, step.said, step.behind))
