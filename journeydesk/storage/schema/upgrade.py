"""Brings an older database to today's shape, or refuses a newer one (DESIGN section 4, SYNC section 3 "Migrate")."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk.domain.errors import Bug, UserError, WorldError
from journeydesk.storage.schema.triggers import TRIGGERS
from journeydesk.storage.upkeep.snapshots import copy_database, put_back

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from journeydesk.storage.engine.database import Database

HEAD = 1
"""The shape this program works with; also kept in `PRAGMA user_version`, so that a start need not load Alembic."""

KEPT_COPIES = 3


class DatabaseNewer(UserError):
    """The file was written by a newer Journeydesk; nothing was changed."""


def migrations_folder() -> Path:
    """Where the steps are: beside the package in a checkout, inside it in a wheel or a bundle."""
    package = Path(__file__).resolve().parents[2]
    checkout = package.parent / "migrations"
    return checkout if (checkout / "env.py").exists() else package / "_migrations"


def bring_up_to_date(database: "Database", steps: Path | None = None, head: int = HEAD) -> None:
    """Runs the missing steps in one transaction, after a copy was put aside.

    Raises DatabaseNewer for a database of a later program, which is left unchanged, and WorldError where a step fails: then
    the database is as it was before.
    """
    with database.read() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        fresh = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    if found == head and not fresh:
        return
    if found > head:
        raise DatabaseNewer(
            f"{database.path} was written by a newer Journeydesk (shape {found}; this one knows shapes up to {head}). "
            "Nothing was changed. Update Journeydesk to open it."
        )
    if not fresh and not found:
        raise UserError(
            f"{database.path} is a database, but not one of Journeydesk's. Nothing was changed; choose another folder."
        )
    kept = None if fresh else _copy_aside(database, found)
    try:
        run_steps(database, f"{head:04d}", steps)
    except Exception as problem:
        if kept is not None:
            database.close()
            put_back(kept, database.path)
        raise WorldError(
            f"{database.path} could not be brought to shape {head}: {problem}. It stands as it was before."
        ) from problem


def _copy_aside(database: "Database", found: int) -> Path:
    folder = database.folder / "backups"
    kept = copy_database(database, folder / f"before-upgrade-from-{found:04d}.db")
    for old in sorted(folder.glob("before-upgrade-from-*.db"))[:-KEPT_COPIES]:
        old.unlink()
    return kept


def run_steps(database: "Database", to: str, steps: Path | None = None) -> None:
    """Runs the steps up or down to revision `to` in one transaction; counts rows before and after, checks references."""
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(steps or migrations_folder()).replace("%", "%%"))
    with database.without_foreign_keys(), database.write(counted=False) as connection:
        shape = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        before = _row_counts(connection)
        config.attributes["connection"] = connection
        if int(to) >= shape:
            # A table cannot be renamed while a trigger names it, and a step's own writes are no edits that wait to be sent.
            for name in _triggers(connection) & TRIGGERS.keys():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            command.upgrade(config, to)
            _make_missing_triggers(connection)
        else:
            command.downgrade(config, "base" if int(to) == 0 else to)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise Bug(f"{len(broken)} rows would point at nothing after the upgrade")
        after = _row_counts(connection)
        lost = [
            f"{table} ({before[table]} → {after[table]})" for table in before if after.get(table, before[table]) < before[table]
        ]
        if lost:
            raise Bug(f"rows would be lost in {', '.join(lost)}")
        connection.exec_driver_sql(f"PRAGMA user_version = {int(to)}")


def _make_missing_triggers(connection: "Connection") -> None:
    there = _triggers(connection)
    for name, statement in TRIGGERS.items():
        if name not in there:
            connection.exec_driver_sql(statement)


def _triggers(connection: "Connection") -> set[str]:
    return set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())


def _row_counts(connection: "Connection") -> dict[str, int]:
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'"
    ).scalars()
    return {
        name: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one())
        for name in tables.all()
        if name != "schema_version"
    }
