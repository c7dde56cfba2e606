"""What a prospect paid in currencies that are not in its own figures, for want of a rate; who pays is found by any e-mail."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE money_apart ( prospect INTEGER NOT NULL, currency TEXT NOT NULL, net_paid_minor INTEGER, mrr_minor INTEGER, "
        "CONSTRAINT pk_money_apart PRIMARY KEY (prospect, currency) )"
    )
    run("CREATE INDEX ix_prospects_unusual_email ON prospects (email) WHERE deleted = 0 AND email GLOB '*[^!-~]*'")
    # Everybody's figures are computed again with the next pass.
    run("UPDATE stripe_cursor SET value = '' WHERE name = 'computed by'")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_prospects_unusual_email")
    op.get_bind().exec_driver_sql("DROP TABLE money_apart")
