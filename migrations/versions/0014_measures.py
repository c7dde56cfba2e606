"""Use by day and money by the moment it moved stand in indexes: what the measures of the programme are computed from."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("CREATE INDEX ix_usage_days ON usage (date, prospect, api_calls) WHERE deleted = 0")
    run("CREATE INDEX ix_surveys_sent ON surveys (date_sent, survey_type, date_responded) WHERE deleted = 0")
    run("CREATE INDEX ix_stripe_object_flow ON stripe_object (kind, created, status, currency, amount_minor, prospect)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_stripe_object_flow")
    run("DROP INDEX ix_surveys_sent")
    run("DROP INDEX ix_usage_days")
