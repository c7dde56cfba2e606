"""Parts add up to the whole, whatever the numbers; what does not is refused."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.funnel import Funnel, FunnelStage
from journeydesk.reports.blocks.heat_map import HeatMap, Strip
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.blocks.tiles import State
from journeydesk.reports.blocks.waterfall import Step, Waterfall
from journeydesk.reports.drawing import Box
from journeydesk.reports.judging import state_of
from journeydesk.reports.scale import Unit, scale
from tests.report_samples import FLOWS, FUNNEL, HEAT_MAP, WATERFALL

AMOUNTS = st.integers(-10_000_000, 10_000_000)
CENTS = Unit("€", decimals=2)


def waterfall(opening: int, amounts: list[int]) -> Waterfall:
    steps = tuple(Step(f"Step {n}", amount) for n, amount in enumerate(amounts))
    closing = Step("Closing", opening + sum(amounts))
    return Waterfall(opening=Step("Opening", opening), steps=steps, closing=closing, unit=CENTS)


@given(AMOUNTS, st.lists(AMOUNTS, max_size=8))
def test_a_waterfalls_csv_adds_up_to_the_cent(opening: int, amounts: list[int]) -> None:
    rows = waterfall(opening, amounts).rows()
    cents = [round(float(row[2] or row[4]) * 100) for row in rows]
    assert sum(cents[:-1]) == cents[-1]


@given(AMOUNTS, st.lists(AMOUNTS, max_size=8), st.integers(1, 1000))
def test_a_waterfall_that_does_not_add_up_is_refused(opening: int, amounts: list[int], off: int) -> None:
    block = waterfall(opening, amounts)
    with pytest.raises(ValueError, match="not"):
        replace(block, closing=Step("Closing", block.closing.amount + off))


@given(AMOUNTS, st.lists(AMOUNTS, max_size=8))
def test_a_waterfalls_levels_are_inside_its_axis(opening: int, amounts: list[int]) -> None:
    block = waterfall(opening, amounts)
    drawing = block.draw(500, 215)
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert len(drawing.parts) == len(amounts) + 2
    assert all(box.height >= 0 for box in boxes)
    assert min(box.y for box in boxes) >= 23.9
    assert max(box.y for box in boxes) <= 215 - 42 + 0.1


@given(st.integers(0, 10**7), st.lists(AMOUNTS, min_size=1, max_size=6))
def test_each_step_begins_where_the_last_one_ended(opening: int, amounts: list[int]) -> None:
    levels = waterfall(opening, amounts).levels()
    assert levels[0] == opening
    assert [after - before for before, after in pairwise(levels)] == amounts


def test_an_axis_that_starts_above_zero_is_said() -> None:
    assert WATERFALL.subtitle == "value a month, EUR, axis starts at €18k"
    assert waterfall(0, [500_000]).subtitle == ""
    assert waterfall(100_000, [500_000]).subtitle == ""


GRIDS = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 500), min_size=width, max_size=width), min_size=1, max_size=7)
)


@given(GRIDS)
def test_rows_and_columns_of_a_heat_map_have_one_sum(grid: list[list[int]]) -> None:
    across, down = tuple(str(n) for n in range(len(grid[0]))), tuple(f"row {n}" for n in range(len(grid)))
    block = HeatMap(across=across, down=down, counts=tuple(tuple(row) for row in grid), counted="Calls")
    assert block.total == sum(map(sum, grid)) == sum(int(row[2]) for row in block.rows())
    assert [sum(row[place] for row in grid) for place in range(len(across))] == list(block.totals)
    assert len(block.draw(300, 215).parts) == len(grid) * len(grid[0])


def test_a_heat_map_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="other counts"):
        replace(HEAT_MAP, down=("Mon",))
    with pytest.raises(ValueError, match="other counts"):
        replace(HEAT_MAP, strips=(Strip("Reach", ("1%",)),))
    with pytest.raises(ValueError, match="below zero"):
        HeatMap(across=("8",), down=("Mon",), counts=((-1,),), counted="Calls")


STAGES = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=6)


@given(STAGES, st.integers(0, 50))
def test_who_reached_a_stage_went_on_stayed_or_left(parts: list[tuple[int, int]], last: int) -> None:
    stages = [FlowStage(len(parts) + 1, "end", last, last, 0)]
    for number, (still, left) in reversed(list(enumerate(parts, 1))):
        stages.insert(0, FlowStage(number, f"stage {number}", stages[0].reached + still + left, still, left))
    block = Flows(stages=tuple(stages), flows=tuple(Flow(n, n + 1, stages[n].reached) for n in range(1, len(stages))))
    counts = {(row[1], row[5]): int(row[2]) for row in block.rows()}
    assert stages[0].reached == sum(count for (_, state), count in counts.items() if state in {"still there", "left"})
    assert all(part.width > 0 and part.height > 0 for part in block.draw(700, 480).parts)


def test_flows_that_do_not_add_up_are_refused() -> None:
    wrong = (replace(FLOWS.stages[0], still=137), *FLOWS.stages[1:])
    with pytest.raises(ValueError, match="1240 is not 806 on, 137 still there, 298 left"):
        replace(FLOWS, stages=wrong)
    with pytest.raises(ValueError, match="no stage"):
        replace(FLOWS, flows=(Flow(1, 9, 4),))
    with pytest.raises(ValueError, match="no stage"):
        replace(FLOWS, flows=(Flow(2, 2, 4),))


def test_flows_are_as_wide_as_their_moves() -> None:
    boxes = [shape for shape in FLOWS.draw(700, 480).shapes if isinstance(shape, Box) and shape.fill == "line2"]
    widths = [box.height for box in boxes]
    assert len(widths) == 5
    assert [width / widths[0] for width in widths] == pytest.approx([moves / 772 for moves in (772, 358, 228, 168, 109)])


def test_a_flow_says_how_it_went() -> None:
    words = [part.words for part in FLOWS.draw(700, 480).parts]
    assert words[0] == "Discovery → Exploration: 772 moved on"
    assert words[5] == "1 Discovery: 1,240 reached it, 136 are there now, 298 left"
    assert words[11] == "Discovery → Commitment: 34 skipped a stage"
    assert words[13] == "Commitment → Exploration: 23 moved back"


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=6).map(lambda counts: sorted(counts, reverse=True)))
def test_losses_of_a_funnel_sum_to_first_less_last(counts: list[int]) -> None:
    drops = [before - after for before, after in pairwise(counts)] + [0]
    stages = tuple(
        FunnelStage(number, f"stage {number}", count, None, drop)
        for number, (count, drop) in enumerate(zip(counts, drops, strict=True), 1)
    )
    block = Funnel(title="Funnel", stages=stages)
    assert sum(stage.drop_off for stage in block.stages) == counts[0] - counts[-1]
    assert block.most == counts[0]


def test_a_funnel_that_does_not_add_up_is_refused() -> None:
    first, *others = FUNNEL.stages
    with pytest.raises(ValueError, match="1240 − 435 is not 806"):
        replace(FUNNEL, stages=(replace(first, drop_off=435), *others))
    with pytest.raises(ValueError, match="434 dropped off, 435 of them still there"):
        replace(FUNNEL, stages=(replace(first, still=435), *others))
    with pytest.raises(ValueError, match="-1 dropped off"):
        Funnel(title="Funnel", stages=(FunnelStage(1, "a", 1, None, -1), FunnelStage(2, "b", 2, None, 0)))


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(1, 6))
def test_an_axis_holds_both_ends_at_round_numbers(low: float, spread: float, lines: int) -> None:
    axis = scale(low, low + spread, lines)
    slack = axis.step * 1e-6
    assert axis.low - slack <= low <= low + spread <= axis.high + slack
    ticks = axis.ticks()
    assert ticks[0] == pytest.approx(axis.low)
    assert ticks[-1] == pytest.approx(axis.high, abs=slack)
    assert 2 <= len(ticks) <= lines + 4


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [(0, 100, [0, 50, 100]), (0, 7, [0, 2.5, 5, 7.5]), (18, 23, [18, 20, 22, 24]), (0, 0, [0, 0.5, 1]), (-5, 5, [-5, 0, 5])],
)
def test_an_axis_takes_round_steps(low: float, high: float, ticks: list[float]) -> None:
    assert scale(low, high).ticks() == pytest.approx(ticks)


@pytest.mark.parametrize(
    ("unit", "amount", "words", "signed", "axis", "exact"),
    [
        (CENTS, 248_000, "€2,480", "+€2,480", "€2,480", "2480.00"),
        (CENTS, -41_050, "−€410.50", "−€410.50", "−€410.50", "-410.50"),
        (CENTS, 1_800_000, "€18,000", "+€18,000", "€18k", "18000.00"),
        (CENTS, 0, "€0", "€0", "€0", "0.00"),
        (Unit(after="%"), 43, "43%", "+43%", "43%", "43"),
        (Unit(after="%"), 42.5, "42.5%", "+42.5%", "42.5%", "42.5"),
        (Unit(), 12_500, "12,500", "+12,500", "12.5k", "12500"),
        (Unit(), -20_000, "−20,000", "−20,000", "−20k", "-20000"),
        (Unit("KD ", decimals=3), 1_500, "KD 1.500", "+KD 1.500", "KD 1.500", "1.500"),
    ],
)
def test_an_amount_is_written_in_its_unit(unit: Unit, amount: float, words: str, signed: str, axis: str, exact: str) -> None:
    assert (unit.words(amount), unit.signed(amount), unit.axis(amount), unit.exact(amount)) == (words, signed, axis, exact)


@pytest.mark.parametrize(
    ("value", "less", "state"),
    [
        (100, False, "On target"),
        (90, False, "Close"),
        (89.9, False, "Below"),
        (0, False, "Below"),
        (None, False, "No data"),
        (100, True, "On target"),
        (0, True, "On target"),
        (111, True, "Close"),
        (112, True, "Over"),
        (None, True, "No data"),
    ],
)
def test_a_figure_is_judged_against_its_target(value: float | None, less: bool, state: State) -> None:
    assert state_of(value, 100, 0.9, less_is_better=less) == state
