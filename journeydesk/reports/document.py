"""A report as data: JSON for the page and for programs, CSV for tables."""

import csv
import io
import re
from dataclasses import asdict
from typing import Any, Literal

from journeydesk.reports.report import Report

Paper = Literal["a4", "us-letter"]

_UNITS_PER_POINT = 1 / 0.73
"""Drawings are made for text of 13 px; the page's is 9.5 pt."""
_TEXT_WIDTHS: dict[Paper, float] = {"a4": 504.5, "us-letter": 521.2}
"""Points between the margins."""
_GUTTER = 22.0


def document(report: Report, paper: Paper = "a4") -> dict[str, Any]:
    """Everything of a report with its words ready, as JSON holds it; lengths of drawings fit the paper."""
    whole = _TEXT_WIDTHS[paper] * _UNITS_PER_POINT
    half = (_TEXT_WIDTHS[paper] - _GUTTER) / 2 * _UNITS_PER_POINT
    parts = {"blocks": report.blocks, "breakdown": report.breakdown, "appendix": report.appendix}
    return {
        "head": asdict(report.head),
        "tiles": report.tiles.page(whole),
        **{
            name: [each.page(half if each.half else whole) for block in blocks for each in block.all_of_them()]
            for name, blocks in parts.items()
        },
        "attention": [list(point) for point in report.attention],
        "method": list(report.method),
        "first_page": report.first_page,
    }


_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?")


def _defended(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def figures_csv(report: Report) -> str:
    """Every figure as CSV. What a spreadsheet would run as a formula gets an apostrophe (docs/storage.md, "Keys and secrets")."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Part", "Name", "Value", "Target", "Change", "State"])
    for block in (report.tiles, *report.blocks):
        writer.writerows([_defended(cell) for cell in row] for row in block.rows())
    return out.getvalue()
