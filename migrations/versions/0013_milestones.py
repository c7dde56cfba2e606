"""When the work on a task begins and how far it is; calendars, end-to-end checks, alerts that went out by mail."""

from alembic import op

revision = "0013"
down_revision = "0012"

_TASKS = (
    'CREATE TABLE tasks ( lid INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "key" TEXT, prospect INTEGER, title TEXT, kind TEXT, '
    "due TEXT, done_at TEXT, owner TEXT, origin TEXT, {own}extra TEXT, deleted INTEGER DEFAULT 0 NOT NULL, created_at TEXT NOT NULL )"
)
_KEPT = "lid, key, prospect, title, kind, due, done_at, owner, origin, extra, deleted, created_at"
_INDEXES = (
    "CREATE INDEX ix_tasks_done ON tasks (done_at) WHERE deleted = 0 AND done_at IS NOT NULL",
    'CREATE INDEX ix_tasks_key ON tasks ("key")',
    "CREATE INDEX ix_tasks_open ON tasks (due) WHERE deleted = 0 AND done_at IS NULL",
    "CREATE INDEX ix_tasks_prospect_due ON tasks (prospect, due)",
)
_TABLES = (
    "CREATE TABLE calendar_source ( id INTEGER NOT NULL, name TEXT, kind TEXT, address TEXT, user TEXT, tag TEXT, read_at TEXT, "
    "tried_at TEXT, problem TEXT, CONSTRAINT pk_calendar_source PRIMARY KEY (id) )",
    "CREATE TABLE calendar_event ( source INTEGER NOT NULL, uid TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT, all_day INTEGER, "
    "title TEXT, place TEXT, link TEXT, attendees TEXT, CONSTRAINT pk_calendar_event PRIMARY KEY (source, uid, starts) )",
    "CREATE INDEX ix_calendar_event_starts ON calendar_event (starts)",
    'CREATE TABLE end_to_end_run ( id TEXT NOT NULL, customer TEXT, "by" TEXT, began_at TEXT, ended_at TEXT, '
    "CONSTRAINT pk_end_to_end_run PRIMARY KEY (id) )",
    "CREATE INDEX ix_end_to_end_run_began_at ON end_to_end_run (began_at)",
    "CREATE TABLE end_to_end_step ( run TEXT NOT NULL, number INTEGER NOT NULL, state TEXT, at TEXT, seconds REAL, said TEXT, "
    "recovery TEXT, CONSTRAINT pk_end_to_end_step PRIMARY KEY (run, number) )",
    "CREATE TABLE alert_delivery ( alert TEXT NOT NULL, role TEXT NOT NULL, at TEXT, mail TEXT, "
    "CONSTRAINT pk_alert_delivery PRIMARY KEY (alert, role) )",
    "CREATE INDEX ix_alert_delivery_mail ON alert_delivery (mail)",
)
_NAMES = ("calendar_source", "calendar_event", "end_to_end_run", "end_to_end_step", "alert_delivery")


def upgrade() -> None:
    _rebuild_tasks("starts_on TEXT, progress REAL, ")
    for statement in _TABLES:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for table in reversed(_NAMES):
        run(f"DROP TABLE {table}")
    run("DROP TRIGGER IF EXISTS tasks_touched")
    _rebuild_tasks("")


def _rebuild_tasks(own: str) -> None:
    """The table anew with its columns in the order of the catalogue, its rows and the last number that it gave away."""
    run = op.get_bind().exec_driver_sql
    last = run("SELECT seq FROM sqlite_sequence WHERE name = 'tasks'").scalar()
    run("ALTER TABLE tasks RENAME TO tasks_before")
    run(_TASKS.format(own=own))
    run(f"INSERT INTO tasks ({_KEPT}) SELECT {_KEPT} FROM tasks_before")
    run("DROP TABLE tasks_before")
    for index in _INDEXES:
        run(index)
    if last is not None:
        run("DELETE FROM sqlite_sequence WHERE name = 'tasks'")
        run("INSERT INTO sqlite_sequence (name, seq) VALUES ('tasks', ?)", (last,))
