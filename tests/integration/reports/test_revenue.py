"""Revenue and LTV: the MRR reconciles per currency over random histories, and figures open whom they count."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.periods import month_of
from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.blocks.waterfall import Waterfall
from journeydesk.reports.money.mrr_movement import MrrMovement, mrr_movements
from journeydesk.reports.report import Report
from journeydesk.services.commands.money import set_rate, set_spend
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.payments.mrr_steps import StoredStep, mrr_at, mrr_flows, set_steps
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.workspaces import NOW, workspace

MONTH = month_of(NOW.date()).previous()
Course = tuple[str, tuple[tuple[int, int], ...]]

courses = st.tuples(
    st.sampled_from(("EUR", "JPY", "KWD")),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 99_999)), max_size=5, unique_by=lambda each: each[0]).map(
        lambda each: tuple(sorted(each, reverse=True))
    ),
)
over_courses = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def put(context: Context, histories: list[Course]) -> None:
    """A payer for each course of (days ago, MRR from then on), every second of them a prospect's."""
    with context.database.write() as connection:
        for table in ("mrr_step", "stripe_payer", "prospects"):
            sql.run(connection, f"DELETE FROM {table}")
        for number, (currency, course) in enumerate(histories, 1):
            payer, prospect = f"cus_{number}", number if number % 2 else None
            if prospect:
                values = (number, f"BETA-{number:08d}", f"Company {number}", moment_text(NOW))
                sql.run(connection, "INSERT INTO prospects (lid, key, company, created_at) VALUES (?, ?, ?, ?)", values)
            sql.run(connection, "INSERT INTO stripe_payer (payer, prospect, stale) VALUES (?, ?, 0)", (payer, prospect))
            steps, before = [], 0
            for days, minor in course:
                if minor != before:
                    at = moment_text(NOW - timedelta(days=days))
                    steps.append(StoredStep(payer, currency, at, minor, minor - before))
                    before = minor
            set_steps(connection, [payer], steps, {})


def movements(context: Context, since: str, until: str) -> list[MrrMovement]:
    with context.database.read() as connection:
        ends = mrr_at(connection, since), mrr_at(connection, until)
        return mrr_movements(ends[0], mrr_flows(connection, since, until), ends[1], "EUR")


def tables(shown: Report) -> dict[str, Table]:
    return {block.part: block for block in shown.blocks if isinstance(block, Table)}


@over_courses
@given(st.lists(courses, max_size=8))
def test_every_currency_reconciles_and_meets_the_next_span(context: Context, histories: list[Course]) -> None:
    put(context, histories)
    closed: dict[str, tuple[int, int]] = {}
    for start in (120, 80, 41, 7):
        since, until = (moment_text(NOW - timedelta(days=days)) for days in (start, {120: 80, 80: 41, 41: 7, 7: -1}[start]))
        for movement in movements(context, since, until):
            assert movement.opening[0] + movement.net == movement.closing[0] >= 0
            assert closed.get(movement.currency, movement.opening) == movement.opening
            closed[movement.currency] = movement.closing
            assert (
                min(movement.of("new"), movement.of("expansion"))
                >= 0
                >= max(movement.of("contraction"), movement.of("churned"))
            )
    last = dict.fromkeys(closed, 0)
    for currency, course in histories:
        last[currency] = last.get(currency, 0) + (course[-1][1] if course else 0)
    assert {code: minor for code, (minor, _) in closed.items() if minor} == {
        code: minor for code, minor in last.items() if minor
    }


@over_courses
@given(st.lists(courses, max_size=6))
def test_the_report_of_any_history_adds_up(context: Context, histories: list[Course]) -> None:
    put(context, histories)
    shown = report(context, "revenue", MONTH.name)
    waterfall = shown.blocks[0]
    assert isinstance(waterfall, Waterfall)
    for step in waterfall.steps:
        if step.behind is not None:
            assert len(prospect_ids(context, list_behind(step.behind, None))) <= int(step.note)
    assert tables(shown)["MRR by currency"].lines[0].cells[0] == "EUR"


def test_nobodys_payers_and_missing_rates_are_said(context: Context) -> None:
    put(context, [("EUR", ((50, 4_900),)), ("JPY", ((50, 15_800),)), ("EUR", ((30, 9_900), (25, 12_900)))])
    shown = report(context, "revenue", MONTH.name)
    method = " ".join(shown.method)
    assert "JPY have no rate" in method
    assert "1 payer is nobody’s prospect, with an MRR of ¥15,800" in method
    assert [line.cells[:4] for line in tables(shown)["Changes"].lines] == [
        ("Company 3", "New", "19 Apr 2026", "+€99"),
        ("Company 3", "Expansion", "24 Apr 2026", "+€30"),
    ]
    set_rate(context, "JPY", "0.006")
    assert "have no rate" not in " ".join(report(context, "revenue", MONTH.name).method)


def test_what_a_source_cost_is_spend_by_who_it_brought(context: Context) -> None:
    with context.database.write() as connection:
        for number in range(4):
            at = moment_text(NOW - timedelta(days=30))
            sql.run(
                connection,
                "INSERT INTO prospects (key, company, source, applied_on, created_at) VALUES (?, ?, ?, ?, ?)",
                (f"B{number}", f"Company {number}", "LinkedIn" if number < 3 else "Email", at, at),
            )
    set_spend(context, MONTH.name, "linkedin", "90")
    set_spend(context, MONTH.name, "Fair", "500")
    lines = {line.cells[0]: line.cells[1:] for line in tables(report(context, "revenue", MONTH.name))["Spend"].lines}
    assert lines["linkedin"] == ("€90", "3", "€30", "0", "–")
    assert lines["Fair"] == ("€500", "0", "–", "0", "–")
    assert lines["Email"] == ("–", "1", "–", "0", "–")


def test_an_empty_base_says_that_there_is_nothing(context: Context) -> None:
    shown = report(context, "revenue", MONTH.name)
    assert shown.blocks[0].heading == "No subscription in € yet"
    assert {tile.value for tile in shown.tiles.tiles[:4]} == {"no data"}


def test_a_cohort_opens_who_first_paid_in_its_month(context: Context) -> None:
    put(
        context, [("EUR", ((50, 4_900),)), ("EUR", ((50, 100),)), ("EUR", ((30, 9_900),)), ("EUR", ()), ("EUR", ((28, 5_000),))]
    )
    with context.database.write() as connection:
        for number, days in ((1, 50), (3, 30), (5, 28)):
            at = moment_text(NOW - timedelta(days=days))
            sql.run(connection, "UPDATE stripe_payer SET first_paid = ? WHERE payer = ?", (at, f"cus_{number}"))
            paid = "UPDATE prospects SET net_paid_minor = ?, money_currency = 'EUR' WHERE lid = ?"
            sql.run(connection, paid, (10_000 * number, number))
    shown = tables(report(context, "revenue", MONTH.name))["LTV by cohort"]
    assert [line.cells for line in shown.lines] == [("March 2026", "1", "€100", "€100"), ("April 2026", "2", "€800", "€400")]
    opened = [len(prospect_ids(context, list_behind(line.behind, None))) for line in shown.lines if line.behind is not None]
    assert opened == [1, 2]
