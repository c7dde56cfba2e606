"""Who of the open deals is looked after and which are at risk, counted in one pass over them."""

from dataclasses import dataclass
from datetime import date, timedelta

from journeydesk.domain.journeys.deals import DealStages
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import start_of
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.reports.pipeline import AT_RISK, STANDS
from journeydesk.storage.reports.question import Value, by_place

RISKY_DAYS = 14
"""A deal without a planned step that nobody has touched for so long is at risk."""

UNTOUCHED_DAYS = 30

STEP = "(p.next_follow_up >= :today OR EXISTS (SELECT 1 FROM tasks t WHERE t.prospect = p.lid AND t.deleted = 0 AND t.done_at IS NULL))"
_UNTOUCHED = "coalesce(p.last_touch_at, '') < :untouched_since"


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
