"""A run of a scenario, from the request to its end; and which line of Make's log it is where no answer came
(docs/rules.md, "Scenario runs")."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from enum import Enum

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import noted


class RunState(Enum):
    """Where a run stands. The value is its name in English, and what is stored."""

    ASKED = noted("Asked for")
    """It is on disk and may have been sent; no answer is known."""
    RUNNING = noted("Running")
    SUCCEEDED = noted("Succeeded")
    WARNED = noted("Succeeded with warnings")
    FAILED = noted("Failed")
    REFUSED = noted("Refused by Make")
    """Make said no: nothing ran."""
    UNSEEN = noted("Not in Make’s log")
    """No answer came, and the log shows no run since."""
    UNSURE = noted("Not known")
    """No answer came, and the log does not tell which run it is; or no end was told within a day."""


OPEN = frozenset({RunState.ASKED, RunState.RUNNING})
"""Those that are looked up."""

UNSEEN_AFTER = timedelta(hours=1)
"""Make ends a run after 40 minutes; what the log does not show by then did not begin."""

GIVEN_UP_AFTER = timedelta(days=1)
_SKEW = timedelta(minutes=2)
_BY_ITSELF = frozenset({"auto", "scheduled"})
_STATUS = {0: RunState.RUNNING, 1: RunState.SUCCEEDED, 2: RunState.WARNED, 3: RunState.FAILED}
_WORDS = {
    "RUNNING": RunState.RUNNING,
    "SUCCESS": RunState.SUCCEEDED,
    "WARNING": RunState.WARNED,
    "ERROR": RunState.FAILED,
}


def state_of_status(status: int | str) -> RunState | None:
    """What Make's number or word for a run means; None for one that is not known."""
    return _WORDS.get(status.upper()) if isinstance(status, str) else _STATUS.get(status)


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of a scenario's log: `state` is None where Make said something else; `seconds` it took, `kind` how it was started, `author`
    the id of who started it, where that is told."""

    id: str
    at: datetime
    state: RunState | None
    seconds: float = 0.0
    kind: str = ""
    author: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a look into the log came to: the line that is the run, or that it is not known (`state` alone), or neither yet."""

    line: LogLine | None = None
    state: RunState | None = None


def find_run(
    lines: Iterable[LogLine],
    before: Collection[str],
    taken: Collection[str],
    me: int | None,
    asked_at: datetime,
    now: datetime,
) -> Found:
    """Which line is a run that was asked for without an answer. `before` are the lines that stood there before it was asked for, `taken`
    those of other runs of ours, `me` the id of whose token it is.

    One new line that somebody started, and no other, is the run. Lines that Make started by itself speak against nothing: only where
    there is no new line at all did it not begin.
    """
    fresh = [line for line in lines if line.id not in before and line.id not in taken and line.at >= asked_at - _SKEW]
    ours = [line for line in fresh if line.kind not in _BY_ITSELF and line.author in (None, me)]
    if len(ours) == 1:
        return Found(line=ours[0])
    if len(ours) > 1:
        return Found(state=RunState.UNSURE)
    if now - asked_at < UNSEEN_AFTER:
        return Found()
    return Found(state=RunState.UNSURE if fresh else RunState.UNSEEN)


def next_look(asked_at: datetime, now: datetime) -> float:
    """Seconds until a run that is open is looked up again: often at first, for Make counts requests by the minute."""
    age = (now - asked_at).total_seconds()
    return next((wait for until, wait in ((60, 3.0), (600, 10.0), (3_600, 60.0)) if age < until), 600.0)


def is_due(asked_at: datetime, looked_at: datetime | None, now: datetime) -> bool:
    """Whether an open run is to be looked up now."""
    return looked_at is None or (now - looked_at).total_seconds() >= next_look(asked_at, now)


def given_up(asked_at: datetime, now: datetime) -> bool:
    """Whether no end of it is waited for any longer."""
    return now - asked_at >= GIVEN_UP_AFTER


def newest(lines: Sequence[LogLine], count: int) -> list[LogLine]:
    """The newest lines, whatever order they came in."""
    return sorted(lines, key=lambda line: line.at, reverse=True)[:count]
