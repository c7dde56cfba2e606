"""What a cohort is told apart by stands in an index by the prospect's id: it is counted without a row being read."""

from alembic import op

revision = "0012"
down_revision = "0011"

_ENTRY_POINT = "CASE WHEN json_valid(entry_point) THEN json_extract(entry_point, '$.cta') || '' END"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_prospects_standing ON prospects "
        f"(lid, status, customer_status, owner, source, estimated_revenue, {_ENTRY_POINT}) WHERE deleted = 0"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_prospects_standing")
