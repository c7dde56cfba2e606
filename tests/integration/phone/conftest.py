"""A computer of its own for each test."""

from tests.integration.commands.conftest import empty_workspace, office

__all__ = ["empty_workspace", "office"]
