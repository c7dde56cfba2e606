"""Brings an older database to today's shape, or refuses a newer one (DESIGN section 4, SYNC section 3 "Migrate")."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk.domain.errors import WorldError
from journeydesk.storage.snapshots import copy_database

if TYPE_CHECKING:
    from journeydesk.storage.database import Database

HEAD = 1
"""The shape this program works with; also kept in `PRAGMA user_version`, so that a start need not load Alembic."""


def migrations_folder() -> Path:
    """Where the steps are: beside the package in a checkout, inside it in a wheel or a bundle."""
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent / "migrations"
    return checkout if (checkout / "env.py").exists() else package / "_migrations"


def bring_up_to_date(database: "Database", path: Path, key: bytes | None) -> None:
    """Runs the steps that are missing in one transaction, after a copy was put aside.

    Raises DatabaseNewer for a database of a later program (left unchanged), and WorldError where a step fails (the copy is
    put back).
    """
    from journeydesk.storage.database import DatabaseNewer

    with database.read() as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        fresh = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one() == 0
    if found == HEAD:
        return
    if found > HEAD:
        raise DatabaseNewer(
            f"This database was written by a newer Journeydesk (shape {found}; this one knows {HEAD}). "
            "Nothing was changed. Update Journeydesk to open it."
        )
    kept = None if fresh else copy_database(database, path.parent / "backups" / f"before-upgrade-{found}.db", key)
    try:
        _run_steps(database)
    except Exception as problem:
        if kept is not None:
            database.close()
            shutil.copyfile(kept, path)
        raise WorldError(
            f"The database could not be brought to shape {HEAD}: {problem}. It stands as it was; "
            f"a copy is in {path.parent / 'backups'}."
        ) from problem


def _run_steps(database: "Database") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(migrations_folder()))
    with database.write() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise WorldError(f"{len(broken)} rows would point at nothing after the upgrade")
        connection.exec_driver_sql(f"PRAGMA user_version = {HEAD}")
