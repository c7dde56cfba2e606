"""A report that is asked for again is made of what was kept, and never of what was true before a change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from journeydesk.reports.catalogue import catalogue
from journeydesk.reports.report import PLAIN, AnySpec
from journeydesk.services.commands.prospects import create_prospect, edit, log_interaction
from journeydesk.services.context import Context
from journeydesk.services.kept_inputs import KeptInputs
from journeydesk.services.queries.reports import compute, compute_while_wanted, read_ahead
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from tests.courses_of_rows import write_courses
from tests.workspaces import NOW, workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def _reads(context: Context, spec: AnySpec) -> int:
    """How often its inputs are read for it."""
    asked: list[Any] = []

    def read(*given: Any) -> Any:
        asked.append(given)
        return spec.read(*given)

    compute(context, replace(spec, read=read, read_chosen=None), spec.cadence.period_of(context.today()).name)
    return len(asked)


@pytest.mark.parametrize("spec", catalogue(), ids=lambda spec: spec.name)
def test_a_report_is_never_older_than_the_last_write(context: Context, spec: AnySpec) -> None:
    period = spec.cadence.period_of(context.today()).name
    prospect = create_prospect(context, {"company": "Company 1", "applied_on": context.now(), "status": "New"})
    for change in (
        lambda: log_interaction(context, prospect, "Call", "First call", outcome="Reached"),
        lambda: edit(context, prospect, {"estimated_revenue": 500_000, "deal_stage": "Qualified Lead"}),
        lambda: create_prospect(context, {"company": "Company 2", "applied_on": context.now()}),
    ):
        compute(context, spec, period)
        change()
        shown = compute(context, spec, period)
        context.kept = KeptInputs()
        assert shown == compute(context, spec, period)


def test_nothing_is_read_again_while_nothing_was_written(context: Context) -> None:
    kept = next(spec for spec in catalogue() if spec.name == "pipeline")
    assert [_reads(context, kept), _reads(context, kept)] == [1, 0]
    create_prospect(context, {"company": "Company 1"})
    assert _reads(context, kept) == 1
    told = next(spec for spec in catalogue() if spec.name == "email")
    assert [_reads(context, told), _reads(context, told)] == [1, 1]


def test_the_next_day_is_read_anew(context: Context) -> None:
    spec = next(spec for spec in catalogue() if spec.name == "pipeline")
    assert [_reads(context, spec), _reads(context, spec)] == [1, 0]
    context.clock = lambda: NOW + timedelta(days=1)
    assert _reads(context, spec) == 1


def test_the_last_few_are_kept(context: Context) -> None:
    kept, read = KeptInputs(), []
    with context.database.read() as connection:
        for number in (*range(33), 32, 0):
            kept.of(number, 1, connection, lambda _, number=number: read.append(number))  # type: ignore[misc]
    assert read == [*range(33), 0]


def test_a_move_knows_when_its_journey_began_and_how_long_it_stayed(context: Context) -> None:
    with context.database.write() as connection:
        for journey, source, target, hour in (("Deal", 0, 1, 1), ("Deal", 1, 3, 5), ("Engagement", 0, 2, 3), ("Deal", 3, 2, 5)):
            sql.run(
                connection,
                "INSERT INTO stage_history (prospect, journey, from_stage, to_stage, at) VALUES (1, ?, ?, ?, ?)",
                (journey, source, target, f"2026-05-01T{hour:02d}:00:00.000Z"),
            )
        write_courses(connection, [1])
        rows = sql.rows(connection, "SELECT journey, to_stage, substr(began, 12, 2), hours FROM stage_history ORDER BY id")
    assert rows == [("Deal", 1, "01", None), ("Deal", 3, "01", 4), ("Engagement", 2, "03", None), ("Deal", 2, "01", 0)]


def test_what_was_read_ahead_is_not_read_again(context: Context) -> None:
    spec = next(spec for spec in catalogue() if spec.name == "pipeline")
    period = spec.cadence.period_of(context.today())
    read_ahead(context, spec, period, None, PLAIN, lambda: False)
    assert _reads(context, spec) == 0


@pytest.fixture
def whole() -> list[Any]:
    """What was read to its end by `long`."""
    return []


@pytest.fixture
def long(whole: list[Any]) -> AnySpec:
    """A report that takes long to read."""

    def read(view: Connection, *given: Any) -> Any:
        sql.scalar(
            view, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) SELECT count(*) FROM n"
        )
        whole.append(given)

    return replace(next(spec for spec in catalogue() if spec.name == "pipeline"), read=read, read_chosen=None)


def test_reading_ahead_ends_once_nobody_waits_for_it(context: Context, long: AnySpec, whole: list[Any]) -> None:
    read_ahead(context, long, long.cadence.period_of(context.today()), None, PLAIN, lambda: True)
    assert whole == []
    assert _reads(context, next(spec for spec in catalogue() if spec.name == "pipeline")) == 1


def test_a_report_that_nobody_waits_for_is_not_made(context: Context, long: AnySpec, whole: list[Any]) -> None:
    period = long.cadence.period_of(context.today()).name
    assert compute_while_wanted(context, long, period, None, PLAIN, lambda: True) is None
    assert whole == []
