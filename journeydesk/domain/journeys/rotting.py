"""When a prospect has rested in its stage for too long (docs/rules.md, "Rotting").

The clock counts working days since the last touch, or since the stage was entered where that is later. A next step with a date
pauses it until that date. `limit_days` of a stage is when it is rotten.
"""

from datetime import date
from functools import lru_cache

from journeydesk.domain.working_days import WorkingDays


def clock_start(entered: date, *others: date | None) -> date:
    """The day from which working days are counted; the others are the last touch and the next steps, where there are any."""
    return max(day for day in (entered, *others) if day is not None)


@lru_cache(maxsize=8192)
def rots_on(days: WorkingDays, start: date, limit: int) -> date:
    """The day on which it is rotten: so many working days after the clock began."""
    return days.add(start, limit)
