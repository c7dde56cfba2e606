"""The records that a file's rows become, worked out ahead of their writing: by this thread, or where they are many by a process beside
it, on another processor, while this one writes.

The child knows no database. It reads from standard input what table and owner the rows have, then page after page of them, and answers
each with what is to be written. It ends with its input.
"""

import marshal
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, NamedTuple

from journeydesk.config import own_program
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId, application_id, new_key
from journeydesk.domain.statuses import is_undecided
from journeydesk.domain.values import Stored
from journeydesk.services.files.packing import unpacked
from journeydesk.storage.records.bulk import Prepared, prepare

COMMAND = "prepare-import"
"""The word by which the program is started as the child."""

MANY = 5_000
"""From so many new records on a process of its own is worth its start."""

_PAGES_AHEAD = 12


class ToPrepare(NamedTuple):
    """Some rows of a file: their values (`packing`), the places of those that are to be created, and those to be updated with theirs."""

    kept: bytes
    created: Sequence[int]
    updated: Sequence[tuple[int, RecordId]]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows as they are written. `applied` says of each new record that is an undecided application when it applied (empty where the
    file does not say), and None of any other."""

    created: Prepared
    applied: Sequence[str | None]
    edits: Sequence[tuple[RecordId, dict[str, Stored]]]

    @property
    def count(self) -> int:
        """How many rows these are."""
        return len(self.created.rows) + len(self.edits)

    def cut(self, count: int) -> tuple["Page", "Page"]:
        """The first so many rows, and the others."""
        new, rest = min(count, len(self.created.rows)), max(0, count - len(self.created.rows))
        return (
            Page(self.created.cut(0, new), self.applied[:new], self.edits[:rest]),
            Page(self.created.cut(new, len(self.created.rows)), self.applied[new:], self.edits[rest:]),
        )


class Pages:
    """The pages of a file, given out in parts of any size."""

    def __init__(self, pages: Iterator[Page]) -> None:
        self._pages = pages
        self._left: Page | None = None

    def take(self, count: int) -> Iterator[Page]:
        """The next so many rows; fewer where there are no more."""
        while count > 0:
            page = self._left or next(self._pages, None)
            if page is None:
                return
            self._left = None
            if page.count > count:
                page, self._left = page.cut(count)
            count -= page.count
            yield page


@contextmanager
def prepared_ahead(slug: str, owner: str, rows: Sequence[ToPrepare]) -> Iterator[Pages]:
    """What is written for a file's rows, in their order; a new prospect without an owner gets `owner`, where one is given."""
    child = _child(slug, owner) if _are_many(slug, rows) else None
    try:
        yield Pages(_here(slug, owner, rows) if child is None else child.pages(rows))
    finally:
        if child is not None:
            child.close()


def _are_many(slug: str, rows: Sequence[ToPrepare]) -> bool:
    return slug == "prospects" and sum(len(page.created) for page in rows) >= MANY and (os.cpu_count() or 1) > 1


def _here(slug: str, owner: str, rows: Sequence[ToPrepare]) -> Iterator[Page]:
    return (_page(page, *_prepared(slug, owner, page.created, page.kept)) for page in rows)


def _page(page: ToPrepare, created: Prepared, applied: Sequence[str | None]) -> Page:
    values = unpacked(page.kept) if page.updated else []
    return Page(created, applied, [(record, values[place]) for place, record in page.updated])


def _prepared(slug: str, owner: str, places: Sequence[int], kept: bytes) -> tuple[Prepared, list[str | None]]:
    values = unpacked(kept) if places else []
    chosen = [values[place] for place in places]
    if slug == "prospects" and owner:
        chosen = [each | {"owner": each.get("owner") or owner} for each in chosen]
    fields = list(dict.fromkeys(["key", *(name for each in chosen for name in each)]))
    rows: list[dict[str, Stored]] = []
    for each in chosen:
        key = each.get("key") or (application_id() if slug == "prospects" else new_key())
        rows.append({name: each.get(name) for name in fields} | {"key": key})
    applied = [
        str(row.get("applied_on") or "") if slug == "prospects" and is_undecided(row.get("status")) else None for row in rows
    ]
    return prepare(slug, rows), applied


def _child(slug: str, owner: str) -> "_Beside | None":
    try:
        return _Beside(slug, owner)
    except OSError:
        # No process can be started now.
        return None


class _Beside:
    """Has pages prepared by the child, a few ahead, and here from the moment on at which that ended."""

    def __init__(self, slug: str, owner: str) -> None:
        self._slug = slug
        self._owner = owner
        self._process = subprocess.Popen([*own_program(), COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # Of its own, for it mostly waits for the pipe: who asked and answered in turn would stand still with both of them full.
        self._asking = ThreadPoolExecutor(1, "preparing")
        self._asked: deque[tuple[ToPrepare, Future[Any]]] = deque()
        self._ended = False

    def pages(self, rows: Sequence[ToPrepare]) -> Iterator[Page]:
        """The pages in their order."""
        self._asking.submit(self._send, (self._slug, self._owner))
        left = deque(rows)
        while left or self._asked:
            while left and len(self._asked) < _PAGES_AHEAD:
                page = left.popleft()
                self._asked.append(
                    (page, self._asking.submit(self._ask, list(page.created), page.kept if page.created else b""))
                )
            page, answer = self._asked.popleft()
            said = answer.result()
            if said is None:
                yield _page(page, *_prepared(self._slug, self._owner, page.created, page.kept))
                continue
            prepared, applied = marshal.loads(said)  # noqa: S302 - our own child's
            yield _page(page, Prepared(*prepared), applied)

    def _ask(self, places: list[int], kept: bytes) -> bytes | None:
        """The answer as it came; None from the first that did not come whole, for what follows it may belong to another page."""
        assert self._process.stdout is not None
        if self._ended:
            return None
        try:
            self._send((places, kept))
            said: bytes = marshal.load(self._process.stdout)  # noqa: S302 - our own child's
        except (OSError, EOFError, ValueError, TypeError):
            self._ended = True
            return None
        return said

    def _send(self, words: Any) -> None:
        assert self._process.stdin is not None
        marshal.dump(words, self._process.stdin)
        self._process.stdin.flush()

    def close(self) -> None:
        """Ends the child, whatever it is at: it keeps nothing."""
        self._process.kill()
        self._asking.shutdown(cancel_futures=True)
        self._process.communicate()


def main() -> int:
    """The child: answers until its standard input ends."""
    slug, owner = marshal.load(sys.stdin.buffer)  # noqa: S302 - our own parent's
    while True:
        try:
            places, kept = marshal.load(sys.stdin.buffer)  # noqa: S302 - our own parent's
        except EOFError:
            return 0
        created, applied = _prepared(slug, owner, places, kept)
        answer: Any = ((created.names, created.rows, created.marks, created.words), applied)
        marshal.dump(marshal.dumps(answer), sys.stdout.buffer)
        sys.stdout.buffer.flush()
