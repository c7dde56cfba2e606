"""What can be searched, and keeping the search index in step with the records (docs/storage.md, "Search")."""

import json
from collections.abc import Iterable, Mapping, Sequence

from journeydesk.domain.folding import index_text, name_text
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

SEARCHED: dict[str, dict[str, tuple[str, ...]]] = {
    "prospects": {
        "words": ("key", "email", "phone", "website", "job_title", "owner"),
        "use_case": ("use_case",),
        "current_challenge": ("current_challenge",),
        "notes": ("notes",),
    },
    "interactions": {"words": ("summary", "next_steps")},
}
"""The fields that can be searched, by table and column of its search index."""

_MERGED_FROM_PERCENT = 10
"""FTS5's own default: a part of the index is rewritten when so much of it was deleted."""

_GATHERED_BYTES, _GATHERED_OF_MANY_BYTES = 1024 * 1024, 8 * 1024 * 1024
"""How much FTS5 keeps in memory before it writes a part, which is merged with others again and again later: its own default, and that
while thousands of records come or go."""

_MERGED_FROM_PARTS = 4
"""FTS5's own default: so many parts of about the same size are merged into one."""

_MERGED_PAGES = 32
"""So many pages are merged at once beside a window, some milliseconds; by itself FTS5 merges hundreds in every few transactions."""

_NAMES = ("company", "contact_name")
SEARCHED_FIELDS = frozenset({*_NAMES, *(field for fields in SEARCHED["prospects"].values() for field in fields)})
"""The fields of a prospect that can be searched, its names included."""


def index_again(connection: Connection, slug: str, changed: Sequence[RecordId]) -> None:
    """Renews what the search index holds of these records; deleted ones leave it."""
    if slug not in SEARCHED:
        return
    ids = json.dumps(list(changed))
    rows = sql.dicts(connection, f"SELECT * FROM {slug} WHERE deleted = 0 AND lid IN (SELECT value FROM json_each(?))", (ids,))
    sql.run(connection, f"DELETE FROM {search_table(slug)} WHERE rowid IN (SELECT value FROM json_each(?))", (ids,))
    index_new(connection, slug, [(RecordId(row["lid"]), row) for row in rows])


def index_new(connection: Connection, slug: str, rows: Iterable[tuple[RecordId, Mapping[str, object]]]) -> None:
    """Adds records to the search index that are not in it."""
    added = list(rows)
    index_words(connection, slug, zip([record for record, _ in added], words_of(slug, [row for _, row in added]), strict=False))


def words_of(slug: str, rows: Sequence[Mapping[str, object]]) -> list[tuple[str, ...]]:
    """What the search index holds of each record; nothing where it does not have the table."""
    columns = SEARCHED.get(slug)
    if columns is None:
        return []
    fields = list(columns.values())
    words = [[index_text(*_texts(row, each)) for each in fields] for row in rows]
    if slug == "prospects":
        for row, of_row in zip(rows, words, strict=True):
            of_row[0] = f"{name_text(*_texts(row, _NAMES))} {of_row[0]}"
    return [tuple(of_row) for of_row in words]


def index_words(connection: Connection, slug: str, words: Iterable[tuple[RecordId, tuple[str, ...]]]) -> None:
    """Adds the words (`words_of`) of records that are not in the search index."""
    texts = [(record, *of_record) for record, of_record in words]
    if texts:
        columns = SEARCHED[slug]
        marks = ", ".join("?" * (len(columns) + 1))
        sql.run_many(connection, f"INSERT INTO {search_table(slug)} (rowid, {', '.join(columns)}) VALUES ({marks})", texts)


def _texts(row: Mapping[str, object], fields: Sequence[str]) -> list[str]:
    return [text for name in fields if isinstance(text := row.get(name), str)]


def hold_merging(connection: Connection, held: bool, beside_window: bool = False) -> None:
    """While thousands of records come into the search index or leave it, it writes few large parts, and does not rewrite what is left of
    those again and again. `beside_window` the caller merges a little (`merge_some`) between its transactions, which are many."""
    options = {
        "automerge": 0 if held and beside_window else _MERGED_FROM_PARTS,
        "deletemerge": 0 if held else _MERGED_FROM_PERCENT,
        "hashsize": _GATHERED_OF_MANY_BYTES if held else _GATHERED_BYTES,
    }
    for slug in SEARCHED:
        table = search_table(slug)
        for option, value in options.items():
            sql.run(connection, f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (option, value))


def merge_some(connection: Connection) -> bool:
    """Merges a few pages of the parts that were written meanwhile; whether there was anything to merge."""
    driver_side = sql.driver_connection(connection)
    merged = False
    for slug in SEARCHED:
        table, before = search_table(slug), driver_side.total_changes
        sql.run(connection, f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))
        # The command itself counts as one.
        merged |= driver_side.total_changes - before > 1
    return merged


def search_table(slug: str) -> str:
    """The search index of a table."""
    return {"prospects": "prospect_search", "interactions": "interaction_search"}[slug]
