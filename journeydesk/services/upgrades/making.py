"""Making a payment link: one at a time for a prospect and tier, written down before Stripe is asked, looked up where its answer is lost
(docs/rules.md, "Upgrades")."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from journeydesk.config import Connections
from journeydesk.domain.errors import JourneydeskError, NotNow, UserError, WorldError
from journeydesk.domain.ids import RecordId
from journeydesk.domain.money import in_words
from journeydesk.domain.payments.customer_matching import is_customer_id
from journeydesk.domain.settings.upgrades import MOST_HOURS
from journeydesk.domain.time import moment_of, moment_text, start_of
from journeydesk.domain.upgrades.links import (
    LEAST_LEFT,
    MAKING,
    OPEN,
    PAID,
    UNPAID,
    Asked,
    WrongPrice,
    WrongSession,
    ask,
    link_key,
    state_of,
)
from journeydesk.domain.upgrades.tiers import Tier, is_below
from journeydesk.domain.words import noted, tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.sync.working_offline import refuse_offline
from journeydesk.services.upgrades.key import CheckoutAccess, checkout_access, note_environment
from journeydesk.services.upgrades.settling import give_up, settle, words_of
from journeydesk.storage.engine.file_lock import FileLock
from journeydesk.storage.payments import checkout_links
from journeydesk.storage.payments.checkout_links import PaymentLink
from journeydesk.storage.records import records

if TYPE_CHECKING:
    from journeydesk.remote.stripe.checkout import CheckoutClient

SECONDS = 20.0
"""How long a person waits for a link at most, looking up a lost answer included."""

_LOCK = "upgrades.lock"
_PATIENCE_S = 25.0
_CLOCKS = timedelta(hours=1)
_TRIES = 5
LOOK_AFTER = timedelta(minutes=1)
"""When an attempt whose end is not known is looked up: the operation that makes it is over by then."""

Seam = Callable[[str], None]


class LinkBusy(NotNow):
    """Another Journeydesk makes or looks at links of this workspace."""


def make_link(
    context: Context,
    known: Connections,
    prospect: RecordId,
    tier: str,
    *,
    anew: bool = False,
    seam: Seam = lambda _: None,
) -> PaymentLink:
    """The open link of a prospect for a tier, made where there is none; with `anew` the one that there is is closed first.

    For a thread other than the window's. Raises UserError with what is missing, WorkingOffline, LinkBusy, the errors of
    `remote.stripe.checkout`; of an unknown outcome the attempt stays and is looked up later.
    """
    refuse_offline(context)
    note_environment(context, known)
    access = checkout_access(context, known)
    refuse_unsold(context, tier, access)
    with alone(context), _client(access) as client:
        usable = _usable(context, client, prospect, tier)
        if usable is not None and not anew:
            return usable
        if usable is not None:
            _close(context, client, usable)
        for _ in range(_TRIES):
            made = _made(context, client, _begin(context, prospect, tier), seam)
            if made is not None:
                return made
        raise UserError(tr("No payment link was made: earlier ones of today are closed. Try again tomorrow, or talk to sales."))


def refuse_unsold(context: Context, tier: str, access: CheckoutAccess | None) -> Tier:
    """Raises UserError where no link can be made for a tier, with what is missing; else the tier."""
    settings = context.settings.upgrades
    sold = settings.tiers.get(tier)
    if sold is None:
        raise UserError(tr("There is no tier “{tier}”. Use one of {tiers}.", tier=tier, tiers=", ".join(settings.tiers)))
    if not sold.is_sold:
        raise UserError(tr("{tier} has no price yet. Enter it in Settings, Upgrades.", tier=tier))
    if not settings.paid_page:
        raise UserError(tr("No page is set that customers see after paying. Enter it in Settings, Upgrades."))
    if access is None:
        raise UserError(tr("No key for payment links is known on this computer. Set it up in Settings, Integrations."))
    return sold


@contextmanager
def alone(context: Context, patience: float = _PATIENCE_S) -> Iterator[None]:
    """One at a time makes or looks at links of a workspace, so that two windows make one. Raises LinkBusy."""
    lock, until = FileLock(context.database.folder / _LOCK), time.monotonic() + patience
    while not lock.take():
        if time.monotonic() >= until:
            raise LinkBusy(tr("Another Journeydesk is making a payment link at this moment. Try again when it has finished."))
        time.sleep(0.05)
    try:
        yield
    finally:
        lock.let_go()


def _client(access: CheckoutAccess | None) -> "CheckoutClient":
    from journeydesk.remote.stripe.checkout import CheckoutClient

    assert access is not None
    return CheckoutClient(access.url, access.key, seconds=SECONDS, secret_live=access.secret_live)


def _usable(context: Context, client: "CheckoutClient", prospect: RecordId, tier: str) -> PaymentLink | None:
    """The open link that there is, once those whose end is not known were looked up. Raises UserError where one was paid meanwhile."""
    for link in _links(context, prospect, tier):
        if link.state == MAKING:
            look_up(context, client, link)
    usable = None
    for link in _links(context, prospect, tier):
        if link.state == UNPAID:
            raise UserError(_told(context, link, UNPAID))
        if link.state == OPEN and link.session is not None:
            session = client.session(link.session)
            if session is not None:
                settle(context, link.key, session)
                if state_of(session) in (PAID, UNPAID):
                    raise UserError(_told(context, link, state_of(session)))
                if state_of(session) == OPEN and usable is None and _has_time(context, link) and _still_costs(context, link):
                    usable = link
                elif state_of(session) == OPEN:
                    _close(context, client, link)
    return usable


def _links(context: Context, prospect: RecordId, tier: str) -> list[PaymentLink]:
    with context.database.read() as connection:
        return checkout_links.of_prospect(connection, prospect, tier)


def _has_time(context: Context, link: PaymentLink) -> bool:
    return moment_of(link.expires_at) - context.clock() >= LEAST_LEFT


def _still_costs(context: Context, link: PaymentLink) -> bool:
    """Whether the tier has the price that the link was made for."""
    asked, tier = link.was_asked(), context.settings.upgrades.tiers[link.tier]
    return (asked.price, asked.minor, asked.currency) == (tier.price, tier.costs.minor, tier.costs.currency)


def _told(context: Context, link: PaymentLink, state: str) -> str:
    with context.database.read() as connection:
        row = records.get(connection, "prospects", link.prospect)
    name = str((row or {}).get("company") or (row or {}).get("contact_name") or link.reference)
    return words_of(state, name, link.tier)


def _close(context: Context, client: "CheckoutClient", link: PaymentLink) -> None:
    """Closes an open link. Raises UserError where it was paid before that, and RemoteTrouble where it is not known to be closed."""
    from journeydesk.remote.stripe.checkout import OutcomeUnknown, SessionRefused
    from journeydesk.sync.ports import RemoteTrouble

    assert link.session is not None
    try:
        session: dict[str, object] | None = client.close(link.session)
    except (SessionRefused, OutcomeUnknown):
        session = client.session(link.session)
    if session is None:
        return
    if state_of(session) == OPEN:
        raise RemoteTrouble(tr("Stripe did not close the earlier link, so no other was made. Try again in a minute."))
    settle(context, link.key, session, closed=True)
    if state_of(session) in (PAID, UNPAID):
        raise UserError(_told(context, link, state_of(session)))


def _begin(context: Context, prospect: RecordId, tier_name: str) -> PaymentLink:
    """Writes an attempt down. Raises UserError where the prospect is gone, or has what it would pay for."""
    settings, now = context.settings.upgrades, context.clock()
    tier = settings.tiers[tier_name]
    expires_at = now + timedelta(hours=settings.hours)
    with context.database.write() as connection:
        row = records.get(connection, "prospects", prospect)
        if row is None or row["deleted"]:
            raise UserError(tr("The prospect is no longer there; it was deleted. Undo brings it back."))
        name, has = str(row["company"] or row["contact_name"] or row["key"]), str(row["tier"] or "")
        if not is_below(has, tier_name):
            raise UserError(tr("{name} has {tier} already.", name=name, tier=has))
        reference, day = str(row["key"]), context.today()
        attempt = checkout_links.attempts(connection, reference, tier_name, start_of(day, context.settings.time_zone))
        customer = str(row["stripe_customer"] or "")
        asked = ask(
            reference,
            tier_name,
            tier.price,
            tier.costs.minor,
            tier.costs.currency,
            expires_at if settings.hours < MOST_HOURS else None,
            key=link_key(reference, tier_name, day.isoformat(), attempt),
            customer=customer if is_customer_id(customer) else "",
            email=str(row["email"] or ""),
            paid_page=settings.paid_page,
            left_page=settings.left_page,
        )
        checkout_links.begin(connection, prospect, asked, context.now(), moment_text(expires_at), moment_text(now + LOOK_AFTER))
        link = checkout_links.one(connection, asked.key)
    assert link is not None
    return link


def _made(context: Context, client: "CheckoutClient", link: PaymentLink, seam: Seam) -> PaymentLink | None:
    """Asks for the session of an attempt; None where another computer had it made and it is over already."""
    asked = link.was_asked()
    seam("begun")
    try:
        session = _asked(context, client, link, asked, seam)
    except WrongPrice as problem:
        give_up(context, link, str(problem))
        raise UserError(
            tr(
                "Stripe asks for another sum than {ours} for {tier}, so the link was closed again. Mend the price in Settings, Upgrades.",
                ours=in_words(context.settings.upgrades.tiers[asked.tier].costs),
                tier=asked.tier,
            )
        ) from problem
    except WrongSession as problem:
        give_up(context, link, str(problem))
        raise WorldError(
            tr("Stripe's answer does not fit what was asked, so no link was made. Try again in a minute.")
        ) from problem
    seam("answered")
    settle(context, link.key, session)
    with context.database.read() as connection:
        now = checkout_links.one(connection, link.key)
    context.publish(Change(frozenset({"upgrades"}), frozenset({link.prospect})))
    if now is not None and now.state in (PAID, UNPAID):
        raise UserError(_told(context, now, now.state))
    return now if now is not None and now.state == OPEN else None


def _asked(context: Context, client: "CheckoutClient", link: PaymentLink, asked: Asked, seam: Seam) -> dict[str, object]:
    """The session of an attempt: asked for once, and once more with the same key only after it was looked for in vain."""
    from journeydesk.remote.stripe.checkout import OutcomeUnknown
    from journeydesk.sync.ports import RemoteTrouble

    for again in (False, True):
        try:
            return client.make(asked)
        except OutcomeUnknown as lost:
            seam("lost")
            session = _found(client, link, lost)
            if session is not None:
                return session
            if lost.answered:
                # The same key would be answered the same; the next attempt has another one.
                give_up(context, link, noted("Stripe had trouble answering"))
                raise RemoteTrouble(
                    tr("Stripe has trouble answering; no payment link was made. Try again in a minute.")
                ) from lost
            if again:
                raise
        except JourneydeskError as problem:
            give_up(context, link, str(problem))
            raise
    raise AssertionError("unreachable")


def _found(client: "CheckoutClient", link: PaymentLink, lost: JourneydeskError) -> dict[str, object] | None:
    try:
        return client.find(link.was_asked(), since_of(link))
    except JourneydeskError:
        # It is looked up later, by whoever looks at links.
        raise lost from None


def since_of(link: PaymentLink) -> int:
    """The Unix time since when the session of an attempt may have been made, whatever the clock of this computer says."""
    return int((moment_of(link.made_at) - _CLOCKS).timestamp())


def look_up(context: Context, client: "CheckoutClient", link: PaymentLink) -> None:
    """Finds out what became of an attempt whose answer was lost. Raises the errors of `CheckoutClient.find`."""
    try:
        session = client.find(link.was_asked(), since_of(link))
    except WrongSession as problem:
        give_up(context, link, str(problem))
        return
    if session is None:
        give_up(context, link, noted("Stripe never made it"))
    else:
        settle(context, link.key, session)
