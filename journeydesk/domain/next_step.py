"""What usually comes next after a touchpoint: the suggestions of the next-step gate (UX 2)."""

from dataclasses import dataclass
from datetime import date, datetime

from journeydesk.domain.rules.rule import many
from journeydesk.domain.settings import TeamSettings

_DEFAULT_DAYS = (1, 5)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One next step: what, when, and the line that offers it."""

    title: str
    day: date
    words: str


def suggestions(settings: TeamSettings, outcome: str | None, now: datetime) -> tuple[Suggestion, ...]:
    """What to offer after this outcome, the likeliest first, on working days from today in the team's zone."""
    calendar = settings.calendar
    today = now.astimezone(settings.time_zone).date()
    step = calendar.next_steps.get(outcome or "")
    found: list[Suggestion] = []
    for title, days in ([(step.title, step.days)] if step else []) + [("Follow up", days) for days in _DEFAULT_DAYS]:
        day = calendar.days.add(today, days)
        if all(day != other.day for other in found):
            when = "today" if not days else f"in {many(days, 'working day')}"
            found.append(Suggestion(title, day, f"{outcome + ' → ' if outcome and not found else ''}{title.lower()} {when}"))
    return tuple(found)
