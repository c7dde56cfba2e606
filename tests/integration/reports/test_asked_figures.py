"""Figures that the documents ask for, over a real base: visitors and forms, keys, acceptance and meetings, surveys answered, testimonials
followed up, what an application cost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.ids import RecordId
from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.report import Report
from journeydesk.services.commands.money import set_spend
from journeydesk.services.commands.prospects import create_prospect, log_interaction
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.reports.behind.question import read_question
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.workspaces import NOW, workspace

WEEK = "2026-W21"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def tell(context: Context, prospect: int, event: str, times: int = 1) -> None:
    at = moment_text(NOW - timedelta(hours=2))
    with context.database.write() as connection:
        for number in range(times):
            sql.run(
                connection,
                "INSERT INTO events (key, prospect, event, occurred_at, source, payload, created_at) VALUES (?, ?, ?, ?, 'web', '{}', ?)",
                (f"EVT-{prospect}-{event}-{number}", prospect, event, at, at),
            )


def survey(context: Context, prospect: int, answered: bool, words: str | None = None) -> None:
    day = (NOW.date() - timedelta(days=3)).isoformat()
    with context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO surveys (key, prospect, survey_type, date_sent, date_responded, satisfaction, testimonial, created_at) "
            "VALUES (?, ?, 'PMF', ?, ?, ?, ?, ?)",
            (f"SUR-{prospect}", prospect, day, day if answered else None, 9 if answered else None, words, moment_text(NOW)),
        )


def tile(context: Context, shown: Report, label: str) -> tuple[str, int]:
    """A tile's value, and how many prospects it opens."""
    found = next(each for each in shown.tiles.tiles if each.label == label)
    opened = -1 if found.behind is None else len(prospect_ids(context, list_behind(found.behind, None)))
    return found.value, opened


def table(shown: Report, part: str) -> Table:
    return next(block for block in shown.blocks if isinstance(block, Table) and block.part == part)


def test_visitors_forms_and_keys_are_prospects_once_each(context: Context) -> None:
    made = [create_prospect(context, {"company": f"Company {number}", "applied_on": context.now()}) for number in range(6)]
    for prospect in made:
        tell(context, prospect, "page_viewed", times=3)
    for prospect in made[:4]:
        tell(context, prospect, "gate_viewed")
    for prospect, event in zip(made, ("form_submitted", "inquiry_submitted", "gate_submitted"), strict=False):
        tell(context, prospect, event)
    for prospect in made[:2]:
        tell(context, prospect, "api_key_created", times=2)
    shown = report(context, "acquisition", WEEK)
    assert tile(context, shown, "Visitors") == ("6", 6)
    assert tile(context, shown, "Forms started") == ("4", 4)
    assert tile(context, shown, "Forms completed") == ("3", 3)
    assert tile(context, shown, "API keys created") == ("2", 2)
    assert tile(context, shown, "First API calls")[0] == "no data"


def test_accepted_of_those_decided_and_meetings_of_those_reached(context: Context) -> None:
    statuses = ("Accepted", "Active", "Onboarding", "Rejected", "New", "Reviewing")
    made = [
        create_prospect(context, {"company": f"Company {number}", "applied_on": context.now(), "status": status})
        for number, status in enumerate(statuses)
    ]
    for prospect, outcome in zip(made, ("Meeting booked", "Reached", "No answer", "Voicemail"), strict=False):
        log_interaction(context, prospect, "Call", "Called", outcome=outcome)
    shown = report(context, "acquisition", WEEK)
    values = {each.label: each.value for each in shown.tiles.tiles}
    assert values["Accepted ÷ decided"] == "3 of 4"
    assert values["Meetings agreed"] == "1 of 2"


def test_surveys_answered_are_of_those_sent(context: Context) -> None:
    for number in range(5):
        survey(context, create_prospect(context, {"company": f"Company {number}"}), answered=number < 3)
    shown = table(report(context, "satisfaction", "2026-05"), "Surveys")
    assert shown.heading == "3 of 5 surveys sent were answered"
    assert shown.lines[0].cells[1:3] == ("5", "3")


def test_a_testimonial_is_followed_up_by_a_later_call(context: Context) -> None:
    called, silent = (create_prospect(context, {"company": name}) for name in ("Called", "Silent"))
    for prospect in (called, silent):
        survey(context, prospect, answered=True, words="It saved us a week.")
    log_interaction(context, called, "Call", "Thanked them", outcome="Reached")
    shown = table(report(context, "satisfaction", "2026-05"), "Testimonials")
    assert shown.heading == "One of two testimonials were followed up"
    assert {line.cells[0]: line.cells[-1] == "not yet" for line in shown.lines} == {"Called": False, "Silent": True}


def test_what_an_application_cost_stands_by_source_and_month(context: Context) -> None:
    for number in range(4):
        create_prospect(context, {"company": f"Company {number}", "applied_on": context.now(), "source": "Email"})
    set_spend(context, "2026-05", "Email", "200")
    shown = table(report(context, "revenue", "2026-05"), "Spend")
    [line] = [line for line in shown.lines if line.cells[0] == "Email"]
    assert line.cells[1:4] == ("€200", "4", "€50")


def test_what_counts_a_prospect_more_than_once_says_so(context: Context) -> None:
    """The list has a line for each prospect; how many calls, requests and answers that are stands in its filter."""
    for number in (1, 2):
        create_prospect(context, {"company": f"Company {number}"})
        for _ in range(number):
            log_interaction(context, RecordId(number), "Call", "Asked for references", outcome="Reached")
        tell(context, number, "support_ticket", number)
        survey(context, number, True, "It saved us a week.")
    for name, period, label, words, count in (
        ("weekly", WEEK, "Calls logged", "3 calls", "3"),
        ("engagement", WEEK, "Asked for help", "3 requests", "3"),
        ("satisfaction", "2026-05", "Testimonials", "2 answers", "2"),
    ):
        found = next(each for each in report(context, name, period).tiles.tiles if each.label == label)
        assert found.value == count
        assert found.behind is not None
        assert read_question(str(found.behind.criteria[0].values[0])).words.endswith(f": {words}")
        assert len(prospect_ids(context, list_behind(found.behind, None))) == 2
