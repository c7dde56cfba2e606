"""The same seeded team as for the sizes."""

from tests.ui.sizes.conftest import team, team_window

__all__ = ["team", "team_window"]
