"""The span of a journey that a report looks back on, and a journey that was chosen."""

from datetime import date, datetime, time, timedelta

from journeydesk.domain.journeys.ladder import ladder
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.reports.report import span_words
from journeydesk.storage.reports.cohorts import Span


def journey_of(settings: TeamSettings, name: str) -> Journey:
    """The journey of this name, or the first."""
    return settings.journey(name) or settings.journeys[0]


def span_of(settings: TeamSettings, journey: Journey, first: date, last: date) -> Span:
    """From the beginning of a day to the end of another in the team's zone."""
    zone = settings.time_zone
    since, until = (datetime.combine(day, time(), zone) for day in (first, last + timedelta(days=1)))
    numbers = tuple(stage.number for stage in ladder(journey))
    return Span(journey.name, numbers, moment_text(since), moment_text(until))


def days_words(first: date, last: date) -> str:
    """17 Feb – 17 May 2026."""
    return span_words(Period("", first, last))
