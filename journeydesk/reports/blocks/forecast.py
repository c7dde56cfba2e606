"""The forecast beside what came: for each past period the range that was expected and the amount that there was."""

from typing import ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Dot, Drawing, Part, Stroke, Words
from journeydesk.reports.scale import Unit, scale

_LEFT = 52
_TOP = 22
_BELOW = 48
_LETTER = 6.0
"""About how wide a letter of the legend is."""

_DIAMOND = 6.0


@dataclass(frozen=True, slots=True)
class Expected:
    """Low, middle and high end of a forecast (P10, P50, P90), and what came (None while it is not over).

    Raises ValueError unless low ≤ middle ≤ high.
    """

    label: str
    low: float
    middle: float
    high: float
    actual: float | None = None
    behind: Behind | None = None

    def __post_init__(self) -> None:
        if not self.low <= self.middle <= self.high:
            raise ValueError(f"{self.label}: {self.low}, {self.middle}, {self.high} are not in order")

    @property
    def inside(self) -> bool:
        """Whether what came was within the range."""
        return self.actual is not None and self.low <= self.actual <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast(Drawn):
    """In order of time; `over` names the periods ("Week")."""

    kind: ClassVar[str] = "forecast"
    points: tuple[Expected, ...]
    unit: Unit
    over: str

    def _finding(self) -> str:
        past = [point for point in self.points if point.actual is not None]
        if not past:
            return tr("No data.")
        return tr(
            "{count} of the last {count_2} landed inside the forecast.",
            count=sum(point.inside for point in past),
            count_2=len(past),
        )

    def _said(self, point: Expected) -> str:
        expected = tr("{words} to {words_2} expected", words=self.unit.words(point.low), words_2=self.unit.words(point.high))
        if point.actual is None:
            return expected
        return f"{self.unit.words(point.actual)}, {self._side(point)}, {expected}"

    def _side(self, point: Expected) -> str:
        return tr("inside", meaning="the forecast") if point.inside else tr("outside", meaning="the forecast")

    def _alternative(self) -> str:
        return f"{self.heading}. {joined([(f'{point.label}:', self._said(point)) for point in self.points]) or tr('no data')}."

    def table(self) -> list[tuple[str, ...]]:
        """Period, the three ends of the forecast, what came."""
        rows: list[tuple[str, ...]] = [(self.over, "P10", "P50", "P90", tr("Actual"))]
        exact = self.unit.exact
        for point in self.points:
            actual = "" if point.actual is None else exact(point.actual)
            rows.append((point.label, exact(point.low), exact(point.middle), exact(point.high), actual))
        return rows

    def rows(self) -> list[Row]:
        """What came as value, the middle of the forecast as target, and whether it was inside."""
        part, exact = self.part or self.heading, self.unit.exact
        rows: list[Row] = []
        for point in self.points:
            state = "" if point.actual is None else self._side(point)
            actual = "" if point.actual is None else exact(point.actual)
            rows.append((part, point.label, actual, exact(point.middle), "", state))
        return rows

    def draw(self, width: float, height: float) -> Drawing:
        """A bar for each range, its middle as a line, what came as a dot inside or a diamond outside."""
        drawing = Drawing(width, height)
        values = [value for point in self.points for value in (point.low, point.high, point.actual) if value is not None]
        axis = scale(min([0.0, *values]), max([0.0, *values]))
        ground = height - _BELOW

        def y(value: float) -> float:
            return ground - (ground - _TOP) * axis.share(value)

        for tick in axis.ticks():
            drawing.add(Stroke(((_LEFT, y(tick)), (width, y(tick))), "ctl" if tick == axis.low else "line"))
            drawing.add(Words(_LEFT - 8, y(tick), self.unit.axis(tick), "right", -2, ink="text3"))
        pitch = (width - _LEFT) / max(1, len(self.points))
        room = min(24.0, pitch * 0.55)
        for place, point in enumerate(self.points):
            x = _LEFT + pitch * (place + 0.5)
            top, tall = y(point.high), y(point.low) - y(point.high)
            drawing.add(Box(x - room / 2, top, room, max(2.0, tall), "line2", 0.7, radius=2))
            drawing.add(Stroke(((x - room / 2, y(point.middle)), (x + room / 2, y(point.middle))), "text", 2))
            if point.actual is not None:
                self._draw_actual(drawing, point, x, y(point.actual), (top, ground))
            weight, ink = (600, "text") if place == len(self.points) - 1 else (400, "text2")
            drawing.add(Words(x, ground + 14, point.label, "center", -2, weight, ink))
            part = Part(
                x - pitch / 2, _TOP - 10, pitch, ground - _TOP + 10, f"{point.label}: {self._said(point)}", point.behind
            )
            drawing.parts.append(part)
        self._draw_legend(drawing, height - 10)
        return drawing

    def _draw_actual(self, drawing: Drawing, point: Expected, x: float, y: float, ends: tuple[float, float]) -> None:
        if point.inside or point.actual is None:
            drawing.add(Dot(x, y, 5, "accent-fill", "base"))
            return
        drawing.add(_diamond(x, y))
        # Near the axis there are the names of the periods below it, and the range stands above.
        top, ground = ends
        at = y - 15 if point.actual > point.high else y + 15 if y + _BELOW / 2 <= ground else top - 9
        drawing.add(Words(x, at, self.unit.words(point.actual), "center", -2, 600, "text"))

    def _draw_legend(self, drawing: Drawing, y: float) -> None:
        drawing.add(Box(0, y - 6, 10, 12, "line2", 0.7, radius=1), Words(15, y, tr("P10–P90"), step=-2, ink="text2"))
        drawing.add(Stroke(((72, y), (84, y)), "text", 2), Words(89, y, tr("P50"), step=-2, ink="text2"))
        drawing.add(Dot(124, y, 4.5, "accent-fill"), Words(133, y, tr("actual, inside"), step=-2, ink="text2"))
        x = 142 + _LETTER * len(tr("actual, inside"))
        drawing.add(_diamond(x, y), Words(x + 10, y, tr("outside", meaning="the forecast"), step=-2, ink="text2"))


def _diamond(x: float, y: float) -> Stroke:
    corners = ((x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y), (x, y - _DIAMOND))
    return Stroke(corners, "warn", 1.6, fill="base")
