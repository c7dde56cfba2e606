"""The settings that an open workspace works by, and following them when they change."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from journeydesk.config import default_settings
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.settings.overrides import laid_over, settle
from journeydesk.services.context import Context
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.team.settings_records import parsed, stored_overrides, write_override

_TO_EVALUATE = "evaluate_all"

Progress = Callable[[int, int], None]


def read(connection: Connection) -> tuple[TeamSettings, dict[str, str], list[str]]:
    """The settings, the team's own values as they are stored, and in sentences what of them is wrong."""
    stored = stored_overrides(connection)
    values, problems = parsed(stored)
    settings, wrong = settle(default_settings(), values)
    return settings, stored, [*problems, *wrong]


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
    context.settings, context.overrides, _ = read(connection)
    after = context.settings
    read_by_no_rule = replace(before, team_name=after.team_name, targets=after.targets, payments=after.payments)
    if read_by_no_rule != after:
        remember_to_evaluate(connection)
    return True


def remember_to_evaluate(connection: Connection) -> None:
    """Notes that everybody is to be evaluated again; kept over a restart."""
    set_meta(connection, _TO_EVALUATE, secrets.token_hex(8))


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
