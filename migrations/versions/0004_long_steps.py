"""Undo steps of many thousand changes, in parts."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("ALTER TABLE undo_entry ADD COLUMN phase TEXT")
    connection.exec_driver_sql("CREATE INDEX ix_undo_entry_phase ON undo_entry (phase) WHERE phase IS NOT NULL")
    connection.exec_driver_sql(
        "CREATE TABLE undo_part ( step INTEGER NOT NULL, number INTEGER NOT NULL, changes TEXT, undone INTEGER DEFAULT 0, "
        "CONSTRAINT pk_undo_part PRIMARY KEY (step, number) )"
    )


def downgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql("DELETE FROM undo_entry WHERE id IN (SELECT step FROM undo_part)")
    connection.exec_driver_sql("DROP TABLE undo_part")
    connection.exec_driver_sql("DROP INDEX ix_undo_entry_phase")
    connection.exec_driver_sql("ALTER TABLE undo_entry DROP COLUMN phase")
