"""What the report on revenue and LTV is computed from. Amounts are minor units of the currency that stands with them."""

from collections.abc import Mapping, Sequence
from datetime import date

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import end_of, moment_text, start_of
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments.mrr_steps import Flow, Standing, mrr_at, mrr_flows
from journeydesk.storage.reports import customers
from journeydesk.storage.reports.goals import Reading, money_reading
from journeydesk.storage.schema.layout import LIVING

COHORTS = 12
SHOWN_STEPS = 25
CURVE = 13


@dataclass(frozen=True, slots=True)
class PaidBy:
    """What the prospects of a cohort or a source paid net in a currency, and how many they are."""

    group: str
    currency: str
    net: int
    customers: int


@dataclass(frozen=True, slots=True)
class ChangedPayer:
    """One change of a payer's MRR: whose it is (empty for nobody's), the MRR after it and the change."""

    payer: str
    company: str
    prospect: int | None
    currency: str
    at: str
    minor: int
    change: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """The MRR at both ends and what changed it; the MRR of the twelve months before and of this one; LTV by cohort (months of the first
    payment) and by source; who first paid by source in the month; the largest changes; the reading of the month's last day."""

    opening: Sequence[Standing]
    flows: Sequence[Flow]
    closing: Sequence[Standing]
    curve: Sequence[tuple[Period, Sequence[Standing]]]
    cohorts: Sequence[tuple[Period, Sequence[PaidBy]]]
    sources: Sequence[PaidBy]
    first_by_source: Mapping[str, int]
    applied_by_source: Mapping[str, int]
    steps: Sequence[ChangedPayer]
    unmatched: Sequence[Standing]
    reading: Reading
    paid: Sequence[tuple[str, int, int]]


def read(connection: Connection, settings: TeamSettings, month: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a month, of one rep's prospects if `owner` is given; cohorts, sources and costs are the team's."""
    zone = settings.time_zone
    begins, ends = (moment_text(each) for each in month.bounds(zone))
    months = [month]
    while len(months) < CURVE:
        months.insert(0, months[0].previous())
    day = min(month.last, today)
    return Inputs(
        opening=mrr_at(connection, begins, owner),
        flows=mrr_flows(connection, begins, ends, owner),
        closing=mrr_at(connection, ends, owner),
        curve=[(each, mrr_at(connection, end_of(each.last, zone), owner)) for each in months],
        cohorts=_cohorts(connection, settings, months[-COHORTS:]),
        sources=_sources(connection),
        first_by_source=_first_by_source(connection, begins, ends),
        applied_by_source=_applied_by_source(connection, begins, ends),
        steps=_steps(connection, begins, ends, owner),
        unmatched=_unmatched(connection, ends),
        reading=money_reading(connection, settings, day),
        paid=customers.paid_sums(connection),
    )


def _cohorts(connection: Connection, settings: TeamSettings, months: Sequence[Period]) -> list[tuple[Period, list[PaidBy]]]:
    """Each month with what the prospects whose payer first paid in it have paid net so far, by currency."""
    zone = settings.time_zone
    paid = {
        row[0]: (row[1], row[2])
        for row in sql.rows(
            connection,
            "SELECT lid, money_currency, net_paid_minor FROM prospects INDEXED BY ix_prospects_paid "
            f"WHERE {LIVING} AND net_paid_minor IS NOT NULL",
        )
    }
    first = sql.rows(
        connection,
        "SELECT min(first_paid), prospect FROM (SELECT first_paid, prospect FROM stripe_payer INDEXED BY ix_stripe_payer_first_paid "
        "WHERE first_paid IS NOT NULL AND first_paid < ?) WHERE prospect IS NOT NULL GROUP BY prospect ORDER BY 1",
        (end_of(months[-1].last, zone),),
    )
    cohorts = []
    for month in months:
        since, until = start_of(month.first, zone), end_of(month.last, zone)
        sums: dict[str, tuple[int, int]] = {}
        for at, prospect in first:
            if since <= at < until and prospect in paid:
                currency, net = paid[prospect]
                total, count = sums.get(currency, (0, 0))
                sums[currency] = (total + net, count + 1)
        cohorts.append((month, [PaidBy(month.name, currency, *sums[currency]) for currency in sorted(sums)]))
    return cohorts


def _sources(connection: Connection) -> list[PaidBy]:
    return sql.typed(
        connection,
        PaidBy,
        "SELECT coalesce(source, ''), money_currency, sum(net_paid_minor), count(*) FROM prospects INDEXED BY ix_prospects_paid "
        f"WHERE {LIVING} AND net_paid_minor IS NOT NULL AND net_paid_minor > 0 GROUP BY source, money_currency ORDER BY 1, 2",
    )


def _first_by_source(connection: Connection, since: str, until: str) -> dict[str, int]:
    rows = sql.rows(
        connection,
        "SELECT coalesce(p.source, ''), count(DISTINCT p.lid) FROM stripe_payer y INDEXED BY ix_stripe_payer_first_paid "
        "JOIN prospects p ON p.lid = y.prospect AND p.deleted = 0 WHERE y.first_paid IS NOT NULL AND y.first_paid >= ? "
        "AND y.first_paid < ? GROUP BY 1 ORDER BY 1",
        (since, until),
    )
    return {row[0]: row[1] for row in rows}


def _applied_by_source(connection: Connection, since: str, until: str) -> dict[str, int]:
    rows = sql.rows(
        connection,
        f"SELECT source, count(*) FROM (SELECT source FROM prospects INDEXED BY ix_prospects_reports WHERE {LIVING} "
        "AND applied_on >= ? AND applied_on < ?) GROUP BY source",
        (since, until),
    )
    return {row[0] or "": row[1] for row in rows}


def _steps(connection: Connection, since: str, until: str, owner: str | None) -> list[ChangedPayer]:
    return sql.typed(
        connection,
        ChangedPayer,
        "SELECT s.payer, coalesce(p.company, p.contact_name, p.key, ''), p.lid, s.currency, s.at, s.minor, s.change FROM mrr_step s "
        "LEFT JOIN stripe_payer y ON y.payer = s.payer LEFT JOIN prospects p ON p.lid = y.prospect AND p.deleted = 0 "
        "WHERE s.at >= :since AND s.at < :until AND (:owner IS NULL OR p.owner = :owner) "
        "ORDER BY abs(s.change) DESC, s.payer, s.currency, s.at LIMIT :limit",
        {"since": since, "until": until, "owner": owner, "limit": SHOWN_STEPS},
    )


def _unmatched(connection: Connection, until: str) -> list[Standing]:
    return sql.typed(
        connection,
        Standing,
        "SELECT s.currency, sum(s.change), sum((s.minor = s.change) - (s.minor = 0)) FROM stripe_payer y "
        "JOIN mrr_step s ON s.payer = y.payer WHERE y.prospect IS NULL AND s.at < ? GROUP BY s.currency HAVING sum(s.change) > 0 "
        "ORDER BY s.currency",
        (until,),
    )
