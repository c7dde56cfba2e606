"""Pairing a phone: a secret that only the screen showed, and a number that both sides show and a person compares.

The secret travels in the part of an address behind `#`, which browsers keep to themselves. The number is derived from the secret and the
certificate's fingerprint, so that one who sits between both with a certificate of their own shows another.
"""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from enum import Enum

from journeydesk.domain.frozen_data import dataclass

SCAN_TIME = timedelta(minutes=2)
"""How long the picture may be scanned, or its code typed."""

COMPARE_TIME = timedelta(minutes=5)
"""How long both sides have to say that the numbers are the same, from when the phone asked."""

MOST_WRONG = 5
"""After so many wrong secrets or codes a pairing is over."""

_SECRET_BYTES = 32
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without those that are read as another: 0 and O, 1, I and L, U and V."""

_CODE_LENGTH = 8


class Stage(Enum):
    """How far a pairing is."""

    OPEN = "open"
    ASKED = "asked"
    PAIRED = "paired"
    STOPPED = "stopped"
    EXPIRED = "expired"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Pairing:
    """One pairing as it is kept: only hashes of what is secret. `ended` is the value of the stage in which a person or too many wrong
    codes ended it; `number` is shown once a phone asked."""

    id: int
    secret_hash: str
    code_hash: str
    begun_at: datetime
    wrong: int
    asked_at: datetime | None
    name: str
    number: str
    token_hash: str
    phone_agreed: bool
    computer_agreed: bool
    ended: str

    def stage(self, now: datetime) -> Stage:
        """Where it stands at this moment."""
        if self.ended:
            return Stage(self.ended)
        if self.wrong >= MOST_WRONG:
            return Stage.LOCKED
        if self.asked_at is None:
            return Stage.OPEN if now < self.begun_at + SCAN_TIME else Stage.EXPIRED
        return Stage.ASKED if now < self.asked_at + COMPARE_TIME else Stage.EXPIRED

    def left(self, now: datetime) -> timedelta:
        """How long the stage it is in still lasts; never below zero."""
        end = self.begun_at + SCAN_TIME if self.asked_at is None else self.asked_at + COMPARE_TIME
        return max(timedelta(), end - now)

    def opens(self, offered: str) -> bool:
        """Whether this is its secret, or its code in any case and with any blanks."""
        return hmac.compare_digest(self.secret_hash, hashed(offered)) or hmac.compare_digest(
            self.code_hash, hashed(plain_code(offered))
        )


def new_secret() -> str:
    """A secret for the picture: 256 random bits, in letters that an address takes."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_SECRET_BYTES)).rstrip(b"=").decode()


def new_code() -> str:
    """The same for a phone without a camera, to be typed: `K7QM-42XD`, some 39 bits, of which five may be wrong."""
    letters = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def plain_code(typed: str) -> str:
    """A code as it is compared: capital letters and digits alone."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def hashed(secret: str) -> str:
    """What is kept of a secret. One of 256 random bits needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def number_of(secret_hash: str, token_hash: str, fingerprint: str) -> str:
    """The six digits that both sides show, from the pairing's secret, the phone's token and the certificate (SHA-256, hex)."""
    digest = hmac.digest(bytes.fromhex(secret_hash), f"{token_hash}:{fingerprint}".encode(), "sha256")
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06d}"
