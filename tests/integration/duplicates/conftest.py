"""A remote in memory."""

from tests.integration.sync.conftest import memory

__all__ = ["memory"]
