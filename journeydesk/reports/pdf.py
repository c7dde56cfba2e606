"""The report as pages: PDF/UA-1 through Typst, and a page as a picture for the preview."""

import csv
import io
import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from journeydesk.config import resources
from journeydesk.domain.errors import UserError
from journeydesk.reports.figures import EntryRow, FunnelStage, Report, StayBox

Paper = Literal["a4", "us-letter"]


def page_data(report: Report) -> dict[str, Any]:
    """The report as the template wants it: words ready, missing numbers said as such."""
    week = report.period.split("-W")[-1].lstrip("0")
    return {
        "title": report.title,
        "team": report.team,
        "period": report.period,
        "week": week,
        "span": report.span,
        "before": report.before,
        "lead": report.lead,
        "as_of": report.as_of,
        "local_changes": report.local_changes,
        "table": [asdict(tile) | {"change": tile.delta.split(" vs ")[0]} for tile in report.table],
        "funnel": [asdict(stage) | {"words": f"{stage.count:,}", "caption": funnel_caption(stage)} for stage in report.funnel],
        "stays": [_stay(box) for box in report.stays],
        "entries": [_entry(row) for row in report.entries],
        "days": [asdict(bar) for bar in report.days],
        "day_target": report.day_target,
        "day_words": f"{report.day_target:g}",
        "day_note": f"W{int(week) - 1 or 52} left, W{week} right" if week.isdecimal() else "",
        "attention": [list(item) for item in report.attention],
        "owners": [asdict(row) for row in report.owners],
        "method": list(report.method),
        "prospects": [asdict(line) for line in report.prospects],
        "prospect_note": f"{len(report.prospects):,} received",
        "alt": _alternatives(report),
        "csv": figures_csv(report),
    }


def funnel_caption(stage: FunnelStage) -> str:
    """↓ 65% go on · 434 drop off."""
    if stage.drop_off == 0 and stage.go_on is None:
        return ""
    rate = "fewer than 10" if stage.go_on is None else f"{stage.go_on * 100:.0f}% go on"
    return f"↓ {rate} · {stage.drop_off:,} drop off" + (" · largest loss" if stage.largest_loss else "")


def _stay(box: StayBox) -> dict[str, Any]:
    return {
        "number": box.number,
        "name": box.name,
        "lower": box.lower or 0.0,
        "median": box.median or 0.0,
        "upper": box.upper or 0.0,
        "limit": box.limit or 0,
        "sample": box.sample,
        "over": box.over_limit,
        "words": "no data" if box.median is None else f"{box.median:.0f} d",
    }


def _entry(row: EntryRow) -> dict[str, str]:
    rate = "fewer than 10" if row.rate is None else f"{row.rate * 100:.0f}%"
    sign = "±0 pt" if row.delta == 0 else f"{'+' if (row.delta or 0) > 0 else '−'}{abs(row.delta or 0)} pt"
    return {"name": row.name, "leads": f"{row.leads:,}", "rate": rate, "delta": "–" if row.delta is None else sign}


def _alternatives(report: Report) -> dict[str, str]:
    """What each chart says, for who cannot see it."""
    worst = next((stage for stage in report.funnel if stage.largest_loss), None)
    counts = ", ".join(f"{stage.name} {stage.count:,}" for stage in report.funnel)
    stays = ", ".join(f"{b.name} {'no data' if b.median is None else f'{b.median:.0f} days'}" for b in report.stays)
    slow = [box.name for box in report.stays if box.over_limit]
    half = len(report.days) // 2
    now, then = sum(d.count for d in report.days[half:]), sum(d.count for d in report.days[:half])
    return {
        "funnel": f"Funnel by stage: {counts}." + (f" Most are lost after {worst.name}." if worst else ""),
        "stays": f"Median days in stage: {stays}." + (f" Over the limit: {', '.join(slow)}." if slow else ""),
        "days": f"{now} applications in the week after {then} in the week before; the target is {report.day_target:g} a day.",
    }


def figures_csv(report: Report) -> str:
    """Every figure of the report as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Part", "Name", "Value", "Target", "Change", "State"])
    for tile in report.table:
        writer.writerow(["Measure", tile.label, tile.value, tile.target, tile.delta, tile.state])
    for stage in report.funnel:
        writer.writerow(["Funnel", stage.name, stage.count, "", "" if stage.go_on is None else f"{stage.go_on:.4f}", ""])
    for box in report.stays:
        writer.writerow(["Time in stage", box.name, "" if box.median is None else f"{box.median:.2f}", box.limit or "", "", ""])
    for row in report.entries:
        writer.writerow(["Entry point", row.name, "" if row.rate is None else f"{row.rate:.4f}", "", row.delta, row.leads])
    for bar in report.days:
        writer.writerow(["Day", bar.label, bar.count, report.day_target, "", "week" if bar.current else "week before"])
    return out.getvalue()


def _compile(report: Report, form: Literal["pdf", "png"], paper: Paper, ppi: float | None) -> list[bytes]:
    import typst

    template = resources() / "reports" / "acquisition.typ"
    inputs = {"report": json.dumps(page_data(report), ensure_ascii=False), "paper": paper}
    options: dict[str, Any] = {"ppi": ppi} if form == "png" else {"pdf_standards": ["ua-1"]}
    try:
        made = typst.compile(
            str(template),
            None,
            format=form,
            sys_inputs=inputs,
            timestamp=datetime.fromtimestamp(report.stamp, UTC),
            **options,
        )
    except typst.TypstError as problem:
        raise UserError(f"The report could not be set: {problem}. The figures themselves are on the screen.") from problem
    return list(made) if isinstance(made, list) else [made]


def write_pdf(report: Report, path: Path, paper: Paper = "a4") -> Path:
    """Writes the report; the same figures give the same bytes. The file is whole or not there."""
    pages = _compile(report, "pdf", paper, None)
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(pages[0])
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UserError(f"{path} cannot be written: {problem.strerror}. Choose another folder.") from problem
    return path


def page_images(report: Report, paper: Paper = "a4", ppi: float = 110) -> list[bytes]:
    """Each page as PNG, set from the same template as the PDF: for the preview."""
    return _compile(report, "png", paper, ppi)
