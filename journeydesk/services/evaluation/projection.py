"""What the base shows of a prospect's log: stages, points, entry point (docs/rules.md, "Published stages")."""

import json
from collections.abc import Mapping

from journeydesk.domain.catalogue import CUSTOMER_STATUSES
from journeydesk.domain.journeys.fold import Standing
from journeydesk.domain.settings import Stage, TeamSettings
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.statuses import is_open
from journeydesk.domain.values import Stored

_ALWAYS_SHOWN = frozenset({"Deal", "Customer status"})


def boards_of(settings: TeamSettings, standing: Standing, row: Mapping[str, Stored]) -> dict[str, bool]:
    """Which boards a prospect is on: who was rejected or left stands only on those that have a column for it."""
    if is_open(row["status"], row["customer_status"]):
        return {}
    shown = {journey.name for name in _ALWAYS_SHOWN if (journey := settings.journey(name))}
    return {name: name in shown for name in standing.positions}


def to_publish(settings: TeamSettings, row: Mapping[str, Stored], standing: Standing) -> dict[str, Stored]:
    """The fields whose value differs from what the fold says."""
    values: dict[str, Stored] = {}
    for name, column in PROJECTED.items():
        journey = settings.journey(name)
        move = standing.positions.get(journey.name) if journey else None
        if journey is not None and move is not None:
            values[column] = _written(column, journey.stage(move.to_stage))
    if not values:
        return {}
    if standing.points or row["journey_points"]:
        values["journey_points"] = standing.points
    if standing.entry is not None:
        values["entry_point"] = standing.entry.as_text()
    elif standing.known_before:
        values["entry_point"] = None
    return {name: value for name, value in values.items() if not _same(name, row[name], value)}


def _written(column: str, stage: Stage) -> str:
    """A stage as its field has it. The customer status is one of the five (docs/rules.md, "Customer status and LTV"), whatever
    the team calls its stages."""
    if column == "customer_status" and stage.name not in CUSTOMER_STATUSES:
        return next((name for name in stage.formerly if name in CUSTOMER_STATUSES), stage.name)
    return stage.name


def _same(name: str, before: Stored, after: Stored) -> bool:
    if before == after:
        return True
    if name == "entry_point" and isinstance(before, str) and isinstance(after, str):
        try:
            return bool(json.loads(before) == json.loads(after))
        except ValueError:
            return False
    return False
