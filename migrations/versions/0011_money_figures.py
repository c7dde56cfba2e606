"""What reports of money are computed from: each change of a payer's MRR, first payments, and indexes that answer alone."""

from alembic import op

revision = "0011"
down_revision = "0010"

_DEALS = "table_slug = 'prospects' AND field IN ('estimated_revenue', 'deal_probability')"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE mrr_step ( payer TEXT NOT NULL, currency TEXT NOT NULL, at TEXT NOT NULL, minor INTEGER, change INTEGER, "
        "CONSTRAINT pk_mrr_step PRIMARY KEY (payer, currency, at) )"
    )
    run("CREATE INDEX ix_mrr_step_at ON mrr_step (at, currency, change, minor, payer)")
    run("ALTER TABLE stripe_payer ADD COLUMN first_paid TEXT")
    run("CREATE INDEX ix_stripe_payer_first_paid ON stripe_payer (first_paid, prospect) WHERE first_paid IS NOT NULL")
    run(
        "CREATE INDEX ix_prospects_deals ON prospects (lid, deal_stage, owner, status, estimated_revenue, deal_probability, "
        "expected_close, next_follow_up, last_touch_at) WHERE deleted = 0"
    )
    run(
        "CREATE INDEX ix_prospects_paid ON prospects (net_paid_minor, money_currency, source) "
        "WHERE deleted = 0 AND net_paid_minor IS NOT NULL"
    )
    run(f"CREATE INDEX ix_field_history_deals ON field_history (field, at, lid, old) WHERE {_DEALS}")
    run(
        "CREATE INDEX ix_surveys_answered ON surveys (date_responded, satisfaction, pmf_score, prospect) "
        "WHERE deleted = 0 AND date_responded IS NOT NULL"
    )


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for name in ("surveys_answered", "field_history_deals", "prospects_paid", "prospects_deals"):
        run(f"DROP INDEX ix_{name}")
    run("DROP INDEX ix_stripe_payer_first_paid")
    run("ALTER TABLE stripe_payer DROP COLUMN first_paid")
    run("DROP TABLE mrr_step")
