"""Webhooks out, as the Standard Webhooks specification has them: what is signed and how, when it is tried again, what an answer means.
Pure; checked against that project's own library in the tests (docs/receiver.md, "Events out")."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from random import Random

from journeydesk.domain.frozen_data import dataclass

PREFIX = "whsec_"
_SECRET_BYTES = 32
DELAYS = (0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
"""Seconds before each attempt, after the one before; then it is laid aside."""

_JITTER = 0.1
_GONE = 410
_SLOWER = frozenset({429, 502, 504})
_LONGEST_WAIT = 86_400


def new_secret() -> str:
    """A secret for one target: the prefix and random bytes in base64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def signed_headers(message: str, at: int, body: bytes, live_secrets: Iterable[str]) -> dict[str, str]:
    """The headers of an attempt at `at` (Unix seconds). The id is that of the message, the same on every attempt; while a secret is
    being replaced both sign."""
    signed = f"{message}.{at}.".encode() + body
    signatures = [
        "v1,"
        + base64.b64encode(hmac.new(base64.b64decode(secret.removeprefix(PREFIX)), signed, hashlib.sha256).digest()).decode()
        for secret in live_secrets
    ]
    return {
        "Content-Type": "application/json",
        "webhook-id": message,
        "webhook-timestamp": str(at),
        "webhook-signature": " ".join(signatures),
    }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a delivery: `sent`, `waiting` (again after so many seconds), or `dead`; and whether its target is gone."""

    state: str
    wait: float = 0.0
    target_gone: bool = False


def judge(status: int, headers: Mapping[str, str], attempts: int, now: datetime, random: Random) -> Verdict:
    """What an answer means after so many attempts; `status` 0 where there was none. Only 2xx is success, a redirect is not."""
    if 200 <= status < 300:
        return Verdict("sent")
    if status == _GONE:
        return Verdict("dead", target_gone=True)
    if attempts >= len(DELAYS):
        return Verdict("dead")
    wait = DELAYS[attempts] * random.uniform(1 - _JITTER, 1 + _JITTER)
    if status in _SLOWER or status == 503:
        wait = max(wait, _asked(headers.get("retry-after", ""), now))
    return Verdict("waiting", wait)


def _asked(words: str, now: datetime) -> float:
    """The seconds that `Retry-After` asks for, a number or a date; 0 where it says neither."""
    try:
        return max(0.0, min(float(words), _LONGEST_WAIT))
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(words)
        return min(max(0.0, (until - now) / timedelta(seconds=1)), _LONGEST_WAIT)
    except (ValueError, TypeError, OverflowError):
        return 0.0


def type_of(event: str) -> str:
    """An event type as it is called outside: `application_received` is `application.received`."""
    return event.replace("_", ".", 1)
