"""What is said of a deal's worth has stamps of its own: triggers, which every upgrade makes anew, are all that changes."""

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """The triggers are made after the last step."""


def downgrade() -> None:
    """The triggers of an older program are made by it."""
