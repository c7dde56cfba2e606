"""Stamps may be held while many rows are written: triggers, which every upgrade makes anew, are all that changes."""

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """The triggers are made after the last step."""


def downgrade() -> None:
    """The triggers of an older program are made by it."""
