"""When the team works, and what usually comes next after a call (docs/rules.md, "Working days")."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from journeydesk.domain.errors import SettingError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import WEEKDAYS
from journeydesk.domain.settings.reader import Reader
from journeydesk.domain.words import tr
from journeydesk.domain.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do after an outcome, and in how many working days."""

    title: str
    days: int


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """The table `calendar`. `hour` is when a task without a time of day is due, in the team's zone; `outcomes` are
    those of a call, in the order of their keys."""

    days: WorkingDays
    hour: int
    next_steps: Mapping[str, NextStep]
    outcomes: tuple[str, ...] = ()


def read_calendar(reader: Reader, outcomes: frozenset[str]) -> CalendarSettings:
    """The table `calendar`; `outcomes` are those that a touchpoint may have."""
    weekend = reader.choices("weekend", frozenset(WEEKDAYS))
    if len(weekend) == len(WEEKDAYS):
        raise SettingError(reader.key("weekend"), sorted(weekend), tr("at most six of the seven days"))
    holidays = set()
    for text in reader.texts("holidays"):
        try:
            holidays.add(date.fromisoformat(text))
        except ValueError:
            raise SettingError(reader.key("holidays"), text, tr("days like 2026-12-25")) from None
    steps = {}
    table = reader.table("next_steps")
    for outcome in (name for name, _ in table.items()):
        if outcome not in outcomes:
            raise SettingError(table.key(outcome), outcome, tr("one of {outcomes}", outcomes=", ".join(sorted(outcomes))))
        step = table.table(outcome)
        steps[outcome] = NextStep(step.text("title"), step.whole("days", 0, 365))
    days = WorkingDays(frozenset(WEEKDAYS.index(name) for name in weekend), frozenset(holidays))
    offered = reader.texts("outcomes")
    for outcome in offered:
        if outcome not in outcomes or offered.count(outcome) > 1:
            raise SettingError(
                reader.key("outcomes"), outcome, tr("each once of {outcomes}", outcomes=", ".join(sorted(outcomes)))
            )
    if not offered:
        raise SettingError(reader.key("outcomes"), [], tr("at least one outcome"))
    return CalendarSettings(days, reader.whole("hour", 0, 23), MappingProxyType(steps), offered)
