"""Reports: figures for the screen, and the same as PDF."""

from datetime import datetime, timedelta
from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.periods import Period, parse_period
from journeydesk.domain.time import moment_text
from journeydesk.reports.acquisition import Inputs, acquisition
from journeydesk.reports.figures import Report
from journeydesk.reports.pdf import write_pdf
from journeydesk.services.context import Context
from journeydesk.storage.lists import report_inputs as report_facts
from journeydesk.storage.sync import pending

_QUARTER = timedelta(days=90)
AVAILABLE = ("acquisition",)


def report(context: Context, name: str, period: str, owner: str | None = None) -> Report:
    """A report's figures. Raises UserError for a report or a period that does not exist."""
    if name.casefold() not in AVAILABLE:
        raise UserError(f"There is no report “{name}” yet. Available: {', '.join(AVAILABLE)}.")
    week = parse_period(period)
    if not week.is_week:
        raise UserError(f"The acquisition report is weekly. Give a week like {context.today():%G-W%V} instead of {period}.")
    return acquisition(context.settings, week, _inputs(context, week, owner))


def _inputs(context: Context, week: Period, owner: str | None) -> Inputs:
    zone = context.settings.time_zone
    begins, ends = week.bounds(zone)
    earlier, _ = week.previous().bounds(zone)
    quarter = ends - _QUARTER

    def text(moment: datetime) -> str:
        return moment_text(moment)

    with context.database.read() as connection:
        found = report_facts.applications(connection, text(min(earlier, quarter)), text(ends))
        moves = report_facts.stage_moves(connection, context.settings.journeys[0].name, text(quarter), text(ends))
        calls = report_facts.calls_by_owner(connection, text(begins), text(ends))
        changes = pending.waiting_count(connection)
    if owner is not None:
        found = [one for one in found if one.owner == owner]
        calls = {name: value for name, value in calls.items() if name == owner}
    return Inputs(
        current=[one for one in found if text(begins) <= one.applied_on],
        before=[one for one in found if text(earlier) <= one.applied_on < text(begins)],
        quarter=[one for one in found if text(quarter) <= one.applied_on],
        moves=moves,
        calls=calls,
        now=context.clock(),
        local_changes=changes,
    )


def export_pdf(context: Context, name: str, period: str, path: Path) -> Path:
    """Writes the report as PDF; the file is whole or not there. Returns its path."""
    return write_pdf(report(context, name, period), path)
