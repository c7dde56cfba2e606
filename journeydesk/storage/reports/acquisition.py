"""What the acquisition report is computed from, in a few statements over one consistent view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.statuses import REACHED
from journeydesk.domain.time import moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of
from journeydesk.storage.schema.layout import ENTRY_POINT, LIVING


@dataclass(frozen=True, slots=True)
class Application:
    """One application: when, where from, how scored, what became of it, when first called, and the stage it is in."""

    key: str
    company: str
    contact: str
    owner: str
    source: str
    score: int | None
    status: str
    applied_on: str
    first_call: str | None
    stage: int | None


@dataclass(frozen=True, slots=True)
class Lead:
    """By which call to action an applicant came, and the stage it is in."""

    entry: str | None
    stage: int | None


@dataclass(frozen=True, slots=True)
class StageMove:
    """One move of the journey."""

    prospect: int
    stage: int
    at: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """The week's and the week before's applications, 90 days of leads, oldest first, and of moves, and each rep's calls of the
    week with how many of them reached somebody."""

    current: Sequence[Application]
    before: Sequence[Application]
    quarter: Sequence[Lead]
    moves: Sequence[StageMove]
    calls: Mapping[str, tuple[int, int]]


QUARTER = timedelta(days=90)


def read(connection: Connection, settings: TeamSettings, week: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a week; of one rep if `owner` is given, but for the moves, which are the team's."""
    begins, ends = week.bounds(settings.time_zone)
    earlier, _ = week.previous().bounds(settings.time_zone)
    first, until, before, quarter = (moment_text(at) for at in (begins, ends, earlier, ends - QUARTER))
    received = [
        application for application in applications(connection, before, until) if owner is None or application.owner == owner
    ]
    calls = calls_by_owner(connection, first, until)
    return Inputs(
        current=[application for application in received if first <= application.applied_on],
        before=[application for application in received if application.applied_on < first],
        quarter=leads(connection, quarter, until, owner),
        moves=stage_moves(connection, settings.journeys[0].name, quarter, until),
        calls=calls if owner is None else {name: counts for name, counts in calls.items() if name == owner},
    )


def applications(connection: Connection, since: str, until: str) -> list[Application]:
    """The applications of a span of stored moments, oldest first."""
    rows = sql.rows(
        connection,
        "SELECT p.key, p.company, p.contact_name, p.owner, p.source, p.score, p.status, p.applied_on, "
        "(SELECT min(i.date) FROM interactions i WHERE i.prospect = p.lid AND i.deleted = 0 AND i.type = 'Call' "
        "AND i.date >= p.applied_on), p.engagement_stage "
        "FROM prospects p WHERE p.deleted = 0 AND p.applied_on >= ? AND p.applied_on < ? ORDER BY p.applied_on, p.lid",
        (since, until),
    )
    return [Application(r[0], r[1] or "", r[2] or "", r[3] or "", r[4] or "", r[5], r[6] or "", r[7], r[8], r[9]) for r in rows]


def leads(connection: Connection, since: str, until: str, owner: str | None) -> list[Lead]:
    """Those who applied in a span, oldest first; of one rep if `owner` is given."""
    return sql.typed(
        connection,
        Lead,
        f"SELECT {ENTRY_POINT}, engagement_stage FROM prospects INDEXED BY ix_prospects_reports "
        f"WHERE {LIVING} AND applied_on >= ? AND applied_on < ? AND coalesce(owner = ?, ?) ORDER BY applied_on",
        (since, until, owner, owner is None),
    )


def stage_moves(connection: Connection, journey: str, since: str, until: str) -> list[StageMove]:
    """The moves of a journey in a span, by prospect and time."""
    rows = sql.rows(
        connection,
        "SELECT prospect, to_stage, at FROM stage_history WHERE journey = ? AND at >= ? AND at < ? ORDER BY prospect, at, id",
        (journey, since, until),
    )
    return [StageMove(*row) for row in rows]


def calls_by_owner(connection: Connection, since: str, until: str) -> dict[str, tuple[int, int]]:
    """Each rep's calls in a span, and how many reached somebody."""
    rows = sql.rows(
        connection,
        f"SELECT coalesce(owner, ''), count(*), sum({is_one_of('outcome', REACHED)}) FROM interactions "
        "WHERE deleted = 0 AND type = 'Call' AND date >= ? AND date < ? GROUP BY 1 ORDER BY 1",
        (since, until),
    )
    return {row[0]: (row[1], row[2] or 0) for row in rows}
