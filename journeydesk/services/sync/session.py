"""One pass of sync with everything that is connected, and what the pill tells of it."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from journeydesk.config import Connections
from journeydesk.domain.errors import NotNow
from journeydesk.domain.ids import RecordId
from journeydesk.domain.periods import month_of
from journeydesk.domain.quota import interval_minutes, walk_allowed
from journeydesk.domain.time import moment_text
from journeydesk.domain.words import tr
from journeydesk.remote.opening import REMOTE_SLUG, RemoteAccess, quota_of
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.evaluate import evaluate
from journeydesk.services.sync.connecting import open_configured, remote_access
from journeydesk.services.sync.payments_in_pass import read_payments
from journeydesk.services.sync.working_offline import refuse_offline
from journeydesk.services.workspace.settings import follow_words
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.sync.api_calls import calls_of
from journeydesk.storage.sync.cursors import watermark
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.table_maps import synced_fields
from journeydesk.storage.upkeep.memory import let_pages_go
from journeydesk.sync.engine import SyncOutcome, run_pass
from journeydesk.sync.feed import stored_feed
from journeydesk.sync.ports import AccessDenied, QuotaReached, Remote, RemoteTrouble, RemoteUnreachable, TokenRefused
from journeydesk.sync.sync_pass import Progress

LOCK_NAME = "sync.lock"
LAST_BEGAN = "last_began"
"""The fact of when the last pass that came to its end began."""

EVERY_MINUTES = 5.0
"""How long from one pass to the next where the workspace and the month's calls ask for nothing else."""

MONTHLY_LIMIT = "monthly limit"
CAPPED_MINUTES = 60.0
"""How long to the next try by itself once the remote said that the month's calls are used up: others' calls count, and a plan may have
been changed since. A person's sync always tries."""

# How often the screens are told to read again while records stream in.
_TELL_EVERY_SECONDS = 1.0

_MANY = 100
"""A pass that brought or sent so many leaves megabytes of pages behind; after fewer the next save is to find its own still decrypted."""


class SyncBusy(NotNow):
    """Another Journeydesk is syncing this workspace; nothing was begun."""


class SyncSession:
    """What lives from one pass to the next: the connection with its pace, so that a pause outlasts the pass that met it."""

    def __init__(self, context: Context, known: Connections) -> None:
        self._context = context
        self._known = known
        self._remote: Remote | None = None
        self._access: RemoteAccess | None = None

    def _open(self, sleep: Callable[[float], None]) -> Remote:
        access = remote_access(self._context, self._known)
        if self._remote is None or access != self._access:
            self._remote, self._access = open_configured(self._context, access, sleep), access
        return self._remote

    def run(
        self,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[Progress], None] = lambda _: None,
        sleep: Callable[[float], None] = time.sleep,
        seam: Callable[[str], None] = lambda _: None,
    ) -> SyncOutcome:
        """One full pass: the remote, Stripe where it is connected, then the rules over all that it touched.

        Raises WorkingOffline while a person has the network off, SyncBusy where another program is at it, and the errors of
        `sync.engine.run_pass`.
        """
        context = self._context
        refuse_offline(context)
        remote = self._open(sleep)
        try:
            with alone(context.database.folder), _facts(context):
                one = _OnePass(context, self._known, cancelled, sleep)
                outcome = one.run(remote, progress, seam)
        finally:
            remote.let_go()
        # What others wrote before this moment is here: whoever sends mail by itself goes by it.
        _note(context, {LAST_BEGAN: one.began})
        # Folded in now, in an idle moment, so that the next save does not pay for it.
        context.database.checkpoint()
        if outcome.pulled + outcome.pushed >= _MANY:
            let_pages_go(context.database)
        context.publish(Change(outcome.kinds | {"sync", "positions", "alerts"}, None, "sync"))
        return replace(outcome, problems=(*outcome.problems, *one.problems))


class _OnePass:
    """A pass at work: the rules look at what was pulled before anything is pushed, and at what was paid after it."""

    def __init__(
        self, context: Context, known: Connections, cancelled: Callable[[], bool], sleep: Callable[[float], None]
    ) -> None:
        self._context = context
        self._known = known
        self._cancelled = cancelled
        self._sleep = sleep
        self.began = moment_text(context.clock())
        self.problems: list[str] = []
        self._pulled_since: str | None = self.began
        with context.database.read() as connection:
            self._first = watermark(connection, "prospects")[0] is None

    def run(self, remote: Remote, progress: Callable[[Progress], None], seam: Callable[[str], None]) -> SyncOutcome:
        """Raises what `sync.engine.run_pass` raises."""
        context = self._context
        try:
            return run_pass(
                context.database,
                remote,
                clock=context.clock,
                sleep=self._sleep,
                settle_seconds=self._known.settle_seconds,
                cancelled=self._cancelled,
                progress=partial(_Teller(context).tell, progress),
                seam=seam,
                walk_allowed=lambda pages: walk_allowed(pages, *_budget(context)),
                pulled=self._pulled,
                pushed=self._payments,
                zone=context.settings.time_zone,
                reps={rep.email.casefold(): rep.name for rep in context.settings.reps if rep.email},
            )
        except (AccessDenied, QuotaReached, RemoteTrouble, TokenRefused):
            # The remote's trouble is its own: what was paid is read all the same.
            self._payments()
            raise
        finally:
            follow_words(context)

    def _pulled(self, touched: frozenset[RecordId]) -> None:
        evaluate(self._context, None if self._first else touched, self._pulled_since)
        # From here on a stage that differs from what the facts say is our own to publish.
        self._pulled_since = None

    def _payments(self) -> bool:
        paid, problems = read_payments(self._context, self._known, self._cancelled, self._sleep)
        self.problems += problems
        if paid:
            evaluate(self._context, paid, self._pulled_since)
        return bool(paid)


def sync_once(
    context: Context,
    known: Connections,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[str, int], None] = lambda _table, _done: None,
    sleep: Callable[[float], None] = time.sleep,
    seam: Callable[[str], None] = lambda _: None,
) -> SyncOutcome:
    """One pass by itself, for a command. `progress` is told a table's name and how many of its records are done."""

    def tell(step: Progress) -> None:
        progress(step.table, step.done)

    return SyncSession(context, known).run(cancelled=cancelled, progress=tell, sleep=sleep, seam=seam)


def next_interval(context: Context) -> float | None:
    """Minutes to the next pass by the settings and the month's calls; None where only a person may start one, an hour where the remote
    itself said that the month's calls are used up."""
    quota, used = _budget(context)
    with context.database.read() as connection:
        idle = 1 if stored_feed(connection) is not None else max(1, len(synced_fields(connection)))
        least = float(get_meta(connection, "sync_minutes") or EVERY_MINUTES)
        if get_meta(connection, "paused_reason") == MONTHLY_LIMIT:
            return CAPPED_MINUTES
    return interval_minutes(least, quota, used, idle)


def _budget(context: Context) -> tuple[int | None, int]:
    with context.database.read() as connection:
        quota = quota_of(get_meta(connection, f"{REMOTE_SLUG}_plan"))
        return quota, calls_of(connection, REMOTE_SLUG, context.now()[:7])


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One program at a time syncs or repairs the workspace in `folder`. Raises SyncBusy where another is at it."""
    lock = FileLock(folder / LOCK_NAME)
    if not lock.take():
        raise SyncBusy(tr("Another Journeydesk is syncing this workspace at this moment. Try again when it has finished."))
    try:
        yield
    finally:
        lock.let_go()


@contextlib.contextmanager
def _facts(context: Context) -> Iterator[None]:
    """Keeps what the pill tells: at work, offline since, paused and why."""
    _note(context, {"running": "1"})
    context.publish(Change(frozenset({"sync"}), None, "sync"))
    try:
        yield
    except RemoteUnreachable as problem:
        with context.database.read() as connection:
            since = get_meta(connection, "offline_since")
        _note(context, {"offline_since": since or context.now(), "offline_why": str(problem)})
        raise
    except TokenRefused:
        _note(context, {"token_refused": "1"})
        raise
    except QuotaReached:
        _note(context, {"paused_reason": MONTHLY_LIMIT, "paused_until": _next_month(context)})
        raise
    except AccessDenied:
        _note(context, {"paused_reason": "access denied", "paused_until": None})
        raise
    except RemoteTrouble as problem:
        _note(context, {"trouble": str(problem)})
        raise
    else:
        names = ("offline_since", "offline_why", "token_refused", "paused_reason", "paused_until", "trouble")
        _note(context, dict.fromkeys(names))
    finally:
        _note(context, {"running": None, "done": None, "total": None})
        context.publish(Change(frozenset({"sync"}), None, "sync"))


def _next_month(context: Context) -> str:
    now = context.clock()
    first = month_of(now.date()).following().first
    return moment_text(now.replace(year=first.year, month=first.month, day=1, hour=0, minute=0, second=0, microsecond=0))


def _note(context: Context, facts: dict[str, str | None]) -> None:
    with context.database.write(counted=False) as connection:
        for name, value in facts.items():
            set_meta(connection, name, value)


class _Teller:
    """Tells the pill how far a pass is, and the screens, now and then, that records came in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told_at = time.monotonic()

    def tell(self, listener: Callable[[Progress], None], progress: Progress) -> None:
        """One step further."""
        _note(self._context, {"done": str(progress.done), "total": str(progress.total) if progress.total else None})
        kinds = {"sync"}
        if time.monotonic() - self._told_at > _TELL_EVERY_SECONDS:
            self._told_at = time.monotonic()
            kinds |= {"prospects", "interactions"}
        self._context.publish(Change(frozenset(kinds), None, "sync"))
        listener(progress)
