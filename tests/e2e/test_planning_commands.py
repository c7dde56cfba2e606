"""The commands of planning: a review, its milestones, contact cards, calendars, the check of onboarding."""

from pathlib import Path

import pytest
import vobject
from pypdf import PdfReader

from tests.e2e.conftest import Shell


@pytest.fixture
def one(shell: Shell, tmp_path: Path) -> Shell:
    """A workspace with one prospect."""
    file = tmp_path / "list.csv"
    file.write_text(
        "Application ID,Company,Contact Name,Phone\nB-1,Marrow & Pine,Ottilie Farnsby,+44 20 7946 0132\n", encoding="utf-8"
    )
    shell.run("import", str(file), "--table", "Beta Applications")
    return shell


def test_milestones_are_added_changed_and_printed(one: Shell, tmp_path: Path) -> None:
    key = one.json("milestone", "add", "B-1", "--title", "Pilot", "--due", "2027-06-30", "--starts", "2027-06-01")["key"]
    one.run("milestone", "change", key, "--due", "2027-07-15", "--progress", "40")
    [milestone] = one.json("planning", "B-1")["milestones"]
    assert (milestone["due"], milestone["starts"], milestone["progress"]) == ("2027-07-15", "2027-06-01", 0.4)
    one.run("undo")
    assert one.json("planning", "B-1")["milestones"][0]["progress"] == 0.0
    assert "1 of 1" not in one.run("planning", "B-1")
    one.run("planning", "B-1", "--output", str(tmp_path / "review.pdf"), "--pages", "roadmap")
    assert "Pilot" in "\n".join(page.extract_text() for page in PdfReader(tmp_path / "review.pdf").pages)
    assert "no part of a review" in one.run("planning", "B-1", "--output", "x.pdf", "--pages", "roadmap,horoscope", status=1)
    assert "Say what is to change" in one.run("milestone", "change", key, status=1)


def test_a_contact_is_printed_as_a_card_and_a_code(one: Shell, tmp_path: Path) -> None:
    one.run("card", "B-1", "--output", str(tmp_path / "c.vcf"), "--version", "3.0")
    assert vobject.readOne((tmp_path / "c.vcf").read_text(encoding="utf-8")).fn.value == "Ottilie Farnsby"
    assert "FN:Ottilie Farnsby" in one.run("card", "B-1")
    modules = one.json("card", "B-1", "--qr")["modules"]
    assert len(modules) == len(modules[0])


def test_a_calendar_file_is_read_and_forgotten(one: Shell, tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    file.write_text("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", encoding="utf-8")
    one.run("calendar", "add", str(file), "--name", "Work")
    assert [each["name"] for each in one.json("calendar", "list")["calendars"]] == ["Work"]
    file.write_text("<html>", encoding="utf-8")
    assert "is no calendar" in one.run("calendar", "check", status=1)
    one.run("calendar", "remove", "Work")
    assert one.json("calendar", "list")["calendars"] == []


def test_the_check_of_onboarding_says_each_step(one: Shell) -> None:
    run = one.json("check-onboarding", "--wait", "0")
    assert [step["number"] for step in run["steps"]] == [1, 2, 3, 4, 5, 6, 7]
    assert one.json("check-onboarding", "--last")["customer"] == run["customer"]
