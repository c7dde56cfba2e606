"""The first shape of the local database."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    statements = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8").split(";;\n")
    for statement in statements:
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
