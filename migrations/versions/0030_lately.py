"""The palette finds those touched last, of very many whose names fit alike, in one index."""

from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE INDEX ix_prospects_lately ON prospects (last_touch_at, company_sort, contact_sort) WHERE deleted = 0"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_prospects_lately")
