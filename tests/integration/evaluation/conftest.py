"""The desks of the rules' tests, and the team of two over one base."""

from tests.integration.rules.conftest import desk, new_desk
from tests.integration.rules.test_two_machines import team

__all__ = ["desk", "new_desk", "team"]
