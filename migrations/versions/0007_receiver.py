"""What other programs send (the inbox), links in mails and who wants none, what goes out, and what an agent drafted."""

from alembic import op

revision = "0007"
down_revision = "0006"

_TABLES = (
    "CREATE TABLE inbox_entry ( number INTEGER NOT NULL, id TEXT, kind TEXT, source TEXT, received_at TEXT, raw TEXT, "
    "folded_at TEXT, problem TEXT, CONSTRAINT pk_inbox_entry PRIMARY KEY (number) )",
    "CREATE UNIQUE INDEX ix_inbox_entry_id ON inbox_entry (id)",
    "CREATE INDEX ix_inbox_entry_received_at ON inbox_entry (received_at)",
    "CREATE INDEX ix_inbox_entry_waiting ON inbox_entry (number) WHERE folded_at IS NULL",
    "CREATE TABLE tracked_link ( id TEXT NOT NULL, target TEXT, prospect INTEGER, message TEXT, made_at TEXT, sent_at "
    "TEXT, CONSTRAINT pk_tracked_link PRIMARY KEY (id) )",
    "CREATE TABLE unsubscribed ( email TEXT NOT NULL, at TEXT, source TEXT, CONSTRAINT pk_unsubscribed PRIMARY KEY (email) )",
    "CREATE TABLE event_target ( id TEXT NOT NULL, kind TEXT, url TEXT, events TEXT, options TEXT, state TEXT, since "
    "TEXT, seen INTEGER DEFAULT 0, CONSTRAINT pk_event_target PRIMARY KEY (id) )",
    "CREATE TABLE delivery ( number INTEGER NOT NULL, id TEXT, target TEXT, event TEXT, body TEXT, made_at TEXT, "
    "attempts INTEGER DEFAULT 0, due_at TEXT, state TEXT, answer TEXT, CONSTRAINT pk_delivery PRIMARY KEY (number) )",
    "CREATE INDEX ix_delivery_due_at ON delivery (due_at) WHERE state = 'waiting'",
    "CREATE UNIQUE INDEX ix_delivery_id ON delivery (id)",
    "CREATE INDEX ix_delivery_target_number ON delivery (target, number)",
    "CREATE TABLE agent_draft ( id INTEGER NOT NULL, made_at TEXT, tool TEXT, arguments TEXT, words TEXT, prospect "
    "INTEGER, state TEXT, decided_at TEXT, CONSTRAINT pk_agent_draft PRIMARY KEY (id) )",
)


def upgrade() -> None:
    for statement in _TABLES:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for table in ("agent_draft", "delivery", "event_target", "unsubscribed", "tracked_link", "inbox_entry"):
        op.get_bind().exec_driver_sql(f"DROP TABLE {table}")
