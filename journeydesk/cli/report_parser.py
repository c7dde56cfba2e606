"""The command line of reports."""

import argparse
from collections.abc import Callable

from journeydesk.domain.words import tr
from journeydesk.reports.catalogue import NAMES

Add = Callable[..., argparse.ArgumentParser]


def add_report_command(add: Add) -> None:
    """Offers the reports that are built, and no other."""

    def write(arguments: argparse.Namespace) -> int:
        from journeydesk.cli.reporting import report as written

        if not (arguments.period or arguments.every_friday or arguments.if_due):
            report.error("the following arguments are required: --period")
        return written(arguments)

    report = add("report", tr("Write a report as PDF."), write)
    report.add_argument("name", metavar="NAME", help=" ".join(NAMES))
    report.add_argument("--period", help=tr("a week like 2026-W46, a month like 2026-10 or a day like 2026-05-18"))
    report.add_argument("--output", metavar="FILE.pdf", help=tr("where to write it; a CSV of the same name comes beside it"))
    report.add_argument("--owner", metavar="NAME", help=tr("only this rep's prospects"))
    report.add_argument("--source", metavar="NAME", help=tr("only prospects of this source (funnel and journey map)"))
    report.add_argument("--months", action="store_true", help=tr("twelve months in the place of twelve weeks (KPI board)"))
    report.add_argument("--journey", metavar="NAME", help=tr("which journey (funnel and journey map)"))
    report.add_argument(
        "--by",
        choices=("cohort", "period"),
        default="cohort",
        help=tr("who is counted in a funnel: a cohort, or what happened in a period"),
    )
    report.add_argument(
        "--every-friday",
        metavar="FOLDER",
        help=tr("write the weekly report there every Friday 17:00 of the team; “off” ends that"),
    )
    report.add_argument("--if-due", action="store_true", help=tr("write what Friday 17:00 asked for and is not written yet"))
    report.add_argument("--paper", choices=("a4", "us-letter"), default="a4", help=tr("the paper's size"))
