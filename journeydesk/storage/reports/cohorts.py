"""Cohorts and periods of a journey: how far prospects came, who is still there, how long they stayed, how they moved.

A cohort is everybody who entered a journey in a span of time, wherever they stand now. A period is what happened within a span.
Who entered a stage passed those before it. Prospects that were deleted are in no figure.
"""

from collections import defaultdict
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_open
from journeydesk.storage.schema.layout import ENTRY_POINT, GONE

OPEN = f"({is_open('p')})"
PROSPECT = "prospects p INDEXED BY ix_prospects_standing"
_LADDER = "(SELECT value FROM json_each(:ladder))"

_COURSE = "moves_by_start h"
_BEGAN = "h.journey = :journey AND h.began >= :since AND h.began < :until"

COHORT = (
    f"SELECT h.prospect, h.began, coalesce(max(h.to_stage) FILTER (WHERE h.to_stage IN {_LADDER}), 0) AS furthest FROM {_COURSE} "
    f"WHERE {_BEGAN} GROUP BY h.began, h.prospect"
)
"""Who entered the journey in a span, and the furthest stage of the ladder that each has reached by now."""

_PASSED = (
    "SELECT prospect, min(from_stage) AS low, max(to_stage) AS furthest, count(*) AS moves FROM moves_by_time "
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
        _of_journey(connection, span),
        Reach,
        f"SELECT {GROUPS[group]}, c.furthest, {OPEN}, count(*) FROM ({COHORT}) c CROSS JOIN {PROSPECT} ON p.lid = c.prospect "
        f"WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        {**span.values, **part.values},
    )


def reaches_by(connection: Connection, span: Span, part: Part, names: Sequence[str]) -> dict[str, list[Reach]]:
    """The same by each of several groups, of one reading of the cohort."""
    columns = ", ".join(GROUPS[name] for name in names)
    places = range(len(names))
    counts: list[dict[tuple[str, int, int], int]] = [defaultdict(int) for _ in names]
    for *groups, furthest, still, count in sql.rows(
        _of_journey(connection, span),
        f"SELECT {columns}, c.furthest, {OPEN}, count(*) FROM ({COHORT}) c CROSS JOIN {PROSPECT} ON p.lid = c.prospect "
        f"WHERE p.deleted = 0 AND {_OWNER} GROUP BY {', '.join(str(place + 1) for place in range(len(names) + 2))}",
        {**span.values, **part.values},
    ):
        for place in places:
            counts[place][groups[place], furthest, still] += count
    return {name: [Reach(*key, counts[place][key]) for key in sorted(counts[place])] for place, name in enumerate(names)}


def reaches_of_both(
    connection: Connection, spans: tuple[Span, Span], part: Part, group: str
) -> tuple[list[Reach], list[Reach]]:
    """The cohorts of two spans that overlap, the earlier first, of one reading: by how far they came, and by group."""
    earlier, later = spans
    counts: tuple[dict[tuple[str, int, int], int], ...] = (defaultdict(int), defaultdict(int))
    for name, furthest, still, in_later, in_earlier, count in sql.rows(
        _of_journey(connection, later),
        f"SELECT {GROUPS[group]}, c.furthest, {OPEN}, c.began >= :later_since, c.began < :earlier_until, count(*) FROM ({COHORT}) c "
        f"CROSS JOIN {PROSPECT} ON p.lid = c.prospect WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2, 3, 4, 5",
        {
            **later.values,
            **part.values,
            "since": earlier.since,
            "later_since": later.since,
            "earlier_until": earlier.until,
        },
    ):
        for place, is_in in enumerate((in_earlier, in_later)):
            if is_in:
                counts[place][name, furthest, still] += count
    before, now = ([Reach(*key, each[key]) for key in sorted(each)] for each in counts)
    return before, now


def arrivals_by(connection: Connection, span: Span, part: Part, names: Sequence[str]) -> dict[str, list[tuple[str, int, int]]]:
    """How many hours of the cohort's journey it took to the last stage of the ladder, as (group, hours, how many) by each of several
    groups; of who came to it more than once the first time."""
    columns = ", ".join(GROUPS[name] for name in names)
    found: dict[str, list[tuple[str, int, int]]] = {name: [] for name in names}
    for *groups, hours, count in sql.rows(
        _of_journey(connection, span),
        f"SELECT {columns}, CAST(round((julianday(c.came) - julianday(c.began)) * 24) AS INTEGER) AS hours, count(*) "
        f"FROM (SELECT h.prospect, h.began, min(m.at) AS came FROM {_COURSE} CROSS JOIN stage_history m ON m.id = h.id "
        f"WHERE {_BEGAN} AND h.to_stage = :last GROUP BY h.prospect) c "
        f"CROSS JOIN {PROSPECT} ON p.lid = c.prospect WHERE p.deleted = 0 AND {_OWNER} "
        f"GROUP BY {', '.join(str(place + 1) for place in range(len(names) + 1))}",
        {**span.values, **part.values, "last": span.ladder[-1] if span.ladder else 0},
    ):
        for name, group in zip(names, groups, strict=True):
            found[name].append((group, hours, count))
    return found


def entries(connection: Connection, span: Span, part: Part) -> list[Entered]:
    """Who entered each stage in the period."""
    return sql.typed(
        within(connection, "stage_history", span.since, span.until, of=span.journey),
        Entered,
        f"SELECT s.value, c.furthest > s.value, {OPEN}, count(*) FROM ({_PASSED}) c CROSS JOIN {PROSPECT} ON p.lid = c.prospect "
        f"CROSS JOIN {_ENTERED} WHERE p.deleted = 0 AND {_OWNER} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        {**span.values, **part.values},
    )


def stays_of_cohort(connection: Connection, span: Span, part: Part) -> list[Stay]:
    """The stays of the cohort that have ended by now."""
    return _stays(connection, f"{_COURSE} WHERE {_BEGAN}", span, part)


def stays_ended(connection: Connection, span: Span, part: Part) -> list[Stay]:
    """The stays that ended within the span, whenever they began."""
    return _stays(connection, "moves_by_time h WHERE h.journey = :journey AND h.at >= :since AND h.at < :until", span, part)


def _stays(connection: Connection, moves: str, span: Span, part: Part) -> list[Stay]:
    of_part, values = _of(part)
    return sql.typed(
        _of_journey(connection, span),
        Stay,
        f"SELECT h.from_stage, h.to_stage > h.from_stage AND h.to_stage IN {_LADDER}, h.hours, count(*) "
        f"FROM {moves} AND h.from_stage > 0 AND h.hours IS NOT NULL AND {of_part} GROUP BY 1, 2, 3",
        {**span.values, **values},
    )


def flows(connection: Connection, span: Span, part: Part) -> list[Flow]:
    """The moves of the cohort, by where from and where to."""
    of_part, values = _of(part)
    return sql.typed(
        _of_journey(connection, span),
        Flow,
        f"SELECT h.from_stage, h.to_stage, count(DISTINCT h.prospect) FROM {_COURSE} WHERE {_BEGAN} AND h.from_stage > 0 "
        f"AND {of_part} GROUP BY 1, 2 ORDER BY 1, 2",
        {**span.values, **values},
    )


def _of_journey(connection: Connection, span: Span) -> Connection:
    return within(connection, "stage_history", of=span.journey)


def _of(part: Part) -> tuple[str, dict[str, str | None]]:
    """Whose moves: where it is everybody's, the few that are gone are left out, and nobody is looked up."""
    if part == Part():
        return f"h.prospect NOT IN (SELECT lid FROM prospects INDEXED BY ix_prospects_gone WHERE {GONE})", {}
    return f"EXISTS (SELECT 1 FROM {PROSPECT} WHERE p.lid = h.prospect AND p.deleted = 0 AND {_OWNER})", part.values
