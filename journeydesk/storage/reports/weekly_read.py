"""Everything that the weekly sales report is made of, read over one view."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages, deal_stages
from journeydesk.domain.journeys.ladder import ladder
from journeydesk.domain.periods import Period, month_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of, moment_text, start_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.mrr_steps import Flow, Standing, mrr_at, mrr_flows, new_mrr
from journeydesk.storage.reports import activity, cohorts, pipeline_read, weekly
from journeydesk.storage.reports.activity import Calls, Slot
from journeydesk.storage.reports.cohorts import Part, Reach, Span, Stay
from journeydesk.storage.reports.pipeline import values_of
from journeydesk.storage.reports.touched_deals import Touched
from journeydesk.storage.reports.weekly import (
    ClosedDeal,
    Coverage,
    Moves,
    NewProspect,
    Trouble,
    WaitingApplications,
)

BEFORE = 4
"""The weeks before, whose median a week is compared with."""

COHORT_DAYS = 90
_LIMIT = 8
_MOST_CLOSED = 24
_MOST_NEW = 200
_TRIAL_DAYS = 7
_DECIDED_DAYS = 7


@dataclass(frozen=True, slots=True)
class DealWeek:
    """One week of deals: what changed, and the moves between open stages."""

    touched: Touched
    moves: Moves


@dataclass(frozen=True, slots=True)
class WeeklyInputs:
    """`weeks` are the deals of this week and of the ones before it, newest first; `new_by_day` is new MRR of each day of the month so
    far, as (place of the day, currency, minor units). Counts of calls and applications are newest first, too."""

    pipeline: pipeline_read.Inputs
    weeks: Sequence[DealWeek]
    span: Span
    reaches: Sequence[Reach]
    stays: Sequence[Stay]
    calls: Sequence[Calls]
    calls_before: Sequence[Mapping[str, int]]
    slots: Sequence[Slot]
    received: Sequence[int]
    closed: Sequence[ClosedDeal]
    coverage: Coverage | None
    waiting: WaitingApplications
    troubles: Sequence[Trouble]
    new: Sequence[NewProspect]
    new_by_day: Sequence[tuple[int, str, int]]
    mrr: Sequence[Standing]
    mrr_flows: Sequence[Flow]
    recovered: tuple[int, int]
    today: date


def read(connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date) -> WeeklyInputs:
    """Everything for a week, of one rep's prospects if `owner` is given; calls are those that the rep made."""
    zone = settings.time_zone
    spans = pipeline_read.week_spans(zone, week, BEFORE)
    since, until = spans[0]
    stages = deal_stages(settings)
    journey = settings.journeys[0]
    first = datetime.combine(week.last - timedelta(days=COHORT_DAYS - 1), time(), zone)
    span = Span(journey.name, tuple(stage.number for stage in ladder(journey)), moment_text(first), until)
    part = Part(owner)
    money = pipeline_read.read(connection, settings, week, owner, today, BEFORE)
    return WeeklyInputs(
        pipeline=money,
        weeks=[] if stages is None else _weeks(connection, stages, spans, owner, money),
        span=span,
        reaches=cohorts.reaches(connection, span, part),
        stays=cohorts.stays_of_cohort(connection, span, part),
        calls=activity.calls(connection, since, until, owner),
        calls_before=[_of(counts, owner) for counts in activity.calls_of_spans(connection, spans[:0:-1])],
        slots=activity.call_slots(connection, since, until, owner),
        received=weekly.received_in(connection, spans, owner),
        closed=[] if stages is None else weekly.closed_deals(connection, stages, since, until, owner, _MOST_CLOSED),
        coverage=None if stages is None else _coverage(connection, settings, stages, (since, until), owner, today),
        waiting=weekly.waiting(connection, start_of(today - timedelta(days=_DECIDED_DAYS), zone), start_of(today, zone), owner),
        troubles=weekly.troubles(
            connection, start_of(today, zone), end_of(today + timedelta(days=_TRIAL_DAYS), zone), owner, _LIMIT
        ),
        new=weekly.new_prospects(connection, since, until, owner, _MOST_NEW),
        new_by_day=new_mrr(connection, [(start_of(day, zone), end_of(day, zone)) for day in pace_days(week, today)], owner),
        mrr=mrr_at(connection, until, owner),
        mrr_flows=mrr_flows(connection, since, until, owner),
        recovered=weekly.recovered_payments(connection, since, until),
        today=today,
    )


def pace_days(week: Period, today: date) -> list[date]:
    """The days of the month in which the week ends, up to its end or today."""
    month = month_of(min(week.last, max(today, week.first)))
    return [day for day in month.days() if day <= min(week.last, today)]


def _weeks(
    connection: Connection, stages: DealStages, spans: Sequence[tuple[str, str]], owner: str | None, money: pipeline_read.Inputs
) -> list[DealWeek]:
    assert money.deals is not None
    touched = (money.deals.touched, *money.deals.earlier)
    return [DealWeek(each, weekly.moves(connection, stages, *span, owner)) for each, span in zip(touched, spans, strict=True)]


def _of(counts: Mapping[str, int], owner: str | None) -> Mapping[str, int]:
    return counts if owner is None else {name: count for name, count in counts.items() if name == owner}


def _coverage(
    connection: Connection, settings: TeamSettings, stages: DealStages, span: tuple[str, str], owner: str | None, today: date
) -> Coverage:
    return weekly.coverage(connection, stages, values_of(stages, settings, today), span, owner, _LIMIT)
