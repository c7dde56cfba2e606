"""The key that makes payment links, which is not the one that reads payments: checked, kept in the keyring, taken away
(docs/storage.md, "Keys and secrets")."""

import contextlib
import re

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.money import Money, in_words
from journeydesk.domain.upgrades.tiers import Tier
from journeydesk.domain.words import named, tr, tr_count
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.services.payments.stripe_key import STRIPE_ADDRESS, SecretLiveKey
from journeydesk.services.set_up_checks import note_answered_at_set_up
from journeydesk.storage.engine.connection import Connection
from journeydesk.storage.payments import stripe_mirror
from journeydesk.storage.payments.checkout_links import count_open
from journeydesk.storage.sync.meta import get_meta, set_meta

UPGRADES = "Payment links"
"""How the service is called, and its checks are kept."""

CHECKOUT_SERVICE = "stripe checkout"
"""The kind of its secret in the keyring."""

CHECKOUT_VARIABLE = "JOURNEYDESK_STRIPE_CHECKOUT_KEY"
_CONNECTED = "checkout_connected"
_KEY = re.compile(r"(rk|sk)_(test|live)_[!-~]+")
_MOST_CHARACTERS = 1_000


@dataclass(frozen=True, slots=True)
class CheckoutAccess:
    """How to reach Stripe for payment links: an address in place of its own, or None; the key; whether a person took a secret live one."""

    url: str | None
    key: str
    secret_live: bool = False


def checkout_access(context: Context, known: Connections) -> CheckoutAccess | None:
    """The environment's key first, then the keyring's; None where there is none. The keyring is asked only where a key was set up."""
    if known.stripe_checkout_key:
        return CheckoutAccess(known.stripe_url, known.stripe_checkout_key)
    if not is_set_up(context):
        return None
    with contextlib.suppress(WorldError):
        if key := credentials.token_for(context.database.folder, CHECKOUT_SERVICE, _address(known), STRIPE_ADDRESS):
            return CheckoutAccess(known.stripe_url, key, secret_live=True)
    return None


def is_set_up(context: Context) -> bool:
    """Whether a key was set up on this computer; the keyring is not asked."""
    with context.database.read() as connection:
        return is_switched_on(connection)


def is_switched_on(connection: Connection) -> bool:
    """The same, for the page of integrations."""
    return get_meta(connection, _CONNECTED) is not None


def links_words(connection: Connection) -> str:
    """What the card says below the name."""
    return tr_count("A key of its own; {count} link open", "A key of its own; {count} links open", count_open(connection))


def note_environment(context: Context, known: Connections) -> None:
    """A key in the environment counts as set up from the first time that it is seen."""
    if known.stripe_checkout_key and not is_set_up(context):
        _note(context, "1")


def connect_checkout(context: Context, known: Connections, text: str, *, secret_live: bool = False) -> str:
    """Checks the key that was typed or pasted, and keeps it in the keyring; what came of it in a sentence.

    Raises UserError for what is no key, for the key that reads payments, and for one of the mode that this workspace does not have;
    SecretLiveKey for one that could move money unless `secret_live` says that it is meant; TokenRefused, AccessDenied,
    RemoteUnreachable, RemoteTrouble, KeyringMissing. Nothing is kept unless all is well.
    """
    key = "".join(text.split())
    _check_words(context, known, key, secret_live)
    words = check_checkout(context, CheckoutAccess(known.stripe_url, key, secret_live))
    credentials.keep_token(context.database.folder, CHECKOUT_SERVICE, _address(known), key)
    _note(context, "1", words)
    return words


def forget_checkout(context: Context) -> bool:
    """Takes the key out of the keyring; links that are out go on to be paid. Returns whether there was one. Raises KeyringMissing."""
    there = bool(credentials.forget(context.database.folder, (CHECKOUT_SERVICE,)))
    _note(context, None)
    return there


def check_checkout(context: Context, access: CheckoutAccess) -> str:
    """Asks what the key may do and holds the tiers' prices against Stripe's, without making anything. Raises JourneydeskError where
    something does not fit; else what was found in a sentence."""
    from journeydesk.remote.stripe.checkout import CheckoutClient
    from journeydesk.services.payments.mirror import check_mode

    with CheckoutClient(access.url, access.key, secret_live=access.secret_live) as client:
        with context.database.read() as connection:
            check_mode(stripe_mirror.note(connection, "mode"), client.mode)
        client.check_rights()
        sold = [tier for tier in context.settings.upgrades.tiers.values() if tier.is_sold]
        for tier in sold:
            _check_price(tier, client.price(tier.price))
    if not sold:
        return tr("The key may make payment links; no tier has a price yet (Settings, Upgrades)")
    return tr("Links can be made, the prices of {tiers} agree", tiers=", ".join(tier.name for tier in sold))


def _check_price(tier: Tier, price: object) -> None:
    if not isinstance(price, dict):
        raise UserError(
            tr("Stripe has no price {price} for {tier}. Mend it in Settings, Upgrades.", price=tier.price, tier=tier.name)
        )
    recurring = price.get("recurring")
    if price.get("active") is not True or not isinstance(recurring, dict):
        raise UserError(
            tr(
                "The price of {tier} at Stripe is switched off, or is paid once. Choose a recurring one that is active.",
                tier=tier.name,
            )
        )
    asked = price.get("unit_amount")
    currency = str(price.get("currency")).upper()
    every = (recurring.get("interval"), recurring.get("interval_count"))
    if asked != tier.costs.minor or currency != tier.costs.currency or every != (tier.every, 1):
        theirs = in_words(Money(asked, currency)) if isinstance(asked, int) else tr("another amount")
        raise UserError(
            tr(
                "{tier} costs {theirs} every {every} at Stripe and {ours} every {our_every} in the settings. Mend one of them.",
                tier=tier.name,
                theirs=theirs,
                every=named(str(recurring.get("interval"))),
                ours=in_words(tier.costs),
                our_every=named(tier.every),
            )
        )


def _address(known: Connections) -> str:
    return known.stripe_url or STRIPE_ADDRESS


def _check_words(context: Context, known: Connections, key: str, secret_live: bool) -> None:
    from journeydesk.services.payments.stripe_key import stripe_access

    if not _KEY.fullmatch(key) or len(key) > _MOST_CHARACTERS:
        raise UserError(
            tr(
                "This is no key for payment links. Make a restricted key in Stripe's dashboard that may write Checkout Sessions and read "
                "Prices; it begins with rk_live_ (or rk_test_ for test data)."
            )
        )
    if key.startswith("sk_live") and not secret_live:
        raise SecretLiveKey(
            tr(
                "This is a secret live key, which could move money. Make a restricted key (rk_live_…) that may write Checkout Sessions and "
                "read Prices; if you mean this one, say so with --accept-secret-key."
            )
        )
    reading = stripe_access(context, known)
    if reading is not None and reading.key == key and key.startswith("rk_"):
        raise UserError(tr("This is the key that reads payments, which shall only read. Make a second one for payment links."))


def _note(context: Context, value: str | None, words: str = "") -> None:
    with context.database.write() as connection:
        set_meta(connection, _CONNECTED, value)
        if words:
            note_answered_at_set_up(context, connection, UPGRADES, words)
    context.publish(Change(frozenset({"settings"})))
