"""Every synced table of the local database, by `domain.catalogue`. What only this computer knows is in `local_tables`.

A synced record's row holds its local values. `sync_record` beside it holds what was last agreed with the remote (`base`) and
whether the row was touched since. What is pending is derived from these, never noted down.
"""

from sqlalchemy import REAL, Column, Index, Integer, Table, Text, text

from journeydesk.domain.catalogue import TABLES, FieldSpec, FieldType, TableSpec
from journeydesk.storage.schema.layout import (
    CLOSING,
    ENTRY_POINT,
    GONE,
    HAS_EMAIL,
    HAS_PHONE,
    IN_DEALS,
    LATER_COLUMNS,
    LIVING,
    MAIL_DOMAIN,
    OWN_COLUMNS,
    PHONE_END,
    REPORTED,
    STANDING,
    UNUSUAL_EMAIL,
    WAITS,
    list_columns,
)

# Taken from there, so that whoever has the collection has the local tables and Stripe's in it.
from journeydesk.storage.schema.local_tables import metadata as metadata
from journeydesk.storage.schema.mail_tables import mail_item as mail_item
from journeydesk.storage.schema.order_tables import unordered as unordered
from journeydesk.storage.schema.phone_tables import phone as phone
from journeydesk.storage.schema.planning_tables import calendar_source as calendar_source
from journeydesk.storage.schema.receiver_tables import inbox_entry as inbox_entry
from journeydesk.storage.schema.stripe_tables import stripe_object as stripe_object

_INTEGERS = frozenset({FieldType.NUMBER, FieldType.CURRENCY, FieldType.CHECKBOX, FieldType.LINK})

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

_TOUCHES = ("date", "type", "owner", "outcome", "prospect", "duration")

_SQL_TYPES: dict[str, type] = {"TEXT": Text, "INTEGER": Integer}


def _sql_type(spec: FieldSpec) -> type:
    if spec.type in _INTEGERS and not (spec.type is FieldType.NUMBER and spec.precision):
        return Integer
    return REAL if spec.type in (FieldType.PERCENT, FieldType.NUMBER) else Text


def _record_table(spec: TableSpec) -> Table:
    columns: list[Column[object]] = [Column(field.slug, _sql_type(field)) for field in spec.fields]
    own: list[Column[object]] = [Column(name, _SQL_TYPES[kind]) for name, kind in OWN_COLUMNS.get(spec.slug, ())]
    extra = [column for column in own if column.name not in LATER_COLUMNS]
    later = [column for column in own if column.name in LATER_COLUMNS]
    table = Table(
        spec.slug,
        metadata,
        Column("lid", Integer, primary_key=True),
        *columns,
        *extra,
        Column("extra", Text),
        Column("deleted", Integer, nullable=False, server_default=text("0")),
        Column("created_at", Text, nullable=False),
        *later,
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

# Who pays is found by e-mail; those that SQLite cannot compare are few.
Index("ix_prospects_unusual_email", records["prospects"].c.email, sqlite_where=text(UNUSUAL_EMAIL))

# Who is like somebody that is being typed is found by number and by domain.
Index("ix_prospects_phone_end", text(PHONE_END), sqlite_where=text(HAS_PHONE), _table=records["prospects"])
Index("ix_prospects_mail_domain", text(MAIL_DOMAIN), sqlite_where=text(HAS_EMAIL), _table=records["prospects"])

# What reports count (docs/storage.md, "Reading for a report").
Index(
    "ix_prospects_standing",
    *(text(each) for each in ("lid", *STANDING, ENTRY_POINT)),
    sqlite_where=text(LIVING),
    _table=records["prospects"],
)
Index(
    "ix_prospects_reports",
    *(text(each) for each in ("applied_on", *REPORTED, ENTRY_POINT)),
    sqlite_where=text(LIVING),
    _table=records["prospects"],
)
Index("ix_events_kinds", "event", "occurred_at", "prospect", sqlite_where=text(LIVING), _table=records["events"])
Index("ix_interactions_reports", *_TOUCHES, sqlite_where=text(LIVING), _table=records["interactions"])
Index(
    "ix_interactions_calls",
    "prospect",
    "date",
    sqlite_where=text("deleted = 0 AND type = 'Call'"),
    _table=records["interactions"],
)

# The rail's badge, which is counted for each place that is shown, the counts of the inbox, and what it lists.
Index(
    "ix_alerts_standing",
    *("status", "expires_at", "snoozed_until", "read_at", "snoozed_for"),
    *("priority", "raised_at", "handled_at", "prospect", "rule"),
    sqlite_where=text(LIVING),
    _table=records["alerts"],
)

# Today's list of one person: whose follow-ups are due, told from this index alone, and whom they spoke to.
Index(
    "ix_prospects_follow_ups",
    *("owner", "next_follow_up", "lid", "status", "customer_status"),
    sqlite_where=text(LIVING),
    _table=records["prospects"],
)
Index("ix_prospects_touched", "owner", "last_touch_at", sqlite_where=text(LIVING), _table=records["prospects"])

# The palette: of very many whose names fit alike, those touched last.
Index(
    "ix_prospects_lately",
    *("last_touch_at", "company_sort", "contact_sort"),
    sqlite_where=text(LIVING),
    _table=records["prospects"],
)

# Today's list: what is open by when it is due, what was done by when; of many tasks it shows few.
Index("ix_tasks_open", records["tasks"].c.due, sqlite_where=text("deleted = 0 AND done_at IS NULL"))
Index("ix_tasks_done", records["tasks"].c.done_at, sqlite_where=text("deleted = 0 AND done_at IS NOT NULL"))

# The pipeline and who paid, read from indexes alone: their rows are long, and a report asks of all of them. Deals of one stage and owner
# stand as the prospects do: who evaluates many of those one after the other writes few pages.
Index(
    "ix_prospects_deals",
    text("deal_stage COLLATE NOCASE"),
    *(
        text(each)
        for each in (
            "owner",
            "lid",
            "estimated_revenue",
            "deal_probability",
            "expected_close",
            "next_follow_up",
            "last_touch_at",
        )
    ),
    sqlite_where=text(IN_DEALS),
    _table=records["prospects"],
)
Index(
    "ix_prospects_closing",
    *("expected_close", "status", "owner", "estimated_revenue", "deal_probability"),
    sqlite_where=text(CLOSING),
    _table=records["prospects"],
)
Index("ix_prospects_waiting", "applied_on", "owner", sqlite_where=text(WAITS), _table=records["prospects"])
Index("ix_prospects_gone", "lid", sqlite_where=text(GONE), _table=records["prospects"])
Index(
    "ix_prospects_paid",
    *("net_paid_minor", "money_currency", "source"),
    sqlite_where=text(f"{LIVING} AND net_paid_minor IS NOT NULL"),
    _table=records["prospects"],
)
Index(
    "ix_surveys_answered",
    *("date_responded", "satisfaction", "pmf_score", "prospect"),
    sqlite_where=text(f"{LIVING} AND date_responded IS NOT NULL"),
    _table=records["surveys"],
)
Index("ix_usage_days", "date", "prospect", "api_calls", sqlite_where=text(LIVING), _table=records["usage"])
Index("ix_surveys_sent", "date_sent", "survey_type", "date_responded", sqlite_where=text(LIVING), _table=records["surveys"])
