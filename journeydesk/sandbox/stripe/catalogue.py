"""What stands still at Stripe: the account, customers, products, prices, coupons and the discounts made of them."""

from collections.abc import Mapping

from journeydesk.sandbox.stripe.store import Object

ACCOUNT_ID = "acct_ostrelle00000001"
ACCOUNT_NAME = "Ostrelle"


def account() -> Object:
    """The account behind the keys."""
    return {
        "id": ACCOUNT_ID,
        "object": "account",
        "business_profile": {"name": ACCOUNT_NAME, "url": "https://ostrelle.example"},
        "charges_enabled": True,
        "country": "DE",
        "default_currency": "eur",
        "email": "billing@ostrelle.example",
        "payouts_enabled": True,
        "settings": {"dashboard": {"display_name": ACCOUNT_NAME, "timezone": "Europe/Berlin"}},
        "type": "standard",
    }


def customer(object_id: str, created: int, name: str | None, email: str | None, metadata: Mapping[str, str]) -> Object:
    """A customer."""
    return {
        "id": object_id,
        "object": "customer",
        "address": None,
        "balance": 0,
        "created": created,
        "currency": None,
        "default_source": None,
        "delinquent": False,
        "description": None,
        "discount": None,
        "email": email,
        "invoice_prefix": object_id[-8:].upper(),
        "livemode": False,
        "metadata": dict(metadata),
        "name": name,
        "phone": None,
        "preferred_locales": [],
        "shipping": None,
        "tax_exempt": "none",
        "test_clock": None,
    }


def product(object_id: str, created: int, name: str) -> Object:
    """A product."""
    return {
        "id": object_id,
        "object": "product",
        "active": True,
        "created": created,
        "default_price": None,
        "description": None,
        "images": [],
        "livemode": False,
        "marketing_features": [],
        "metadata": {},
        "name": name,
        "type": "service",
        "updated": created,
        "url": None,
    }


def price(
    object_id: str, created: int, product_id: str, currency: str, unit_amount: int, interval: str | None, count: int = 1
) -> Object:
    """A price in minor units of its currency; `interval` None for a single payment."""
    recurring = None
    if interval is not None:
        recurring = {
            "interval": interval,
            "interval_count": count,
            "meter": None,
            "trial_period_days": None,
            "usage_type": "licensed",
        }
    return {
        "id": object_id,
        "object": "price",
        "active": True,
        "billing_scheme": "per_unit",
        "created": created,
        "currency": currency,
        "custom_unit_amount": None,
        "livemode": False,
        "lookup_key": None,
        "metadata": {},
        "nickname": None,
        "product": product_id,
        "recurring": recurring,
        "tax_behavior": "exclusive",
        "tiers_mode": None,
        "transform_quantity": None,
        "type": "one_time" if interval is None else "recurring",
        "unit_amount": unit_amount,
        "unit_amount_decimal": str(unit_amount),
    }


def coupon(
    object_id: str,
    created: int,
    duration: str,
    *,
    percent_off: float | None = None,
    amount_off: int | None = None,
    currency: str | None = None,
    months: int | None = None,
) -> Object:
    """A coupon: a share or an amount, once, forever or for some months."""
    return {
        "id": object_id,
        "object": "coupon",
        "amount_off": amount_off,
        "created": created,
        "currency": currency,
        "duration": duration,
        "duration_in_months": months,
        "livemode": False,
        "max_redemptions": None,
        "metadata": {},
        "name": None,
        "percent_off": percent_off,
        "redeem_by": None,
        "times_redeemed": 1,
        "valid": True,
    }


def discount(object_id: str, coupon_id: str, start: int, customer_id: str, subscription_id: str | None) -> Object:
    """A coupon at work; the coupon stands under `source`."""
    return {
        "id": object_id,
        "object": "discount",
        "checkout_session": None,
        "customer": customer_id,
        "end": None,
        "invoice": None,
        "invoice_item": None,
        "promotion_code": None,
        "source": {"type": "coupon", "coupon": coupon_id},
        "start": start,
        "subscription": subscription_id,
        "subscription_item": None,
    }
