"""The events that reports count stand in an index of their own: few among many clicks."""

from alembic import op

revision = "0016"
down_revision = "0015"

_REPORTED = (
    "deleted = 0 AND event IN ('assessment_completed', 'payment_succeeded', 'payment_failed', 'scenario_succeeded', "
    "'scenario_failed', 'content_generated', 'content_failed', 'record_stored', 'access_granted', 'gate_viewed', 'gate_submitted', "
    "'email_sent', 'email_replied')"
)


def upgrade() -> None:
    op.get_bind().exec_driver_sql(f"CREATE INDEX ix_events_reported ON events (event, occurred_at, prospect) WHERE {_REPORTED}")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_events_reported")
