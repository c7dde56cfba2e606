"""Connections for httpx with one end for the whole request, and none to a private address unless that is allowed.

Which address a name stands for is looked up here, once, and that one is connected to: a name that answers otherwise a moment later
leads nowhere else. TLS is checked against the name as always.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from journeydesk.domain.errors import UserError
from journeydesk.domain.words import tr
from journeydesk.remote.safe_address import is_public


class PrivateAddress(UserError):
    """The address lies in a private network, or on this computer."""


class _Stream(httpcore.NetworkStream):
    """A stream no step of which waits beyond the end of its request."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def _left(self, timeout: float | None, problem: type[Exception]) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise problem(tr("the request took too long"))
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    """Connects to what may be connected to, before `until` (monotonic)."""

    def __init__(self, until: float, allow_private: bool) -> None:
        self._until = until
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        left = max(0.001, self._until - time.monotonic())
        stream = super().connect_tcp(self._address(host, port), port, left, local_address, socket_options)
        return _Stream(stream, self._until)

    def _address(self, host: str, port: int) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as problem:
            raise httpcore.ConnectError(tr("{host} is not known", host=host)) from problem
        addresses = [str(entry[4][0]) for entry in found]
        # One that is private among others is reason enough: which of them is connected to is not the name's to choose.
        if not self._allow_private and not all(is_public(address) for address in addresses):
            raise PrivateAddress(
                tr(
                    "{host} lies in a private network or on this computer. If that is meant, add it again and allow private "
                    "addresses: --allow-private on the command line, “Allow private addresses” in the window.",
                    host=host,
                )
            )
        return addresses[0]


class GuardedTransport(httpx.BaseTransport):
    """One request, within `seconds`."""

    def __init__(self, seconds: float, *, allow_private: bool) -> None:
        context = httpx.create_ssl_context(trust_env=False)
        backend = _Backend(time.monotonic() + seconds, allow_private)
        self._pool = httpcore.ConnectionPool(ssl_context=context, max_connections=1, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions, request=request
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Any:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()
