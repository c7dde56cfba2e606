"""What SQLite's planner takes the tables for is part of the shape: written after the last step of every upgrade."""

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """They are written after the last step."""


def downgrade() -> None:
    """An older program's statements are the same with them."""
