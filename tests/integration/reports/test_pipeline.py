"""The pipeline over random histories of deals: it reconciles to the cent, and each figure opens exactly the deals that it counts."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.journeys.deals import DealStages, deal_stages
from journeydesk.domain.periods import Period, week_of
from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.waterfall import Waterfall
from journeydesk.reports.pipeline.facts import facts_of
from journeydesk.reports.pipeline.figures import pipeline
from journeydesk.reports.report import Scope
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.storage.engine import sql
from journeydesk.storage.reports.deal_worth import DealSum, estimates_since
from journeydesk.storage.reports.pipeline import deals_at, riskiest_deals, values_of
from journeydesk.storage.reports.pipeline_read import Inputs, read
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.report_bases import hours_ago
from tests.workspaces import NOW, workspace

HOURS = 24 * 35
WEEK = week_of(NOW.date()).previous()
OWNERS = ("Amaia Etxarri", "Tomasz Wilk", None)


@dataclass(frozen=True, slots=True)
class Deal:
    """Moves as (hours before now, stage), estimates as (hours before now, hundredths) from the first on, the first of them what it was
    worth before it was ever changed."""

    owner: str | None
    deleted: bool
    probability: float | None
    first: int | None
    moves: tuple[tuple[int, int], ...]
    estimates: tuple[tuple[int, int | None], ...]

    def stage_at(self, hours: float) -> int:
        return next((stage for at, stage in reversed(self.moves) if at > hours), 0)

    def revenue_at(self, hours: float) -> int | None:
        return next((amount for at, amount in reversed(self.estimates) if at > hours), self.first)


amounts = st.none() | st.integers(0, 9_000_000)
times = st.integers(1, HOURS)
deals = st.builds(
    Deal,
    owner=st.sampled_from(OWNERS),
    deleted=st.booleans(),
    probability=st.none() | st.integers(0, 20).map(lambda part: part / 20),
    first=amounts,
    moves=st.lists(st.tuples(times, st.integers(1, 9)), max_size=6, unique_by=lambda each: each[0]).map(
        lambda each: tuple(sorted(each, reverse=True))
    ),
    estimates=st.lists(st.tuples(times, amounts), max_size=4, unique_by=lambda each: each[0]).map(
        lambda each: tuple(sorted(each, reverse=True))
    ),
)
over_histories = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def put(context: Context, history: Sequence[Deal]) -> None:
    """The deals in the place of whatever the workspace held."""
    journey = context.settings.journey("Deal")
    assert journey is not None
    with context.database.write() as connection:
        for table in ("stage_history", "field_history", "prospects"):
            sql.run(connection, f"DELETE FROM {table}")
        for number, deal in enumerate(history, 1):
            stage = deal.stage_at(0)
            sql.run(
                connection,
                "INSERT INTO prospects (lid, key, company, owner, deal_stage, estimated_revenue, deal_probability, deleted, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(number, f"BETA-{number:08d}", f"Company {number}", deal.owner),
                    *(journey.stage(stage).name if stage else None, deal.revenue_at(0), deal.probability, int(deal.deleted)),
                    moment_text(NOW),
                ),
            )
            before = 0
            for hours, target in deal.moves:
                sql.run(
                    connection,
                    "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at) VALUES (?, 'Deal', ?, ?, ?)",
                    (number, before, target, hours_ago(hours)),
                )
                before = target
            old = deal.first
            for hours, new in deal.estimates:
                sql.run(
                    connection,
                    "INSERT INTO field_history (table_slug, lid, field, old, new, at) "
                    "VALUES ('prospects', ?, 'estimated_revenue', ?, ?, ?)",
                    (number, json.dumps(old), json.dumps(new), hours_ago(hours)),
                )
                old = new


def scope_of(context: Context, week: Period = WEEK, owner: str | None = None) -> Scope:
    return Scope(context.settings, week, owner, NOW, 0)


def read_week(context: Context, week: Period = WEEK, owner: str | None = None) -> Inputs:
    with context.database.read() as connection:
        return read(connection, context.settings, week, owner, NOW.date())


def known_stages(context: Context) -> DealStages:
    stages = deal_stages(context.settings)
    assert stages is not None
    return stages


def counted(history: Sequence[Deal], stages: DealStages, hours: float, owner: str | None) -> DealSum:
    """The open deals at a moment, one by one."""
    whole = DealSum()
    for deal in history:
        if not deal.deleted and deal.stage_at(hours) in stages.open and owner in (None, deal.owner):
            revenue, chance = deal.revenue_at(hours) or 0, deal.probability
            scaled = 0 if chance is None else round(chance * 10_000)
            whole = whole.plus(DealSum(1, revenue, revenue * scaled, int(chance is not None), scaled))
    return whole


@over_histories
@given(st.lists(deals, max_size=12))
def test_deals_of_a_moment_are_those_that_stood_there(context: Context, history: list[Deal]) -> None:
    put(context, history)
    stages = known_stages(context)
    for owner in (None, "Amaia Etxarri"):
        for hours in ((100.5, 0.5), (900.5, 400.5), (900.5, 900.5)):
            with context.database.read() as connection:
                estimates = estimates_since(connection, hours_ago(hours[0]), owner)
                both = deals_at(connection, stages, (hours_ago(hours[0]), hours_ago(hours[1])), owner, estimates)
            for sums, before in zip(both, hours, strict=True):
                whole = DealSum()
                for stage in stages.open:
                    whole = whole.plus(sums.get(stage, DealSum()))
                assert whole == counted(history, stages, before, owner)


@over_histories
@given(st.lists(deals, max_size=12))
def test_a_week_reconciles_to_the_cent_with_the_next(context: Context, history: list[Deal]) -> None:
    put(context, history)
    for owner in (None, "Tomasz Wilk"):
        closed: tuple[int, int] | None = None
        for week in (WEEK.previous().previous(), WEEK.previous(), WEEK, WEEK.following()):
            inputs = read_week(context, week, owner)
            assert inputs.deals is not None
            facts = facts_of(scope_of(context, week, owner), inputs.deals)
            movement = facts.movement
            assert movement.opening[0] + sum(each.amount for each in movement.moved) == movement.closing[0]
            assert movement.opening == (facts.opening.revenue, facts.opening.count)
            assert closed in (None, movement.opening)
            closed = movement.closing
            signs = {each.kind: each.amount for each in movement.moved}
            assert min(signs["New"], signs["Grown"]) >= 0 >= max(signs["Shrunk"], signs["Won"], signs["Lost"])


@over_histories
@given(st.lists(deals, max_size=10))
def test_a_figure_opens_exactly_its_deals(context: Context, history: list[Deal]) -> None:
    put(context, history)
    for owner in (None, "Amaia Etxarri"):
        report = pipeline(scope_of(context, owner=owner), read_week(context, owner=owner))
        waterfall, table = report.blocks[0], report.blocks[1]
        assert isinstance(waterfall, Waterfall)
        for end in (waterfall.opening, waterfall.closing):
            assert end.behind is not None
            assert len(prospect_ids(context, list_behind(end.behind, owner))) == int(end.note.split()[0])
        for line in table.lines:  # type: ignore[attr-defined]
            assert len(prospect_ids(context, list_behind(line.behind, owner))) == int(line.cells[1])


def test_a_week_in_which_everything_happened_is_told_apart(context: Context) -> None:
    week = 24 * 3
    put(
        context,
        [
            Deal(None, False, 0.5, 100_000, ((900, 2),), ()),
            Deal(None, False, 0.1, 50_000, ((week, 1), (week - 1, 3)), ()),
            Deal(None, False, 0.1, 20_000, ((900, 3),), ((week, 25_000),)),
            Deal(None, False, None, 30_000, ((900, 4),), ((week, 21_000),)),
            Deal(None, False, 0.9, 40_000, ((900, 5), (week, 8)), ((week - 5, 99),)),
            Deal(None, False, 0.9, 10_001, ((900, 5), (week, 9)), ()),
            Deal(None, True, 0.9, 77_777, ((900, 5), (week, 9)), ()),
        ],
    )
    inputs = read_week(context)
    assert inputs.deals is not None
    movement = facts_of(scope_of(context), inputs.deals).movement
    assert movement.opening == (200_001, 5)
    assert [(each.kind, each.amount, each.count) for each in movement.moved] == [
        ("New", 50_000, 1),
        ("Grown", 5_000, 1),
        ("Shrunk", -9_000, 1),
        ("Won", -40_000, 1),
        ("Lost", -10_001, 1),
    ]
    assert movement.closing == (196_000, 4)


def test_a_team_without_deals_gets_the_forecast_alone(context: Context) -> None:
    report = pipeline(scope_of(context), Inputs(None, None, NOW.date()))
    assert [block.kind for block in report.blocks] == ["forecast"]
    assert report.tiles.tiles[0].value == "no data"
    assert "no deal journey" in report.head.lead


def test_what_is_expected_of_the_stages_adds_up(context: Context) -> None:
    put(context, [Deal(None, False, 0.35, 33_333, ((900, stage),), ()) for stage in (2, 3, 4, 5, 6, 7)])
    inputs = read_week(context)
    report = pipeline(scope_of(context), inputs)
    cells = [line.cells[-1] for line in report.blocks[1].lines]  # type: ignore[attr-defined]
    parts = [round(float(cell.removeprefix("€").replace(",", "")) * 100) for cell in cells]
    assert sum(parts[:-1]) == parts[-1] == round(33_333 * 6 * 0.35)


@pytest.mark.parametrize("planned_of", [1, 2, 40])
def test_the_deals_at_risk_of_most_worth_are_named_of_many_or_few(context: Context, planned_of: int) -> None:
    """One in `planned_of` has no next step; many are worth the same."""
    stages = known_stages(context)
    put(context, [Deal(OWNERS[number % 2], False, None, 1_000 * (number % 45), ((900, 2),), ()) for number in range(160)])
    with context.database.write() as connection:
        sql.run(connection, f"UPDATE prospects SET next_follow_up = '2099-01-01' WHERE lid % {planned_of} <> 0")
    for owner in (None, OWNERS[0]):
        risky = [number for number in range(1, 161) if number % planned_of == 0 and (number - 1) % 45 > 0]
        risky = [number for number in risky if owner is None or number % 2]
        expected = sorted(risky, key=lambda number: (-((number - 1) % 45), number))[:12]
        with context.database.read() as connection:
            found = riskiest_deals(connection, values_of(stages, context.settings, NOW.date()), 12, owner)
        assert [each.prospect for each in found] == expected
