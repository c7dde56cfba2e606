"""When things run by themselves: sync on its interval, a snapshot of the database each day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from journeydesk.background.scheduler_import import BackgroundScheduler, IntervalTrigger

_JITTER_SECONDS = 20
_SOON_SECONDS = 90.0


class Schedule:
    """APScheduler's background scheduler with our rules: runs that were missed count once, none overlap, none is too late."""

    def __init__(self) -> None:
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler: Any = BackgroundScheduler(job_defaults=defaults, daemon=True)
        self._minutes: dict[str, float | None] = {}

    def every_minutes(self, name: str, minutes: float, run: Callable[[], object]) -> None:
        """Runs it every so many minutes, a little apart from other machines of the team."""
        self._minutes[name] = minutes
        self._scheduler.add_job(run, self._trigger(minutes), id=name)

    def soon(self, name: str, seconds: float = _SOON_SECONDS) -> None:
        """Its first run comes within the next minutes, when the start is well over, not after a whole interval."""
        self._scheduler.modify_job(name, next_run_time=datetime.now(UTC) + timedelta(seconds=seconds))

    def set_minutes(self, name: str, minutes: float | None) -> None:
        """Changes how often it runs; None lets it rest. Nothing happens where it is so already."""
        if self._minutes[name] == minutes:
            return
        self._minutes[name] = minutes
        if minutes is None:
            self._scheduler.pause_job(name)
        else:
            self._scheduler.reschedule_job(name, trigger=self._trigger(minutes))
            self._scheduler.resume_job(name)

    def _trigger(self, minutes: float) -> object:
        return IntervalTrigger(minutes=minutes, jitter=_JITTER_SECONDS)

    def start(self) -> None:
        """Begins."""
        self._scheduler.start()

    def stop(self) -> None:
        """Ends without waiting for a job; the worker has its own stop."""
        self._scheduler.shutdown(wait=False)
