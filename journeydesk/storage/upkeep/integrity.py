"""Whether the database is sound, in facts: for `doctor`, and for rebuilding what can be made anew from the records."""

from contextlib import closing
from pathlib import Path
from string import ascii_lowercase

from journeydesk.domain.errors import WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.words import tr
from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.driver import damages, look_into
from journeydesk.storage.records.search_index import SEARCHED, index_new, search_table
from journeydesk.storage.schema.layout import ON_BOARD
from journeydesk.storage.schema.order_triggers import ORDERS, is_ordered
from journeydesk.storage.schema.stamps import ALL_ANEW
from journeydesk.storage.schema.triggers import SEARCH_SQL

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not sound, in a sentence; `repairable` where `rebuild_derived` can make it anew from the records."""

    words: str
    repairable: bool

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Soundness:
    """What was found. Sizes are bytes; no `problems` where all is well."""

    sqlite_version: str
    cipher_version: str
    encrypted: bool
    shape: int
    size: int
    log_size: int
    problems: tuple[Problem, ...]


def examine(database: Database, thorough: bool = False, *, alone: bool = True) -> Soundness:
    """Checks the file and the board's counts. `thorough` also holds every index against its table, and the search indexes.

    `alone` says that nobody waits to write: the search's own check, which needs the write transaction for seconds at 100,000
    prospects, is left to then. Beside a window its counts are compared and it is asked for every letter.
    """
    problems: list[Problem] = []
    with database.read() as connection:
        verdict = _verdict(connection, thorough)
        if verdict != "ok":
            problems.append(
                Problem(
                    tr(
                        "The database file is damaged ({verdict}). Close Journeydesk and run: journeydesk doctor --mend. "
                        "It restores the newest sound copy, with what was not sent yet.",
                        verdict=verdict,
                    ),
                    False,
                )
            )
        sqlite = str(sql.scalar(connection, "SELECT sqlite_version()"))
        cipher = str(sql.scalar(connection, "PRAGMA cipher_version") or "")
        shape = int(sql.scalar(connection, "PRAGMA user_version"))
        # A damaged file answers the next questions with errors of its own.
        if verdict == "ok" and _board_differs(connection):
            problems.append(
                Problem(tr("The board's counts do not match its cards. Run doctor with --mend to count anew."), True)
            )
        if verdict == "ok" and thorough and _orders_differ(connection):
            problems.append(
                Problem(tr("The order of moves or cards does not match them. Run doctor with --mend to make it anew."), True)
            )
    problems += [
        Problem(tr("The search index of {slug} is damaged. Run doctor with --mend to rebuild it.", slug=slug), True)
        for slug in (_bad_indexes(database, alone) if thorough and verdict == "ok" else ())
    ]
    log = database.path.with_name(database.path.name + "-wal")
    log_size = log.stat().st_size if log.exists() else 0
    return Soundness(sqlite, cipher, database.encrypted, shape, database.path.stat().st_size, log_size, tuple(problems))


def damage_of(path: Path, key: bytes | None) -> str:
    """What is wrong with a database file that nobody has open; empty where nothing is."""
    faults: tuple[type[Exception], ...] = (WorldError, *damages())
    try:
        with closing(look_into(path, key)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except faults as problem:
        return str(problem) or "unreadable"
    return "" if verdict == "ok" and version else str(verdict)


def _verdict(connection: Connection, thorough: bool) -> str:
    try:
        for slug in SEARCHED:
            # SQLite holds a search index against what this connection last knew of its parts, which others may have merged since: a sound
            # one would be called damaged. A search knows them anew.
            name = search_table(slug)
            sql.rows(connection, f"SELECT rowid FROM {name} WHERE {name} MATCH 'a' LIMIT 1")
        return str(sql.scalar(connection, "PRAGMA integrity_check(1)" if thorough else "PRAGMA quick_check(1)"))
    except damages() as problem:
        return str(problem)


def _bad_indexes(database: Database, alone: bool) -> list[str]:
    return [slug for slug in SEARCHED if not _is_sound(database, slug, alone)]


def _is_sound(database: Database, slug: str, alone: bool) -> bool:
    name = search_table(slug)
    try:
        if alone:
            with database.write() as connection:
                sql.run(connection, f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
        with database.read() as connection:
            held = sql.scalar(connection, f"SELECT count(*) FROM {name}")
            living = sql.scalar(connection, f"SELECT count(*) FROM {slug} WHERE deleted = 0")
            for letter in ascii_lowercase:
                sql.scalar(connection, f"SELECT count(*) FROM {name} WHERE {name} MATCH ?", (f"{letter}*",))
    except damages():
        return False
    return bool(held == living)


def _board_differs(connection: Connection) -> bool:
    kept = sql.rows(
        connection,
        "SELECT journey, stage, owner, count, revenue_minor FROM board_count WHERE count <> 0 OR revenue_minor <> 0 "
        "ORDER BY journey, stage, owner",
    )
    return kept != sql.rows(connection, f"{_RECOUNT} ORDER BY 1, 2, 3")


_RECOUNT = (
    "SELECT q.journey, q.stage, coalesce(p.owner, ''), count(*), coalesce(sum(p.estimated_revenue), 0) "
    f"FROM position q JOIN prospects p ON p.lid = q.prospect WHERE {' AND '.join(f'q.{part}' for part in ON_BOARD.split(' AND '))} "
    f"AND {is_ordered('q')} "
    "GROUP BY 1, 2, 3"
)


def _orders_differ(connection: Connection) -> bool:
    """Whether an order lacks a row of its table, has one too many, or says otherwise of one."""
    for order in ORDERS:
        held = sql.scalar(connection, f"SELECT count(*) FROM {order.table} o WHERE {is_ordered('o')}")
        same = ", ".join(f"o.{name}" for name in order.names)
        found = " AND ".join(f"o.{name} = {order.columns[name].format(row='b.')}" for name in order.names[: order.keys])
        there = sql.scalar(
            connection,
            f"SELECT count(*) FROM {order.base} b CROSS JOIN {order.table} o "
            f"ON {found} AND ({same}) IS ({order.values('b.')}) WHERE {order.holds('b.')} AND {is_ordered('b')}",
        )
        due = sql.scalar(connection, f"SELECT count(*) FROM {order.base} b WHERE {order.holds('b.')} AND {is_ordered('b')}")
        if not held == there == due:
            return True
    return False


def rebuild_derived(database: Database) -> None:
    """Makes anew what is derived from the records: the search indexes, the orders, and the board's counts."""
    with database.write() as connection:
        for slug in SEARCHED:
            rebuild_search(connection, slug)
        rebuild_orders(connection)


def rebuild_orders(connection: Connection) -> None:
    """Makes the orders of moves and cards and the board's counts anew from moves and cards."""
    for order in ORDERS:
        sql.run(connection, f"DELETE FROM {order.table}")
    # Whoever leaves it is put in order, by rows that are sorted below for all.
    sql.run(connection, "UPDATE unordered SET filling = 2")
    sql.run(connection, "DELETE FROM unordered")
    for order in ORDERS:
        keys = ", ".join(map(str, range(1, order.keys + 1)))
        sql.run(
            connection,
            f"INSERT INTO {order.into} SELECT {order.values('')} FROM {order.base} WHERE {order.holds('')} ORDER BY {keys}",
        )
    for statement in ALL_ANEW:
        sql.run(connection, statement)
    sql.run(connection, "DELETE FROM board_count")
    sql.run(connection, f"INSERT INTO board_count (journey, stage, owner, count, revenue_minor) {_RECOUNT}")


def rebuild_search(connection: Connection, slug: str) -> None:
    """Makes a search index anew and fills it from its records."""
    # Not by 'delete-all': after it SQLite 3.53 calls an index without contents corrupt.
    sql.run(connection, f"DROP TABLE {search_table(slug)}")
    sql.run(connection, SEARCH_SQL[search_table(slug)])
    fields = ["company", "contact_name"] if slug == "prospects" else []
    fields += [field for column in SEARCHED[slug].values() for field in column]
    last = 0
    while True:
        rows = sql.dicts(
            connection,
            f"SELECT lid, {', '.join(fields)} FROM {slug} WHERE deleted = 0 AND lid > ? ORDER BY lid LIMIT ?",
            (last, _BATCH),
        )
        batch = [(RecordId(row["lid"]), dict(row)) for row in rows]
        if not batch:
            return
        index_new(connection, slug, batch)
        last = batch[-1][0]
