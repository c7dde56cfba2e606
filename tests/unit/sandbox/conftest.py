"""The stand-ins in small, made anew for each test."""

import pytest

from tests.unit.sandbox.small_base import SmallAirtable


@pytest.fixture
def airtable() -> SmallAirtable:
    """An Airtable account with one base of two tables and no records."""
    return SmallAirtable()
