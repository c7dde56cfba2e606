"""What an agent proposes keeps who proposed it, how it stood first, who decided, why, and the step that undoing takes back."""

from alembic import op

revision = "0019"
down_revision = "0018"

_COLUMNS = (("agent", "TEXT"), ("made", "TEXT"), ("decided_by", "TEXT"), ("why", "TEXT"), ("step", "INTEGER"))


def upgrade() -> None:
    for name, kind in _COLUMNS:
        op.get_bind().exec_driver_sql(f"ALTER TABLE agent_draft ADD COLUMN {name} {kind}")
    op.get_bind().exec_driver_sql("CREATE INDEX ix_agent_draft_state ON agent_draft (state)")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP INDEX ix_agent_draft_state")
    for name, _kind in reversed(_COLUMNS):
        op.get_bind().exec_driver_sql(f"ALTER TABLE agent_draft DROP COLUMN {name}")
