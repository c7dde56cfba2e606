"""What is gone is found by its local id and by its key."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run('CREATE INDEX ix_tombstone_key ON tombstone (table_slug, "key")')
    run("CREATE INDEX ix_tombstone_record ON tombstone (table_slug, json_extract(snapshot, '$.row.lid'))")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_tombstone_record")
    op.get_bind().exec_driver_sql("DROP INDEX ix_tombstone_key")
