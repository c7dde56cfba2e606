"""What reports count stands in indexes: applications by when and by whom, touches by day, calls by prospect, moves by journey."""

from alembic import op

revision = "0010"
down_revision = "0009"

_ENTRY_POINT = "CASE WHEN json_valid(entry_point) THEN json_extract(entry_point, '$.cta') || '' END"
_REPORTED = (
    "applied_on, owner, source, status, score, engagement_stage, tier, industry, volume_estimate, technical_capability, "
    f"customer_status, {_ENTRY_POINT}"
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(f"CREATE INDEX ix_prospects_reports ON prospects ({_REPORTED}) WHERE deleted = 0")
    run(
        "CREATE INDEX ix_interactions_reports ON interactions (date, type, owner, outcome, prospect, duration) WHERE deleted = 0"
    )
    run("CREATE INDEX ix_interactions_calls ON interactions (prospect, date) WHERE deleted = 0 AND type = 'Call'")
    run("DROP INDEX ix_stage_history_prospect_at")
    run("DROP INDEX ix_stage_history_journey_at")
    run("CREATE INDEX ix_stage_history_prospect_at ON stage_history (prospect, at, journey, to_stage)")
    run("CREATE INDEX ix_stage_history_journey_at ON stage_history (journey, at, prospect, to_stage, from_stage)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_stage_history_journey_at")
    run("DROP INDEX ix_stage_history_prospect_at")
    run("CREATE INDEX ix_stage_history_journey_at ON stage_history (journey, at)")
    run("CREATE INDEX ix_stage_history_prospect_at ON stage_history (prospect, at)")
    run("DROP INDEX ix_interactions_calls")
    run("DROP INDEX ix_interactions_reports")
    run("DROP INDEX ix_prospects_reports")
