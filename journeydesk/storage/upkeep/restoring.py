"""Putting a copy back: its records in a fresh database, which then takes the place of the old one."""

import secrets
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from journeydesk.domain.catalogue import TABLES
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import connector
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.schema.head import HEAD
from journeydesk.storage.schema.upgrade import bring_up_to_date, drop_triggers, make_missing_triggers, run_steps
from journeydesk.storage.sync.bases import forget_all_drawn
from journeydesk.storage.upkeep import sealed_copy
from journeydesk.storage.upkeep.copied_records import copy_records, is_local_fact
from journeydesk.storage.upkeep.integrity import damage_of, rebuild_derived
from journeydesk.storage.upkeep.snapshots import copy_database, free_name, put_back

_PREFIX = ".restoring-"


@dataclass(frozen=True, slots=True)
class TableDifference:
    """What restoring did to one table: living records before it and now."""

    table: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Restoration:
    """Where the state before a restore is kept, and what it did table by table."""

    aside: Path
    differences: tuple[TableDifference, ...]


def restore(database: Database, copy: Path, keys: Sequence[bytes | None], aside: str) -> Restoration:
    """Puts the records of `copy` in the place of the database's, after a copy of today's state was made under the name `aside`.

    Nobody else may have the workspace open: raises WorkspaceInUse where somebody has. `keys` are those that may open the copy.
    Raises UserError for a file that is no copy, WorldError for the disk; the database is then as it was.
    """
    with database.exclusively() as only:
        _sweep(database.folder)
        with sealed_copy.opened(copy, (only.key, *keys)) as source, fresh(only, source, copy.name) as made:
            keep_local_facts(only, made)
            before, now = living(only), living(made)
            kept = copy_database(only, free_name(database.folder / "backups", aside))
            made.close()
            only.close()
            with database.in_words():
                put_back(made.path, database.path)
    return Restoration(kept, tuple(TableDifference(spec.name, before[spec.slug], now[spec.slug]) for spec in TABLES))


@contextmanager
def fresh(beside: Database, source: Any, name: str) -> Iterator[Database]:
    """A database of today's shape with the records of `source`, a connection to a copy called `name`; gone after the block.

    It lies beside `beside` and has its key. Raises UserError for a copy that is not one of ours, WorldError for the disk.
    """
    shape = int(source.execute("PRAGMA user_version").fetchone()[0])
    if shape > HEAD:
        raise UserError(
            tr(
                "{name} was made by a newer Journeydesk. Install that one, and restore it there. Nothing was changed.",
                name=name,
            )
        )
    if shape < 1:
        raise UserError(
            tr("{name} is no copy of a workspace. Choose one from the folder “backups”. Nothing was changed.", name=name)
        )
    folder = beside.folder / f"{_PREFIX}{secrets.token_hex(6)}"
    try:
        with beside.in_words():
            made = beside.beside(folder)
        try:
            run_steps(made, f"{shape:04d}", triggers=False)
            drop_triggers(made)
            with made.in_words():
                copy_records(source, made, name)
            bring_up_to_date(made)
            make_missing_triggers(made)
            rebuild_derived(made)
            with made.write() as connection:
                forget_all_drawn(connection)
            _check(made, name)
            yield made
        finally:
            made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def newest_sound(folder: Path, key: bytes | None, copies: Iterable[Path]) -> Iterator[tuple[Path, Path] | None]:
    """The first of `copies` whose records can be read whole, and a fresh database file with them, gone after the block; None
    where there is none. For a workspace that the caller has alone."""
    stand_in = Database(folder, connector(folder / FILE_NAME, key), key is not None, shared=False, key=key)
    for copy in copies:
        if damage_of(copy, key):
            continue
        with ExitStack() as until_used:
            try:
                source = until_used.enter_context(sealed_copy.opened(copy, (key,)))
                made = until_used.enter_context(fresh(stand_in, source, copy.name))
            except (UserError, WorldError):
                continue
            made.close()
            yield copy, made.path
            return
    yield None


def _sweep(folder: Path) -> None:
    """Removes what restores that were killed left behind."""
    for left in folder.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


def _check(made: Database, name: str) -> None:
    with made.read() as connection:
        verdict = sql.scalar(connection, "PRAGMA integrity_check(1)")
        loose = sql.rows(connection, "PRAGMA foreign_key_check")
    if verdict != "ok" or loose:
        raise WorldError(
            tr("What was read from {name} did not pass its check ({verdict}). Nothing was changed.", name=name, verdict=verdict)
        )


def keep_local_facts(database: Database, made: Database) -> None:
    """What belongs to this computer stays as it is here, addresses above all."""
    with database.read() as connection:
        facts = [row for row in sql.rows(connection, "SELECT key, value FROM meta") if is_local_fact(row[0])]
    with made.write() as connection:
        sql.run_many(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", facts)


def living(database: Database) -> dict[str, int]:
    """How many records of each table are not deleted, by its slug."""
    with database.read() as connection:
        return {
            spec.slug: int(sql.scalar(connection, f"SELECT count(*) FROM {spec.slug} WHERE deleted = 0")) for spec in TABLES
        }
