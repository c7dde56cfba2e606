"""A transport whose answers have an end, in time and in size: the library reads until the other side stops, and keeps what it read
until a line ends. Imported with the library alone."""

import time
from collections.abc import Iterator

import httpx2

from journeydesk.domain.generated.cleaning import NoAnswer
from journeydesk.domain.words import tr
from journeydesk.remote.claude.problems import ClaudeLate

MOST_BYTES = 1024 * 1024


class BoundedTransport(httpx2.BaseTransport):
    """For one question: what is read after `ends_at` (monotonic) raises ClaudeLate, and what is larger than sane, or packed although
    that was not asked for, NoAnswer."""

    def __init__(self, ends_at: float) -> None:
        self._ends_at = ends_at
        self._inner = httpx2.HTTPTransport(trust_env=False, retries=0)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["Accept-Encoding"] = "identity"
        response = self._inner.handle_request(request)
        if response.headers.get("content-encoding", "identity").strip().lower() != "identity":
            response.close()
            raise NoAnswer(tr("it is packed in a way that was not asked for"))
        response.stream = _Bounded(response.stream, self._ends_at)
        return response

    def close(self) -> None:
        self._inner.close()


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, inner: object, ends_at: float) -> None:
        assert isinstance(inner, httpx2.SyncByteStream)
        self._inner = inner
        self._ends_at = ends_at

    def __iter__(self) -> Iterator[bytes]:
        count = 0
        for piece in self._inner:
            if time.monotonic() > self._ends_at:
                raise ClaudeLate(tr("Claude answered too slowly."))
            count += len(piece)
            if count > MOST_BYTES:
                raise NoAnswer(tr("it is longer than sane"))
            yield piece

    def close(self) -> None:
        self._inner.close()
