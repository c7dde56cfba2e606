"""A record keeps whether its key was drawn here at random: such a one nobody can have made meanwhile."""

from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE sync_record ADD COLUMN drawn INTEGER DEFAULT 0")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE sync_record DROP COLUMN drawn")
