"""Changing journeys and their stages for the whole team, each as one undo step (docs/rules.md, "Journeys").

`services.queries.journeys.preview` says who moves before one of these is called.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

from journeydesk.config import default_settings
from journeydesk.domain.journeys import edit_stages as journey_edits
from journeydesk.domain.journeys.edit_stages import Raw
from journeydesk.domain.settings.overrides import differences
from journeydesk.domain.words import tr
from journeydesk.services.commands.settings import change_settings, checked
from journeydesk.services.context import Context
from journeydesk.services.workspace.settings import Progress, raw_settings
from journeydesk.storage.team.settings_records import parsed

Edit = Callable[[Raw], Raw]


def changes_of(context: Context, edit: Edit) -> dict[str, Any]:
    """What an edit changes, by key; None where the shipped value counts again. Raises UserError where it cannot be done."""
    target = differences(default_settings(), edit(raw_settings(context)))
    own = parsed(context.overrides)[0]
    changed: dict[str, Any] = {key: value for key, value in target.items() if key not in own or own[key] != value}
    changed |= {key: None for key in own if key not in target}
    checked(context, changed)
    return changed


def save_edits(context: Context, edits: Sequence[Edit], label: str, progress: Progress | None = None) -> None:
    """Makes several changes as one step. Raises UserError where one of them cannot be made; then none is."""
    _apply(context, combined(edits), label, progress)


def combined(edits: Sequence[Edit]) -> Edit:
    """Several changes as one, each made on what the ones before it left."""
    return lambda raw: reduce(lambda journeys, edit: edit(journeys), edits, raw)


def add_journey(context: Context, name: str, stages: Sequence[str], progress: Progress | None = None) -> None:
    """Adds a journey. Raises ValueRefused for a wrong name."""
    _apply(
        context, lambda raw: journey_edits.add_journey(raw, name, stages), tr("Added the journey “{name}”", name=name), progress
    )


def rename_journey(context: Context, journey: str, name: str, progress: Progress | None = None) -> None:
    """Renames a journey."""
    _apply(
        context,
        lambda raw: journey_edits.rename_journey(raw, journey, name),
        tr("Renamed “{journey}” to “{name}”", journey=journey, name=name),
        progress,
    )


def remove_journey(context: Context, journey: str, progress: Progress | None = None) -> None:
    """Removes a journey. Raises UserError for the first one."""
    _apply(
        context,
        lambda raw: journey_edits.remove_journey(raw, journey),
        tr("Removed the journey “{journey}”", journey=journey),
        progress,
    )


def add_stage(
    context: Context, journey: str, name: str, place: int, limit_days: int | None = None, progress: Progress | None = None
) -> None:
    """Adds a stage at a place counted from 1."""
    label = tr("Added the stage “{name}” to {journey}", name=name, journey=journey)
    _apply(context, lambda raw: journey_edits.add_stage(raw, journey, name, place, limit_days), label, progress)


def rename_stage(context: Context, journey: str, stage: str, name: str, progress: Progress | None = None) -> None:
    """Renames a stage; nobody moves."""
    label = tr("Renamed the stage “{stage}” to “{name}”", stage=stage, name=name)
    _apply(context, lambda raw: journey_edits.rename_stage(raw, journey, stage, name), label, progress)


def set_stage_rules(
    context: Context,
    journey: str,
    stage: str,
    limit_days: int | None,
    card_limit: int | None,
    needs: Sequence[str],
    progress: Progress | None = None,
) -> None:
    """Gives a stage its limits and the fields that it needs, by their names. Raises UserError for what is none."""
    label = tr("Changed the rules of the stage “{stage}”", stage=stage)
    _apply(
        context,
        lambda raw: journey_edits.set_stage_rules(raw, journey, stage, limit_days, card_limit, needs),
        label,
        progress,
    )


def reorder_stages(context: Context, journey: str, order: Sequence[str], progress: Progress | None = None) -> None:
    """Puts a journey's stages into another order."""
    _apply(
        context,
        lambda raw: journey_edits.reorder_stages(raw, journey, order),
        tr("Reordered {journey}", journey=journey),
        progress,
    )


def remove_stage(context: Context, journey: str, stage: str, into: str, progress: Progress | None = None) -> None:
    """Removes a stage; whoever stands there goes to another one."""
    label = tr("Joined the stage “{stage}” into “{into}”", stage=stage, into=into)
    _apply(context, lambda raw: journey_edits.remove_stage(raw, journey, stage, into), label, progress)


def _apply(context: Context, edit: Edit, label: str, progress: Progress | None) -> None:
    change_settings(context, changes_of(context, edit), label, progress)
