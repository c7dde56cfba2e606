"""Every kind of block says what it found, what it shows, and gives its figures as a table and as CSV."""

from dataclasses import replace

import pytest

from journeydesk.reports.blocks.block import Block
from journeydesk.reports.blocks.columns import Columns, Stand
from journeydesk.reports.blocks.forecast import Forecast
from journeydesk.reports.blocks.heat_map import HeatMap
from journeydesk.reports.blocks.series import Curve, Series
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Tiles
from journeydesk.reports.blocks.waterfall import Step
from tests.report_samples import (
    BARS,
    BLOCKS,
    COLUMNS,
    EURO,
    FIT,
    FLOWS,
    FORECAST,
    FUNNEL,
    HEAT_MAP,
    RANGES,
    SERIES,
    TABLE,
    TILES,
    WATERFALL,
)

FINDINGS: list[tuple[Block, str]] = [
    (TILES, "1 of 2 measures are on target."),
    (replace(TILES, tiles=TILES.tiles[2:]), "No measure has a target and data."),
    (WATERFALL, "It grew by €1,040, mostly new."),
    (replace(WATERFALL, steps=WATERFALL.steps[4:], closing=Step("Closing", 1_865_000)), "It fell by €1,190, mostly lost."),
    (replace(WATERFALL, steps=(), closing=Step("Closing", 1_984_000)), "Closing is what opening was: €19,840."),
    (HEAT_MAP, "Most calls are on Mon at 11: 7 of 186."),
    (HeatMap(across=("8",), down=("Mon",), counts=((0,),), counted="Calls"), "No data."),
    (FIT, "Fit score rose from 31% to 43%."),
    (replace(FIT, curves=(Curve("Fit score", (*[44.0] * 11, 40.0)),)), "Fit score fell from 44% to 40%."),
    (replace(FIT, curves=(Curve("Fit score", (40.0,) * 12),)), "Fit score stayed at 40%."),
    (replace(FIT, curves=(Curve("Fit score", (None,) * 12),)), "No data."),
    (FORECAST, "6 of the last 8 landed inside the forecast."),
    (Forecast(points=(), unit=EURO, over="Week"), "No data."),
    (FLOWS, "Most leave from Discovery: 298 of 741."),
    (replace(FLOWS, stages=(replace(FLOWS.stages[5]),), flows=()), "Nobody left."),
    (FUNNEL, "Most are lost after Discovery: 434."),
    (replace(FUNNEL, stages=FUNNEL.stages[5:]), "Nobody was lost."),
    (RANGES, "The slowest quarter is over the limit in Exploration."),
    (replace(RANGES, ranges=RANGES.ranges[:1]), "No stage is over its limit."),
    (BARS, "Reached is first with 71."),
    (replace(BARS, bars=BARS.bars[3:]), "No data."),
    (COLUMNS, "28 answers."),
    (Columns(names="Day", measure="Answers", bars=()), "No data."),
    (TABLE, "2 lines."),
    (replace(TABLE, lines=()), "No data."),
]


@pytest.mark.parametrize(("block", "words"), FINDINGS)
def test_a_block_says_what_it_found(block: Block, words: str) -> None:
    assert block.finding == words


ALTERNATIVES: list[tuple[Block, str]] = [
    (TILES, "Fit score 43% (close), Testimonials 6 (on target), Lost MRR no data (no data)."),
    (
        WATERFALL,
        "The pipeline grew €1,040, mostly from nine new deals: Opening €19,840, "
        "new +€2,480, grown +€720, shrunk −€410, won −€560, lost −€1,190, Closing €20,880.",
    ),
    (
        HEAT_MAP,
        "Calls from 10 to 12 reach most people: 186 calls. By row: Mon 35, Tue 41, Wed 34, Thu 42, Fri 34. "
        "By column: 8 13, 9 22, 10 30, 11 28, 12 8, 13 9, 14 22, 15 27, 16 20, 17 7.",
    ),
    (
        replace(FIT, labels=("W19", "W20"), curves=(Curve("Fit score", (42, None)),)),
        "The fit score passed its must in week 17 and needs two points more. Fit score: W19 42%. Levels: target 45%, must 40%.",
    ),
    (
        replace(FORECAST, points=FORECAST.points[1:3]),
        "1 of the last 2 landed inside the forecast. W14: €180, inside, €130 to €450 expected, "
        "W15: €520, outside, €150 to €480 expected.",
    ),
    (
        replace(FLOWS, stages=FLOWS.stages[4:], flows=FLOWS.flows[4:5]),
        "Most leave from Construction: 18 of 18. Construction 168 reached, 41 there now, 18 left, "
        "Mastery 109 reached, 109 there now, 0 left. Moves: Construction → Mastery 109.",
    ),
    (
        FUNNEL,
        "Half of those who reach Exploration do not reach Commitment: Discovery 1,240, Exploration 806, Commitment 411, "
        "Planning 247, Construction 168, Mastery 109. Most are lost after Discovery.",
    ),
    (
        RANGES,
        "Median days in stage: Discovery 6 days, Exploration 9 days, Commitment no data. Over the limit: Exploration.",
    ),
    (BARS, "Reached is first with 71: Reached 71, No answer 68, Voicemail 27, Research fewer than 10."),
    (replace(COLUMNS, bars=COLUMNS.bars[8:], groups=()), "Promoters outnumber detractors by 42 points: 9 10, 10 12."),
    (TABLE, "19 late deals hold 64% of expected MRR: 2 lines."),
]


@pytest.mark.parametrize(("block", "words"), ALTERNATIVES)
def test_a_block_says_its_figures_to_who_cannot_see(block: Block, words: str) -> None:
    assert block.alternative == words


def test_the_words_of_a_report_take_the_place_of_the_kinds() -> None:
    block = replace(BARS, sentence="Most calls reach someone.", spoken="71 of 166 calls.")
    assert (block.finding, block.heading, block.alternative) == (
        "Most calls reach someone.",
        "Most calls reach someone",
        "71 of 166 calls.",
    )


def test_without_a_title_the_finding_is_the_heading() -> None:
    assert FORECAST.heading == "6 of the last 8 landed inside the forecast"
    assert TABLE.heading == "19 late deals hold 64% of expected MRR"


def test_on_paper_a_note_may_read_otherwise() -> None:
    assert BARS.page(300)["note"] == "calls by outcome"
    assert replace(BARS, paper_note="").page(300)["note"] == ""


@pytest.mark.parametrize("block", [TILES, *BLOCKS], ids=lambda block: block.kind)
def test_every_row_of_a_table_is_as_wide_as_its_head(block: Block) -> None:
    table = block.table()
    assert len(table) > 1
    assert {len(row) for row in table} == {len(table[0])}
    assert all(isinstance(cell, str) for row in table for cell in row)


@pytest.mark.parametrize("block", [TILES, *BLOCKS], ids=lambda block: block.kind)
def test_every_csv_row_names_its_part_and_its_figure(block: Block) -> None:
    rows = block.rows()
    assert rows
    assert len({row[0] for row in rows}) == 1
    assert all(row[0] and row[1] for row in rows)


TABLES: list[tuple[Block, int, tuple[str, ...]]] = [
    (TILES, 1, ("Fit score", "43%", "45%", "+3 pt vs April", "Close")),
    (WATERFALL, 0, ("Step", "Amount", "Of")),
    (WATERFALL, 2, ("New", "2480.00", "9 deals")),
    (WATERFALL, 7, ("Closing", "20880.00", "67 deals")),
    (HEAT_MAP, 1, ("Mon", "2", "4", "6", "7", "2", "1", "4", "5", "3", "1")),
    (HEAT_MAP, 6, ("Calls", "13", "22", "30", "28", "8", "9", "22", "27", "20", "7")),
    (HEAT_MAP, 7, ("Reach", "23%", "32%", "53%", "54%", "–", "–", "36%", "33%", "30%", "–")),
    (FIT, 12, ("W20", "43")),
    (SERIES, 0, ("Day", "actual", "expected (P50)", "even pace", "8 in 10 outcomes, low", "8 in 10 outcomes, high")),
    (SERIES, 17, ("17 May", "990.00", "990.00", "853.33", "990.00", "990.00")),
    (FORECAST, 1, ("W13", "120.00", "260.00", "430.00", "210.00")),
    (FLOWS, 6, ("Discovery", "Commitment", "34")),
    (FLOWS, 11, ("Discovery", "still there", "136")),
    (FLOWS, 12, ("Discovery", "left", "298")),
    (FUNNEL, 2, ("Exploration", "806", "51.0%", "395")),
    (FUNNEL, 6, ("Mastery", "109", "", "")),
    (RANGES, 2, ("Exploration", "5.0", "9.4", "17.0", "15")),
    (RANGES, 3, ("Commitment", "", "", "", "")),
    (BARS, 4, ("Research", "fewer than 10")),
    (COLUMNS, 9, ("9", "10")),
    (TABLE, 0, ("Deal stage", "Open", "Expected")),
]


@pytest.mark.parametrize(("block", "place", "row"), TABLES)
def test_a_copy_of_the_table_holds_the_exact_figures(block: Block, place: int, row: tuple[str, ...]) -> None:
    assert block.table()[place] == row


ROWS: list[tuple[Block, int, tuple[str, ...]]] = [
    (TILES, 1, ("Measure", "Testimonials", "6", "5", "+1 vs April", "On target")),
    (WATERFALL, 0, ("Pipeline", "Opening", "19840.00", "", "", "64 deals")),
    (WATERFALL, 5, ("Pipeline", "Lost", "", "", "-1190.00", "4 deals")),
    (WATERFALL, 6, ("Pipeline", "Closing", "20880.00", "", "", "67 deals")),
    (HEAT_MAP, 13, ("Calls from 10 to 12 reach most people", "Tue 11", "6", "", "", "")),
    (FIT, 0, (FIT.title, "W9", "31", "", "", "Fit score")),
    (FIT, 13, (FIT.title, "must", "", "40", "", "")),
    (SERIES, 20, (SERIES.title, "21 May", "", "", "", "actual")),
    (FORECAST, 2, ("6 of the last 8 landed inside the forecast", "W15", "520.00", "300.00", "", "outside")),
    (FORECAST, 3, ("6 of the last 8 landed inside the forecast", "W16", "240.00", "320.00", "", "inside")),
    (FLOWS, 7, ("Journey", "Commitment → Exploration", "23", "", "", "moves")),
    (FLOWS, 10, ("Journey", "Discovery", "1240", "", "", "reached")),
    (FLOWS, 12, ("Journey", "Discovery", "298", "", "", "left")),
    (FUNNEL, 0, ("Funnel", "Discovery", "1240", "", "0.6500", "")),
    (RANGES, 1, ("Time in stage", "Exploration", "9.40", "15", "", "")),
    (RANGES, 2, ("Time in stage", "Commitment", "", "", "", "")),
    (BARS, 0, ("Outcome", "Reached", "71.0000", "", "", "")),
    (COLUMNS, 6, ("Score", "7", "3", "", "", "before")),
    (COLUMNS, 8, ("Score", "9", "10", "", "", "current")),
    (TABLE, 3, ("19 late deals hold 64% of expected MRR", "In review", "€824", "", "", "Expected")),
]


@pytest.mark.parametrize(("block", "place", "row"), ROWS)
def test_the_csv_holds_the_exact_figures(block: Block, place: int, row: tuple[str, ...]) -> None:
    assert block.rows()[place] == row


def test_bars_with_counts_have_count_and_change() -> None:
    bars = (replace(BARS.bars[0], count=212, change=6), replace(BARS.bars[1], count=96, change=-3), BARS.bars[2])
    block = replace(BARS, counted="Leads", against="vs W19", bars=(*bars, replace(BARS.bars[3], change=0)))
    assert block.table() == [
        ("Outcome", "Leads", "Calls", "vs W19"),
        ("Reached", "212", "71", "+6 pt"),
        ("No answer", "96", "68", "−3 pt"),
        ("Voicemail", "0", "27", ""),
        ("Research", "0", "fewer than 10", "±0 pt"),
    ]
    assert block.rows()[1] == ("Outcome", "No answer", "68.0000", "", "-3", "96")
    assert [bar["change"] for bar in block.page(300)["bars"]] == ["+6 pt", "−3 pt", "–", "±0 pt"]


def test_a_forecast_still_open_is_neither_in_nor_out() -> None:
    point = replace(FORECAST.points[0], actual=None)
    block = replace(FORECAST, points=(point,))
    assert not point.inside
    assert block.finding == "No data."
    assert block.table()[1] == ("W13", "120.00", "260.00", "430.00", "")
    assert block.rows()[0][2:] == ("", "260.00", "", "")
    assert "€120 to €430 expected" in block.alternative


def test_the_ends_of_a_forecast_are_inside() -> None:
    low, high = (replace(FORECAST.points[0], actual=amount) for amount in (12_000, 43_000))
    assert low.inside
    assert high.inside
    assert not replace(low, actual=11_999).inside
    assert not replace(high, actual=43_001).inside


def test_a_forecast_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="not in order"):
        replace(FORECAST.points[0], low=30_000)
    with pytest.raises(ValueError, match="not in order"):
        replace(FORECAST.points[0], high=25_000)


def test_a_table_refuses_a_line_of_another_width() -> None:
    with pytest.raises(ValueError, match="2 columns, but a line of 1"):
        Table(title="Deals", columns=(Column("A"), Column("B")), lines=(Line(("only",)),))


def test_a_series_refuses_a_curve_of_other_length() -> None:
    with pytest.raises(ValueError, match="2 points in time"):
        Series(labels=("a", "b"), curves=(Curve("x", (1.0,)),), unit=EURO, over="Day")


def test_a_columns_total_leaves_out_the_period_before() -> None:
    block = Columns(names="Day", measure="Calls", bars=(Stand("Mo", 5, "before"), Stand("Tu", 3), Stand("We", 4, "outlined")))
    assert (block.total, block.most) == (7, 5.0)
    assert replace(block, target=8.0).most == 8.0
    assert block.rows()[0] == ("Day", "Mo", "5", "", "", "before")
    assert replace(block, target=8.0).rows()[1] == ("Day", "Tu", "3", "8.0", "", "current")


def test_captions_of_a_funnel_tell_rate_and_loss() -> None:
    assert [stage.caption for stage in FUNNEL.stages[:2]] == [
        "↓ 65% go on · 434 drop off · largest loss",
        "↓ 51% go on · 395 drop off",
    ]
    few = replace(FUNNEL.stages[0], go_on=None, largest_loss=False)
    assert few.caption == "↓ fewer than 10 · 434 drop off"
    assert FUNNEL.stages[5].caption == ""


def test_cards_are_the_first_tiles() -> None:
    assert [tile.label for tile in TILES.cards] == ["Fit score", "Testimonials"]
    assert len(Tiles(tiles=TILES.tiles * 3).cards) == 4


def test_a_tile_on_paper_has_its_change_without_the_period() -> None:
    rows = TILES.page(500)["rows"]
    assert [row["change"] for row in rows] == ["+3 pt", "+1", "no comparison with April"]
    assert all("behind" not in row for row in rows)
