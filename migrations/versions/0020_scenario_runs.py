"""What looking a scenario's run up needs: where it runs, when it was asked for by Make's clock, what its log held before."""

from alembic import op

revision = "0020"
down_revision = "0019"

_COLUMNS = ("place", "asked_there", "asked_by", "sent", '"before"', "looked_at")


def upgrade() -> None:
    for column in _COLUMNS:
        op.get_bind().exec_driver_sql(f"ALTER TABLE scenario_run ADD COLUMN {column} TEXT")


def downgrade() -> None:
    for column in _COLUMNS:
        op.get_bind().exec_driver_sql(f"ALTER TABLE scenario_run DROP COLUMN {column}")
