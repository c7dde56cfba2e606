"""When things run by themselves: intervals, pauses, the first run, all without waiting for one."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journeydesk.background.schedule import Schedule


@pytest.fixture
def schedule() -> Iterator[Schedule]:
    """A schedule that is stopped afterwards."""
    running = Schedule()
    running.start()
    yield running
    running.stop()


def _job(schedule: Schedule, name: str) -> Any:
    return schedule._scheduler.get_job(name)


@pytest.mark.parametrize("minutes", [1, 5, 60, 1440])
def test_a_job_runs_every_so_many_minutes(schedule: Schedule, minutes: float) -> None:
    schedule.every_minutes("sync", minutes, lambda: None)
    job = _job(schedule, "sync")
    assert job.trigger.interval == timedelta(minutes=minutes)
    assert job.trigger.jitter == 20
    wait = job.next_run_time - datetime.now(UTC)
    assert abs(wait - timedelta(minutes=minutes)) < timedelta(seconds=45)


def test_missed_runs_count_once_and_none_overlaps(schedule: Schedule) -> None:
    schedule.every_minutes("sync", 5, lambda: None)
    job = _job(schedule, "sync")
    assert (job.coalesce, job.max_instances, job.misfire_grace_time) == (True, 1, None)


def test_the_first_run_can_come_soon(schedule: Schedule) -> None:
    schedule.every_minutes("copy", 1440, lambda: None)
    schedule.soon("copy")
    wait = _job(schedule, "copy").next_run_time - datetime.now(UTC)
    assert timedelta(seconds=60) < wait <= timedelta(seconds=90)


def test_another_interval_takes_the_place_of_the_first(schedule: Schedule) -> None:
    schedule.every_minutes("sync", 5, lambda: None)
    schedule.set_minutes("sync", 30)
    assert _job(schedule, "sync").trigger.interval == timedelta(minutes=30)
    assert _job(schedule, "sync").trigger.jitter == 20


def test_none_lets_a_job_rest_and_a_number_wakes_it(schedule: Schedule) -> None:
    schedule.every_minutes("sync", 5, lambda: None)
    schedule.set_minutes("sync", None)
    assert _job(schedule, "sync").next_run_time is None
    schedule.set_minutes("sync", 5)
    assert _job(schedule, "sync").next_run_time is not None


def test_the_same_interval_again_does_not_put_a_run_off(schedule: Schedule) -> None:
    schedule.every_minutes("sync", 5, lambda: None)
    before = _job(schedule, "sync").next_run_time
    schedule.set_minutes("sync", 5)
    assert _job(schedule, "sync").next_run_time == before


def test_a_job_really_runs(schedule: Schedule) -> None:
    import threading

    ran = threading.Event()
    schedule.every_minutes("now", 0.001, ran.set)
    schedule._scheduler.modify_job("now", next_run_time=datetime.now(UTC))
    assert ran.wait(5)
