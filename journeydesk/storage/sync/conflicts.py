"""Questions that a person must answer: both sides changed one field, or a record edited locally is gone from the remote.

Three kinds. `merge`: the field is held, ours is on screen, theirs in the remote, nothing is sent. `gone`: the whole record (field
`*`) was edited locally and deleted remotely. `undo`: taking a step back would overwrite what somebody did since; theirs is on screen.
"""

import json
from collections.abc import Mapping, Sequence

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.values import Wire
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.bases import set_base_field
from journeydesk.storage.sync.pending import settle

MERGE, GONE, UNDO = "merge", "gone", "undo"
WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One open question. Values are in wire form; `since` is a stored moment."""

    id: int
    slug: str
    record: RecordId
    field: str
    base: Wire
    mine: Wire
    theirs: Wire
    theirs_by: str | None
    kind: str
    since: str


_COLUMNS = "id, table_slug, lid, field, base, mine, theirs, theirs_by, kind, since"


def open_conflicts(connection: Connection, slug: str | None = None, record: RecordId | None = None) -> list[Conflict]:
    """Every open question, oldest first; of one record where one is given."""
    where, values = ("", ()) if slug is None else ("WHERE table_slug = ? AND lid = ?", (slug, record))
    rows = sql.rows(connection, f"SELECT {_COLUMNS} FROM conflict {where} ORDER BY since, id", values)
    return [_conflict(tuple(row)) for row in rows]


def one(connection: Connection, identifier: int) -> Conflict | None:
    """The open question with this number, or None where it was answered."""
    row = sql.first(connection, f"SELECT {_COLUMNS} FROM conflict WHERE id = ?", (identifier,))
    return None if row is None else _conflict(tuple(row))


def _conflict(row: tuple[object, ...]) -> Conflict:
    identifier, slug, record, field, base, mine, theirs, by, kind, since = row
    return Conflict(
        id=int(str(identifier)),
        slug=str(slug),
        record=RecordId(int(str(record))),
        field=str(field),
        base=json.loads(str(base)) if base is not None else None,
        mine=json.loads(str(mine)) if mine is not None else None,
        theirs=json.loads(str(theirs)) if theirs is not None else None,
        theirs_by=None if by is None else str(by),
        kind=str(kind),
        since=str(since),
    )


def held_fields(connection: Connection, slug: str, records: Sequence[RecordId]) -> dict[RecordId, frozenset[str]]:
    """By record, the fields for which nothing may be sent until a person chose; `*` for the whole record. Records without
    any are left out."""
    held: dict[RecordId, set[str]] = {}
    for record, field in sql.rows(
        connection,
        "SELECT lid, field FROM conflict WHERE table_slug = ? AND lid IN (SELECT value FROM json_each(?)) AND kind <> 'undo'",
        (slug, json.dumps(list(records))),
    ):
        held.setdefault(RecordId(record), set()).add(field)
    return {record: frozenset(fields) for record, fields in held.items()}


def hold(
    connection: Connection,
    slug: str,
    record: RecordId,
    base: Mapping[str, Wire],
    held: Mapping[str, tuple[Wire, Wire]],
    by: str | None,
    at: str,
) -> None:
    """Keeps both values of each field until a person chooses; those no longer in question are let go. A later value of theirs
    replaces the earlier one, and the question keeps its number and its age."""
    sql.run(
        connection,
        "DELETE FROM conflict WHERE table_slug = ? AND lid = ? AND kind <> 'undo' "
        "AND field NOT IN (SELECT value FROM json_each(?))",
        (slug, record, json.dumps(list(held))),
    )
    for field, (mine, theirs) in held.items():
        put(connection, slug, record, field, MERGE, base.get(field), mine, theirs, by, at)


def put(
    connection: Connection,
    slug: str,
    record: RecordId,
    field: str,
    kind: str,
    base: Wire,
    mine: Wire,
    theirs: Wire,
    by: str | None,
    at: str,
) -> None:
    """Asks one question, or brings it up to date."""
    sql.run(
        connection,
        "INSERT INTO conflict (table_slug, lid, field, base, mine, theirs, theirs_by, kind, since) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (table_slug, lid, field) DO UPDATE SET base = excluded.base, "
        "mine = excluded.mine, theirs = excluded.theirs, theirs_by = coalesce(excluded.theirs_by, theirs_by), "
        "kind = excluded.kind",
        (slug, record, field, json.dumps(base), json.dumps(mine), json.dumps(theirs), by, kind, at),
    )


def drop(connection: Connection, identifier: int) -> None:
    """The question was answered."""
    sql.run(connection, "DELETE FROM conflict WHERE id = ?", (identifier,))


def drop_of(connection: Connection, slug: str, record: RecordId) -> None:
    """Every question about a record falls with it."""
    sql.run(connection, "DELETE FROM conflict WHERE table_slug = ? AND lid = ?", (slug, record))


JOURNAL = "conflict:"
"""How an answered question stands among the changes of an undo step: this and the field; old is the question as JSON."""


def answer(connection: Connection, conflict: Conflict) -> None:
    """The question is settled: what they have is agreed as the base, so that ours, if another, is an edit to be sent."""
    if conflict.kind == MERGE:
        set_base_field(connection, conflict.slug, conflict.record, conflict.field, conflict.theirs)
    sql.run(
        connection,
        "DELETE FROM conflict WHERE table_slug = ? AND lid = ? AND field = ?",
        (conflict.slug, conflict.record, conflict.field),
    )
    # Nothing may be left to send, which only its next look at the record finds out.
    settle(connection, conflict.slug, [conflict.record])


def journalled(text: str) -> Conflict:
    """The question out of an undo step."""
    kept = json.loads(text)
    return Conflict(**kept)


def ask_again(connection: Connection, conflict: Conflict) -> None:
    """Takes an answer back. Where it was sent meanwhile nothing can be held any more: the question stands as that of an undo."""
    row = sql.first(
        connection, "SELECT base FROM sync_record WHERE table_slug = ? AND lid = ?", (conflict.slug, conflict.record)
    )
    if row is None:
        return
    agreed = json.loads(row[0] or "{}").get(conflict.field)
    kind = conflict.kind
    if kind == MERGE and agreed == conflict.theirs:
        set_base_field(connection, conflict.slug, conflict.record, conflict.field, conflict.base)
    elif kind == MERGE:
        kind = UNDO
    put(
        connection,
        conflict.slug,
        conflict.record,
        conflict.field,
        kind,
        conflict.base,
        conflict.mine if kind == MERGE else conflict.theirs,
        conflict.theirs if kind == MERGE else agreed,
        conflict.theirs_by,
        conflict.since,
    )


def count(connection: Connection) -> int:
    """How many questions are open."""
    return int(sql.scalar(connection, "SELECT count(*) FROM conflict"))


def gone_remotes(connection: Connection, slug: str, remotes: Sequence[str]) -> set[str]:
    """Those of these remote records that are gone while a person is asked whether the local ones are to stay."""
    return set(
        sql.scalars(
            connection,
            "SELECT s.rid FROM conflict c JOIN sync_record s ON s.table_slug = c.table_slug AND s.lid = c.lid "
            "WHERE c.table_slug = ? AND c.kind = 'gone' AND s.rid IN (SELECT value FROM json_each(?))",
            (slug, json.dumps(list(remotes))),
        )
    )
