"""A payment link is written down before Stripe is asked for it, with what is asked, and with what came of it."""

from alembic import op

revision = "0021"
down_revision = "0020"

_NOW = (
    "DROP TABLE checkout_link",
    'CREATE TABLE checkout_link ( "key" TEXT NOT NULL, prospect INTEGER, reference TEXT, tier TEXT, asked TEXT, session TEXT, '
    "url TEXT, made_at TEXT, expires_at TEXT, state TEXT, looks INTEGER DEFAULT 0, look_at TEXT, settled_at TEXT, note TEXT, "
    'CONSTRAINT pk_checkout_link PRIMARY KEY ("key") )',
    "CREATE INDEX ix_checkout_link_look_at ON checkout_link (look_at)",
    "CREATE INDEX ix_checkout_link_prospect ON checkout_link (prospect)",
    "CREATE UNIQUE INDEX ix_checkout_link_session ON checkout_link (session)",
)
_BEFORE = (
    "DROP TABLE checkout_link",
    "CREATE TABLE checkout_link ( session TEXT NOT NULL, prospect INTEGER, tier TEXT, url TEXT, made_at TEXT, "
    "expires_at TEXT, state TEXT, looks INTEGER DEFAULT 0, look_at TEXT, CONSTRAINT pk_checkout_link PRIMARY KEY "
    "(session) )",
    "CREATE INDEX ix_checkout_link_look_at ON checkout_link (look_at)",
    "CREATE INDEX ix_checkout_link_prospect ON checkout_link (prospect)",
)


def upgrade() -> None:
    # No version before this one wrote into the table.
    for statement in _NOW:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    for statement in _BEFORE:
        op.get_bind().exec_driver_sql(statement)
