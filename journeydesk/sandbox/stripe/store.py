"""Stripe's objects in memory, and the events that every change leaves behind."""

import copy
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

API_VERSION = "2026-10-28.endive"
EVENT_DAYS = 30
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_TO_BASE62 = bytes(ord(_BASE62[i % 62]) for i in range(256))

Object = dict[str, Any]

PREFIXES = {
    "customers": "cus_",
    "products": "prod_",
    "prices": "price_",
    "coupons": "coupon_",
    "discounts": "di_",
    "subscriptions": "sub_",
    "subscription_items": "si_",
    "invoices": "in_",
    "invoice_payments": "inpay_",
    "payment_intents": "pi_",
    "charges": "ch_",
    "refunds": "re_",
    "disputes": "dp_",
    "checkout/sessions": "cs_test_",
    "events": "evt_",
}
"""Every kind of object, as its path names it, with the prefix of its ids."""


class Store:
    """All objects of one account, by kind and id, each kind in order of creation."""

    def __init__(self, seed: int, now_s: Callable[[], int]) -> None:
        self._random = random.Random(seed)
        self.now_s = now_s
        self.objects: dict[str, dict[str, Object]] = {kind: {} for kind in PREFIXES}
        self.deleted: set[str] = set()

    def new_id(self, kind: str) -> str:
        """An unused id."""
        return PREFIXES[kind] + self._random.randbytes(24).translate(_TO_BASE62).decode("ascii")

    def put(self, kind: str, thing: Object) -> Object:
        """Put an object in without an event."""
        self.objects[kind][thing["id"]] = thing
        return thing

    def find(self, object_id: str) -> Object | None:
        """The object of that id, whatever its kind."""
        for things in self.objects.values():
            if object_id in things:
                return things[object_id]
        return None

    def newest_first(self, kind: str) -> list[Object]:
        """All objects of a kind, newest first; events only those of the last 30 days."""
        things = list(self.objects[kind].values())
        things.reverse()
        things.sort(key=lambda thing: -int(thing.get("created", 0)))
        if kind == "events":
            oldest = self.now_s() - EVENT_DAYS * 86_400
            things = [thing for thing in things if thing["created"] >= oldest]
        return things

    def create(self, kind: str, thing: Object, event: str = "", key: str | None = None) -> Object:
        """Put a new object in and, if asked, leave an event."""
        self.put(kind, thing)
        if event:
            self.emit(event, thing, key=key)
        return thing

    def change(self, kind: str, object_id: str, changes: Mapping[str, Any], event: str = "", key: str | None = None) -> Object:
        """Change an object; the event, if any, carries the values before. Raises KeyError if it is not there."""
        thing = self.objects[kind][object_id]
        before = {name: copy.deepcopy(thing.get(name)) for name in changes if thing.get(name) != changes[name]}
        thing.update(changes)
        if event:
            self.emit(event, thing, previous=before if event.endswith(".updated") else None, key=key)
        return thing

    def delete(self, kind: str, object_id: str, event: str = "") -> Object:
        """Take an object out of the lists; retrieving it still says that it was deleted."""
        thing = self.objects[kind].pop(object_id)
        self.deleted.add(object_id)
        if event:
            self.emit(event, thing)
        return {"id": object_id, "object": thing["object"], "deleted": True}

    def emit(
        self,
        kind: str,
        thing: Object,
        *,
        previous: Mapping[str, Any] | None = None,
        at_s: int | None = None,
        key: str | None = None,
    ) -> Object:
        """Leave an event: the object as it is now, and on `*.updated` what changed."""
        data: Object = {"object": copy.deepcopy(thing)}
        if previous is not None:
            data["previous_attributes"] = dict(previous)
        event = {
            "id": self.new_id("events"),
            "object": "event",
            "api_version": API_VERSION,
            "created": self.now_s() if at_s is None else at_s,
            "data": data,
            "livemode": False,
            "pending_webhooks": 0,
            "request": {"id": None, "idempotency_key": key},
            "type": kind,
        }
        return self.put("events", event)


def list_object(url: str, data: Sequence[Object], *, more: bool) -> Object:
    """A list as Stripe gives it."""
    return {"object": "list", "url": url, "has_more": more, "data": list(data)}
