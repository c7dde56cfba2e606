"""Records as they stand locally, in wire form: what is compared with their bases and sent."""

import json
from collections.abc import Mapping

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored, Wire, to_wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.remote_ids import is_there, records_of_remote

Snapshot = dict[str, Wire]


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
    what is not known locally yet.
    """
    known = _known_targets(connection, spec, bases)
    rows = _rows(connection, spec, bases)
    return {record: _snapshot(spec, columns, bases[record], known) for record, columns in rows.items()}


def _rows(connection: Connection, spec: TableSpec, bases: Mapping[RecordId, Snapshot]) -> dict[RecordId, tuple[Stored, ...]]:
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
    spec: TableSpec, row: tuple[Stored, ...], base: Snapshot, known: Mapping[str, Mapping[str, int]]
) -> tuple[Snapshot, frozenset[str]]:
    snapshot: Snapshot = {}
    waiting = set()
    for place, field in enumerate(spec.fields):
        stored, target, exists, asked = row[4 * place : 4 * place + 4]
        agreed = base.get(field.slug)
        if stored is None:
            if isinstance(agreed, list) and not any(remote in known[field.links_to] for remote in agreed):
                snapshot[field.slug] = agreed
            continue
        if field.links_to and not exists:
            # A link to what is gone says nothing; it is kept locally, should its target come back.
            if isinstance(agreed, list):
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
