"""The pull by feed: one call tells what changed in every table; only those records are read (docs/sync.md, "A pass";
docs/services.md, "Airtable: webhooks")."""

import itertools
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.field_kinds.reading import is_empty
from journeydesk.domain.ids import RemoteId
from journeydesk.domain.time import moment_of
from journeydesk.domain.words import tr
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync import conflicts
from journeydesk.storage.sync.cursors import walk_again
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.remote_ids import records_of_remote, remote_count
from journeydesk.storage.sync.sync_records import SyncRecord, by_remote_id
from journeydesk.storage.sync.table_maps import TableMap
from journeydesk.sync.arrivals import merge_page
from journeydesk.sync.overwritten_edits import note_overwritten_edits
from journeydesk.sync.ports import AccessDenied, Feed, FeedLost, RecordRefused, Replaced
from journeydesk.sync.remote_deletes import conclude_remote_deletes
from journeydesk.sync.remote_snapshot import as_fine_as, hidden_decimals, read_cell, slugs_by_field_id
from journeydesk.sync.sync_pass import SyncPass

MOST_PAGES = 2_000
"""How much of a feed is followed in one pass: of 50 payloads each, more than any team edits in the week that they are kept."""

_META = "feed"
_DENIED = "feed_denied_at"
_ASK_AGAIN = timedelta(hours=24)


@dataclass
class FeedNews:
    """All that the feed told in one pass, and how far it was read."""

    feed: Feed
    changed: dict[str, dict[RemoteId, dict[str, object]]] = field(default_factory=lambda: defaultdict(dict))
    destroyed: dict[str, set[RemoteId]] = field(default_factory=lambda: defaultdict(set))
    authors: dict[RemoteId, str] = field(default_factory=dict)
    replaced: list[Replaced] = field(default_factory=list)
    schema_changed: bool = False


def listen(sync_pass: SyncPass) -> FeedNews | None:
    """What the feed of this workspace tells; a new one is begun where there is none or it was lost. None where the token may
    have none: then listings must tell."""
    with sync_pass.database.read() as connection:
        known = stored_feed(connection)
    news = _listen(sync_pass, known) if known is not None else None
    if news is None:
        feed = _begin(sync_pass)
        news = FeedNews(feed) if feed is not None else None
    return news


def _begin(sync_pass: SyncPass) -> Feed | None:
    with sync_pass.database.read() as connection:
        denied = get_meta(connection, _DENIED)
    if denied is not None and timedelta(0) <= sync_pass.clock() - moment_of(denied) < _ASK_AGAIN:
        return None
    try:
        feed = sync_pass.write(sync_pass.remote.open_feed)
    except (AccessDenied, RecordRefused):
        with sync_pass.database.write() as connection:
            set_meta(connection, _DENIED, sync_pass.now())
        return None
    with sync_pass.database.write() as connection:
        _store(connection, feed)
        # What changed before the feed began it does not tell.
        walk_again(connection)
    return feed


def stored_feed(connection: Connection) -> Feed | None:
    """The feed as far as it was read."""
    stored = get_meta(connection, _META)
    return None if stored is None else Feed(**json.loads(stored))


def forget_feed(connection: Connection) -> None:
    """The next pass begins a feed of its own and walks every table once."""
    _store(connection, None)


def _store(connection: Connection, feed: Feed | None) -> None:
    text = None
    if feed is not None:
        text = json.dumps({"id": feed.id, "cursor": feed.cursor, "tells_schema": feed.tells_schema})
    set_meta(connection, _META, text)


def _listen(sync_pass: SyncPass, feed: Feed) -> FeedNews | None:
    """Reads the feed to its end. None where it is lost: then it is dropped, and every table is walked."""
    news = FeedNews(feed)
    for pages in itertools.count(1):
        try:
            page = sync_pass.read(lambda: sync_pass.remote.read_feed(news.feed))
            if page.more and (page.cursor <= news.feed.cursor or pages == MOST_PAGES):
                raise FeedLost(tr("The change feed has no end; every table is read once."))
        except FeedLost:
            with sync_pass.database.write() as connection:
                _store(connection, None)
                walk_again(connection)
            return None
        for table, records in page.changed.items():
            for record, fields in records.items():
                news.changed[table].setdefault(record, {}).update(fields)
                news.destroyed[table].discard(record)
        for table, gone in page.destroyed.items():
            for record in gone:
                news.changed[table].pop(record, None)
                news.destroyed[table].add(record)
        news.authors.update(page.authors)
        news.replaced += page.replaced
        news.schema_changed |= page.schema_changed
        news.feed = Feed(feed.id, page.cursor, feed.tells_schema)
        if not page.more:
            break
    return news


def pull_feed(sync_pass: SyncPass, news: FeedNews) -> None:
    """Reads and merges what the feed told, then moves its cursor: killed before that, it is told again."""
    for table_map in sync_pass.maps.values():
        if table_map.table_id in news.changed:
            _read_changed(sync_pass, table_map, news.changed[table_map.table_id], news.authors)
    for table_map in reversed(sync_pass.maps.values()):
        gone = news.destroyed.get(table_map.table_id)
        if gone:
            with sync_pass.database.read() as connection:
                known = records_of_remote(connection, table_map.slug, sorted(gone))
                count = remote_count(connection, table_map.slug)
            missing = [remote for remote in sorted(gone) if remote in known]
            if missing:
                conclude_remote_deletes(sync_pass, table_map, missing, count, walked=False)
    note_overwritten_edits(sync_pass, sync_pass.maps, news.replaced)
    with sync_pass.database.read() as connection:
        before = stored_feed(connection)
    if before != news.feed:
        with sync_pass.database.write(counted=False) as connection:
            _store(connection, news.feed)


def _read_changed(
    sync_pass: SyncPass, table_map: TableMap, changed: Mapping[RemoteId, Mapping[str, object]], authors: Mapping[RemoteId, str]
) -> None:
    unknown: list[RemoteId] = []
    records = list(changed)
    for start in range(0, len(records), sync_pass.remote.limits.page):
        with sync_pass.database.read() as connection:
            known = by_remote_id(connection, table_map.slug, records[start : start + sync_pass.remote.limits.page])
            # Where a person is asked, a value that is as agreed again is news: it may answer the question.
            held = conflicts.held_fields(connection, table_map.slug, [mine.record for mine in known.values()])
        unknown += [
            record
            for record in records[start : start + sync_pass.remote.limits.page]
            if record not in known or known[record].record in held or not _echo(table_map, known[record], changed[record])
        ]
    for start in range(0, len(unknown), sync_pass.remote.limits.page):
        part = unknown[start : start + sync_pass.remote.limits.page]
        fetched = sync_pass.read(lambda part=part: sync_pass.remote.fetch(table_map.table_id, part, table_map.asked))  # type: ignore[misc]
        merge_page(sync_pass, table_map, fetched, authors)
        sync_pass.seam("after page")


def _echo(table_map: TableMap, mine: SyncRecord, fields: Mapping[str, object]) -> bool:
    """Whether all that changed stands in the base already: our own writing, come back to us."""
    base, stood = mine.base, hidden_decimals(mine.extra) if table_map.coarse else {}
    slugs = slugs_by_field_id(table_map)
    for identifier, value in fields.items():
        slug = slugs.get(identifier)
        if slug is None:
            if identifier in table_map.other:
                return False
            continue
        if slug in table_map.several:
            # Our value may be as it was while another of the cell's changed.
            return False
        cell = read_cell(table_map, slug, value)
        if cell is None and not is_empty(BY_SLUG[table_map.slug].by_slug[slug], table_map.forms[slug], value):
            # What a payload writes otherwise than a listing says nothing before it was listed.
            return False
        if as_fine_as(table_map, {slug: cell}, base, stood=stood).get(slug) != base.get(slug):
            return False
    return True
