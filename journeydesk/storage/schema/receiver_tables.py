"""The tables of what other programs tell us and are told: the inbox, links in mails, what goes out, what an agent drafted."""

from sqlalchemy import Index, Table

from journeydesk.storage.schema.columns import metadata as metadata
from journeydesk.storage.schema.columns import text_column as _text
from journeydesk.storage.schema.columns import whole_column as _whole

inbox_entry = Table(
    "inbox_entry",
    metadata,
    _whole("number", key=True),
    _text("id"),
    _text("kind"),
    _text("source"),
    _text("received_at"),
    _text("raw"),
    _text("folded_at"),
    _text("problem"),
)
Index("ix_inbox_entry_id", inbox_entry.c.id, unique=True)
Index("ix_inbox_entry_waiting", inbox_entry.c.number, sqlite_where=inbox_entry.c.folded_at.is_(None))
Index("ix_inbox_entry_received_at", inbox_entry.c.received_at)

tracked_link = Table(
    "tracked_link",
    metadata,
    _text("id", key=True),
    _text("target"),
    _whole("prospect"),
    _text("message"),
    _text("made_at"),
    _text("sent_at"),
)

unsubscribed = Table("unsubscribed", metadata, _text("email", key=True), _text("at"), _text("source"))

event_target = Table(
    "event_target",
    metadata,
    _text("id", key=True),
    _text("kind"),
    _text("url"),
    _text("events"),
    _text("options"),
    _text("state"),
    _text("since"),
    _whole("seen", default=0),
)

delivery = Table(
    "delivery",
    metadata,
    _whole("number", key=True),
    _text("id"),
    _text("target"),
    _text("event"),
    _text("body"),
    _text("made_at"),
    _whole("attempts", default=0),
    _text("due_at"),
    _text("state"),
    _text("answer"),
)
Index("ix_delivery_id", delivery.c.id, unique=True)
Index("ix_delivery_due_at", delivery.c.due_at, sqlite_where=delivery.c.state == "waiting")
Index("ix_delivery_target_number", delivery.c.target, delivery.c.number)

agent_draft = Table(
    "agent_draft",
    metadata,
    _whole("id", key=True),
    _text("made_at"),
    _text("tool"),
    _text("arguments"),
    _text("words"),
    _whole("prospect"),
    _text("state"),
    _text("decided_at"),
    _text("agent"),
    _text("made"),
    _text("decided_by"),
    _text("why"),
    _whole("step"),
)
Index("ix_agent_draft_state", agent_draft.c.state)

gate_views = Table(
    "gate_views",
    metadata,
    _text("day", key=True),
    _text("content", key=True),
    _text("variant", key=True),
    _whole("views", default=0),
    sqlite_with_rowid=False,
)
