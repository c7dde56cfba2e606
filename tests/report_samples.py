"""A monthly report with a block of every kind, its numbers those of the mock-ups: what the acquisition report does not draw."""

from datetime import UTC, date, datetime

from journeydesk.domain.periods import Period
from journeydesk.domain.settings import TeamSettings
from journeydesk.reports.behind import Behind, Criterion
from journeydesk.reports.blocks.bars import Bar, Bars
from journeydesk.reports.blocks.columns import Columns, Group, Stand, Tone
from journeydesk.reports.blocks.flows import Flows
from journeydesk.reports.blocks.forecast import Expected, Forecast
from journeydesk.reports.blocks.funnel import Funnel, FunnelStage
from journeydesk.reports.blocks.heat_map import HeatMap, Strip
from journeydesk.reports.blocks.moves import Flow, FlowStage
from journeydesk.reports.blocks.ranges import Range, Ranges
from journeydesk.reports.blocks.series import Band, Curve, Level, Series
from journeydesk.reports.blocks.table import Column, Line, Table
from journeydesk.reports.blocks.tiles import Change, Tile, Tiles
from journeydesk.reports.blocks.waterfall import Step, Waterfall
from journeydesk.reports.report import MONTHLY, Report, ReportSpec, Scope, head
from journeydesk.reports.scale import Unit
from journeydesk.storage.engine.connection import Connection

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
EURO = Unit("€", decimals=2)
PERCENT = Unit(after="%")
STAGES = ("Discovery", "Exploration", "Commitment", "Planning", "Construction", "Mastery")
REACHED = (1240, 806, 411, 247, 168, 109)
NOBODY = Behind((Criterion("stage", "is", (1,)),))


def behind(stage: int) -> Behind:
    """Those in a stage or beyond."""
    return Behind((Criterion("stage", "at_least", (stage,)),))


WATERFALL = Waterfall(
    title="The pipeline grew €1,040, mostly from nine new deals",
    note="value a month, EUR",
    part="Pipeline",
    opening=Step("Opening", 1_984_000, "64 deals"),
    steps=(
        Step("New", 248_000, "9 deals", "gain", behind(1)),
        Step("Grown", 72_000, "5 deals"),
        Step("Shrunk", -41_000, "3 deals", "loss"),
        Step("Won", -56_000, "2 deals", "good"),
        Step("Lost", -119_000, "4 deals", "bad"),
    ),
    closing=Step("Closing", 2_088_000, "67 deals"),
    unit=EURO,
)
HEAT_MAP = HeatMap(
    title="Calls from 10 to 12 reach most people",
    note="calls by hour, n = 186",
    across=tuple(str(hour) for hour in range(8, 18)),
    down=("Mon", "Tue", "Wed", "Thu", "Fri"),
    counts=(
        (2, 4, 6, 7, 2, 1, 4, 5, 3, 1),
        (3, 5, 7, 6, 1, 2, 5, 6, 4, 2),
        (2, 4, 6, 5, 2, 1, 4, 5, 4, 1),
        (3, 5, 6, 6, 2, 2, 5, 6, 5, 2),
        (3, 4, 5, 4, 1, 3, 4, 5, 4, 1),
    ),
    counted="Calls",
    strips=(Strip("Reach", ("23%", "32%", "53%", "54%", "–", "–", "36%", "33%", "30%", "–"), frozenset({2, 3})),),
)
SERIES = Series(
    title="May is ahead of pace: 62% of the target with 55% of the month gone",
    note="new MRR, running total, EUR",
    labels=tuple(f"{day} May" for day in range(1, 32)),
    curves=(
        Curve(
            "actual",
            (*[0.0] * 4, *[19_000.0] * 3, *[43_000.0] * 4, *[75_000.0] * 3, *[99_000.0] * 3, *[None] * 14),
            "steps",
        ),
        Curve("expected (P50)", (*[None] * 16, *(99_000.0 + 6000 * n for n in range(15))), "dashed"),
        Curve("even pace", tuple(160_000.0 * n / 30 for n in range(31)), "dotted", "text2"),
    ),
    unit=EURO,
    over="Day",
    band=Band(
        "8 in 10 outcomes",
        (*[None] * 16, *(99_000.0 + 2857 * n for n in range(15))),
        (*[None] * 16, *(99_000.0 + 9429 * n for n in range(15))),
    ),
    half=False,
)
FIT = Series(
    title="The fit score passed its must in week 17 and needs two points more",
    note="last 30 days",
    labels=tuple(f"W{week}" for week in range(9, 21)),
    curves=(Curve("Fit score", (31, 32, 34, 35, 35, 37, 38, 39, 40, 41, 42, 43)),),
    unit=PERCENT,
    over="Week",
    levels=(Level("target", 45), Level("must", 40)),
    from_zero=False,
)
FORECAST = Forecast(
    note="new MRR a week",
    points=(
        Expected("W13", 12_000, 26_000, 43_000, 21_000, behind(1)),
        Expected("W14", 13_000, 27_000, 45_000, 18_000),
        Expected("W15", 15_000, 30_000, 48_000, 52_000),
        Expected("W16", 17_000, 32_000, 50_000, 24_000),
        Expected("W17", 19_000, 34_000, 53_000, 46_000),
        Expected("W18", 21_000, 36_000, 56_000, 19_000),
        Expected("W19", 21_000, 38_000, 59_000, 43_000),
        Expected("W20", 22_000, 40_000, 62_000, 56_000),
    ),
    unit=EURO,
    over="Week",
)
_STILL = (136, 118, 61, 34, 41, 109)
_LEFT = (298, 277, 103, 45, 18, 0)
_STAY = ("6 d", "9 d", "13 d", "17 d", "31 d")
FLOWS = Flows(
    note="1,240 prospects who entered from 17 Feb to 17 May 2026",
    part="Journey",
    stages=tuple(
        FlowStage(
            n + 1,
            name,
            REACHED[n],
            _STILL[n],
            _LEFT[n],
            f"{_STAY[n]} median stay" if n < len(_STAY) else "last stage",
            behind(n + 1),
        )
        for n, name in enumerate(STAGES)
    ),
    flows=(
        Flow(1, 2, 772),
        Flow(2, 3, 358, behind(3)),
        Flow(3, 4, 228),
        Flow(4, 5, 168),
        Flow(5, 6, 109),
        Flow(1, 3, 34),
        Flow(2, 4, 19),
        Flow(3, 2, 23),
        Flow(4, 3, 12),
        Flow(5, 4, 4),
    ),
)
FUNNEL = Funnel(
    title="Half of those who reach Exploration do not reach Commitment",
    stages=tuple(
        FunnelStage(
            n + 1,
            name,
            REACHED[n],
            REACHED[n + 1] / REACHED[n] if n < 5 else None,
            REACHED[n] - REACHED[n + 1] if n < 5 else 0,
            n == 0,
            _STILL[n] if n < 5 else 0,
            behind(n + 1),
        )
        for n, name in enumerate(STAGES)
    ),
)
RANGES = Ranges(
    title="Time in stage",
    ranges=(
        Range(1, "Discovery", 3.0, 6.0, 9.0, 14, 400),
        Range(2, "Exploration", 5.0, 9.4, 17.0, 15, 300),
        Range(3, "Commitment", None, None, None, None, 0),
    ),
)
BARS = Bars(
    note="calls by outcome",
    names="Outcome",
    measure="Calls",
    bars=(
        Bar("Reached", 71, "71", behind=behind(1)),
        Bar("No answer", 68, "68"),
        Bar("Voicemail", 27, "27"),
        Bar("Research", None, "fewer than 10"),
    ),
)
_SCORES = (0, 0, 1, 1, 2, 2, 3, 7, 10, 12)


def _tone(score: int) -> Tone:
    return "outlined" if score <= 6 else "before" if score <= 8 else "current"


COLUMNS = Columns(
    title="Promoters outnumber detractors by 42 points",
    note="answers by score",
    names="Score",
    measure="Answers",
    bars=tuple(Stand(str(score), _SCORES[score - 1], _tone(score), behind=behind(1)) for score in range(1, 11)),
    groups=(Group(0, 5, "6 detractors"), Group(6, 7, "10 passive"), Group(8, 9, "22 promoters")),
    marked=True,
)
TABLE = Table(
    title="19 late deals hold 64% of expected MRR",
    columns=(Column("Deal stage"), Column("Open", True, "quiet", 50), Column("Expected", True, "strong", 60)),
    lines=(
        Line(("Qualified", "21", "€498"), behind(1)),
        Line(("In review", "15", "€824")),
        Line(("All open", "36", "€1,322"), total=True),
    ),
    half=True,
)
TILES = Tiles(
    tiles=(
        Tile("Fit score", "43%", "26 of 60", "45%", Change("+3 pt vs April", "+3 pt"), "Close", behind=NOBODY),
        Tile("Testimonials", "6", "", "5", Change("+1 vs April", "+1"), "On target"),
        Tile("Lost MRR", "no data", "", "3%", "no comparison with April", "No data"),
    ),
    shown=2,
)
BLOCKS = (WATERFALL, HEAT_MAP, FIT, SERIES, FORECAST, BARS, FLOWS, FUNNEL, RANGES, COLUMNS, TABLE)


def _read(connection: Connection, settings: TeamSettings, period: Period, owner: str | None, today: date) -> int:
    return len(settings.journeys)


def _figures(scope: Scope, journeys: int) -> Report:
    return Report(
        head=head("specimen", "Specimen", scope, f"Every kind of block, for {journeys} journeys.", "Summary, deals"),
        tiles=TILES,
        blocks=BLOCKS,
        attention=(("Call Mbali Rail Parts:", "no contact for 13 days."),),
        breakdown=(TABLE,),
        method=("Numbers are those of the mock-ups.",),
        appendix=(TABLE,),
    )


SPECIMEN: ReportSpec[int] = ReportSpec("specimen", "Specimen", "Specimen of blocks", MONTHLY, "star", _read, _figures)
