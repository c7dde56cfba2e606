"""Satisfaction, fit and the board say the same of the same answers; calls are planned in one step."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.settings.goals import Goal
from journeydesk.domain.time import moment_text
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.table import Table
from journeydesk.reports.pmf.figures import status
from journeydesk.reports.report import Report
from journeydesk.reports.satisfaction.detractors import title
from journeydesk.reports.shared.answers import NetPromoter, mean_score, net_promoter
from journeydesk.services.commands.prospects import create_prospect
from journeydesk.services.commands.tasks import plan_calls
from journeydesk.services.commands.undoing import undo
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import report
from journeydesk.storage.engine import sql
from journeydesk.storage.payments.mrr_steps import StoredStep, set_steps
from tests.workspaces import NOW, workspace

Answers = list[tuple[int, int, int]]
answers = st.lists(st.tuples(st.integers(1, 10), st.integers(0, 100), st.integers(0, 40)), max_size=30)
over_answers = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
TODAY = NOW.date().isoformat()


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def put(context: Context, given_answers: Answers) -> None:
    """An answer for each (score, fit in per cent, days ago), each of another customer."""
    with context.database.write() as connection:
        for table in ("surveys", "tasks"):
            sql.run(connection, f"DELETE FROM {table}")
        for number, (score, fit, days) in enumerate(given_answers, 1):
            day = (NOW.date() - timedelta(days=days)).isoformat()
            sql.run(
                connection,
                "INSERT INTO surveys (key, prospect, survey_type, date_sent, date_responded, satisfaction, pmf_score, created_at) "
                "VALUES (?, ?, 'PMF', ?, ?, ?, ?, ?)",
                (f"SUR-{number}", number, day, day, score, fit / 100, moment_text(NOW)),
            )


def values(shown: Report) -> dict[str, str]:
    return {tile.label: tile.value for tile in shown.tiles.tiles}


@over_answers
@given(answers)
def test_the_board_and_both_reports_say_the_same(context: Context, given_answers: Answers) -> None:
    put(context, given_answers)
    [board] = report(context, "kpi", TODAY).blocks
    assert isinstance(board, Board)
    cards = {card.key: card.words for card in board.cards}
    satisfaction, fit = values(report(context, "satisfaction", "2026-05")), values(report(context, "pmf", "2026-05"))
    assert satisfaction["Net promoter score"] == cards["net_promoter"]
    assert satisfaction["Fit score"] == fit["Fit score"] == cards["fit"]
    assert satisfaction["Lost MRR in 30 days"] == cards["lost_revenue"]
    assert satisfaction["Testimonials"] == cards["testimonials"]
    assert satisfaction["Case studies"] == cards["case_studies"]
    of_month = [score for score, _, days in given_answers if days < NOW.day]
    mean = f"{sum(of_month) / len(of_month):.1f}" if of_month else "no data"
    assert satisfaction["Satisfaction, mean"] == mean


def test_lost_mrr_is_the_same_on_the_board_and_in_the_month(context: Context) -> None:
    steps = [StoredStep("cus", "EUR", moment_text(NOW - timedelta(days=50)), 9_000, 9_000)]
    gone = [StoredStep("cus_2", "EUR", moment_text(NOW - timedelta(days=50)), 1_000, 1_000)]
    gone.append(StoredStep("cus_2", "EUR", moment_text(NOW - timedelta(days=3)), 0, -1_000))
    with context.database.write() as connection:
        set_steps(connection, ["cus", "cus_2"], [*steps, *gone], {})
    [board] = report(context, "kpi", TODAY).blocks
    assert isinstance(board, Board)
    card = next(card for card in board.cards if card.key == "lost_revenue")
    tile = next(tile for tile in report(context, "satisfaction", "2026-05").tiles.tiles if tile.label == "Lost MRR in 30 days")
    assert (card.words, card.of) == (tile.value, tile.unit) == ("10.0%", "€10 of €100")


def test_promoters_and_detractors_are_counted_by_their_scores() -> None:
    score = net_promoter({1: 1, 6: 2, 7: 3, 8: 1, 9: 4, 10: 1})
    assert score == NetPromoter(5, 4, 3)
    assert (score.n, score.score, score.words) == (12, 17, "17")
    assert net_promoter({10: 9}).score is None
    assert net_promoter({}).words == "no data"
    assert mean_score({8: 1, 9: 3}) == 8.75


def test_the_status_of_the_fit_follows_its_goals() -> None:
    goal = Goal(0.4, 0.45)
    assert [status(share, goal) for share in (0.45, 0.44, 0.4, 0.39, None)] == [
        "ahead",
        "on track",
        "on track",
        "behind",
        "no data",
    ]


def test_calls_are_planned_for_the_lowest_scores(context: Context) -> None:
    for number in range(1, 6):
        create_prospect(context, {"company": f"Company {number}", "owner": "Tomasz Wilk" if number % 2 else None})
    put(context, [(6, 50, 2), (3, 50, 2), (4, 50, 2), (2, 50, 2), (9, 50, 2)])
    table = next(b for b in report(context, "satisfaction", "2026-05").blocks if b.part == "Detractors")
    assert isinstance(table, Table)
    assert table.offer is not None
    assert (table.offer.words, table.offer.prospects) == ("Plan three calls", (4, 2, 3))
    said = plan_calls(context, [RecordId(each) for each in table.offer.prospects], "Call about the low score")
    assert said == "Planned 3 calls"
    with context.database.read() as connection:
        rows = sql.rows(connection, "SELECT prospect, owner, due, kind FROM tasks WHERE deleted = 0 ORDER BY prospect")
    due = "2026-05-20T07:00:00.000Z"
    assert rows == [
        (2, "Amaia Etxarri", due, "Follow-up"),
        (3, "Tomasz Wilk", due, "Follow-up"),
        (4, "Amaia Etxarri", due, "Follow-up"),
    ]
    table = next(b for b in report(context, "satisfaction", "2026-05").blocks if b.part == "Detractors")
    assert table.heading == "One of four detractors has no call planned"
    assert undo(context)
    with context.database.read() as connection:
        assert sql.scalar(connection, "SELECT count(*) FROM tasks WHERE deleted = 0") == 0
    with pytest.raises(UserError, match="nobody to call"):
        plan_calls(context, [], "Call")


@pytest.mark.parametrize(
    ("all_of_them", "waiting", "words"),
    [
        (0, 0, "There are no detractors"),
        (1, 0, "Every detractor has a call planned"),
        (1, 1, "The only detractor has no call planned"),
        (4, 0, "Every detractor has a call planned"),
        (4, 1, "One of four detractors has no call planned"),
        (4, 3, "Three of four detractors have no call planned"),
    ],
)
def test_whom_nobody_is_to_call_is_said_in_good_english(all_of_them: int, waiting: int, words: str) -> None:
    assert title(all_of_them, waiting) == words
