"""How sync stands, in counts and in what the last passes left written: for the pill, its sheet and `doctor`."""

from dataclasses import fields

from journeydesk.domain.frozen_data import dataclass
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.sync.notes import asking
from journeydesk.storage.sync.pending import waiting_count


@dataclass(frozen=True, slots=True)
class SyncCounts:
    """Records that wait to be sent, records with an open conflict, records with a refused change, and open questions."""

    waiting: int
    conflicts: int
    refused: int
    questions: int


@dataclass(frozen=True, slots=True)
class PassFacts:
    """What the passes of sync wrote down of themselves, each as stored text: moments, counts, "1" for yes, sentences."""

    last_success: str | None = None
    offline_since: str | None = None
    running: str | None = None
    done: str | None = None
    total: str | None = None
    paused_reason: str | None = None
    paused_until: str | None = None
    token_refused: str | None = None
    trouble: str | None = None
    offline_why: str | None = None
    work_offline: str | None = None


@dataclass(frozen=True, slots=True)
class PullMark:
    """How far a table was read: the newest change told by the feed, and the last walk through all (stored moments)."""

    slug: str
    watermark: str | None
    last_full_scan: str | None


def sync_counts(connection: Connection) -> SyncCounts:
    """A few looks at small indexes, cheap at any size. A conflict is a record with open questions, however many fields."""
    conflicts, refused = sql.only(
        connection,
        "SELECT (SELECT count(*) FROM (SELECT DISTINCT table_slug, lid FROM conflict)), "
        "(SELECT count(*) FROM sync_record WHERE quarantine IS NOT NULL)",
    )
    return SyncCounts(waiting_count(connection), conflicts, refused, asking(connection))


_PASS_KEYS = tuple(field.name for field in fields(PassFacts))
_PASS_FACTS = f"SELECT key, value FROM meta WHERE key IN ({', '.join('?' * len(_PASS_KEYS))})"


def pass_facts(connection: Connection) -> PassFacts:
    """What is written of the passes now."""
    return PassFacts(**dict(sql.rows(connection, _PASS_FACTS, _PASS_KEYS)))


def pull_marks(connection: Connection) -> list[PullMark]:
    """Each table that was read, with how far."""
    return sql.typed(connection, PullMark, "SELECT table_slug, watermark, last_full_scan FROM sync_cursor")


def count_intents(connection: Connection) -> int:
    """How many requests were begun of which it is not known whether they arrived."""
    return int(sql.scalar(connection, "SELECT count(*) FROM intent"))
