"""Walking a table page by page: the next page is read while this one is stored, and one that failed can be asked for again."""

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

from journeydesk.remote.airtable.service import NAME
from journeydesk.remote.cursor_trail import CursorTrail
from journeydesk.sync.ports import Page, RemoteRecord

Ask = Callable[[dict[str, Any]], tuple[Any, str]]
"""Sends one listing request; the answer and the remote's clock."""


class Walk(Iterator[Page]):
    """The pages of one listing. A page whose request failed is asked for again by the next `next`: the walk goes on from there,
    so that an end is only ever the service's own."""

    def __init__(self, ask: Ask, body: dict[str, Any], record: Callable[[Any], RemoteRecord]) -> None:
        self._ask = ask
        self._start = body
        self._record = record
        self._next_body: dict[str, Any] | None = body
        self._trail = CursorTrail(NAME)
        self._coming: _Ahead | None = None

    def __next__(self) -> Page:
        if self._next_body is None:
            raise StopIteration
        coming = self._coming or _Ahead(self._ask, self._next_body)
        self._coming = None
        answer, at = coming.result()
        page = Page([self._record(record) for record in answer["records"]], at)
        offset = self._trail.follow(answer.get("offset"))
        self._next_body = self._start | {"offset": offset} if offset else None
        if self._next_body is not None:
            self._coming = _Ahead(self._ask, self._next_body)
        return page


class _Ahead:
    """One request under way in a thread of its own, a daemon: a program that ends does not wait for the network."""

    def __init__(self, ask: Ask, body: dict[str, Any]) -> None:
        self._answer: SimpleQueue[tuple[Any, str] | BaseException] = SimpleQueue()
        threading.Thread(target=self._run, args=(ask, body), name="airtable", daemon=True).start()

    def _run(self, ask: Ask, body: dict[str, Any]) -> None:
        try:
            self._answer.put(ask(body))
        except BaseException as problem:  # noqa: BLE001 - whatever it is, it is raised where the answer is waited for
            self._answer.put(problem)

    def result(self) -> tuple[Any, str]:
        """The answer, once it is there; raises what the request raised."""
        answer = self._answer.get()
        if isinstance(answer, BaseException):
            raise answer
        return answer
