"""What deals are worth, summed in whole numbers; what was said of it since a moment, and what they were worth before."""

from collections.abc import Sequence
from math import isfinite

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.answers import of_shelf
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.layout import DEAL_FIELDS, LIVING
from journeydesk.storage.schema.stamps import WORTH


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


@dataclass(frozen=True, slots=True)
class Estimate:
    """One change of a deal's revenue or probability: when, what stood before (None for nothing), and what the deal is worth now."""

    prospect: int
    of_revenue: bool
    at: str
    old: float | None
    now: Worth


def estimates_since(connection: Connection, moment: str, owner: str | None) -> list[Estimate]:
    """All of them since a stored moment, oldest first; of one rep's prospects if `owner` is given."""
    of_owner, values = (" AND p.owner = ?", (owner,)) if owner is not None else ("", ())
    rows = sql.rows(
        of_shelf(connection, "field_history", WORTH),
        "SELECT m.lid, m.field, m.at, m.old, p.estimated_revenue, p.deal_probability FROM (SELECT field, lid, old, at, id "
        f"FROM field_history INDEXED BY ix_field_history_deals WHERE {DEAL_FIELDS} AND at >= ?) m "
        f"CROSS JOIN prospects p INDEXED BY ix_prospects_standing ON p.lid = m.lid AND p.{LIVING}{of_owner} ORDER BY m.at, m.id",
        (moment, *values),
    )
    return [
        Estimate(prospect, field == "estimated_revenue", at, _number(old), Worth(revenue, _ten_thousandths(probability)))
        for prospect, field, at, old, revenue, probability in rows
    ]


def worths_at(estimates: Sequence[Estimate], moment: str) -> tuple[dict[int, Worth], dict[int, Worth]]:
    """What the deals that were estimated anew since a moment were worth then, and what they are worth now."""
    then: dict[int, Worth] = {}
    now: dict[int, Worth] = {}
    for each in reversed(estimates):
        if each.at < moment:
            break
        # Newest first: what is met last is what stood before the first of them.
        now[each.prospect] = each.now
        known = then.get(each.prospect, each.now)
        if each.of_revenue:
            then[each.prospect] = Worth(None if each.old is None else round(each.old), known.probability)
        else:
            then[each.prospect] = Worth(known.revenue, _ten_thousandths(each.old))
    return then, now


def _number(stored: object) -> float | None:
    """A number of the field history, which keeps values as JSON; None for anything else."""
    if stored is None or stored == "null":
        return None
    try:
        value = float(str(stored))
    except ValueError:
        return None
    return value if isfinite(value) else None


def _ten_thousandths(probability: float | None) -> int | None:
    return None if probability is None else round(probability * 10_000)
