"""Records as they stand locally, in wire form: what is compared with their bases and sent."""

import json
from collections.abc import Mapping

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, to_wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.named_links import Linking, link_texts, named_links
from journeydesk.storage.sync.remote_ids import is_there, records_of_remote

Snapshot = dict[str, Wire]

Row = tuple[Stored, ...]
"""The columns of a record, four by field as `_rows` has them."""

_UNSAID: Wire = object()  # type: ignore[assignment]


def local_snapshot(
    connection: Connection, spec: TableSpec, record: RecordId, base: Snapshot
) -> tuple[Snapshot, frozenset[str]]:
    """One record's snapshot, as `local_snapshots` gives it. Raises KeyError where there is no such record."""
    return local_snapshots(connection, spec, {record: base})[record]


def local_snapshots(
    connection: Connection, spec: TableSpec, bases: Mapping[RecordId, Snapshot]
) -> dict[RecordId, tuple[Snapshot, frozenset[str]]]:
    """A page of records by their ids, each with its base: the record in wire form, and the slugs of links that must wait for
    their target's remote id. A record that is gone is left out.

    A local link is one and a remote one may be several: it stands as in the base where that has ours among others, or names only
    what is not known locally yet. One that is a text there stands as that text.
    """
    known = _known_targets(connection, spec, bases)
    rows = _rows(connection, spec, bases)
    texts = _texts(connection, spec, rows, bases)
    return {record: _snapshot(spec, record, columns, bases[record], known, texts) for record, columns in rows.items()}


Texts = Mapping[str, Mapping[RecordId, Wire]]
"""What the links that are texts in the remote say there, by field and record; left out is what no name can say."""


def _texts(connection: Connection, spec: TableSpec, rows: Mapping[RecordId, Row], bases: Mapping[RecordId, Snapshot]) -> Texts:
    places = {field.slug: place for place, field in enumerate(spec.fields)}
    texts: dict[str, Mapping[RecordId, Wire]] = {}
    for link in named_links(connection, spec.slug):
        place = 4 * places[link.field]
        page = []
        for record, columns in rows.items():
            stored, _, exists, _ = columns[place : place + 4]
            if stored is None or exists:
                page.append(Linking(record, None if stored is None else int(stored), bases[record].get(link.field)))
        texts[link.field] = link_texts(connection, spec.slug, link, page)
    return texts


def _rows(connection: Connection, spec: TableSpec, bases: Mapping[RecordId, Snapshot]) -> dict[RecordId, Row]:
    """Of each record, by field: what is stored, the target's remote id, whether there is such a target, and whether a person is
    asked if it is to stay."""
    columns = ["r.lid"]
    for field in spec.fields:
        columns.append(f"r.{field.slug}")
        if field.links_to:
            columns.append(
                f"(SELECT s.rid FROM sync_record s WHERE s.table_slug = '{field.links_to}' AND s.lid = r.{field.slug})"
            )
            columns.append(
                f"EXISTS (SELECT 1 FROM {field.links_to} t WHERE t.lid = r.{field.slug} AND {is_there(field.links_to, 't')})"
            )
            columns.append(
                f"EXISTS (SELECT 1 FROM conflict c WHERE c.table_slug = '{field.links_to}' AND c.lid = r.{field.slug} "
                "AND c.kind = 'gone')"
            )
        else:
            columns += ["NULL", "NULL", "NULL"]
    rows = sql.rows(
        connection,
        f"SELECT {', '.join(columns)} FROM {spec.slug} r WHERE r.lid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(bases)),),
    )
    return {RecordId(row[0]): row[1:] for row in rows}


def _known_targets(connection: Connection, spec: TableSpec, bases: Mapping[RecordId, Snapshot]) -> dict[str, dict[str, int]]:
    """Those of the records that the bases link to which are known locally, by table and remote id."""
    agreed: dict[str, set[str]] = {}
    for base in bases.values():
        for field in spec.fields:
            linked = base.get(field.slug) if field.links_to else None
            if isinstance(linked, list):
                agreed.setdefault(field.links_to, set()).update(linked)
    return {slug: records_of_remote(connection, slug, sorted(remotes)) for slug, remotes in agreed.items()}


def _snapshot(
    spec: TableSpec, record: RecordId, row: Row, base: Snapshot, known: Mapping[str, Mapping[str, int]], texts: Texts
) -> tuple[Snapshot, frozenset[str]]:
    snapshot: Snapshot = {}
    waiting = set()
    for place, field in enumerate(spec.fields):
        stored, target, exists, asked = row[4 * place : 4 * place + 4]
        agreed = base.get(field.slug)
        if field.slug in texts and (stored is None or exists):
            said = texts[field.slug].get(record, _UNSAID)
            if said is _UNSAID or (asked and said != agreed):
                waiting.add(field.slug)
            elif said is not None:
                snapshot[field.slug] = said
            continue
        if stored is None:
            if field.links_to and isinstance(agreed, str):
                # A name that was never known, where the field is a link by now.
                snapshot[field.slug] = agreed
            if isinstance(agreed, list) and not any(remote in known[field.links_to] for remote in agreed):
                snapshot[field.slug] = agreed
            continue
        if field.links_to and not exists:
            # A link to what is gone says nothing; it is kept locally, should its target come back.
            if agreed is not None:
                snapshot[field.slug] = agreed
            continue
        if field.links_to and (target is None or (asked and not (isinstance(agreed, list) and target in agreed))):
            waiting.add(field.slug)
            continue
        wire = to_wire(field, stored, lambda slug, record, target=target: str(target))  # type: ignore[misc]
        if isinstance(wire, list) and isinstance(agreed, list) and set(wire) <= set(agreed):
            wire = agreed
        if wire is not None:
            snapshot[field.slug] = wire
    return snapshot, frozenset(waiting)
