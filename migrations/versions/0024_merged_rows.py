"""A merge remembers which of this computer's own rows (drafts, messages, proposals, mails) it brought over."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE merge_entry ADD COLUMN local_rows TEXT")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE merge_entry DROP COLUMN local_rows")
