"""The offices of the commands' tests."""

from tests.integration.commands.conftest import empty_workspace, office

__all__ = ["empty_workspace", "office"]
