"""Messages for approval, the queue of mail and what came back, what was generated, checkout links, runs of scenarios."""

from alembic import op

revision = "0008"
down_revision = "0007"

_TABLES = (
    'CREATE TABLE message ( id INTEGER NOT NULL, "key" TEXT, prospect INTEGER, template TEXT, reason TEXT, origin '
    "TEXT, made_at TEXT, made_subject TEXT, made_bubbles TEXT, subject TEXT, bubbles TEXT, tags TEXT, quality "
    "INTEGER, customer_status TEXT, ltv_minor INTEGER, state TEXT, decided_at TEXT, decided_by TEXT, why TEXT, "
    "interaction INTEGER, mail INTEGER, CONSTRAINT pk_message PRIMARY KEY (id), CONSTRAINT uq_message_key UNIQUE "
    '("key") )',
    "CREATE INDEX ix_message_prospect ON message (prospect)",
    "CREATE INDEX ix_message_state_made_at ON message (state, made_at)",
    'CREATE TABLE mail_item ( id INTEGER NOT NULL, "key" TEXT, prospect INTEGER, template TEXT, recipient TEXT, '
    "subject TEXT, body TEXT, message_id TEXT, reply_to_id TEXT, thread TEXT, state TEXT, tries INTEGER DEFAULT 0, "
    "due_at TEXT, answer TEXT, queued_at TEXT, sent_at TEXT, account TEXT, interaction INTEGER, CONSTRAINT "
    'pk_mail_item PRIMARY KEY (id), CONSTRAINT uq_mail_item_key UNIQUE ("key") )',
    "CREATE UNIQUE INDEX ix_mail_item_message_id ON mail_item (message_id)",
    "CREATE INDEX ix_mail_item_prospect ON mail_item (prospect)",
    "CREATE INDEX ix_mail_item_sent_at ON mail_item (sent_at)",
    "CREATE INDEX ix_mail_item_state_due_at ON mail_item (state, due_at)",
    "CREATE TABLE mail_received ( id INTEGER NOT NULL, message_id TEXT, item INTEGER, prospect INTEGER, kind TEXT, "
    "sender TEXT, subject TEXT, body TEXT, at TEXT, status TEXT, interaction INTEGER, CONSTRAINT pk_mail_received "
    "PRIMARY KEY (id) )",
    "CREATE INDEX ix_mail_received_item ON mail_received (item)",
    "CREATE UNIQUE INDEX ix_mail_received_message_id ON mail_received (message_id)",
    "CREATE INDEX ix_mail_received_prospect ON mail_received (prospect)",
    "CREATE TABLE mail_folder ( account TEXT NOT NULL, folder TEXT NOT NULL, validity INTEGER, last_uid INTEGER, "
    "read_at TEXT, CONSTRAINT pk_mail_folder PRIMARY KEY (account, folder) )",
    'CREATE TABLE generated_text ( "key" TEXT NOT NULL, kind TEXT, prospect INTEGER, content TEXT, model TEXT, '
    'made_at TEXT, expires_at TEXT, CONSTRAINT pk_generated_text PRIMARY KEY ("key") )',
    "CREATE INDEX ix_generated_text_expires_at ON generated_text (expires_at)",
    "CREATE TABLE generation ( id INTEGER NOT NULL, at TEXT, kind TEXT, prospect INTEGER, outcome TEXT, seconds "
    "REAL, detail TEXT, CONSTRAINT pk_generation PRIMARY KEY (id) )",
    "CREATE INDEX ix_generation_at ON generation (at)",
    "CREATE TABLE checkout_link ( session TEXT NOT NULL, prospect INTEGER, tier TEXT, url TEXT, made_at TEXT, "
    "expires_at TEXT, state TEXT, looks INTEGER DEFAULT 0, look_at TEXT, CONSTRAINT pk_checkout_link PRIMARY KEY "
    "(session) )",
    "CREATE INDEX ix_checkout_link_look_at ON checkout_link (look_at)",
    "CREATE INDEX ix_checkout_link_prospect ON checkout_link (prospect)",
    "CREATE TABLE scenario_run ( id INTEGER NOT NULL, scenario INTEGER, name TEXT, prospect INTEGER, state TEXT, "
    "execution TEXT, asked_at TEXT, changed_at TEXT, detail TEXT, CONSTRAINT pk_scenario_run PRIMARY KEY (id) )",
    "CREATE INDEX ix_scenario_run_state ON scenario_run (state)",
)
_NAMES = (
    "message",
    "mail_item",
    "mail_received",
    "mail_folder",
    "generated_text",
    "generation",
    "checkout_link",
    "scenario_run",
)


def upgrade() -> None:
    for statement in _TABLES:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for table in reversed(_NAMES):
        op.get_bind().exec_driver_sql(f"DROP TABLE {table}")
