"""Indicators by day: the value of each, its state, and its states on the days before, told apart by shape and not by colour alone."""

from typing import ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr, tr_count, within
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.board_drawing import mark
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.blocks.tiles import State
from journeydesk.reports.drawing import Box, Drawing, Part, Stroke, Words

Light = Literal["green", "yellow", "red", "none"]
_LOOKS: dict[Light, tuple[str, float, str]] = {
    "green": ("ok", 0.12, "ok"),
    "yellow": ("warn", 0.12, "warn"),
    "red": ("danger", 1.0, "base"),
    "none": ("line2", 0.25, "text3"),
}
"""Fill, its share and the ink of the mark."""
LIGHT_STATES: dict[Light, State] = {"green": "On target", "yellow": "Close", "red": "Below", "none": "No data"}
"""The state of a measure that each is."""
_HEAD = 40.0
_LETTER = 7.1
"""About how wide a letter of a name is."""

_NAME_MOST = 226.0
_PITCH = 52.0
_CELL = 20.0


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: value as written, what it is of, its limits in words, its states by day (the last is the day's own), and what
    that says."""

    name: str
    limits: str
    value: str
    note: str
    lights: tuple[Light, ...]
    says: str
    behind: Behind | None = None

    @property
    def light(self) -> Light:
        """The state of the day itself."""
        return self.lights[-1] if self.lights else "none"


def light_words(light: Light) -> str:
    """Green, yellow, red, no data."""
    return {"green": tr("Green"), "yellow": tr("Yellow"), "red": tr("Red"), "none": tr("No data")}[light]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators(Drawn):
    """`days` are the labels above the states, the last the day's own. Raises ValueError where an indicator has other days."""

    kind: ClassVar[str] = "indicators"
    indicators: tuple[Indicator, ...]
    days: tuple[str, ...]
    half: bool = False

    def __post_init__(self) -> None:
        if any(len(each.lights) != len(self.days) for each in self.indicators):
            raise ValueError(f"{len(self.days)} days, but an indicator of others")

    @property
    def height(self) -> float:
        """A line for each."""
        return _HEAD + _PITCH * len(self.indicators)

    def _count(self, light: Light) -> int:
        return sum(each.light == light for each in self.indicators)

    def _finding(self) -> str:
        parts = [
            (self._count("green"), tr("green")),
            (self._count("yellow"), tr("yellow")),
            (self._count("red"), tr("red")),
            (self._count("none"), tr("without data")),
        ]
        words = ", ".join(f"{count} {name}" for count, name in parts if count)
        return f"{words}." if words else tr("No data.")

    def _alternative(self) -> str:
        said = [(each.name, f"{each.value} ({within(light_words(each.light))})") for each in self.indicators]
        return f"{self.heading}: {joined(said)}."

    def table(self) -> list[tuple[str, ...]]:
        """Name, value, state, each day's state."""
        head: tuple[str, ...] = (tr("Indicator"), tr("Value"), tr("State"), *self.days)
        return [
            head,
            *((each.name, each.value, light_words(each.light), *map(light_words, each.lights)) for each in self.indicators),
        ]

    def rows(self) -> list[Row]:
        """The value with its limits as target and its state; then the states by day."""
        part = self.part or tr("Health")
        lines: list[Row] = []
        for each in self.indicators:
            lines.append((part, each.name, each.value, each.limits, each.note, light_words(each.light)))
            lines += [
                (part, f"{each.name}, {day}", "", "", "", light_words(light))
                for day, light in zip(self.days, each.lights, strict=True)
            ]
        return lines

    def draw(self, width: float, height: float) -> Drawing:
        """A line each: name and limits, value, state, the days, what it says (where there is room)."""
        drawing = Drawing(width, height)
        named = _LETTER * max((len(each.name) for each in self.indicators), default=0)
        value = max(182.0, min(_NAME_MOST, named + 8)) if width < 760 else max(190.0, min(_NAME_MOST, named + 8))
        marked = width >= 760
        state = value + (130 if marked else 80)
        first = state + (96 if marked else 58)
        room = 196.0 if width >= 900 else 8.0
        pitch = min(28.0, (width - first - room) / max(1, len(self.days)))
        heads = ((0.0, tr("Indicator")), (value, tr("Value")), (state, tr("State")))
        drawing.add(*(Words(x, 24, words, step=-2, ink="text3") for x, words in heads))
        for place, label in enumerate(self.days):
            weight, ink = (600, "text") if place == len(self.days) - 1 else (400, "text2")
            for line, words in enumerate(label.split(" ")):
                drawing.add(Words(first + pitch * (place + 0.5), 12 + 13 * line, words, "center", -3, weight, ink))
        for place, each in enumerate(self.indicators):
            top = _HEAD + _PITCH * place
            middle = top + _PITCH / 2
            drawing.add(Stroke(((0, top), (width, top)), "line2" if not place else "line"))
            drawing.add(Words(0, middle - 8, each.name, weight=500), Words(0, middle + 10, each.limits, step=-2, ink="text3"))
            drawing.add(
                Words(value, middle - 6, each.value, step=2, weight=600),
                Words(value, middle + 12, each.note, step=-2, ink="text2"),
            )
            _, _, ink = _LOOKS[each.light]
            inked = "danger" if each.light == "red" else ink
            if marked:
                mark(drawing, LIGHT_STATES[each.light], state + 6, middle)
            drawing.add(Words(state + 18 * marked, middle, light_words(each.light), step=-1, weight=600, ink=inked))
            for day, light in enumerate(each.lights):
                _draw_cell(drawing, light, first + pitch * (day + 0.5), middle, min(_CELL, pitch - 2))
            if room > 100:
                drawing.add(Words(width - room + 12, middle, each.says, step=-1, ink="text2"))
            words = f"{each.name}: {each.value}, {within(light_words(each.light))}. {each.says}"
            drawing.parts.append(Part(0, top + 2, width, _PITCH - 4, words, each.behind))
        return drawing


def _draw_cell(drawing: Drawing, light: Light, x: float, y: float, size: float) -> None:
    fill, share, ink = _LOOKS[light]
    half, mark = size / 2, size * 0.22
    drawing.add(Box(x - half, y - half, size, size, fill, share, fill, 3))
    if light == "green":
        drawing.add(Stroke(((x - mark, y), (x - mark * 0.2, y + mark * 0.8), (x + mark, y - mark * 0.8)), ink, 1.4))
    elif light == "yellow":
        drawing.add(Stroke(((x - mark, y), (x + mark, y)), ink, 1.6))
    elif light == "red":
        drawing.add(Stroke(((x - mark, y - mark), (x + mark, y + mark)), ink, 1.6))
        drawing.add(Stroke(((x - mark, y + mark), (x + mark, y - mark)), ink, 1.6))


def run_words(lights: tuple[Light, ...]) -> str:
    """Red for 2 days, Green for 14 days: how long the state of the last day has held, as far as it is shown."""
    if not lights or lights[-1] == "none":
        return tr("No data")
    run = next((n for n, light in enumerate(reversed(lights)) if light != lights[-1]), len(lights))
    state = light_words(lights[-1])
    return tr_count("{state} for {count} day", "{state} for {count} days", run, state=state)
