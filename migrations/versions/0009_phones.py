"""Phones that may open this workspace's page, the pairing that is under way, and what each phone has already sent."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE phone ( id INTEGER NOT NULL, name TEXT, token_hash TEXT, paired_at TEXT, seen_at TEXT, "
        "CONSTRAINT pk_phone PRIMARY KEY (id) )"
    )
    run("CREATE UNIQUE INDEX ix_phone_token_hash ON phone (token_hash)")
    run(
        "CREATE TABLE phone_pairing ( id INTEGER NOT NULL, secret_hash TEXT, code_hash TEXT, begun_at TEXT, wrong INTEGER DEFAULT 0, "
        "asked_at TEXT, name TEXT, number TEXT, token_hash TEXT, phone_agreed INTEGER DEFAULT 0, "
        "computer_agreed INTEGER DEFAULT 0, ended TEXT, CONSTRAINT pk_phone_pairing PRIMARY KEY (id) )"
    )
    run(
        "CREATE TABLE phone_request ( phone INTEGER NOT NULL, request TEXT NOT NULL, at TEXT, answer TEXT, "
        "CONSTRAINT pk_phone_request PRIMARY KEY (phone, request) ) WITHOUT ROWID"
    )
    run("CREATE INDEX ix_phone_request_at ON phone_request (at)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP TABLE phone_request")
    run("DROP TABLE phone_pairing")
    run("DROP TABLE phone")
