"""Brings an older database to today's shape, or refuses a newer one (docs/storage.md, "Upgrades")."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from journeydesk.domain.errors import Bug, UserError, WorldError
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import driver_module
from journeydesk.storage.schema.beginning import beginning
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.stamps import ALL_ANEW
from journeydesk.storage.schema.statistics import STATISTICS
from journeydesk.storage.schema.triggers import TRIGGERS
from journeydesk.storage.upkeep.snapshots import copy_database, free_name, put_back

if TYPE_CHECKING:
    from sqlalchemy import Connection as SqlAlchemyConnection

KEPT_COPIES = 3


class DatabaseNewer(UserError):
    """The file was written by a newer Journeydesk; nothing was changed."""


def migrations_folder() -> Path:
    """Where the steps are: beside the package in a checkout, inside it in a wheel or a bundle."""
    package = Path(__file__).resolve().parents[2]
    checkout = package.parent / "migrations"
    return checkout if (checkout / "env.py").exists() else package / "_migrations"


def bring_up_to_date(database: Database, steps: Path | None = None, head: int = HEAD) -> None:
    """Makes a new database as it is today, or runs the missing steps in one transaction, after a copy was put aside.

    Raises DatabaseNewer for a database of a later program, which is left unchanged, and WorldError where a step fails: then
    the database is as it was before.
    """
    with database.read() as connection:
        shape = int(sql.scalar(connection, "PRAGMA user_version"))
        fresh = sql.scalar(connection, "SELECT count(*) FROM sqlite_master") == 0
    if shape == head and not fresh:
        return
    if shape > head:
        raise DatabaseNewer(
            tr(
                "{path} was written by a newer Journeydesk (shape {shape}; this one knows shapes up to {head}). "
                "Nothing was changed. Update Journeydesk to open it.",
                path=database.path,
                shape=shape,
                head=head,
            )
        )
    if not fresh and not shape:
        raise UserError(
            tr(
                "{path} is a database, but not one of Journeydesk's. Nothing was changed; choose another folder.",
                path=database.path,
            )
        )
    kept = None if fresh else _copy_aside(database, shape)
    try:
        if fresh and steps is None:
            _begin(database)
        else:
            run_steps(database, f"{head:04d}", steps)
    except Exception as problem:
        if kept is not None:
            database.close()
            put_back(kept, database.path)
        raise WorldError(
            tr(
                "{path} could not be brought to shape {head}: {why}. It stands as it was before.",
                path=database.path,
                head=head,
                why=problem,
            )
        ) from problem


def _begin(database: Database) -> None:
    """Makes all tables at once, unless another program was first."""
    with database.write(counted=False) as connection:
        if not sql.scalar(connection, "SELECT count(*) FROM sqlite_master"):
            for statement in beginning(HEAD):
                sql.run(connection, statement)


def _copy_aside(database: Database, shape: int) -> Path:
    folder = database.folder / "backups"
    kept = copy_database(database, free_name(folder, f"before-upgrade-from-{shape:04d}"))
    for old in sorted(folder.glob("before-upgrade-from-*.db"), key=lambda copy: copy.stat().st_mtime_ns)[:-KEPT_COPIES]:
        old.unlink()
    return kept


def run_steps(database: Database, to: str, steps: Path | None = None, *, triggers: bool = True) -> None:
    """Runs the steps up or down to revision `to` in one transaction; counts rows before and after, checks references.

    `triggers` says whether today's are made, too, for which an older shape may lack columns.
    """
    from alembic import command
    from alembic.config import Config

    config = Config(stdout=sys.stderr)
    config.set_main_option("script_location", str(steps or migrations_folder()).replace("%", "%%"))
    with database.without_foreign_keys() as connection, _sqlalchemy(connection) as steps_run_on:
        shape = int(sql.scalar(connection, "PRAGMA user_version"))
        before = _row_counts(connection)
        config.attributes["connection"] = steps_run_on
        if int(to) >= shape:
            # A table cannot be renamed while a trigger names it, and a step's own writes are no edits that wait to be sent.
            for name in _triggers(connection) & TRIGGERS.keys():
                sql.run(connection, f"DROP TRIGGER {name}")
            command.upgrade(config, to)
            if triggers:
                _make_triggers(connection)
            for statement in STATISTICS:
                sql.run(connection, statement)
        else:
            command.downgrade(config, "base" if int(to) == 0 else to)
        broken = sql.rows(connection, "PRAGMA foreign_key_check")
        if broken:
            raise Bug(f"{len(broken)} rows would point at nothing after the upgrade")
        after = _row_counts(connection)
        lost = [
            f"{table} ({before[table]} → {after[table]})" for table in before if after.get(table, before[table]) < before[table]
        ]
        if lost:
            raise Bug(f"rows would be lost in {', '.join(lost)}")
        sql.run(connection, f"PRAGMA user_version = {int(to)}")


@contextmanager
def _sqlalchemy(connection: Connection) -> Iterator["SqlAlchemyConnection"]:
    """SQLAlchemy's view of a driver connection, in one transaction that ends with the block: what Alembic runs on."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import StaticPool

    engine = create_engine(
        "sqlite://", module=driver_module(), creator=lambda: sql.driver_connection(connection), poolclass=StaticPool
    )
    event.listen(engine, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.begin() as begun:
        yield begun


def make_missing_triggers(database: Database) -> None:
    """Makes those that are not there: for a database that was filled without them."""
    with database.write(counted=False) as connection:
        _make_triggers(connection)


def drop_triggers(database: Database) -> None:
    """Removes them, for records that were written before and bring with them what triggers would write."""
    with database.write(counted=False) as connection:
        for name in _triggers(connection):
            sql.run(connection, f"DROP TRIGGER {name}")


def _make_triggers(connection: Connection) -> None:
    there = _triggers(connection)
    for name, statement in TRIGGERS.items():
        if name not in there:
            sql.run(connection, statement)
    # What was written meanwhile nobody stamped.
    for statement in ALL_ANEW:
        sql.run(connection, statement)


def _triggers(connection: Connection) -> set[str]:
    return set(sql.scalars(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = sql.scalars(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'",
    )
    return {name: int(sql.scalar(connection, f'SELECT count(*) FROM "{name}"')) for name in tables if name != "schema_version"}
