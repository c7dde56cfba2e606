"""The office of a rep whose calendar is read."""

from tests.integration.commands.conftest import empty_workspace as empty_workspace
from tests.integration.commands.conftest import office as office
