"""The waterfall: how an amount became another, step by step."""

from itertools import accumulate
from typing import ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Drawing, Part, Stroke, Words
from journeydesk.reports.scale import Scale, Unit, scale

Tone = Literal["gain", "loss", "good", "bad"]
_LOOKS: dict[Tone, tuple[str, str, float]] = {
    "gain": ("accent-fill", "accent-fill", 1.0),
    "loss": ("base", "warn", 1.0),
    "good": ("ok", "ok", 0.5),
    "bad": ("danger", "danger", 1.0),
}
"""Fill, edge and share of the fill: told apart in grey by filled, hollow and half."""
_LEFT = 52
_RIGHT = 6
_TOP = 24
_BELOW = 42
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Step:
    """What was added or (below zero) taken, in whole minor units."""

    name: str
    amount: int
    note: str = ""
    tone: Tone = "gain"
    behind: Behind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waterfall(Drawn):
    """Raises ValueError unless opening and steps add up to closing. An axis that does not start at zero is said."""

    kind: ClassVar[str] = "waterfall"
    opening: Step
    steps: tuple[Step, ...]
    closing: Step
    unit: Unit
    half: bool = False

    def __post_init__(self) -> None:
        total = self.opening.amount + sum(step.amount for step in self.steps)
        if total != self.closing.amount:
            raise ValueError(f"{self.opening.amount} and the steps make {total}, not {self.closing.amount}")

    @property
    def subtitle(self) -> str:
        """The note, and where the axis starts if not at zero."""
        axis = self._scale()
        broken = tr("axis starts at {axis}", axis=self.unit.axis(axis.low)) if axis.broken else ""
        return ", ".join(words for words in (self.note, broken) if words)

    def _finding(self) -> str:
        change = self.closing.amount - self.opening.amount
        if not change:
            return tr(
                "{name} is what {name_2} was: {words}.",
                name=self.closing.name,
                name_2=within(self.opening.name),
                words=self.unit.words(self.closing.amount),
            )
        largest = max(self.steps, key=lambda step: step.amount if change > 0 else -step.amount)
        words, name = self.unit.words(abs(change)), within(largest.name)
        if change > 0:
            return tr("It grew by {words}, mostly {name}.", words=words, name=name)
        return tr("It fell by {words}, mostly {name}.", words=words, name=name)

    def _alternative(self) -> str:
        steps = joined([(within(step.name), self.unit.signed(step.amount)) for step in self.steps])
        ends = [f"{end.name} {self.unit.words(end.amount)}" for end in (self.opening, self.closing)]
        return f"{self.heading}: {ends[0]}{', ' if steps else ''}{steps}, {ends[1]}."

    def table(self) -> list[tuple[str, ...]]:
        """Step, amount, note."""
        bars = (self.opening, *self.steps, self.closing)
        return [(tr("Step"), tr("Amount"), tr("Of")), *((bar.name, self.unit.exact(bar.amount), bar.note) for bar in bars)]

    def rows(self) -> list[Row]:
        """Opening and closing as value, the steps as change."""
        part, exact = self.part or self.heading, self.unit.exact
        first, last = self.opening, self.closing
        steps: list[Row] = [(part, step.name, "", "", exact(step.amount), step.note) for step in self.steps]
        return [
            (part, first.name, exact(first.amount), "", "", first.note),
            *steps,
            (part, last.name, exact(last.amount), "", "", last.note),
        ]

    def levels(self) -> list[int]:
        """The amount before the first step and after each."""
        return list(accumulate((step.amount for step in self.steps), initial=self.opening.amount))

    def _scale(self) -> Scale:
        low, high = min(self.levels()), max(self.levels())
        if low > (high - low) * 1.5:
            near = scale(low - (high - low) * 0.4, high)
            return near if near.low > 0 else scale(0, high)
        return scale(min(0, low), max(high, 0) or 1)

    def draw(self, width: float, height: float) -> Drawing:
        """Columns side by side, each step from where the one before left off."""
        drawing, axis = Drawing(width, height), self._scale()
        ground = height - _BELOW

        def y(amount: float) -> float:
            return ground - (ground - _TOP) * axis.share(amount)

        for tick in axis.ticks():
            line = Stroke(((_LEFT, y(tick)), (width - _RIGHT, y(tick))), ink="ctl" if tick == axis.low else "line")
            drawing.add(line, Words(_LEFT - 8, y(tick), self.unit.axis(tick), "right", -2, ink="text3"))
        pitch = (width - _LEFT - _RIGHT) / (len(self.steps) + 2)
        room = pitch * 0.62
        levels = self.levels()
        for place, bar in enumerate((self.opening, *self.steps, self.closing)):
            left = _LEFT + pitch * place + (pitch - room) / 2
            ends = place in {0, len(self.steps) + 1}
            start, end = (max(0.0, axis.low), float(bar.amount)) if ends else (levels[place - 1], levels[place])
            top, bottom = sorted((y(start), y(end)))
            tall = max(_LEAST, bottom - top)
            if ends:
                drawing.add(Box(left, top, room, tall, "text3"))
                if axis.broken and tall > 24:
                    drawing.add(_zigzag(left, room, ground - 10))
                words = self.unit.words(bar.amount)
            else:
                fill, edge, share = _LOOKS[bar.tone]
                drawing.add(Box(left + 1, top, room - 2, tall, fill, share, edge, 1.5))
                words = self.unit.signed(bar.amount)
            middle = left + room / 2
            drawing.add(Words(middle, top - 10, words, "center", -1, 600))
            drawing.add(Words(middle, ground + 15, bar.name, "center", -1, 500))
            drawing.add(Words(middle, ground + 31, bar.note, "center", -2, ink="text3"))
            if place <= len(self.steps):
                level = y(levels[place])
                drawing.add(Stroke(((left + room, level), (left + pitch, level)), "text3", 1, (2, 2)))
            said = f"{bar.name}: {words}" + (f", {bar.note}" if bar.note else "")
            drawing.parts.append(Part(left - 4, top - 18, room + 8, tall + 22, said, bar.behind))
        return drawing


def _zigzag(left: float, room: float, y: float) -> Stroke:
    """The mark of an axis that does not start at zero, in the colour of the ground across a column."""
    half = room / 2
    return Stroke(((left - 1, y), (left + half, y - 5), (left + half, y + 3), (left + room + 1, y - 2)), "base", 3)
