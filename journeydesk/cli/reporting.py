"""`journeydesk report`: a report as PDF, its figures as CSV beside it."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.domain.words import tr
from journeydesk.reports.report import Options
from journeydesk.services.queries.reports import report as computed
from journeydesk.services.queries.reports import write


def report(arguments: argparse.Namespace) -> int:
    """Writes the report and says where."""
    options = Options(arguments.journey or "", arguments.by, arguments.source)
    with workspace() as (context, _):
        figures = computed(context, arguments.name, arguments.period, arguments.owner, options)
        path = Path(arguments.output) if arguments.output else Path(figures.file_name)
        write(context, figures, path, arguments.paper)
    beside = path.with_suffix(".csv")
    answer = {"file": str(path), "csv": str(beside), "report": arguments.name, "period": arguments.period}
    say(arguments, tr("Written to {path}, its figures to {csv}.", path=path, csv=beside.name), answer)
    return DONE
