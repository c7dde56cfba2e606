"""The list knows when a prospect was called last, and since when it is in its stage."""

from alembic import op

revision = "0022"
down_revision = "0021"

_COLUMNS = ("last_call_at", "stage_since")
_LISTED = (
    "SELECT q.journey FROM position q JOIN prospects p ON p.lid = q.prospect WHERE q.stage = p.engagement_stage "
    "GROUP BY q.journey ORDER BY count(*) DESC LIMIT 1"
)
"""The journey that the list shows: it is the one in which all stand where the list says."""


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name in _COLUMNS:
        run(f"ALTER TABLE prospects ADD COLUMN {name} TEXT")
    run(
        "UPDATE prospects SET last_call_at = (SELECT max(date) FROM interactions "
        "WHERE prospect = prospects.lid AND deleted = 0 AND type = 'Call'), "
        f"stage_since = (SELECT entered_at FROM position WHERE prospect = prospects.lid AND journey = ({_LISTED}))"
    )
    for name in _COLUMNS:
        run(f"CREATE INDEX ix_list_{name} ON prospects ({name}) WHERE deleted = 0")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name in _COLUMNS:
        run(f"DROP INDEX ix_list_{name}")
        run(f"ALTER TABLE prospects DROP COLUMN {name}")
