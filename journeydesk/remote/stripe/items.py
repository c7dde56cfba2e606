"""What a list leaves out of an object, for four levels are the most that a request may expand
(docs/services.md, "Stripe: object shapes"): the tiers and foreign amounts of a price, what products a coupon is for, the
discounts of an item, what goes beyond the first page of a part.

Prices and coupons never change in what matters here, so each is asked for once.
"""

from typing import Any

from journeydesk.remote.cursor_trail import CursorTrail
from journeydesk.remote.stripe.calls import SERVICE, NotThere, StripeCalls

Object = dict[str, Any]


class Completer:
    """Completes objects of one account; remembers prices and coupons while it lives."""

    def __init__(self, v1: Any, calls: StripeCalls) -> None:
        self._v1 = v1
        self._calls = calls
        self._prices: dict[str, Object | None] = {}
        self._coupons: dict[str, Object | None] = {}

    def complete(self, kind: str, thing: Object) -> Object:
        """The object with all that MRR and net paid need; most come complete and cost no request."""
        if kind == "subscription" and not thing.get("deleted"):
            thing["items"] = {**(thing.get("items") or {}), "data": self._items(thing), "has_more": False}
            thing["discounts"] = [self._discount(discount) for discount in thing.get("discounts") or ()]
        elif kind == "customer" and thing.get("discount"):
            thing["discount"] = self._discount(thing["discount"])
        elif kind == "invoice" and (thing.get("payments") or {}).get("has_more"):
            params = {"invoice": thing["id"], "limit": 100}
            thing["payments"] = {"data": self._walk("invoice payment", self._v1.invoice_payments, params), "has_more": False}
        return thing

    def _items(self, subscription: Object) -> list[Object]:
        given = subscription.get("items") or {}
        items: list[Object] = list(given.get("data") or ())
        if given.get("has_more") or any(item.get("discounts") for item in items):
            params = {"subscription": subscription["id"], "limit": 100, "expand": ["data.discounts.source.coupon"]}
            items = self._walk("subscription item", self._v1.subscription_items, params)
        return [self._item(item, subscription.get("currency")) for item in items]

    def _item(self, item: Object, currency: object) -> Object:
        price = item.get("price") or {}
        foreign = price.get("currency") != currency and not price.get("currency_options")
        if (price.get("billing_scheme") == "tiered" and not price.get("tiers")) or (price and foreign):
            params = {"expand": ["tiers", "currency_options"]}
            price = self._once(self._prices, "price", self._v1.prices, str(price["id"]), params) or price
        return {**item, "price": price, "discounts": [self._discount(discount) for discount in item.get("discounts") or ()]}

    def _discount(self, discount: Any) -> Any:
        """With the whole coupon, where it lasts forever: only those lower MRR."""
        if not isinstance(discount, dict) or not isinstance(source := discount.get("source"), dict):
            return discount
        coupon = source.get("coupon")
        known = coupon if isinstance(coupon, dict) else {"id": coupon, "duration": "forever"}
        if not coupon or known.get("duration") != "forever":
            return discount
        params = {"expand": ["applies_to", "currency_options"]}
        # A coupon that was deleted since still holds for those who have it.
        whole = self._once(self._coupons, "coupon", self._v1.coupons, str(known["id"]), params) or coupon
        return {**discount, "source": {**source, "coupon": whole}}

    def _once(self, known: dict[str, Object | None], kind: str, service: Any, name: str, params: Object) -> Object | None:
        if name not in known:
            try:
                thing = self._calls.get(kind, service.retrieve, name, params)
                known[name] = None if thing.get("deleted") else thing
            except NotThere:
                known[name] = None
        return known[name]

    def _walk(self, kind: str, service: Any, params: Object) -> list[Object]:
        things: list[Object] = []
        after: Object = {}
        trail = CursorTrail(SERVICE)
        while True:
            answer = self._calls.get(kind, service.list, {**params, **after})
            things += answer["data"]
            if not answer.get("has_more"):
                return things
            after = {"starting_after": trail.follow(answer["data"][-1]["id"])}
