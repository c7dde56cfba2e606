"""Every control of every screen has a name and a role and is reached by keys; a screen has one first action, and a rep's words."""

from collections.abc import Callable

import pytest

from tests.ui.sizes.test_every_size import WALKS
from tests.ui.sizes.walk import Found, Walk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BY_HAND = next(walk for walk in WALKS if walk.by_hand)


def test_every_control_of_every_screen_can_be_heard_and_reached(walked: Callable[[Walk], Found]) -> None:
    found = walked(BY_HAND)
    assert not found.access, "\n".join(found.access)
    assert not found.crowds, "\n".join(found.crowds)


def test_escape_leaves_every_sheet(walked: Callable[[Walk], Found]) -> None:
    found = walked(BY_HAND)
    assert not found.stayed
    assert found.sheets > 10
