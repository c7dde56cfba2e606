"""An office for each test, as the commands have it."""

from tests.integration.commands.conftest import empty_workspace, office

__all__ = ["empty_workspace", "office"]
