"""Claude's stand-in by itself, on a port of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from journeydesk.sandbox.claude.service import ClaudeService as ClaudeService
from journeydesk.sandbox.web import WebServer


@contextmanager
def claude_service() -> Iterator[ClaudeService]:
    """The service while it runs; what it answers is empty until a test says otherwise."""
    service = ClaudeService(answer=lambda _asked: "{}")
    server = WebServer(lambda request: service.handle(request, request.segments))
    service.url = f"http://127.0.0.1:{server.port}"
    try:
        yield service
    finally:
        server.stop()
