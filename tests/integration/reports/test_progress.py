"""Cohorts, periods, stays and calls over random bases: parts add up to wholes, and a figure opens exactly whom it counts."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.report import Options
from journeydesk.reports.shared.activity import by_hour, call_figures
from journeydesk.reports.shared.progress import Progress, groups, of_cohort, of_period
from journeydesk.services.context import Context
from journeydesk.services.queries.lists.shown_ids import prospect_ids
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.reports import activity, cohorts
from journeydesk.storage.reports.cohorts import Part, Span
from journeydesk.ui.tabs.reports.behind import list_behind
from tests.report_bases import Made, bases, hours_ago, put
from tests.workspaces import workspace

SPAN = Span("Engagement", (1, 2, 3, 4, 5, 6), hours_ago(24 * 120), hours_ago(24 * 30))
EVERYBODY = Part()
over_bases = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def opens(context: Context, behind: Behind, owner: str | None = None) -> int:
    return len(prospect_ids(context, list_behind(behind, owner)))


@over_bases
@given(bases)
def test_each_figure_of_a_cohort_opens_whom_it_counts(context: Context, base: list[Made]) -> None:
    put(context, base)
    for owner in (None, "Amaia Etxarri"):
        with context.database.read() as connection:
            reaches = cohorts.reaches(connection, SPAN, Part(owner))
        stages = of_cohort(context.settings.journeys[0], reaches)
        progress = Progress("cohort", SPAN, "in a span", stages)
        for stage in stages:
            counts = {"reached": stage.reached, "went on": stage.went_on, "stopped": stage.stopped}
            counts |= {"still": stage.still, "left": stage.left}
            opened = {state: opens(context, progress.behind(stage, state), owner) for state in counts}  # type: ignore[arg-type]
            assert opened == counts


@over_bases
@given(bases)
def test_each_figure_of_a_period_opens_whom_it_counts(context: Context, base: list[Made]) -> None:
    put(context, base)
    with context.database.read() as connection:
        stages = of_period(context.settings.journeys[0], cohorts.entries(connection, SPAN, EVERYBODY))
    progress = Progress("period", SPAN, "in a span", stages)
    for stage in stages:
        assert stage.reached == stage.went_on + stage.still + stage.left
        counts = {"reached": stage.reached, "went on": stage.went_on, "still": stage.still, "left": stage.left}
        assert {state: opens(context, progress.behind(stage, state)) for state in counts} == counts  # type: ignore[arg-type]


@over_bases
@given(bases)
def test_groups_of_a_cohort_add_up_to_the_whole(context: Context, base: list[Made]) -> None:
    put(context, base)
    journey = context.settings.journeys[0]
    with context.database.read() as connection:
        whole = of_cohort(journey, cohorts.reaches(connection, SPAN, EVERYBODY))
        for name in ("owner", "source", "entry"):
            parts = groups(journey, cohorts.reaches(connection, SPAN, EVERYBODY, name))
            for place, stage in enumerate(whole):
                assert stage.reached == sum(part[place].reached for part in parts.values())
                assert stage.still == sum(part[place].still for part in parts.values())
    assert all(before.went_on == after.reached for before, after in pairwise(whole))


@over_bases
@given(bases)
def test_a_cohort_is_who_entered_in_the_span(context: Context, base: list[Made]) -> None:
    put(context, base)
    expected = [
        max(stage for _, stage in made.moves)
        for made in base
        if not made.deleted and made.moves and SPAN.since <= hours_ago(made.moves[0][0]) < SPAN.until
    ]
    with context.database.read() as connection:
        stages = of_cohort(context.settings.journeys[0], cohorts.reaches(connection, SPAN, EVERYBODY))
    assert [stage.reached for stage in stages] == [sum(furthest >= n for furthest in expected) for n in range(1, 7)]


@over_bases
@given(bases)
def test_each_flow_opens_whom_it_counts(context: Context, base: list[Made]) -> None:
    put(context, base)
    with context.database.read() as connection:
        moves = cohorts.flows(connection, SPAN, EVERYBODY)
    for flow in moves:
        question = behind("moved", "moved", {**SPAN.values, "source": flow.source, "target": flow.target})
        assert opens(context, question) == flow.prospects


@over_bases
@given(bases)
def test_the_map_of_any_base_adds_up(context: Context, base: list[Made]) -> None:
    put(context, base)
    made = report(context, "map", "2026-W20", None, Options("Deal"))
    flows = next(block for block in made.blocks if isinstance(block, Flows))
    here, left = (sum(getattr(stage, part) for stage in flows.stages) for part in ("still", "left"))
    assert here + left == flows.stages[0].reached
    for flow in flows.flows:
        assert flow.behind is not None
        assert opens(context, flow.behind) == flow.moves


@over_bases
@given(bases)
def test_every_stay_that_ended_is_counted_once(context: Context, base: list[Made]) -> None:
    put(context, base)
    ended = 0
    for made in base:
        stages: list[tuple[int, int]] = []
        for hours, stage in made.moves:
            if not stages or stages[-1][1] != stage:
                stages.append((hours, stage))
        if not made.deleted:
            ended += sum(SPAN.since <= hours_ago(hours) < SPAN.until for hours, _ in stages[1:])
    with context.database.read() as connection:
        stays = cohorts.stays_ended(connection, SPAN, EVERYBODY)
    assert sum(stay.count for stay in stays) == ended
    assert all(stay.hours >= 0 for stay in stays)


@over_bases
@given(bases)
def test_calls_add_up_by_outcome_rep_and_hour(context: Context, base: list[Made]) -> None:
    put(context, base)
    since, until = SPAN.since, SPAN.until
    with context.database.read() as connection:
        figures = call_figures(activity.calls(connection, since, until))
        hours = by_hour(activity.call_slots(connection, since, until), context.settings.time_zone)
        [weeks] = activity.calls_of_spans(connection, [(since, until)])
        types = activity.touches_by_type(connection, since, until)
    total = sum(since <= hours_ago(each) < until for made in base for each, _ in made.calls)
    assert (
        figures.total == total == sum(count for _, count in figures.by_outcome) == sum(weeks.values()) == types.get("Call", 0)
    )
    assert total == sum(rep.calls for rep in figures.by_rep) == sum(map(sum, hours.counts)) + hours.untimed == sum(hours.by_day)
    assert figures.reached.part == sum(rep.reached.part for rep in figures.by_rep)
    assert hours.untimed or figures.reached.part == sum(share.part for share in hours.reached)


def test_who_used_the_product_is_whom_the_figure_counts(context: Context) -> None:
    plain = Made("Active", "CUSTOMER", "Amaia Etxarri", None, None, False, (), ())
    put(context, [plain] * 12)
    with context.database.write() as connection:
        for number in range(1, 8):
            sql.run(
                connection,
                "INSERT INTO usage (key, prospect, date, api_calls, error_rate, deleted, created_at) VALUES (?, ?, ?, ?, 0, 0, ?)",
                (f"U{number}", number, f"2026-05-{11 + number % 7:02d}", number - 1, hours_ago(0)),
            )
    made = report(context, "engagement", "2026-W20")
    active, weekly = made.tiles.tiles[:2]
    assert (active.value, weekly.value, weekly.delta) == ("6", "50%", "6 without a call")
    assert active.behind is not None
    assert weekly.behind is not None
    assert opens(context, active.behind) == 6
    assert opens(context, weekly.behind) == 6
