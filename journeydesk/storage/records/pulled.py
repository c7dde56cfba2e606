"""Bulk forms for what a remote brings: many rows in few statements, no history for rows that are new here."""

from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.folding import fold
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, RemoteId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records.records import refresh_last_touch
from journeydesk.storage.records.search_index import index_new


@dataclass(frozen=True, slots=True)
class PulledRow:
    """A record that is new here: its stored values by slug, its remote id, its base (JSON), unlisted fields (JSON), and when it
    was made there (a stored moment; empty where the remote does not tell)."""

    values: dict[str, Stored]
    remote_id: RemoteId
    base: str
    extra: str | None = None
    created: str = ""


def insert_pulled(connection: Connection, slug: str, rows: Sequence[PulledRow], at: str) -> list[RecordId]:
    """Inserts records as the remote has them: equal to their base, so nothing is pending. Returns their local ids."""
    if not rows:
        return []
    last = sql.scalar(connection, "SELECT seq FROM sqlite_sequence WHERE name = ?", (slug,)) or 0
    ids = [RecordId(last + n) for n in range(1, len(rows) + 1)]
    columns = [field.slug for field in BY_SLUG[slug].fields]
    own = ["company_sort", "contact_sort"] if slug == "prospects" else []
    names = ", ".join(["lid", *columns, *own, "extra", "created_at"])
    marks = ", ".join("?" * (len(columns) + len(own) + 3))
    parameters = []
    for record, row in zip(ids, rows, strict=True):
        values = row.values
        sorts = [fold(str(values.get(name) or "")) or None for name in ("company", "contact_name")] if own else []
        parameters.append((record, *(values.get(name) for name in columns), *sorts, row.extra, row.created or at))
    sql.run_many(connection, f"INSERT INTO {slug} ({names}) VALUES ({marks})", parameters)
    sql.run_many(
        connection,
        "INSERT INTO sync_record (table_slug, lid, rid, base, touched) VALUES (?, ?, ?, ?, 0)",
        [(slug, record, row.remote_id, row.base) for record, row in zip(ids, rows, strict=True)],
    )
    index_new(connection, slug, [(record, row.values) for record, row in zip(ids, rows, strict=True)])
    if slug == "interactions":
        refresh_last_touch(connection, sorted({int(row.values.get("prospect") or 0) for row in rows}))
    return ids


def set_extra(connection: Connection, slug: str, record: RecordId, extra: str | None) -> None:
    """What the remote holds of a record in fields that are not ours (JSON)."""
    sql.run(connection, f"UPDATE {slug} SET extra = ? WHERE lid = ?", (extra, record))
