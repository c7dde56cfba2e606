"""What is known of gated content: views of visitors whom nobody knows, views and submissions of prospects, and what other computers
took in as sums of a day. Whatever fills these tables, the report reads them here."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.time import moment_text
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

Gate = tuple[str, str]
"""Content and variant, each "" where it is not said."""

_DAILY_SUM = "daily sum"
_EVENTS = (
    "SELECT e.prospect, e.source, e.payload FROM events e INDEXED BY ix_events_kinds "
    "WHERE e.deleted = 0 AND e.event = ? AND e.occurred_at >= ? AND e.occurred_at < ?"
)


@dataclass(slots=True)
class GateCount:
    """How often one variant was seen and passed, how many seconds the passing took where that is said, and by whom."""

    views: int = 0
    submissions: int = 0
    seconds: float = 0.0
    timed: int = 0
    prospects: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """The month's counts by gate, and those of the month before."""

    month: Mapping[Gate, GateCount]
    before: Mapping[Gate, GateCount]


def read(connection: Connection, settings: TeamSettings, month: Period, owner: str | None, today: date) -> Inputs:
    """Everything for a month; visitors whom nobody knows have no owner, so the figures are the team's."""
    return Inputs(gates(connection, settings, month), gates(connection, settings, month.previous()))


def gates(connection: Connection, settings: TeamSettings, period: Period) -> dict[Gate, GateCount]:
    """The counts of a period by gate."""
    counts: dict[Gate, GateCount] = defaultdict(GateCount)
    begins, ends = (moment_text(each) for each in period.bounds(settings.time_zone))
    for content, variant, views in sql.rows(
        connection,
        "SELECT content, variant, sum(views) FROM gate_views WHERE day BETWEEN ? AND ? GROUP BY content, variant",
        (period.first.isoformat(), period.last.isoformat()),
    ):
        counts[content, variant].views += int(views or 0)
    for _, source, payload in sql.rows(connection, _EVENTS, ("gate_viewed", begins, ends)):
        for gate, count in _named(source, payload):
            counts[gate].views += count
    for prospect, source, payload in sql.rows(connection, _EVENTS, ("gate_submitted", begins, ends)):
        for gate, count in _named(source, payload):
            passed = counts[gate]
            passed.submissions += count
            if prospect is not None:
                passed.prospects = (*passed.prospects, int(prospect))
        seconds = _metadata(payload).get("seconds")
        if isinstance(seconds, int | float) and not isinstance(seconds, bool) and seconds >= 0:
            for gate, _ in _named(source, payload):
                counts[gate].seconds += seconds
                counts[gate].timed += 1
    return dict(counts)


def _metadata(payload: str | None) -> Mapping[str, object]:
    try:
        value = json.loads(payload or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _named(source: str | None, payload: str | None) -> list[tuple[Gate, int]]:
    """Which gate an event is of; of a day's sum, those that it names, with how many each stands for."""
    metadata = _metadata(payload)
    if source != _DAILY_SUM:
        return [((str(metadata.get("content") or ""), str(metadata.get("variant") or "")), 1)]
    named, count = metadata.get("of"), metadata.get("count")
    parts = (
        [(("", str(name)), int(times)) for name, times in named.items() if isinstance(times, int)]
        if isinstance(named, dict)
        else []
    )
    left = (count if isinstance(count, int) else 1) - sum(times for _, times in parts)
    return [*parts, (("", ""), left)] if left > 0 else parts
