"""One pass: recover, listen, pull, push. Every answered request is on disk before the next is sent."""

import contextlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from random import Random
from types import MappingProxyType

from journeydesk.domain.errors import JourneydeskError, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.storage.engine.database import Database
from journeydesk.storage.records import tombstones
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.pending import waiting_count
from journeydesk.storage.sync.table_maps import is_matched, table_maps
from journeydesk.sync.feed import FeedNews, listen, pull_feed
from journeydesk.sync.links.named_links import look_again, resolve_named_links
from journeydesk.sync.links.renamed_links import renew_linked_names
from journeydesk.sync.merging import resolve_links
from journeydesk.sync.names.current_options import OptionsChanged
from journeydesk.sync.ports import AccessDenied, Remote, RemoteTrouble, SchemaChanged
from journeydesk.sync.pull import WalkAllowed, pull_table
from journeydesk.sync.push import push_creates_and_updates
from journeydesk.sync.push_deletes import push_deletes
from journeydesk.sync.recovery import recover
from journeydesk.sync.schema_watch import read_schema, schema_is_due
from journeydesk.sync.shared_map import LEFT_ALONE, exchange_map
from journeydesk.sync.sync_pass import Progress, SyncPass

_SCHEMA_TRIES = 3


@dataclass(frozen=True, slots=True)
class SyncOutcome:
    """What a pass did. `pending` and `conflicts` are what is left; `prospects` are those to fold and score again; `problems` are
    sentences about what could not be done, `notes` about what happened besides, `left_alone` about what does not sync since set-up:
    the first pass says it, and no other."""

    pulled: int
    pushed: int
    deleted: int
    conflicts: int
    pending: int
    calls: int
    prospects: frozenset[RecordId]
    kinds: frozenset[str]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    left_alone: tuple[str, ...] = ()


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
    walk_allowed: WalkAllowed = lambda pages: True,
    pulled: Callable[[frozenset[RecordId]], None] = _nothing,
    pushed: Callable[[], bool] = lambda: False,
    zone: tzinfo = UTC,
    reps: Mapping[str, str] = MappingProxyType({}),
) -> SyncOutcome:
    """One full pass over every table that set-up matched.

    `seam` is called by name before and after each commit and call, for tests that stop at one. `walk_allowed` says whether the
    budget has room for a walk of so many pages that is only a precaution. `pulled` is called between pull and push with the
    prospects that the pull touched, so that what the rules make of it goes with the same pass. `pushed` is called after the push,
    for what may take long and must not hold it up; where it returns true, what it changed is pushed too. `zone` is the team's,
    `reps` are its people's names by their e-mail address in small letters.

    Raises the errors of `sync.ports`, `StillSettling`, `Cancelled`, and UserError where no base was set up.
    """
    with database.read() as connection:
        maps = table_maps(connection, zone)
        matched = is_matched(connection)
    if not matched:
        raise UserError(tr("No {name} base is set up in this workspace. Run: journeydesk setup", name=remote.name))
    sync_pass = SyncPass(database, remote, maps, clock, sleep, random or Random(), cancelled, progress, seam, zone, reps)
    sync_pass.counted = began = remote.calls
    with contextlib.ExitStack() as stack:
        stack.callback(sync_pass.count_calls)
        recover(sync_pass, settle_seconds)
        news = listen(sync_pass)
        if schema_is_due(sync_pass, news is not None and news.feed.tells_schema) or (news is not None and news.schema_changed):
            read_schema(sync_pass)
        sync_pass.options_are_current |= news is not None and news.feed.tells_schema
        _exchange(sync_pass, news, walk_allowed, pulled)
        if pushed():
            _push(sync_pass)
        with database.write(counted=False) as connection:
            set_meta(connection, "last_success", sync_pass.now())
            look_again(connection, sync_pass)
            tombstones.prune(connection, sync_pass.now())
    return _outcome(database, sync_pass, remote.calls - began)


def _exchange(
    sync_pass: SyncPass, news: FeedNews | None, walk_allowed: WalkAllowed, pulled: Callable[[frozenset[RecordId]], None]
) -> None:
    """Pull, then push; begun again where the schema turned out to be another than it was."""
    for attempt in range(1, _SCHEMA_TRIES + 1):
        try:
            _pull(sync_pass, news, walk_allowed)
            pulled(frozenset(sync_pass.tally.prospects))
            _push(sync_pass)
        except (SchemaChanged, AccessDenied) as problem:
            if not _schema_explains(sync_pass, problem) or attempt == _SCHEMA_TRIES:
                raise
        else:
            return


def _schema_explains(sync_pass: SyncPass, problem: JourneydeskError) -> bool:
    """Whether the base has another shape by now; an access that was denied may also be a table that is gone."""
    if isinstance(problem, OptionsChanged):
        return True
    try:
        changed = read_schema(sync_pass)
    except AccessDenied:
        raise problem from None
    if not changed and isinstance(problem, SchemaChanged):
        raise RemoteTrouble(
            tr(
                "{name} says that a field is unknown which its schema lists. Sync tries again by itself.",
                name=sync_pass.remote.name,
            )
        ) from problem
    return changed


def _pull(sync_pass: SyncPass, news: FeedNews | None, walk_allowed: WalkAllowed) -> None:
    renew_linked_names(sync_pass, news, walk_allowed)
    if news is not None:
        pull_feed(sync_pass, news)
    for slug in sync_pass.maps:
        pull_table(sync_pass, slug, fed=news is not None, walk_allowed=walk_allowed)
    resolve_links(sync_pass)
    if exchange_map(sync_pass):
        # What the team mapped anew is walked at once, so that nothing is sent by what was known before.
        for slug in sync_pass.maps:
            pull_table(sync_pass, slug, fed=False, walk_allowed=walk_allowed)
        resolve_links(sync_pass)
    resolve_named_links(sync_pass)


def _push(sync_pass: SyncPass) -> None:
    with sync_pass.database.read() as connection:
        sync_pass.to_send = waiting_count(connection)
    for slug in sync_pass.maps:
        push_creates_and_updates(sync_pass, slug)
    for slug in reversed(sync_pass.maps):
        push_deletes(sync_pass, slug)


def _outcome(database: Database, sync_pass: SyncPass, calls: int) -> SyncOutcome:
    with database.read() as connection:
        pending = waiting_count(connection)
        open_questions = conflicts.count(connection)
        left_alone = get_meta(connection, LEFT_ALONE)
    if left_alone is not None:
        with database.write(counted=False) as connection:
            set_meta(connection, LEFT_ALONE, None)
    tally = sync_pass.tally
    return SyncOutcome(
        tally.pulled,
        tally.pushed,
        tally.deleted,
        open_questions,
        pending,
        calls,
        frozenset(tally.prospects),
        frozenset(tally.kinds),
        tuple(tally.problems),
        tuple(tally.notes),
        tuple(json.loads(left_alone or "[]")),
    )
