"""A base over real requests, with a feed or without; a base in memory for the tests of sync's single parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.sync.base import Base, based
from tests.integration.sync.memory_base import MemoryBase, memory_base


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[MemoryBase]:
    """A base in memory and a machine that was set up with it."""
    with memory_base(tmp_path / "w") as base:
        yield base


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    """A base whose feed tells what changed, and a machine that knows it."""
    with based(tmp_path / "w") as made:
        yield made


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Base]:
    """A token that may have no feed: every table is listed."""
    with based(tmp_path / "w", feed=False) as made:
        yield made
