"""Steps in a row: each works, waits, does not work, or nobody knows; with when it was last seen working."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from journeydesk.domain.words import tr
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
        return f"{self.number} {self.name}: {_WORDS[self.state].lower()}, {tr('seen working')} {self.seen}{about}"


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
        return f"{self.heading}. {joined([(f'{step.name}:', f'{_WORDS[step.state].lower()}, {step.seen}') for step in self.steps])}."

    def table(self) -> list[tuple[str, ...]]:
        """A row a step."""
        head: list[tuple[str, ...]] = [(tr("Step"), tr("State"), tr("Seen working"), tr("About"))]
        return head + [(f"{step.number} {step.name}", _WORDS[step.state], step.seen, step.about) for step in self.steps]

    def rows(self) -> list[Row]:
        """When each was seen working as value, and how it is as state."""
        part = self.part or self.heading
        return [(part, step.name, step.seen, "", "", _WORDS[step.state]) for step in self.steps]

    def draw(self, width: float, height: float) -> Drawing:
        """Cells side by side; what does not work has a bar of its colour on top."""
        drawing = Drawing(width, height)
        wide = width / max(1, len(self.steps))
        for place, step in enumerate(self.steps):
            x, ink = place * wide, _INKS[step.state]
            troubled = step.state in ("not working", "waiting")
            if troubled:
                drawing.add(Box(x, 0, wide, height, ink, 0.1), Box(x, 0, wide, 3, ink))
            if place:
                drawing.add(Stroke(((x, 0), (x, height)), "line"))
            drawing.add(Dot(x + 24, 22, 9.5, "base", "text2"), Words(x + 24, 22, str(step.number), "center", -2, 600))
            drawing.add(Words(x + 42, 22, step.name, weight=600))
            mark(drawing, _MARKS[step.state], x + 21, 48)
            drawing.add(Words(x + 34, 48, _WORDS[step.state], weight=600, ink=ink))
            drawing.add(Words(x + 14, 69, tr("seen working"), step=-1, ink="text2"), Words(x + 14, 86, step.seen, step=-1))
            drawing.add(Words(x + 14, 104, step.about, step=-1, ink="text2"))
            drawing.parts.append(Part(x + 1, 1, wide - 2, height - 2, step.said, step.behind))
        return drawing
