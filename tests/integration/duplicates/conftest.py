"""The office, where two prospects are one."""

from tests.integration.commands.conftest import empty_workspace, office
from tests.integration.sync.conftest import memory

__all__ = ["empty_workspace", "memory", "office"]
