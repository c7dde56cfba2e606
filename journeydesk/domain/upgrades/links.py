"""What becomes of a payment link, from before it is asked for to the tier that it grants (docs/rules.md, "Upgrades").

making ──> open ──> paid           making: written down before Stripe is asked, so that no end of the program loses it
  │          ├────> unpaid ──> paid  unpaid: completed, and the money comes later by a slow method
  │          │        └────> failed  failed: Stripe says that it does not come, or it did not within two weeks
  │          ├────> expired
  │          └────> replaced       closed by us, for another takes its place
  └──> not made
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from journeydesk.domain.frozen_data import dataclass

MAKING, OPEN, UNPAID, PAID = "making", "open", "unpaid", "paid"
EXPIRED, REPLACED, NOT_MADE, FAILED = "expired", "replaced", "not made", "failed"
LIVING = frozenset({MAKING, OPEN, UNPAID})
"""The states that something may still come of."""

LEAST_LEFT = timedelta(minutes=10)
"""A link that works for less than this is not handed out any more."""

_OFTEN, _SELDOM, _HOURLY = timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=1)
_PAYING_DAYS = 14
_GRACE = timedelta(seconds=30)
_UNKNOWN_LOOKS = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """What a session is asked for, and what an answer is held against."""

    key: str
    reference: str
    tier: str
    price: str
    minor: int
    currency: str
    request: Mapping[str, Any]


class WrongSession(ValueError):
    """An answer that is no session as it was asked for; str() says why, without a full stop."""


def link_key(reference: str, tier: str, day: str, attempt: int) -> str:
    """The key of an attempt, the same on every machine, so that two that ask at once are given one session."""
    return "upgrade-" + hashlib.sha256(f"{reference}|{tier}|{day}|{attempt}".encode()).hexdigest()[:40]


def ask(
    reference: str,
    tier: str,
    price: str,
    minor: int,
    currency: str,
    expires_at: datetime | None,
    *,
    key: str,
    customer: str = "",
    email: str = "",
    paid_page: str,
    left_page: str = "",
) -> Asked:
    """The request for a subscription's session. The reference stands where every machine that reads payments finds it. Without an end
    it is Stripe's own, after a day, whatever the clock of this computer says."""
    metadata = {"application_id": reference, "tier": tier, "upgrade": key}
    request: dict[str, Any] = {
        "mode": "subscription",
        "line_items": [{"price": price, "quantity": 1}],
        "success_url": paid_page,
        "client_reference_id": reference,
        "metadata": metadata,
        "subscription_data": {"metadata": metadata},
        "after_expiration": {"recovery": {"enabled": True}},
    }
    if expires_at is not None:
        request["expires_at"] = int(expires_at.timestamp())
    if left_page:
        request["cancel_url"] = left_page
    if customer:
        request["customer"] = customer
    elif email:
        request["customer_email"] = email
    return Asked(key, reference, tier, price, minor, currency, request)


_MAIL = "-mail-"


def mail_key(key: str, unique: str) -> str:
    """The key of a mail that carries a link."""
    return f"{key}{_MAIL}{unique}"


def link_of_mail(key: str) -> str:
    """The key of the link that a mail carries; empty for any other mail."""
    before, mark, _ = key.rpartition(_MAIL)
    return before if mark and before.startswith("upgrade-") else ""


def key_of(session: Mapping[str, Any]) -> str:
    """The attempt that a session was made by; empty for one that is none of ours."""
    metadata = session.get("metadata")
    value = metadata.get("upgrade") if isinstance(metadata, Mapping) else None
    return value if isinstance(value, str) else ""


def check_shape(session: Mapping[str, Any]) -> None:
    """Raises WrongSession for what is no Checkout Session as this code reads one."""
    identifier, status = session.get("id"), session.get("status")
    if session.get("object") != "checkout.session" or not isinstance(identifier, str) or not identifier.startswith("cs_"):
        raise WrongSession("it is no Checkout Session")
    if status not in ("open", "complete", "expired"):
        raise WrongSession(f"its status is {str(status)[:40]!r}")
    if session.get("payment_status") not in ("paid", "unpaid", "no_payment_required"):
        raise WrongSession(f"its payment status is {str(session.get('payment_status'))[:40]!r}")
    expires = session.get("expires_at")
    if isinstance(expires, bool) or not isinstance(expires, int) or not 0 < expires < 2**40:
        raise WrongSession("it has no end")
    url = session.get("url")
    if status == "open" and not (
        isinstance(url, str) and url.startswith("https://") and len(url) < 4_000 and url.isprintable()
    ):
        raise WrongSession("it has no address")


def check_session(session: Mapping[str, Any], asked: Asked) -> None:
    """Raises WrongSession for a session that is not what was asked for: of another prospect, tier, price or end."""
    check_shape(session)
    metadata = session.get("metadata")
    if session.get("client_reference_id") != asked.reference or not isinstance(metadata, Mapping):
        raise WrongSession("it is of another prospect")
    if metadata.get("tier") != asked.tier:
        raise WrongSession("it is of another tier")
    currency, sums = session.get("currency"), (session.get("amount_subtotal"), session.get("amount_total"))
    if str(currency).upper() != asked.currency or asked.minor not in sums:
        raise WrongPrice(sums[0] if isinstance(sums[0], int) else None, str(currency).upper())


class WrongPrice(WrongSession):
    """Stripe asks for another sum than the settings say. `minor` is None where it says none."""

    def __init__(self, minor: int | None, currency: str) -> None:
        super().__init__("it is of another price")
        self.minor = minor
        self.currency = currency


def state_of(session: Mapping[str, Any]) -> str:
    """Where a session stands. Complete is not enough, for delayed methods are paid later; what costs nothing now counts."""
    if session["status"] == "complete":
        return PAID if session["payment_status"] in ("paid", "no_payment_required") else UNPAID
    return OPEN if session["status"] == "open" else EXPIRED


def is_too_late(now: datetime, expires_at: datetime) -> bool:
    """Whether a slow payment comes no more: two weeks after its link ran out."""
    return now >= expires_at + timedelta(days=_PAYING_DAYS)


def next_look(state: str, looks: int, now: datetime, expires_at: datetime) -> datetime | None:
    """When a link is looked at again after so many looks; None where nothing more comes of it.

    An open one every 30 seconds for five minutes, every five minutes for two hours, then hourly, and once it has run out; a slow payment
    hourly for two weeks; one that Stripe may or may not have made twelve times.
    """
    if state == OPEN:
        if now >= expires_at + _GRACE:
            return now + (_SELDOM if looks % 2 else _HOURLY) if now < expires_at + timedelta(days=1) else None
        wait = _OFTEN if looks < 10 else _SELDOM if looks < 34 else _HOURLY
        return min(now + wait, expires_at + _GRACE)
    if state == UNPAID:
        return now + _HOURLY if now < expires_at + timedelta(days=_PAYING_DAYS + 1) else None
    if state == MAKING:
        return now + (_OFTEN if looks < 6 else _SELDOM) if looks < _UNKNOWN_LOOKS else None
    return None
