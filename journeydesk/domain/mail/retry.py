"""What a mail server's answer means for the mail (RFC 5321 section 4.2.1): final, for later, or unknown."""

from datetime import datetime, timedelta

_DELAYS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=24),
)

WAITING = "waiting"
SENDING = "sending"
SENT = "sent"
FAILED = "failed"
CANCELLED = "cancelled"
UNKNOWN = "unknown"
HELD = "held"
"""A mail's states. `sending` while the server has it in hand; `unknown` where the connection ended before its answer; `held` until a
person looks."""

OPEN = frozenset({WAITING, HELD})
"""What can still be taken back."""


def next_try(now: datetime, tries: int) -> datetime | None:
    """When a mail is tried again after so many tries that ended for now; None after the last."""
    return now + _DELAYS[tries - 1] if 1 <= tries <= len(_DELAYS) else None


def is_final(code: int) -> bool:
    """Whether an answer says that trying again is of no use."""
    return 500 <= code < 600
