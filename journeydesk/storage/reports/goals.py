"""What the fifteen measures of the programme are computed from, as of several days over one view (docs/rules.md, "Goals")."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from journeydesk.domain.frozen_data import dataclass
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
"""The day itself and the same day of each of the twelve weeks, or months, before."""

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


def days_to(day: date, months: bool = False) -> tuple[date, ...]:
    """The days that are read, oldest first: the same of each week before, or of each month, the last of a shorter one."""
    if not months:
        return tuple(day - timedelta(days=WEEK_DAYS * place) for place in range(POINTS - 1, -1, -1))
    days, month = [day], month_of(day)
    while len(days) < POINTS:
        month = month.previous()
        days.insert(0, min(month.last, month.first + timedelta(days=day.day - 1)))
    return tuple(days)


def read(
    connection: Connection, settings: TeamSettings, period: Period, owner: str | None, today: date, months: bool = False
) -> Inputs:
    """Everything as of the period's last day, or of today while it has not ended, and of the weeks before it, or of the months; the
    team's, whoever asks."""
    days = days_to(min(period.last, today), months)
    return Inputs(readings(connection, settings, days), customers.paid_sums(connection))


def readings(connection: Connection, settings: TeamSettings, days: Sequence[date]) -> tuple[Reading, ...]:
    """What is known as of each of these days, oldest first. What many days share is read once for all of them."""
    zone = settings.time_zone
    place = _customer_stage(settings)
    counts = (
        customers.customers_at(connection, *place, [end_of(day, zone) for day in days])
        if place is not None
        else [0 for _ in days]
    )
    accepted: Sequence[Share | None] = accepted_shares(connection, settings, days) or [None for _ in days]
    given = surveys.given(connection, [day.isoformat() for day in days])
    use = _uses(connection, settings, days)
    flows = customers.flows_since(connection, [end_of(day, zone) for day in days])
    found = []
    for number, day in enumerate(days):
        until, month = end_of(day, zone), month_of(day)
        of_month = month.first.isoformat(), day.isoformat()
        found.append(
            replace(
                money_reading(connection, settings, day, flows[number]),
                received_month=customers.received(connection, start_of(month.first, zone), until),
                received_week=customers.received(connection, _ago(settings, day, WEEK_DAYS), until),
                active=use[number].active,
                by_day=use[number].by_day,
                retained=use[number].retained,
                fit=surveys.fit(connection, *of_month),
                testimonials=given[number][0],
                case_studies=given[number][1],
                scores=surveys.scores(connection, *of_month),
                referred=customers.referred(connection, _ago(settings, day, QUARTER_DAYS), until),
                customers=counts[number],
                accepted=accepted[number],
            )
        )
    return tuple(found)


def money_reading(
    connection: Connection, settings: TeamSettings, day: date, paid_since: Mapping[str, int] | None = None
) -> Reading:
    """What payers say as of a day; of all else nothing is known."""
    until, month_ago, quarter_ago = (_ago(settings, day, days) for days in (0, MONTH_DAYS, QUARTER_DAYS))
    return Reading(
        day=day,
        received_month=0,
        received_week=0,
        active=None,
        by_day=None,
        retained=None,
        first_payers=_first_payers(connection, settings, day),
        fit=Fit(0.0, 0),
        testimonials=0,
        case_studies=0,
        scores={},
        referred=0,
        customers=0,
        mrr=mrr_at(connection, until),
        accepted=None,
        churned=churned(connection, month_ago, until),
        mrr_before=mrr_at(connection, month_ago),
        expanded=customers.expanded(connection, quarter_ago, until),
        paid_since=customers.flows_since(connection, [until])[0] if paid_since is None else paid_since,
    )


def _ago(settings: TeamSettings, day: date, days: int) -> str:
    """The end of the day so many days before."""
    return end_of(day - timedelta(days=days), settings.time_zone)


@dataclass(frozen=True, slots=True)
class _Use:
    active: int | None
    by_day: tuple[int, ...] | None
    retained: Share | None


def _uses(connection: Connection, settings: TeamSettings, days: Sequence[date]) -> list[_Use]:
    """Who used the product in the seven days to each of these days, and of who first paid long enough before, who still does."""
    begun = customers.first_use(connection)
    if begun is None:
        return [_Use(None, None, None) for _ in days]
    users: dict[str, set[int]] = {}
    for day in days:
        for used_on, prospect in customers.use(connection, (day - timedelta(days=WEEK_DAYS - 1)).isoformat(), day.isoformat()):
            users.setdefault(used_on, set()).add(prospect)
    known = customers.customers_of_today(connection)
    oldest, youngest = _ago(settings, days[0], COHORT_DAYS[1]), _ago(settings, days[-1], COHORT_DAYS[0])
    paid = customers.first_payments(connection, oldest, youngest)
    found = []
    for day in days:
        if begun > day.isoformat():
            found.append(_Use(None, None, None))
            continue
        week = [users.get((day - timedelta(days=back)).isoformat(), set()) for back in range(WEEK_DAYS - 1, -1, -1)]
        anybody = set[int]().union(*week)
        since, until = _ago(settings, day, COHORT_DAYS[1]), _ago(settings, day, COHORT_DAYS[0])
        cohort = {prospect for at, prospect in paid if since <= at < until}
        by_day = tuple(len(each & known) for each in week)
        found.append(_Use(len(anybody & known), by_day, Share(len(cohort & anybody), len(cohort))))
    return found


def churned(connection: Connection, since: str, until: str, owner: str | None = None) -> list[tuple[str, int]]:
    """The MRR that was lost in a span, as (currency, minor units above zero)."""
    return [(flow.currency, -flow.minor) for flow in mrr_flows(connection, since, until, owner) if flow.kind == "churned"]


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


def accepted_shares(connection: Connection, settings: TeamSettings, days: Sequence[date]) -> list[Share] | None:
    """Of who was accepted in the 90 days to the end of each of these days, oldest first: how many had become a customer by then. None
    where no event accepts anybody."""
    zone, stages, place = settings.time_zone, deal_stages(settings), _customer_stage(settings)
    spans = [(end_of(day - timedelta(days=QUARTER_DAYS), zone), end_of(day, zone)) for day in days]
    values = None if stages is None else accepted_values(settings, stages, spans[0][0], spans[-1][1])
    if values is None or place is None:
        return None
    times = customers.acceptances(connection, values)
    became = customers.became_customers(connection, *place)
    shares = []
    for since, until in spans:
        accepted = {prospect for prospect, at in times if since <= at < until}
        shares.append(Share(sum(became.get(prospect, until) < until for prospect in accepted), len(accepted)))
    return shares
