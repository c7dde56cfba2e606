"""What the schema says of a mapped remote field's form."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE schema_field ADD COLUMN form TEXT")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE schema_field DROP COLUMN form")
