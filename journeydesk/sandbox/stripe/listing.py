"""Stripe's lists: newest first, cursors by object id, filters, and expanding ids into objects."""

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from journeydesk.sandbox.stripe.errors import invalid, missing, unknown_parameter
from journeydesk.sandbox.stripe.forms import whole
from journeydesk.sandbox.stripe.store import Object, Store, list_object

_COMMON = {"limit", "starting_after", "ending_before", "expand"}
_FILTERS: Mapping[str, frozenset[str]] = {
    "customers": frozenset({"created", "email"}),
    "products": frozenset({"created", "active"}),
    "prices": frozenset({"created", "active", "product", "currency", "type"}),
    "coupons": frozenset({"created"}),
    "subscriptions": frozenset({"created", "customer", "price", "status"}),
    "subscription_items": frozenset({"subscription"}),
    "invoices": frozenset({"created", "customer", "subscription", "status"}),
    "invoice_payments": frozenset({"created", "invoice", "status"}),
    "payment_intents": frozenset({"created", "customer"}),
    "charges": frozenset({"created", "customer", "payment_intent"}),
    "refunds": frozenset({"created", "charge", "payment_intent"}),
    "disputes": frozenset({"created", "charge", "payment_intent"}),
    "checkout/sessions": frozenset({"created", "customer", "subscription", "payment_intent", "status"}),
    "events": frozenset({"created", "type", "types"}),
}
_BOUNDS = {"gt", "gte", "lt", "lte"}
_MAX_TYPES = 20
_EXPAND_DEPTH = 4
_INCLUDABLE: Mapping[str, frozenset[str]] = {
    "charge": frozenset({"refunds"}),
    "coupon": frozenset({"applies_to", "currency_options"}),
    "invoice": frozenset({"amount_paid_off_stripe", "payments"}),
    "price": frozenset({"currency_options", "tiers"}),
}
"""What an object shows only where it is expanded."""

_LIMIT = 100


def list_page(store: Store, kind: str, given: Mapping[str, Any]) -> Object:
    """One page of a kind; raises StripeError for an unknown parameter or a cursor that names nothing."""
    allowed = _FILTERS.get(kind)
    if allowed is None:
        raise invalid(f"{kind} cannot be listed")
    for name in given:
        if name not in allowed | _COMMON:
            raise unknown_parameter(name)
    limit = whole(given.get("limit", 10), "limit", 1, _LIMIT)
    things = [thing for thing in store.newest_first(kind) if _keeps(kind, thing, given)]
    page, more = _cut(kind, things, given, limit)
    expand = given.get("expand") or []
    answer = list_object(f"/v1/{kind}", [copy.deepcopy(thing) for thing in page], more=more)
    return expanded(store, answer, expand)


def _cut(kind: str, things: Sequence[Object], given: Mapping[str, Any], limit: int) -> tuple[Sequence[Object], bool]:
    after, before = given.get("starting_after"), given.get("ending_before")
    if after and before:
        raise invalid("You can only specify one of starting_after and ending_before.", "ending_before")
    ids = [thing["id"] for thing in things]
    if after:
        start = _place(kind, ids, after, "starting_after") + 1
        return things[start : start + limit], start + limit < len(things)
    if before:
        end = _place(kind, ids, before, "ending_before")
        return things[max(0, end - limit) : end], end > limit
    return things[:limit], len(things) > limit


def _place(kind: str, ids: Sequence[str], object_id: str, param: str) -> int:
    if object_id not in ids:
        raise missing(kind.rpartition("/")[2], object_id, param, 400)
    return ids.index(object_id)


def _keeps(kind: str, thing: Object, given: Mapping[str, Any]) -> bool:
    for name, asked in given.items():
        if name in _COMMON:
            continue
        if name == "created":
            if not _in_range(int(thing.get("created", 0)), asked):
                return False
        elif name == "types":
            if thing["type"] not in _types(asked, given):
                return False
        elif name == "type" and kind == "events":
            if not _type_matches(thing["type"], str(asked)):
                return False
        elif not _field_matches(kind, thing, name, asked):
            return False
    return kind != "subscriptions" or "status" in given or thing["status"] not in {"canceled", "incomplete_expired"}


def _types(asked: Any, given: Mapping[str, Any]) -> Sequence[str]:
    if "type" in given:
        raise invalid("You can only specify one of type and types.", "types")
    if not isinstance(asked, list) or len(asked) > _MAX_TYPES:
        raise invalid(f"types must be a list of at most {_MAX_TYPES} event names.", "types")
    return asked


def _type_matches(kind: str, pattern: str) -> bool:
    return kind.startswith(pattern[:-1]) if pattern.endswith("*") else kind == pattern


def _in_range(created: int, asked: Any) -> bool:
    if not isinstance(asked, dict):
        return created == whole(asked, "created", 0, 1 << 40)
    for bound, text in asked.items():
        if bound not in _BOUNDS:
            raise unknown_parameter(f"created[{bound}]")
        limit = whole(text, f"created[{bound}]", 0, 1 << 40)
        holds = {"gt": created > limit, "gte": created >= limit, "lt": created < limit, "lte": created <= limit}
        if not holds[bound]:
            return False
    return True


def _field_matches(kind: str, thing: Object, name: str, asked: Any) -> bool:
    if kind == "subscriptions" and name == "status":
        if asked == "all":
            return True
        ended = {"canceled", "incomplete_expired", "unpaid"}
        return thing["status"] in ended if asked == "ended" else bool(thing["status"] == asked)
    if kind == "subscriptions" and name == "price":
        return any(item["price"]["id"] == asked for item in thing["items"]["data"])
    if kind == "invoices" and name == "subscription":
        details = (thing.get("parent") or {}).get("subscription_details") or {}
        return bool(details.get("subscription") == asked)
    value = thing.get(name)
    return str(value).lower() == str(asked).lower() if isinstance(value, bool) else bool(value == asked)


def expanded(store: Store, answer: Object, paths: Any) -> Object:
    """`answer` with the ids at these paths replaced by their objects; raises StripeError where a path leads nowhere."""
    if not isinstance(paths, list):
        raise invalid("expand must be a list.", "expand")
    for path in paths:
        parts = str(path).split(".")
        if len(parts) > _EXPAND_DEPTH:
            raise invalid(f"You cannot expand more than {_EXPAND_DEPTH} levels of a property.", "expand")
        _expand(store, answer, parts, str(path))
    return answer


def _expand(store: Store, at: Any, parts: Sequence[str], path: str) -> None:
    if isinstance(at, list):
        for item in at:
            _expand(store, item, parts, path)
        return
    if not parts or not isinstance(at, dict):
        return
    name = parts[0]
    if name not in at and "object" in at and at["object"] != "list":
        if name not in _INCLUDABLE.get(at["object"], ()):
            raise invalid(f"This property cannot be expanded ({path}).", "expand")
        at[name] = _included(store, at, name)
    value = at.get(name)
    if isinstance(value, str):
        at[name] = copy.deepcopy(store.find(value) or value)
    elif isinstance(value, list):
        at[name] = [copy.deepcopy(store.find(item) or item) if isinstance(item, str) else item for item in value]
    _expand(store, at.get(name), parts[1:], path)


def _included(store: Store, thing: Object, name: str) -> Any:
    """What an object holds only when asked: a list of others, or what the store keeps under the name with an underscore."""
    if name not in {"payments", "refunds"}:
        return copy.deepcopy(thing.get(f"_{name}"))
    kind, link = ("invoice_payments", "invoice") if name == "payments" else ("refunds", "charge")
    data = [copy.deepcopy(item) for item in store.objects[kind].values() if item[link] == thing["id"]]
    data.sort(key=lambda item: -int(item["created"]))
    return list_object(f"/v1/{kind}", data, more=False)
