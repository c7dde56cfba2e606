"""Workspaces for tests: a real encrypted database with the shipped settings, and prospects in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from journeydesk.config import Connections
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.workspace.opening import open_workspace

NOW = datetime(2026, 5, 19, 9, 5, tzinfo=UTC)
KEY = bytes(range(32))
NOWHERE = Connections(None, None, None, None, None, "Amaia Etxarri", None, 0.0)


@contextmanager
def workspace(folder: Path, heard: list[Change] | None = None) -> Iterator[Context]:
    """An empty workspace whose clock stands still on a Tuesday morning."""
    listener = heard.append if heard is not None else (lambda _: None)
    context, problems = open_workspace(folder, KEY, NOWHERE, listener, lambda: NOW)
    assert problems == []
    try:
        yield context
    finally:
        context.database.close()
