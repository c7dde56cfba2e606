"""Signatures of what is posted to us, over the bytes as they came. Pure, and on bytes throughout: comparing texts in constant time
fails for a signature that is not ASCII."""

import hashlib
import hmac
import re
from collections.abc import Iterable

TOLERANCE_SECONDS = 300
"""How far Stripe's time of sending may lie from ours, on either side: what is older may be a replay, what is later is forged."""

_OURS = re.compile(rb"sha256=([0-9a-fA-F]{64})")
_TIME = re.compile(rb"[0-9]{1,12}")


def sign(secret: str, body: bytes) -> str:
    """The value of `X-Webhook-Signature` for a body: HMAC-SHA256 with the secret as UTF-8, in hexadecimal."""
    return "sha256=" + _digest(secret, body).hex()


def is_signed(header: bytes, body: bytes, secrets: Iterable[str]) -> bool:
    """Whether the header is the signature of this body by one of the secrets."""
    match = _OURS.fullmatch(header.strip())
    if match is None:
        return False
    given = bytes.fromhex(match[1].decode())
    return any(hmac.compare_digest(_digest(secret, body), given) for secret in secrets)


def stripe_problem(header: bytes, body: bytes, secrets: Iterable[str], now: float) -> str | None:
    """Why `Stripe-Signature` is no proof that Stripe sent this body at `now` (Unix seconds); None where it is.

    The header is `t=<seconds>,v1=<hex>[,v1=…]`; signed are the time, a full stop and the body. The key is the secret as it is
    written, `whsec_` included (docs/receiver.md, "Signatures").
    """
    times, signatures = [], []
    for part in header.split(b","):
        name, _, value = part.strip().partition(b"=")
        if name == b"t":
            times.append(value)
        elif name == b"v1":
            signatures.append(value.lower())
    if len(times) != 1 or not _TIME.fullmatch(times[0]) or not signatures:
        return "Stripe-Signature must be one t=<seconds> and at least one v1=<signature>."
    signed = times[0] + b"." + body
    expected = [_digest(secret, signed).hex().encode() for secret in secrets]
    if not any(hmac.compare_digest(digest, given) for digest in expected for given in signatures):
        return "The signature does not fit the body and any secret that is known here."
    if abs(now - int(times[0])) > TOLERANCE_SECONDS:
        return f"The signature's time is more than {TOLERANCE_SECONDS} seconds from now."
    return None


def stripe_signature(secret: str, body: bytes, at: int) -> str:
    """A `Stripe-Signature` for a body: for the tester, which stands in for Stripe."""
    return f"t={at},v1={_digest(secret, f'{at}.'.encode() + body).hex()}"


def is_token(header: bytes, tokens: Iterable[str]) -> bool:
    """Whether `Authorization` is `Bearer` and one of these tokens."""
    scheme, _, given = header.strip().partition(b" ")
    if scheme.lower() != b"bearer":
        return False
    # Hashed first, for tokens of another length take another time to compare.
    digest = hashlib.sha256(given.strip()).digest()
    return any(hmac.compare_digest(hashlib.sha256(token.encode()).digest(), digest) for token in tokens)


def _digest(secret: str, message: bytes) -> bytes:
    return hmac.digest(secret.encode(), message, "sha256")
