"""What screens ask of Stripe's copy: who waits for a decision, each currency's sums, what could not be read."""

from dataclasses import dataclass
from datetime import datetime

from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import Money
from journeydesk.domain.time import moment_of
from journeydesk.services.context import Context
from journeydesk.services.payments.links import sums_of
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments import stripe_mirror, stripe_payers
from journeydesk.storage.records import records


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
        return tuple(_question(connection, one) for one in stripe_payers.asked(connection))


def _question(connection: Connection, one: stripe_payers.Asked) -> Question:
    candidates = []
    for prospect in one.candidates:
        row = records.get(connection, "prospects", prospect) or {}
        company, contact, owner = (str(row.get(name) or "") for name in ("company", "contact_name", "owner"))
        candidates.append(Candidate(prospect, str(row.get("key") or ""), company, contact, owner))
    since = moment_of(one.created) if one.created else None
    return Question(one.payer, one.name, one.email, since, tuple(candidates))


def money_of(context: Context, prospect: RecordId) -> tuple[CurrencySums, ...]:
    """Net paid and MRR of a prospect per currency, by code; empty where Stripe knows nothing of it (SPEC section 4)."""
    with context.database.read() as connection:
        net, monthly = sums_of(stripe_mirror.objects_of(connection, [prospect])[prospect])
    currencies = sorted({*net, *monthly})
    return tuple(CurrencySums(Money(net.get(code, 0), code), Money(monthly.get(code, 0), code)) for code in currencies)


def problems(context: Context) -> tuple[str, ...]:
    """What the key may not read, each as a sentence with its remedy; empty when all is read."""
    with context.database.read() as connection:
        found = stripe_mirror.notes_of(connection, "problem")
    return tuple(found[kind] for kind in sorted(found))
