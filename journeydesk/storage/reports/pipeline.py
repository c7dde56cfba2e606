"""What the pipeline report is computed from: the deals as they stood at a moment, which of them closed, and which are at risk.

Revenue is in hundredths of the team's currency, `weighted` in ten-thousandths of those (revenue × probability), so that sums stay
whole numbers. How deals stood is found from how they stand and what was written down since: the journey's log, and the field
history for what they are worth.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from journeydesk.domain import statuses
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import start_of
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_none_of
from journeydesk.storage.reports.behind.question import Value, by_place
from journeydesk.storage.reports.deal_worth import DealSum, Estimate, Worth, worths_at
from journeydesk.storage.schema.layout import CLOSING, GONE, IN_DEALS, LIVING

_WEIGHTED = "coalesce(p.estimated_revenue, 0) * CAST(round(coalesce(p.deal_probability, 0) * 10000) AS INTEGER)"
_SUMS = f"count(*), coalesce(sum(p.estimated_revenue), 0), sum({_WEIGHTED}), count(p.deal_probability), "
_SUMS += "coalesce(sum(CAST(round(p.deal_probability * 10000) AS INTEGER)), 0)"
DEALS = f"prospects p INDEXED BY ix_prospects_standing ON p.lid = m.prospect AND p.{LIVING}"
OF_PIPELINE = "(from_stage IN (SELECT value FROM json_each(?)) OR to_stage IN (SELECT value FROM json_each(?)))"
"""A move into, within or out of the open stages: no other changes what stands in one of them."""

_ORDERED = "at || (1000000000000000 + id * 1000 + coalesce(from_stage, 0))"
"""A move in the order of the log, where it came from in its last three digits."""

_FIRST_MOVES = (
    f"WITH m AS MATERIALIZED (SELECT prospect, min({_ORDERED}) AS first, min({_ORDERED}) FILTER (WHERE at >= ?) AS later "
    f"FROM moves_by_time WHERE journey = ? AND at >= ? AND {OF_PIPELINE} GROUP BY prospect) "
)
"""Of each prospect that moved since the earlier of two moments, its first move since each of them."""

_STOOD = "CAST(substr({}, -3) AS INTEGER)"
"""Where it stood until then; None where it did not move since."""

STANDS = (
    f"p.{IN_DEALS.replace(' AND ', ' AND p.')} AND p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(:open_names))"
)
"""A deal that stands in an open stage now."""

OPEN_NOW = f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_deals WHERE {STANDS}"
"""The deals that are open now."""

EXPECTED = (
    f"p.{CLOSING.replace(' AND ', ' AND p.')} AND p.expected_close BETWEEN :first AND :last "
    f"AND {is_none_of('p.status', statuses.CLOSED)}"
)
"""What is expected to close between two dates."""

AT_RISK = (
    "p.estimated_revenue > 0 AND (p.next_follow_up < :today OR p.expected_close < :today "
    "OR (p.next_follow_up IS NULL AND coalesce(p.last_touch_at, '') < :quiet_since))"
)
RISKY = f"{STANDS} AND {AT_RISK}"
"""Open deals of any worth whose follow-up or expected close has passed, or that nobody has planned a step for and nobody has touched
for long."""

DEALS_AT = (
    f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_standing LEFT JOIN (SELECT prospect, from_stage, "
    "min(at || printf('%012d', id)) FROM moves_by_time WHERE journey = :journey AND at >= :moment GROUP BY prospect) m "
    f"ON m.prospect = p.lid WHERE p.{LIVING} AND CASE WHEN m.prospect IS NULL "
    "THEN p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(:names)) "
    "ELSE m.from_stage IN (SELECT value FROM json_each(:numbers)) END"
)
"""The deals that stood in some stages at a moment."""

RISKY_DAYS = 14
"""A deal without a planned step that nobody has touched for so long is at risk."""

UNTOUCHED_DAYS = 30
_LOOKED_AT = 5
"""Times as many prospects as are asked for are looked at before all deals are."""

STEP = "(p.next_follow_up >= :today OR EXISTS (SELECT 1 FROM tasks t WHERE t.prospect = p.lid AND t.deleted = 0 AND t.done_at IS NULL))"
_UNTOUCHED = "coalesce(p.last_touch_at, '') < :untouched_since"


def deals_now(connection: Connection, stages: DealStages, owner: str | None) -> dict[str, DealSum]:
    """The open deals as they stand, by the name of their stage; of one rep's prospects if `owner` is given."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    where, bounds = by_place(STANDS, {"open_names": stages.open_names})
    statement = (
        f"SELECT p.deal_stage, {_SUMS} FROM prospects p INDEXED BY ix_prospects_deals WHERE {where}{of_owner} "
        "GROUP BY p.deal_stage COLLATE NOCASE"
    )
    return {stage: DealSum(*row) for stage, *row in sql.rows(connection, statement, (*bounds, *values))}


def deals_at(
    connection: Connection,
    stages: DealStages,
    moments: tuple[str, str],
    owner: str | None,
    estimates: Sequence[Estimate],
) -> tuple[dict[int, DealSum], dict[int, DealSum]]:
    """The open deals as they stood just before each of two stored moments, the earlier first, by the number of their stage; of one rep's
    prospects of today if `owner` is given. `estimates` are those since the earlier moment, or since before it."""
    sums: tuple[dict[int, DealSum], ...] = (defaultdict(DealSum), defaultdict(DealSum))
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    for name, standing in deals_now(connection, stages, owner).items():
        for either in sums:
            either[stages.number(name)] = either[stages.number(name)].plus(standing)
    for now, *then, count, revenue, weighted, known, chances in sql.rows(
        within(connection, "stage_history", moments[0], of=stages.journey.name),
        f"{_FIRST_MOVES}SELECT p.deal_stage, {_STOOD.format('m.first')}, {_STOOD.format('m.later')}, {_SUMS} "
        f"FROM m CROSS JOIN {DEALS}{of_owner} GROUP BY 1, 2, 3",
        (moments[1], stages.journey.name, moments[0], *twice(stages.open), *values),
    ):
        moved, here = DealSum(count, revenue, weighted, known, chances), stages.number(now)
        for which, stood in zip(sums, then, strict=True):
            if stood is not None:
                which[here] = which[here].plus(moved, -1)
                which[stood] = which[stood].plus(moved)
    for which, moment in zip(sums, moments, strict=True):
        then_worth, now_worth = worths_at(estimates, moment)
        others = [prospect for prospect, worth in then_worth.items() if worth != now_worth[prospect]]
        places = stages_at(connection, stages, moment, others)
        for stage, more in _gained(others, places, then_worth, now_worth).items():
            which[stage] = which[stage].plus(more)
    first, second = ({stage: total for stage, total in each.items() if stage in stages.open and total.count} for each in sums)
    return first, second


def _gained(
    prospects: Sequence[int], places: Mapping[int, int], then: Mapping[int, Worth], now: Mapping[int, Worth]
) -> dict[int, DealSum]:
    """What those that stood in each stage were worth more than they are now, each the same number of deals."""
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for prospect in prospects:
        gained = sums[places.get(prospect, 0)]
        for worth, sign in ((then[prospect], 1), (now[prospect], -1)):
            revenue, chance = worth.revenue or 0, worth.probability
            gained[0] += sign * revenue
            if chance is not None:
                gained[1] += sign * revenue * chance
                gained[2] += sign
                gained[3] += sign * chance
    return {stage: DealSum(0, *gained) for stage, gained in sums.items()}


def stages_at(connection: Connection, stages: DealStages, moment: str, prospects: Iterable[int]) -> dict[int, int]:
    """Where these stood just before a stored moment, by the number of the stage, 0 for none."""
    listed = json.dumps(sorted(prospects))
    standing = sql.rows(
        connection,
        "SELECT p.lid, p.deal_stage FROM json_each(?) m CROSS JOIN prospects p INDEXED BY ix_prospects_standing "
        f"ON p.lid = m.value AND p.{LIVING}",
        (listed,),
    )
    numbers = {name: stages.number(name) for name in {row[1] for row in standing}}
    places = {row[0]: numbers[row[1]] for row in standing}
    moved = sql.rows(
        within(connection, "stage_history", moment, of=stages.journey.name),
        "SELECT h.prospect, h.from_stage, min(h.at || printf('%012d', h.id)) FROM json_each(?) m "
        "CROSS JOIN stage_history h INDEXED BY ix_stage_history_prospect_at "
        "ON h.prospect = m.value AND h.at >= ? WHERE h.journey = ? GROUP BY h.prospect",
        (listed, moment, stages.journey.name),
    )
    return places | {row[0]: int(row[1] or 0) for row in moved}


def twice(open_stages: Sequence[int]) -> tuple[str, str]:
    """The values of `OF_PIPELINE`."""
    listed = str(list(open_stages))
    return listed, listed


def whose(owner: str | None, prospect: str) -> tuple[str, tuple[str, ...]]:
    """The condition that a prospect counts: it is the rep's, or, where everybody's do, not one of the few that are gone."""
    if owner is None:
        return f"{prospect} NOT IN (SELECT lid FROM prospects INDEXED BY ix_prospects_gone WHERE {GONE})", ()
    found = (
        f"SELECT 1 FROM prospects p INDEXED BY ix_prospects_standing WHERE p.lid = {prospect} AND p.{LIVING} AND p.owner = ?"
    )
    return f"EXISTS ({found})", (owner,)


def closed_between(
    connection: Connection, stages: DealStages, spans: Sequence[tuple[str, str]], owner: str | None
) -> list[dict[tuple[int, int], int]]:
    """How many moves there were from each stage to each end in each of these spans, which follow each other, by (from, to)."""
    counts_for, values = whose(owner, "h.prospect")
    ends = json.dumps(sorted(stages.won | stages.lost))
    counts: list[dict[tuple[int, int], int]] = [{} for _ in spans]
    for source, target, at in sql.rows(
        within(connection, "stage_history", spans[0][0], spans[-1][1], of=stages.journey.name),
        "SELECT h.from_stage, h.to_stage, h.at FROM moves_by_time h WHERE h.journey = ? AND h.at >= ? AND h.at < ? "
        f"AND h.to_stage IN (SELECT value FROM json_each(?)) AND {counts_for}",
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
    planned = sql.scalar(
        connection, f"SELECT 1 FROM prospects INDEXED BY ix_prospects_closing WHERE {CLOSING} AND expected_close > '' LIMIT 1"
    )
    if planned is None:
        return None
    statement = f"SELECT sum({_WEIGHTED}) FROM prospects p INDEXED BY ix_prospects_closing WHERE {where}{of_owner}"
    return int(sql.scalar(connection, statement, (*values, *owned)) or 0)


@dataclass(frozen=True, slots=True)
class LookedAfter:
    """Of the open deals of today: how many, how many have something planned, how many nobody contacted for long and what those are
    worth; how many are at risk, and what these are worth. Revenue is in hundredths."""

    deals: int
    with_step: int
    untouched: int
    untouched_revenue: int
    risky: int
    risky_revenue: int


def values_of(stages: DealStages, settings: TeamSettings, today: date) -> dict[str, Value]:
    """The values that this counts by, those of `RISKY` among them."""
    return {
        "open_names": stages.open_names,
        "today": today.isoformat(),
        "quiet_since": start_of(today - timedelta(days=RISKY_DAYS), settings.time_zone),
        "untouched_since": start_of(today - timedelta(days=UNTOUCHED_DAYS), settings.time_zone),
    }


def looked_after(connection: Connection, named: dict[str, Value], owner: str | None) -> LookedAfter:
    """The counts; of one rep's prospects if `owner` is given. `named` is what `values_of` gives."""
    of_owner, owned = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    statement, bounds = by_place(
        f"SELECT count(*), coalesce(sum({STEP}), 0), coalesce(sum({_UNTOUCHED}), 0), "
        f"coalesce(sum(p.estimated_revenue) FILTER (WHERE {_UNTOUCHED}), 0), count(*) FILTER (WHERE {AT_RISK}), "
        f"coalesce(sum(p.estimated_revenue) FILTER (WHERE {AT_RISK}), 0) FROM prospects p INDEXED BY ix_prospects_deals WHERE {STANDS}",
        named,
    )
    return LookedAfter(*sql.only(connection, statement + of_owner, (*bounds, *owned)))


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


def riskiest_deals(connection: Connection, named: Mapping[str, Value], limit: int, owner: str | None) -> list[RiskyDeal]:
    """The most valuable of the open deals at risk; `named` is what `RISKY` asks for."""
    of_owner, owned = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    where, bounds = by_place(RISKY, named)
    among = f"WHERE {where}{of_owner} ORDER BY p.estimated_revenue DESC, p.lid LIMIT ?"
    # Where many are at risk, the first few are found among the prospects of most worth, without a look at all deals.
    first = sql.scalars(
        connection,
        f"SELECT p.lid FROM (SELECT lid FROM prospects INDEXED BY ix_list_estimated_revenue WHERE {LIVING} AND estimated_revenue > 0 "
        f"ORDER BY estimated_revenue DESC, lid LIMIT {limit * _LOOKED_AT}) m CROSS JOIN prospects p ON p.lid = m.lid {among}",
        (*bounds, *owned, limit),
    )
    if len(first) < limit:
        statement = f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_deals {among}"
        first = sql.scalars(connection, statement, (*bounds, *owned, limit))
    return sql.typed(
        connection,
        RiskyDeal,
        "SELECT lid, key, coalesce(company, contact_name, key, ''), coalesce(owner, ''), estimated_revenue, expected_close, "
        "next_follow_up, last_touch_at FROM prospects WHERE lid IN (SELECT value FROM json_each(?)) "
        "ORDER BY estimated_revenue DESC, lid",
        (json.dumps(first),),
    )
