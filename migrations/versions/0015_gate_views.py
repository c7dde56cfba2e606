"""How often gated content was seen by whom nobody knows, by day and variant."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE TABLE gate_views ( day TEXT NOT NULL, content TEXT NOT NULL, variant TEXT NOT NULL, views INTEGER DEFAULT 0, "
        "CONSTRAINT pk_gate_views PRIMARY KEY (day, content, variant) ) WITHOUT ROWID"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP TABLE gate_views")
