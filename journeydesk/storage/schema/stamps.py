"""Stamps of what reports read: another random number for each part of a table whenever anything in that part is written, by whom ever.

A number that was seen with some rows is never seen with others: not after a restore, and not where two programs write.
"""

from collections.abc import Iterator, Mapping, Sequence

from journeydesk.storage.schema.layout import OF_WORTH

STAMPED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "prospects": {
        "standing": ("deleted", "owner", "source", "entry_point", "status", "customer_status", "applied_on"),
        "deal": ("deal_stage",),
        "worth": ("estimated_revenue", "deal_probability", "expected_close"),
        "touch": ("last_touch_at", "next_follow_up"),
        "money": ("net_paid_minor", "mrr_minor", "money_currency"),
        "score": ("score",),
        "words": ("key", "company", "contact_name", "industry", "phone", "website", "technical_capability"),
    },
    "stage_history": {"": ("prospect", "journey", "from_stage", "to_stage", "at", "reason", "began", "hours")},
    "field_history": {"": ("table_slug", "lid", "field", "old", "at")},
    "interactions": {"": ("deleted", "prospect", "type", "date", "outcome", "owner")},
    "events": {"": ("deleted", "prospect", "event", "occurred_at", "source", "payload")},
    "usage": {"": ("deleted", "prospect", "date", "api_calls", "sign_operations", "verify_operations", "error_rate")},
    "surveys": {
        "": (
            *("deleted", "prospect", "survey_type", "date_sent", "date_responded", "pmf_score", "satisfaction"),
            *("testimonial", "case_study", "feature_requests"),
        )
    },
    "tasks": {"": ("deleted", "prospect", "done_at", "due")},
    "mrr_step": {"": ("payer", "currency", "at", "minor", "change")},
    "stripe_payer": {"": ("payer", "prospect", "first_paid")},
    "money_apart": {"": ("prospect", "currency", "net_paid_minor")},
    "stripe_object": {"": ("kind", "prospect", "created", "amount_minor", "currency", "status", "data")},
}
"""The columns of each part of a table whose stamp is kept. What reads anything else of a table is read anew each time."""

WORTH, OTHER = "worth", "other"
"""The shelves of the field history: what was said of a deal's worth, and all else."""

SHELVES: Mapping[str, str] = {
    "field_history": f"iif({OF_WORTH.format(row='{row}.')}, '{WORTH}', '{OTHER}')",
    "stage_history": "{row}.journey || ' ' || substr({row}.at, 1, 7)",
    "interactions": "substr({row}.date, 1, 7)",
    "events": "substr({row}.occurred_at, 1, 7)",
}
"""Tables whose rows stand on shelves as well, each with its own stamp: by month, moves by journey and month, the field history by what
reports ask of it."""

ANEW = "anew"
"""The stamp that changes where rows were written without triggers: then whole shelves may have come."""

_ORDERS = {"moves_by_time": "stage_history", "moves_by_start": "stage_history"}
"""Tables that hold rows of another in an order: the stamps of that one are theirs."""

_NUMBERS = frozenset({"lid", "id", ""})
"""What names a row: it never changes, but with the row."""


def source_of(table: str, column: str) -> str | None:
    """The stamp that changes when this column does; None where none does. A row's own number is in every part of its table: the first is
    given, for all of them change as rows come and go."""
    table = _ORDERS.get(table, table)
    for part, columns in STAMPED.get(table, {}).items():
        if column in columns or column in _NUMBERS:
            return _source(table, part)
    return None


def shelf(table: str, name: str) -> str:
    """The stamp of a shelf."""
    return f"{table} {name}"


def _source(table: str, part: str) -> str:
    return f"{table}.{part}" if part else table


def _sources(table: str) -> list[str]:
    return [_source(table, part) for part in STAMPED[table]]


_SEEDS = ", ".join(f"('{name}', random())" for name in (ANEW, *(name for table in STAMPED for name in _sources(table))))
ALL_ANEW = (
    "UPDATE stamp SET number = random()",
    f"INSERT INTO stamp (source, number) VALUES {_SEEDS} ON CONFLICT DO UPDATE SET number = excluded.number",
)
"""Stamps everything: for a database that was filled without triggers."""


_HELD = "held"
"""A row that is there only within a transaction that stamps at its end: no other sees it."""
HOLD = f"INSERT OR REPLACE INTO stamp (source, number) VALUES ('{_HELD}', 0)"
RELEASE = f"DELETE FROM stamp WHERE source = '{_HELD}'"
_NOT_HELD = f"NOT EXISTS (SELECT 1 FROM stamp WHERE source = '{_HELD}')"


def _stamp(table: str, names: Sequence[str], *rows: str) -> str:
    """The steps of a trigger; `rows` are the ones, `old` or `new`, whose shelves are stamped."""
    # No insert that may meet a conflict: in a statement that ignores those its triggers would ignore theirs, too.
    listed = ", ".join(f"'{name}'" for name in names)
    steps = [f"UPDATE stamp SET number = random() WHERE source IN ({listed});"]
    for row in rows if table in SHELVES else ():
        name = f"'{table} ' || {SHELVES[table].format(row=row)}"
        steps.append(f"UPDATE stamp SET number = random() WHERE source = {name};")
        steps.append(
            f"INSERT INTO stamp (source, number) SELECT {name}, random() WHERE {name} IS NOT NULL "
            f"AND NOT EXISTS (SELECT 1 FROM stamp WHERE source = {name});"
        )
    return " ".join(steps)


def _triggers() -> Iterator[str]:
    for table, parts in STAMPED.items():
        yield f"CREATE TRIGGER {table}_came AFTER INSERT ON {table} WHEN {_NOT_HELD} BEGIN {_stamp(table, _sources(table), 'new')} END"
        yield f"CREATE TRIGGER {table}_went AFTER DELETE ON {table} WHEN {_NOT_HELD} BEGIN {_stamp(table, _sources(table), 'old')} END"
        for part, columns in parts.items():
            old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
            unlike = f"({old}) IS NOT ({new})" if len(columns) > 1 else f"{old} IS NOT {new}"
            yield (
                f"CREATE TRIGGER {table}_{part or 'rows'}_stamped AFTER UPDATE OF {', '.join(columns)} ON {table} "
                f"WHEN {unlike} AND {_NOT_HELD} BEGIN {_stamp(table, [_source(table, part)], 'old', 'new')} END"
            )


STAMPS = tuple(_triggers())
"""The triggers that stamp."""
