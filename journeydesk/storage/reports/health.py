"""What the daily health is computed from: counts by day over the fortnight and what its means look back on."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain import statuses
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of, start_of
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of
from journeydesk.storage.reports.customers import active_customers
from journeydesk.storage.reports.weekly import WAITING

DAYS = 14
"""So many days are shown."""

WEEK, MONTH = 7, 30
"""So many days conversion and engagement look back on, and surveys."""

_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application that nobody has decided on, since when (a stored moment)."""

    prospect: int
    company: str
    owner: str
    score: int | None
    applied_on: str


@dataclass(frozen=True, slots=True)
class HealthInputs:
    """Counts by day: applications received and accepted, customers with a call in the week to each day shown, surveys on fit sent and
    answered, satisfaction as (sum, answers). `customers` are today's, None where the base has no usage at all."""

    days: Sequence[date]
    received: Mapping[date, int]
    accepted: Mapping[date, int]
    customers: int | None
    active: Mapping[date, int]
    sent: Mapping[date, int]
    answered: Mapping[date, int]
    satisfaction: Mapping[date, tuple[int, int]]
    waiting: Sequence[Waiting]
    waiting_count: int
    overdue: int


def read(connection: Connection, settings: TeamSettings, day: Period, owner: str | None, today: date) -> HealthInputs:
    """Everything for a day, of one rep's prospects if `owner` is given."""
    shown = [day.first - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    first = shown[0] - timedelta(days=MONTH - 1)
    zone = settings.time_zone
    all_days = [first + timedelta(days=n) for n in range((day.first - first).days + 1)]
    bounds = json.dumps([[start_of(each, zone), end_of(each, zone)] for each in all_days])
    of_owner, owned = ("", ()) if owner is None else (" AND owner = ?", (owner,))
    spans = "FROM json_each(?) d"
    within = f"deleted = 0 AND applied_on >= d.value ->> 0 AND applied_on < d.value ->> 1{of_owner}"
    counted = sql.rows(
        connection,
        f"SELECT (SELECT count(*) FROM prospects INDEXED BY ix_prospects_reports WHERE {within}), "
        f"(SELECT count(*) FROM prospects INDEXED BY ix_prospects_reports WHERE {within} "
        f"AND {is_one_of('status', statuses.TAKEN_IN)}) {spans}",
        (*owned, *owned, bounds),
    )
    days = (first.isoformat(), day.first.isoformat())
    mine = "" if owner is None else " AND EXISTS (SELECT 1 FROM prospects p WHERE p.lid = prospect AND p.owner = ?)"
    sent = sql.rows(
        connection,
        "SELECT date_sent, count(*), count(date_responded) FROM surveys WHERE deleted = 0 AND survey_type = 'PMF' "
        f"AND date_sent BETWEEN ? AND ?{mine} GROUP BY date_sent",
        (*days, *owned),
    )
    satisfied = sql.rows(
        connection,
        "SELECT date_responded, sum(satisfaction), count(satisfaction) FROM surveys WHERE deleted = 0 AND satisfaction IS NOT NULL "
        f"AND date_responded BETWEEN ? AND ?{mine} GROUP BY date_responded",
        (*days, *owned),
    )
    any_use = sql.scalar(connection, "SELECT 1 FROM usage WHERE deleted = 0 AND date BETWEEN ? AND ? LIMIT 1", days)
    customers = f"SELECT count(*) FROM prospects WHERE deleted = 0 AND customer_status = '{statuses.CUSTOMER}'"
    waiting = "" if owner is None else " AND p.owner = ?"
    late = start_of(today - timedelta(days=2), zone)
    count, overdue = sql.only(
        connection,
        f"{WAITING.replace('SELECT p.lid', 'SELECT count(*), coalesce(sum(p.applied_on < ?), 0)')}{waiting}",
        (late, *owned),
    )
    return HealthInputs(
        days=shown,
        received={each: row[0] for each, row in zip(all_days, counted, strict=True)},
        accepted={each: row[1] for each, row in zip(all_days, counted, strict=True)},
        customers=int(sql.scalar(connection, customers)) if any_use and owner is None else None,
        active=_active(connection, shown) if any_use and owner is None else {},
        sent={date.fromisoformat(row[0]): row[1] for row in sent},
        answered={date.fromisoformat(row[0]): row[2] for row in sent},
        satisfaction={date.fromisoformat(row[0]): (row[1], row[2]) for row in satisfied},
        waiting=sql.typed(
            connection,
            Waiting,
            "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), p.score, p.applied_on "
            f"FROM prospects p WHERE p.lid IN ({WAITING}{waiting} ORDER BY p.applied_on, p.lid LIMIT ?) ORDER BY p.applied_on, p.lid",
            (*owned, _LIMIT),
        ),
        waiting_count=count,
        overdue=overdue,
    )


def _active(connection: Connection, days: Sequence[date]) -> dict[date, int]:
    spans = [((day - timedelta(days=WEEK - 1)).isoformat(), day.isoformat()) for day in days]
    return dict(zip(days, active_customers(connection, spans), strict=True))
