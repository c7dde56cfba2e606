"""The settings that an open workspace works by, and following them when they change."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from journeydesk.config import default_settings
from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.field_kinds.team_words import TeamWords
from journeydesk.domain.settings import Journey, TeamSettings
from journeydesk.domain.settings.journeys import PROJECTED
from journeydesk.domain.settings.overrides import laid_over, settle
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.option_words import team_words
from journeydesk.storage.team.settings_records import parsed, stored_overrides, write_override

_TO_EVALUATE = "evaluate_all"
_SHOWN = frozenset(BY_SLUG) | {"positions", "sync", "views"}

Progress = Callable[[int, int], None]


def read(connection: Connection) -> tuple[TeamSettings, dict[str, str], list[str]]:
    """The settings, the team's own values as they are stored, and in sentences what of them is wrong."""
    stored = stored_overrides(connection)
    values, problems = parsed(stored)
    settings, wrong = settle(default_settings(), values)
    return settings, stored, [*problems, *wrong]


def in_words(settings: TeamSettings, words: TeamWords) -> TeamSettings:
    """The settings with each stage called as the base calls it where it shows the stage in a select; its name, by which rules and log
    know it, stays."""
    return replace(settings, journeys=tuple(_in_words(settings, journey, words) for journey in settings.journeys))


def _in_words(settings: TeamSettings, journey: Journey, words: TeamWords) -> Journey:
    fields = [slug for name, slug in PROJECTED.items() if settings.journey(name) is journey]
    if not fields:
        return journey
    stages = []
    for stage in journey.stages:
        shown = [word for name in (stage.name, *stage.formerly) if (word := words.shown("prospects", fields[0], name)) != name]
        stages.append(replace(stage, short=shown[0]) if shown else stage)
    return replace(journey, stages=tuple(stages))


def follow_words(context: Context) -> bool:
    """Takes over what the base calls its options now; whether that is something else than before."""
    with context.database.read() as connection:
        words = team_words(connection)
        if words == context.words:
            return False
        settings, _, _ = read(connection)
    context.words, context.settings = words, in_words(settings, words)
    context.publish(Change(_SHOWN, None, "sync"))
    return True


def preset(context: Context, values: Mapping[str, Any]) -> None:
    """Writes settings of the team before the workspace is first used: there is nothing to undo and nobody to evaluate."""
    with context.database.write() as connection:
        for key, value in values.items():
            write_override(connection, key, value, context.author())
        refresh(context, connection)


def raw_settings(context: Context) -> dict[str, Any]:
    """The settings as a file would have them: the shipped ones with the team's own values."""
    return laid_over(default_settings(), parsed(context.overrides)[0])


def refresh(context: Context, connection: Connection) -> bool:
    """Reads the settings again where they changed, by a command here, by undo or by sync; whether they did.

    Where the rules read what changed, everybody is to be evaluated again: that is remembered until it is done.
    """
    if stored_overrides(connection) == context.overrides:
        return False
    before = context.settings
    settings, context.overrides, _ = read(connection)
    context.settings = after = in_words(settings, context.words)
    read_by_no_rule = replace(before, team_name=after.team_name, targets=after.targets, payments=after.payments)
    if read_by_no_rule != after:
        remember_to_evaluate(connection)
    return True


def remember_to_evaluate(connection: Connection) -> None:
    """Notes that everybody is to be evaluated again; kept over a restart."""
    set_meta(connection, _TO_EVALUATE, os.urandom(8).hex())


def to_evaluate(connection: Connection) -> str | None:
    """The note that everybody is to be evaluated again, to be handed to `evaluated`; None where it is done."""
    return get_meta(connection, _TO_EVALUATE)


def evaluated(connection: Connection, note: str) -> None:
    """Everybody was evaluated; what changed meanwhile wrote another note, which stays."""
    if get_meta(connection, _TO_EVALUATE) == note:
        set_meta(connection, _TO_EVALUATE, None)


def is_to_evaluate(connection: Connection) -> bool:
    """Whether everybody is still to be evaluated."""
    return to_evaluate(connection) is not None
