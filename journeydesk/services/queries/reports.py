"""Reports: figures for the screen, and the same as PDF."""

from pathlib import Path

from journeydesk.domain.errors import UserError
from journeydesk.domain.periods import parse_period
from journeydesk.domain.words import tr
from journeydesk.reports.catalogue import find
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.report import AnySpec, Report, Scope
from journeydesk.services.context import Context
from journeydesk.storage.sync import pending


def report(context: Context, name: str, period: str, owner: str | None = None) -> Report:
    """A report's figures. Raises UserError for a report or a period that does not exist."""
    return compute(context, find(name), period, owner)


def compute(context: Context, spec: AnySpec, period: str, owner: str | None = None) -> Report:
    """The figures of a report, read over one view of the database and made after it is closed. Raises UserError for a
    period that is not one of the report's."""
    requested = parse_period(period)
    cadence, current = spec.cadence, spec.cadence.period_of(context.today())
    if requested.is_week != current.is_week:
        words = tr(
            "The {name} report is {adjective}. Give a {noun} like {name_2} instead of {period}.",
            name=spec.name,
            adjective=cadence.adjective,
            noun=cadence.noun,
            name_2=current.name,
            period=period,
        )
        raise UserError(words)
    settings = context.settings
    with context.database.read() as connection:
        inputs = spec.read(connection, settings, requested, owner, context.today())
        changes = pending.waiting_count(connection)
    return spec.figures(Scope(settings, requested, owner, context.clock(), changes, context.words), inputs)


def export_pdf(context: Context, name: str, period: str, path: Path) -> Path:
    """Writes the report as PDF; the file is whole or not there. Returns its path."""
    return write_pdf(report(context, name, period), path, workspace=context.database.folder)
