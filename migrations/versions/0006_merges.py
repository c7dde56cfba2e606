"""Who was merged into whom, for 30 days; and finding look-alikes by number and by the domain of the address."""

from alembic import op

revision = "0006"
down_revision = "0005"

_PHONE_END = "substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', ''), -8)"
_MAIL_DOMAIN = "lower(substr(email, instr(email, '@') + 1))"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE merge_entry ( id INTEGER NOT NULL, at TEXT, actor TEXT, survivor INTEGER, loser INTEGER, name TEXT, "
        "changes TEXT, payers TEXT, CONSTRAINT pk_merge_entry PRIMARY KEY (id) )"
    )
    run("CREATE INDEX ix_merge_entry_loser ON merge_entry (loser)")
    run(f"CREATE INDEX ix_prospects_phone_end ON prospects ({_PHONE_END}) WHERE deleted = 0 AND phone IS NOT NULL")
    run(f"CREATE INDEX ix_prospects_mail_domain ON prospects ({_MAIL_DOMAIN}) WHERE deleted = 0 AND email IS NOT NULL")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_prospects_mail_domain")
    run("DROP INDEX ix_prospects_phone_end")
    run("DROP TABLE merge_entry")
