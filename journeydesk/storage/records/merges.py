"""Who was merged into whom, and what that changed: kept for 30 days, so that they can be taken apart again
(docs/storage.md, "Merges")."""

import json
from collections.abc import Iterable, Sequence

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.records import tombstones, undo
from journeydesk.storage.records.records import Author, FieldChange, key_of, update_many
from journeydesk.storage.records.undo import changes_of, changes_text

KEPT_DAYS = 30

BELONGING: tuple[tuple[str, str], ...] = tuple(
    (spec.slug, field.slug) for spec in TABLES for field in spec.fields if field.links_to == "prospects"
)
"""What belongs to a prospect: its table and the field that links it, each."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two that became one: `loser` into `survivor`, when (a stored moment) and by whom; `name` is the loser's."""

    id: int
    at: str
    actor: str
    survivor: RecordId
    loser: RecordId
    name: str


def bring_over(connection: Connection, survivor: RecordId, loser: RecordId, author: Author) -> list[FieldChange]:
    """Gives the survivor everything that belongs to the other: calls, tasks, events, alerts and the rest."""
    changes: list[FieldChange] = []
    for slug, field in BELONGING:
        records = sql.scalars(connection, f"SELECT lid FROM {slug} WHERE {field} = ? AND deleted = 0 ORDER BY lid", (loser,))
        changes += update_many(connection, slug, {RecordId(record): {field: survivor} for record in records}, author)
    return changes


def counts(connection: Connection, prospect: RecordId) -> dict[str, int]:
    """How many records of each table belong to a prospect."""
    return {
        slug: int(sql.scalar(connection, f"SELECT count(*) FROM {slug} WHERE {field} = ? AND deleted = 0", (prospect,)))
        for slug, field in BELONGING
    }


def remember(
    connection: Connection,
    survivor: RecordId,
    loser: RecordId,
    name: str,
    changes: Sequence[FieldChange],
    payers: Sequence[tuple[str, str]],
    author: Author,
) -> None:
    """Journals a merge with the loser's payers, each with what decided that, and forgets merges too old to be taken apart."""
    sql.run(
        connection,
        "INSERT INTO merge_entry (at, actor, survivor, loser, name, changes, payers) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (author.at, author.actor, survivor, loser, name, changes_text(changes), json.dumps(list(payers))),
    )
    sql.run(
        connection,
        "DELETE FROM merge_entry WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?)",
        (author.at, f"-{KEPT_DAYS} days"),
    )


@dataclass(frozen=True, slots=True)
class MovedPayers:
    """The payers of one that was merged, as (payer, what decided), whose they were and whose they became; `apart` where the one
    that was merged lives again."""

    survivor: RecordId
    loser: RecordId
    payers: tuple[tuple[str, str], ...]
    apart: bool


def moved_payers(connection: Connection, losers: Iterable[RecordId]) -> list[MovedPayers]:
    """Of those among `losers` that were merged: whose their payers are now."""
    rows = sql.rows(
        connection,
        "SELECT m.survivor, m.loser, m.payers, EXISTS (SELECT 1 FROM prospects WHERE lid = m.loser AND deleted = 0) "
        "FROM json_each(?) l JOIN merge_entry m ON m.loser = l.value "
        "WHERE m.id = (SELECT max(id) FROM merge_entry WHERE loser = m.loser) AND m.payers <> '[]'",
        (json.dumps(list(losers)),),
    )
    return [
        MovedPayers(RecordId(survivor), RecordId(loser), tuple((payer, how) for payer, how in json.loads(payers)), bool(apart))
        for survivor, loser, payers, apart in rows
    ]


def merges(connection: Connection, now: str) -> list[Merge]:
    """Those that can be taken apart, the newest first: of each loser the last one, as long as it is gone and the survivor there."""
    return sql.typed(
        connection,
        Merge,
        "SELECT m.id, m.at, m.actor, m.survivor, m.loser, m.name FROM merge_entry m "
        "JOIN prospects p ON p.lid = m.survivor AND p.deleted = 0 "
        "WHERE m.id = (SELECT max(id) FROM merge_entry WHERE loser = m.loser) "
        "AND NOT EXISTS (SELECT 1 FROM prospects WHERE lid = m.loser AND deleted = 0) "
        "AND m.at >= strftime('%Y-%m-%dT%H:%M:%fZ', ?, ?) ORDER BY m.id DESC",
        (now, f"-{KEPT_DAYS} days"),
    )


def survivor_of(connection: Connection, loser: RecordId) -> RecordId | None:
    """Who one that was merged, and is gone, became; None where it was not, or that one is gone, too."""
    seen: set[RecordId] = set()
    while loser not in seen:
        seen.add(loser)
        survivor = sql.scalar(connection, "SELECT survivor FROM merge_entry WHERE loser = ? ORDER BY id DESC LIMIT 1", (loser,))
        if survivor is None:
            return None
        if sql.scalar(connection, "SELECT 1 FROM prospects WHERE lid = ? AND deleted = 0", (survivor,)):
            return RecordId(survivor)
        loser = RecordId(survivor)
    return None


def with_merged(connection: Connection, prospect: RecordId) -> list[RecordId]:
    """A prospect and all that were merged into it and are gone: whose notes on this computer are its own now."""
    return [
        RecordId(each)
        for each in sql.scalars(
            connection,
            "WITH RECURSIVE one (lid) AS (SELECT ? UNION SELECT m.loser FROM one JOIN merge_entry m ON m.survivor = one.lid "
            "WHERE m.id = (SELECT max(id) FROM merge_entry WHERE loser = m.loser) "
            "AND NOT EXISTS (SELECT 1 FROM prospects WHERE lid = m.loser AND deleted = 0)) SELECT lid FROM one",
            (prospect,),
        )
    ]


def take_apart(connection: Connection, merge: Merge, author: Author) -> list[FieldChange]:
    """Writes the inverse of what the merge changed; where the base has changed a field since, both are asked about."""
    changes = changes_of(str(sql.scalar(connection, "SELECT changes FROM merge_entry WHERE id = ?", (merge.id,))))
    return undo.apply_inverse(connection, changes, author)


def key_of_gone(connection: Connection, loser: RecordId) -> str:
    """The key of one that was merged: from its row, or from its tombstone once the base has let it go, too."""
    key = key_of(connection, "prospects", loser)
    if key is not None:
        return str(key)
    grave = tombstones.of_record(connection, "prospects", loser)
    return str(grave.row["key"]) if grave is not None else ""
