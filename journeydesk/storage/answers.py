"""What statements gave, kept while nothing that they read was written: of a report, only what changed is read anew.

SQLite itself says which columns a statement reads, so that none can be forgotten; triggers stamp what is written to them
(`schema.stamps`), so that no writer can be. They are kept packed: as Python's own values those of a large team are ten times as many bytes.
"""

import hashlib
import marshal
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any, TypeVar

from journeydesk.storage.engine import sql
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.schema.stamps import ANEW, SHELVES, shelf, source_of

_READS, _CALLS = 20, 31
"""SQLite's numbers for what a statement does: it reads a column, it calls a function."""

_UNSTEADY = frozenset({"random", "randomblob", "changes", "total_changes", "last_insert_rowid"})
_OF_NOW = ("'now'", "current_date", "current_time")
_OF_VALUES = frozenset({"json_each", "json_tree"})
"""Tables that are made of a statement's own values."""

_MOST_BYTES = 8_000_000
_BYTES_BESIDE = 1_000
"""What an answer costs in memory beside what it is packed into."""

_SMALL_BYTES = 500
"""Less than this is not made much smaller."""

_FAST = 1
_NO_REFERENCES = 2
_LONG_VALUE = 200

_LAST = "\U0010ffff"
_FIRSTS = frozenset({"-01", "-01T00:00:00.000Z"})

_MOST_MADE = 16

T = TypeVar("T")
Answer = tuple[tuple[Any, ...], ...]
Place = str | tuple[str, str, str]
"""A stamp's source, or the shelves of a table from one to another."""

Stamps = tuple[Hashable, ...]


class Answers:
    """The last ones that were asked for, as many as there is room for. Safe to use from any thread."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[Stamps, bytes]] = OrderedDict()
        self._made: OrderedDict[Hashable, tuple[Hashable, Mapping[Place, Hashable], Any]] = OrderedDict()
        self._bytes = 0
        self._guard = Lock()

    def over(self, connection: Connection) -> "View":
        """The view of an open transaction through which statements are answered from here where they can be."""
        numbers = dict(sql.rows(connection, "SELECT source, number FROM stamp ORDER BY source"))
        return View(self, sql.driver_connection(connection), _Seen(numbers), {})

    def find(self, question: Hashable, stamps: Stamps) -> Answer | None:
        """The answer that was given under the same stamps."""
        with self._guard:
            known = self._known.get(question)
            if known is None or known[0] != stamps:
                return None
            self._known.move_to_end(question)
        return _unpacked(known[1])

    def find_made(self, what: Hashable, version: Hashable) -> tuple[Mapping[Place, Hashable], Any] | None:
        """What was made of answers when `version` was the same, with the stamps under which they were read."""
        with self._guard:
            known = self._made.get(what)
            if known is None or known[0] != version:
                return None
            self._made.move_to_end(what)
            return known[1], known[2]

    def keep_made(self, what: Hashable, version: Hashable, stamps: Mapping[Place, Hashable], value: Any) -> None:
        """Keeps it; what nobody asked for longest makes room."""
        with self._guard:
            self._made[what] = version, stamps, value
            self._made.move_to_end(what)
            while len(self._made) > _MOST_MADE:
                self._made.popitem(last=False)

    def keep(self, question: Hashable, stamps: Stamps, answer: Answer) -> None:
        """Keeps one; those that nobody asked for longest make room."""
        packed = _packed(answer)
        with self._guard:
            before = self._known.pop(question, None)
            if before is not None:
                self._bytes -= len(before[1]) + _BYTES_BESIDE
            self._known[question] = stamps, packed
            self._bytes += len(packed) + _BYTES_BESIDE
            while self._bytes > _MOST_BYTES and len(self._known) > 1:
                _, (_, oldest) = self._known.popitem(last=False)
                self._bytes -= len(oldest) + _BYTES_BESIDE


def _packed(answer: Answer) -> bytes:
    plain = marshal.dumps(answer, _NO_REFERENCES)
    return b"m" + plain if len(plain) < _SMALL_BYTES else b"z" + zlib.compress(plain, _FAST)


def _unpacked(packed: bytes) -> Answer:
    plain = memoryview(packed)[1:]
    answer: Answer = marshal.loads(plain if packed[:1] == b"m" else zlib.decompress(plain))  # noqa: S302 - packed here
    return answer


class _Seen:
    """The stamps of one transaction, and of which of them something was read."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self.stamps: dict[Place, Hashable] | None = {}

    def apart(self) -> "_Seen":
        """The same transaction, for a part of what is read in it."""
        return _Seen(self._numbers)

    def add(self, stamps: Mapping[Place, Hashable] | None) -> None:
        """What such a part read, or had read."""
        self.stamps = None if self.stamps is None or stamps is None else {**self.stamps, **stamps}

    def holds(self, stamps: Mapping[Place, Hashable]) -> bool:
        """Whether what was read under these stamps is as it was."""
        return all(self.of(place) == stamp for place, stamp in stamps.items())

    def of(self, place: Place) -> Hashable:
        """The stamp of a source, or those of shelves with their names."""
        if isinstance(place, str):
            return self._numbers.get(place)
        table, first, last = place
        first, last = shelf(table, first), shelf(table, last)
        shelves = ((name, number) for name, number in self._numbers.items() if first <= name <= last)
        return self._numbers.get(ANEW), *shelves

    def note(self, places: Sequence[Place]) -> Stamps:
        """The stamps of what is read now."""
        stamps = tuple(self.of(place) for place in places)
        if self.stamps is not None:
            self.stamps.update(zip(places, stamps, strict=True))
        return stamps


class View(Connection):
    """An open transaction whose statements are answered from what is kept. `spans` are the shelves of tables beyond which nothing
    that is asked through it looks."""

    __slots__ = ("_answers", "_of_all", "_seen", "spans")

    def __init__(self, answers: Answers, driver: Any, seen: _Seen, spans: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(_Asking(answers, driver, seen, spans))
        self._answers, self._of_all, self._seen, self.spans = answers, driver, seen, spans

    @property
    def seen(self) -> Mapping[Place, Hashable] | None:
        """The stamps of all that was read; None where anything was of which no stamps tell."""
        return self._seen.stamps

    def holds(self, seen: Mapping[Place, Hashable]) -> bool:
        """Whether what was read under these stamps is as it was."""
        return self._seen.holds(seen)

    def made(self, what: Hashable, version: Hashable, make: Callable[[Connection], T]) -> T:
        """See `made`."""
        known = self._answers.find_made(what, version)
        if known is not None and self._seen.holds(known[0]):
            self._seen.add(known[0])
            found: T = known[1]
            return found
        part = self._seen.apart()
        value = make(View(self._answers, self._of_all, part, self.spans))
        if part.stamps is not None:
            self._answers.keep_made(what, version, part.stamps, value)
        self._seen.add(part.stamps)
        return value

    def of_shelves(self, table: str, first: str, last: str) -> "View":
        """The same, of these shelves of a table."""
        return View(self._answers, self._of_all, self._seen, {**self.spans, table: (first, last)})


def within(connection: Connection, table: str, since: str = "", until: str = _LAST, of: str = "") -> Connection:
    """The transaction for statements that look at rows of this table from a moment until before another only, and of moves at those of
    one journey: then what is written elsewhere in the table leaves their answers as they are."""
    if not isinstance(connection, View):
        return connection
    assert table in SHELVES
    before = f"{of} " if of else ""
    return connection.of_shelves(table, before + since[:7], before + _last_month(until))


def of_shelf(connection: Connection, table: str, name: str) -> Connection:
    """The transaction for statements that look at one shelf of this table only, by its name."""
    assert table in SHELVES
    return connection.of_shelves(table, name, name) if isinstance(connection, View) else connection


def made(connection: Connection, what: Hashable, version: Hashable, make: Callable[[Connection], T]) -> T:
    """What `make` gives of this transaction, or gave when `version` was the same, where nothing that it read was written since: for what
    is computed of many rows. `what` and `version` hold all that it depends on beside the database, and nobody changes what it gives."""
    return connection.made(what, version, make) if isinstance(connection, View) else make(connection)


def _last_month(until: str) -> str:
    """The end of the shelves before a moment: the first of a month is none of that month's."""
    month = until[:7]
    return f"{month[:-1]}{chr(ord(month[-1]) - 1)}{_LAST}" if until[7:] in _FIRSTS else month


@contextmanager
def only_while_wanted(connection: Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    """What is read within ends within a statement, and without an error, once `stopped` says so; answers that were whole stay kept."""
    with suppress(sql.Stopped), sql.unless_stopped(connection, stopped):
        yield


class _Asking:
    """Stands where `engine.sql` expects the driver's connection."""

    def __init__(self, answers: Answers, driver: Any, seen: _Seen, spans: Mapping[str, tuple[str, str]]) -> None:
        self._answers, self._driver, self._seen, self._spans = answers, driver, seen, spans

    def execute(self, statement: str, values: sql.Values = ()) -> Any:
        """The rows of a query, as a cursor gives them."""
        sources = _sources(self._driver, statement, values)
        if sources is None:
            self._seen.stamps = None
            return self._driver.execute(statement, values)
        stamps = self._seen.note([(name, *self._spans[name]) if name in self._spans else name for name in sources])
        question = statement, _short(values)
        answer = self._answers.find(question, stamps)
        if answer is None:
            answer = tuple(self._driver.execute(statement, values).fetchall())
            self._answers.keep(question, stamps, answer)
        return _Rows(answer)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def _short(values: sql.Values) -> Hashable:
    """What tells the values of a statement from any others; lists of ids are long."""
    named = sorted(values.items()) if isinstance(values, Mapping) else enumerate(values)
    return tuple(
        (name, hashlib.sha256(value.encode()).digest() if isinstance(value, str) and len(value) > _LONG_VALUE else value)
        for name, value in named
    )


class _Rows:
    """An answer, as a cursor gives it."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._left = iter(answer)

    def fetchall(self) -> list[tuple[Any, ...]]:
        return list(self._answer)

    def fetchone(self) -> tuple[Any, ...] | None:
        return next(self._left, None)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return self._left


_known_sources: dict[str, tuple[str, ...] | None] = {}


def _sources(driver: Any, statement: str, values: sql.Values) -> tuple[str, ...] | None:
    """Whose stamps tell whether an answer still holds, by SQLite's own account of what it is about to read, as it asks whether that is
    allowed; None for a statement of which no stamps tell."""
    if statement not in _known_sources:
        found: set[str | None] = {None} if any(words in statement.casefold() for words in _OF_NOW) else set()
        driver.set_authorizer(_listener(found))
        try:
            driver.execute(f"EXPLAIN {statement}", values).close()
        finally:
            driver.set_authorizer(None)
        named = [source for source in found if source is not None]
        _known_sources[statement] = tuple(sorted(named)) if len(named) == len(found) else None
    return _known_sources[statement]


def _listener(found: set[str | None]) -> Callable[..., int]:
    def look(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action == _READS and first not in _OF_VALUES:
            found.add(source_of(str(first), second or ""))
        elif action == _CALLS and second in _UNSTEADY:
            found.add(None)
        return 0

    return look
