"""Real encrypted databases, copied from one that is made once: making one costs a migration."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine.database import Database
from journeydesk.storage.engine.folder import FILE_NAME
from journeydesk.storage.opening import open_database
from journeydesk.storage.records.records import Author

KEY = bytes(range(32))
AT = "2026-05-19T09:00:00.000Z"
AUTHOR = Author("Amaia Etxarri", AT)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file of today's shape."""
    folder = tmp_path_factory.mktemp("made-once")
    open_database(folder, KEY).close()
    return folder / FILE_NAME


@pytest.fixture
def fresh(made_once: Path, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Opens a new empty workspace at each call: for property tests, of which every example needs its own."""
    opened: list[Database] = []

    def make() -> Database:
        for before in opened:
            before.close()
        folder = tmp_path / f"workspace-{len(opened)}"
        folder.mkdir(mode=0o700)
        shutil.copy(made_once, folder / FILE_NAME)
        opened.append(open_database(folder, KEY))
        return opened[-1]

    yield make
    for database in opened:
        database.close()


@pytest.fixture
def database(fresh: Callable[[], Database]) -> Database:
    """A new empty workspace."""
    return fresh()
