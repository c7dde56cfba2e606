"""The office of a rep for the ways out."""

from tests.integration.commands.conftest import empty_workspace as empty_workspace
from tests.integration.commands.conftest import office as office
