"""The weekly report as a page (docs/interface.md, "Weekly report")."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from journeydesk.domain.errors import UserError
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import export_pdf, report
from tests.workspaces import NOW, workspace

NAMES = (
    "Łąkowisko Meble",
    "Ανεμόεσσα Τρόφιμα",
    "Ладожские линзы",
    "蒼嶺測器",
    "한나루 제관",
    "ندى القمر للخزف",
    "Đồi Sương Tea",
    "Hraunskel ehf.",
)


def fill(context: Context) -> None:
    for number, name in enumerate(NAMES):
        applied = (NOW - timedelta(days=number, hours=2)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        prospect = create_prospect(context, {"company": name, "applied_on": applied, "source": "Referral"})
        log_interaction(context, prospect, "Call", "First call", outcome="Reached")


def test_the_same_figures_give_the_same_bytes(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        fill(context)
        first = export_pdf(context, "acquisition", "2026-W21", tmp_path / "a.pdf").read_bytes()
        assert export_pdf(context, "acquisition", "2026-W21", tmp_path / "b.pdf").read_bytes() == first


def test_the_page_is_tagged_titled_and_carries_its_figures(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        fill(context)
        reader = PdfReader(export_pdf(context, "acquisition", "2026-W20", tmp_path / "a.pdf"))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith("en")
    assert reader.metadata is not None
    assert "Acquisition, week 20" in str(reader.metadata.title)
    assert "pdfuaid" in reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else False
    attached = next(iter(reader.attachments.values()))[0].decode()
    assert "Measure,New prospects" in attached


def test_names_in_any_script_stand_in_the_page_as_text(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        fill(context)
        text = "".join(
            page.extract_text() for page in PdfReader(export_pdf(context, "acquisition", "2026-W20", tmp_path / "a.pdf")).pages
        )
        [prospects] = report(context, "acquisition", "2026-W20").appendix
        shown = [row[1] for row in prospects.table()[1:]]
    assert len(shown) == 6
    assert [name for name in shown if name not in text and name != "ندى القمر للخزف"] == []


def test_a_week_without_data_says_so(tmp_path: Path) -> None:
    with workspace(tmp_path / "w") as context:
        found = report(context, "acquisition", "2025-W20")
        assert found.head.lead == "No applications were received in this week."
        assert found.tiles.tiles[2].value == "no data"
        assert export_pdf(context, "acquisition", "2025-W20", tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("name", "period", "words"), [("horoscope", "2026-W20", "Available"), ("acquisition", "2026-05", "weekly")]
)
def test_a_report_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path, name: str, period: str, words: str) -> None:
    with workspace(tmp_path / "w") as context, pytest.raises(UserError, match=words):
        report(context, name, period)
