"""Each part of what reports read has a number that changes when anything of it is written: only that is read anew."""

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE TABLE stamp ( source TEXT NOT NULL, number INTEGER, CONSTRAINT pk_stamp PRIMARY KEY (source)) WITHOUT ROWID"
    )


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    stamping = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%UPDATE stamp SET%'"
    for name in run(stamping).scalars().all():
        run(f"DROP TRIGGER {name}")
    run("DROP TABLE stamp")
