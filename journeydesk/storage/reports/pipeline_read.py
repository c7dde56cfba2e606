"""Everything that the pipeline report is made of, read over one view."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages, deal_stages
from journeydesk.domain.periods import Period, month_of, week_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.storage.answers import made
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.mrr_steps import first_step, new_mrr
from journeydesk.storage.reports.deal_worth import DealSum, estimates_since
from journeydesk.storage.reports.pipeline import (
    Risks,
    closed_between,
    deals_at,
    expected_between,
    looked_after,
    riskiest_deals,
    values_of,
)
from journeydesk.storage.reports.touched_deals import Touched, touched_deals

WIN_WEEKS = 4
SHOWN_RISKS = 12
_MOST_WEEKS = 104


@dataclass(frozen=True, slots=True)
class NewMrr:
    """New MRR of whole weeks in a row, oldest first, the last the report's own, as (currency, minor units) each."""

    weeks: tuple[Period, ...]
    amounts: tuple[tuple[tuple[str, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Deals:
    """How the deals stood at the end of the week and at its beginning, by stage; what changed between, how many moves closed deals in
    the weeks to its end and in those before, what is at risk today, and what is expected to close in the month after. `earlier` is what
    changed in the weeks before, newest first, as many as were asked for."""

    stages: DealStages
    closing: Mapping[int, DealSum]
    opening: Mapping[int, DealSum]
    touched: Touched
    earlier: Sequence[Touched]
    closed: Mapping[tuple[int, int], int]
    closed_before: Mapping[tuple[int, int], int]
    risks: Risks
    expected: int | None
    month: Period


@dataclass(frozen=True, slots=True)
class Inputs:
    """`deals` is None where the team has no deal journey, `new_mrr` None where Stripe has no subscription."""

    deals: Deals | None
    new_mrr: NewMrr | None
    today: date


def read(
    connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date, before: int = 0
) -> Inputs:
    """Everything for a week, of one rep's prospects if `owner` is given; with what changed of the deals in so many weeks before."""
    stages = deal_stages(settings)
    deals = None if stages is None else _deals(connection, settings, stages, week, owner, today, before)
    return Inputs(deals, read_new_mrr(connection, settings.time_zone, week, owner), today)


def _deals(
    connection: Connection,
    settings: TeamSettings,
    stages: DealStages,
    week: Period,
    owner: str | None,
    today: date,
    before: int,
) -> Deals:
    spans = week_spans(settings.time_zone, week, before)
    month = month_of(min(week.last, today)).following()
    # Apart, for a deal that moves today leaves what was closed and touched as it was.
    opening, closing = made(
        connection, ("stood", week, before, owner), settings, lambda view: _stood(view, stages, owner, spans)
    )
    changed = made(
        connection,
        ("changed", week, before, owner),
        settings,
        lambda view: _changed(view, settings, stages, week, owner, spans),
    )
    return Deals(
        stages=stages,
        closing=closing,
        opening=opening,
        touched=changed.touched[0],
        earlier=changed.touched[1:],
        closed=changed.closed,
        closed_before=changed.closed_before,
        risks=_risks(connection, settings, stages, today, owner),
        expected=expected_between(connection, month.first.isoformat(), month.last.isoformat(), owner),
        month=month,
    )


@dataclass(frozen=True, slots=True)
class _Changed:
    """What changed of the deals, newest week first, and how many moves closed one."""

    touched: Sequence[Touched]
    closed: Mapping[tuple[int, int], int]
    closed_before: Mapping[tuple[int, int], int]


def _stood(
    connection: Connection, stages: DealStages, owner: str | None, spans: Sequence[tuple[str, str]]
) -> tuple[Mapping[int, DealSum], Mapping[int, DealSum]]:
    return deals_at(connection, stages, spans[0], owner, estimates_since(connection, spans[-1][0], owner))


def _changed(
    connection: Connection,
    settings: TeamSettings,
    stages: DealStages,
    week: Period,
    owner: str | None,
    spans: Sequence[tuple[str, str]],
) -> _Changed:
    weeks_ago, long_ago = (_before(week, settings, WIN_WEEKS * times) for times in (1, 2))
    estimates = estimates_since(connection, spans[-1][0], owner)
    closed_before, closed = closed_between(connection, stages, [(long_ago, weeks_ago), (weeks_ago, spans[0][1])], owner)
    return _Changed(touched_deals(connection, stages, spans, owner, estimates), closed, closed_before)


def _risks(connection: Connection, settings: TeamSettings, stages: DealStages, today: date, owner: str | None) -> Risks:
    named = values_of(stages, settings, today)
    counted = looked_after(connection, named, owner)
    return Risks(counted.risky, counted.risky_revenue, riskiest_deals(connection, named, SHOWN_RISKS, owner))


def week_spans(zone: ZoneInfo, week: Period, before: int) -> list[tuple[str, str]]:
    """The stored moments at which a week and so many weeks before it begin and are over, newest first."""
    weeks = [week]
    for _ in range(before):
        weeks.append(weeks[-1].previous())
    return [(moment_text(begins), moment_text(ends)) for begins, ends in (each.bounds(zone) for each in weeks)]


def _before(week: Period, settings: TeamSettings, weeks: int) -> str:
    first = week_of(week.last - timedelta(weeks=weeks) + timedelta(days=1))
    return moment_text(first.bounds(settings.time_zone)[0])


def read_new_mrr(connection: Connection, zone: ZoneInfo, week: Period, owner: str | None) -> NewMrr | None:
    """New MRR of each week from the one of the first subscription to this one, at most two years; None where there was none by
    then."""
    first = first_step(connection)
    if first is None or first >= moment_text(week.bounds(zone)[1]):
        return None
    begun = week_of(moment_of(first).astimezone(zone).date())
    weeks: list[Period] = [week]
    while weeks[0].first > begun.first and len(weeks) < _MOST_WEEKS:
        weeks.insert(0, weeks[0].previous())
    spans = [(moment_text(begins), moment_text(ends)) for begins, ends in (each.bounds(zone) for each in weeks)]
    amounts: list[list[tuple[str, int]]] = [[] for _ in weeks]
    for place, currency, minor in new_mrr(connection, spans, owner):
        amounts[place].append((currency, minor))
    return NewMrr(tuple(weeks), tuple(tuple(each) for each in amounts))
