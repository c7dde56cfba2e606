"""`journeydesk report`: a report as PDF, its figures as CSV beside it, and the weekly one every Friday."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.reports.catalogue import find
from journeydesk.reports.report import Options
from journeydesk.services.queries.reports import report as computed
from journeydesk.services.queries.reports import write
from journeydesk.services.reports.schedule import REPORT, plan, write_if_due


def report(arguments: argparse.Namespace) -> int:
    """Writes the report and says where; or plans the weekly one, or writes it where it is due."""
    find(arguments.name)
    if arguments.every_friday or arguments.if_due:
        return _scheduled(arguments)
    options = Options(arguments.journey or "", arguments.by, arguments.source, arguments.months)
    with workspace() as (context, _):
        figures = computed(context, arguments.name, arguments.period, arguments.owner, options)
        path = Path(arguments.output) if arguments.output else Path(figures.file_name)
        write(context, figures, path, arguments.paper)
    beside = path.with_suffix(".csv")
    answer = {"file": str(path), "csv": str(beside), "report": arguments.name, "period": arguments.period}
    say(arguments, tr("Written to {path}, its figures to {csv}.", path=path, csv=beside.name), answer)
    return DONE


def _scheduled(arguments: argparse.Namespace) -> int:
    if arguments.name.casefold() != REPORT:
        raise UserError(tr("Only the report “weekly” is written by itself."))
    with workspace() as (context, _):
        if arguments.if_due:
            path = write_if_due(context)
            words = tr("Nothing is due.") if path is None else tr("Written to {path}.", path=path)
            say(arguments, words, {"file": None if path is None else str(path)})
            return DONE
        off = arguments.every_friday == "off"
        plan(context, None if off else Path(arguments.every_friday))
    folder = arguments.every_friday
    words = (
        tr("Nothing is written by itself any more.")
        if off
        else tr("Every Friday 17:00 the report comes to {folder}.", folder=folder)
    )
    say(arguments, words, {"folder": None if off else str(Path(folder).expanduser().resolve())})
    return DONE
