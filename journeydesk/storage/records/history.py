"""The field history, read: who changed what last."""

import json
from typing import cast

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Stored
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection


@dataclass(frozen=True, slots=True)
class LastEdit:
    """Who wrote last, and when (a stored moment)."""

    actor: str | None
    at: str


def last_edit_here(connection: Connection, slug: str, record: RecordId, field: str | None) -> LastEdit | None:
    """The last write to a field, or with None to any, that sync did not bring in."""
    return sql.first_typed(
        connection,
        LastEdit,
        "SELECT actor, at FROM field_history WHERE table_slug = ?1 AND lid = ?2 AND (?3 IS NULL OR field = ?3) "
        "AND source <> 'sync' ORDER BY id DESC LIMIT 1",
        (slug, record, field),
    )


def fields_synced_at(connection: Connection, slug: str, record: RecordId, at: str) -> list[str]:
    """The fields of a record that sync wrote at this moment."""
    return sql.scalars(
        connection,
        "SELECT DISTINCT field FROM field_history WHERE table_slug = ? AND lid = ? AND source = 'sync' AND at = ?",
        (slug, record, at),
    )


def last_source(connection: Connection, slug: str, record: RecordId, field: str) -> str | None:
    """Where the last write to a field came from (see `Author.source`); None where it was never written again."""
    return cast(
        "str | None",
        sql.scalar(
            connection,
            "SELECT source FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? ORDER BY id DESC LIMIT 1",
            (slug, record, field),
        ),
    )


def is_decided_since(connection: Connection, slug: str, record: RecordId, field: str, since: str) -> bool:
    """Whether anybody but a rule wrote a field after a stored moment."""
    row = sql.first(
        connection,
        "SELECT 1 FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND at > ? AND source <> 'rule' LIMIT 1",
        (slug, record, field, since),
    )
    return row is not None


def brought_in_at(connection: Connection, slug: str, record: RecordId, field: str, value: Stored, since: str) -> str | None:
    """When sync or an import last wrote this value to a field, at the earliest at `since`; both are stored moments."""
    return cast(
        "str | None",
        sql.scalar(
            connection,
            "SELECT at FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND source IN ('sync', 'import') "
            "AND at >= ? AND new = ? ORDER BY id DESC LIMIT 1",
            (slug, record, field, since, json.dumps(value, ensure_ascii=False)),
        ),
    )


def was_ever(connection: Connection, slug: str, record: RecordId, field: str, value: Stored) -> bool:
    """Whether the history knows this value of a field, as one that came or one that went."""
    text = json.dumps(value, ensure_ascii=False)
    row = sql.first(
        connection,
        "SELECT 1 FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? AND (old = ? OR new = ?) LIMIT 1",
        (slug, record, field, text, text),
    )
    return row is not None


def last_writer(connection: Connection, slug: str, record: RecordId, field: str) -> str | None:
    """Who wrote a field last; None where it was never written again."""
    return cast(
        "str | None",
        sql.scalar(
            connection,
            "SELECT actor FROM field_history WHERE table_slug = ? AND lid = ? AND field = ? ORDER BY id DESC LIMIT 1",
            (slug, record, field),
        ),
    )
