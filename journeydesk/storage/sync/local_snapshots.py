"""A record as it stands locally, in wire form: what is compared with its base and sent."""

from journeydesk.domain.catalogue import TableSpec
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire, to_wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.remote_ids import exists_locally, none_known, remote_id_of

Snapshot = dict[str, Wire]


def local_snapshot(
    connection: Connection, spec: TableSpec, record: RecordId, base: Snapshot
) -> tuple[Snapshot, frozenset[str]]:
    """The record as it stands here, in wire form, and the slugs of links that must wait for their target's remote id.

    A link is one here and may be several there: it stands as in the base where that has ours among others, or names only what
    is not known here yet.
    """
    columns = ", ".join(field.slug for field in spec.fields)
    (row,) = sql.rows(connection, f"SELECT {columns} FROM {spec.slug} WHERE lid = ?", (record,))
    snapshot: Snapshot = {}
    waiting = set()
    for one, stored in zip(spec.fields, row, strict=True):
        agreed = base.get(one.slug)
        if stored is None:
            if isinstance(agreed, list) and none_known(connection, one.links_to, agreed):
                snapshot[one.slug] = agreed
            continue
        try:
            wire = to_wire(one, stored, lambda slug, lid: remote_id_of(connection, slug, lid))
        except LookupError:
            # A link to what is gone says nothing; it is kept here, should its target come back.
            if exists_locally(connection, one.links_to, int(stored)):
                waiting.add(one.slug)
            continue
        if isinstance(wire, list) and isinstance(agreed, list) and set(wire) <= set(agreed):
            wire = agreed
        if wire is not None:
            snapshot[one.slug] = wire
    return snapshot, frozenset(waiting)
