"""Who uses the product and who pays for it, as of a day: what the measures of the programme are counted from.

Days are ISO dates, both ends included; moments are stored moments.
"""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain import statuses
from journeydesk.storage.answers import within
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import GONE, LIVING

_USED = f"FROM usage u INDEXED BY ix_usage_days WHERE u.{LIVING} AND u.date BETWEEN :first AND :last AND u.api_calls > 0"
_IS_CUSTOMER = f"u.prospect IN (SELECT lid FROM prospects WHERE {LIVING} AND customer_status = '{statuses.CUSTOMER}')"

ACTIVE = f"SELECT DISTINCT u.prospect AS lid {_USED} AND {_IS_CUSTOMER}"
"""The customers of today with a call in a span of days."""

CUSTOMERS = f"SELECT lid FROM prospects WHERE {LIVING} AND customer_status = '{statuses.CUSTOMER}'"
"""The customers of today."""

_PAID_FIRST = (
    "FROM stripe_payer y INDEXED BY ix_stripe_payer_first_paid CROSS JOIN prospects p INDEXED BY ix_prospects_standing "
    "ON p.lid = y.prospect AND p.deleted = 0 WHERE y.first_paid IS NOT NULL AND y.first_paid >= :since AND y.first_paid < :until"
)
COHORT = f"SELECT DISTINCT p.lid {_PAID_FIRST}"
"""The prospects whose payer first paid in a span."""

RETAINED = f"{COHORT} AND p.lid IN (SELECT u.prospect {_USED})"
"""Of those, who used the product in a span of days."""

_LIVES = f"h.prospect NOT IN (SELECT lid FROM prospects INDEXED BY ix_prospects_gone WHERE {GONE})"
"""Who moved is not one of the few that are gone."""

_ACCEPTED = (
    "SELECT DISTINCT h.prospect FROM moves_by_time h WHERE h.journey = :journey AND h.at >= :since AND h.at < :until "
    "AND h.from_stage < :accepted AND h.to_stage >= :accepted AND h.to_stage NOT IN (SELECT value FROM json_each(:lost))"
)
ACCEPTED = (
    f"SELECT p.lid FROM ({_ACCEPTED}) a "
    f"CROSS JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = a.prospect AND p.{LIVING}"
)
"""Who was accepted in a span: who came to the stage of accepted applications, or beyond it, from before it."""

PAID_OF_ACCEPTED = (
    f"{ACCEPTED} WHERE EXISTS (SELECT 1 FROM stage_history c INDEXED BY ix_stage_history_prospect_at "
    "WHERE c.prospect = p.lid AND c.journey = :status_journey AND c.to_stage = :customer AND c.at < :until)"
)
"""Of those, who had become a customer by the end of the span."""

REFERRED = f"SELECT lid FROM prospects WHERE {LIVING} AND source = 'Referral' AND applied_on >= :since AND applied_on < :until"
"""Who applied by referral in a span."""

_EVER = "9999"


def active_customers(connection: Connection, spans: Sequence[tuple[str, str]]) -> list[int]:
    """How many customers of today had a call in each of these spans of days."""
    counts = [0 for _ in spans]
    for place, count in sql.rows(
        connection,
        "SELECT d.key, count(DISTINCT u.prospect) FROM json_each(?) d CROSS JOIN usage u INDEXED BY ix_usage_days "
        f"ON u.date BETWEEN d.value ->> 0 AND d.value ->> 1 WHERE u.{LIVING} AND u.api_calls > 0 AND {_IS_CUSTOMER} GROUP BY d.key",
        (json.dumps(list(spans)),),
    ):
        counts[place] = count
    return counts


def use(connection: Connection, first: str, last: str) -> list[tuple[str, int]]:
    """Who had a call on which day of a span, as (day, prospect); one may stand twice."""
    rows = sql.rows(connection, f"SELECT u.date, u.prospect {_USED} AND u.prospect IS NOT NULL", {"first": first, "last": last})
    return [(row[0], row[1]) for row in rows]


def customers_of_today(connection: Connection) -> frozenset[int]:
    """The customers of today."""
    return frozenset(sql.scalars(connection, CUSTOMERS))


def first_use(connection: Connection) -> str | None:
    """The first day of which the base knows any use; None where it knows of none."""
    value = sql.scalar(connection, f"SELECT min(date) FROM usage INDEXED BY ix_usage_days WHERE {LIVING}")
    return None if value is None else str(value)


def first_payments(connection: Connection, since: str, until: str) -> list[tuple[str, int]]:
    """When the payers of living prospects first paid, in a span, as (stored moment, prospect)."""
    rows = sql.rows(connection, f"SELECT y.first_paid, p.lid {_PAID_FIRST}", {"since": since, "until": until})
    return [(row[0], row[1]) for row in rows]


def first_payers(connection: Connection, since: str, until: str) -> int:
    """How many payers paid for the first time in a span, whoever of the prospects they are."""
    statement = (
        "SELECT count(*) FROM stripe_payer INDEXED BY ix_stripe_payer_first_paid "
        "WHERE first_paid IS NOT NULL AND first_paid >= ? AND first_paid < ?"
    )
    return int(sql.scalar(connection, statement, (since, until)))


def customers_at(connection: Connection, journey: str, stage: int, moments: Sequence[str]) -> list[int]:
    """How many customers there were at each of these moments, oldest first: those of today, less who became one since, and with who
    ceased to be."""
    now = int(sql.scalar(connection, f"SELECT count(*) FROM ({CUSTOMERS})"))
    moves = sql.rows(
        within(connection, "stage_history", moments[0], of=journey),
        "SELECT h.at, (h.to_stage = :stage) - (h.from_stage = :stage) FROM moves_by_time h WHERE h.journey = :journey AND h.at >= :moment "
        f"AND :stage IN (h.to_stage, h.from_stage) AND {_LIVES}",
        {"journey": journey, "stage": stage, "moment": moments[0]},
    )
    return [now - sum(change for at, change in moves if at >= moment) for moment in moments]


def acceptances(connection: Connection, values: Mapping[str, str | int]) -> list[tuple[int, str]]:
    """Each time that a living prospect was accepted in a span, as (prospect, stored moment)."""
    rows = sql.rows(
        within(connection, "stage_history", str(values["since"]), str(values["until"]), of=str(values["journey"])),
        "SELECT h.prospect, h.at FROM moves_by_time h WHERE h.journey = :journey AND h.at >= :since AND h.at < :until "
        f"AND h.from_stage < :accepted AND h.to_stage >= :accepted AND h.to_stage NOT IN (SELECT value FROM json_each(:lost)) AND {_LIVES}",
        values,
    )
    return [(row[0], row[1]) for row in rows]


def became_customers(connection: Connection, journey: str, stage: int) -> dict[int, str]:
    """When each prospect first became a customer (a stored moment)."""
    rows = sql.rows(
        within(connection, "stage_history", of=journey),
        "SELECT prospect, min(at) FROM (SELECT prospect, at FROM moves_by_time WHERE journey = ? AND at >= '' AND to_stage = ?) "
        "GROUP BY prospect",
        (journey, stage),
    )
    return {row[0]: row[1] for row in rows}


def received(connection: Connection, since: str, until: str) -> int:
    """How many applied in a span."""
    statement = (
        f"SELECT count(*) FROM prospects INDEXED BY ix_prospects_reports WHERE {LIVING} AND applied_on >= ? AND applied_on < ?"
    )
    return int(sql.scalar(connection, statement, (since, until)))


def referred(connection: Connection, since: str, until: str) -> int:
    """How many applied by referral in a span."""
    return int(sql.scalar(connection, f"SELECT count(*) FROM ({REFERRED})", {"since": since, "until": until}))


def expanded(connection: Connection, since: str, until: str) -> int:
    """How many of those who pay at the end of a span had an expansion within it."""
    return int(
        sql.scalar(
            connection,
            "SELECT count(*) FROM (SELECT s.payer FROM mrr_step s WHERE s.at >= :since AND s.at < :until GROUP BY s.payer "
            "HAVING max(s.change > 0 AND s.minor <> s.change)) e WHERE (SELECT s.minor FROM mrr_step s WHERE s.payer = e.payer "
            "AND s.at < :until ORDER BY s.at DESC LIMIT 1) > 0",
            {"since": since, "until": until},
        )
    )


def paid_sums(connection: Connection) -> list[tuple[str, int, int]]:
    """What all living prospects together paid, by currency, and how many of them paid anything in it; with what stands beside their own
    figures for want of a rate."""
    rows = sql.rows(
        connection,
        "SELECT money_currency, sum(net_paid_minor), count(*) FROM prospects INDEXED BY ix_prospects_paid "
        f"WHERE {LIVING} AND net_paid_minor IS NOT NULL AND net_paid_minor > 0 GROUP BY money_currency",
    )
    apart = sql.rows(
        connection,
        "SELECT a.currency, sum(a.net_paid_minor), 0 FROM money_apart a JOIN prospects p ON p.lid = a.prospect AND p.deleted = 0 "
        "GROUP BY a.currency",
    )
    return [(str(row[0]), int(row[1] or 0), row[2]) for row in (*rows, *apart)]


def flows_since(connection: Connection, moments: Sequence[str]) -> list[dict[str, int]]:
    """What customers paid less what was given back since each of these moments, by currency in minor units."""
    order = sorted(range(len(moments)), key=lambda place: moments[place], reverse=True)
    sums: list[dict[str, int]] = [{} for _ in moments]
    running: dict[str, int] = {}
    until = _EVER
    for place in order:
        # Each payment is read once: what came since an earlier moment is what came since the next, and what lies between.
        for kind, status, sign in (("charge", "succeeded", 1), ("refund", "succeeded", -1), ("dispute", "lost", -1)):
            for currency, minor in sql.rows(
                connection,
                "SELECT currency, sum(amount_minor) FROM stripe_object INDEXED BY ix_stripe_object_flow "
                "WHERE kind = ? AND created >= ? AND created < ? AND status = ? AND prospect IS NOT NULL GROUP BY currency",
                (kind, moments[place], until, status),
            ):
                running[currency] = running.get(currency, 0) + sign * int(minor or 0)
        sums[place], until = dict(running), moments[place]
    return sums
