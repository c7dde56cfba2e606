"""Stripe keys: secret keys may do everything, restricted keys what each resource allows them."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import field

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.stripe.errors import StripeError

READABLE = (
    "customers",
    "products",
    "prices",
    "coupons",
    "subscriptions",
    "subscription_items",
    "invoices",
    "invoice_payments",
    "payment_intents",
    "charges",
    "refunds",
    "disputes",
    "checkout/sessions",
    "events",
    "account",
)
_PERMISSION = {
    "customers": "customer",
    "products": "product",
    "prices": "plan",
    "coupons": "coupon",
    "subscriptions": "subscription",
    "subscription_items": "subscription",
    "invoices": "invoice",
    "invoice_payments": "invoice",
    "payment_intents": "payment_intent",
    "charges": "charge",
    "refunds": "charge",
    "disputes": "dispute",
    "checkout/sessions": "checkout_session",
    "events": "event",
    "account": "account",
}


def read_everything() -> dict[str, str]:
    """What one-way sync needs: to read everything."""
    return dict.fromkeys(READABLE, "read")


def make_links() -> dict[str, str]:
    """What payment links need: to make sessions, and to read their prices."""
    return {"checkout/sessions": "write", "prices": "read"}


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key; `permissions` by resource are none, read or write, and mean nothing for a secret key (`sk_`)."""

    secret: str
    permissions: Mapping[str, str] = field(default_factory=dict)

    def need(self, resource: str, *, write: bool) -> None:
        """Raises StripeError 403 where the key may not do that."""
        if self.secret.startswith("sk_"):
            return
        level = self.permissions.get(resource, "none")
        if level == "write" or (level == "read" and not write):
            return
        right = f"rak_{_PERMISSION.get(resource, resource)}_{'write' if write else 'read'}"
        raise StripeError(
            403,
            "invalid_request_error",
            f"The provided key '{masked(self.secret)}' does not have the required permissions for this endpoint. "
            f"Having the '{right}' permission would allow this request to continue.",
            code="more_permissions_required",
        )


def masked(secret: str) -> str:
    """A key as error messages show it: its kind and its last four characters."""
    return f"{secret[:8]}{'*' * max(0, len(secret) - 12)}{secret[-4:]}"


def key_of(authorization: str | None, keys: Mapping[str, ApiKey]) -> ApiKey:
    """The key that an Authorization header carries, as Bearer or as Basic user name; raises StripeError 401."""
    scheme, _, secret = (authorization or "").partition(" ")
    if scheme.lower() == "basic":
        try:
            secret = base64.b64decode(secret).decode("utf-8").partition(":")[0]
        except (binascii.Error, UnicodeDecodeError):
            secret = ""
    if not secret:
        raise StripeError(
            401,
            "invalid_request_error",
            "You did not provide an API key. You need to provide your API key in the Authorization header, using "
            "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        )
    key = keys.get(secret.strip())
    if key is None:
        raise StripeError(401, "invalid_request_error", f"Invalid API Key provided: {masked(secret)}")
    return key
