"""One pass: recover, pull, push. Every answered request is on disk before the next is sent."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random

from journeydesk.domain.errors import UserError
from journeydesk.domain.ids import RecordId
from journeydesk.storage import sync_state
from journeydesk.storage.database import Database
from journeydesk.storage.pending import waiting_count
from journeydesk.sync.ports import Remote
from journeydesk.sync.pull import RecordsGone, pull_table
from journeydesk.sync.push import push_creates_and_updates, push_deletes
from journeydesk.sync.recovery import recover
from journeydesk.sync.work import Progress, Work


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What a pass did. `pending` and `conflicts` are what is left; `prospects` are those to fold and score again."""

    pulled: int
    pushed: int
    deleted: int
    conflicts: int
    pending: int
    calls: int
    prospects: frozenset[RecordId]
    kinds: frozenset[str]
    problems: tuple[str, ...]


def _nothing(_: object) -> None:
    return None


def run_pass(
    database: Database,
    remote: Remote,
    *,
    clock: Callable[[], datetime],
    sleep: Callable[[float], None],
    settle_seconds: float = 60.0,
    random: Random | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[Progress], None] = _nothing,
    seam: Callable[[str], None] = _nothing,
) -> SyncOutcome:
    """One full pass over every table that set-up matched.

    `seam` is called by name before and after each commit and call, for tests that stop there. Raises the errors of
    `sync.ports`, `StillSettling`, `Cancelled`, and UserError where no base was set up.
    """
    with database.read() as connection:
        maps = sync_state.table_maps(connection)
    if not maps:
        raise UserError("No Airtable base is set up in this workspace. Run: journeydesk setup")
    work = Work(database, remote, maps, clock, sleep, random or Random(), cancelled, progress, seam)
    began = remote.calls
    with contextlib.ExitStack() as stack:
        stack.callback(_count_calls, database, work, began)
        recover(work, settle_seconds)
        for slug in maps:
            try:
                pull_table(work, slug)
            except RecordsGone as gone:
                work.tally.problems.append(str(gone))
        for slug in maps:
            push_creates_and_updates(work, slug)
        for slug in reversed(maps):
            push_deletes(work, slug)
        with database.write() as connection:
            sync_state.set_meta(connection, "last_success", work.now())
    return _outcome(database, work, remote.calls - began)


def _count_calls(database: Database, work: Work, began: int) -> None:
    calls = work.remote.calls - began
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO api_call (day, service, calls) VALUES (?, 'airtable', ?) "
            "ON CONFLICT (day, service) DO UPDATE SET calls = calls + excluded.calls",
            (work.now()[:10], calls),
        )


def _outcome(database: Database, work: Work, calls: int) -> SyncOutcome:
    with database.read() as connection:
        pending = waiting_count(connection)
        conflicts = int(connection.exec_driver_sql("SELECT count(*) FROM conflict").scalar_one())
    tally = work.tally
    return SyncOutcome(
        tally.pulled,
        tally.pushed,
        tally.deleted,
        conflicts,
        pending,
        calls,
        frozenset(tally.prospects),
        frozenset(tally.kinds),
        tuple(tally.problems),
    )
