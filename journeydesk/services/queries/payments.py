"""What screens ask of Stripe's copy: who waits for a decision or fits nobody, each currency's sums, what could not be read."""

from datetime import datetime

from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.payments.links import sums_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments import stripe_mirror, stripe_payers, unlinked_payers
from journeydesk.storage.payments.unlinked_payers import UnlinkedPayer
from journeydesk.storage.records.labels import prospect_label
from journeydesk.storage.sync.api_calls import last_worked


@dataclass(frozen=True, slots=True)
class Candidate:
    """A prospect that a customer may be."""

    prospect: RecordId
    key: str
    company: str
    contact: str
    owner: str


@dataclass(frozen=True, slots=True)
class Question:
    """A customer whose e-mail several prospects have: which one is it? `since` is when Stripe made it, None where untold."""

    customer: str
    name: str
    email: str
    since: datetime | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class CurrencySums:
    """What one prospect paid and pays a month in one currency."""

    net_paid: Money
    mrr: Money


def open_questions(context: Context) -> tuple[Question, ...]:
    """The customers that wait for `commands.payments.link_customer` or `leave_unlinked`, oldest first."""
    with context.database.read() as connection:
        return tuple(_question(connection, asked) for asked in stripe_payers.asked(connection))


def _question(connection: Connection, asked: stripe_payers.Asked) -> Question:
    candidates = []
    for prospect in asked.candidates:
        label = prospect_label(connection, prospect)
        names = (label.key, label.company or "", label.contact_name or "", label.owner or "") if label else ("", "", "", "")
        candidates.append(Candidate(prospect, *names))
    since = moment_of(asked.created) if asked.created else None
    return Question(asked.payer, asked.name, asked.email, since, tuple(candidates))


def money_of(context: Context, prospect: RecordId) -> tuple[CurrencySums, ...]:
    """Net paid and MRR of a prospect per currency, by code; empty where Stripe knows nothing of it (docs/rules.md, "Net paid"
    and docs/rules.md, "MRR")."""
    with context.database.read() as connection:
        net, monthly = sums_of(stripe_mirror.objects_of(connection, [prospect])[prospect])
    currencies = sorted({*net, *monthly})
    return tuple(CurrencySums(Money(net.get(code, 0), code), Money(monthly.get(code, 0), code)) for code in currencies)


def read_until(context: Context) -> datetime | None:
    """When Stripe was last read; None before it ever was."""
    with context.database.read() as connection:
        at = last_worked(connection, stripe_mirror.STRIPE)
    return moment_of(at) if at else None


def problems(context: Context) -> tuple[str, ...]:
    """What the key may not read, each as a sentence with its remedy; empty when all is read."""
    with context.database.read() as connection:
        notes = stripe_mirror.notes_of(connection, "problem")
    return tuple(notes[kind] for kind in sorted(notes))


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A customer of Stripe that is no prospect; `paid` per currency, empty where it paid nothing."""

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
    return UnlinkedCustomers(tuple(map(_unlinked_row, unmatched)), unmatched_count, tuple(map(_unlinked_row, left)), left_count)


def paid_by(context: Context, customer: str) -> tuple[Money, ...]:
    """What one customer paid, per currency."""
    with context.database.read() as connection:
        return _money(unlinked_payers.paid_by(connection, customer))


def _unlinked_row(payer: UnlinkedPayer) -> Unlinked:
    since = moment_of(payer.created) if payer.created else None
    return Unlinked(payer.payer, payer.name, payer.email, since, _money(payer.paid))


def _money(paid: tuple[tuple[str, int], ...]) -> tuple[Money, ...]:
    return tuple(Money(minor, code.upper()) for code, minor in paid)
