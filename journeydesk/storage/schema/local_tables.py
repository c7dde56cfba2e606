"""The tables of what only this computer knows: sync state, history, undo, positions, what the rules remember."""

from sqlalchemy import REAL, Column, Index, Table, UniqueConstraint, text

from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole
from journeydesk.storage.schema.layout import DEAL_FIELDS, TOMBSTONE_RECORD

# Taken from there, so that the journal's tables are in the collection too.
from journeydesk.storage.schema.undo_tables import metadata as metadata

sync_record = Table(
    "sync_record",
    metadata,
    _text("table_slug", key=True),
    _whole("lid", key=True),
    _text("rid"),
    _text("base"),
    _text("quarantine"),
    _text("held"),
    _text("pushes"),
    _whole("tried", default=0),
    _whole("touched", default=0),
    _whole("drawn", default=0),
    sqlite_with_rowid=False,
)
Index(
    "ix_sync_record_rid",
    sync_record.c.table_slug,
    sync_record.c.rid,
    unique=True,
    sqlite_where=sync_record.c.rid.is_not(None),
)
Index("ix_sync_record_touched", sync_record.c.table_slug, sync_record.c.lid, sqlite_where=sync_record.c.touched == 1)
Index(
    "ix_sync_record_quarantine",
    sync_record.c.table_slug,
    sync_record.c.lid,
    sqlite_where=sync_record.c.quarantine.is_not(None),
)

intent = Table("intent", metadata, _whole("id", key=True), _text("op"), _text("table_slug"), _text("items"), _text("sent_at"))

conflict = Table(
    "conflict",
    metadata,
    _whole("id", key=True),
    _text("table_slug"),
    _whole("lid"),
    _text("field"),
    _text("base"),
    _text("mine"),
    _text("theirs"),
    _text("theirs_by"),
    _text("kind"),
    _text("since"),
    UniqueConstraint("table_slug", "lid", "field"),
)

field_history = Table(
    "field_history",
    metadata,
    _whole("id", key=True),
    _text("table_slug"),
    _whole("lid"),
    _text("field"),
    _text("old"),
    _text("new"),
    _text("at"),
    _text("actor"),
    _text("source"),
    Index("ix_field_history_table_slug_lid_at", "table_slug", "lid", "at"),
    Index("ix_field_history_deals", "field", "at", "lid", "old", sqlite_where=text(DEAL_FIELDS)),
)

tombstone = Table(
    "tombstone",
    metadata,
    _text("table_slug", key=True),
    _text("rid", key=True),
    _text("key"),
    _text("snapshot"),
    _text("by"),
    _text("at"),
    Index("ix_tombstone_key", "table_slug", "key"),
    Index("ix_tombstone_record", "table_slug", text(TOMBSTONE_RECORD)),
)

unresolved_link = Table(
    "unresolved_link",
    metadata,
    _text("table_slug", key=True),
    _whole("lid", key=True),
    _text("field", key=True),
    _text("rid"),
    Index("ix_unresolved_link_rid", "rid"),
    sqlite_with_rowid=False,
)

sync_cursor = Table(
    "sync_cursor",
    metadata,
    _text("table_slug", key=True),
    _text("watermark"),
    _text("last_full_scan"),
)

sync_note = Table(
    "sync_note",
    metadata,
    _whole("id", key=True),
    _text("at"),
    _text("kind"),
    _text("table_slug"),
    _whole("lid"),
    _text("text"),
    _text("done_at"),
    Index("ix_sync_note_at", "at"),
)

schema_field = Table(
    "schema_field",
    metadata,
    _text("table_slug", key=True),
    _text("field_slug", key=True),
    _text("table_id"),
    _text("field_id"),
    _text("name"),
    _text("type"),
    _text("state"),
    _text("choices"),
    _text("form"),
)

position = Table(
    "position",
    metadata,
    _whole("prospect", key=True),
    _text("journey", key=True),
    _whole("stage"),
    _text("entered_at"),
    _text("reason"),
    _whole("shown", default=1),
    _whole("living", default=1),
    _text("owner"),
    _text("place"),
    sqlite_with_rowid=False,
)

stage_history = Table(
    "stage_history",
    metadata,
    _whole("id", key=True),
    _whole("prospect"),
    _text("journey"),
    _whole("from_stage"),
    _whole("to_stage"),
    _text("at"),
    _text("reason"),
    _text("actor"),
    _text("event_key"),
    _text("began"),
    _whole("hours"),
    Index("ix_stage_history_prospect_at", "prospect", "at", "journey", "to_stage"),
)

board_count = Table(
    "board_count",
    metadata,
    _text("journey", key=True),
    _whole("stage", key=True),
    _text("owner", key=True),
    _whole("count", default=0),
    _whole("revenue_minor", default=0),
    sqlite_with_rowid=False,
)

unmatched_event = Table("unmatched_event", metadata, _text("event_id", key=True), _text("payload"), _text("arrived_at"))

alert_audit = Table(
    "alert_audit",
    metadata,
    _whole("id", key=True),
    _whole("alert"),
    _text("at"),
    _text("actor"),
    _text("action"),
    _text("detail"),
    Index("ix_alert_audit_alert_at", "alert", "at"),
)

look_again = Table("look_again", metadata, _whole("prospect", key=True), _text("at"), Index("ix_look_again_at", "at"))

digest_member = Table(
    "digest_member",
    metadata,
    _text("alert_key", key=True),
    _whole("digest"),
    _whole("prospect"),
    Index("ix_digest_member_prospect", "prospect"),
    Index("ix_digest_member_digest", "digest"),
)

automation_run = Table(
    "automation_run",
    metadata,
    _whole("id", key=True),
    _text("at"),
    _text("rule"),
    _whole("prospect"),
    _text("cause"),
    _text("words"),
    _text("changes"),
    _text("undone_at"),
    UniqueConstraint("prospect", "rule", "cause"),
    Index("ix_automation_run_at", "at"),
)

merge_entry = Table(
    "merge_entry",
    metadata,
    _whole("id", key=True),
    _text("at"),
    _text("actor"),
    _whole("survivor"),
    _whole("loser"),
    _text("name"),
    _text("changes"),
    _text("payers"),
    _text("local_rows"),
    Index("ix_merge_entry_loser", "loser"),
)

saved_view = Table(
    "saved_view",
    metadata,
    _whole("id", key=True),
    _text("name"),
    _text("view"),
    _text("columns"),
    _text("density"),
    _whole("place"),
)

draft = Table(
    "draft",
    metadata,
    _whole("prospect", key=True),
    _text("kind"),
    _text("text"),
    _text("at"),
    _text("outcome"),
    _whole("duration"),
    _text("follow_up"),
    _text("happened"),
    _whole("incoming"),
)

call_session = Table(
    "call_session",
    metadata,
    _whole("id", key=True),
    _text("name"),
    _text("started_at"),
    _text("resumed_at"),
    _whole("active_seconds", default=0),
    _whole("place", default=0),
    _text("ended_at"),
)

call_session_member = Table(
    "call_session_member",
    metadata,
    _whole("session", key=True),
    _whole("place", key=True),
    _whole("prospect"),
    _text("state"),
    _whole("interaction"),
    _whole("step"),
    sqlite_with_rowid=False,
)

stamp = Table("stamp", metadata, _text("source", key=True), _whole("number"), sqlite_with_rowid=False)

meta = Table("meta", metadata, _text("key", key=True), _text("value"))

api_call = Table("api_call", metadata, _text("day", key=True), _text("service", key=True), _whole("calls", default=0))

service_check = Table(
    "service_check",
    metadata,
    _whole("id", key=True),
    _text("service"),
    _text("at"),
    _whole("ok"),
    _text("text"),
    Column("seconds", REAL),
    Index("ix_service_check_service_at", "service", "at"),
)
