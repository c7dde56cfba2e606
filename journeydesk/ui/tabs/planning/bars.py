"""Where a milestone's bar lies, and what a drag of it makes of its dates: plain arithmetic, without painting."""

from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QRectF

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.planning.roadmap import Axis, Milestone

BAR, DIAMOND = 16, 9
_EDGE = 7
_LEAST = 8


class Grip(Enum):
    """What of a bar is held: all of it, or its end."""

    WHOLE = "whole"
    END = "end"


@dataclass(frozen=True, slots=True)
class Months:
    """The months drawn from `left` to `right` (px)."""

    axis: Axis
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (self.right - self.left) * self.axis.place(day)

    def days(self, distance: float) -> int:
        """How many days so many px are."""
        return round(distance / (self.right - self.left) * (self.axis.end - self.axis.start).days)

    def rect(self, milestone: Milestone, middle: float) -> QRectF | None:
        """The bar or diamond of a milestone about the height `middle`; None without a date. What lies outside stands at the edge."""
        if milestone.due is None:
            return None
        end = min(max(self.x(milestone.due + timedelta(days=1)), self.left + _LEAST), self.right)
        if milestone.starts is None:
            center = min(max((self.x(milestone.due) + end) / 2, self.left + DIAMOND), self.right - DIAMOND)
            return QRectF(center - DIAMOND, middle - DIAMOND, 2 * DIAMOND, 2 * DIAMOND)
        begin = min(max(self.x(milestone.starts), self.left), end - _LEAST)
        return QRectF(begin, middle - BAR / 2, end - begin, BAR)


def grip_at(rect: QRectF, milestone: Milestone, x: float) -> Grip:
    """What of the bar lies under the pointer."""
    long_enough = milestone.starts is not None and rect.width() > 3 * _EDGE
    return Grip.END if long_enough and rect.right() - x <= _EDGE else Grip.WHOLE


def dragged(milestone: Milestone, grip: Grip, days: int) -> Milestone:
    """The milestone so many days later, or longer; it never ends before it starts."""
    if grip is Grip.WHOLE or milestone.due is None or milestone.starts is None:
        return milestone.moved(days)
    longer = milestone.due + timedelta(days=days)
    return Milestone(
        milestone.record,
        milestone.title,
        milestone.owner,
        milestone.starts,
        max(milestone.starts, longer),
        milestone.done,
        milestone.progress,
        milestone.time,
        milestone.pending,
    )
