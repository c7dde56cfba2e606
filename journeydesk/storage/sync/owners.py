"""Work that belongs to a prospect: what of it waits while that is deleted, in question, or gone."""

import json
from collections.abc import Sequence

from journeydesk.domain.catalogue import BY_SLUG
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.remote_ids import is_there

WORK = ("interactions", "tasks", "events", "usage", "surveys")
"""The tables that hold what people do with a prospect."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Of some records, those whose prospect is gone, and those whose prospect is deleted locally or in question."""

    gone: frozenset[RecordId]
    leaving: frozenset[RecordId]


def owners_of_unsent(connection: Connection, slug: str, records: Sequence[RecordId]) -> Owners:
    """How the prospects of these records stand; a record of a table without prospects has none that could go."""
    gone: set[RecordId] = set()
    leaving: set[RecordId] = set()
    for field in BY_SLUG[slug].fields:
        if field.links_to:
            for record, exists, leaves in sql.rows(
                connection,
                f"SELECT r.lid, p.lid IS NOT NULL AND {is_there(field.links_to, 'p')}, p.deleted = 1 OR EXISTS (SELECT 1 FROM conflict c "
                f"WHERE c.table_slug = '{field.links_to}' AND c.lid = p.lid AND c.kind = 'gone') FROM {slug} r "
                f"LEFT JOIN {field.links_to} p ON p.lid = r.{field.slug} "
                f"WHERE r.{field.slug} IS NOT NULL AND r.lid IN (SELECT value FROM json_each(?))",
                (json.dumps(list(records)),),
            ):
                if not exists:
                    gone.add(RecordId(record))
                elif leaves:
                    leaving.add(RecordId(record))
    return Owners(frozenset(gone), frozenset(leaving))


def touched_work(connection: Connection, prospects: Sequence[RecordId]) -> dict[RecordId, dict[str, list[RecordId]]]:
    """By prospect, what of its work may wait to be sent, by table."""
    work: dict[RecordId, dict[str, list[RecordId]]] = {}
    for slug in WORK:
        for prospect, record in sql.rows(
            connection,
            f"SELECT r.prospect, r.lid FROM sync_record s INDEXED BY ix_sync_record_touched JOIN {slug} r ON r.lid = s.lid "
            "WHERE s.table_slug = ? AND s.touched = 1 AND r.deleted = 0 AND r.prospect IN (SELECT value FROM json_each(?))",
            (slug, json.dumps(list(prospects))),
        ):
            work.setdefault(RecordId(prospect), {}).setdefault(slug, []).append(RecordId(record))
    return work


def with_draft(connection: Connection, prospects: Sequence[RecordId]) -> set[RecordId]:
    """The prospects for which a person has begun to write something."""
    return set(
        sql.scalars(
            connection,
            "SELECT prospect FROM draft WHERE prospect IN (SELECT value FROM json_each(?))",
            (json.dumps(list(prospects)),),
        )
    )
