"""What the inbox lists is told from one index: of who stands there already no row is read, and of a long past only what is shown."""

from alembic import op

revision = "0033"
down_revision = "0032"

_COUNTED = "status, expires_at, snoozed_until, read_at"
_LISTED = f"{_COUNTED}, snoozed_for, priority, raised_at, handled_at, prospect, rule"


def upgrade() -> None:
    _index(_LISTED)


def downgrade() -> None:
    _index(_COUNTED)


def _index(columns: str) -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("DROP INDEX ix_alerts_standing")
    connection.exec_driver_sql(f"CREATE INDEX ix_alerts_standing ON alerts ({columns}) WHERE deleted = 0")
