"""Every synced table of the local database, by `domain.catalogue`. What only this computer knows is in `local_tables`.

A synced record's row holds its local values. `sync_record` beside it holds what was last agreed with the remote (`base`) and
whether the row was touched since. What is pending is derived from these, never noted down.
"""

from sqlalchemy import REAL, Column, Index, Integer, Table, Text, text

from journeydesk.domain.catalogue import TABLES, TEXT_TYPES, FieldSpec, FieldType, TableSpec

# Taken from there, so that whoever has the collection has the local tables in it.
from journeydesk.storage.schema.local_tables import metadata as metadata

_INTEGERS = frozenset({FieldType.NUMBER, FieldType.CURRENCY, FieldType.CHECKBOX, FieldType.LINK})

_EXTRA_COLUMNS: dict[str, tuple[tuple[str, type], ...]] = {
    "prospects": (
        ("company_sort", Text),
        ("contact_sort", Text),
        ("last_touch_at", Text),
        ("last_touch_type", Text),
        ("last_touch_outcome", Text),
        ("score_by_hand", Integer),
        ("score_by_rule", Integer),
        ("net_paid_minor", Integer),
        ("mrr_minor", Integer),
        ("money_currency", Text),
        ("engagement_stage", Integer),
        ("at_risk", Integer),
        ("urgency", Integer),
    ),
    "events": (("shared", Integer), ("arrived_at", Text)),
    "alerts": (
        ("evidence", Text),
        ("headline", Text),
        ("reason", Text),
        ("snoozed_until", Text),
        ("snoozed_for", Text),
        ("snoozed_at", Text),
        ("told_at", Text),
        ("read_at", Text),
    ),
}

_INDEXED: dict[str, tuple[tuple[str, ...], ...]] = {
    "prospects": (("key",),),
    "interactions": (("key",), ("prospect", "date")),
    "usage": (("key",), ("prospect", "date"), ("date",)),
    "surveys": (("key",), ("prospect",)),
    "assets": (("key",), ("prospect",)),
    "progress": (("key",), ("prospect",)),
    "events": (("key",), ("prospect", "occurred_at"), ("occurred_at",)),
    "alerts": (("key",), ("prospect",), ("status", "raised_at")),
    "tasks": (("key",), ("prospect", "due")),
    "settings": (("key",),),
}

LIVING = "deleted = 0"
"""The condition of the list's partial indexes, to the letter: a query that words it otherwise does not use them."""

_SORTED_AS = {"company": "company_sort", "contact_name": "contact_sort"}
_SORTED_OWN = (
    "last_touch_at",
    "last_touch_type",
    "last_touch_outcome",
    "net_paid_minor",
    "mrr_minor",
    "engagement_stage",
    "at_risk",
)
_LEADING_CHARACTERS = 24


def _list_columns() -> dict[str, str]:
    columns: dict[str, str] = {}
    for spec in TABLES[0].fields:
        if spec.slug in _SORTED_AS:
            columns[spec.slug] = _SORTED_AS[spec.slug]
        elif spec.type is FieldType.LONG_TEXT:
            columns[spec.slug] = f"substr({spec.slug}, 1, {_LEADING_CHARACTERS})"
        elif spec.type in TEXT_TYPES:
            columns[spec.slug] = f"{spec.slug} COLLATE NOCASE"
        else:
            columns[spec.slug] = spec.slug
    return columns | {name: name for name in _SORTED_OWN}


list_columns: dict[str, str] = _list_columns()
"""What each column of the prospect list is sorted and filtered by, as SQL; every one has its index `ix_list_<column>`."""


def _sql_type(spec: FieldSpec) -> type:
    if spec.type in _INTEGERS and not (spec.type is FieldType.NUMBER and spec.precision):
        return Integer
    return REAL if spec.type in (FieldType.PERCENT, FieldType.NUMBER) else Text


def _record_table(spec: TableSpec) -> Table:
    columns: list[Column[object]] = [Column(field.slug, _sql_type(field)) for field in spec.fields]
    extra: list[Column[object]] = [Column(name, kind) for name, kind in _EXTRA_COLUMNS.get(spec.slug, ())]
    table = Table(
        spec.slug,
        metadata,
        Column("lid", Integer, primary_key=True),
        *columns,
        *extra,
        Column("extra", Text),
        Column("deleted", Integer, nullable=False, server_default=text("0")),
        Column("created_at", Text, nullable=False),
        sqlite_autoincrement=True,
    )
    for names in _INDEXED[spec.slug]:
        Index(f"ix_{spec.slug}_{'_'.join(names)}", *(table.c[name] for name in names))
    if spec.slug == "prospects":
        for name, expression in list_columns.items():
            Index(f"ix_list_{name}", text(expression), sqlite_where=text(LIVING), _table=table)
    return table


records: dict[str, Table] = {spec.slug: _record_table(spec) for spec in TABLES}
"""The synced tables by slug."""

# Support tickets are counted by day for the team's rules: few among many events and interactions.
Index(
    "ix_events_tickets",
    records["events"].c.occurred_at,
    sqlite_where=text("deleted = 0 AND event = 'support_ticket'"),
)
Index(
    "ix_interactions_support",
    records["interactions"].c.date,
    sqlite_where=text("deleted = 0 AND type = 'Support'"),
)

# Today's list of one person: whose follow-ups are due, and whom they spoke to.
Index("ix_prospects_follow_ups", "owner", "next_follow_up", sqlite_where=text(LIVING), _table=records["prospects"])
Index("ix_prospects_touched", "owner", "last_touch_at", sqlite_where=text(LIVING), _table=records["prospects"])

# Today's list: what is open by when it is due, what was done by when; of many tasks it shows few.
Index("ix_tasks_open", records["tasks"].c.due, sqlite_where=text("deleted = 0 AND done_at IS NULL"))
Index("ix_tasks_done", records["tasks"].c.done_at, sqlite_where=text("deleted = 0 AND done_at IS NOT NULL"))

own_columns: dict[str, tuple[str, ...]] = {
    spec.slug: tuple(name for name, _ in _EXTRA_COLUMNS.get(spec.slug, ())) for spec in TABLES
}
"""The columns of a synced table that never leave this computer."""
