"""Words that others wrote cost their cell, not the report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from journeydesk.reports.pdf import write_pdf
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import report
from tests.workspaces import workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An empty workspace."""
    with workspace(tmp_path / "w") as opened:
        yield opened


def week(context: Context) -> str:
    return f"{context.today():%G-W%V}"


@pytest.mark.parametrize("words", ["met at the fair", "{broken", '{"cta": 5}', '["list"]', "5"])
def test_an_entry_point_that_is_no_json_costs_its_cell(context: Context, tmp_path: Path, words: str) -> None:
    for company in ("Acme", "Bolt"):
        prospect = create_prospect(context, {"company": company, "applied_on": context.now()})
    edit(context, prospect, {"entry_point": words})
    computed = report(context, "acquisition", week(context))
    assert write_pdf(computed, tmp_path / "week.pdf").stat().st_size > 1_000


@pytest.mark.parametrize("company", ["🚀 Rocket", "Plain \ue000 private", "👨\u200d👩\u200d👧 & Sons", "\U000e0041 tags"])
def test_a_character_without_a_glyph_costs_a_box_and_a_note(context: Context, tmp_path: Path, company: str) -> None:
    create_prospect(context, {"company": company, "contact_name": company, "applied_on": context.now(), "owner": company})
    computed = report(context, "acquisition", week(context))
    file = write_pdf(computed, tmp_path / "week.pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    assert "no font of this computer has" in text or company.split()[-1] in text
    assert write_pdf(computed, tmp_path / "again.pdf").read_bytes() == file.read_bytes()
