"""Every page of every report as it is set: no text over text, nothing beyond the margins, no page mostly empty, heads repeated, and about
as much ink as when somebody looked at it last.

What is measured holds on any machine; pictures that are compared bit by bit would not.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from journeydesk.reports.blocks.columns import Columns
from journeydesk.reports.blocks.heat_map import HeatMap
from journeydesk.reports.blocks.stages import Stages
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.catalogue import NAMES, find
from journeydesk.reports.document import Paper
from journeydesk.reports.pdf import write_pdf
from journeydesk.reports.report import Report
from journeydesk.reports.shared.activity import by_hour
from journeydesk.reports.weekly.activity_blocks import hours_block
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import compute
from journeydesk.storage.reports.activity import Slot
from tests.integration.reports.page_geometry import Page, pages
from tests.report_bases import all_kinds, put
from tests.workspaces import workspace

MARGIN = 40.0
"""Points that stay free at the left and the right; a letter may lean a little beyond the column that ends at 45."""

FOOT = 60.0
"""Points at the lower edge where only the page's foot stands."""

LOOKED_AT = Path(__file__).with_name("rendered_pages.json")
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Sixty prospects of all kinds, some with long names and large amounts."""
    folder: Path = tmp_path_factory.mktemp("rendered")
    with workspace(folder / "w") as opened:
        put(opened, all_kinds(60, each_worth=1_000_000))
        yield opened


@pytest.fixture(scope="module", params=NAMES)
def report(request: pytest.FixtureRequest, context: Context) -> Report:
    spec = find(request.param)
    return compute(context, spec, spec.cadence.period_of(context.today()).previous().name)


@pytest.fixture(scope="module", params=PAPERS)
def rendered(request: pytest.FixtureRequest, report: Report, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages(write_pdf(report, tmp_path_factory.mktemp("pages") / "a.pdf", request.param))


def test_no_text_stands_over_text(rendered: list[Page]) -> None:
    over = [
        (number, one, other)
        for number, page in enumerate(rendered, 1)
        for one, other in combinations(page.boxes, 2)
        if one.overlap(other) > 0.1
    ]
    assert over == []


def test_nothing_stands_beyond_the_margins(rendered: list[Page]) -> None:
    beyond = [
        (number, box)
        for number, page in enumerate(rendered, 1)
        for box in page.boxes
        if box.left < MARGIN or box.right > page.width - MARGIN or box.top < 20 or box.bottom > page.height - 20
    ]
    assert beyond == []


def test_no_page_but_the_last_ends_in_its_upper_half(rendered: list[Page]) -> None:
    lowest = [max(box.bottom for box in page.boxes if box.bottom < page.height - FOOT) / page.height for page in rendered]
    assert all(each > 0.5 for each in lowest[:-1])
    assert len(lowest) == 1 or lowest[-1] > 0.35


@pytest.mark.parametrize("count", [34, 41, 47, 52, 58, 95])
def test_no_few_lines_have_the_last_page_to_themselves(count: int, context: Context, tmp_path: Path) -> None:
    """However many rows a list has: they stand closer, or further apart."""
    made = compute(context, find("gated"), "2026-04")
    line = Line(("Greyfriar Institute", "48"))
    table = Table(
        title="Rows", columns=(Column("Company"), Column("Score", number=True, width=40)), lines=(line,) * count, listing=True
    )
    shown = pages(write_pdf(replace(made, appendix=(table,)), tmp_path / "a.pdf"))
    assert len(shown) > 1
    last = shown[-1]
    assert max(box.bottom for box in last.boxes if box.bottom < last.height - FOOT) > 0.35 * last.height


def test_no_figure_is_broken_over_two_lines(report: Report, tmp_path: Path) -> None:
    """Values, targets and changes of the measures, and numbers in tables."""
    lines = {words.strip() for page in pages(write_pdf(report, tmp_path / "a.pdf")) for words in page.text.splitlines()}
    text = "\n".join(lines)
    written = [words for tile in report.tiles.tiles for words in (tile.value, tile.target)]
    for block in (*report.blocks, *report.breakdown, *report.appendix):
        for table in block.all_of_them():
            if isinstance(table, Table):
                numbers = [place for place, column in enumerate(table.columns) if column.number and not column.paired]
                written += [line.cells[place] for line in table.lines for place in numbers]
    assert [words for words in dict.fromkeys(written) if words not in text] == []


def test_a_long_change_leaves_its_measure_a_place(context: Context, tmp_path: Path) -> None:
    made = compute(context, find("acquisition"), "2026-W20")
    tile = replace(
        made.tiles.tiles[0],
        value="+€1,298,797,950.55",
        compared="no comparison with the four weeks before that",
        target="€9,000",
    )
    wide = replace(made, tiles=replace(made.tiles, tiles=(tile,)))
    [first, *_] = pages(write_pdf(wide, tmp_path / "a.pdf"))
    assert "+€1,298,797,950.55" in first.text
    assert [box for box in first.boxes if box.right > first.width - MARGIN] == []


def test_columns_of_words_leave_the_first_a_place(context: Context, tmp_path: Path) -> None:
    """Long words in every column: the name is broken, and nothing stands over it."""
    made = compute(context, find("weekly"), "2026-W20")
    columns = (
        Column("Company", look="strong"),
        *(Column(f"C{place}", width=width) for place, width in enumerate((104, 84, 56, 106))),
    )
    line = Line(
        (
            "Tarn and Tallow Holdings",
            "Payment of 12 November failed",
            "Joonas Lehtovaara-Etxarri",
            "17 November",
            "Ask for another card today",
        )
    )
    table = Table(title="Long", columns=columns, lines=(line,) * 3)
    shown = pages(write_pdf(replace(made, appendix=(table,)), tmp_path / "a.pdf"))
    over = [(one, other) for page in shown for one, other in combinations(page.boxes, 2) if one.overlap(other) > 0.05]
    assert over == []


def test_every_page_has_the_head_and_the_foot(rendered: list[Page], report: Report) -> None:
    for number, page in enumerate(rendered, 1):
        assert f"Page {number} of {len(rendered)}" in page.text
        assert (report.head.series if number == 1 else report.head.running) in page.text


def test_the_heads_of_a_table_that_goes_on_are_repeated(context: Context, tmp_path: Path) -> None:
    spec = find("weekly")
    made = compute(context, spec, spec.cadence.period_of(context.today()).previous().name)
    table = next(block for block in made.blocks if isinstance(block, Table) and len(block.lines) > 3)
    columns = (Column("Only here"), *table.columns[1:])
    long = replace(table, columns=columns, lines=tuple(table.lines) * 20, half=False)
    shown = [page for page in pages(write_pdf(replace(made, appendix=(long,)), tmp_path / "a.pdf")) if "Only here" in page.text]
    lines = [page.text.count(table.lines[0].cells[0]) for page in shown]
    assert len(shown) > 1
    assert sum(lines) >= 20


def test_pages_are_as_they_were_looked_at(rendered: list[Page], report: Report, request: pytest.FixtureRequest) -> None:
    """Pages, and of each how much text stands on it, within a fifth: more means that something moved, and wants to be looked at."""
    known = json.loads(LOOKED_AT.read_text(encoding="utf-8"))
    [paper] = [each for each in PAPERS if f"{each}" in request.node.name]
    name = f"{report.head.name} {paper}"
    now = [round(sum(box.area for box in page.boxes) / (page.width * page.height), 4) for page in rendered]
    assert len(now) == len(known[name]), now
    assert now == pytest.approx(known[name], rel=0.2, abs=0.004)


def test_large_figures_stay_within_the_page(context: Context, tmp_path: Path) -> None:
    """A pipeline of milliards, calls around the clock, and a cohort of a hundred thousand."""
    made = _large(compute(context, find("weekly"), "2026-W20"))
    shown = pages(write_pdf(made, tmp_path / "a.pdf"))
    over = [
        (number, one, other)
        for number, page in enumerate(shown, 1)
        for one, other in combinations(page.boxes, 2)
        if one.overlap(other) > 0.02
    ]
    assert over == []
    assert [box for page in shown for box in page.boxes if box.right > page.width - MARGIN] == []


def _large(made: Report) -> Report:
    tiles = tuple(replace(each, value="€98,797,950,545") if each.label == "Pipeline" else each for each in made.tiles.tiles)
    slots = [Slot(f"2026-05-{11 + day}T{hour:02d}:05", 134, 90) for day in range(7) for hour in range(24)]
    blocks = []
    for block in made.blocks:
        if isinstance(block, Stages):
            stages = [replace(each, went_on=100_000, still=20_000, left=3_456) for each in block.stages]
            block = replace(block, stages=tuple(stages))
        elif isinstance(block, HeatMap | Columns) and "hour" in block.part:
            block = hours_block(by_hour(slots, ZoneInfo("Europe/Berlin")))
        blocks.append(block)
    return replace(made, tiles=replace(made.tiles, tiles=tiles), blocks=tuple(blocks))


def test_a_currency_without_a_sign_stands_apart_from_its_amounts(context: Context, tmp_path: Path) -> None:
    made = compute(context, find("weekly"), "2026-W20")
    [money] = [block for block in made.blocks if isinstance(block, Table) and block.part == "MRR"]
    lines = (Line(("KWD", "1,116,500.000", "±0", "±0", "±0", "±0", "±0", "16,500.000")),)
    blocks = tuple(replace(block, lines=lines) if block is money else block for block in made.blocks)
    shown = pages(write_pdf(replace(made, blocks=blocks), tmp_path / "a.pdf"))
    [page] = [page for page in shown if "116,500.000" in page.text]
    codes = [box for box in page.boxes if box.left < MARGIN + 6 and box.right < MARGIN + 34]
    beside = [box for box in page.boxes if any(abs(box.bottom - code.bottom) < 1 and box.left > code.left for code in codes)]
    assert len(codes) > 1 and len(beside) > 7
    assert min(box.left for box in beside) > max(code.right for code in codes) + 4
    assert [box for box in page.boxes if box.right > page.width - MARGIN] == []


@pytest.mark.parametrize(("rows", "listed"), [(23, 5), (24, 4), (25, 3), (25, 4), (27, 5), (28, 4), (29, 3)])
def test_the_last_point_is_on_no_page_alone(rows: int, listed: int, context: Context, tmp_path: Path) -> None:
    """Where the points that need attention begin on one page and end on the next."""
    made = compute(context, find("gated"), "2026-04")
    table = Table(
        title="Rows",
        columns=(Column("Company"), Column("Score", number=True, width=40)),
        lines=(Line(("Greyfriar Institute", "48")),) * 40,
    )
    blocks = (replace(table, lines=table.lines[:rows]), replace(table, lines=table.lines[:listed], listing=True))
    points = tuple((f"Point{number}", "needs attention") for number in range(1, 4))
    full = replace(made, blocks=blocks, attention=points, appendix=(replace(table, listing=True),))
    shown = pages(write_pdf(full, tmp_path / "a.pdf"))
    with_points = [{f"Point{number}" for number in range(1, 4) if f"Point{number}" in page.text} for page in shown]
    assert {"Point3"} not in with_points
    assert set().union(*with_points) == {"Point1", "Point2", "Point3"}
