"""Cohorts and periods of a journey: how far prospects came, who is still there, how long they stayed, how they moved.

A cohort is everybody who entered a journey in a span of time, wherever they stand now. A period is what happened within a span.
Who entered a stage passed those before it. Prospects that were deleted are in no figure.
"""

from dataclasses import dataclass

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_open
from journeydesk.storage.schema.layout import ENTRY_POINT

OPEN = f"({is_open('p')})"
PROSPECT = "prospects p INDEXED BY ix_prospects_standing"
_LADDER = "(SELECT value FROM json_each(:ladder))"

COHORT = (
    f"SELECT prospect, coalesce(max(to_stage) FILTER (WHERE to_stage IN {_LADDER}), 0) AS furthest FROM stage_history "
    "WHERE journey = :journey AND at >= :since GROUP BY prospect HAVING max(from_stage = 0 AND at < :until)"
)
"""Who entered the journey in a span, and the furthest stage of the ladder that each has reached by now."""

_PASSED = (
    "SELECT prospect, min(from_stage) AS low, max(to_stage) AS furthest, count(*) AS moves FROM stage_history "
    f"WHERE journey = :journey AND at >= :since AND at < :until AND to_stage IN {_LADDER} GROUP BY prospect"
)
_CROSSED = (
    "(c.moves = 1 OR EXISTS (SELECT 1 FROM stage_history m WHERE m.prospect = c.prospect AND m.journey = :journey AND m.at >= :since "
    f"AND m.at < :until AND m.from_stage < s.value AND m.to_stage >= s.value AND m.to_stage IN {_LADDER}))"
)
_ENTERED = f"json_each(:ladder) s ON s.value > c.low AND s.value <= c.furthest AND {_CROSSED}"
"""The stages that a prospect entered: with one move all between its ends, with several those that one of them crossed."""

PERIOD = f"SELECT c.prospect, s.value AS stage, c.furthest FROM ({_PASSED}) c JOIN {_ENTERED}"
"""Who entered which stage of the ladder in a span, and the furthest stage that each reached within it."""

STAYS = (
    "SELECT h.prospect, h.from_stage AS stage, h.to_stage, h.at, (SELECT max(b.at) FROM stage_history b WHERE "
    "b.prospect = h.prospect AND b.journey = h.journey AND b.to_stage = h.from_stage AND b.at <= h.at AND b.id != h.id) AS entered "
    "FROM stage_history h WHERE h.journey = :journey AND h.from_stage > 0"
)
"""Every stay in a stage that has ended: when it began and ended, and where it led."""

GROUPS = {
    "": "''",
    "owner": "coalesce(p.owner, '')",
    "source": "coalesce(p.source, '')",
    "entry": (
        f"coalesce((SELECT {ENTRY_POINT} FROM prospects e INDEXED BY ix_prospects_standing "
        "WHERE e.deleted = 0 AND e.lid = c.prospect), '')"
    ),
}
"""What a cohort can be told apart by, as SQL; "" for what has no value."""


@dataclass(frozen=True, slots=True)
class Span:
    """A journey, the stages of its ladder in order, and two stored moments: from `since` on and before `until`."""

    journey: str
    ladder: tuple[int, ...]
    since: str
    until: str

    @property
    def values(self) -> dict[str, str]:
        """For the statements of this module."""
        return {
            "journey": self.journey,
            "ladder": f"[{', '.join(map(str, self.ladder))}]",
            "since": self.since,
            "until": self.until,
        }


@dataclass(frozen=True, slots=True)
class Reach:
    """So many prospects of a group that are open (or not) and whose furthest stage this is."""

    group: str
    furthest: int
    is_open: int
    count: int


@dataclass(frozen=True, slots=True)
class Entered:
    """So many prospects that entered a stage in the period, by whether they went on within it and are open."""

    stage: int
    went_on: int
    is_open: int
    count: int


@dataclass(frozen=True, slots=True)
class Stay:
    """So many stays of so many hours in a stage; `advanced` where they led to a later stage of the ladder."""

    stage: int
    advanced: int
    hours: int
    count: int


@dataclass(frozen=True, slots=True)
class Flow:
    """So many prospects that moved from one stage to another, each counted once."""

    source: int
    target: int
    prospects: int


_OWNER = "(:owner IS NULL OR p.owner = :owner) AND (:chosen_source IS NULL OR p.source = :chosen_source)"


@dataclass(frozen=True, slots=True)
class Part:
    """Whose figures: one rep's prospects, those of one source, or all."""

    owner: str | None = None
    source: str | None = None

    @property
    def values(self) -> dict[str, str | None]:
        """For the statements of this module."""
        return {"owner": self.owner, "chosen_source": self.source}


def reaches(connection: Connection, span: Span, part: Part, group: str = "") -> list[Reach]:
    """The cohort by how far it came, and by group."""
    return sql.typed(
        connection,
        Reach,
        f"SELECT {GROUPS[group]}, c.furthest, {OPEN}, count(*) FROM ({COHORT}) c JOIN {PROSPECT} ON p.lid = c.prospect "
        f"WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        {**span.values, **part.values},
    )


def entries(connection: Connection, span: Span, part: Part) -> list[Entered]:
    """Who entered each stage in the period."""
    return sql.typed(
        connection,
        Entered,
        f"SELECT s.value, c.furthest > s.value, {OPEN}, count(*) FROM ({_PASSED}) c CROSS JOIN {PROSPECT} ON p.lid = c.prospect "
        f"CROSS JOIN {_ENTERED} WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        {**span.values, **part.values},
    )


def stays_of_cohort(connection: Connection, span: Span, part: Part) -> list[Stay]:
    """The stays of the cohort that have ended by now."""
    return _stays(connection, f"SELECT s.* FROM ({STAYS} AND h.at >= :since) s JOIN ({COHORT}) c USING (prospect)", span, part)


def stays_ended(connection: Connection, span: Span, part: Part) -> list[Stay]:
    """The stays that ended within the span, whenever they began."""
    return _stays(connection, f"{STAYS} AND h.at >= :since AND h.at < :until", span, part)


def _stays(connection: Connection, statement: str, span: Span, part: Part) -> list[Stay]:
    return sql.typed(
        connection,
        Stay,
        f"SELECT s.stage, s.to_stage > s.stage AND s.to_stage IN {_LADDER}, "
        "CAST(round((julianday(s.at) - julianday(s.entered)) * 24) AS INTEGER), count(*) "
        f"FROM ({statement}) s JOIN {PROSPECT} ON p.lid = s.prospect "
        f"WHERE p.deleted = 0 AND s.entered IS NOT NULL AND {_OWNER} GROUP BY 1, 2, 3",
        {**span.values, **part.values},
    )


def flows(connection: Connection, span: Span, part: Part) -> list[Flow]:
    """The moves of the cohort, by where from and where to."""
    return sql.typed(
        connection,
        Flow,
        f"SELECT h.from_stage, h.to_stage, count(DISTINCT h.prospect) FROM ({COHORT}) c JOIN {PROSPECT} ON p.lid = c.prospect "
        "JOIN stage_history h ON h.prospect = c.prospect AND h.journey = :journey AND h.at >= :since AND h.from_stage > 0 "
        f"WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2 ORDER BY 1, 2",
        {**span.values, **part.values},
    )
