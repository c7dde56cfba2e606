"""What the fifteen measures of the programme are computed from, as of several days over one view (docs/rules.md, "Goals")."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journeydesk.domain.journeys.deals import DealStages, deal_stages
from journeydesk.domain.periods import Period, month_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.statuses import CUSTOMER
from journeydesk.domain.time import end_of, start_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.mrr_steps import Standing, mrr_at, mrr_flows
from journeydesk.storage.reports import customers, surveys
from journeydesk.storage.reports.surveys import Fit

WEEK_DAYS = 7
MONTH_DAYS = 30
QUARTER_DAYS = 90
COHORT_DAYS = (28, 118)
"""Who first paid so many days before is old enough to have stayed, and young enough to tell of this quarter."""

POINTS = 13
"""The day itself and the same day of each of the twelve weeks before."""

STATUS_JOURNEY = "Customer status"
_ACCEPTED_EVENT = "application_accepted"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, as counted."""

    part: int
    n: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known as of a day. None where the base knows nothing of it at all; amounts are (currency, minor units)."""

    day: date
    received_month: int
    received_week: int
    active: int | None
    by_day: tuple[int, ...] | None
    retained: Share | None
    first_payers: int
    fit: Fit
    testimonials: int
    case_studies: int
    scores: Mapping[int, int]
    referred: int
    customers: int
    mrr: Sequence[Standing]
    accepted: Share | None
    churned: Sequence[tuple[str, int]]
    mrr_before: Sequence[Standing]
    expanded: int
    paid_since: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Inputs:
    """The readings, oldest first, the last of them of the day that is asked for; what everybody ever paid as (currency, minor
    units, payers); whether Stripe and surveys were ever there."""

    readings: tuple[Reading, ...]
    paid: Sequence[tuple[str, int, int]]


def days_to(day: date) -> tuple[date, ...]:
    """The days that are read, oldest first."""
    return tuple(day - timedelta(days=WEEK_DAYS * place) for place in range(POINTS - 1, -1, -1))


def read(connection: Connection, settings: TeamSettings, period: Period, owner: str | None, today: date) -> Inputs:
    """Everything as of the period's last day, or of today while it has not ended; the team's, whoever asks."""
    days = days_to(min(period.last, today))
    since = customers.flows_since(connection, [end_of(day, settings.time_zone) for day in days])
    stages = deal_stages(settings)
    readings = tuple(reading(connection, settings, stages, day, flows) for day, flows in zip(days, since, strict=True))
    return Inputs(readings, customers.paid_sums(connection))


def reading(
    connection: Connection, settings: TeamSettings, stages: DealStages | None, day: date, paid_since: Mapping[str, int]
) -> Reading:
    """What is known as of one day."""
    zone, until = settings.time_zone, end_of(day, settings.time_zone)

    def ago(days: int) -> str:
        return end_of(day - timedelta(days=days), zone)

    week = (day - timedelta(days=WEEK_DAYS - 1)).isoformat(), day.isoformat()
    month = month_of(day)
    begun = start_of(month.first, zone)
    used = customers.any_use(connection, day.isoformat())
    oldest, youngest = ago(COHORT_DAYS[1]), ago(COHORT_DAYS[0])
    of_month = month.first.isoformat(), day.isoformat()
    quoted, studies = surveys.given(connection, day.isoformat())
    return Reading(
        day=day,
        received_month=customers.received(connection, begun, until),
        received_week=customers.received(connection, ago(WEEK_DAYS), until),
        active=customers.active_customers(connection, *week) if used else None,
        by_day=_by_day(connection, day) if used else None,
        retained=Share(*customers.retained(connection, oldest, youngest, *week)) if used else None,
        first_payers=_first_payers(connection, settings, day),
        fit=surveys.fit(connection, *of_month),
        testimonials=quoted,
        case_studies=studies,
        scores=surveys.scores(connection, *of_month),
        referred=customers.referred(connection, ago(QUARTER_DAYS), until),
        customers=_customers(connection, settings, until),
        mrr=mrr_at(connection, until),
        accepted=_accepted(connection, settings, stages, ago(QUARTER_DAYS), until),
        churned=churned(connection, ago(MONTH_DAYS), until),
        mrr_before=mrr_at(connection, ago(MONTH_DAYS)),
        expanded=customers.expanded(connection, ago(QUARTER_DAYS), until),
        paid_since=paid_since,
    )


def churned(connection: Connection, since: str, until: str, owner: str | None = None) -> list[tuple[str, int]]:
    """The MRR that was lost in a span, as (currency, minor units above zero)."""
    return [(flow.currency, -flow.minor) for flow in mrr_flows(connection, since, until, owner) if flow.kind == "churned"]


def _by_day(connection: Connection, day: date) -> tuple[int, ...]:
    days = [(day - timedelta(days=back)).isoformat() for back in range(WEEK_DAYS - 1, -1, -1)]
    counts = customers.active_by_day(connection, days[0], days[-1])
    return tuple(counts.get(each, 0) for each in days)


def spend_months(day: date) -> tuple[Period, ...]:
    """The three months that ended last before a day."""
    months = [month_of(day).previous()]
    while len(months) < 3:
        months.insert(0, months[0].previous())
    return tuple(months)


def _first_payers(connection: Connection, settings: TeamSettings, day: date) -> int:
    months = spend_months(day)
    zone = settings.time_zone
    return customers.first_payers(connection, start_of(months[0].first, zone), end_of(months[-1].last, zone))


def _customer_stage(settings: TeamSettings) -> tuple[str, int] | None:
    journey = settings.journey(STATUS_JOURNEY)
    stage = journey.find(CUSTOMER) if journey is not None else None
    return None if journey is None or stage is None else (journey.name, stage.number)


def _customers(connection: Connection, settings: TeamSettings, until: str) -> int:
    place = _customer_stage(settings)
    return 0 if place is None else customers.customers_at(connection, *place, until)


def accepted_values(settings: TeamSettings, stages: DealStages, since: str, until: str) -> dict[str, str | int] | None:
    """The values of the questions on who was accepted in a span; None where no event accepts anybody."""
    place = _customer_stage(settings)
    moves = dict(settings.moves.get(_ACCEPTED_EVENT, ()))
    if place is None or stages.journey.name not in moves:
        return None
    return {
        "journey": stages.journey.name,
        "since": since,
        "until": until,
        "accepted": moves[stages.journey.name],
        "lost": json.dumps(sorted(stages.lost)),
        "status_journey": place[0],
        "customer": place[1],
    }


def _accepted(
    connection: Connection, settings: TeamSettings, stages: DealStages | None, since: str, until: str
) -> Share | None:
    values = None if stages is None else accepted_values(settings, stages, since, until)
    return None if values is None else Share(*customers.accepted_and_paid(connection, values))
