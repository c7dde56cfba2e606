"""The pages of a planning review: an accessible PDF with what was chosen, in any script."""

from datetime import date
from pathlib import Path

from pypdf import PdfReader

from journeydesk.reports.planning.figures import Page
from journeydesk.services.commands.prospects import log_interaction
from journeydesk.services.planning.milestones import add_milestone
from journeydesk.services.planning.paper import export_review, file_name
from journeydesk.services.planning.review import planning_review
from tests.integration.office import Office


def _text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_review_is_written_with_the_chosen_pages(office: Office, tmp_path: Path) -> None:
    prospect = office.prospect(company="Марроу & Pine", contact_name="Ottilie", status="Active", estimated_revenue=54000)
    add_milestone(office.context, prospect, "Order import", "2026-05-15", starts="2026-05-04", progress="40")
    add_milestone(office.context, prospect, "Pilot review", "28 may 10:00")
    log_interaction(office.context, prospect, "Follow-up", "Short sessions\nbefore 7:00.")
    review = planning_review(office.context, prospect)
    assert review is not None
    whole = _text(export_review(office.context, review, tmp_path / "whole.pdf", list(Page)))
    for words in (
        "Planning review, Марроу & Pine",
        "Order import",
        "Short sessions before 7:00.",
        "Thu 28 May, 10:00",
        "€540",
    ):
        assert words in whole
    assert "0 of 2 milestones are done and 1 is late" in whole
    some = _text(export_review(office.context, review, tmp_path / "some.pdf", [Page.ROADMAP]))
    assert "Order import" in some
    assert "€540" not in some and "Short sessions" not in some
    tagged = PdfReader(tmp_path / "some.pdf").trailer["/Root"]["/MarkInfo"]  # type: ignore[index]
    assert tagged["/Marked"]


def test_equal_reviews_give_equal_bytes(office: Office, tmp_path: Path) -> None:
    prospect = office.prospect(company="Quillon")
    review = planning_review(office.context, prospect)
    assert review is not None
    first = export_review(office.context, review, tmp_path / "a.pdf").read_bytes()
    assert export_review(office.context, review, tmp_path / "b.pdf").read_bytes() == first


def test_a_file_name_holds_no_sign_of_a_path() -> None:
    day = date(2026, 5, 19)
    assert file_name("Marrow & Pine Joinery", day) == "Planning-Review_Marrow-Pine-Joinery_2026-05-19.pdf"
    assert file_name("../../etc/пример: <x>", day) == "Planning-Review_etc-пример-x_2026-05-19.pdf"
    assert file_name("//", day) == "Planning-Review_prospect_2026-05-19.pdf"
