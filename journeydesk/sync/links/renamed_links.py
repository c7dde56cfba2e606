"""Linked records that a text of ours shows, renamed there: our text follows, and what was agreed with it, so that it is nobody's edit
(docs/sync.md, "Links as names")."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from journeydesk.domain.field_kinds.form import RemoteForm
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.time import moment_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import get_many, update_many
from journeydesk.storage.sync.bases import agreed_texts, rename_in_base
from journeydesk.storage.sync.cursors import watermark
from journeydesk.storage.sync.meta import get_meta, set_meta
from journeydesk.storage.sync.sync_records import by_remote_id
from journeydesk.storage.sync.table_maps import TableMap, learn_names, table_map_of
from journeydesk.sync.feed import FeedNews
from journeydesk.sync.names.names_by_id import Primary, names_of, primary_of, shown_links
from journeydesk.sync.ports import RemoteRecord, SchemaChanged
from journeydesk.sync.pull import WALK_EVERY, WALK_EVERY_BESIDE_FEED, WalkAllowed
from journeydesk.sync.remote_snapshot import read_cell
from journeydesk.sync.sync_pass import SyncPass

_META = "linked_names "


@dataclass(frozen=True, slots=True)
class _Asked:
    """How a linked table was asked last: for its primary field, up to which moment of the remote's clock ("" where a feed tells), and
    when (ours) for every name."""

    primary: Primary
    since: str
    at: str


def renew_linked_names(sync_pass: SyncPass, news: FeedNews | None, walk_allowed: WalkAllowed) -> None:
    """Asks which linked records were renamed, and writes their names into our texts; before anything is merged, so that no record is
    read by a name that is known to be another."""
    shown: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for slug, table_map in sync_pass.maps.items():
        for name in shown_links(table_map):
            if table_map.choices.get(name):
                shown[table_map.forms[name].links_to].append((slug, name))
    for table, fields in shown.items():
        try:
            names = _names(sync_pass, table, fields, news, walk_allowed)
        except SchemaChanged:
            # The linked table is another; the schema tells what becomes of the links to it.
            with sync_pass.database.write(counted=False) as connection:
                set_meta(connection, _META + table, None)
            continue
        for slug, name in fields:
            known = sync_pass.maps[slug].choices.get(name, {})
            renamed = {record: new for record, new in names.items() if record in known and known[record] != new}
            if renamed:
                _rename(sync_pass, slug, name, renamed)


def _names(
    sync_pass: SyncPass,
    table: str,
    fields: Sequence[tuple[str, str]],
    news: FeedNews | None,
    walk_allowed: WalkAllowed,
) -> dict[str, str]:
    """The names of the linked records that may have changed."""
    known = {record for slug, name in fields for record in sync_pass.maps[slug].choices.get(name, {})}
    with sync_pass.database.read() as connection:
        asked = _asked(get_meta(connection, _META + table))
        walked = all(watermark(connection, slug)[1] is not None for slug, _ in fields)
    pages = len(known) // sync_pass.remote.limits.page + 1
    if asked is None or not walked or (_is_due(sync_pass, asked, news is not None) and walk_allowed(pages)):
        return _all_names(sync_pass, table, known, news)
    if news is not None:
        told = sorted(known & news.changed.get(table, {}).keys())
        return names_of(sync_pass, table, asked.primary, [RemoteId(record) for record in told]) if told else {}
    records, at = _changed_since(sync_pass, table, asked)
    _note(sync_pass, table, replace(asked, since=at or asked.since))
    return {record.id: asked.primary.name(record, sync_pass.zone) for record in records}


def _asked(stored: str | None) -> _Asked | None:
    if stored is None:
        return None
    kept = json.loads(stored)
    return _Asked(Primary(kept["primary"], RemoteForm.of_json(kept["type"], kept["form"])), kept["since"], kept["at"])


def _note(sync_pass: SyncPass, table: str, asked: _Asked) -> None:
    form = asked.primary.form
    kept = {"primary": asked.primary.id, "type": form.type, "form": form.as_json(), "since": asked.since, "at": asked.at}
    with sync_pass.database.write(counted=False) as connection:
        set_meta(connection, _META + table, json.dumps(kept))


def _is_due(sync_pass: SyncPass, asked: _Asked, fed: bool) -> bool:
    """Names that are computed there change without being told of."""
    passed = sync_pass.clock() - moment_of(asked.at)
    return passed >= (WALK_EVERY_BESIDE_FEED if fed else WALK_EVERY) or passed < timedelta(0)


def _all_names(sync_pass: SyncPass, table: str, known: Iterable[str], news: FeedNews | None) -> dict[str, str]:
    primary = primary_of(sync_pass, table)
    if primary is None:
        return {}
    since = ""
    if news is None:
        # Only for the remote's own clock: what changes from now on is asked for by it.
        walk = sync_pass.remote.pages(table, [primary.id], None)
        since = next((page.server_time for page in sync_pass.read(lambda: list(islice(walk, 1)))), "")
    names = names_of(sync_pass, table, primary, [RemoteId(record) for record in sorted(known)])
    _note(sync_pass, table, _Asked(primary, since, sync_pass.now()))
    return names


def _changed_since(sync_pass: SyncPass, table: str, asked: _Asked) -> tuple[list[RemoteRecord], str]:
    records: list[RemoteRecord] = []
    at = ""
    walk = sync_pass.remote.pages(table, [asked.primary.id], asked.since or None)
    while batch := sync_pass.read(lambda: list(islice(walk, 1))):
        at = at or batch[0].server_time
        records += batch[0].records
    return records, at


def _rename(sync_pass: SyncPass, slug: str, name: str, renamed: Mapping[str, str]) -> None:
    """The names are kept only once every text follows: killed before, what is left is renamed next time."""
    table_map = sync_pass.maps[slug]
    old = {table_map.choices[name][record] for record in renamed}
    with sync_pass.database.read() as connection:
        showing = [remote for remote, text in agreed_texts(connection, slug, name) if any(each in text for each in old)]
    choices = {**table_map.choices, name: {**table_map.choices[name], **renamed}}
    after = replace(table_map, choices=choices)
    size = sync_pass.remote.limits.page
    for start in range(0, len(showing), size):
        part = showing[start : start + size]
        fetched = sync_pass.read(
            lambda part=part: sync_pass.remote.fetch(table_map.table_id, part, [table_map.fields[name]])  # type: ignore[misc]
        )
        with sync_pass.database.write() as connection:
            _follow(sync_pass, connection, name, table_map, after, fetched)
    with sync_pass.database.write(counted=False) as connection:
        learn_names(connection, slug, {name: {record: (text, "") for record, text in renamed.items()}})
        sync_pass.maps[slug] = table_map_of(connection, slug, sync_pass.zone) or after


def _follow(
    sync_pass: SyncPass,
    connection: Connection,
    name: str,
    before: TableMap,
    after: TableMap,
    fetched: Sequence[RemoteRecord],
) -> None:
    """Where what was agreed is the cell by the old names, it is by the new ones; and so is ours, where nobody here changed it."""
    slug = before.slug
    known = by_remote_id(connection, slug, [record.id for record in fetched])
    texts: dict[RecordId, tuple[str, str]] = {}
    for record in fetched:
        cell = record.fields.get(before.fields[name])
        was, now = read_cell(before, name, cell), read_cell(after, name, cell)
        mine = known.get(record.id)
        if mine is not None and isinstance(was, str) and isinstance(now, str) and was != now and mine.base.get(name) == was:
            texts[mine.record] = (was, now)
    rows = get_many(connection, slug, sorted(texts))
    rename_in_base(connection, slug, name, {record: now for record, (_, now) in texts.items()})
    follows = {record: {name: texts[record][1]} for record, row in rows.items() if row[name] == texts[record][0]}
    if follows:
        update_many(connection, slug, follows, sync_pass.author())
        sync_pass.tally.pulled += len(follows)
        for follower in follows:
            sync_pass.touch(connection, slug, follower)
