"""Each change of a payer's MRR, as `domain.payments.mrr_steps` found it, and what the team's came to of them. Amounts are minor
units."""

import json
from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class StoredStep:
    """From `at` (a stored moment) on the payer's MRR is `minor` in a currency, `change` more or less than before."""

    payer: str
    currency: str
    at: str
    minor: int
    change: int


def set_steps(
    connection: Connection, payers: Sequence[str], steps: Iterable[StoredStep], first_paid: Mapping[str, str]
) -> None:
    """Replaces what was known of these payers: their steps, and when each paid first (a stored moment)."""
    sql.run(connection, "DELETE FROM mrr_step WHERE payer IN (SELECT value FROM json_each(?))", (json.dumps(list(payers)),))
    sql.run_many(
        connection,
        "INSERT INTO mrr_step (payer, currency, at, minor, change) VALUES (?, ?, ?, ?, ?)",
        [(step.payer, step.currency, step.at, step.minor, step.change) for step in steps],
    )
    sql.run_many(
        connection,
        "UPDATE stripe_payer SET first_paid = ?2 WHERE payer = ?1 AND first_paid IS NOT ?2",
        [(payer, first_paid.get(payer)) for payer in payers],
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """The MRR of a currency at a moment, and how many payers have one."""

    currency: str
    minor: int
    payers: int


@dataclass(frozen=True, slots=True)
class Flow:
    """What one kind of change (`new`, `expansion`, `contraction`, `churned`) came to in a currency, and of how many payers."""

    currency: str
    kind: str
    minor: int
    count: int


_KIND = (
    "CASE WHEN s.minor = s.change THEN 'new' WHEN s.minor = 0 THEN 'churned' WHEN s.change > 0 THEN 'expansion' "
    "ELSE 'contraction' END"
)
_OWNED = " AND s.payer IN (SELECT y.payer FROM stripe_payer y JOIN prospects p ON p.lid = y.prospect WHERE p.deleted = 0 AND p.owner = ?)"
CHANGED = (
    "SELECT DISTINCT y.prospect AS lid FROM mrr_step s JOIN stripe_payer y ON y.payer = s.payer JOIN prospects p ON p.lid = y.prospect "
    "AND p.deleted = 0 WHERE s.at >= :since AND s.at < :until AND (:currency = '' OR s.currency = :currency)"
)
"""The prospects whose payer's MRR changed in a span, in a currency or, where that is empty, in any."""

PAYING = (
    "SELECT DISTINCT y.prospect AS lid FROM stripe_payer y JOIN prospects p ON p.lid = y.prospect AND p.deleted = 0 "
    "WHERE EXISTS (SELECT 1 FROM mrr_step s WHERE s.payer = y.payer AND s.at < :until "
    "AND (:currency = '' OR s.currency = :currency) GROUP BY s.currency HAVING sum(s.change) > 0)"
)
"""The prospects whose payer has an MRR at a moment, in a currency or, where that is empty, in any."""


def _of(owner: str | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if owner is None else (_OWNED, (owner,))


def mrr_at(connection: Connection, moment: str, owner: str | None = None) -> list[Standing]:
    """The MRR just before a stored moment, by currency; only of one rep's prospects if `owner` is given."""
    owned, values = _of(owner)
    return sql.typed(
        connection,
        Standing,
        "SELECT s.currency, sum(s.change), sum((s.minor = s.change) - (s.minor = 0)) FROM mrr_step s "
        f"WHERE s.at < ?{owned} GROUP BY s.currency ORDER BY s.currency",
        (moment, *values),
    )


def mrr_flows(connection: Connection, since: str, until: str, owner: str | None = None) -> list[Flow]:
    """What changed from a stored moment until before another, by currency and kind."""
    owned, values = _of(owner)
    return sql.typed(
        connection,
        Flow,
        f"SELECT s.currency, {_KIND}, sum(s.change), count(DISTINCT s.payer) FROM mrr_step s "
        f"WHERE s.at >= ? AND s.at < ?{owned} GROUP BY 1, 2 ORDER BY 1, 2",
        (since, until, *values),
    )


def new_mrr(connection: Connection, spans: Sequence[tuple[str, str]], owner: str | None = None) -> list[tuple[int, str, int]]:
    """New MRR of each of these spans of stored moments, as (place of the span, currency, minor units); those without any are left
    out."""
    owned, values = _of(owner)
    return [
        (row[0], row[1], row[2])
        for row in sql.rows(
            connection,
            "SELECT d.key, s.currency, sum(s.change) FROM json_each(?) d CROSS JOIN mrr_step s "
            f"ON s.at >= d.value ->> 0 AND s.at < d.value ->> 1 WHERE s.minor = s.change{owned} GROUP BY 1, 2 ORDER BY 1, 2",
            (json.dumps(spans), *values),
        )
    ]


def first_step(connection: Connection) -> str | None:
    """When the first MRR began (a stored moment); None where there never was any."""
    value = sql.scalar(connection, "SELECT min(at) FROM mrr_step")
    return None if value is None else str(value)


def steps_between(connection: Connection, since: str, until: str) -> list[tuple[str, str, int, int, int | None]]:
    """Each step of a span, largest first, as (payer, currency, MRR after it, change, prospect); nobody's have no prospect."""
    return [
        (row[0], row[1], row[2], row[3], row[4])
        for row in sql.rows(
            connection,
            "SELECT s.payer, s.currency, s.minor, s.change, y.prospect FROM mrr_step s LEFT JOIN stripe_payer y ON y.payer = s.payer "
            "WHERE s.at >= ? AND s.at < ? ORDER BY abs(s.change) DESC, s.payer, s.currency, s.at",
            (since, until),
        )
    ]
