"""The alerts that wait are counted from one index: their rows are long, and each place that is shown asks for the badge."""

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_alerts_standing ON alerts (status, expires_at, snoozed_until, read_at) WHERE deleted = 0"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_alerts_standing")
