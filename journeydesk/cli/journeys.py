"""The command `journeys`: stages shown and changed, with a preview of who moves."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import Any

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.cli.settings import at_once
from journeydesk.domain.catalogue import PROSPECTS
from journeydesk.domain.errors import UserError
from journeydesk.domain.journeys import edit_moves as journey_table
from journeydesk.domain.journeys import edit_stages as journey_edits
from journeydesk.domain.settings import Journey
from journeydesk.domain.words import figure, tr
from journeydesk.services.commands.journeys import Edit, save_edits
from journeydesk.services.context import Context
from journeydesk.services.queries.journeys import preview
from journeydesk.services.queries.lists.board import columns


def show(arguments: argparse.Namespace) -> int:
    """The journeys with their stages and how many stand in each."""
    with workspace() as (context, _):
        name = getattr(arguments, "journey", None)
        chosen = context.settings.journeys if name is None else (_journey(context, name),)
        facts = [_facts(context, journey) for journey in chosen]
    lines = []
    for journey in facts:
        lines.append(journey["name"])
        for stage in journey["stages"]:
            limit = tr(", at most {days} working days", days=stage["limit_days"]) if stage["limit_days"] else ""
            limit += tr(", at most {count} at once", count=figure(stage["card_limit"])) if stage["card_limit"] else ""
            limit += tr(", needs {fields}", fields=", ".join(stage["needs"])) if stage["needs"] else ""
            limit += tr(", an end") if stage["end"] else ""
            lines.append(f"  {stage['number']}  {stage['name']}  {stage['count']:,}{limit}")
    say(arguments, "\n".join(lines), facts)
    return DONE


def _facts(context: Context, journey: Journey) -> dict[str, Any]:
    counts = {column.mark.number: column.count for column in columns(context, journey.name)}
    engagement = journey is context.settings.journeys[0]
    thresholds = context.settings.thresholds
    stages = []
    for stage in journey.stages:
        facts: dict[str, Any] = {
            "number": stage.number,
            "name": stage.name,
            "count": counts.get(stage.number, 0),
            "limit_days": stage.limit_days,
            "card_limit": stage.card_limit,
            "needs": [PROSPECTS.by_slug[slug].name for slug in stage.needs],
            "end": stage.is_end,
        }
        if engagement and stage.number <= len(thresholds):
            facts["points"] = thresholds[stage.number - 1]
        stages.append(facts)
    return {"name": journey.name, "stages": stages}


def _journey(context: Context, name: str) -> Journey:
    journey = context.settings.journey(name)
    if journey is None:
        raise UserError(
            tr(
                "There is no journey “{name}”. They are {journeys}.",
                name=name,
                journeys=", ".join(journey.name for journey in context.settings.journeys),
            )
        )
    return journey


def edit(arguments: argparse.Namespace) -> int:
    """Changes a journey, or with --preview only says who would move."""
    change, label = _EDITS[arguments.edit](arguments)
    with workspace() as (context, _):
        outcome = preview(context, change)
        if not arguments.preview:
            save_edits(context, [change], label, at_once)
    facts = {
        "preview": arguments.preview,
        "asked": outcome.asked,
        "moving": [
            {"journey": move.journey, "from": move.before or None, "to": move.after or None, "count": move.count}
            for move in outcome.moving
        ],
    }
    lines = [
        tr(
            "{journey}: {count} from {before} to {after}",
            journey=move.journey,
            count=figure(move.count),
            before=move.before or tr("nowhere"),
            after=move.after or tr("nowhere"),
        )
        for move in outcome.moving
    ]
    done = f"{label}. {outcome.words}." if not arguments.preview else tr("{words}; nothing was changed.", words=outcome.words)
    say(arguments, "\n".join([done, *lines]), facts)
    return DONE


def _add(a: argparse.Namespace) -> tuple[Edit, str]:
    return partial(journey_edits.add_journey, name=a.name, stages=a.stages), tr("Added the journey “{name}”", name=a.name)


def _rename(a: argparse.Namespace) -> tuple[Edit, str]:
    return partial(journey_edits.rename_journey, journey=a.journey, name=a.name), tr(
        "Renamed “{journey}” to “{name}”", journey=a.journey, name=a.name
    )


def _remove(a: argparse.Namespace) -> tuple[Edit, str]:
    return partial(journey_edits.remove_journey, journey=a.journey), tr("Removed the journey “{journey}”", journey=a.journey)


def _add_stage(a: argparse.Namespace) -> tuple[Edit, str]:
    change = partial(journey_edits.add_stage, journey=a.journey, name=a.name, place=a.place, limit_days=a.limit)
    return change, tr("Added the stage “{name}” to {journey}", name=a.name, journey=a.journey)


def _rename_stage(a: argparse.Namespace) -> tuple[Edit, str]:
    change = partial(journey_edits.rename_stage, journey=a.journey, stage=a.stage, name=a.name)
    return change, tr("Renamed the stage “{stage}” to “{name}”", stage=a.stage, name=a.name)


def _remove_stage(a: argparse.Namespace) -> tuple[Edit, str]:
    change = partial(journey_edits.remove_stage, journey=a.journey, stage=a.stage, into=a.into)
    return change, tr("Joined the stage “{stage}” into “{into}”", stage=a.stage, into=a.into)


def _reorder(a: argparse.Namespace) -> tuple[Edit, str]:
    return partial(journey_edits.reorder_stages, journey=a.journey, order=a.stages), tr(
        "Reordered {journey}", journey=a.journey
    )


def _limit(a: argparse.Namespace) -> tuple[Edit, str]:
    change = partial(journey_table.set_limit, journey=a.journey, stage=a.stage, days=a.days or None)
    words = tr("{days} working days", days=a.days) if a.days else tr("none")
    return change, tr("Set the limit of “{stage}” to {words}", stage=a.stage, words=words)


_EDITS: dict[str, Callable[[argparse.Namespace], tuple[Edit, str]]] = {
    "add": _add,
    "rename": _rename,
    "remove": _remove,
    "add-stage": _add_stage,
    "rename-stage": _rename_stage,
    "remove-stage": _remove_stage,
    "reorder": _reorder,
    "limit": _limit,
}
