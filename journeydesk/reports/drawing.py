"""A drawing: shapes in plain numbers, made once and put on screen by Qt and on paper by Typst.

Lengths are pixels of a screen whose text is 13 px high, from the top left; the page scales them to its own text. Inks are the
names of the theme's colours, or `stage-1` to `stage-6` for the fill of a stage.
"""

from collections.abc import Sequence
from dataclasses import asdict, field
from typing import Any, Literal

from journeydesk.domain.frozen_data import dataclass
from journeydesk.reports.behind import Behind

Point = tuple[float, float]
Anchor = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `share` mixes the fill with the ground (0 is the ground), `edge` is its outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    share: float = 1.0
    edge: str = ""
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, or an area when it has a fill; `dashes` are lengths of line and gap, none for a whole line."""

    points: tuple[Point, ...]
    ink: str = ""
    thickness: float = 1.0
    dashes: tuple[float, ...] = ()
    fill: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle round a point."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is its middle, `x` its left end, middle or right end. `step` is its size beside body text. A screen, whose
    font may be any, keeps it within `room` pixels, where there is one: smaller first, then with an ellipsis."""

    x: float
    y: float
    text: str
    anchor: Anchor = "left"
    step: int = 0
    weight: int = 400
    ink: str = "text"
    room: float = 0.0


Shape = Box | Stroke | Dot | Words
_FORMS: dict[type, str] = {Box: "box", Stroke: "stroke", Dot: "dot", Words: "words"}


@dataclass(frozen=True, slots=True)
class Part:
    """A place that answers to pointer and key: its figures in words, the prospects behind them, and what it stands for where more can
    be told of it."""

    x: float
    y: float
    width: float
    height: float
    words: str
    behind: Behind | None = None
    about: object = None


@dataclass(slots=True)
class Drawing:
    """Shapes in the order in which they are put down."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Puts shapes on top of those before."""
        self.shapes.extend(shapes)

    def page(self) -> dict[str, Any]:
        """The shapes as the page's library takes them, in hundredths so that equal figures give equal bytes."""
        shapes = [{"form": _FORMS[type(shape)]} | _rounded(asdict(shape)) for shape in self.shapes]
        return {"width": round(self.width, 2), "height": round(self.height, 2), "shapes": shapes}


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    def rounded(value: Any) -> Any:
        if isinstance(value, float):
            return round(value, 2)
        return [rounded(each) for each in value] if isinstance(value, tuple | list) else value

    return {name: rounded(value) for name, value in values.items()}


_PARTS = 16


def curve(start: Point, leave: Point, arrive: Point, end: Point) -> list[Point]:
    """A Bézier curve from start to end with its two control points, as points of a line."""
    points = []
    for place in range(_PARTS + 1):
        t = place / _PARTS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        knots: Sequence[Point] = (start, leave, arrive, end)
        x, y = (sum(w * knot[axis] for w, knot in zip(weights, knots, strict=True)) for axis in (0, 1))
        points.append((x, y))
    return points
