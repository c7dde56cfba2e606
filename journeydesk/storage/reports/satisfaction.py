"""What the monthly reports on satisfaction and fit are computed from."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period, week_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of, start_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.mrr_steps import Standing, mrr_at
from journeydesk.storage.reports import surveys
from journeydesk.storage.reports.goals import MONTH_DAYS, churned
from journeydesk.storage.reports.surveys import Answer, Fit

WEEKS = 12
FIT_DAYS = 30


@dataclass(frozen=True, slots=True)
class Month:
    """What is known of a month up to its last day, or to today: answers by score, fit, what was given so far, and the MRR lost in the
    thirty days to it."""

    last: date
    scores: Mapping[int, int]
    fit: Fit
    testimonials: int
    case_studies: int
    churned: Sequence[tuple[str, int]]
    mrr_before: Sequence[Standing]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The month and the one before; the fit of thirty days at the end of each of twelve weeks; fit by industry and source of both
    months; low scores, lowest first; surveys sent in the month by type with how many were answered; testimonials of 90 days."""

    month: Month
    before: Month
    weeks: Sequence[tuple[Period, Fit]]
    industries: Mapping[str, Fit]
    industries_before: Mapping[str, Fit]
    sources: Mapping[str, Fit]
    sources_before: Mapping[str, Fit]
    detractors: Sequence[Answer]
    surveys: Mapping[str, tuple[int, int]]
    testimonials: Sequence[Answer]


def read(connection: Connection, settings: TeamSettings, month: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a month, of one rep's customers if `owner` is given; the MRR lost is theirs, too."""
    earlier, last = month.previous(), min(month.last, today)
    span, before = (month.first.isoformat(), last.isoformat()), (earlier.first.isoformat(), earlier.last.isoformat())
    now = start_of(today, settings.time_zone)
    return Inputs(
        month=_month(connection, settings, month.first, last, owner),
        before=_month(connection, settings, earlier.first, earlier.last, owner),
        weeks=_weeks(connection, last, owner),
        industries=surveys.fit_by(connection, "industry", *span, owner),
        industries_before=surveys.fit_by(connection, "industry", *before, owner),
        sources=surveys.fit_by(connection, "source", *span, owner),
        sources_before=surveys.fit_by(connection, "source", *before, owner),
        detractors=surveys.detractors(connection, *span, now, owner),
        surveys=surveys.sent_and_answered(connection, *span),
        testimonials=surveys.testimonials(connection, (last - timedelta(days=89)).isoformat(), last.isoformat(), owner),
    )


def _month(connection: Connection, settings: TeamSettings, first: date, last: date, owner: str | None) -> Month:
    zone = settings.time_zone
    ago = end_of(last - timedelta(days=MONTH_DAYS), zone)
    [(quoted, studies)] = surveys.given(connection, [last.isoformat()], owner)
    return Month(
        last=last,
        scores=surveys.scores(connection, first.isoformat(), last.isoformat(), owner),
        fit=surveys.fit(connection, first.isoformat(), last.isoformat(), owner),
        testimonials=quoted,
        case_studies=studies,
        churned=churned(connection, ago, end_of(last, zone), owner),
        mrr_before=mrr_at(connection, ago, owner),
    )


def _weeks(connection: Connection, last: date, owner: str | None) -> list[tuple[Period, Fit]]:
    weeks = [week_of(last)]
    while len(weeks) < WEEKS:
        weeks.insert(0, weeks[0].previous())
    fits = []
    for week in weeks:
        end = min(week.last, last)
        first = end - timedelta(days=FIT_DAYS - 1)
        fits.append((week, surveys.fit(connection, first.isoformat(), end.isoformat(), owner)))
    return fits
