"""The weekly report written by itself: at Friday 17:00 of the team, at the next wake, once."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeydesk.background.weekly_report import WeeklyReport
from journeydesk.domain.errors import UserError
from journeydesk.sandbox.team.rules import default_rules
from journeydesk.services.context import Context
from journeydesk.services.reports.schedule import due_week, plan, plan_of, write_if_due
from tests.workspaces import workspace


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with workspace(tmp_path / "w") as opened:
        yield opened


def at(context: Context, moment: str) -> None:
    context.clock = lambda: datetime.fromisoformat(moment).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2026-05-22T14:59:59+00:00", "2026-W20"),
        ("2026-05-22T15:00:00+00:00", "2026-W21"),
        ("2026-05-24T23:00:00+00:00", "2026-W21"),
        ("2026-12-18T15:59:00+00:00", "2026-W50"),
        ("2026-12-18T16:00:00+00:00", "2026-W51"),
        ("2027-01-01T16:00:00+00:00", "2026-W53"),
    ],
)
def test_the_week_is_due_at_five_on_friday_of_the_team(now: str, week: str) -> None:
    assert due_week(datetime.fromisoformat(now), default_rules()).name == week


@given(st.integers(0, 5_000_000))
def test_what_is_due_is_never_more_than_a_week_old(minutes: int) -> None:
    settings, now = default_rules(), datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    week = due_week(now, settings)
    friday = datetime.combine(week.first + timedelta(days=4), time(17), settings.time_zone)
    assert timedelta(0) <= now - friday <= timedelta(days=7, hours=1)


def test_it_is_written_once_on_friday_with_its_csv(context: Context, tmp_path: Path) -> None:
    plan(context, tmp_path)
    assert write_if_due(context) is None
    at(context, "2026-05-22T17:00:00+02:00")
    path = write_if_due(context)
    assert path == tmp_path / "Weekly-Sales-2026-W21.pdf"
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.with_suffix(".csv").exists()
    assert write_if_due(context) is None


def test_who_slept_for_weeks_gets_the_last_one(context: Context, tmp_path: Path) -> None:
    plan(context, tmp_path)
    at(context, "2026-06-16T09:00:00+02:00")
    path = write_if_due(context)
    assert path is not None
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["Weekly-Sales-2026-W24.pdf"]


def test_a_folder_that_is_gone_is_said_and_tried_again(context: Context, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    plan(context, folder)
    folder.rmdir()
    folder.write_text("in the way")
    at(context, "2026-05-22T17:00:00+02:00")
    with pytest.raises(UserError, match="cannot be written"):
        write_if_due(context)
    folder.unlink()
    assert write_if_due(context) is not None


def test_a_folder_that_is_none_is_refused(context: Context, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not a folder"):
        plan(context, tmp_path / "nowhere")
    assert plan_of(context) is None


def test_it_can_be_ended(context: Context, tmp_path: Path) -> None:
    plan(context, tmp_path)
    plan(context, None)
    at(context, "2026-05-22T17:00:00+02:00")
    assert plan_of(context) is None
    assert write_if_due(context) is None


def test_a_trouble_is_said_once_and_the_file_when_it_came(context: Context, tmp_path: Path) -> None:
    said: list[str] = []
    folder = tmp_path / "reports"
    folder.mkdir()
    plan(context, folder)
    folder.rmdir()
    folder.write_text("in the way")
    at(context, "2026-05-22T17:00:00+02:00")
    rounds = WeeklyReport(context, said.append)
    rounds.look()
    rounds.look()
    assert len(said) == 1
    folder.unlink()
    rounds.look()
    rounds.look()
    assert said[1:] == [f"The weekly report is written: {folder / 'Weekly-Sales-2026-W21.pdf'}"]
