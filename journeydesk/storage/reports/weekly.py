"""What the weekly sales report needs beside pipeline, cohorts and calls: deals that moved and closed, coverage, applications that wait,
payers in trouble."""

import json
from collections.abc import Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.journeys.deals import DealStages
from journeydesk.domain.statuses import TAKEN_IN
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.statuses import is_one_of
from journeydesk.storage.reports.behind.question import Value, by_place
from journeydesk.storage.reports.pipeline import OPEN_NOW, STEP, looked_after, whose
from journeydesk.storage.schema.layout import LIVING, WAITS

MOVED = (
    "SELECT DISTINCT h.prospect AS lid FROM moves_by_time h JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = h.prospect "
    f"AND p.{LIVING} WHERE h.journey = :journey AND h.at >= :since AND h.at < :until AND h.from_stage <> h.to_stage "
    "AND h.from_stage IN (SELECT value FROM json_each(:numbers)) AND h.to_stage IN (SELECT value FROM json_each(:numbers))"
)
"""The deals that moved from one open stage to another in a span."""

WITHOUT_STEP = f"{OPEN_NOW} AND NOT coalesce({STEP}, 0)"
"""Of those, the ones for which nothing is planned."""

UNTOUCHED = f"{OPEN_NOW} AND coalesce(p.last_touch_at, '') < :quiet_since"
"""Of those, the ones that nobody has contacted since a moment."""

WAITING = f"SELECT p.lid FROM prospects p INDEXED BY ix_prospects_waiting WHERE {WAITS}"
"""The applications on which nobody has decided."""

CALLED = (
    "SELECT DISTINCT i.prospect AS lid FROM interactions i JOIN prospects p ON p.lid = i.prospect AND p.deleted = 0 "
    "WHERE i.deleted = 0 AND i.type = 'Call' AND i.date >= :since AND i.date < :until"
)
"""The prospects that were called in a span."""


@dataclass(frozen=True, slots=True)
class Moves:
    """How many deals moved between open stages in a span, and how many moves that were, forward and back."""

    deals: int
    forward: int
    back: int


@dataclass(frozen=True, slots=True)
class ClosedDeal:
    """A deal that was won or lost in a span: how much, when it began and ended (stored moments), why, and when it comes back (ISO date)."""

    prospect: int
    stage: int
    company: str
    owner: str
    source: str
    revenue: int
    began: str | None
    at: str
    reason: str
    follow_up: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """An open deal with its worth in hundredths, how often it was touched in the span, and the last touch (stored moment)."""

    prospect: int
    company: str
    owner: str
    revenue: int
    touches: int
    last_touch_at: str | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the open deals of today: how many, how many have something planned, how many nobody contacted for long and what those are
    worth; the most and the least touched of them."""

    deals: int
    with_step: int
    untouched: int
    untouched_revenue: int
    most: Sequence[Account]
    least: Sequence[Account]


@dataclass(frozen=True, slots=True)
class WaitingApplications:
    """How many wait for a decision, since when the oldest does (a stored moment), who has most of them; and of those that came in the
    days before how many were accepted."""

    count: int
    oldest: str | None
    owner: str
    received: int
    accepted: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A payer whose payment failed or whose trial ends: `kind` is `failed` or `trial`, `at` a stored moment."""

    prospect: int
    company: str
    owner: str
    kind: str
    at: str
    mrr: int | None
    currency: str | None
    last_touch_at: str | None


@dataclass(frozen=True, slots=True)
class NewProspect:
    """An application of the week."""

    prospect: int
    company: str
    contact: str
    owner: str
    source: str
    score: int | None
    status: str


def _owned(owner: str | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if owner is None else (" AND p.owner = ?", (owner,))


def moves(connection: Connection, stages: DealStages, since: str, until: str, owner: str | None) -> Moves:
    """The moves between open stages."""
    counts_for, values = whose(owner, "h.prospect")
    numbers = str(list(stages.open))
    deals, forward, every = sql.only(
        within(connection, "stage_history", since, until, of=stages.journey.name),
        "SELECT count(DISTINCT h.prospect), sum(h.to_stage > h.from_stage), count(*) FROM moves_by_time h WHERE h.journey = ? "
        "AND h.at >= ? AND h.at < ? AND h.from_stage <> h.to_stage AND h.from_stage IN (SELECT value FROM json_each(?)) "
        f"AND h.to_stage IN (SELECT value FROM json_each(?)) AND {counts_for}",
        (stages.journey.name, since, until, numbers, numbers, *values),
    )
    return Moves(deals, forward or 0, every - (forward or 0))


def closed_deals(
    connection: Connection, stages: DealStages, since: str, until: str, owner: str | None, limit: int
) -> list[ClosedDeal]:
    """The deals that came to an end in a span, won ones first, then by what they are worth."""
    of_owner, values = _owned(owner)
    ends = json.dumps(sorted(stages.won | stages.lost))
    rows = sql.rows(
        within(connection, "stage_history", until=until, of=stages.journey.name),
        "SELECT p.lid, h.to_stage, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), coalesce(p.source, ''), "
        "coalesce(p.estimated_revenue, 0), "
        "(SELECT min(b.at) FROM stage_history b WHERE b.prospect = h.prospect AND b.journey = h.journey), h.at, "
        "coalesce((SELECT reason FROM stage_history WHERE id = h.id), '') FROM moves_by_time h JOIN prospects p ON p.lid = h.prospect "
        f"WHERE p.{LIVING} AND h.journey = ? AND h.at >= ? AND h.at < ? AND h.to_stage IN (SELECT value FROM json_each(?)) "
        f"AND h.from_stage IN (SELECT value FROM json_each(?)){of_owner} "
        "ORDER BY h.to_stage IN (SELECT value FROM json_each(?)) DESC, p.estimated_revenue DESC, p.lid LIMIT ?",
        (stages.journey.name, since, until, ends, str(list(stages.open)), *values, json.dumps(sorted(stages.won)), limit),
    )
    follow_ups = _of_prospects(connection, "next_follow_up", [row[0] for row in rows])
    return [ClosedDeal(*(*row, follow_ups.get(row[0]))) for row in rows]


def _of_prospects(connection: Connection, column: str, prospects: Sequence[int]) -> dict[int, str | None]:
    """What changes with each call, asked apart: then what found these prospects is kept."""
    listed = json.dumps(list(prospects))
    return dict(
        sql.rows(connection, f"SELECT lid, {column} FROM prospects WHERE lid IN (SELECT value FROM json_each(?))", (listed,))
    )


def coverage(
    connection: Connection,
    stages: DealStages,
    named: dict[str, Value],
    span: tuple[str, str],
    owner: str | None,
    limit: int,
) -> Coverage:
    """Who of the open deals is looked after; `span` is the week in which touches are counted, `named` what `pipeline.values_of`
    gives."""
    of_owner, values = _owned(owner)
    counted = looked_after(connection, named, owner)
    statement, bounds = by_place(UNTOUCHED, {**named, "quiet_since": named["untouched_since"]})
    least = sql.scalars(
        connection, f"{statement}{of_owner} ORDER BY p.estimated_revenue DESC, p.lid LIMIT ?", (*bounds, *values, limit)
    )
    statement, bounds = by_place(
        "SELECT i.prospect, i.touches FROM (SELECT prospect, count(*) AS touches FROM interactions INDEXED BY ix_interactions_reports "
        f"WHERE {LIVING} AND date >= :since AND date < :until GROUP BY prospect) i "
        "CROSS JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = i.prospect "
        f"AND p.{LIVING} AND p.deal_stage COLLATE NOCASE IN (SELECT value FROM json_each(:open_names))",
        {"since": span[0], "until": span[1], **named},
    )
    most = dict(
        sql.rows(
            within(connection, "interactions", *span),
            f"{statement}{of_owner} ORDER BY i.touches DESC, p.estimated_revenue DESC, p.lid LIMIT ?",
            (*bounds, *values, limit),
        )
    )
    return Coverage(
        counted.deals,
        counted.with_step,
        counted.untouched,
        counted.untouched_revenue,
        _accounts(connection, most),
        _accounts(connection, dict.fromkeys(least, 0)),
    )


def _accounts(connection: Connection, touches: dict[int, int]) -> list[Account]:
    rows = sql.rows(
        connection,
        "SELECT lid, coalesce(company, contact_name, key, ''), coalesce(owner, ''), coalesce(estimated_revenue, 0), last_touch_at "
        "FROM prospects WHERE lid IN (SELECT value FROM json_each(?)) ORDER BY lid",
        (json.dumps(list(touches)),),
    )
    known = {row[0]: Account(row[0], row[1], row[2], row[3], touches[row[0]], row[4]) for row in rows}
    return [known[prospect] for prospect in touches if prospect in known]


def waiting(connection: Connection, since: str, until: str, owner: str | None) -> WaitingApplications:
    """The applications that wait for a decision now, and how many of those that came from a moment until before another were
    accepted."""
    of_owner, values = _owned(owner)
    owners = sql.rows(
        connection,
        f"{WAITING.replace('SELECT p.lid', 'SELECT p.owner, count(*), min(p.applied_on)')}{of_owner} GROUP BY p.owner ORDER BY 2 DESC, 1",
        values,
    )
    count, oldest = sum(row[1] for row in owners), min((row[2] for row in owners), default=None)
    most = next((row[0] for row in owners if row[0]), "")
    received, accepted = sql.only(
        connection,
        f"SELECT count(*), coalesce(sum({is_one_of('p.status', TAKEN_IN)}), 0) FROM prospects p INDEXED BY ix_prospects_reports "
        f"WHERE p.{LIVING} AND p.applied_on >= ? AND p.applied_on < ?{of_owner}",
        (since, until, *values),
    )
    return WaitingApplications(count, oldest, most, received, accepted)


def received_in(connection: Connection, spans: Sequence[tuple[str, str]], owner: str | None) -> list[int]:
    """How many applied in each of these spans."""
    of_owner, values = _owned(owner)
    return [
        int(
            sql.scalar(
                connection,
                f"SELECT count(*) FROM prospects p INDEXED BY ix_prospects_reports WHERE p.{LIVING} AND p.applied_on >= ? "
                f"AND p.applied_on < ?{of_owner}",
                (*span, *values),
            )
        )
        for span in spans
    ]


def new_prospects(connection: Connection, since: str, until: str, owner: str | None, limit: int) -> list[NewProspect]:
    """Who applied in a span, the highest score first."""
    of_owner, values = _owned(owner)
    return sql.typed(
        connection,
        NewProspect,
        "SELECT p.lid, coalesce(p.company, ''), coalesce(p.contact_name, ''), coalesce(p.owner, ''), coalesce(p.source, ''), p.score, "
        f"coalesce(p.status, '') FROM prospects p INDEXED BY ix_prospects_reports WHERE p.{LIVING} AND p.applied_on >= ? "
        f"AND p.applied_on < ?{of_owner} ORDER BY p.score DESC, p.lid LIMIT ?",
        (since, until, *values, limit),
    )


def troubles(connection: Connection, trials_from: str, trials_until: str, owner: str | None, limit: int) -> list[Trouble]:
    """Who pays or tries, and needs a word: whose subscription is past due or unpaid, whose trial ends in a span."""
    of_owner, values = _owned(owner)
    end = "strftime('%Y-%m-%dT%H:%M:%fZ', json_extract(o.data, '$.trial_end'), 'unixepoch')"
    rows = sql.rows(
        connection,
        "SELECT p.lid, coalesce(p.company, p.contact_name, p.key, ''), coalesce(p.owner, ''), "
        f"CASE WHEN o.status = 'trialing' THEN 'trial' ELSE 'failed' END, CASE WHEN o.status = 'trialing' THEN {end} ELSE "
        "coalesce((SELECT max(e.occurred_at) FROM events e WHERE e.prospect = p.lid AND e.deleted = 0 AND e.event = 'payment_failed'), "
        "o.created) END AS moment, p.mrr_minor, p.money_currency "
        "FROM stripe_object o JOIN prospects p ON p.lid = o.prospect AND p.deleted = 0 "
        "WHERE o.kind = 'subscription' AND (o.status IN ('past_due', 'unpaid') OR (o.status = 'trialing' AND "
        f"json_valid(o.data) AND {end} >= ? AND {end} < ?)){of_owner} "
        "GROUP BY p.lid ORDER BY 4, p.mrr_minor DESC, p.lid LIMIT ?",
        (trials_from, trials_until, *values, limit),
    )
    touched = _of_prospects(connection, "last_touch_at", [row[0] for row in rows])
    return [Trouble(*(*row, touched.get(row[0]))) for row in rows]


def recovered_payments(connection: Connection, since: str, until: str) -> tuple[int, int]:
    """How many payments failed in a span, and of how many of these payers one succeeded after that by now."""
    failed, recovered = sql.only(
        within(connection, "events", since),
        "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM events s WHERE s.prospect = f.prospect AND s.deleted = 0 "
        "AND s.event = 'payment_succeeded' AND s.occurred_at > f.at)), 0) "
        "FROM (SELECT prospect, max(occurred_at) AS at FROM events INDEXED BY ix_events_kinds WHERE deleted = 0 "
        "AND event = 'payment_failed' AND occurred_at >= ? AND occurred_at < ? AND prospect IS NOT NULL GROUP BY prospect) f",
        (since, until),
    )
    return failed, recovered
