"""The figures of the acquisition report out of plain rows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from journeydesk.domain.periods import Period, parse_period
from journeydesk.domain.settings import TeamSettings
from journeydesk.reports.acquisition import charts, measures
from journeydesk.reports.acquisition.figures import acquisition
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.report import Scope, brief, day_words, period_words, span_words
from journeydesk.reports.shared.progress import Progress, of_cohort
from journeydesk.reports.shared.regions import region_of
from journeydesk.reports.shared.shares import Share
from journeydesk.storage.reports.acquisition import Application, Inputs, Visits, span_to
from journeydesk.storage.reports.activity import Calls
from journeydesk.storage.reports.cohorts import Reach, Stay
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
    owner: str = "Amaia",
    source: str = "Referral",
    phone: str = "",
) -> Application:
    at = MONDAY + timedelta(hours=hours)
    call = None if called_after is None else text(at + timedelta(hours=called_after))
    return Application("Ada", "Contact", owner, source, score, status, text(at), call, "News", "API", phone, "")


def progress(settings: TeamSettings, on: int = 13, stay: int = 7, stays: tuple[Stay, ...] = ()) -> Progress:
    reaches = [Reach("Webinar", 2, 1, on), Reach("Webinar", 1, 0, stay)]
    span = span_to(settings, WEEK.last)
    return Progress("cohort", span, "17 Feb – 17 May 2026", of_cohort(settings.journeys[0], reaches, stays))


def inputs(
    settings: TeamSettings,
    current: list[Application] | None = None,
    before: list[Application] | None = None,
    reaches: list[Reach] | None = None,
    reaches_before: list[Reach] | None = None,
    calls: list[Calls] | None = None,
    visits: Visits | None = None,
) -> Inputs:
    span, none = span_to(settings, WEEK.last), Visits({})
    return Inputs(span, current or [], before or [], reaches or [], reaches_before or [], (), calls or [], visits or none, none)


def test_measures_of_a_week_are_counted(settings: TeamSettings) -> None:
    week = measures.measures(
        [
            applied(score=31, status="Accepted", called_after=2),
            applied(score=30, status="Active", called_after=10),
            applied(status="Rejected"),
            applied(status="New"),
            applied(score=50, status="Onboarding", called_after=4),
        ],
        2,
        30,
        progress(settings),
    )
    assert (week.received, week.per_day, week.qualified, week.accepted) == (5, 2.5, 2, 3)
    assert (week.conversion, week.decided) == (Share(3, 5), Share(3, 4))
    assert week.mean_score == 37
    assert week.to_second == Share(13, 20)
    assert week.first_call == 4


def test_a_week_without_applications_has_no_shares(settings: TeamSettings) -> None:
    week = measures.measures([], 0, 30, Progress("cohort", span_to(settings, WEEK.last), "", ()))
    assert (week.received, week.per_day) == (0, 0)
    assert (week.conversion.words, week.to_second.words) == ("no data", "no data")
    assert (week.mean_score, week.first_call) == (None, None)


def test_tiles_have_target_change_and_state(settings: TeamSettings) -> None:
    cohort = progress(settings)
    now = measures.measures([applied(called_after=30)] * 7, 7, 30, cohort)
    before = measures.measures([applied(called_after=20)] * 14, 7, 30, progress(settings, 10, 10))
    tiles = measures.tiles(settings, now, before, WEEK, cohort)
    assert [tile.label for tile in tiles] == [
        "New prospects",
        "Applications per day",
        "Discovery → Exploration",
        "Time to first call",
    ]
    assert [tile.value for tile in tiles] == ["7", "1.0", "65%", "30 h"]
    assert [tile.delta for tile in tiles] == ["−7 vs W19", "−1.0 vs W19", "+15 pt vs W19", "+10 h vs W19"]
    assert [tile.state for tile in tiles] == ["Below", "Below", "Close", "Over"]
    assert [tile.unit for tile in tiles] == ["", "", "of 20", "median"]
    assert all(tile.behind is not None for tile in tiles)


def test_without_a_week_before_there_is_no_comparison(settings: TeamSettings) -> None:
    few = progress(settings, 3, 2)
    now, nothing = measures.measures([applied(called_after=3)], 7, 30, few), measures.measures([], 7, 30, few)
    tiles = measures.tiles(settings, now, nothing, WEEK, few)
    assert tiles[3].delta == "no comparison with W19"
    assert tiles[2].value == "3 of 5"
    assert tiles[2].state == "No data"


def test_more_measures_follow_the_four(settings: TeamSettings) -> None:
    now = measures.measures([applied(score=40, status="Accepted")] * 10, 7, 30, progress(settings))
    rows = measures.more_measures(settings, now, now, WEEK)
    assert [(row.label, row.value, row.delta) for row in rows] == [
        ("Qualified, score above 30", "10", "±0 vs W19"),
        ("Accepted ÷ received", "100%", "±0 pt vs W19"),
        ("Accepted ÷ decided", "100%", "±0 pt vs W19"),
        ("Mean score", "40", "±0 vs W19"),
    ]


def test_what_the_base_knows_nothing_of_has_no_data(settings: TeamSettings) -> None:
    visits = Visits({("page_viewed",): 40, ("api_key_created",): 0})
    tiles = {tile.label: tile for tile in measures.web_measures(inputs(settings, visits=visits), settings, WEEK)}
    assert (tiles["Visitors"].value, tiles["API keys created"].value) == ("40", "0")
    assert tiles["Forms started"].value == "no data"
    assert tiles["Forms started"].behind is None


def test_meetings_agreed_are_of_calls_that_reached_somebody() -> None:
    calls = [Calls("A", "Meeting booked", 3), Calls("A", "Reached", 9), Calls("B", "No answer", 30)]
    tile = measures.meetings(calls)
    assert (tile.value, tile.unit) == ("25%", "3 of 12")


def test_the_lead_says_the_week_in_its_own_numbers(settings: TeamSettings) -> None:
    cohort = progress(settings)
    quick = measures.measures([applied(called_after=2)] * 150, 7, 30, cohort)
    slow = measures.measures([applied(called_after=9)] * 120, 7, 30, cohort)
    assert measures.lead(settings, quick, slow) == (
        "150 new prospects, 25% above target, and the first call came faster. "
        "Applications per day rose to 21.4, above the target of 8."
    )
    assert measures.lead(settings, slow, quick) == (
        "120 new prospects, on target, and the first call came later. Applications per day fell to 17.1, above the target of 8."
    )


def test_the_lead_names_no_change_that_the_table_does_not_show(settings: TeamSettings) -> None:
    cohort = progress(settings)
    before = measures.measures([applied(called_after=9)] * 150, 7, 30, cohort)
    now = replace(before, first_call=9.3, per_day=before.per_day - 0.02)
    assert measures.tiles(settings, now, before, WEEK, cohort)[3].delta.startswith("±0 h")
    assert measures.lead(settings, now, before) == (
        "150 new prospects, 25% above target, and the first call came as fast as before. "
        "Applications per day stayed at 21.4, above the target of 8."
    )


def test_stays_are_those_of_the_cohort(settings: TeamSettings) -> None:
    cohort = progress(settings, stays=(Stay(1, 1, 24, 1), Stay(1, 1, 48, 2), Stay(1, 0, 96, 1)))
    first = charts.stays(settings, cohort)[0]
    assert (first.sample, first.median) == (4, 2)
    assert len(charts.stays(settings, cohort)) == len(settings.journeys[0].stages) - 1


def test_entry_points_are_best_first_and_quiet_under_ten(settings: TeamSettings) -> None:
    reaches = [Reach("Webinar", 2, 1, 10), Reach("Webinar", 1, 1, 10), Reach("Referral", 2, 1, 8), Reach("Referral", 1, 1, 2)]
    reaches += [Reach("Pricing page", 3, 1, 9), Reach("", 2, 1, 30)]
    before = [Reach("Webinar", 2, 1, 2), Reach("Webinar", 1, 1, 18)]
    made = inputs(settings, reaches=reaches, reaches_before=before)
    scope = Scope(settings, WEEK, None, NOW, 0)
    bars = charts.entry_points(scope, made, progress(settings))
    assert [(bar.name, bar.words, bar.count, bar.change) for bar in bars] == [
        ("Referral", "80%", 10, None),
        ("Webinar", "50%", 20, 40),
        ("Pricing page", "9 of 9", 9, None),
    ]


def test_days_are_those_of_the_teams_zone(settings: TeamSettings) -> None:
    late = applied(hours=14.5)
    days = charts.per_day(settings, WEEK, inputs(settings, [applied(), late], [applied(-24 * 7)]))
    assert len(days) == 14
    assert [day.amount for day in days] == [1, *[0] * 6, 1, 1, *[0] * 5]
    assert [day.tone for day in days] == ["before"] * 7 + ["current"] * 7
    assert (days[8].label, days[8].name, days[8].words) == ("Tu", "2026-05-12", "Tu 12 May: 1 applications")


def test_attention_names_drop_loss_and_slowest_stage(settings: TeamSettings) -> None:
    days = charts.per_day(settings, WEEK, inputs(settings, [applied(48)], [applied(-24 * 7 + 48)] * 3))
    cohort = progress(settings, stays=(Stay(1, 1, 24 * 60, 8),))
    points = charts.attention(cohort, charts.stays(settings, cohort), days)
    limit = settings.journeys[0].stages[0].limit_days
    assert points == (
        ("Applications fell most on Wednesday:", "1 instead of 3."),
        ("Exploration loses most, 100%:", "13 of 13 did not go on so far."),
        ("Discovery: the slowest quarter takes over 60 days,", f"limit {limit}."),
    )
    assert charts.attention(Progress("cohort", cohort.span, "", ()), (), ()) == ()


def test_what_an_application_cost_is_the_months_spend_by_days(settings: TeamSettings) -> None:
    spent = replace(settings, spend={"2026-05": {"Referral": Decimal(310), "LinkedIn": Decimal(31)}})
    table = charts.sources(Scope(spent, WEEK, None, NOW, 0), [applied(status="Accepted"), applied(), applied(source="")])
    assert [line.cells for line in table.lines] == [
        ("Referral", "2", "1 of 2", "€70", "€35"),
        ("No source", "1", "0 of 1", "–", "–"),
        ("LinkedIn", "0", "–", "€7", "–"),
        ("All sources", "3", "1 of 3", "€77", "€25.67"),
    ]
    assert table.heading == "An application cost €25.67"


def test_without_spend_nothing_is_said_of_cost(settings: TeamSettings) -> None:
    table = charts.sources(Scope(settings, WEEK, None, NOW, 0), [applied()])
    assert table.lines[-1].cells[3:] == ("–", "–")


@pytest.mark.parametrize(
    ("phone", "website", "region"),
    [
        ("+49 30 123", "", "DE"),
        ("0048 22 1", "https://acme.de", "PL"),
        ("030 123", "https://acme.de/about", "DE"),
        ("", "acme.co.uk", "GB"),
        ("", "https://acme.io", ""),
        ("", "https://[broken", ""),
        ("call me", "", ""),
    ],
)
def test_a_country_is_that_of_the_number_else_of_the_address(phone: str, website: str, region: str) -> None:
    assert region_of(phone, website) == region


def test_each_distribution_adds_up_to_what_was_received(settings: TeamSettings) -> None:
    current = [applied(phone=f"+{code} 1") for code in (49, 48, 44, 33, 34, 39, 31, 32, 41)] + [applied()]
    report = acquisition(Scope(settings, WEEK, None, NOW, 0), inputs(settings, current))
    for part in ("Industry", "Capability", "Country"):
        [block] = [block for block in report.blocks if block.part == part]
        assert sum(int(row[2].split(".")[0]) for row in block.rows()) == len(current)


def test_the_report_breaks_down_by_owner(settings: TeamSettings) -> None:
    current = [applied(status="Accepted"), applied(owner="Tomasz"), applied(owner="", score=12)]
    calls = [Calls("Amaia", "Reached", 5), Calls("Amaia", "No answer", 7), Calls("Jonna", "Voicemail", 2)]
    report = acquisition(Scope(settings, WEEK, None, NOW, 3), inputs(settings, current, calls=calls))
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


def test_row_lists_hold_no_internal_ids(settings: TeamSettings) -> None:
    report = acquisition(Scope(settings, WEEK, None, NOW, 0), inputs(settings, [applied()]))
    for block in report.appendix:
        assert isinstance(block, Table)
        assert [column.head for column in block.columns if "ID" in column.head or column.head == "Application"] == []


def test_a_week_that_runs_is_measured_by_the_days_that_passed(settings: TeamSettings) -> None:
    made = inputs(settings, [applied()] * 4)
    running = acquisition(Scope(settings, parse_period("2026-W21"), None, NOW, 0), made)
    over = acquisition(Scope(settings, WEEK, None, NOW, 0), made)
    assert running.tiles.tiles[1].value == "2.0"
    assert over.tiles.tiles[1].value == "0.6"


@pytest.mark.parametrize(
    ("name", "words", "short", "span"),
    [
        ("2026-W20", "week 20", "W20", "11–17 May 2026"),
        ("2026-W18", "week 18", "W18", "27 Apr – 3 May 2026"),
        ("2026-05", "May 2026", "May", "1–31 May 2026"),
        ("2026-W53", "week 53", "W53", "28 Dec 2026 – 3 Jan 2027"),
        ("2026-05-18", "Mon 18 May 2026", "18 May", "18 May 2026"),
    ],
)
def test_a_period_is_written_in_three_lengths(name: str, words: str, short: str, span: str) -> None:
    period: Period = parse_period(name)
    assert (period_words(period), brief(period), span_words(period)) == (words, short, span)
    assert day_words(parse_period("2026-W20").first) == "11 May"
