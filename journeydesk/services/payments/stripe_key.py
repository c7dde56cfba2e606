"""Stripe's key: checked against Stripe, kept in the keyring, taken away (docs/storage.md, "Keys and secrets").

A key in the environment goes before the one in the keyring. A secret live key could move money: it is only taken on a
person's word, and a restricted one is asked for.
"""

import contextlib
import re
from functools import partial

from journeydesk import credentials
from journeydesk.config import Connections
from journeydesk.domain.errors import UserError, WorldError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.services.changes import Change
from journeydesk.services.context import Context
from journeydesk.storage.payments import stripe_mirror
from journeydesk.sync.ports import AccessDenied

VARIABLE = "JOURNEYDESK_STRIPE_KEY"
"""The variable whose key goes before the keyring's."""

STRIPE_SERVICE = "stripe"
"""The kind of its secret in the keyring."""

STRIPE_ADDRESS = "https://api.stripe.com"
"""Where it is, unless the environment says otherwise."""

_KEY = re.compile(r"(rk|sk)_(test|live)_[!-~]+")
_MOST_CHARACTERS = 1_000
_OTHERS = {
    "pk_": tr("This is a publishable key (pk_…), which cannot read payments."),
    "whsec_": tr("This is a webhook's secret (whsec_…), not a key."),
    "pat": tr("This is an Airtable token, not a Stripe key."),
}


class SecretLiveKey(UserError):
    """A key that could move money was given without a word that it is meant."""


@dataclass(frozen=True, slots=True)
class StripeAccess:
    """How to reach Stripe: an address in place of its own, or None; the key; whether a person took a secret live key."""

    url: str | None
    key: str
    secret_live: bool = False


@dataclass(frozen=True, slots=True)
class StripeKeyCheck:
    """What Stripe said of a key: `live` or `test`, whether it is restricted, and what it may not read, in sentences."""

    mode: str
    restricted: bool
    problems: tuple[str, ...]


def stripe_access(context: Context, known: Connections) -> StripeAccess | None:
    """The environment's key first, then the keyring's; None where there is none."""
    if known.stripe_key:
        return StripeAccess(known.stripe_url, known.stripe_key)
    with contextlib.suppress(WorldError):
        if key := credentials.token_for(context.database.folder, STRIPE_SERVICE, _address(known), STRIPE_ADDRESS):
            return StripeAccess(known.stripe_url, key, secret_live=True)
    return None


def connect_stripe(context: Context, known: Connections, text: str, *, secret_live: bool = False) -> StripeKeyCheck:
    """Checks the key in a text that was typed or pasted, and keeps it in the keyring for the next sync.

    Raises UserError for what is no key and for one of the mode that this workspace does not have, SecretLiveKey for one that could
    move money unless `secret_live` says that it is meant, TokenRefused where Stripe does not take it, RemoteUnreachable and
    RemoteTrouble, and KeyringMissing where it cannot be kept. Nothing is kept unless all is well.
    """
    key = "".join(text.split())
    _check_words(key, secret_live)
    check = _asked(context, StripeAccess(known.stripe_url, key, secret_live))
    credentials.keep_token(context.database.folder, STRIPE_SERVICE, _address(known), key)
    context.publish(Change(frozenset({"settings"})))
    return check


def forget_stripe(context: Context) -> bool:
    """Takes the key out of the keyring; what was read of payments stays. Returns whether there was one. Raises KeyringMissing."""
    there = bool(credentials.forget(context.database.folder, (STRIPE_SERVICE,)))
    context.publish(Change(frozenset({"settings"})))
    return there


def _address(known: Connections) -> str:
    return known.stripe_url or STRIPE_ADDRESS


def _check_words(key: str, secret_live: bool) -> None:
    if not key:
        raise UserError(tr("No key was given. Make a restricted key (rk_live_…) in Stripe's dashboard, Developers, API keys."))
    if not _KEY.fullmatch(key) or len(key) > _MOST_CHARACTERS:
        why = next((words for start, words in _OTHERS.items() if key.startswith(start)), tr("This is no Stripe key."))
        raise UserError(
            tr("{why} Paste a restricted key that only reads: it begins with rk_live_ (or rk_test_ for test data).", why=why)
        )
    if key.startswith("sk_live") and not secret_live:
        raise SecretLiveKey(
            tr(
                "This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads; "
                "if you mean this one, say so with --accept-secret-key."
            )
        )


def _asked(context: Context, access: StripeAccess) -> StripeKeyCheck:
    from journeydesk.remote.stripe.client import KINDS, StripeReader
    from journeydesk.services.payments.mirror import check_mode

    problems = []
    with StripeReader(access.url, access.key, secret_live=access.secret_live) as reader:
        with context.database.read() as connection:
            check_mode(stripe_mirror.note(connection, "mode"), reader.mode)
        requests = (*(partial(reader.page, kind) for kind in KINDS), partial(reader.events, _NOW_OR_LATER))
        for ask in requests:
            try:
                ask()
            except AccessDenied as problem:
                problems.append(str(problem))
        if len(problems) == len(requests):
            raise UserError(
                tr(
                    "This key may read nothing of what is needed. Give it reading rights in Stripe's dashboard, or make another."
                )
            )
        return StripeKeyCheck(reader.mode, access.key.startswith("rk_"), tuple(problems))


# No event is that late: the right to read them is asked for, not they.
_NOW_OR_LATER = 4_000_000_000
