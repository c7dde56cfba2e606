"""A figure that counts several of one prospect opens each of them: as many calls, requests, answers and payers as it says."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeydesk.domain.time import moment_text
from journeydesk.reports.behind import Behind, behind
from journeydesk.reports.blocks.board import Board
from journeydesk.reports.blocks.tiles import Tile
from journeydesk.services.context import Context
from journeydesk.services.queries.reports import report
from journeydesk.services.reports.records import Record, counted, question_of_records
from journeydesk.storage.engine import sql
from journeydesk.storage.payments.mrr_steps import StoredStep, mrr_at, mrr_flows, set_steps
from tests.report_bases import Made, all_kinds, bases, put
from tests.workspaces import NOW, workspace

WEEK, MONTH = "2026-W20", "2026-05"
over_bases = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
courses = st.tuples(
    st.sampled_from(("EUR", "USD")),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 3)), max_size=5, unique_by=lambda each: each[0]).map(
        lambda each: tuple(sorted(each, reverse=True))
    ),
)
KINDS = {"new": "new MRR", "expansion": "more MRR", "contraction": "less MRR", "churned": "lost MRR"}


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def records(context: Context, opened: Behind | None, owner: str | None = None) -> list[Record]:
    assert opened is not None
    question = question_of_records(opened)
    assert question is not None
    return counted(context, question, owner).records


def tile(context: Context, name: str, period: str, label: str, owner: str | None = None) -> Tile:
    return next(each for each in report(context, name, period, owner).tiles.tiles if each.label == label)


@over_bases
@given(bases)
def test_calls_of_a_week_are_each_opened_once(context: Context, base: list[Made]) -> None:
    put(context, base)
    for owner in (None, "Amaia Etxarri"):
        logged = tile(context, "weekly", WEEK, "Calls logged", owner)
        found = records(context, logged.behind, owner)
        assert len(found) == int(logged.value)
        assert owner is None or {call.owner for call in found} <= {owner}
        assert [call.at for call in found] == sorted((call.at for call in found), reverse=True)


@over_bases
@given(st.lists(courses, max_size=8))
def test_payers_of_every_change_are_each_opened_once(
    context: Context, histories: list[tuple[str, tuple[tuple[int, int], ...]]]
) -> None:
    with context.database.write() as connection:
        for table in ("mrr_step", "stripe_payer"):
            sql.run(connection, f"DELETE FROM {table}")
        for number, (currency, course) in enumerate(histories, 1):
            # Every second is nobody's: its figures count, so its line is there.
            sql.run(
                connection,
                "INSERT INTO stripe_payer (payer, prospect, stale) VALUES (?, ?, 0)",
                (f"cus_{number}", number if number % 2 else None),
            )
            steps, before = [], 0
            for days, minor in course:
                if minor != before:
                    at = moment_text(NOW - timedelta(days=days))
                    steps.append(StoredStep(f"cus_{number}", currency, at, minor, minor - before))
                    before = minor
            set_steps(connection, [f"cus_{number}"], steps, {})
    since, until = "2026-04-20T00:00:00.000Z", moment_text(NOW)
    with context.database.read() as connection:
        flows, standing = mrr_flows(connection, since, until), mrr_at(connection, until)
    said = Counter({(flow.currency, flow.kind): flow.count for flow in flows})
    for currency in ("EUR", "USD"):
        for kind, name in KINDS.items():
            found = records(context, behind(name, "", {"since": since, "until": until, "currency": currency}))
            assert len(found) == said[currency, kind]
            assert sum(each.change or 0 for each in found) == sum(
                flow.minor for flow in flows if (flow.currency, flow.kind) == (currency, kind)
            )
        paying = records(context, behind("pays", "", {"until": until, "currency": currency}))
        assert len(paying) == sum(each.payers for each in standing if each.currency == currency)
        assert sum(each.number or 0 for each in paying) == sum(each.minor for each in standing if each.currency == currency)


def test_answers_are_each_opened_with_what_was_said(context: Context) -> None:
    put(context, all_kinds(3))
    day = NOW.date().isoformat()
    with context.database.write() as connection:
        for number, (prospect, score, fit, quote) in enumerate(
            [(1, 9, 0.8, "It saves\nus a day"), (1, 4, 0.2, None), (2, 10, None, "Good"), (None, 7, 0.5, "")], 1
        ):
            sql.run(
                connection,
                "INSERT INTO surveys (key, prospect, survey_type, date_sent, date_responded, satisfaction, pmf_score, testimonial, "
                "created_at) VALUES (?, ?, 'PMF', ?, ?, ?, ?, ?, ?)",
                (f"SUR-{number}", prospect, day, day, score, fit, quote, moment_text(NOW)),
            )
    scores = records(context, tile(context, "satisfaction", MONTH, "Net promoter score").behind)
    assert sorted((each.prospect, each.number) for each in scores if each.prospect) == [(1, 4), (1, 9), (2, 10)]
    assert len(scores) == 4
    assert len(records(context, tile(context, "satisfaction", MONTH, "Testimonials").behind)) == 2
    fits = records(context, tile(context, "pmf", MONTH, "Fit score").behind)
    assert sorted(each.number or 0 for each in fits) == [0.2, 0.5, 0.8]


def test_requests_for_help_are_events_and_what_was_logged(context: Context) -> None:
    put(context, all_kinds(2))
    at = "2026-05-12T08:00:00.000Z"
    with context.database.write() as connection:
        sql.run(
            connection,
            "INSERT INTO events (key, prospect, event, occurred_at, created_at) VALUES ('E', 1, 'support_ticket', ?, ?)",
            (at, at),
        )
        for key in ("I1", "I2"):
            sql.run(
                connection,
                "INSERT INTO interactions (key, prospect, type, date, summary, created_at) VALUES (?, 1, 'Support', ?, 'Key lost', ?)",
                (key, at, at),
            )
    asked = tile(context, "engagement", WEEK, "Asked for help")
    found = records(context, asked.behind)
    assert len(found) == 3 == int(asked.value)
    assert {each.words for each in found} == {"", "Key lost"}


def test_the_board_says_how_many_payers_it_opens(context: Context) -> None:
    put(context, all_kinds(2))
    with context.database.write() as connection:
        for number in (1, 2):
            # Two payers of one prospect, each with more than before.
            sql.run(connection, "INSERT INTO stripe_payer (payer, prospect, stale) VALUES (?, 1, 0)", (f"cus_{number}",))
            steps = [
                StoredStep(f"cus_{number}", "EUR", moment_text(NOW - timedelta(days=days)), minor, change)
                for days, minor, change in ((50, 500, 500), (20, 900, 400))
            ]
            set_steps(connection, [f"cus_{number}"], steps, {})
    [board] = report(context, "kpi", NOW.date().isoformat()).blocks
    assert isinstance(board, Board)
    cards = {card.key: card for card in board.cards}
    for key, said in (
        ("recurring_revenue", "pay a subscription: 2 payers"),
        ("expansion", "more MRR within 90 days: 2 payers"),
    ):
        opened = cards[key].behind
        assert opened is not None
        question = question_of_records(opened)
        assert question is not None
        assert (question.words, len(records(context, opened))) == (said, 2)


def test_a_figure_of_prospects_opens_no_records(context: Context) -> None:
    put(context, all_kinds(3))
    assert question_of_records(behind("open deals", "open deals", {})) is None
    opened = tile(context, "weekly", WEEK, "New prospects").behind
    assert opened is not None
    assert question_of_records(opened) is None
