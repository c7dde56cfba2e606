"""The team's own figures for the daily and weekly rules, in a few statements over one consistent view."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from journeydesk.domain import statuses
from journeydesk.domain.money import of_hundredths
from journeydesk.domain.periods import Period, month_of, week_of
from journeydesk.domain.rules.facts import Check, DayCount, TeamFacts, WeekCount
from journeydesk.domain.time import end_of, start_of
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of
from journeydesk.storage.reports.pipeline import expected_between

_DAYS = 35
_TAKEN_IN = is_one_of("status", statuses.TAKEN_IN)
_CUSTOMERS = f"deleted = 0 AND customer_status = '{statuses.CUSTOMER}'"
_CHECKED = "-7 days"


def team_facts(connection: Connection, today: date, zone: ZoneInfo, currency: str, now: str) -> TeamFacts:
    """What the team rules are told as of `now`, which is on the day `today` in the team's zone."""
    first = sql.first(connection, "SELECT min(applied_on) FROM prospects WHERE deleted = 0 AND applied_on > ''")
    month = month_of(today)
    return TeamFacts(
        today=today,
        days=_days(connection, today, zone),
        week=_week(connection, week_of(today).previous(), zone),
        first_application=date.fromisoformat(first[0][:10]) if first and first[0] else None,
        month=month.name,
        month_began_at=start_of(month.first, zone),
        forecast=_forecast(connection, month, currency),
        checks=_checks(connection, now),
    )


def _days(connection: Connection, today: date, zone: ZoneInfo) -> dict[date, DayCount]:
    days = [today - timedelta(days=n) for n in range(_DAYS, 0, -1)]
    # Days of a zone are not evenly long, so each is counted between its own bounds.
    bounds = json.dumps([[start_of(day, zone), end_of(day, zone)] for day in days])
    span = "FROM json_each(?) d"
    received = sql.rows(
        connection,
        "SELECT (SELECT count(*) FROM prospects WHERE deleted = 0 AND applied_on >= d.value ->> 0 AND applied_on < d.value ->> 1), "
        "(SELECT count(*) FROM prospects WHERE deleted = 0 AND applied_on >= d.value ->> 0 AND applied_on < d.value ->> 1 "
        f"AND {_TAKEN_IN}) {span}",
        (bounds,),
    )
    since, until = start_of(days[0], zone), start_of(today, zone)
    tickets = _per_day(connection, "events", "occurred_at", "event = 'support_ticket'", days, since, until, zone)
    support = _per_day(connection, "interactions", "date", "type = 'Support'", days, since, until, zone)
    return {
        day: DayCount(counted[0], counted[1], tickets.get(day, 0) + support.get(day, 0))
        for day, counted in zip(days, received, strict=True)
    }


def _per_day(
    connection: Connection,
    table: str,
    column: str,
    condition: str,
    days: Sequence[date],
    since: str,
    until: str,
    zone: ZoneInfo,
) -> dict[date, int]:
    starts = [(start_of(day, zone), day) for day in days]
    counts: dict[date, int] = {}
    rows = sql.rows(
        connection,
        f"SELECT {column} FROM {table} WHERE deleted = 0 AND {condition} AND {column} >= ? AND {column} < ? ORDER BY {column}",
        (since, until),
    )
    place = 0
    for (at,) in rows:
        while place + 1 < len(starts) and at >= starts[place + 1][0]:
            place += 1
        counts[starts[place][1]] = counts.get(starts[place][1], 0) + 1
    return counts


def _week(connection: Connection, week: Period, zone: ZoneInfo) -> WeekCount:
    days = (week.first.isoformat(), week.last.isoformat())
    # Without any usage in the base the share of active customers has no data.
    any_use = sql.first(connection, "SELECT 1 FROM usage WHERE deleted = 0 AND date BETWEEN ? AND ? LIMIT 1", days)
    customers = sql.first(connection, f"SELECT count(*) FROM prospects WHERE {_CUSTOMERS}") if any_use else None
    active = sql.first(
        connection,
        "SELECT count(DISTINCT u.prospect) FROM usage u JOIN prospects p ON p.lid = u.prospect "
        "WHERE u.deleted = 0 AND u.date BETWEEN ? AND ? AND u.api_calls > 0 "
        f"AND p.deleted = 0 AND p.customer_status = '{statuses.CUSTOMER}'",
        days,
    )
    pmf = sql.first(
        connection,
        "SELECT count(*), count(date_responded) FROM surveys WHERE deleted = 0 AND survey_type = 'PMF' "
        "AND date_sent BETWEEN ? AND ?",
        days,
    )
    satisfied = sql.first(
        connection,
        "SELECT coalesce(sum(satisfaction), 0), count(satisfaction) FROM surveys WHERE deleted = 0 AND date_responded BETWEEN ? AND ?",
        days,
    )
    return WeekCount(
        name=week.name,
        ended_at=end_of(week.last, zone),
        customers=customers[0] if customers else 0,
        active=active[0] if active else 0,
        pmf_sent=pmf[0] if pmf else 0,
        pmf_answered=pmf[1] if pmf else 0,
        satisfaction_sum=satisfied[0] if satisfied else 0,
        satisfaction_count=satisfied[1] if satisfied else 0,
    )


def _forecast(connection: Connection, month: Period, currency: str) -> float | None:
    """Expected revenue of the deals that close in the month: Σ revenue × probability; None where none is planned at all."""
    weighted = expected_between(connection, month.first.isoformat(), month.last.isoformat())
    return None if weighted is None else float(of_hundredths(weighted / 10_000, currency).major)


def _checks(connection: Connection, now: str) -> tuple[Check, ...]:
    rows = sql.rows(
        connection,
        "SELECT service, at, ok, coalesce(text, '') FROM service_check "
        "WHERE at >= strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?) ORDER BY service, at, id",
        (now, _CHECKED),
    )
    return tuple(Check(service, at, bool(ok), text) for service, at, ok, text in rows)
