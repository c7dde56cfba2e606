"""A series: values over time, with the levels to reach and the range of what is expected."""

from collections.abc import Callable
from typing import ClassVar, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Dot, Drawing, Part, Point, Stroke, Words
from journeydesk.reports.scale import Scale, Unit, scale

Style = Literal["solid", "steps", "dashed", "dotted"]
At = Callable[[float, float], Point]
"""Where the value of a point in time is in the drawing."""
_DASHES: dict[Style, tuple[float, ...]] = {"solid": (), "steps": (), "dashed": (5, 3), "dotted": (1.5, 3)}
_LEFT = 52
_LETTER = 6.3
"""About how wide a letter of the small text is."""
_TOP = 14
_BELOW = 46
_APART = 15.0
_ROOM_OF_LABEL = 52


@dataclass(frozen=True, slots=True)
class Curve:
    """A line of the chart: a value for each point in time, None where there is none."""

    name: str
    values: tuple[float | None, ...]
    style: Style = "solid"
    ink: str = "accent-fill"

    @property
    def last(self) -> tuple[int, float] | None:
        """The place and the value of its last point."""
        return next(((n, v) for n, v in reversed(list(enumerate(self.values))) if v is not None), None)


@dataclass(frozen=True, slots=True)
class Level:
    """A value to reach, drawn across."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Band:
    """The range of what is expected: a low and a high end for each point in time, None outside of it."""

    name: str
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Drawn):
    """The first curve is the one that the chart is about. Raises ValueError where a curve or the band has more or fewer
    values than `labels`. `over` names what runs along the axis ("Week")."""

    kind: ClassVar[str] = "series"
    labels: tuple[str, ...]
    curves: tuple[Curve, ...]
    unit: Unit
    over: str
    levels: tuple[Level, ...] = ()
    band: Band | None = None
    from_zero: bool = True

    def __post_init__(self) -> None:
        lines = [curve.values for curve in self.curves]
        if self.band is not None:
            lines += [self.band.low, self.band.high]
        if any(len(values) != len(self.labels) for values in lines):
            raise ValueError(f"{len(self.labels)} points in time, but a line of other length")

    def _finding(self) -> str:
        known = [value for value in self.curves[0].values if value is not None] if self.curves else []
        if not known:
            return tr("No data.")
        first, last = known[0], known[-1]
        # What is written alike stayed where it was, for whoever reads it.
        same = self.unit.words(first) == self.unit.words(last)
        name, now, before = self.curves[0].name, self.unit.words(last), self.unit.words(first)
        if same:
            return tr("{name} stayed at {now}.", name=name, now=now)
        if last > first:
            return tr("{name} rose from {before} to {now}.", name=name, before=before, now=now)
        return tr("{name} fell from {before} to {now}.", name=name, before=before, now=now)

    def _alternative(self) -> str:
        parts = []
        for curve in self.curves:
            known = [(self.labels[n], self.unit.words(v)) for n, v in enumerate(curve.values) if v is not None]
            parts.append(f"{curve.name}: {joined(known) or tr('no data')}")
        levels = joined([(level.name, self.unit.words(level.value)) for level in self.levels])
        return f"{self.heading}. {'. '.join(parts)}." + (tr(" Levels: {levels}.", levels=levels) if levels else "")

    def _columns(self) -> list[tuple[str, tuple[float | None, ...]]]:
        columns = [(curve.name, curve.values) for curve in self.curves]
        if self.band is not None:
            columns += [
                (tr("{name}, low", name=self.band.name), self.band.low),
                (tr("{name}, high", name=self.band.name), self.band.high),
            ]
        return columns

    def _exact(self, value: float | None) -> str:
        return "" if value is None else self.unit.exact(value)

    def table(self) -> list[tuple[str, ...]]:
        """A row for each point in time, a column for each curve and for the ends of the band."""
        columns = self._columns()
        rows: list[tuple[str, ...]] = [(self.over, *(name for name, _ in columns))]
        rows += [(label, *(self._exact(values[n]) for _, values in columns)) for n, label in enumerate(self.labels)]
        return rows

    def rows(self) -> list[Row]:
        """A line for each point of each curve, the curve as last word; the levels at the end as targets."""
        part = self.part or self.heading
        points: list[Row] = [
            (part, label, self._exact(values[n]), "", "", name)
            for name, values in self._columns()
            for n, label in enumerate(self.labels)
        ]
        return points + [(part, level.name, "", self.unit.exact(level.value), "", "") for level in self.levels]

    def _scale(self) -> Scale:
        values = [value for _, line in self._columns() for value in line if value is not None]
        values += [level.value for level in self.levels]
        if self.from_zero or not values:
            values.append(0.0)
        return scale(min(values), max(values))

    def draw(self, width: float, height: float) -> Drawing:
        """Band below, levels and curves above, each named at its right end."""
        drawing, axis = Drawing(width, height), self._scale()
        names = self._names()
        ground, right = height - _BELOW, width - 16 - _LETTER * max((len(name) for _, name in names), default=2)
        step = (right - _LEFT) / max(1, len(self.labels) - 1)

        def at(place: float, value: float) -> Point:
            return _LEFT + step * place, ground - (ground - _TOP) * axis.share(value)

        for tick in axis.ticks():
            y = at(0, tick)[1]
            drawing.add(Stroke(((_LEFT, y), (right, y)), "ctl" if tick == axis.low else "line"))
            drawing.add(Words(_LEFT - 8, y, self.unit.axis(tick), "right", -2, ink="text3"))
        every = max(1, -(-_ROOM_OF_LABEL * len(self.labels) // max(1, int(right - _LEFT))))
        for place in range(len(self.labels) - 1, -1, -every):
            last = place == len(self.labels) - 1
            weight, ink = (600, "text") if last else (400, "text2")
            drawing.add(Words(_LEFT + step * place, ground + 14, self.labels[place], "center", -2, weight, ink))
        if self.band is not None:
            ends = [(n, low, high) for n, (low, high) in enumerate(zip(self.band.low, self.band.high, strict=True))]
            known = [(n, low, high) for n, low, high in ends if low is not None and high is not None]
            there, back = [at(n, high) for n, _, high in known], [at(n, low) for n, low, _ in reversed(known)]
            drawing.add(Stroke((*there, *back), fill="line2", share=0.6))
        for level in self.levels:
            drawing.add(Stroke((at(0, level.value), (right, at(0, level.value)[1])), "text2", 1.2, (4, 3)))
        for curve in self.curves:
            for points in _runs(curve, at):
                drawing.add(Stroke(tuple(points), curve.ink, 2, _DASHES[curve.style]))
        self._draw_names(drawing, names, at, right)
        self._draw_legend(drawing, height - 10)
        for place, label in enumerate(self.labels):
            said = [(curve.name, self.unit.words(v)) for curve in self.curves if (v := curve.values[place]) is not None]
            x = _LEFT + step * (place - 0.5)
            drawing.parts.append(Part(x, _TOP - 6, step, ground - _TOP + 12, f"{label}: {joined(said) or tr('no data')}"))
        return drawing

    def _names(self) -> list[tuple[float, str]]:
        """What is written at the right end: the last value of each curve that reaches it, and the levels' names."""
        names = [(level.value, level.name) for level in self.levels]
        for place, curve in enumerate(self.curves):
            if curve.last is not None and curve.last[0] == len(self.labels) - 1:
                words = self.unit.words(curve.last[1])
                names.append((curve.last[1], words if place == 0 else f"{curve.name} {words}"))
        return names

    def _draw_names(self, drawing: Drawing, names: list[tuple[float, str]], at: At, right: float) -> None:
        """None over another; the first curve's last point is a dot, and has its value beside it where it ends earlier."""
        main = self.curves[0].last if self.curves else None
        if main is not None:
            x, y = at(*main)
            drawing.add(Dot(x, y, 4, self.curves[0].ink, "base"))
            if main[0] < len(self.labels) - 1:
                drawing.add(Words(x - 6, y - 12, self.unit.words(main[1]), "right", -1, 600))
        free = 0.0
        for y, name in sorted((at(0, value)[1], name) for value, name in names):
            free = max(y, free)
            strong = main is not None and name == self.unit.words(main[1])
            weight, ink = (600, "text") if strong else (400, "text2")
            drawing.add(Words(right + 8, free, name, step=-2, weight=weight, ink=ink))
            free += _APART

    def _draw_legend(self, drawing: Drawing, y: float) -> None:
        if len(self.curves) < 2 and self.band is None:
            return
        x = float(_LEFT)
        for curve in self.curves:
            drawing.add(Stroke(((x, y), (x + 18, y)), curve.ink, 2, _DASHES[curve.style]))
            drawing.add(Words(x + 23, y, curve.name, step=-2, ink="text2"))
            x += 38 + 6.2 * len(curve.name)
        if self.band is not None:
            drawing.add(Box(x, y - 5, 18, 10, "line2", 0.6), Words(x + 23, y, self.band.name, step=-2, ink="text2"))


def _runs(curve: Curve, at: At) -> list[list[Point]]:
    """The curve's points, a list for each stretch without a gap; steps get the corner before each point."""
    runs: list[list[Point]] = [[]]
    for place, value in enumerate(curve.values):
        if value is None:
            runs.append([])
            continue
        x, y = at(place, value)
        if curve.style == "steps" and runs[-1]:
            runs[-1].append((x, runs[-1][-1][1]))
        runs[-1].append((x, y))
    return [run for run in runs if len(run) > 1]
