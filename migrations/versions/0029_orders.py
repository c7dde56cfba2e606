"""The orders of moves and cards are tables of their own, so that thousands can be put in order together."""

from alembic import op

revision = "0029"
down_revision = "0028"

_TABLES = (
    "CREATE TABLE moves_by_time ( journey TEXT NOT NULL, at TEXT NOT NULL, prospect INTEGER NOT NULL, id INTEGER NOT NULL, "
    "from_stage INTEGER, to_stage INTEGER, hours INTEGER, "
    "CONSTRAINT pk_moves_by_time PRIMARY KEY (journey, at, prospect, id)) WITHOUT ROWID",
    "CREATE TABLE moves_by_start ( journey TEXT NOT NULL, began TEXT NOT NULL, prospect INTEGER NOT NULL, id INTEGER NOT NULL, "
    "from_stage INTEGER, to_stage INTEGER, hours INTEGER, "
    "CONSTRAINT pk_moves_by_start PRIMARY KEY (journey, began, prospect, id)) WITHOUT ROWID",
    "CREATE TABLE cards_by_place ( journey TEXT NOT NULL, stage INTEGER NOT NULL, place TEXT NOT NULL, prospect INTEGER NOT NULL, "
    "entered_at TEXT, CONSTRAINT pk_cards_by_place PRIMARY KEY (journey, stage, place, prospect)) WITHOUT ROWID",
    "CREATE TABLE cards_by_owner ( journey TEXT NOT NULL, owner TEXT NOT NULL, stage INTEGER NOT NULL, place TEXT NOT NULL, "
    "prospect INTEGER NOT NULL, entered_at TEXT, "
    "CONSTRAINT pk_cards_by_owner PRIMARY KEY (journey, owner, stage, place, prospect)) WITHOUT ROWID",
    "CREATE TABLE cards_by_entry ( journey TEXT NOT NULL, stage INTEGER NOT NULL, entered_at TEXT NOT NULL, prospect INTEGER NOT NULL, "
    "owner TEXT, CONSTRAINT pk_cards_by_entry PRIMARY KEY (journey, stage, entered_at, prospect)) WITHOUT ROWID",
    "CREATE TABLE unordered ( prospect INTEGER NOT NULL, filling INTEGER DEFAULT 0, CONSTRAINT pk_unordered PRIMARY KEY (prospect))",
)
_ON_BOARD = "shown = 1 AND living = 1"
_FILLED = (
    "INSERT INTO moves_by_time SELECT journey, at, prospect, id, from_stage, to_stage, hours FROM stage_history "
    "WHERE journey IS NOT NULL AND at IS NOT NULL AND prospect IS NOT NULL ORDER BY 1, 2, 3, 4",
    "INSERT INTO moves_by_start SELECT journey, began, prospect, id, from_stage, to_stage, hours FROM stage_history "
    "WHERE journey IS NOT NULL AND began IS NOT NULL AND prospect IS NOT NULL ORDER BY 1, 2, 3, 4",
    f"INSERT INTO cards_by_place SELECT journey, stage, place, prospect, entered_at FROM position WHERE {_ON_BOARD} ORDER BY 1, 2, 3, 4",
    "INSERT INTO cards_by_owner SELECT journey, coalesce(owner, ''), stage, place, prospect, entered_at FROM position "
    f"WHERE {_ON_BOARD} ORDER BY 1, 2, 3, 4, 5",
    "INSERT INTO cards_by_entry SELECT journey, stage, entered_at, prospect, coalesce(owner, '') FROM position "
    f"WHERE {_ON_BOARD} ORDER BY 1, 2, 3, 4",
)
_WERE_INDEXES = (
    "CREATE INDEX ix_stage_history_journey_at ON stage_history (journey, at, prospect, to_stage, from_stage)",
    "CREATE INDEX ix_stage_history_course ON stage_history (journey, began, prospect, from_stage, to_stage, hours) "
    "WHERE began IS NOT NULL",
    f"CREATE INDEX ix_position_place ON position (journey, stage, place, prospect, entered_at) WHERE {_ON_BOARD}",
    f"CREATE INDEX ix_position_owner ON position (journey, owner, stage, place, prospect, entered_at) WHERE {_ON_BOARD}",
    f"CREATE INDEX ix_position_entered ON position (journey, stage, entered_at, owner) WHERE {_ON_BOARD}",
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for index in _WERE_INDEXES:
        run(f"DROP INDEX {index.split()[2]}")
    # They are made anew after the last step, as today's.
    for name in ("position_added", "position_removed", "position_moved", "prospects_revenue"):
        run(f"DROP TRIGGER IF EXISTS {name}")
    for statement in (*_TABLES, *_FILLED):
        run(statement)


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    # Whoever leaves it is counted and put in order, by its triggers.
    run("DELETE FROM unordered")
    names = [table.split()[2] for table in _TABLES]
    telling = " OR ".join(f"sql LIKE '%{name}%'" for name in names)
    for name in run(f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND ({telling})").scalars().all():
        run(f"DROP TRIGGER {name}")
    for name in names:
        run(f"DROP TABLE {name}")
    for index in _WERE_INDEXES:
        run(index)
