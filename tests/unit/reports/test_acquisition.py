"""The figures of the acquisition report out of plain rows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from journeydesk.domain.periods import Period, parse_period
from journeydesk.domain.settings import TeamSettings
from journeydesk.reports.acquisition import charts, measures
from journeydesk.reports.acquisition.figures import acquisition
from journeydesk.reports.report import Scope, brief, day_words, period_words, span_words
from journeydesk.storage.reports.acquisition import Application, Inputs, Lead, StageMove
from tests.workspaces import workspace

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
WEEK = parse_period("2026-W20")
MONDAY = datetime(2026, 5, 11, 8, tzinfo=UTC)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> TeamSettings:
    folder: Path = tmp_path_factory.mktemp("settings")
    with workspace(folder / "w") as context:
        return context.settings


def text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def applied(
    hours: float = 0,
    *,
    score: int | None = None,
    status: str = "Reviewing",
    called_after: float | None = None,
    stage: int | None = None,
    owner: str = "Amaia",
) -> Application:
    at = MONDAY + timedelta(hours=hours)
    call = None if called_after is None else text(at + timedelta(hours=called_after))
    return Application("BETA-1", "Ada", "Contact", owner, "Referral", score, status, text(at), call, stage)


def moves(*stays: tuple[int, float]) -> list[StageMove]:
    """One prospect for each (last stage, days in each stage before it)."""
    return [
        StageMove(prospect, stage, text(MONDAY + timedelta(days=days * (stage - 1))))
        for prospect, (last, days) in enumerate(stays)
        for stage in range(1, last + 1)
    ]


def test_measures_of_a_week_are_counted() -> None:
    week = measures.measures(
        [
            applied(score=31, status="Accepted", called_after=2, stage=2),
            applied(score=30, status="Active", called_after=10, stage=1),
            applied(status="Rejected"),
            applied(score=50, status="Onboarding", called_after=4, stage=5),
        ],
        2,
        30,
    )
    assert (week.received, week.per_day, week.qualified, week.accepted) == (4, 2.0, 2, 3)
    assert week.conversion == 0.75
    assert week.mean_score == 37
    assert week.to_second == pytest.approx(2 / 3)
    assert week.first_call == 4


def test_a_week_without_applications_has_no_shares() -> None:
    week = measures.measures([], 0, 30)
    assert (week.received, week.per_day) == (0, 0)
    assert (week.conversion, week.mean_score, week.to_second, week.first_call) == (None, None, None, None)


def test_tiles_have_target_change_and_state(settings: TeamSettings) -> None:
    now = measures.measures([applied(called_after=30, stage=2)] * 7, 7, 30)
    before = measures.measures([applied(called_after=20, stage=1)] * 14, 7, 30)
    tiles = measures.tiles(settings, now, before, WEEK)
    assert [tile.label for tile in tiles] == [
        "New prospects",
        "Applications per day",
        "Discovery → Exploration",
        "Time to first call",
    ]
    assert [tile.value for tile in tiles] == ["7", "1.0", "100%", "30 h"]
    assert [tile.delta for tile in tiles] == ["−7 vs W19", "−1.0 vs W19", "+100 pt vs W19", "+10 h vs W19"]
    assert [tile.state for tile in tiles] == ["Below", "Below", "On target", "Below"]
    assert [tile.unit for tile in tiles] == ["", "", "", "median"]
    assert all(tile.behind is not None for tile in tiles)


def test_without_a_week_before_there_is_no_comparison(settings: TeamSettings) -> None:
    now, nothing = measures.measures([applied(called_after=3)], 7, 30), measures.measures([], 7, 30)
    tiles = measures.tiles(settings, now, nothing, WEEK)
    assert tiles[3].delta == "no comparison with W19"
    assert tiles[2].value == "no data"
    assert tiles[2].state == "No data"


def test_more_measures_follow_the_four(settings: TeamSettings) -> None:
    now = measures.measures([applied(score=40, status="Accepted")] * 4, 7, 30)
    rows = measures.more_measures(settings, now, now, WEEK)
    assert [(row.label, row.value, row.delta) for row in rows] == [
        ("Qualified, score above 30", "4", "±0 vs W19"),
        ("Accepted ÷ received", "100%", "±0 pt vs W19"),
        ("Mean score", "40", "±0 vs W19"),
    ]
    assert [row.target for row in rows][::2] == ["–", "–"]


def test_the_lead_says_the_week_in_its_own_numbers(settings: TeamSettings) -> None:
    quick = measures.measures([applied(called_after=2)] * 150, 7, 30)
    slow = measures.measures([applied(called_after=9)] * 120, 7, 30)
    assert measures.lead(settings, quick, slow) == (
        "150 new prospects, 25% above target, and the first call came faster. "
        "Applications per day rose to 21.4, above the target of 8."
    )
    assert measures.lead(settings, slow, quick) == (
        "120 new prospects, on target, and the first call came later. Applications per day fell to 17.1, above the target of 8."
    )


def test_the_lead_names_no_change_that_the_table_does_not_show(settings: TeamSettings) -> None:
    before = measures.measures([applied(called_after=9)] * 150, 7, 30)
    now = replace(before, first_call=9.3, per_day=before.per_day - 0.02)
    assert measures.tiles(settings, now, before, WEEK)[3].delta.startswith("±0 h")
    assert measures.lead(settings, now, before) == (
        "150 new prospects, 25% above target, and the first call came as fast as before. "
        "Applications per day stayed at 21.4, above the target of 8."
    )


def test_who_reached_a_stage_passed_those_before(settings: TeamSettings) -> None:
    stages = charts.funnel(settings, WEEK, moves(*[(1, 1)] * 4, *[(2, 1)] * 6, *[(6, 1)] * 2))
    assert [stage.count for stage in stages] == [12, 8, 2, 2, 2, 2]
    assert [stage.drop_off for stage in stages] == [4, 6, 0, 0, 0, 0]
    assert [stage.largest_loss for stage in stages] == [False, True, False, False, False, False]
    assert stages[0].go_on == pytest.approx(8 / 12)
    assert stages[1].go_on is None


def test_stays_are_counted_when_they_have_ended(settings: TeamSettings) -> None:
    ranges = charts.stays(settings.journeys[0], moves((2, 1), (2, 2), (2, 3), (3, 4), (1, 9)))
    first, second = ranges[:2]
    assert (first.sample, first.median) == (4, 2.5)
    assert (first.lower, first.upper) == (1.25, 3.75)
    assert (second.sample, second.median, second.lower) == (1, 4, None)
    assert ranges[2].median is None
    assert len(ranges) == len(settings.journeys[0].stages) - 1


def test_entry_points_are_best_first_and_quiet_under_ten(settings: TeamSettings) -> None:
    def leads(entry: str, count: int, on: int) -> list[Lead]:
        return [Lead(entry, 2 if n < on else 1) for n in range(count)]

    unknown = Lead(None, 3)
    earlier = [*leads("Webinar", 10, 1), *leads("Referral", 10, 5), unknown]
    later = [*leads("Webinar", 10, 9), *leads("Pricing page", 9, 9), unknown, unknown]
    bars = charts.entry_points(settings, WEEK, [*earlier, *later])
    assert [(bar.name, bar.words, bar.count) for bar in bars] == [
        ("Webinar", "50%", 20),
        ("Referral", "50%", 10),
        ("Pricing page", "fewer than 10", 9),
    ]
    assert [bar.change for bar in bars] == [40, 0, None]


def test_days_are_those_of_the_teams_zone(settings: TeamSettings) -> None:
    late = applied(hours=14.5)
    inputs = Inputs([applied(), late], [applied(-24 * 7)], [], [], {})
    days = charts.per_day(settings, WEEK, inputs)
    assert len(days) == 14
    assert [day.amount for day in days] == [1, *[0] * 6, 1, 1, *[0] * 5]
    assert [day.tone for day in days] == ["before"] * 7 + ["current"] * 7
    assert (days[8].label, days[8].name, days[8].words) == ("Tu", "2026-05-12", "Tu 12 May: 1 applications")


def test_attention_names_drop_loss_and_slowest_stage(settings: TeamSettings) -> None:
    before = [applied(-24 * 7 + 48)] * 3
    inputs = Inputs([applied(48)], before, [], [], {})
    history = moves(*[(2, 60)] * 8, *[(1, 1)] * 3)
    points = charts.attention(
        charts.funnel(settings, WEEK, history),
        charts.stays(settings.journeys[0], history),
        charts.per_day(settings, WEEK, inputs),
    )
    limit = settings.journeys[0].stages[0].limit_days
    assert points == (
        ("Applications fell most on Wednesday:", "1 instead of 3."),
        ("Exploration → Commitment loses 8 prospects,", "the largest drop."),
        ("Discovery: the slowest quarter takes over 60 days,", f"limit {limit}."),
    )
    assert charts.attention((), (), ()) == ()


def test_the_report_breaks_down_by_owner(settings: TeamSettings) -> None:
    current = [applied(status="Accepted"), applied(owner="Tomasz"), applied(owner="", score=12)]
    inputs = Inputs(current, [], [], [], {"Amaia": (12, 5), "Jonna": (2, 0)})
    report = acquisition(Scope(settings, WEEK, None, NOW, 3), inputs)
    assert report.breakdown[0].table()[1:] == [
        ("Amaia", "1", "1", "12", "5"),
        ("Jonna", "0", "0", "2", "0"),
        ("Tomasz", "1", "0", "0", "0"),
    ]
    assert [row[4] for row in report.appendix[0].table()[1:]] == ["–", "–", "12"]
    assert report.appendix[0].subtitle == "3 received"
    assert report.head.title == "Acquisition, week 20"
    assert (report.head.before, report.head.span) == ("week 19", "11–17 May 2026")
    assert report.head.as_of == "Tue 19 May 2026, 11:05"
    assert report.head.local_changes == 3
    assert report.blocks[3].alternative == "3 applications in the week after 0 in the week before; the target is 8 a day."


def test_a_week_that_runs_is_measured_by_the_days_that_passed(settings: TeamSettings) -> None:
    inputs = Inputs([applied()] * 4, [], [], [], {})
    running = acquisition(Scope(settings, parse_period("2026-W21"), None, NOW, 0), inputs)
    over = acquisition(Scope(settings, WEEK, None, NOW, 0), inputs)
    assert running.tiles.tiles[1].value == "2.0"
    assert over.tiles.tiles[1].value == "0.6"


@pytest.mark.parametrize(
    ("name", "words", "short", "span"),
    [
        ("2026-W20", "week 20", "W20", "11–17 May 2026"),
        ("2026-W18", "week 18", "W18", "27 Apr – 3 May 2026"),
        ("2026-05", "May 2026", "May", "1–31 May 2026"),
    ],
)
def test_a_period_is_written_in_three_lengths(name: str, words: str, short: str, span: str) -> None:
    period: Period = parse_period(name)
    assert (period_words(period), brief(period), span_words(period)) == (words, short, span)
    assert day_words(parse_period("2026-W20").first) == "11 May"
