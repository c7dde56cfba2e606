"""Stripe, read only: every object list that the mirror needs, and events as signals to read an object again (APIS 3).

The only requests this class can make are GETs. Objects come back as plain dictionaries in the SDK's pinned API version.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from journeydesk.domain.errors import UserError
from journeydesk.remote.airtable import check_address
from journeydesk.sync.ports import AccessDenied, RemoteTrouble, RemoteUnreachable, TokenRefused

KINDS = ("customer", "subscription", "invoice", "charge", "refund", "dispute", "checkout.session")
"""The mirrored kinds, customers first; named as the objects name themselves."""

_EXPAND = {"subscription": ["data.discounts.source.coupon"], "invoice": []}
_EXPAND_ONE = {"subscription": ["discounts.source.coupon"]}
_MATTERS = ("customer.", "invoice.", "charge.", "refund.", "checkout.session.")


class StripeReader:
    """One account, read with a restricted key."""

    def __init__(self, url: str | None, key: str) -> None:
        import stripe

        if key.startswith("sk_live"):
            raise UserError(
                "This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads."
            )
        stripe.enable_telemetry = False
        self._stripe = stripe
        http = stripe.HTTPXClient(allow_sync_methods=True)
        if url:
            addresses: Any = {"api": check_address(url)}
            self._client = stripe.StripeClient(key, base_addresses=addresses, http_client=http, max_network_retries=2)
        else:
            self._client = stripe.StripeClient(key, http_client=http, max_network_retries=2)

    def _service(self, kind: str) -> Any:
        v1 = self._client.v1
        return {
            "customer": v1.customers,
            "subscription": v1.subscriptions,
            "invoice": v1.invoices,
            "charge": v1.charges,
            "refund": v1.refunds,
            "dispute": v1.disputes,
            "checkout.session": v1.checkout.sessions,
        }[kind]

    def everything(self, kind: str) -> Iterator[Mapping[str, Any]]:
        """Every object of a kind, newest first, page by page."""
        params: dict[str, Any] = {"limit": 100}
        if kind == "subscription":
            params["status"] = "all"
        if _EXPAND.get(kind):
            params["expand"] = _EXPAND[kind]
        with self._words(kind):
            for found in self._service(kind).list(params).auto_paging_iter():
                yield found.to_dict()

    def one(self, kind: str, identifier: str) -> Mapping[str, Any] | None:
        """One object as it is now, or None where there is none any more."""
        params: dict[str, Any] = {"expand": _EXPAND_ONE[kind]} if kind in _EXPAND_ONE else {}
        with self._words(kind):
            try:
                found: Mapping[str, Any] = self._service(kind).retrieve(identifier, params).to_dict()
            except self._stripe.InvalidRequestError:
                return None
        return found

    def changed_since(self, moment: int) -> tuple[list[tuple[str, str]], int]:
        """The (kind, id) of the objects that events since a Unix time name, oldest first, and the newest event's time."""
        newest = moment
        changed: dict[tuple[str, str], None] = {}
        with self._words("event"):
            listed = self._client.v1.events.list({"limit": 100, "created": {"gte": moment}})
            events = [event.to_dict() for event in listed.auto_paging_iter()]
        for event in reversed(events):
            newest = max(newest, int(event["created"]))
            thing = event["data"]["object"]
            if event["type"].startswith(_MATTERS) and thing.get("object") in KINDS:
                changed[thing["object"], thing["id"]] = None
        return list(changed), newest

    def _words(self, kind: str) -> "_Words":
        return _Words(self._stripe, kind)


class _Words:
    """Turns the SDK's errors into ours, each with a sentence."""

    def __init__(self, stripe: Any, kind: str) -> None:
        self._stripe = stripe
        self._kind = kind

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        stripe = self._stripe
        if isinstance(problem, stripe.AuthenticationError):
            raise TokenRefused("Stripe does not accept the key: it was revoked or mistyped. Paste a new one.") from problem
        if isinstance(problem, stripe.PermissionError):
            raise AccessDenied(
                f"The Stripe key may not read {self._kind}s. Give it that right in Stripe's dashboard."
            ) from problem
        if isinstance(problem, stripe.APIConnectionError):
            raise RemoteUnreachable("Stripe cannot be reached. Payments are brought up to date when it can.") from problem
        if isinstance(problem, stripe.StripeError) and not isinstance(problem, stripe.InvalidRequestError):
            raise RemoteTrouble("Stripe has trouble answering. It is tried again with the next sync.") from problem
