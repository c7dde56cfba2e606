"""The reports that were written into the workspace's folder, newest first."""

import re
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.services.context import Context
from journeydesk.ui.tabs.reports.picker import Exported
from journeydesk.ui.words.figures import short_day

_SHOWN = 5
_NAME = re.compile(r"(.+?)[-_]\d{4}-(W\d{2}|\d{2}(?:-\d{2})?)(?:-(.+))?")


def folder_of(context: Context) -> Path:
    """Where reports are written."""
    return context.database.folder / "reports"


def exported_files(context: Context) -> list[Exported]:
    """The latest few."""
    files = sorted(folder_of(context).glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [Exported(_words(context, path), path) for path in files[:_SHOWN]]


def _words(context: Context, path: Path) -> str:
    """Weekly sales W19 · 11 May."""
    zone, today = context.settings.time_zone, context.today()
    day = short_day(datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone(zone).date(), today)
    named = _NAME.fullmatch(path.stem)
    if named is None:
        return f"{path.stem} · {day}"
    chosen = f" {named[3].replace('-', ' ')}" if named[3] else ""
    return f"{named[1].replace('-', ' ').capitalize()} {named[2]}{chosen} · {day}"
