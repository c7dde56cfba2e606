"""An event loop that waits for a TLS handshake no longer than for a request: asyncio gives each a minute, in which it counts among
nobody's connections, but costs this program an open file."""

import asyncio
from typing import Any

from journeydesk.receiver.protocol import REQUEST_SECONDS


class ImpatientLoop(asyncio.SelectorEventLoop):
    """asyncio's own, with that one bound."""

    handshake_seconds = REQUEST_SECONDS

    async def create_server(self, *arguments: Any, **options: Any) -> asyncio.Server:
        if options.get("ssl") is not None:
            options.setdefault("ssl_handshake_timeout", self.handshake_seconds)
        return await super().create_server(*arguments, **options)
