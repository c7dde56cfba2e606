"""The weekly sales report over random bases and an empty one: figures open whom they count, sentences say the tables' numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from journeydesk.domain.journeys.deals import deal_stages
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.blocks.tasks import Tasks
from journeydesk.reports.blocks.tiles import Tile
from journeydesk.reports.blocks.waterfall import Waterfall
from journeydesk.reports.report import Report
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import export_pdf, report
from journeydesk.storage.engine import sql
from journeydesk.storage.reports.behind.question import Value, by_place
from journeydesk.storage.reports.pipeline import OPEN_NOW, RISKY, looked_after, values_of
from journeydesk.storage.reports.weekly import UNTOUCHED, WITHOUT_STEP
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.report_bases import Made, bases, put
from tests.workspaces import workspace

WEEK = "2026-W20"
over_bases = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
PLAIN = Made("Accepted", None, "Amaia Etxarri", "Email", None, False, (), (), (), 100_000)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def tile(made: Report, label: str) -> Tile:
    return next(each for each in made.tiles.tiles if each.label == label)


def opens(context: Context, of: Tile, owner: str | None = None) -> int:
    return 0 if of.behind is None else len(prospect_ids(context, list_behind(of.behind, owner)))


@over_bases
@given(bases)
def test_the_five_figures_open_whom_they_count(context: Context, base: list[Made]) -> None:
    put(context, base)
    for owner in (None, "Amaia Etxarri"):
        made = report(context, "weekly", WEEK, owner)
        moved = tile(made, "Moved")
        assert opens(context, moved, owner) == int(moved.value)
        for label in ("New deals", "Won", "Lost"):
            # A deal that came twice in a week is one prospect.
            assert opens(context, tile(made, label), owner) <= int(tile(made, label).value)
        pipeline = tile(made, "Pipeline")
        assert pipeline.note.split()[0] == str(opens(context, pipeline, owner))
        assert opens(context, tile(made, "New prospects"), owner) == int(tile(made, "New prospects").value)
        # A prospect that was called twice is one prospect, whoever called.
        assert opens(context, tile(made, "Calls logged")) <= int(tile(report(context, "weekly", WEEK), "Calls logged").value)


@over_bases
@given(bases)
def test_the_pipeline_of_each_week_begins_where_the_last_ended(context: Context, base: list[Made]) -> None:
    put(context, base)
    this, last = (
        next(block for block in report(context, "weekly", week).blocks if isinstance(block, Waterfall))
        for week in (WEEK, "2026-W19")
    )
    assert this.opening.amount == last.closing.amount
    assert this.opening.amount + sum(step.amount for step in this.steps) == this.closing.amount


@over_bases
@given(bases)
def test_the_sentences_say_the_numbers_of_the_tables(context: Context, base: list[Made]) -> None:
    put(context, base)
    made = report(context, "weekly", WEEK)
    waterfall = next(block for block in made.blocks if isinstance(block, Waterfall))
    lead = made.head.lead
    assert waterfall.unit.words(waterfall.closing.amount) in lead
    change = waterfall.closing.amount - waterfall.opening.amount
    assert ("grew by" in lead, "fell by" in lead) == (change > 0, change < 0)
    new, won, lost = (next(step for step in waterfall.steps if step.name == name) for name in ("New", "Won", "Lost"))
    for step, silent in ((new, "without a new deal"), (won, "No deal was won"), (lost, "none was lost")):
        count = int(step.note.split()[0].replace("no", "0"))
        assert (silent in lead) is (count == 0)
        if count:
            assert waterfall.unit.words(abs(step.amount)) in lead
    assert len(re.findall(r"[.] ", f"{lead} ")) == 3


@over_bases
@given(bases)
def test_no_percentage_of_the_week_is_of_fewer_than_ten(context: Context, base: list[Made]) -> None:
    put(context, base)
    made = report(context, "weekly", WEEK)
    texts = [made.head.lead, *(block.heading for block in made.blocks), *(task.reason for task in things(made).tasks)]
    texts += [cell for block in made.blocks if isinstance(block, Table) for line in block.lines for cell in line.cells]
    for text in texts:
        for n in re.findall(r"\d+% of (\d[\d,]*)", text):
            assert int(n.replace(",", "")) >= 10, text


def things(made: Report) -> Tasks:
    return next(block for block in made.blocks if isinstance(block, Tasks))


def test_the_largest_deal_without_a_step_is_the_first_thing_to_do(context: Context) -> None:
    deal = ((24 * 60, 2),)
    put(context, [replace(PLAIN, deal=deal, revenue=90_000), replace(PLAIN, deal=deal, revenue=500_000), PLAIN])
    first = things(report(context, "weekly", WEEK)).tasks[0]
    assert (first.title, first.owner, first.due) == ("Call Company 2", "Amaia Etxarri", "today")
    assert "€5,000 a month" in first.reason


def test_applications_that_wait_are_said_with_the_oldest(context: Context) -> None:
    waits = replace(PLAIN, status="New", revenue=None, moves=((24 * 7, 1),))
    put(context, [waits, replace(waits, moves=((24 * 3, 1),)), replace(waits, status="Accepted")])
    [task] = [each for each in things(report(context, "weekly", WEEK)).tasks if each.title.startswith("Decide")]
    assert task.title == "Decide the 2 applications that wait"
    assert task.reason == "The oldest came in on 12 May. 1 of the last 3 were accepted."
    assert len(prospect_ids(context, list_behind(task.behind, None))) == 2 if task.behind else False


def test_lost_deals_say_when_they_come_back(context: Context) -> None:
    put(context, [replace(PLAIN, deal=((24 * 40, 2), (24 * 4, 9)))])
    from journeydesk.storage.engine import sql

    with context.database.write() as connection:
        sql.run(connection, "UPDATE prospects SET next_follow_up = '2026-09-01' WHERE lid = 1")
    made = report(context, "weekly", WEEK)
    block = next(block for block in made.blocks if block.part == "Won and lost")
    assert isinstance(block, Table)
    assert block.lines[0].cells == (
        "Lost",
        "Company 1",
        "Amaia Etxarri",
        "Email",
        "36 d",
        "€1,000",
        "No reason given · reopen 1 Sep",
    )
    assert block.heading == "One lost for €1,000; 1 of the lost comes back"


def test_an_empty_week_is_a_report_too(context: Context, tmp_path: Path) -> None:
    path = export_pdf(context, "weekly", "2025-W20", tmp_path / "week.pdf")
    assert report(context, "weekly", WEEK).file_name == "Weekly-Sales-2026-W20.pdf"
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert "No deal was won and none was lost" in " ".join(text.split())
    assert path.with_suffix(".csv").exists()


def test_the_week_names_what_is_not_settled(context: Context) -> None:
    from journeydesk.services.commands.prospects import create_prospect

    create_prospect(context, {"company": "Here alone"})
    assert any("not yet sent" in line for line in report(context, "weekly", WEEK).method)


@over_bases
@given(bases)
def test_what_is_looked_after_and_at_risk_is_whom_the_lists_show(context: Context, base: list[Made]) -> None:
    put(context, base)
    stages = deal_stages(context.settings)
    assert stages is not None
    named = values_of(stages, context.settings, context.today())
    quiet = {**named, "quiet_since": named["untouched_since"]}
    for owner in (None, "Amaia Etxarri"):
        with context.database.read() as connection:
            counted = looked_after(connection, named, owner)
        asked = (
            (OPEN_NOW, named),
            (WITHOUT_STEP, named),
            (UNTOUCHED, quiet),
            (f"SELECT p.lid FROM prospects p WHERE {RISKY}", named),
        )
        found = [_shown(context, *by_place(*each), owner) for each in asked]
        assert [count for count, _ in found] == [
            counted.deals,
            counted.deals - counted.with_step,
            counted.untouched,
            counted.risky,
        ]
        assert [worth for _, worth in found[2:]] == [counted.untouched_revenue, counted.risky_revenue]


def _shown(context: Context, statement: str, values: tuple[Value, ...], owner: str | None) -> tuple[int, int]:
    """How many prospects a question finds, and what they are worth."""
    with context.database.read() as connection:
        return sql.only(
            connection,
            f"SELECT count(*), coalesce(sum(estimated_revenue), 0) FROM prospects WHERE lid IN ({statement}) AND coalesce(owner = ?, ?)",
            (*values, owner, owner is None),
        )
