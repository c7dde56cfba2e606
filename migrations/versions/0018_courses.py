"""When a prospect began a journey, and how long it stayed, stands with each of its moves: cohorts are counted without looking back.
Deals stand in the order of their stages, applications that wait in an index of their own; an index of events that another holds goes."""

from alembic import op

revision = "0018"
down_revision = "0017"

_REPORTED = (
    "deleted = 0 AND event IN ('assessment_completed', 'payment_succeeded', 'payment_failed', 'scenario_succeeded', "
    "'scenario_failed', 'content_generated', 'content_failed', 'record_stored', 'access_granted', 'gate_viewed', 'gate_submitted', "
    "'email_sent', 'email_replied')"
)
_ENTRY_POINT = "CASE WHEN json_valid(entry_point) THEN json_extract(entry_point, '$.cta') || '' END"
_COURSE = (
    "UPDATE stage_history SET began = (SELECT min(b.at) FROM stage_history b WHERE b.prospect = stage_history.prospect "
    "AND b.journey = stage_history.journey AND b.from_stage = 0), "
    "hours = (SELECT CAST(round((julianday(stage_history.at) - julianday(max(b.at))) * 24) AS INTEGER) FROM stage_history b "
    "WHERE b.prospect = stage_history.prospect AND b.journey = stage_history.journey AND b.to_stage = stage_history.from_stage "
    "AND b.at <= stage_history.at AND b.id <> stage_history.id AND stage_history.from_stage > 0)"
)
_WAITS = (
    "deleted = 0 AND applied_on IS NOT NULL AND coalesce(status, '') IN ('', 'New', 'Reviewing') "
    "AND coalesce(customer_status, '') NOT IN ('CHURNED', 'LEAD_EXHAUSTED')"
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_events_reported")
    run("DROP INDEX ix_prospects_standing")
    run("DROP INDEX ix_prospects_deals")
    run("ALTER TABLE stage_history ADD COLUMN began TEXT")
    run("ALTER TABLE stage_history ADD COLUMN hours INTEGER")
    run(_COURSE)
    run(
        "CREATE INDEX ix_stage_history_course ON stage_history (journey, began, prospect, from_stage, to_stage, hours) "
        "WHERE began IS NOT NULL"
    )
    run(
        "CREATE INDEX ix_prospects_standing ON prospects (lid, status, customer_status, owner, source, deal_stage, estimated_revenue, "
        f"deal_probability, {_ENTRY_POINT}) WHERE deleted = 0"
    )
    run(
        "CREATE INDEX ix_prospects_deals ON prospects (deal_stage COLLATE NOCASE, owner, estimated_revenue, deal_probability, "
        "expected_close, next_follow_up, last_touch_at) WHERE deleted = 0 AND deal_stage IS NOT NULL"
    )
    run(
        "CREATE INDEX ix_prospects_closing ON prospects (expected_close, status, owner, estimated_revenue, deal_probability) "
        "WHERE deleted = 0 AND expected_close IS NOT NULL"
    )
    run(f"CREATE INDEX ix_prospects_waiting ON prospects (applied_on, owner) WHERE {_WAITS}")
    run("CREATE INDEX ix_prospects_gone ON prospects (lid) WHERE deleted = 1")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name in ("gone", "waiting", "closing", "deals", "standing"):
        run(f"DROP INDEX ix_prospects_{name}")
    run("DROP INDEX ix_stage_history_course")
    run("ALTER TABLE stage_history DROP COLUMN hours")
    run("ALTER TABLE stage_history DROP COLUMN began")
    run(
        "CREATE INDEX ix_prospects_deals ON prospects (lid, deal_stage, owner, status, estimated_revenue, deal_probability, "
        "expected_close, next_follow_up, last_touch_at) WHERE deleted = 0"
    )
    run(
        "CREATE INDEX ix_prospects_standing ON prospects "
        f"(lid, status, customer_status, owner, source, estimated_revenue, {_ENTRY_POINT}) WHERE deleted = 0"
    )
    run(f"CREATE INDEX ix_events_reported ON events (event, occurred_at, prospect) WHERE {_REPORTED}")
