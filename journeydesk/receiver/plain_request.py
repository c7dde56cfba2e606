"""A request in its plainest form, read at one look: a third of what an event costs is h11 reading and writing HTTP step by step, which
only odd requests need. Pure; whatever is not surely plain is left to h11, and what is, reads as h11 reads it
(tests/unit/receiver/test_plain_request.py)."""

import re
from typing import NamedTuple

_NAME = rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
_VALUE = rb"[!-~]+(?: [!-~]+)*"
_HEADERS = re.compile(rb"(?:" + _NAME + rb": " + _VALUE + rb"\r\n)+")
_LENGTH = re.compile(rb"0|[1-9][0-9]{0,6}")
_STEER = frozenset(
    {b"connection", b"transfer-encoding", b"expect", b"upgrade", b"te", b"trailer", b"keep-alive", b"http2-settings"}
)
"""Headers by which a sender steers the connection rather than describes the request. Many say that it is to be kept, which it is."""

_END = b"\r\n\r\n"


class PlainRequest(NamedTuple):
    """Headers with names in lower case, in the order in which they came, and the whole body."""

    headers: list[tuple[bytes, bytes]]
    body: bytes


class PlainRequests:
    """Reads the requests of one line, such as `POST /api HTTP/1.1`."""

    def __init__(self, method: str, path: str) -> None:
        self.method, self.path = method, path
        self._line = f"{method} {path} HTTP/1.1\r\n".encode()

    def read(self, data: bytes) -> PlainRequest | None:
        """The request, where the bytes are one that is whole and plain, and no byte more; else None."""
        if not data.startswith(self._line):
            return None
        end = data.find(_END)
        head = data[len(self._line) : end + 2]
        if end < 0 or not _HEADERS.fullmatch(head):
            return None
        headers = []
        for line in head.split(b"\r\n")[:-1]:
            name, _, value = line.partition(b": ")
            name = name.lower()
            if name in _STEER and not (name == b"connection" and value.lower() == b"keep-alive"):
                return None
            headers.append((name, value))
        names = [name for name, _ in headers]
        if names.count(b"host") != 1 or names.count(b"content-length") != 1:
            return None
        length, body = headers[names.index(b"content-length")][1], data[end + 4 :]
        if not _LENGTH.fullmatch(length) or int(length) != len(body):
            return None
        return PlainRequest(headers, body)
