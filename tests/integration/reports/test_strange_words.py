"""Words that others wrote cost their cell, not the report."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from journeydesk.reports.catalogue import NAMES, find
from journeydesk.reports.document import document
from journeydesk.reports.pdf import write_pdf
from journeydesk.services.commands.prospects import create_prospect, edit
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute, report
from journeydesk.storage.engine import sql
from tests.report_bases import Made, hours_ago, put
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


@pytest.mark.parametrize("name", NAMES)
def test_no_report_is_lost_over_what_others_wrote(context: Context, tmp_path: Path, name: str) -> None:
    """Free text in a JSON cell, a prospect without an owner, an emoji that no font has, money without a rate."""
    plain = Made("New", None, None, None, "{broken", False, ((30, 1), (20, 2)), ((25, None),), ((29, 1), (19, 2), (9, 8)), 100)
    put(context, [plain, replace(plain, status="Active", customer="CUSTOMER", cta=None)])
    with context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET company = '🦄\ue000 & Söhne', entry_point = 'met at the fair' WHERE lid = 1")
        sql.run(
            connection,
            "INSERT INTO stripe_payer (payer, prospect, first_paid, stale) VALUES ('cus_1', 2, ?, 0)",
            (hours_ago(9),),
        )
        sql.run(
            connection,
            "INSERT INTO mrr_step (payer, currency, at, minor, change) VALUES ('cus_1', 'XAF', ?, 500, 500)",
            (hours_ago(9),),
        )
    spec = find(name)
    for period in (spec.cadence.period_of(context.today()), spec.cadence.period_of(context.today()).previous()):
        computed = compute(context, spec, period.name)
        assert write_pdf(computed, tmp_path / "a.pdf").stat().st_size > 1_000
        assert document(computed)["head"]["name"] == spec.name
