"""Every report is an accessible PDF by the rules of PDF/UA-1, with bookmarks, no page mostly empty, no internal ids in row lists."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from journeydesk.reports.catalogue import NAMES, find
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.report import Report
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute
from tests.integration.reports.pdf_rules import elements, problems
from tests.report_bases import all_kinds, put
from tests.workspaces import workspace

LETTERS_OF_A_FULL_PAGE = 120


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Forty prospects of all kinds."""
    folder: Path = tmp_path_factory.mktemp("accessible")
    with workspace(folder / "w") as opened:
        put(opened, all_kinds(40))
        yield opened


@pytest.fixture(scope="module", params=NAMES)
def report(request: pytest.FixtureRequest, context: Context) -> Report:
    spec = find(request.param)
    return compute(context, spec, spec.cadence.period_of(context.today()).previous().name)


@pytest.fixture(scope="module")
def written(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report as a file."""
    return write_pdf(report, tmp_path_factory.mktemp("report") / "a.pdf")


def test_every_report_keeps_the_rules_of_accessible_files(written: Path) -> None:
    assert problems(written) == []


def test_every_report_has_bookmarks_of_its_parts(report: Report, written: Path) -> None:
    reader = PdfReader(written)
    titles: list[str] = []

    def collect(entries: object) -> None:
        assert isinstance(entries, list)
        for entry in entries:
            if isinstance(entry, list):
                collect(entry)
            else:
                titles.append(str(entry.title))

    collect(reader.outline)
    assert titles[0].startswith(report.head.title)
    assert len(titles) > len(report.blocks)


def test_no_page_of_a_report_is_mostly_empty(written: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(written).pages]
    assert [number for number, text in enumerate(pages[:-1], 1) if len(text) < LETTERS_OF_A_FULL_PAGE * 3] == []
    assert len(pages[-1]) > LETTERS_OF_A_FULL_PAGE


def test_no_report_prints_an_internal_id(written: Path) -> None:
    text = " ".join(page.extract_text() for page in PdfReader(written).pages)
    assert re.findall(r"BETA-\w{8}|\brec[A-Za-z0-9]{14}\b|\bcus_\w+", text) == []


def test_figures_attached_run_no_formula(written: Path) -> None:
    attached = next(iter(PdfReader(written).attachments.values()))[0].decode()
    assert [cell for cell in re.split(r"[,\r\n]+", attached) if re.match(r"[=@\t]|[+-](?![\d.,]+%?$)", cell.strip('"'))] == []


def test_the_rules_notice_a_file_that_breaks_them(context: Context, tmp_path: Path) -> None:
    spec = find("acquisition")
    good = write_pdf(compute(context, spec, "2026-W20"), tmp_path / "good.pdf")
    writer = PdfWriter(clone_from=good)
    root: Any = writer.root_object
    del root["/Lang"], root["/MarkInfo"], root["/Outlines"], root["/ViewerPreferences"]
    for node, kinds in elements(root):
        if kinds[-1] == "/Figure":
            node.pop("/Alt", None)
        if kinds[-1] == "/TH":
            node.pop("/A", None)
    writer.write(tmp_path / "bad.pdf")
    found = " ".join(problems(tmp_path / "bad.pdf"))
    for words in ("no language", "not marked", "no bookmarks", "title is not shown", "no alternative text", "whose head it is"):
        assert words in found, words
