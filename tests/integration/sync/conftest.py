"""A base in memory for the tests of sync's single parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.sync.memory_base import MemoryBase, memory_base


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[MemoryBase]:
    """A base in memory and a machine that was set up with it."""
    with memory_base(tmp_path / "w") as base:
        yield base
