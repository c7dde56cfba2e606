"""What the pipeline report is computed from: the deals as they stood at a moment, and what changed of them in a span.

Revenue is in hundredths of the team's currency, `weighted` in ten-thousandths of those (revenue × probability), so that sums stay
whole numbers. How deals stood is found from how they stand and what was written down since: the journey's log, and the field
history for what they are worth.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeydesk.domain import statuses
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_none_of
from journeydesk.storage.reports.question import by_place
from journeydesk.storage.schema.layout import DEAL_FIELDS, LIVING

_WEIGHTED = "coalesce(p.estimated_revenue, 0) * CAST(round(coalesce(p.deal_probability, 0) * 10000) AS INTEGER)"
_SUMS = f"count(*), coalesce(sum(p.estimated_revenue), 0), sum({_WEIGHTED}), count(p.deal_probability), "
_SUMS += "coalesce(sum(CAST(round(p.deal_probability * 10000) AS INTEGER)), 0)"
_DEALS = f"prospects p INDEXED BY ix_prospects_deals ON p.lid = m.prospect AND p.{LIVING}"
_FIRST_MOVES = (
    "WITH m AS MATERIALIZED (SELECT prospect, from_stage, min(at || printf('%012d', id)) FROM stage_history "
    "WHERE journey = ? AND at >= ? GROUP BY prospect) "
)
"""Of each prospect that moved since a moment, where it stood then."""

EXPECTED = f"p.{LIVING} AND p.expected_close BETWEEN :first AND :last AND {is_none_of('p.status', statuses.CLOSED)}"
"""What is expected to close between two dates."""

RISKY = (
    f"p.{LIVING} AND p.estimated_revenue > 0 AND p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(:open_names)) "
    "AND (p.next_follow_up < :today OR p.expected_close < :today "
    "OR (p.next_follow_up IS NULL AND coalesce(p.last_touch_at, '') < :quiet_since))"
)
"""Open deals of any worth whose follow-up or expected close has passed, or that nobody has planned a step for and nobody has touched
for long."""

DEALS_AT = (
    f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_deals LEFT JOIN (SELECT prospect, from_stage, "
    "min(at || printf('%012d', id)) FROM stage_history WHERE journey = :journey AND at >= :moment GROUP BY prospect) m "
    f"ON m.prospect = p.lid WHERE p.{LIVING} AND CASE WHEN m.prospect IS NULL "
    "THEN p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(:names)) "
    "ELSE m.from_stage IN (SELECT value FROM json_each(:numbers)) END"
)
"""The deals that stood in some stages at a moment."""


@dataclass(frozen=True, slots=True)
class DealSum:
    """How many deals stand in a stage, their revenue, that weighted by probability, how many have a probability, and the sum of
    those in ten-thousandths."""

    count: int = 0
    revenue: int = 0
    weighted: int = 0
    with_probability: int = 0
    probabilities: int = 0

    def plus(self, other: "DealSum", sign: int = 1) -> "DealSum":
        """The sum of both, or with -1 the difference."""
        return DealSum(
            self.count + sign * other.count,
            self.revenue + sign * other.revenue,
            self.weighted + sign * other.weighted,
            self.with_probability + sign * other.with_probability,
            self.probabilities + sign * other.probabilities,
        )


@dataclass(frozen=True, slots=True)
class Worth:
    """What a deal is worth: its revenue, None where nobody said, and its probability in ten-thousandths, None likewise."""

    revenue: int | None
    probability: int | None

    @property
    def summed(self) -> DealSum:
        """The deal as a sum of one."""
        revenue, chance = self.revenue or 0, self.probability
        return DealSum(1, revenue, revenue * (chance or 0), int(chance is not None), chance or 0)


@dataclass(frozen=True, slots=True)
class StageChange:
    """A move of the deal journey; stage 0 is none."""

    at: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class RevenueChange:
    """Another estimate; None where there was, or is, none."""

    at: str
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class TouchedDeal:
    """A deal of which anything changed in a span: how it stood at its end, and the changes, oldest first."""

    prospect: int
    stage: int
    revenue: int | None
    changes: tuple[StageChange | RevenueChange, ...]


def deals_now(connection: Connection, stages: DealStages, owner: str | None) -> dict[str, DealSum]:
    """The open deals as they stand, by the name of their stage; of one rep's prospects if `owner` is given."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    where = f"p.{LIVING} AND p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(?)){of_owner}"
    statement = (
        f"SELECT p.deal_stage, {_SUMS} FROM prospects p INDEXED BY ix_prospects_deals WHERE {where} GROUP BY p.deal_stage"
    )
    return {stage: DealSum(*row) for stage, *row in sql.rows(connection, statement, (stages.open_names, *values))}


def deals_at(
    connection: Connection, stages: DealStages, moment: str, owner: str | None, standing: Mapping[str, DealSum] | None = None
) -> dict[int, DealSum]:
    """The open deals as they stood just before a stored moment, by the number of their stage; of one rep's prospects of today if
    `owner` is given. `standing` is how they stand, where that was read already."""
    sums: dict[int, DealSum] = defaultdict(DealSum)
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    for name, here in (deals_now(connection, stages, owner) if standing is None else standing).items():
        sums[stages.number(name)] = sums[stages.number(name)].plus(here)
    for now, then, *row in sql.rows(
        connection,
        f"{_FIRST_MOVES}SELECT p.deal_stage, m.from_stage, {_SUMS} FROM m CROSS JOIN {_DEALS}{of_owner} "
        "GROUP BY p.deal_stage, m.from_stage",
        (stages.journey.name, moment, *values),
    ):
        moved = DealSum(*row)
        sums[stages.number(now)] = sums[stages.number(now)].plus(moved, -1)
        sums[int(then or 0)] = sums[int(then or 0)].plus(moved)
    for stage, then_worth, now_worth in _worth_otherwise(connection, stages, moment, owner):
        sums[stage] = sums[stage].plus(then_worth.summed).plus(now_worth.summed, -1)
    return {stage: total for stage, total in sums.items() if stage in stages.open and total.count}


def _worth_otherwise(
    connection: Connection, stages: DealStages, moment: str, owner: str | None
) -> list[tuple[int, Worth, Worth]]:
    """The deals that were worth something else at a moment than today: the stage then, and both."""
    then, now = worths_at(connection, moment, owner)
    places = stages_at(connection, stages, moment, then)
    return [(places.get(prospect, 0), worth, now[prospect]) for prospect, worth in then.items()]


def worths_at(connection: Connection, moment: str, owner: str | None) -> tuple[dict[int, Worth], dict[int, Worth]]:
    """What those deals were worth at a moment of which anything was written since, and what they are worth now."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    then: dict[int, Worth] = {}
    now: dict[int, Worth] = {}
    for prospect, field, old, revenue, probability in sql.rows(
        connection,
        "SELECT m.lid, m.field, m.old, p.estimated_revenue, p.deal_probability FROM (SELECT field, lid, old, at, id FROM field_history "
        f"INDEXED BY ix_field_history_deals WHERE {DEAL_FIELDS} AND at >= ?) m "
        f"CROSS JOIN prospects p INDEXED BY ix_prospects_deals ON p.lid = m.lid AND p.{LIVING}{of_owner} "
        "ORDER BY m.at DESC, m.id DESC",
        (moment, *values),
    ):
        # Newest first: what is met last is what stood before the first of them.
        now.setdefault(prospect, Worth(revenue, _ten_thousandths(probability)))
        known = then.get(prospect, now[prospect])
        value = _number(old)
        if field == "estimated_revenue":
            then[prospect] = Worth(None if value is None else round(value), known.probability)
        else:
            then[prospect] = Worth(known.revenue, _ten_thousandths(value))
    return then, now


def _number(stored: object) -> float | None:
    """A number of the field history, which keeps values as JSON; None for anything else."""
    try:
        value = json.loads(str(stored)) if stored is not None else None
    except ValueError:
        return None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _ten_thousandths(probability: float | None) -> int | None:
    return None if probability is None else round(probability * 10_000)


def stages_at(connection: Connection, stages: DealStages, moment: str, prospects: Iterable[int]) -> dict[int, int]:
    """Where these stood just before a stored moment, by the number of the stage, 0 for none."""
    listed = json.dumps(sorted(prospects))
    places = {
        row[0]: stages.number(row[1])
        for row in sql.rows(
            connection,
            "SELECT p.lid, p.deal_stage FROM json_each(?) m CROSS JOIN prospects p INDEXED BY ix_prospects_deals "
            f"ON p.lid = m.value AND p.{LIVING}",
            (listed,),
        )
    }
    moved = sql.rows(
        connection,
        "SELECT h.prospect, h.from_stage, min(h.at || printf('%012d', h.id)) FROM json_each(?) m "
        "CROSS JOIN stage_history h INDEXED BY ix_stage_history_prospect_at "
        "ON h.prospect = m.value AND h.at >= ? WHERE h.journey = ? GROUP BY h.prospect",
        (listed, moment, stages.journey.name),
    )
    return places | {row[0]: int(row[1] or 0) for row in moved}


def touched_deals(connection: Connection, stages: DealStages, since: str, until: str, owner: str | None) -> list[TouchedDeal]:
    """The deals that moved or were estimated anew from a stored moment until before another."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    changes: dict[int, list[StageChange | RevenueChange]] = defaultdict(list)
    revenue: dict[int, int | None] = {}
    for prospect, source, target, at, now in sql.rows(
        connection,
        "SELECT m.prospect, m.from_stage, m.to_stage, m.at, p.estimated_revenue FROM (SELECT prospect, from_stage, to_stage, at, id "
        f"FROM stage_history WHERE journey = ? AND at >= ? AND at < ?) m CROSS JOIN {_DEALS}{of_owner} ORDER BY m.at, m.id",
        (stages.journey.name, since, until, *values),
    ):
        changes[prospect].append(StageChange(at, int(source or 0), int(target or 0)))
        revenue[prospect] = now
    edits: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for prospect, at, old, now in sql.rows(
        connection,
        "SELECT m.lid, m.at, m.old, p.estimated_revenue FROM (SELECT lid, at, old, id FROM field_history "
        f"INDEXED BY ix_field_history_deals WHERE {DEAL_FIELDS} AND field = 'estimated_revenue' AND at >= ?) m "
        f"CROSS JOIN prospects p INDEXED BY ix_prospects_deals ON p.lid = m.lid AND p.{LIVING}{of_owner} ORDER BY m.at, m.id",
        (since, *values),
    ):
        value = _number(old)
        edits[prospect].append((at, None if value is None else round(value)))
        revenue[prospect] = now
    for prospect, olds in edits.items():
        news = [*(old for _, old in olds[1:]), revenue[prospect]]
        later = [old for at, old in olds if at >= until]
        revenue[prospect] = later[0] if later else revenue[prospect]
        within = [RevenueChange(at, old, new) for (at, old), new in zip(olds, news, strict=True) if at < until]
        if within:
            changes[prospect] = sorted([*changes[prospect], *within], key=lambda change: change.at)
    places = stages_at(connection, stages, until, changes)
    return [
        TouchedDeal(prospect, places.get(prospect, 0), revenue[prospect], tuple(done)) for prospect, done in changes.items()
    ]


def closed_between(
    connection: Connection, stages: DealStages, spans: Sequence[tuple[str, str]], owner: str | None
) -> list[dict[tuple[int, int], int]]:
    """How many moves there were from each stage to each end in each of these spans, which follow each other, by (from, to)."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    ends = json.dumps(sorted(stages.won | stages.lost))
    counts: list[dict[tuple[int, int], int]] = [{} for _ in spans]
    for source, target, at in sql.rows(
        connection,
        "SELECT m.from_stage, m.to_stage, m.at FROM (SELECT prospect, from_stage, to_stage, at FROM stage_history WHERE journey = ? "
        "AND at >= ? AND at < ? AND to_stage IN (SELECT value FROM json_each(?))) m "
        f"CROSS JOIN {_DEALS}{of_owner}",
        (stages.journey.name, spans[0][0], spans[-1][1], ends, *values),
    ):
        move = int(source or 0), int(target)
        for place, (since, until) in enumerate(spans):
            if since <= at < until:
                counts[place][move] = counts[place].get(move, 0) + 1
    return counts


def expected_between(connection: Connection, first: str, last: str, owner: str | None = None) -> int | None:
    """Σ revenue × probability, in ten-thousandths of hundredths, of what is expected to close from one ISO date to another (both
    included) and is neither rejected nor churned; None where no closing is planned at all (docs/rules.md, "Alert rules")."""
    of_owner, owned = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    where, values = by_place(EXPECTED, {"first": first, "last": last})
    planned = sql.scalar(connection, f"SELECT 1 FROM prospects WHERE {LIVING} AND expected_close > '' LIMIT 1")
    if planned is None:
        return None
    statement = f"SELECT sum({_WEIGHTED}) FROM prospects p INDEXED BY ix_prospects_deals WHERE {where}{of_owner}"
    return int(sql.scalar(connection, statement, (*values, *owned)) or 0)


@dataclass(frozen=True, slots=True)
class RiskyDeal:
    """An open deal that needs a step: days are ISO dates, `last_touch_at` is a stored moment."""

    prospect: int
    key: str
    company: str
    owner: str
    revenue: int
    expected_close: str | None
    next_follow_up: str | None
    last_touch_at: str | None


@dataclass(frozen=True, slots=True)
class Risks:
    """How many there are, what they are worth, and the most valuable of them."""

    count: int
    revenue: int
    first: Sequence[RiskyDeal]


def risky_deals(
    connection: Connection, stages: DealStages, today: str, quiet_since: str, limit: int, owner: str | None
) -> Risks:
    """The open deals of any worth whose follow-up or expected close has passed, or that nobody has planned a step for and nobody has
    touched since a stored moment."""
    of_owner, owned = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    where, values = by_place(RISKY, {"open_names": stages.open_names, "today": today, "quiet_since": quiet_since})
    where, bounds = f"FROM prospects p INDEXED BY ix_prospects_deals WHERE {where}{of_owner}", (*values, *owned)
    count, revenue = sql.only(connection, f"SELECT count(*), coalesce(sum(p.estimated_revenue), 0) {where}", bounds)
    first = sql.scalars(connection, f"SELECT p.lid {where} ORDER BY p.estimated_revenue DESC, p.lid LIMIT ?", (*bounds, limit))
    rows = sql.typed(
        connection,
        RiskyDeal,
        "SELECT lid, key, coalesce(company, contact_name, key, ''), coalesce(owner, ''), estimated_revenue, expected_close, "
        "next_follow_up, last_touch_at FROM prospects WHERE lid IN (SELECT value FROM json_each(?)) "
        "ORDER BY estimated_revenue DESC, lid",
        (json.dumps(first),),
    )
    return Risks(count, revenue, rows)
