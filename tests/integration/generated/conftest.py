"""An office for each test, copied from an empty workspace that is made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeydesk.storage.engine.folder import FILE_NAME
from tests.integration.office import Office, office_in


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of a workspace in which nothing happened yet."""
    folder = tmp_path_factory.mktemp("empty-workspace")
    with office_in(folder / "office"):
        pass
    return folder / "office" / FILE_NAME


@pytest.fixture
def office(tmp_path: Path, empty_workspace: Path) -> Iterator[Office]:
    """A computer on which nothing happened yet; a Tuesday, 11:05 in Berlin."""
    with office_in(tmp_path / "office", empty_workspace) as office:
        yield office
