"""Stripe's customers that are no prospect yet, for a person to link or leave."""

from dataclasses import dataclass
from datetime import datetime

from journeydesk.domain.money import Money
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.storage.payments import unlinked_payers
from journeydesk.storage.payments.unlinked_payers import UnlinkedPayer


@dataclass(frozen=True, slots=True)
class Unlinked:
    """One of them; `paid` per currency, empty where it paid nothing."""

    customer: str
    name: str
    email: str
    since: datetime | None
    paid: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class UnlinkedCustomers:
    """The newest of those that fit no prospect, and of those that a person left, each with how many there are."""

    unmatched: tuple[Unlinked, ...]
    unmatched_count: int
    left: tuple[Unlinked, ...]
    left_count: int


def unlinked_customers(context: Context, limit: int = 30) -> UnlinkedCustomers:
    """Who pays and is no prospect of ours."""
    with context.database.read() as connection:
        unmatched, unmatched_count = unlinked_payers.unlinked(connection, False, limit)
        left, left_count = unlinked_payers.unlinked(connection, True, limit)
    return UnlinkedCustomers(tuple(map(_told, unmatched)), unmatched_count, tuple(map(_told, left)), left_count)


def paid_by(context: Context, customer: str) -> tuple[Money, ...]:
    """What one customer paid, per currency."""
    with context.database.read() as connection:
        return _money(unlinked_payers.paid_by(connection, customer))


def _told(found: UnlinkedPayer) -> Unlinked:
    since = moment_of(found.created) if found.created else None
    return Unlinked(found.payer, found.name, found.email, since, _money(found.paid))


def _money(paid: tuple[tuple[str, int], ...]) -> tuple[Money, ...]:
    return tuple(Money(minor, code.upper()) for code, minor in paid)
