"""Onboarding, gated content and e-mail: what events and tables of other programs say, and that nothing is said of nothing."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.steps import Steps
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.report import Report
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.receiver.links import count_gate_view
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.courses_of_rows import write_courses
from tests.workspaces import NOW, workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def tell(
    context: Context, prospect: int | None, kind: str, hours_ago: float, source: str = "Make.com", **metadata: object
) -> None:
    at = moment_text(NOW - timedelta(hours=hours_ago))
    with context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO events (key, prospect, event, occurred_at, source, payload, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (f"EVT-{prospect}-{kind}-{hours_ago}", prospect, kind, at, source, json.dumps(metadata), at),
        )


def accept(context: Context, prospect: int, hours_ago: float) -> None:
    with context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at) VALUES (?, 'Deal', 1, 4, ?)",
            (prospect, moment_text(NOW - timedelta(hours=hours_ago))),
        )
        write_courses(connection, [prospect])


def values(shown: Report) -> dict[str, tuple[str, str]]:
    return {tile.label: (tile.value, tile.unit) for tile in shown.tiles.tiles}


def lines(shown: Report, part: str) -> list[tuple[str, ...]]:
    table = next(block for block in shown.blocks if block.part == part)
    assert isinstance(table, Table)
    return [line.cells for line in table.lines]


@pytest.fixture
def customers(context: Context) -> Context:
    """Twelve accepted; eleven assessed, ten paid, nine with access, one of them late, one failed, one asked for help."""
    for number in range(1, 13):
        create_prospect(context, {"company": f"Company {number}"})
        accept(context, number, 400)
        if number <= 11:
            tell(context, number, "assessment_completed", 300)
        if number <= 10:
            tell(context, number, "payment_succeeded", 200 - number)
            with context.database.write() as connection:
                sql.run(
                    connection,
                    "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at) VALUES (?, 'Customer status', 1, 3, ?)",
                    (number, moment_text(NOW - timedelta(hours=200 - number))),
                )
        if number <= 9:
            tell(context, number, "access_granted", 200 - number - (0.5 if number == 1 else 0.1))
    tell(context, 10, "scenario_succeeded", 250)
    tell(context, 10, "scenario_failed", 189)
    tell(context, 2, "support_ticket", 190)
    return context


def test_onboarding_counts_who_got_how_far(customers: Context) -> None:
    shown = report(customers, "onboarding", "2026-W21")
    found = values(shown)
    assert found["Assessment finished"] == ("92%", "11 of 12")
    assert found["Paid after the beta"] == ("83%", "10 of 12")
    assert found["Onboarded without a stop"] == ("90%", "9 of 10")
    assert found["Payment to access"] == ("6 min", "median of 9")
    assert found["Needed help"] == ("10%", "1 of 10")
    assert lines(shown, "Waiting for access") == [("Company 10", "1 2 3", "Content is next", "7 d", "Amaia Etxarri")]
    assert shown.head.lead == "9 of 10 who paid came through without a stop. 1 customer paid and has no access yet."


def test_each_step_is_as_it_was_seen_last(customers: Context) -> None:
    [steps] = [block for block in report(customers, "onboarding", "2026-W21").blocks if isinstance(block, Steps)]
    assert [step.state for step in steps.steps] == ["working", "working", "not working", "not seen", "not seen", "waiting"]
    assert steps.heading == "Two of six steps work; Automation failed last"
    tell(customers, 10, "content_generated", 240)
    [steps] = [block for block in report(customers, "onboarding", "2026-W21").blocks if isinstance(block, Steps)]
    assert (steps.steps[3].state, steps.steps[3].about) == ("waiting", "waits for Automation")
    tell(customers, 10, "scenario_succeeded", 2)
    [steps] = [block for block in report(customers, "onboarding", "2026-W21").blocks if isinstance(block, Steps)]
    assert [step.state for step in steps.steps][2:4] == ["working", "working"]


def test_the_board_pays_after_the_beta_as_onboarding_does(customers: Context) -> None:
    [board] = report(customers, "kpi", "2026-05-19").blocks
    card = next(card for card in board.cards if card.key == "paid_conversion")  # type: ignore[attr-defined]
    assert (
        (card.words, card.of)
        == values(report(customers, "onboarding", "2026-W21"))["Paid after the beta"]
        == ("83%", "10 of 12")
    )


def test_a_measure_of_onboarding_opens_its_customers(customers: Context) -> None:
    counts = {
        "Assessment finished": 11,
        "Paid after the beta": 10,
        "Onboarded without a stop": 9,
        "Payment to access": 1,
        "Needed help": 1,
    }
    for tile in report(customers, "onboarding", "2026-W21").tiles.tiles:
        assert tile.behind is not None
        assert len(prospect_ids(customers, list_behind(tile.behind, None))) == counts[tile.label]


def test_gates_are_ranked_by_what_they_convert(context: Context) -> None:
    prospect = create_prospect(context, {"company": "Reader"})
    with context.database.write() as connection:
        for _ in range(20):
            count_gate_view(connection, "2026-05-12", "guide", "A")
        for _ in range(12):
            count_gate_view(connection, "2026-05-13", "guide", "B")
    for number in range(4):
        tell(context, prospect, "gate_submitted", 50 + number, content="guide", variant="A", seconds=30 + number * 10)
        tell(context, prospect, "gate_submitted", 60 + number, content="guide", variant="B", seconds="quick")
    tell(context, prospect, "gate_viewed", 70, content="guide", variant="A")
    tell(context, None, "gate_viewed", 71, "daily sum", count=5, of={"B": 3})
    shown = report(context, "gated", "2026-05")
    assert lines(shown, "Variants") == [
        ("guide · B", "12", "4", "33%", "no data", "no data"),
        ("guide · A", "21", "4", "19%", "45 s", "no data"),
        ("B", "3", "0", "0 of 3", "no data", "no data"),
        ("not said", "2", "0", "0 of 2", "no data", "no data"),
    ]
    assert values(shown)["Views"] == ("38", "")
    assert values(shown)["Time to submit"] == ("45 s", "mean of 4")


def test_an_answer_is_to_the_last_mail_before_it(context: Context) -> None:
    for number in range(12):
        prospect = create_prospect(context, {"company": f"Reader {number}"})
        tell(context, prospect, "email_sent", 300, template="welcome")
        tell(context, prospect, "email_sent", 200, template="follow_up")
        if number < 3:
            tell(context, prospect, "email_replied", 150)
        if number == 3:
            tell(context, prospect, "email_replied", 250)
    shown = report(context, "email", "2026-05")
    assert values(shown)["Answered"] == ("17%", "n = 24")
    assert values(shown)["Clicked"] == ("no data", "")
    assert [cells[:5] for cells in lines(shown, "Templates")] == [
        ("Welcome", "12", "0", "8%", "–"),
        ("Follow-up", "12", "0", "25%", "30%"),
    ]
    assert lines(shown, "Templates")[1][-1] == "Below"
    assert shown.head.lead.endswith("Below their target for answers: Follow-up.")


@pytest.mark.parametrize("name", ["onboarding", "gated", "email"])
def test_nothing_told_is_no_data_and_not_zero(context: Context, name: str) -> None:
    shown = report(context, name, "2026-W21" if name == "onboarding" else "2026-05")
    assert {tile.value for tile in shown.tiles.tiles} == {"no data"}
    assert {tile.state for tile in shown.tiles.tiles} == {"No data"}


def test_a_broken_payload_costs_no_report(context: Context) -> None:
    prospect = create_prospect(context, {"company": "Reader"})
    at = moment_text(NOW - timedelta(hours=5))
    with context.database.write() as connection:
        for kind in ("gate_viewed", "gate_submitted", "email_sent"):
            for number, payload in enumerate(("{broken", "[1]", None, '{"seconds": -4, "content": 7}')):
                sql.run(
                    connection,
                    "INSERT INTO events (key, prospect, event, occurred_at, payload, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                    (f"EVT-{kind}-{number}", prospect, kind, at, payload, at),
                )
    assert values(report(context, "gated", "2026-05"))["Submissions"] == ("4", "")
    assert values(report(context, "email", "2026-05"))["Sent"] == ("4", "")
