"""A roadmap as a drawing: a row for each milestone, months across, today's line."""

from datetime import date
from typing import Any, ClassVar

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import short_month
from journeydesk.domain.planning.roadmap import (
    Axis,
    Milestone,
    Standing,
    axis,
    below_headline,
    headline,
    progress_words,
    until_words,
)
from journeydesk.domain.time import day_in_words
from journeydesk.domain.words import tr
from journeydesk.reports.blocks.block import Row, joined
from journeydesk.reports.blocks.drawn import Drawn
from journeydesk.reports.drawing import Box, Drawing, Stroke, Words

_ROW, _HEAD = 26.0, 22.0
_BAR = 11.0
_DIAMOND = 6.0
_TITLES, _OWNERS, _DATES = 230.0, 110.0, 84.0
"""How wide the columns before the months are."""
_LETTER = 6.4
"""About how wide a letter of body text is; a title that is longer than its column is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap(Drawn):
    """The milestones in their order, as of `today`."""

    kind: ClassVar[str] = "roadmap"
    milestones: tuple[Milestone, ...]
    today: date
    half: bool = False

    def _finding(self) -> str:
        return f"{headline(self.milestones, self.today)}. {below_headline(self.milestones, self.today)}".rstrip(".") + "."

    def _alternative(self) -> str:
        said = [(f"{each.title}:", self._said(each)) for each in self.milestones]
        return f"{self.heading}. {joined(said)}."

    def _said(self, milestone: Milestone) -> str:
        parts = (
            _due_words(milestone, self.today),
            until_words(milestone, self.today),
            milestone.owner,
            progress_words(milestone),
        )
        return ", ".join(part for part in parts if part)

    def table(self) -> list[tuple[str, ...]]:
        """Milestone, owner, start, due, progress, where it stands."""
        head: tuple[str, ...] = (tr("Milestone"), tr("Owner"), tr("Starts"), tr("Due"), tr("Progress"), tr("State"))
        lines: list[tuple[str, ...]] = [
            (
                each.title,
                each.owner,
                each.starts.isoformat() if each.starts else "",
                each.due.isoformat() if each.due else "",
                progress_words(each),
                each.standing(self.today).value,
            )
            for each in self.milestones
        ]
        return [head, *lines]

    def rows(self) -> list[Row]:
        """Progress as value, the due date as target, where it stands as state."""
        part = self.part or tr("Milestone")
        return [(part, line[0], line[4], line[3], line[1], line[5]) for line in self.table()[1:]]

    def _page(self, width: float) -> dict[str, Any]:
        return {"drawing": self.draw(width, _HEAD + _ROW * len(self.milestones) + 4).page()}

    def draw(self, width: float, height: float) -> Drawing:
        """Names, owners and dates at the left; a bar for a stretch of work, a diamond for a day."""
        drawing = Drawing(width, height)
        months, left = axis(self.milestones, self.today), _TITLES + _OWNERS + _DATES
        room = width - left
        bottom = _HEAD + _ROW * len(self.milestones)

        def x(day: date) -> float:
            return left + room * months.place(day)

        for place, words in ((0.0, tr("Milestone")), (_TITLES, tr("Owner")), (_TITLES + _OWNERS, tr("Due"))):
            drawing.add(Words(place, _HEAD / 2, words, "left", -1, 600, "text2"))
        self._draw_months(drawing, months, x, bottom)
        for place, milestone in enumerate(self.milestones):
            self._draw_row(drawing, milestone, _HEAD + _ROW * place, x, (left, width))
        today = x(self.today)
        drawing.add(Stroke(((today, _HEAD - 4), (today, bottom)), "accent-fill", 1.4))
        return drawing

    def _draw_months(self, drawing: Drawing, months: Axis, x: Any, bottom: float) -> None:
        every = 1 + len(months.months) // 9
        for place, month in enumerate(months.months):
            drawing.add(Stroke(((x(month), _HEAD), (x(month), bottom)), "line"))
            if place % every == 0:
                drawing.add(Words(x(month) + 4, _HEAD / 2, short_month(month), "left", -2, ink="text2"))
        drawing.add(Stroke(((0, _HEAD), (drawing.width, _HEAD)), "ctl"))

    def _draw_row(self, drawing: Drawing, milestone: Milestone, top: float, x: Any, ends: tuple[float, float]) -> None:
        middle = top + _ROW / 2
        standing = milestone.standing(self.today)
        late, done = standing is Standing.LATE, standing is Standing.DONE
        drawing.add(Words(0, middle, _cut(milestone.title, _TITLES - 10), "left", 0, 400, "text2" if done else "text"))
        drawing.add(Words(_TITLES, middle, _cut(milestone.owner, _OWNERS - 8), "left", -1, ink="text2"))
        due = _due_words(milestone, self.today) or tr("no date")
        drawing.add(Words(_TITLES + _OWNERS, middle, due, "left", -1, 600 if late else 400, "danger" if late else "text2"))
        drawing.add(Stroke(((0, top + _ROW), (drawing.width, top + _ROW)), "line"))
        if milestone.due is None:
            return
        edge = "danger" if late else "text2" if done or standing is Standing.AHEAD else "accent-fill"
        end = x(milestone.due)
        if milestone.starts is None:
            drawing.add(_diamond(min(max(end, ends[0] + _DIAMOND), ends[1] - _DIAMOND), middle, edge, done))
            return
        begin = min(max(x(milestone.starts), ends[0]), ends[1] - 4)
        wide = max(4.0, min(end, ends[1]) - begin)
        drawing.add(Box(begin, middle - _BAR / 2, wide, _BAR, "base", 1.0, edge, 2))
        if milestone.share > 0:
            drawing.add(Box(begin, middle - _BAR / 2, wide * milestone.share, _BAR, edge, 1.0, edge, 2))


def _diamond(x: float, y: float, ink: str, filled: bool) -> Stroke:
    points = ((x, y - _DIAMOND), (x + _DIAMOND, y), (x, y + _DIAMOND), (x - _DIAMOND, y), (x, y - _DIAMOND))
    return Stroke(points, ink, 1.6, fill=ink if filled else "base")


def _due_words(milestone: Milestone, today: date) -> str:
    return day_in_words(milestone.due, today) if milestone.due is not None else ""


def _cut(text: str, width: float) -> str:
    most = max(4, int(width / _LETTER))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
