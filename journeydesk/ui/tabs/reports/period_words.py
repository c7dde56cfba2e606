"""What the controls of a report's period are called, by how often the report is made."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Of the two arrows, of the way back to the present, and of that way's key in the status line."""

    previous: str
    next: str
    this: str
    hint: str


PERIOD_WORDS = {
    "day": PeriodWords(tr("Previous day ([)"), tr("Next day (])"), tr("Today"), tr("today")),
    "week": PeriodWords(tr("Previous week ([)"), tr("Next week (])"), tr("This week"), tr("this week")),
    "month": PeriodWords(tr("Previous month ([)"), tr("Next month (])"), tr("This month"), tr("this month")),
}
"""By the noun of a cadence."""
