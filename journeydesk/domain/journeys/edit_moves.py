"""Limits, ends, thresholds, the order of journeys, and which event moves what, as changes to the settings file's own form.

Like `journey_edits`, each function takes the settings as a file has them and returns them changed (docs/rules.md, "Journeys").
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.domain.journeys.edit_stages import Raw, find_journey, find_stage
from journeydesk.domain.journeys.events import EVENT_TYPES
from journeydesk.domain.words import figure, tr

MOST_DAYS = 3650
MOST_POINTS = 1_000_000
MOVING_TYPES: frozenset[str] = EVENT_TYPES - {"stage_entered", "stage_completed", "stage_set"}
"""The event types that a table may give a stage; the other three carry theirs with them."""


def set_limit(raw: Mapping[str, Any], journey: str, stage: str, days: int | None) -> Raw:
    """How many days a card may stay in a stage before it is marked; None for as long as it likes. Raises ValueRefused."""
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise ValueRefused(
            "Days",
            tr("Days: {days} is out of range. Give 1 to {most_days}, or nothing for no limit.", days=days, most_days=MOST_DAYS),
        )
    result = copy.deepcopy(dict(raw))
    table = find_stage(find_journey(result, journey), stage)
    table.pop("limit_days", None)
    if days is not None:
        table["limit_days"] = days
    return result


def set_end(raw: Mapping[str, Any], journey: str, stage: str, ends: bool) -> Raw:
    """Whether a stage closes its journey."""
    result = copy.deepcopy(dict(raw))
    table = find_stage(find_journey(result, journey), stage)
    table.pop("end", None)
    if ends:
        table["end"] = True
    return result


def set_threshold(raw: Mapping[str, Any], place: int, points: int) -> Raw:
    """From which points a stage of the first journey counts, by its place from 1. Raises ValueRefused: they begin with 0 and rise."""
    result = copy.deepcopy(dict(raw))
    thresholds = result["points"]["thresholds"]
    low = thresholds[place - 2] + 1 if place > 1 else 0
    high = thresholds[place] - 1 if place < len(thresholds) else MOST_POINTS
    high = 0 if place == 1 else high
    if not low <= points <= high:
        allowed = (
            tr("Give {low} to {high}, between its neighbours.", low=figure(low), high=figure(high))
            if place > 1
            else tr("The first stage begins with 0.")
        )
        raise ValueRefused("Points", tr("Points: {points} is out of range. {allowed}", points=figure(points), allowed=allowed))
    thresholds[place - 1] = points
    return result


def reorder_journeys(raw: Mapping[str, Any], order: Sequence[str]) -> Raw:
    """Puts the journeys into another order, given as all of their names. Raises UserError where another one would be first."""
    result = copy.deepcopy(dict(raw))
    ordered = [find_journey(result, name) for name in order]
    names = [journey["name"] for journey in result["journey"]]
    if sorted(journey["name"] for journey in ordered) != sorted(names):
        raise ValueRefused("Journeys", tr("Journeys: give each of {names} once.", names=", ".join(names)))
    if ordered[0]["name"] != names[0]:
        raise UserError(tr("The journey {name} stays the first one: points and alerts stand on it.", name=names[0]))
    result["journey"] = ordered
    return result


def set_move(raw: Mapping[str, Any], event: str, journey: str, stage: str | None) -> Raw:
    """Which stage of a journey an event moves to; None for none. Raises ValueRefused for an event that is not in the table."""
    if event not in MOVING_TYPES:
        raise ValueRefused(
            "Event",
            tr(
                "Event: “{event}” moves nothing by the table. Use one of {moving_types}.",
                event=event,
                moving_types=", ".join(sorted(MOVING_TYPES)),
            ),
        )
    result = copy.deepcopy(dict(raw))
    table = find_journey(result, journey)
    targets = result["moves"].setdefault(event, {})
    targets.pop(table["name"], None)
    if stage is not None:
        targets[table["name"]] = find_stage(table, stage)["name"]
    return result
