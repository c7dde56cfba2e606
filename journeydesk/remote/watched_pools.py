"""Connections of urllib3 that the deadline of their thread ends."""

import socket
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from journeydesk.remote.deadline import watch


class _Watched(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        connected = super()._new_conn()
        watch(connected)
        return connected

    def request(self, *arguments: Any, **options: Any) -> None:
        watch(self.sock)
        super().request(*arguments, **options)


class _WatchedTls(_Watched, HTTPSConnection):
    pass


class PlainPool(HTTPConnectionPool):
    """Connections that the thread's `Deadline` can end."""

    ConnectionCls = _Watched


class TlsPool(HTTPSConnectionPool):
    """The same over TLS."""

    ConnectionCls = _WatchedTls
