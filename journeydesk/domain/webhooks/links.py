"""Links in our mails: a click is counted and led on to the stored target, an unsubscribe needs no sign-in. Their addresses hold
a seal that only we can make, so that nobody is led elsewhere or unsubscribed by a guess."""

import hashlib
import hmac

_SEAL_LETTERS = 20
"""80 bits, and with its number a link stays below 32 characters: mail programs break longer ones (docs/receiver.md, "Signatures")."""


def sealed(kind: str, name: str, key: str) -> str:
    """`name.seal`, for a kind of link (`click`, `unsubscribe`). `name` has letters, digits, `-` and `_` alone."""
    return f"{name}.{_seal(kind, name, key)}"


def unsealed(kind: str, token: str, key: str) -> str | None:
    """The name in a token of this kind; None where the seal is not ours."""
    name, dot, seal = token.rpartition(".")
    if not dot or not name or not token.isascii():
        return None
    return name if hmac.compare_digest(_seal(kind, name, key).encode(), seal.encode()) else None


def _seal(kind: str, name: str, key: str) -> str:
    return hmac.new(key.encode(), f"{kind}:{name}".encode(), hashlib.sha256).hexdigest()[:_SEAL_LETTERS]
