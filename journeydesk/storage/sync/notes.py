"""What sync tells people: notes that say what happened, and questions that stay until they are settled."""

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection

MASS_REMOTE_DELETE = "gone there"
MASS_LOCAL_DELETE = "deleted here"
DRIFT = "schema"
DUPLICATE = "duplicate"
RETURNED = "returned"
RESTORED = "restored"
OVERWRITTEN = "overwritten"
MOVED = "moved"
UNKNOWN = "unknown"
OPTION = "option"
NAMES = "names"

ASKING = frozenset({MASS_REMOTE_DELETE, MASS_LOCAL_DELETE, DRIFT})
"""The kinds that wait for a person; the others only tell."""


@dataclass(frozen=True, slots=True)
class SyncNote:
    """One note; `at` is a stored moment, `record` None where it is about a whole table."""

    id: int
    at: str
    kind: str
    slug: str
    record: RecordId | None
    text: str

    @property
    def asks(self) -> bool:
        """Whether it waits for a person."""
        return self.kind in ASKING


def add(connection: Connection, kind: str, slug: str, record: RecordId | None, text: str, at: str) -> bool:
    """Notes it down; False where the same was noted already and is not done with. A question about one table is one question."""
    same = sql.rows(
        connection,
        "SELECT id, text FROM sync_note WHERE kind = ? AND table_slug = ? AND lid IS ? AND done_at IS NULL",
        (kind, slug, record),
    )
    if any(row[1] == text for row in same):
        return False
    if same and kind in (MASS_REMOTE_DELETE, MASS_LOCAL_DELETE):
        sql.run(connection, "UPDATE sync_note SET text = ? WHERE id = ?", (text, same[0][0]))
        return False
    sql.run(
        connection,
        "INSERT INTO sync_note (at, kind, table_slug, lid, text) VALUES (?, ?, ?, ?, ?)",
        (at, kind, slug, record, text),
    )
    return True


def open_notes(connection: Connection, limit: int = 200) -> list[SyncNote]:
    """The notes that are not done with, newest first."""
    rows = sql.rows(
        connection,
        "SELECT id, at, kind, table_slug, lid, text FROM sync_note WHERE done_at IS NULL ORDER BY id DESC LIMIT ?",
        (limit,),
    )
    return [SyncNote(r[0], r[1], r[2], r[3], None if r[4] is None else RecordId(r[4]), r[5]) for r in rows]


def open_text(connection: Connection, note: int) -> str | None:
    """What a note says now; None where it is done with."""
    text = sql.scalar(connection, "SELECT text FROM sync_note WHERE id = ? AND done_at IS NULL", (note,))
    return None if text is None else str(text)


def asking(connection: Connection) -> int:
    """How many questions wait for a person."""
    marks = ", ".join("?" * len(ASKING))
    return int(
        sql.scalar(
            connection, f"SELECT count(*) FROM sync_note WHERE done_at IS NULL AND kind IN ({marks})", tuple(sorted(ASKING))
        )
    )


def done(connection: Connection, note: int, at: str) -> None:
    """A person has seen or settled it."""
    sql.run(connection, "UPDATE sync_note SET done_at = ? WHERE id = ?", (at, note))


def settle(connection: Connection, kind: str, slug: str, at: str, but: tuple[str, ...] = ()) -> None:
    """What the notes of this kind about a table say holds no longer, except for those with these texts."""
    marks = ", ".join("?" * len(but))
    sql.run(
        connection,
        f"UPDATE sync_note SET done_at = ? WHERE kind = ? AND table_slug = ? AND done_at IS NULL AND text NOT IN ({marks})",
        (at, kind, slug, *but),
    )
