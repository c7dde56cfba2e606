"""The inbox with alerts, for the keys of triage; and the keys that ship, before and after each test."""

from collections.abc import Iterator

import pytest

from journeydesk.ui.keys.keyboard import KEYBOARD
from tests.ui.alerts.conftest import raised as raised


@pytest.fixture(autouse=True)
def shipped_keys() -> Iterator[None]:
    """What a test changes of the keys is taken back."""
    KEYBOARD.reset()
    yield
    KEYBOARD.reset()
