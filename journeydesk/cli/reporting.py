"""`journeydesk report`: a report as PDF."""

import argparse
from pathlib import Path

from journeydesk.cli.opening import workspace
from journeydesk.cli.output import DONE, say
from journeydesk.services.queries.reports import export_pdf


def report(arguments: argparse.Namespace) -> int:
    """Writes the report and says where."""
    with workspace() as (context, _):
        default = Path(f"{arguments.name.capitalize()}_{arguments.period}.pdf")
        path = export_pdf(context, arguments.name, arguments.period, Path(arguments.output) if arguments.output else default)
    say(arguments, f"Written to {path}.", {"file": str(path), "report": arguments.name, "period": arguments.period})
    return DONE
