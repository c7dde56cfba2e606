"""When a prospect has rested in its stage for too long (docs/rules.md, "Rotting").

The clock counts working days since the last touch, or since the stage was entered where that is later. A next step with a date
pauses it until that date. `limit_days` of a stage is when it is rotten; from half of that on it ages.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from journeydesk.domain.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class Rot:
    """How a prospect stands in its stage today: working days gone of those allowed, and until when the clock rests."""

    state: Literal["fresh", "ageing", "rotten"]
    days: int
    limit: int
    paused_until: date | None


def clock_start(entered: date, *others: date | None) -> date:
    """The day from which working days are counted; the others are the last touch and the next steps, where there are any."""
    return max(day for day in (entered, *others) if day is not None)


@lru_cache(maxsize=8192)
def rots_on(days: WorkingDays, start: date, limit: int) -> date:
    """The day on which it is rotten: so many working days after the clock began."""
    return days.add(start, limit)


def rot(days: WorkingDays, limit: int, start: date, today: date) -> Rot:
    """How it stands today."""
    gone = sum(days.works(start + timedelta(days=n)) for n in range(1, (today - start).days + 1))
    state: Literal["fresh", "ageing", "rotten"] = (
        "rotten" if gone >= limit else "ageing" if gone * 2 >= limit and gone else "fresh"
    )
    return Rot(state, gone, limit, start if start > today else None)
