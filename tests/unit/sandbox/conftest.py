"""The stand-ins in small, made anew for each test."""

import pytest

from tests.unit.sandbox.small_base import SmallAirtable
from tests.unit.sandbox.small_stripe import SmallStripe


@pytest.fixture
def airtable() -> SmallAirtable:
    """An Airtable account with one base of two tables and no records."""
    return SmallAirtable()


@pytest.fixture
def stripe() -> SmallStripe:
    """A Stripe account with two customers, a product and two prices."""
    return SmallStripe()
