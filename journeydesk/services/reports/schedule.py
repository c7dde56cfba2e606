"""The weekly report written by itself: Friday 17:00 in the team's zone, or when the computer wakes after that (docs/interface.md, "Weekly
sales"). The folder is this computer's own setting."""

from datetime import datetime, time, timedelta
from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.periods import Period, week_of
from journeydesk.domain.settings import TeamSettings
from journeydesk.domain.words import tr
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import report, write
from journeydesk.storage.sync.meta import get_meta, set_meta

REPORT = "weekly"
_FOLDER, _WRITTEN = "weekly report folder", "weekly report written"
_FRIDAY = 4
_HOUR = 17


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the report is written, and which week was written last (empty before the first)."""

    folder: Path
    written: str


def plan_of(context: Context) -> Plan | None:
    """What is planned on this computer; None where nothing is."""
    with context.database.read() as connection:
        folder, written = get_meta(connection, _FOLDER), get_meta(connection, _WRITTEN)
    return None if folder is None else Plan(Path(folder), written or "")


def plan(context: Context, folder: Path | None) -> None:
    """Writes every Friday into a folder from the next one on, or no more. Raises UserError where the folder is none."""
    if folder is not None:
        try:
            folder = folder.expanduser().resolve()
            there = folder.is_dir()
        except (OSError, RuntimeError):
            # A name that no disk could hold, or the home of somebody whom this computer does not know.
            there = False
        if not there:
            raise UserError(tr("{folder} is not a folder. Make it first, or choose another.", folder=folder))
    with context.database.write(counted=False) as connection:
        set_meta(connection, _FOLDER, None if folder is None else str(folder))
        set_meta(connection, _WRITTEN, None if folder is None else due_week(context.clock(), context.settings).name)


def due_week(now: datetime, settings: TeamSettings) -> Period:
    """The week of the last Friday 17:00 that has passed by the team's clocks."""
    local = now.astimezone(settings.time_zone)
    friday = local.date() - timedelta(days=(local.weekday() - _FRIDAY) % 7)
    if local < datetime.combine(friday, time(_HOUR), settings.time_zone):
        friday -= timedelta(weeks=1)
    return week_of(friday)


def write_if_due(context: Context) -> Path | None:
    """Writes the week that is due and not written yet; only the last one, however long the computer slept. Returns the file, None
    where nothing was due. Raises UserError for a folder that cannot be written: the next round tries again."""
    planned = plan_of(context)
    if planned is None:
        return None
    week = due_week(context.clock(), context.settings)
    if planned.written >= week.name:
        return None
    computed = report(context, REPORT, week.name)
    path = write(context, computed, planned.folder / computed.file_name)
    with context.database.write(counted=False) as connection:
        set_meta(connection, _WRITTEN, week.name)
    return path
