"""Requests in absolute form, `POST http://desk.example.com/api HTTP/1.1`, as proxies send them and every server must take them
(RFC 9112, 3.2.2)."""

import re
from urllib.parse import unquote

from starlette.types import ASGIApp, Receive, Scope, Send

_ABSOLUTE = re.compile(rb"https?://([^/?#]*)([^?#]*)", re.IGNORECASE)


class OriginForm:
    """ASGI: gives `app` each request as if its line had named the path alone. Its host is then the line's, whatever its header says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(_in_origin_form(scope), receive, send)


def _in_origin_form(scope: Scope) -> Scope:
    if scope["type"] != "http" or scope["path"].startswith("/"):
        return scope
    absolute = _ABSOLUTE.fullmatch(scope["raw_path"])
    if absolute is None:
        return scope
    host, path = absolute.group(1), absolute.group(2) or b"/"
    headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
    return {**scope, "path": unquote(path.decode("ascii")), "raw_path": path, "headers": [(b"host", host), *headers]}
