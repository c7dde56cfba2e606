"""The pull by listing: walk each table, merge each page in one transaction, conclude deletes only from a finished walk."""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of
from journeydesk.storage.sync.cursors import set_watermark, watermark
from journeydesk.storage.sync.remote_ids import all_remote_ids, remote_count
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.arrivals import merge_page
from journeydesk.sync.ports import WalkExpired
from journeydesk.sync.remote_deletes import conclude_remote_deletes
from journeydesk.sync.sync_pass import Progress, SyncPass

WALK_EVERY = timedelta(hours=6)
"""How often a table is walked whole where only listings tell of changes: they never tell of deletes."""

WALK_EVERY_BESIDE_FEED = timedelta(hours=24)
"""The same where a feed tells of everything."""

_WALK_TRIES = 3
# On an empty workspace nobody waits for the database, so its first pages are stored together.
_FIRST_PULL_PAGES = 5

WalkAllowed = Callable[[int], bool]
"""Whether the month's calls allow a walk of so many pages that is only a precaution."""


def pull_table(sync_pass: SyncPass, slug: str, *, fed: bool, walk_allowed: WalkAllowed) -> None:
    """Brings one table up to date by listing it: whole the first time and now and then, else what changed since.

    With `fed` the feed has told what changed, and only a walk that is due is made.
    """
    table_map = sync_pass.maps[slug]
    with sync_pass.database.read() as connection:
        since, walked = watermark(connection, slug)
    must = since is None or walked is None
    due = must or _is_due(sync_pass, str(walked), WALK_EVERY_BESIDE_FEED if fed else WALK_EVERY)
    if fed and not due:
        return
    with sync_pass.database.read() as connection:
        expected = remote_count(connection, slug)
    due = must or (due and walk_allowed(expected // sync_pass.remote.limits.page + 1))
    if fed and not due:
        return
    known = _known(sync_pass, slug) if due else ()
    for attempt in range(1, _WALK_TRIES + 1):
        try:
            seen, at = _walk(sync_pass, table_map, None if due else since, expected)
            break
        except WalkExpired:
            if attempt == _WALK_TRIES:
                raise
    if due and known:
        conclude_remote_deletes(
            sync_pass, table_map, [remote for remote in known if remote not in seen], len(known), walked=True
        )
    with sync_pass.database.write() as connection:
        set_watermark(connection, slug, at or None, sync_pass.now() if due and at else None)


def _known(sync_pass: SyncPass, slug: str) -> list[RemoteId]:
    with sync_pass.database.read() as connection:
        return [RemoteId(remote) for remote in all_remote_ids(connection, slug)]


def _is_due(sync_pass: SyncPass, walked: str, every: timedelta) -> bool:
    """By our own clock, on both sides of the comparison; a last walk in the future means that the clock was set back."""
    passed = sync_pass.clock() - moment_of(walked)
    return passed >= every or passed < timedelta(0)


def _walk(sync_pass: SyncPass, table_map: TableMap, since: str | None, expected: int) -> tuple[set[RemoteId], str]:
    """Every id that was seen, and the remote's clock when the first page was asked for ("" if it told none)."""
    seen: set[RemoteId] = set()
    at: str | None = None
    done = 0
    pages = sync_pass.remote.pages(table_map.table_id, table_map.asked, since)
    together = _FIRST_PULL_PAGES if since is None and not expected else 1
    while batch := sync_pass.read(lambda: list(islice(pages, together))):
        at = batch[0].server_time if at is None else at
        records = [record for page in batch for record in page.records]
        if records:
            merge_page(sync_pass, table_map, records)
            sync_pass.seam("after page")
        seen |= {record.id for record in records}
        done += len(records)
        sync_pass.progress(Progress(BY_SLUG[table_map.slug].name, done, expected))
    return seen, at or ""
