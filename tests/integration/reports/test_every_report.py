"""Every report of the catalogue, and one with every kind of block, makes JSON, CSV and an accessible PDF."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from journeydesk.domain.errors import UserError
from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.document import Paper, document, figures_csv
from journeydesk.reports.pdf import page_images, write_pdf
from journeydesk.reports.report import AnySpec, Report
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute
from tests.report_samples import BLOCKS, SPECIMEN, TILES
from tests.workspaces import workspace

SPECS = (*catalogue(), SPECIMEN)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


@pytest.fixture(params=SPECS, ids=lambda spec: spec.name)
def spec(request: pytest.FixtureRequest) -> AnySpec:
    found: AnySpec = request.param
    return found


@pytest.fixture
def report(context: Context, spec: AnySpec) -> Report:
    return compute(context, spec, spec.cadence.period_of(context.today()).name)


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_report_is_json_with_nothing_lost(report: Report, spec: AnySpec) -> None:
    data = document(report)
    assert json.loads(json.dumps(data)) == data
    assert data["head"]["name"] == spec.name
    assert [block["finding"] for block in data["blocks"]] == [
        each.finding for block in report.blocks for each in block.all_of_them()
    ]


def test_every_report_is_csv_of_six_columns(report: Report) -> None:
    rows = list(csv.reader(io.StringIO(figures_csv(report), newline="")))
    assert rows[0] == ["Part", "Name", "Value", "Target", "Change", "State"]
    assert {len(row) for row in rows} == {6}
    assert len(rows) == 1 + sum(len(block.rows()) for block in (report.tiles, *report.blocks))


def test_every_chart_has_its_alternative_text_in_the_pdf(report: Report, tmp_path: Path) -> None:
    reader = PdfReader(write_pdf(report, tmp_path / report.file_name))
    alternatives: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, dict):
            if "/Alt" in node:
                alternatives.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])
        elif isinstance(node, list):
            for each in node:
                if hasattr(each, "get_object") and not isinstance(each, int):
                    walk(each)

    root: Any = reader.trailer["/Root"]
    walk(root["/StructTreeRoot"])
    charts = [block for block in report.blocks if block.kind not in {"table", "bars", "tasks"}]
    assert alternatives == [block.alternative for block in charts]
    assert root["/Lang"] == "en"


def test_every_page_says_title_findings_and_method(report: Report, tmp_path: Path) -> None:
    text = _text(write_pdf(report, tmp_path / "a.pdf"))
    words = " ".join(text.split())
    assert report.head.title in words
    assert report.head.lead[:40] in words
    for block in (*report.blocks, *report.breakdown, *report.appendix):
        assert block.heading in words
    assert [line for line in report.method if line.split(",")[0] not in words] == []


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_equal_figures_give_equal_bytes(report: Report, tmp_path: Path, paper: Paper) -> None:
    first, second = (write_pdf(report, tmp_path / name, paper).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert first == second
    size = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert round(float(size.width)) == {"a4": 595, "us-letter": 612}[paper]


def test_the_preview_has_the_pages_of_the_file(report: Report, tmp_path: Path) -> None:
    pages = page_images(report, ppi=40)
    assert all(page.startswith(b"\x89PNG") for page in pages)
    assert len(pages) == len(PdfReader(write_pdf(report, tmp_path / "a.pdf")).pages)


def test_the_figures_on_paper_stand_as_text(context: Context, tmp_path: Path) -> None:
    # The name of a narrow group has two lines.
    text = " ".join(_text(write_pdf(compute(context, SPECIMEN, "2026-05"), tmp_path / "a.pdf")).split())
    for words in ("−€1,190", "€18k", "axis starts at €18k", "53%", "34 skipped", "23 back", "Mastery", "22 promoters"):
        assert words in text, words
    assert "Monthly report" in text
    assert "compared with April 2026" in text


def test_a_drawing_is_as_wide_as_its_paper(context: Context) -> None:
    report = compute(context, SPECIMEN, "2026-05")
    a4, letter = (document(report, paper)["blocks"] for paper in ("a4", "us-letter"))
    assert [round(blocks[0]["drawing"]["width"] * 0.73, 1) for blocks in (a4, letter)] == [504.5, 521.2]
    assert round(a4[1]["drawing"]["width"] * 0.73, 2) == 241.25
    assert len(a4) == len(BLOCKS)
    assert document(report)["tiles"]["rows"][0]["label"] == TILES.tiles[0].label


def test_a_monthly_report_refuses_a_week(context: Context) -> None:
    with pytest.raises(UserError, match=r"specimen report is monthly\. Give a month like 2026-05 instead of 2026-W20\."):
        compute(context, SPECIMEN, "2026-W20")


def test_a_folder_that_cannot_be_written_is_said(context: Context, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    report = compute(context, SPECIMEN, "2026-05")
    with pytest.raises(UserError, match="cannot be written"):
        write_pdf(report, tmp_path / "file" / "a.pdf")
    assert report.file_name == "Specimen-2026-05.pdf"
