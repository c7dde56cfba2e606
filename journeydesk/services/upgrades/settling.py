"""What became of a payment link, whoever saw it: written down once, its tier granted once (docs/rules.md, "Upgrades").

A payment is seen by looking at the session, by the copy of Stripe's objects, and by other computers. Each makes the same event of it, and
the automation that grants tiers knows an event by its id.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from journeydesk.domain.automation.names import TIER
from journeydesk.domain.automation.plan import due, task_key
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.ids import RecordId
from journeydesk.domain.payments.stripe_events import SOURCE, checkout_event
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.upgrades.links import (
    EXPIRED,
    FAILED,
    LIVING,
    MAKING,
    NOT_MADE,
    OPEN,
    PAID,
    REPLACED,
    UNPAID,
    WrongSession,
    check_shape,
    is_too_late,
    next_look,
    state_of,
)
from journeydesk.domain.words import noted, retold, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.evaluation.when_asked import evaluate_within
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.facts.events import add_event
from journeydesk.storage.payments import checkout_links
from journeydesk.storage.payments.checkout_links import PaymentLink
from journeydesk.storage.payments.stripe_mirror import FAILED_PAYMENT, notes_of, objects_of
from journeydesk.storage.records import records
from journeydesk.storage.records.labels import ProspectLabel, living_prospect
from journeydesk.storage.records.merges import survivor_of
from journeydesk.storage.records.records import Author

CHANGED = frozenset({"prospects", "events", "positions", "alerts", "tasks", "upgrades", "sync"})
_RUNNING = frozenset({"active", "past_due", "trialing"})


@dataclass(frozen=True, slots=True)
class Settled:
    """A link that came to another state, and what that is in a sentence."""

    prospect: RecordId
    state: str
    words: str


def settle(
    context: Context, key: str, session: Mapping[str, Any], *, closed: bool = False, failed: bool = False
) -> Settled | None:
    """Brings a link to where its session, of a checked shape, stands; None where it was there. `closed` says that we closed it, `failed`
    that Stripe told of a slow payment that does not come."""
    with context.database.write() as connection:
        settled = settle_within(context, connection, key, session, closed=closed, failed=failed)
    if settled is not None:
        context.publish(Change(CHANGED, frozenset({settled.prospect}), "stripe"))
    return settled


def settle_mirrored(context: Context) -> list[Settled]:
    """The same for every link that the copy of Stripe's objects knows more of. What it knows already is no look: a slow payment goes
    on to be looked at when its turn comes."""
    with context.database.read() as connection:
        found = checkout_links.mirrored(connection)
        failed = notes_of(connection, FAILED_PAYMENT)
    settled = [
        settle(context, link.key, session, failed=link.session in failed)
        for link, session in found
        if _is_news(link, session, link.session in failed)
    ]
    return [each for each in settled if each is not None]


def _is_news(link: PaymentLink, session: Mapping[str, Any], failed: bool) -> bool:
    try:
        check_shape(session)
    except WrongSession:
        return False
    state = state_of(session)
    if state == UNPAID and link.state in (UNPAID, FAILED):
        return failed and link.state == UNPAID
    return state != link.state


def settle_within(
    context: Context,
    connection: Connection,
    key: str,
    session: Mapping[str, Any],
    *,
    closed: bool = False,
    failed: bool = False,
) -> Settled | None:
    """`settle` inside a transaction of the caller's."""
    link = checkout_links.one(connection, key)
    if link is None or link.state == PAID:
        return None
    now, expires_at = context.clock(), datetime.fromtimestamp(int(session["expires_at"]), UTC)
    state = state_of(session)
    if state == EXPIRED and (closed or link.state == REPLACED):
        state = REPLACED
    if state == UNPAID and (failed or link.state == FAILED or (link.state == UNPAID and is_too_late(now, expires_at))):
        state = FAILED
    if link.session is None:
        url = session["url"] if state == OPEN else None
        checkout_links.set_made(connection, key, str(session["id"]), url, moment_text(expires_at))
    look = next_look(state, link.looks if state == link.state else 0, now, expires_at)
    look_at = None if look is None else moment_text(look)
    if state == link.state:
        checkout_links.looked(connection, key, look_at)
        return None
    prospect, label = whose(connection, link)
    note = _grant(context, connection, link, session, prospect, label) if state == PAID else ""
    checkout_links.set_state(
        connection, key, state, look_at=look_at, settled_at=None if state in LIVING else context.now(), note=note
    )
    name = label.name if label is not None else link.reference
    return Settled(prospect or link.prospect, state, retold(note) or words_of(state, name, link.tier))


def give_up(context: Context, link: PaymentLink, why: str) -> None:
    """Notes that a link was not made."""
    with context.database.write() as connection:
        now = checkout_links.one(connection, link.key)
        if now is not None and now.state == MAKING:
            checkout_links.set_state(connection, link.key, NOT_MADE, look_at=None, settled_at=context.now(), note=why)
    context.publish(Change(frozenset({"upgrades"}), frozenset({link.prospect}), "stripe"))


def put_off(context: Context, link: PaymentLink) -> None:
    """Notes a look in vain: it is looked at again later."""
    look = next_look(link.state, link.looks + 1, context.clock(), moment_of(link.expires_at))
    with context.database.write(counted=False) as connection:
        checkout_links.looked(connection, link.key, None if look is None else moment_text(look))


def words_of(state: str, name: str, tier: str) -> str:
    """What came of a link in a sentence."""
    if state == PAID:
        return tr("{name} paid: {tier} is granted.", name=name, tier=tier)
    if state == UNPAID:
        return tr("{name} chose a slow way to pay for {tier}; it is granted when the money has come.", name=name, tier=tier)
    if state == FAILED:
        return tr("The slow payment of {name} for {tier} failed. Make a new link.", name=name, tier=tier)
    if state == EXPIRED:
        return tr("The payment link of {name} has expired.", name=name)
    if state == REPLACED:
        return tr("The payment link of {name} was closed.", name=name)
    return tr("The payment link of {name} is there.", name=name)


def whose(connection: Connection, link: PaymentLink) -> tuple[RecordId | None, ProspectLabel | None]:
    """Whose link it is now: the prospect, who it was merged into, or who has its Application ID."""
    for prospect in (
        link.prospect,
        survivor_of(connection, link.prospect),
        records.find_by_key(connection, "prospects", link.reference),
    ):
        label = living_prospect(connection, prospect) if prospect is not None else None
        if label is not None:
            return prospect, label
    return None, None


def _grant(
    context: Context,
    connection: Connection,
    link: PaymentLink,
    session: Mapping[str, Any],
    prospect: RecordId | None,
    label: ProspectLabel | None,
) -> str:
    """Adds the event of the payment, which grants the tier; what else a person has to know in a sentence."""
    if prospect is None or label is None:
        return noted(
            "{reference} paid for {tier}, but the prospect was deleted. Bring it back, or refund the payment in Stripe.",
            reference=link.reference,
            tier=link.tier,
        )
    author = Author(SOURCE, context.now(), "stripe")
    add_event(connection, prospect, checkout_event(session, int(context.clock().timestamp())), author)
    evaluate_within(context, connection, [prospect])
    twice = any(other.key != link.key for other in checkout_links.paid_of(connection, prospect, link.tier))
    if twice:
        title = noted("{name} paid twice for {tier}: refund one of them in Stripe", name=label.name, tier=link.tier)
        _add_task(context, connection, link, session, prospect, label, title)
        return noted(
            "{name} paid twice for {tier}. Refund one of them in Stripe; a task says so.", name=label.name, tier=link.tier
        )
    if _pays_already(connection, prospect, session):
        title = noted(
            "End the earlier subscription of {name} in Stripe, it is replaced by {tier}", name=label.name, tier=link.tier
        )
        _add_task(context, connection, link, session, prospect, label, title)
    if TIER not in context.settings.automation.on:
        return noted(
            "{name} paid for {tier}. The automation that grants tiers is off: set it by hand.", name=label.name, tier=link.tier
        )
    return ""


def _pays_already(connection: Connection, prospect: RecordId, session: Mapping[str, Any]) -> bool:
    """Whether another subscription runs, as far as payments are read here."""
    held = objects_of(connection, [prospect]).get(prospect, {}).get("subscription", [])
    return any(each.get("status") in _RUNNING and each.get("id") != session.get("subscription") for each in held)


def _add_task(
    context: Context,
    connection: Connection,
    link: PaymentLink,
    session: Mapping[str, Any],
    prospect: RecordId,
    label: ProspectLabel,
    title: str,
) -> None:
    """One for each session, on whatever computer it was seen."""
    key = task_key("upgrade", link.reference, str(session["id"]), 1)
    if records.find_by_key(connection, "tasks", key) is not None:
        return
    values: records.Row = {
        "key": key,
        "prospect": prospect,
        "title": title,
        "kind": "Follow-up",
        "due": due(context.settings, context.now(), 0),
        "owner": label.owner or context.actor,
        "origin": "by rule: upgrade",
    }
    records.insert(connection, "tasks", values, Author(SOURCE, context.now(), "rule"))
