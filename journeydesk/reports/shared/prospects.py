"""The prospects who applied in a span, as conditions of the list."""

from datetime import datetime, timedelta

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.reports.behind import Criterion


def applied_between(begins: datetime, ends: datetime) -> tuple[Criterion, ...]:
    """Applied from `begins` on and before `ends`."""
    last = ends - timedelta(milliseconds=1)
    return (
        Criterion("applied_on", "on_or_after", (moment_text(begins),)),
        Criterion("applied_on", "on_or_before", (moment_text(last),)),
    )


def applied_in(week: Period, settings: TeamSettings) -> tuple[Criterion, ...]:
    """Applied in the week, in the team's time zone."""
    return applied_between(*week.bounds(settings.time_zone))
