"""What changed of the deals in weeks that follow each other: moves that touch the pipeline, and other estimates."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.deal_worth import Estimate
from journeydesk.storage.reports.pipeline import DEALS, OF_PIPELINE, stages_at, twice


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


@dataclass(frozen=True, slots=True)
class Touched:
    """What changed in a span: deal by deal, and, where nobody asks whose they were, moves from stage to stage of deals whose worth is
    what it was, as (how many, hundredths)."""

    deals: Sequence[TouchedDeal] = ()
    moves: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def touched_deals(
    connection: Connection,
    stages: DealStages,
    spans: Sequence[tuple[str, str]],
    owner: str | None,
    estimates: Sequence[Estimate],
) -> list[Touched]:
    """What moved into, within or out of the open stages, or was estimated anew, in each of these spans of stored moments, which follow
    each other, newest first: of the first deal by deal. `estimates` are those since the first moment."""
    changes: list[dict[int, list[StageChange | RevenueChange]]] = [{} for _ in spans]
    revenue: dict[int, int | None] = {}
    edits: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for each in estimates:
        if each.of_revenue:
            edits[each.prospect].append((each.at, None if each.old is None else round(each.old)))
            revenue[each.prospect] = each.now.revenue
    places = _places(spans)
    moves = _moves_between(connection, stages, spans[0], owner)
    if len(spans) > 1:
        moves = [*_moves_between(connection, stages, (spans[-1][0], spans[1][1]), owner, sorted(edits)), *moves]
    for prospect, source, target, at, now in moves:
        changes[places(at)].setdefault(prospect, []).append(StageChange(at, source or 0, target or 0))
        revenue[prospect] = now
    for prospect, olds in edits.items():
        news = [*(old for _, old in olds[1:]), revenue[prospect]]
        for (at, old), new in zip(olds, news, strict=True):
            if at < spans[0][1]:
                changes[places(at)].setdefault(prospect, []).append(RevenueChange(at, old, new))
    plain = _plain_moves(connection, stages, spans, owner, sorted(edits)) if len(spans) > 1 else ()
    return [
        Touched(_touched(connection, stages, until, changed, revenue, edits), sums)
        for (_, until), changed, sums in zip(spans, changes, ({}, *plain), strict=True)
    ]


def _plain_moves(
    connection: Connection, stages: DealStages, spans: Sequence[tuple[str, str]], owner: str | None, but: Sequence[int]
) -> list[dict[tuple[int, int], tuple[int, int]]]:
    """The moves of each span but the first, without those of some prospects, as sums by where from and where to."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    later = [since for since, _ in spans[1:-1]]
    place = " + ".join(["0", *("(m.at < ?)" for _ in later)])
    sums: list[dict[tuple[int, int], tuple[int, int]]] = [{} for _ in spans[1:]]
    for number, source, target, count, revenue in sql.rows(
        within(connection, "stage_history", spans[-1][0], spans[1][1], of=stages.journey.name),
        f"SELECT {place}, coalesce(m.from_stage, 0), coalesce(m.to_stage, 0), count(*), coalesce(sum(p.estimated_revenue), 0) "
        f"FROM (SELECT prospect, from_stage, to_stage, at FROM moves_by_time WHERE journey = ? AND at >= ? AND at < ? AND {OF_PIPELINE} "
        f"AND prospect NOT IN (SELECT value FROM json_each(?))) m CROSS JOIN {DEALS}{of_owner} GROUP BY 1, 2, 3",
        (*later, stages.journey.name, spans[-1][0], spans[1][1], *twice(stages.open), json.dumps(but), *values),
    ):
        sums[number][source, target] = (count, revenue)
    return sums


def _places(spans: Sequence[tuple[str, str]]) -> Callable[[str], int]:
    """In which of the spans a moment is."""
    begins = [since for since, _ in reversed(spans)]
    last = len(begins)
    return lambda at: last - bisect_right(begins, at)


def _moves_between(
    connection: Connection, stages: DealStages, span: tuple[str, str], owner: str | None, of: Sequence[int] | None = None
) -> list[tuple[int, int | None, int | None, str, int | None]]:
    """Each move, or each of some prospects, as (prospect, from, to, when, its revenue of now), oldest first."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    among, listed = ("", ()) if of is None else (" AND prospect IN (SELECT value FROM json_each(?))", (json.dumps(of),))
    rows = sql.rows(
        within(connection, "stage_history", *span, of=stages.journey.name),
        "SELECT m.prospect, m.from_stage, m.to_stage, m.at, p.estimated_revenue FROM (SELECT prospect, from_stage, to_stage, at, id "
        f"FROM moves_by_time WHERE journey = ? AND at >= ? AND at < ? AND {OF_PIPELINE}{among}) m CROSS JOIN {DEALS}{of_owner} "
        "ORDER BY m.at, m.id",
        (stages.journey.name, *span, *twice(stages.open), *listed, *values),
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


def _touched(
    connection: Connection,
    stages: DealStages,
    until: str,
    changes: Mapping[int, list[StageChange | RevenueChange]],
    now: Mapping[int, int | None],
    edits: Mapping[int, Sequence[tuple[str, int | None]]],
) -> list[TouchedDeal]:
    """The deals with changes in a span, as they stood at its end: a move leads where it says, of others it is looked up."""
    last: dict[int, int] = {}
    for prospect, done in changes.items():
        if prospect in edits:
            done.sort(key=lambda change: change.at)
        target = next((change.target for change in reversed(done) if isinstance(change, StageChange)), None)
        if target is not None:
            last[prospect] = target
    last |= stages_at(connection, stages, until, [prospect for prospect in changes if prospect not in last])
    deals = []
    for prospect, done in changes.items():
        later = next((old for at, old in edits.get(prospect, ()) if at >= until), now[prospect])
        deals.append(TouchedDeal(prospect, last.get(prospect, 0), later, tuple(done)))
    return deals
