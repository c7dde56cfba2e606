"""The pull by listing: walk each table, merge each page in one transaction, conclude deletes only from a finished walk."""

from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of
from journeydesk.storage.sync import state as sync_state
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.gone import conclude_gone
from journeydesk.sync.merging import merge_records
from journeydesk.sync.ports import PAGE, WalkExpired
from journeydesk.sync.work import Progress, Work

WALK_EVERY = timedelta(hours=6)
"""How often a table is walked whole where only listings tell of changes: they never tell of deletes."""

WALK_EVERY_BESIDE_FEED = timedelta(hours=24)
"""The same where a feed tells of everything."""

_WALK_TRIES = 3
# On an empty workspace nobody waits for the database, so its first pages are stored together.
_FIRST_PULL_PAGES = 5

WalkAllowed = Callable[[int], bool]
"""Whether the month's calls allow a walk of so many pages that is only a precaution."""


def pull_table(work: Work, slug: str, *, fed: bool, walk_allowed: WalkAllowed) -> None:
    """Brings one table up to date by listing it: whole the first time and now and then, else what changed since.

    With `fed` the feed has told what changed, and only a walk that is due is made.
    """
    table_map = work.maps[slug]
    with work.database.read() as connection:
        since, walked = sync_state.watermark(connection, slug)
        known = sync_state.all_remote_ids(connection, slug)
    must = since is None or walked is None
    pages = len(known) // PAGE + 1
    due = must or (_is_due(work, str(walked), WALK_EVERY_BESIDE_FEED if fed else WALK_EVERY) and walk_allowed(pages))
    if fed and not due:
        return
    for attempt in range(1, _WALK_TRIES + 1):
        try:
            seen, at = _walk(work, table_map, None if due else since, len(known))
            break
        except WalkExpired:
            if attempt == _WALK_TRIES:
                raise
    if due and known:
        conclude_gone(work, table_map, [RemoteId(remote) for remote in known if remote not in seen], len(known), walked=True)
    with work.database.write() as connection:
        sync_state.set_watermark(connection, slug, at or None, work.now() if due and at else None)


def _is_due(work: Work, walked: str, every: timedelta) -> bool:
    """By our own clock, on both sides of the comparison; a last walk in the future means that the clock was set back."""
    passed = work.clock() - moment_of(walked)
    return passed >= every or passed < timedelta(0)


def _walk(work: Work, table_map: TableMap, since: str | None, expected: int) -> tuple[set[RemoteId], str]:
    """Every id that was seen, and the remote's clock when the first page was asked for ("" if it told none)."""
    seen: set[RemoteId] = set()
    at: str | None = None
    done = 0
    pages = work.remote.pages(table_map.table_id, table_map.asked, since)
    together = _FIRST_PULL_PAGES if since is None and not expected else 1
    while batch := work.read(lambda: list(islice(pages, together))):
        at = batch[0].server_time if at is None else at
        records = [record for page in batch for record in page.records]
        if records:
            with work.database.write() as connection:
                merge_records(work, connection, table_map, records)
            work.seam("after page")
        seen |= {record.id for record in records}
        done += len(records)
        work.progress(Progress(BY_SLUG[table_map.slug].name, done, expected))
    return seen, at or ""
