"""The secrets of the receiver, in the system's keyring: what others sign with, what they read with, and what seals our own links.

Several secrets may be live at once: a new one is handed out while the old still holds for a week, so that no sender is cut off.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path

from journeydesk.config import Connections
from journeydesk.credentials import keep_secret, secret_of
from journeydesk.domain.errors import KeyringMissing, UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.time import moment_of, moment_text
from journeydesk.domain.words import tr
from journeydesk.keyrings.beside import system_vault
from journeydesk.keyrings.vault import Vault

RECEIVER = "receiver"
"""The kind of secret in the keyring."""

OLD_HOLDS = timedelta(days=7)
_BYTES = 32


@dataclass(frozen=True, slots=True)
class LiveSecret:
    """A secret, the stored moment since which it is there, and until which it holds; None for as long as nobody replaces it."""

    secret: str
    since: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ReceiverKeys:
    """All of them, the newest of each kind first. No secret is shown by `repr`."""

    signing: tuple[LiveSecret, ...] = ()
    reading: tuple[LiveSecret, ...] = ()
    stripe: tuple[LiveSecret, ...] = ()
    seal: str = ""

    def __repr__(self) -> str:
        return f"ReceiverKeys({len(self.signing)} signing, {len(self.reading)} reading, {len(self.stripe)} of Stripe)"


def live(held: Sequence[LiveSecret], now: datetime) -> list[str]:
    """Those that hold at this moment."""
    return [each.secret for each in held if each.until is None or moment_of(each.until) > now]


def receiver_keys(folder: Path, known: Connections, now: datetime, vault: Callable[[], Vault] = system_vault) -> ReceiverKeys:
    """The keys, made on first use. What the environment gives goes before the keyring, which is not asked then.

    Raises KeyringMissing where neither is there.
    """
    if _is_given(known):
        at = moment_text(now)
        signing = tuple(LiveSecret(secret, at) for secret in known.webhook_secrets)
        stripe = tuple(LiveSecret(secret, at) for secret in known.stripe_webhook_secrets)
        return ReceiverKeys(signing, (LiveSecret(known.read_token or "", at),), stripe, known.webhook_secrets[-1])
    try:
        kept = secret_of(folder, RECEIVER, vault)
        if kept is not None:
            return _parsed(kept)
        at = moment_text(now)
        keys = ReceiverKeys((LiveSecret(_new("jdsec_"), at),), (LiveSecret(_new("jdread_"), at),), (), _new(""))
        keep_secret(folder, RECEIVER, _text(keys), vault)
    except KeyringMissing as problem:
        # A passphrase protects the database and keeps no secrets: advice to set one would lead nowhere.
        raise KeyringMissing(
            tr(
                "The receiver keeps its secrets in the system's keyring, which is not there or locked. Unlock it, or give them by "
                "JOURNEYDESK_WEBHOOK_SECRETS and JOURNEYDESK_READ_TOKEN."
            )
        ) from problem
    return keys


def replace_secret(
    folder: Path, known: Connections, now: datetime, kind: str, vault: Callable[[], Vault] = system_vault
) -> str:
    """A new secret of a kind, `signing` or `reading`; the ones before hold for another week. Returns the new one."""
    keys = _changeable(folder, known, now, vault)
    fresh = LiveSecret(_new("jdsec_" if kind == "signing" else "jdread_"), moment_text(now))
    if kind == "signing":
        keys = replace(keys, signing=_in_front(fresh, keys.signing, now))
    else:
        keys = replace(keys, reading=_in_front(fresh, keys.reading, now))
    keep_secret(folder, RECEIVER, _text(keys), vault)
    return fresh.secret


def add_stripe_secret(
    folder: Path, known: Connections, now: datetime, secret: str, vault: Callable[[], Vault] = system_vault
) -> None:
    """Takes the signing secret of an endpoint at Stripe. Raises UserError where it does not look like one."""
    if not secret.isascii() or not secret.startswith("whsec_") or len(secret) < 20:
        raise UserError(tr("Stripe's signing secrets begin with whsec_. It stands beside the endpoint in Stripe's dashboard."))
    keys = _changeable(folder, known, now, vault)
    if secret in live(keys.stripe, now):
        return
    fresh = LiveSecret(secret, moment_text(now))
    keep_secret(folder, RECEIVER, _text(replace(keys, stripe=_in_front(fresh, keys.stripe, now))), vault)


def _is_given(known: Connections) -> bool:
    return bool(known.webhook_secrets and known.read_token)


def _changeable(folder: Path, known: Connections, now: datetime, vault: Callable[[], Vault]) -> ReceiverKeys:
    if _is_given(known):
        raise UserError(tr("The receiver's secrets are given by the environment here. Change them there."))
    return receiver_keys(folder, known, now, vault)


def _in_front(fresh: LiveSecret, before: Sequence[LiveSecret], now: datetime) -> tuple[LiveSecret, ...]:
    at, until = moment_text(now), moment_text(now + OLD_HOLDS)
    held = [each for each in before if each.until is None or each.until > at]
    return (fresh, *(each if each.until else replace(each, until=until) for each in held))


def _new(prefix: str) -> str:
    return prefix + secrets.token_hex(_BYTES)


def _text(keys: ReceiverKeys) -> str:
    return json.dumps(asdict(keys))


def _parsed(kept: str) -> ReceiverKeys:
    try:
        values = json.loads(kept)
        signing, reading, stripe = (
            tuple(LiveSecret(**each) for each in values[kind]) for kind in ("signing", "reading", "stripe")
        )
        return ReceiverKeys(signing, reading, stripe, str(values["seal"]))
    except (ValueError, KeyError, TypeError) as problem:
        raise UserError(
            tr(
                "The receiver's secrets in the keyring cannot be read. Remove the entry “receiver” of Journeydesk there; new ones are "
                "made then, and every sender needs them."
            )
        ) from problem
