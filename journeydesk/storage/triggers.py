"""The SQL that tables alone cannot say: search indexes, the `touched` mark, and the board's counts.

Kept as text because migrations and tests both need it to the letter.
"""

from journeydesk.storage.tables import records

SEARCH = (
    "CREATE VIRTUAL TABLE prospect_search USING fts5(company, person, rest, "
    "content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE interaction_search USING fts5(body, "
    "content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0')",
)

_NEVER_SENT = frozenset({"lid", "extra", "created_at"})


def touched_trigger(slug: str, own: tuple[str, ...]) -> str:
    """Marks a record as touched by any update of a column that is synced, whoever wrote it."""
    columns = [c.name for c in records[slug].columns if c.name not in own and c.name not in _NEVER_SENT]
    return (
        f"CREATE TRIGGER {slug}_touched AFTER UPDATE OF {', '.join(columns)} ON {slug} BEGIN "
        f"UPDATE sync_record SET touched = 1 WHERE table_slug = '{slug}' AND lid = new.lid AND touched = 0; END"
    )


_ADD = (
    "INSERT INTO board_count (journey, stage, count, revenue_minor) SELECT new.journey, new.stage, 1, "
    "coalesce((SELECT estimated_revenue FROM prospects WHERE lid = new.prospect), 0) WHERE new.shown "
    "ON CONFLICT DO UPDATE SET count = count + 1, revenue_minor = revenue_minor + excluded.revenue_minor;"
)
_TAKE = (
    "UPDATE board_count SET count = count - 1, revenue_minor = revenue_minor - "
    "coalesce((SELECT estimated_revenue FROM prospects WHERE lid = old.prospect), 0) "
    "WHERE journey = old.journey AND stage = old.stage AND old.shown;"
)

BOARD = (
    f"CREATE TRIGGER position_added AFTER INSERT ON position BEGIN {_ADD} END",
    f"CREATE TRIGGER position_removed AFTER DELETE ON position BEGIN {_TAKE} END",
    f"CREATE TRIGGER position_moved AFTER UPDATE OF journey, stage, shown ON position BEGIN {_TAKE} {_ADD} END",
    "CREATE TRIGGER prospects_revenue AFTER UPDATE OF estimated_revenue ON prospects "
    "WHEN old.estimated_revenue IS NOT new.estimated_revenue BEGIN "
    "UPDATE board_count SET revenue_minor = revenue_minor + coalesce(new.estimated_revenue, 0) "
    "- coalesce(old.estimated_revenue, 0) WHERE (journey, stage) IN "
    "(SELECT journey, stage FROM position WHERE prospect = new.lid AND shown); END",
)
