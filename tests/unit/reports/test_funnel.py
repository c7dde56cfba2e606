"""The funnel out of plain rows: what adds up, what is said, and no percentage under ten."""

from datetime import UTC, datetime

import pytest

from journeydesk.domain.periods import parse_period
from journeydesk.reports.blocks.stages import Stages, days
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.funnel.figures import funnel
from journeydesk.reports.report import Options, Report, Scope
from journeydesk.reports.shared.spans import span_of
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.storage.reports.cohorts import Entered, Reach, Stay
from journeydesk.storage.reports.funnel import FunnelInputs

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
WEEK = parse_period("2026-W20")
SETTINGS = default_rules()
ENGAGEMENT = SETTINGS.journeys[0]


def report(
    reaches: list[Reach],
    stays: list[Stay] | None = None,
    entries: list[Entered] | None = None,
    basis: str = "cohort",
    took: list[tuple[str, int, int]] | None = None,
) -> Report:
    span = span_of(SETTINGS, ENGAGEMENT, WEEK.first, WEEK.last)
    whole: dict[tuple[int, int], int] = {}
    for reach in reaches:
        whole[reach.furthest, reach.is_open] = whole.get((reach.furthest, reach.is_open), 0) + reach.count
    together = [Reach("", furthest, is_open, count) for (furthest, is_open), count in whole.items()]
    groups = dict.fromkeys(("entry", "source", "owner"), reaches)
    inputs = FunnelInputs(ENGAGEMENT, span, together, entries or [], stays or [], groups, (), {"entry": took or []})
    options = Options(basis="period") if basis == "period" else Options()
    return funnel(Scope(SETTINGS, WEEK, None, NOW, 0, options=options), inputs)


REACHES = [
    Reach("Webinar", 1, 1, 20),
    Reach("Webinar", 1, 0, 30),
    Reach("Webinar", 2, 1, 40),
    Reach("Referral", 3, 0, 5),
    Reach("Referral", 6, 1, 5),
]


def test_each_stage_is_parted_into_on_still_and_left() -> None:
    [stages] = [block for block in report(REACHES).blocks if isinstance(block, Stages)]
    assert [(line.reached, line.went_on, line.still, line.left) for line in stages.stages] == [
        (100, 50, 20, 30),
        (50, 10, 40, 0),
        (10, 5, 0, 5),
        (5, 5, 0, 0),
        (5, 5, 0, 0),
        (5, 0, 5, 0),
    ]
    assert stages.heading == "80% of those who reach Exploration do not go on"
    assert stages.note == "Cohort: entered 17 Feb – 17 May 2026, n = 100"


def test_no_percentage_stands_for_fewer_than_ten() -> None:
    cells = [
        cell for block in report(REACHES).blocks if isinstance(block, Table) for line in block.lines for cell in line.cells
    ]
    assert "5 of 5" in cells
    for cell in cells:
        if "% of" in cell:
            assert int(cell.split()[-1]) >= 10, cell


def test_groups_and_the_sum_below_them_are_one_cohort() -> None:
    table = next(block for block in report(REACHES).blocks if isinstance(block, Table))
    assert [line.cells[:3] for line in table.lines] == [
        ("Webinar", "90", "44% of 90"),
        ("Referral", "10", "100% of 10"),
        ("All entry points", "100", "50% of 100"),
    ]
    assert table.lines[-1].total
    assert table.title == "Referral leads best: 100% go on from Discovery, Webinar 44%, 50% of all"


def test_the_lead_says_the_numbers_of_the_table() -> None:
    assert report(REACHES).head.lead == (
        "100 prospects entered from 17 Feb – 17 May 2026; 5% of 100 reached Mastery. "
        "Most leave or stay in Exploration: 80% of 50 did not go on so far."
    )
    assert report([]).head.lead == "Nobody entered this journey from 17 Feb – 17 May 2026."


def test_the_same_transition_is_the_same_number_in_tile_and_table() -> None:
    made = report(REACHES)
    [tile] = [tile for tile in made.tiles.tiles if tile.label == "Exploration → Commitment"]
    stages = next(block for block in made.blocks if isinstance(block, Stages))
    assert (tile.value, tile.note) == (stages.stages[1].conversion.words, "10 of 50")


def test_stays_give_median_and_mean_of_those_that_ended() -> None:
    stays = [Stay(1, 1, 24, 3), Stay(1, 0, 240, 1)]
    line = next(block for block in report(REACHES, stays).blocks if isinstance(block, Stages)).stages[0]
    assert (line.stay.n, line.stay.median) == (4, 1)
    assert line.stay.mean == pytest.approx(3.25)
    assert (line.advance.n, line.advance.median) == (3, 1)


def test_in_a_period_each_stage_has_its_own_n() -> None:
    entries = [Entered(1, 1, 1, 8), Entered(1, 0, 1, 2), Entered(2, 0, 0, 30)]
    made = report(REACHES, entries=entries, basis="period")
    stages = next(block for block in made.blocks if isinstance(block, Stages))
    assert [(line.reached, line.went_on) for line in stages.stages[:2]] == [(10, 8), (30, 0)]
    assert made.head.lead.startswith("10 prospects came into Discovery")


def test_days_are_written_short() -> None:
    assert [days(value) for value in (None, 0.0, 6.04, 13.4)] == ["–", "0 d", "6.0 d", "13 d"]


def test_the_way_to_the_last_stage_is_told_in_days_by_its_median() -> None:
    took = [("Webinar", 24 * 70, 6), ("Webinar", 24 * 74, 5), ("Referral", 24, 9)]
    [table] = [block for block in report(REACHES, took=took).blocks if isinstance(block, Table)]
    assert table.columns[-1].head == "Median, 1 to 6"
    assert {line.cells[0]: line.cells[-1] for line in table.lines} == {
        "Webinar": "70 d",
        "Referral": "–",
        "All entry points": "70 d",
    }


def test_source_and_owner_are_others_of_the_entry_points() -> None:
    [table] = [block for block in report(REACHES).blocks if isinstance(block, Table)]
    assert [each.choice for each in (table, *table.others)] == ["Entry point", "Source", "Owner"]
    assert len(table.all_of_them()) == 3
    assert {row[0] for row in table.rows()} == {"Entry point", "Source", "Owner"}


@pytest.mark.parametrize(
    ("value", "words"), [(None, "–"), (0, "0 d"), (6.5, "6.5 d"), (9.94, "9.9 d"), (9.96, "10 d"), (17.4, "17 d")]
)
def test_days_below_ten_have_a_decimal(value: float | None, words: str) -> None:
    assert days(value) == words
