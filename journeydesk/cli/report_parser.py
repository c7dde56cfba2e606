"""The command line of reports."""

import argparse
from collections.abc import Callable

from journeydesk.reports.catalogue import NAMES

Add = Callable[..., argparse.ArgumentParser]


def _write(arguments: argparse.Namespace) -> int:
    from journeydesk.cli.reporting import report

    return report(arguments)


def add_report_command(add: Add) -> None:
    """Offers the reports that are built, and no other."""
    report = add("report", "Write a report as PDF.", _write)
    report.add_argument("name", metavar="NAME", help=" ".join(NAMES))
    report.add_argument("--period", required=True, help="a week like 2026-W46 or a month like 2026-10")
    report.add_argument("--output", metavar="FILE.pdf", help="where to write it")
