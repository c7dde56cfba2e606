"""The stages of a journey, one line each: who went on, who is still there, who left, and how long they stayed."""

from typing import ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import figure, tr
from journeydesk.reports.behind import Behind
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Drawing, Part, Stroke, Words
from journeydesk.reports.shared.durations import Durations
from journeydesk.reports.shared.shares import Share

_HEAD = 22.0
_FOOT = 22.0
_PITCH = 42.0
_NARROW_PITCH = 31.0
_WIDE = 560.0
_ALL_TIMES = 670.0
"""Below this width there is no room for the mean and the time to advance beside the median."""

_LONG = 10_000

_LETTER = 6.6
"""About how wide a letter of a share is."""

_NAME = 112.0
_BAR = 20.0


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: who reached it parted into who went on, who is still there and who left; `stay` and `advance` in days. The last stage
    has nobody to go on."""

    number: int
    name: str
    went_on: int
    still: int
    left: int
    stay: Durations
    advance: Durations
    is_last: bool = False
    worst: bool = False
    behind: Behind | None = None

    @property
    def reached(self) -> int:
        """All of them."""
        return self.went_on + self.still + self.left

    @property
    def conversion(self) -> Share:
        """The share that went on."""
        return Share(self.went_on, self.reached)

    @property
    def drop_off(self) -> Share:
        """The share that did not, so far."""
        return Share(self.still + self.left, self.reached)


def days(value: float | None) -> str:
    """10 d, 6.5 d, or – where there is none."""
    if value is None:
        return "–"
    return tr("{days} d", days=figure(value, 1 if value and round(value, 1) < 10 else 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages(Drawn):
    """In order. A stage is a part, which opens who did not go on from it (of the last: who reached it)."""

    kind: ClassVar[str] = "stages"
    tall: ClassVar[float] = 290.0
    stages: tuple[StageLine, ...]
    half: bool = False

    @property
    def height(self) -> float:
        """How high all of it is where there is room."""
        return _HEAD + (_NARROW_PITCH if self.half else _PITCH) * len(self.stages) + (2 if self.half else _FOOT)

    def _finding(self) -> str:
        worst = next((stage for stage in self.stages if stage.worst), None)
        if worst is None or worst.drop_off.value is None:
            return tr("Nobody was lost.") if any(stage.reached for stage in self.stages) else tr("No data.")
        return tr("{share} of those who reach {stage} do not go on.", share=worst.drop_off.words, stage=worst.name)

    def _alternative(self) -> str:
        parts = [(stage.name, tr("{n} reached", n=figure(stage.reached))) for stage in self.stages]
        return tr("{heading}: {parts}. {finding}", heading=self.heading, parts=joined(parts), finding=self._finding())

    def table(self) -> list[tuple[str, ...]]:
        """Stage, counts, shares with their n, times."""
        head = (
            *(
                tr("Stage"),
                tr("Reached"),
                tr("Went on"),
                tr("Share that went on"),
                tr("Still here"),
                tr("Left", meaning="who left"),
            ),
            *(tr("Median stay (d)"), tr("Mean stay (d)"), tr("Stays ended"), tr("Median to advance (d)")),
        )
        rows: list[tuple[str, ...]] = [head]
        for stage in self.stages:
            counts = (str(stage.reached), str(stage.went_on), _share(stage), str(stage.still), str(stage.left))
            times = (_exact(stage.stay.median), _exact(stage.stay.mean), str(stage.stay.n), _exact(stage.advance.median))
            rows.append((stage.name, *counts, *times))
        return rows

    def rows(self) -> list[Row]:
        """A line for each count and time of a stage, what it counts as last word."""
        part = self.part or tr("Funnel")
        lines: list[Row] = []
        for stage in self.stages:
            counted = (
                (tr("reached"), str(stage.reached)),
                (tr("went on"), str(stage.went_on)),
                (tr("still here"), str(stage.still)),
                (tr("left"), str(stage.left)),
                (tr("median stay in days"), _exact(stage.stay.median)),
                (tr("mean stay in days"), _exact(stage.stay.mean)),
                (tr("median days to advance"), _exact(stage.advance.median)),
                (tr("mean days to advance"), _exact(stage.advance.mean)),
            )
            lines += [(part, stage.name, value, "", "", what) for what, value in counted]
        return lines

    def draw(self, width: float, height: float) -> Drawing:
        """A line a stage; in half the width without drop-off, who is still there, and the time to advance."""
        drawing = Drawing(width, height)
        wide = width >= _WIDE
        places = _wide_places(width) if wide else _narrow_places(width, max(map(len, map(_went_on, self.stages)), default=0))
        right = width - 8
        room = height - _HEAD - (_FOOT if wide else 2)
        pitch = min(_PITCH if wide else _NARROW_PITCH, room / max(1, len(self.stages)))
        self._draw_heads(drawing, places, _HEAD + pitch * len(self.stages))
        most = max((stage.reached for stage in self.stages), default=0) or 1
        bars = (places["reached"] - 60 - (_NAME + 6)) if wide else (places["reached"] - 48 - (_NAME + 4))
        for place, stage in enumerate(self.stages):
            top = _HEAD + pitch * place
            middle = top + pitch / 2
            drawing.add(Stroke(((0, top), (width, top)), "line2" if not place else "line"))
            _draw_bar(drawing, stage, _NAME + (6 if wide else 4), middle, max(8.0, bars) / most, 20.0 if wide else 10.0)
            ink = f"stage-{(stage.number - 1) % 6 + 1}"
            drawing.add(
                Box(4, middle - 8, 16, 16, ink, radius=3), Words(12, middle, str(stage.number), "center", -3, 600, "on-stage")
            )
            drawing.add(Words(27, middle, stage.name, step=0 if wide else -1))
            drawing.add(Words(places["reached"], middle, figure(stage.reached), "right", 0, 600))
            self._draw_shares(drawing, stage, places, middle, wide)
            said = _said(stage)
            drawing.parts.append(Part(0, top + 1, right + 8, pitch - 2, said, stage.behind, stage))
        return drawing

    def _draw_heads(self, drawing: Drawing, places: dict[str, float], below: float) -> None:
        heads = {"reached": tr("Reached"), "went on": tr("Went on"), "drop": tr("Drop-off so far"), "still": tr("Still here")}
        heads |= {
            "median": tr("Median stay") if "drop" in places else tr("Median"),
            "mean": tr("Mean"),
            "advance": tr("To advance"),
        }
        drawing.add(Words(0, 9, tr("Stage"), step=-2, ink="text3"))
        for name, x in places.items():
            drawing.add(Words(x, 9, heads[name], "right", -2, ink="text3"))
        if "drop" in places:
            x, y = _NAME + 6, below + 14
            for share, edge, words in ((1.0, "", tr("went on")), (0.14, "", tr("still in stage")), (0.0, "text3", tr("left"))):
                drawing.add(
                    Box(x, y - 5, 11, 10, "text3" if share else "", share or 1.0, edge),
                    Words(x + 15, y, words, step=-2, ink="text2"),
                )
                x += 28 + 6.0 * len(words)

    def _draw_shares(self, drawing: Drawing, stage: StageLine, places: dict[str, float], middle: float, wide: bool) -> None:
        ink = "warn" if stage.worst else "text"
        pairs = [("went on", stage.conversion, "text" if wide else ink)]
        if wide:
            pairs.append(("drop", stage.drop_off, ink))
        for name, share, look in pairs:
            x = places[name]
            if stage.is_last:
                drawing.add(Words(x, middle, tr("last stage") if name == "went on" and wide else "–", "right", -1, ink="text3"))
            elif not wide:
                drawing.add(Words(x, middle, _went_on(stage), "right", -1, ink=look))
            elif share.value is None:
                drawing.add(Words(x, middle, share.words, "right", -1, ink="text2"))
            else:
                drawing.add(Words(x, middle - 7, share.words, "right", 0, 600, look))
                drawing.add(Words(x, middle + 9, share.parted_words, "right", -2, ink="text3"))
        if wide:
            drawing.add(Words(places["still"], middle, figure(stage.still), "right"))
            if "mean" in places:
                drawing.add(Words(places["mean"], middle, days(stage.stay.mean), "right"))
                drawing.add(Words(places["advance"], middle, days(stage.advance.median), "right"))
        drawing.add(Words(places["median"], middle, days(stage.stay.median), "right"))


def _wide_places(width: float) -> dict[str, float]:
    right = width - 8
    ends = {"advance": 0.0, "mean": 68, "median": 112, "still": 184, "drop": 244, "went on": 338, "reached": 434}
    if width < _ALL_TIMES:
        ends = {"median": 0.0, "still": 78, "drop": 142, "went on": 236, "reached": 330}
    return {name: right - back for name, back in reversed(ends.items())}


def _narrow_places(width: float, longest: int) -> dict[str, float]:
    """The right edges; shares of `longest` letters leave room before them."""
    return {"reached": width - max(142, 62 + _LETTER * longest), "went on": width - 50, "median": width - 4}


def _went_on(stage: StageLine) -> str:
    """The share that went on as it stands where there is little room."""
    # A number of five digits stands where "of so many" would begin; it is what it would say.
    share = stage.conversion
    return share.words if stage.reached >= _LONG and share.value is not None else share.whole_words


def _draw_bar(drawing: Drawing, stage: StageLine, x: float, middle: float, unit: float, tall: float) -> None:
    """Filled went on, tinted is still in the stage, hollow left; of the last stage all is filled."""
    ink, top = f"stage-{(stage.number - 1) % 6 + 1}", middle - tall / 2
    on, still, left = (stage.reached, 0, 0) if stage.is_last else (stage.went_on, stage.still, stage.left)
    if not stage.reached:
        return
    drawing.add(Box(x, top, max(2.0, (on + still + left) * unit), tall, "base", 1.0, "text3" if left else ink, 1.5))
    if on:
        drawing.add(Box(x, top, max(2.0, on * unit), tall, ink, 1.0, ink, 1.5))
    if still:
        drawing.add(Box(x + on * unit, top, max(2.0, still * unit), tall, ink, 0.14, ink))


def _said(stage: StageLine) -> str:
    words = tr(
        "{number} {name}: {reached} reached, {on} went on, {still} still here, {left} left",
        number=stage.number,
        name=stage.name,
        reached=figure(stage.reached),
        on=figure(stage.went_on),
        still=figure(stage.still),
        left=figure(stage.left),
    )
    stay = tr(
        "median stay {median}, mean {mean} of {n}",
        median=days(stage.stay.median),
        mean=days(stage.stay.mean),
        n=figure(stage.stay.n),
    )
    return f"{words}; {stay}" if stage.stay.n else words


def _share(stage: StageLine) -> str:
    return "" if stage.is_last else stage.conversion.whole_words


def _exact(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
