"""A Stripe account in small whose clock the test sets, answering without a socket."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from journeydesk.sandbox.stripe import catalogue, shapes
from journeydesk.sandbox.stripe.access import ApiKey
from journeydesk.sandbox.stripe.service import StripeService
from journeydesk.sandbox.stripe.store import Object, Store
from journeydesk.sandbox.web import Response, parse_target

NOW_S = 1_779_190_000
SECRET = "sk_test_everything"


def flat(value: Any, prefix: str = "") -> list[tuple[str, str]]:
    """Nested values in Stripe's form encoding."""
    if isinstance(value, Mapping):
        pairs = [(f"{prefix}[{key}]" if prefix else key, inner) for key, inner in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{prefix}[{place}]", inner) for place, inner in enumerate(value)]
    else:
        return [(prefix, str(value).lower() if isinstance(value, bool) else str(value))]
    return [pair for key, inner in pairs for pair in flat(inner, key)]


class Reply:
    """A status, the JSON that came with it, and its headers."""

    def __init__(self, response: Response) -> None:
        self.status = response.status
        self.json: Any = json.loads(response.body)
        self.headers = dict(response.headers)

    @property
    def error(self) -> tuple[int, str | None, str | None]:
        """Status, code and parameter of a refusal."""
        error = self.json["error"]
        return self.status, error.get("code"), error.get("param")

    @property
    def message(self) -> str:
        """The words of a refusal."""
        return str(self.json["error"]["message"])

    @property
    def ids(self) -> list[str]:
        """The ids of a page."""
        return [thing["id"] for thing in self.json["data"]]


class SmallStripe:
    """An account with two customers, a product and a price; no time passes unless `now_s` is changed."""

    def __init__(self) -> None:
        self.now_s = NOW_S
        self.store = Store(7, lambda: self.now_s)
        self.service = StripeService(self.store, {SECRET: ApiKey(SECRET)})
        for number, name in enumerate(("Acme", "Bolt")):
            email = f"{name.lower()}@x.example"
            self.store.put("customers", catalogue.customer(f"cus_{name}", NOW_S - 900 + number, name, email, {}))
        self.store.put("products", catalogue.product("prod_Plan", NOW_S - 999, "Plan"))
        self.store.put("prices", catalogue.price("price_Month", NOW_S - 999, "prod_Plan", "eur", 4900, "month"))
        self.store.put("prices", catalogue.price("price_Once", NOW_S - 998, "prod_Plan", "jpy", 300, None))

    def send(self, method: str, path: str, given: Mapping[str, Any] | None = None, key: str = SECRET, **headers: str) -> Reply:
        """One request below `/v1`."""
        encoded = urlencode(flat(given or {}))
        target = f"/stripe/v1/{quote(path)}" + (f"?{encoded}" if encoded and method == "GET" else "")
        sent = {"authorization": f"Bearer {key}"} if key else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        request = parse_target(method, target, sent, b"" if method == "GET" else encoded.encode())
        return Reply(self.service.handle(request, request.segments[2:]))

    def charge(self, amount: int, name: str = "ch_One", customer: str = "cus_Acme") -> Object:
        """A succeeded charge."""
        return self.store.put("charges", shapes.charge(name, self.now_s, customer, "eur", amount, f"pi_{name}"))

    def events(self, kind: str = "") -> list[Object]:
        """Events of a type, oldest first."""
        return [event for event in self.store.objects["events"].values() if not kind or event["type"] == kind]

    def session(self, **given: Any) -> Any:
        """A new Checkout Session in subscription mode unless said otherwise."""
        body = {
            "mode": "subscription",
            "success_url": "https://x.example/done",
            "line_items": [{"price": "price_Month", "quantity": 1}],
            **given,
        }
        return self.send("POST", "checkout/sessions", body)
