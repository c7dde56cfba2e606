"""Stripe, read only: every object list that the mirror needs, and events as signals to read an object again
(docs/services.md, "Stripe: requests").

Objects come back as plain dictionaries in one pinned API version, whatever version an event was made in.
"""

import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Self

from journeydesk.domain.errors import UserError
from journeydesk.domain.frozen_data import dataclass
from journeydesk.domain.words import tr
from journeydesk.remote.cursor_trail import CursorTrail
from journeydesk.remote.deadline import TOTAL_SECONDS
from journeydesk.remote.safe_address import check_address
from journeydesk.remote.stripe.calls import SERVICE, NotThere, StripeCalls, get_only_client, unreadable
from journeydesk.remote.stripe.items import Completer

VERSION = "2026-10-28.endive"
"""The API version whose shapes this code reads; a newer SDK does not change them."""

KINDS = ("customer", "subscription", "invoice", "charge", "refund", "dispute", "checkout.session")
"""The mirrored kinds, customers first; named as the objects name themselves."""

PAGE = 100
_EXPANDED: dict[str, tuple[str, ...]] = {
    "customer": ("discount.source.coupon",),
    "subscription": ("discounts.source.coupon",),
    "invoice": ("payments", "amount_paid_off_stripe"),
}
"""What is read with each object; a list adds one level, and four is the most (docs/services.md, "Stripe: object shapes")."""


@dataclass(frozen=True, slots=True)
class StripePage:
    """Part of a list, newest first; `after` is where the next page begins, None at the end."""

    objects: tuple[dict[str, Any], ...]
    after: str | None


class StripeReader:
    """One account, read with a restricted key; with a secret live one only where `secret_live` says that a person means it.

    Not thread-safe: the sync worker owns it. Close it, or use it in a `with`.
    """

    def __init__(
        self,
        url: str | None,
        key: str,
        *,
        sleep: Callable[[float], None] = time.sleep,
        cancelled: Callable[[], bool] = lambda: False,
        answer_within: float = TOTAL_SECONDS,
        secret_live: bool = False,
    ) -> None:
        import stripe

        if key.startswith("sk_live") and not secret_live:
            raise UserError(
                tr("This is a secret live key, which could move money. Make a restricted key (rk_live_…) that only reads.")
            )
        stripe.enable_telemetry = False
        self._http = get_only_client(stripe, answer_within)
        options: dict[str, Any] = {"base_addresses": {"api": check_address(url)}} if url else {}
        client = stripe.StripeClient(key, http_client=self._http, max_network_retries=0, stripe_version=VERSION, **options)
        self._v1: Any = client.v1
        self._services: dict[str, Any] = {
            "customer": self._v1.customers,
            "subscription": self._v1.subscriptions,
            "invoice": self._v1.invoices,
            "charge": self._v1.charges,
            "refund": self._v1.refunds,
            "dispute": self._v1.disputes,
            "checkout.session": self._v1.checkout.sessions,
        }
        self._calls = StripeCalls(stripe, sleep, cancelled)
        self._completer = Completer(self._v1, self._calls)
        self._trails: dict[str, CursorTrail] = {}
        self.mode = "live" if "_live_" in key else "test"
        """Whether the key is of Stripe's live or test mode; each has objects of its own."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _problem: BaseException | None, _trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connection back."""
        self._http.close()

    @property
    def calls(self) -> int:
        """How many requests were sent so far."""
        return self._calls.count

    @property
    def server_time(self) -> int | None:
        """Stripe's own clock at the last answer, Unix seconds; None before the first."""
        return self._calls.server_time

    def page(self, kind: str, after: str | None = None) -> StripePage:
        """The next page of a kind, complete. Raises what `StripeCalls.get` raises; AccessDenied means this kind only."""
        params: dict[str, Any] = {"limit": PAGE} | ({"starting_after": after} if after else {})
        if kind == "subscription":
            params["status"] = "all"
        if kind in _EXPANDED:
            params["expand"] = [f"data.{path}" for path in _EXPANDED[kind]]
        return self._page(kind, self._services[kind].list, params)

    def everything(self, kind: str) -> Iterator[dict[str, Any]]:
        """Every object of a kind, newest first, page by page."""
        after: str | None = None
        while True:
            page = self.page(kind, after)
            yield from page.objects
            if page.after is None:
                return
            after = page.after

    def one(self, kind: str, identifier: str) -> dict[str, Any] | None:
        """One object as it is now, or None where there is none; a deleted customer has `deleted` true and little else."""
        params: dict[str, Any] = {"expand": list(_EXPANDED[kind])} if kind in _EXPANDED else {}
        try:
            thing = self._calls.get(kind, self._services[kind].retrieve, identifier, params)
        except NotThere:
            return None
        return self._completed(kind, thing)

    def events(self, since: int, after: str | None = None) -> StripePage:
        """What happened since a Unix time, newest first. All types are asked for: the kinds that matter are more than the 20
        that one request can name, and with nothing new this is one request either way."""
        params: dict[str, Any] = {"limit": PAGE, "created": {"gte": since}} | ({"starting_after": after} if after else {})
        return self._page("event", self._v1.events.list, params)

    def _page(self, kind: str, request: Callable[..., Any], params: dict[str, Any]) -> StripePage:
        answer = self._calls.get(kind, request, params)
        things = answer.get("data")
        if not isinstance(things, list):
            raise unreadable()
        objects = tuple(self._completed(kind, thing) for thing in things)
        if not answer.get("has_more"):
            return StripePage(objects, None)
        if not objects:
            raise unreadable()
        if "starting_after" not in params:
            self._trails[kind] = CursorTrail(SERVICE)
        trail = self._trails.setdefault(kind, CursorTrail(SERVICE))
        return StripePage(objects, trail.follow(objects[-1]["id"]))

    def _completed(self, kind: str, thing: Any) -> dict[str, Any]:
        """The object with all that a list leaves out. Raises RemoteTrouble for what is no object of that kind."""
        if not isinstance(thing, dict) or not isinstance(thing.get("id"), str):
            raise unreadable()
        try:
            return self._completer.complete(kind, thing)
        except (AttributeError, LookupError, TypeError, ValueError) as problem:
            raise unreadable() from problem
