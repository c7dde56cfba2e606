"""What thousands of tests would make alike is made once by each process that runs tests, and copied."""

import hashlib
import ssl
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import certifi

from journeydesk.services.changes import Listener
from journeydesk.services.context import Context, nobody
from journeydesk.services.workspace.opening import open_workspace
from journeydesk.storage import opening
from journeydesk.storage.engine.database import Database, connect
from journeydesk.storage.engine.folder import FILE_NAME
from tests.workspaces import KEY, NOW, NOWHERE

_one_at_a_time = threading.RLock()
_create_default_context = ssl.create_default_context


def workspace_like(make: Callable[[Context], None], folder: Path, publish: Listener = nobody) -> Context:
    """A workspace in `folder` as `make` leaves a new one, with the clock of `NOW`. `make` runs once."""
    lay(folder, _file_of(make))
    context, problems = open_workspace(folder, KEY, NOWHERE, publish, lambda: NOW)
    assert problems == []
    return context


def lay(folder: Path, file: bytes) -> None:
    """Puts the database `file`, which `KEY` opens, into a new workspace."""
    connect(folder, KEY, shared=False).close()
    (folder / FILE_NAME).write_bytes(file)


@cache
def _file_of(make: Callable[[Context], None]) -> bytes:
    with tempfile.TemporaryDirectory() as home:
        context, _ = open_workspace(Path(home), KEY, NOWHERE, clock=lambda: NOW)
        try:
            make(context)
        finally:
            context.database.close()
        return (Path(home) / FILE_NAME).read_bytes()


@cache
def _new_file(key: bytes | None) -> bytes:
    with tempfile.TemporaryDirectory() as home:
        database = connect(Path(home), key, shared=False)
        try:
            from journeydesk.storage.schema.upgrade import bring_up_to_date

            bring_up_to_date(database)
        finally:
            database.close()
        return (Path(home) / FILE_NAME).read_bytes()


def _connect(folder: Path, key: bytes | None, *, shared: bool = True) -> Database:
    database = connect(folder, key, shared=shared)
    if key in (KEY, None):
        with _one_at_a_time:
            if not database.path.stat().st_size:
                database.path.write_bytes(_new_file(key))
    return database


@cache
def _authorities() -> ssl.SSLContext:
    return _create_default_context(cafile=certifi.where())


def _context(purpose: ssl.Purpose = ssl.Purpose.SERVER_AUTH, **files: Any) -> ssl.SSLContext:
    if files == {"cafile": certifi.where()} and purpose is ssl.Purpose.SERVER_AUTH:
        return _authorities()
    return _create_default_context(purpose, **files)


def make_once() -> None:
    """From here on a new database that `open_database` is asked for is a copy of one that it made (30 ms become 5; how it makes
    one is proved in tests/integration/storage, and by every process that a test starts), and all clients share the list of
    authorities (27 ms each). What a passphrase and a salt give is derived once (350 ms)."""
    hashlib.scrypt = cache(hashlib.scrypt)  # type: ignore[assignment]
    opening.connect = _connect  # type: ignore[attr-defined]
    ssl.create_default_context = _context
