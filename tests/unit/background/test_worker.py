"""The sync worker, its backoff and the two clocks: one pass at a time, tried again by itself where that helps."""

import threading
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from journeydesk.background import worker as module
from journeydesk.background.awake import DRIFT_SECONDS, Awake
from journeydesk.background.backoff import FIRST_SECONDS, MOST_SECONDS, Backoff
from journeydesk.background.rounds import stop_together
from journeydesk.background.worker import SyncWorker
from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.services.sync.session import SyncBusy
from journeydesk.sync.ports import RemoteTrouble, RemoteUnreachable, WalkExpired
from journeydesk.sync.recovery import StillSettling


class _Passes:
    """Passes that a test counts and holds."""

    def __init__(self) -> None:
        self.count = 0
        self.running = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self.done = threading.Semaphore(0)
        self.problem: Exception | None = None
        self.stopped: bool | None = None

    def run(self, stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        """One pass."""
        self.count += 1
        self.running.set()
        self.go_on.wait(5)
        self.stopped = stopping()
        if self.problem is not None:
            raise self.problem

    def finished(self) -> None:
        """What the worker calls after a pass."""
        self.done.release()

    def wait(self, count: int = 1) -> bool:
        """Whether that many passes end within seconds."""
        return all(self.done.acquire(timeout=5) for _ in range(count))


class _Soon(Backoff):
    """A backoff of no time, which notes what it was asked."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.problems: list[JourneydeskError] = []
        self.resets = 0
        self._times = times

    def after(self, problem: JourneydeskError) -> float | None:
        self.problems.append(problem)
        return 0.0 if len(self.problems) <= self._times else None

    def reset(self) -> None:
        self.resets += 1


@pytest.fixture
def passes() -> _Passes:
    """Passes that end at once."""
    return _Passes()


@pytest.fixture
def worker(passes: _Passes) -> Iterator[SyncWorker]:
    """A started worker, stopped afterwards."""
    running = SyncWorker(passes.run, after=passes.finished)
    running.start()
    yield running
    passes.go_on.set()
    assert running.stop()


def test_a_worker_waits_until_it_is_asked(worker: SyncWorker, passes: _Passes) -> None:
    assert not passes.running.wait(0.05)
    worker.request()
    assert passes.wait()
    assert passes.count == 1
    assert passes.stopped is False


def test_requests_during_a_pass_are_one_more_pass(worker: SyncWorker, passes: _Passes) -> None:
    passes.go_on.clear()
    worker.request()
    assert passes.running.wait(5)
    for _ in range(10):
        worker.request()
    passes.go_on.set()
    assert passes.wait(2)
    assert not passes.done.acquire(timeout=0.05)
    assert passes.count == 2


def test_stopping_ends_the_thread_and_no_pass_follows(passes: _Passes) -> None:
    worker = SyncWorker(passes.run, after=passes.finished)
    worker.start()
    passes.go_on.clear()
    worker.request()
    assert passes.running.wait(5)
    assert not worker.stop(within=0.05)
    passes.go_on.set()
    assert worker.stop(within=5)
    assert (passes.count, passes.stopped) == (1, True)
    assert not passes.done.acquire(timeout=0)


def test_a_worker_that_never_began_is_stopped_at_once(passes: _Passes) -> None:
    assert SyncWorker(passes.run).stop()


def test_stopping_wakes_a_pass_that_sleeps() -> None:
    slept = threading.Event()

    def dozing(stopping: Callable[[], bool], sleep: Callable[[float], None]) -> None:
        slept.set()
        sleep(60)

    worker = SyncWorker(dozing)
    worker.start()
    worker.request()
    assert slept.wait(5)
    assert worker.stop(within=5)


@pytest.mark.parametrize("times", [1, 3])
def test_a_failed_pass_is_tried_again_by_itself(passes: _Passes, times: int) -> None:
    backoff = _Soon(times)
    passes.problem = RemoteUnreachable("gone")
    worker = SyncWorker(passes.run, backoff, passes.finished)
    worker.start()
    worker.request()
    assert passes.wait(times + 1)
    assert worker.stop()
    assert passes.count == times + 1
    assert backoff.resets == 0


class _Later(_Soon):
    """A backoff of an hour."""

    def after(self, problem: JourneydeskError) -> float | None:
        return 3_600.0 if super().after(problem) is not None else None


@pytest.mark.parametrize(
    ("before", "after"),
    [((), ("10.0.0.7",)), (("10.0.0.7",), ("192.168.1.4",)), ((), ("", "fd00::7"))],
    ids=["back", "another", "IPv6"],
)
def test_a_failed_pass_is_tried_again_with_a_way_out(
    passes: _Passes, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    monkeypatch.setattr(module, "_LOOKS_SECONDS", 0.01)
    ways = [before]
    backoff = _Later(1)
    passes.problem = RemoteUnreachable("gone")
    worker = SyncWorker(passes.run, backoff, passes.finished, lambda: ways[-1])
    worker.start()
    worker.request()
    assert passes.wait()
    assert not passes.done.acquire(timeout=0.1)
    ways.append(after)
    assert passes.wait()
    assert worker.stop()
    assert backoff.resets == 1


def test_a_network_that_went_and_came_back_is_noticed(passes: _Passes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOKS_SECONDS", 0.01)
    home: tuple[str, ...] = ("10.0.0.7",)
    ways, looks = [home], threading.Semaphore(0)

    def look() -> tuple[str, ...]:
        looks.release()
        return ways[-1]

    passes.problem = RemoteUnreachable("gone")
    worker = SyncWorker(passes.run, _Later(1), passes.finished, look)
    worker.start()
    worker.request()
    assert passes.wait()
    ways.append(())
    assert all(looks.acquire(timeout=5) for _ in range(4))
    assert passes.count == 1
    ways.append(home)
    assert passes.wait()
    assert worker.stop()


def test_who_waits_to_be_asked_looks_at_no_network(passes: _Passes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOKS_SECONDS", 0.01)
    looks: list[int] = []

    def look() -> tuple[str, ...]:
        looks.append(1)
        return ()

    worker = SyncWorker(passes.run, after=passes.finished, out=look)
    worker.start()
    worker.request()
    assert passes.wait()
    assert not passes.done.acquire(timeout=0.1)
    assert worker.stop()
    assert looks == []


def test_a_pass_that_went_through_resets_the_backoff(passes: _Passes) -> None:
    backoff = _Soon(0)
    worker = SyncWorker(passes.run, backoff, passes.finished)
    worker.start()
    worker.request()
    assert passes.wait()
    assert worker.stop()
    assert (backoff.resets, backoff.problems) == (1, [])


def test_a_bug_in_a_pass_is_logged_and_later_passes_run(
    worker: SyncWorker, passes: _Passes, caplog: pytest.LogCaptureFixture
) -> None:
    passes.problem = ZeroDivisionError("a bug")
    worker.request()
    assert passes.wait()
    assert [record.getMessage() for record in caplog.records] == ["sync failed"]
    caplog.clear()
    passes.problem = None
    worker.request()
    assert passes.wait()


class _Highest(Random):
    """Always the far end of a range, so that the range shows."""

    def uniform(self, a: float, b: float) -> float:
        return b


class _Lowest(Random):
    """Always the near end."""

    def uniform(self, a: float, b: float) -> float:
        return a


_WORLD: list[Any] = [RemoteUnreachable, RemoteTrouble, WalkExpired]


@pytest.mark.parametrize("kind", _WORLD)
def test_each_failure_doubles_the_wait_up_to_five_minutes(kind: Any) -> None:
    backoff = Backoff(_Highest())
    assert [backoff.after(kind("x")) for _ in range(7)] == [15, 30, 60, 120, 240, 300, 300]
    backoff.reset()
    assert backoff.after(kind("x")) == FIRST_SECONDS


def test_the_wait_is_at_least_half_of_that() -> None:
    backoff = Backoff(_Lowest())
    assert [backoff.after(RemoteUnreachable("x")) for _ in range(6)] == [7.5, 15, 30, 60, 120, 150]


def test_machines_do_not_all_knock_at_once() -> None:
    waits = {Backoff(Random(seed)).after(RemoteUnreachable("x")) for seed in range(20)}
    assert len(waits) == 20
    assert all(wait is not None and FIRST_SECONDS / 2 <= wait <= FIRST_SECONDS for wait in waits)
    assert MOST_SECONDS == 300


def test_a_busy_database_is_tried_again_soon_without_growing() -> None:
    backoff = Backoff(_Highest())
    assert [backoff.after(SyncBusy("busy")) for _ in range(3)] == [20, 20, 20]
    assert backoff.after(RemoteUnreachable("x")) == FIRST_SECONDS


def test_what_trying_again_does_not_help_is_left() -> None:
    assert Backoff().after(UserError("wrong token")) is None


def test_a_write_that_settles_is_waited_for_a_second_longer() -> None:
    settling = StillSettling.__new__(StillSettling)
    settling.seconds = 41.0
    assert Backoff().after(settling) == 42.0


@pytest.mark.parametrize(
    ("wall_s", "monotonic_s", "jumped"),
    [
        (60, 60, False),
        (DRIFT_SECONDS, 0, False),
        (DRIFT_SECONDS + 0.5, 0, True),
        (3600, 10, True),
        (-3600, 10, True),
        (-DRIFT_SECONDS, 0, False),
    ],
)
def test_a_jump_is_seen_once(wall_s: float, monotonic_s: float, jumped: bool) -> None:
    clocks = {"wall": 1_000_000.0, "monotonic": 500.0}
    awake = Awake(lambda: clocks["wall"], lambda: clocks["monotonic"])
    assert not awake.jumped()
    clocks["wall"] += wall_s
    clocks["monotonic"] += monotonic_s
    assert awake.jumped() is jumped
    assert not awake.jumped()


class _Noted(SyncWorker):
    """Notes for how long it was waited."""

    def __init__(self, waits: list[float]) -> None:
        super().__init__(lambda _stopping, _sleep: None)
        self._waits = waits

    def stop(self, within: float = 9.0) -> bool:
        self._waits.append(within)
        return False


def test_all_are_asked_to_end_before_any_is_waited_for() -> None:
    waits: list[float] = []
    stop_together([_Noted(waits) for _ in range(5)], within=0.5)
    assert waits[:5] == [0.0] * 5
    assert sorted(waits[5:], reverse=True) == waits[5:]
    assert len(waits) == 10
    assert max(waits) <= 0.5
