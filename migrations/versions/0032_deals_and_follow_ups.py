"""Two indexes hold more: the deals of one stage and owner stand as the prospects do, so that an evaluation of many writes few pages, and
whose follow-ups are due is told without a row being read."""

from alembic import op

revision = "0032"
down_revision = "0031"

_STAGE, _WORTH = (
    "deal_stage COLLATE NOCASE, owner",
    "estimated_revenue, deal_probability, expected_close, next_follow_up, last_touch_at",
)


def upgrade() -> None:
    _index("ix_prospects_deals", f"{_STAGE}, lid, {_WORTH}", "deleted = 0 AND deal_stage IS NOT NULL")
    _index("ix_prospects_follow_ups", "owner, next_follow_up, lid, status, customer_status", "deleted = 0")


def downgrade() -> None:
    _index("ix_prospects_deals", f"{_STAGE}, {_WORTH}", "deleted = 0 AND deal_stage IS NOT NULL")
    _index("ix_prospects_follow_ups", "owner, next_follow_up", "deleted = 0")


def _index(name: str, columns: str, which: str) -> None:
    connection = op.get_bind()
    connection.exec_driver_sql(f"DROP INDEX {name}")
    connection.exec_driver_sql(f"CREATE INDEX {name} ON prospects ({columns}) WHERE {which}")
