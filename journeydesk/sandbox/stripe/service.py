"""Stripe's routes: keys, permissions, idempotency, lists, objects."""

import copy
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journeydesk.domain.frozen_data import dataclass
from journeydesk.sandbox.stripe import catalogue, sessions
from journeydesk.sandbox.stripe.access import ApiKey, key_of
from journeydesk.sandbox.stripe.actions import Actions
from journeydesk.sandbox.stripe.errors import StripeError, missing, unknown_route
from journeydesk.sandbox.stripe.forms import parse_body, parse_pairs
from journeydesk.sandbox.stripe.listing import expanded, list_page
from journeydesk.sandbox.stripe.store import API_VERSION, PREFIXES, Object, Store
from journeydesk.sandbox.web import Request, Response, json_response

_KEY_LIMIT = 255
_KEY_LIFE_S = 86_400


@dataclass(frozen=True, slots=True)
class _Kept:
    fingerprint: str
    response: Response
    at_s: int


class StripeService:
    """Answers every request below `/v1`."""

    def __init__(self, store: Store, keys: dict[str, ApiKey]) -> None:
        self.store = store
        self.keys = keys
        self.actions = Actions(store)
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._requests = 0

    def handle(self, request: Request, segments: Sequence[str]) -> Response:
        """Answer one request; `segments` are the path's parts after `/v1`."""
        self._requests += 1
        sessions.run_out(self.store)
        try:
            answer = self._route(request, segments)
        except StripeError as error:
            answer = error.response()
        version = request.headers.get("stripe-version", API_VERSION)
        headers = (*answer.headers, ("request-id", f"req_{self._requests:014d}"), ("stripe-version", version))
        return Response(answer.status, answer.body, answer.content_type, headers)

    def _route(self, request: Request, segments: Sequence[str]) -> Response:
        key = key_of(request.headers.get("authorization"), self.keys)
        if request.method == "GET" and list(segments) == ["account"]:
            key.need("account", write=False)
            return json_response(catalogue.account())
        kind = "/".join(segments[:2]) if segments[:1] == ("checkout",) else "".join(segments[:1])
        rest = segments[2:] if "/" in kind else segments[1:]
        if kind not in PREFIXES or kind == "discounts" or len(rest) > 2:
            raise unknown_route(request.method, "/v1/" + "/".join(segments))
        key.need(kind, write=request.method != "GET")
        if request.method == "POST":
            return self._once(request, key, lambda: self._write(request, kind, rest))
        if request.method == "DELETE" and len(rest) == 1:
            self._existing(kind, rest[0])
            done = self.actions.delete(kind, rest[0], None)
            if done is not None:
                return json_response(_shown(done))
        if request.method == "GET" and not rest:
            return json_response(_shown(list_page(self.store, kind, parse_pairs(request.query))))
        if request.method == "GET" and len(rest) == 1:
            return self._one(request, kind, rest[0])
        raise unknown_route(request.method, "/v1/" + "/".join(segments))

    def _one(self, request: Request, kind: str, object_id: str) -> Response:
        if object_id in self.store.deleted:
            return json_response({"id": object_id, "object": kind.rstrip("s"), "deleted": True})
        thing = copy.deepcopy(self._existing(kind, object_id))
        given = parse_pairs(request.query)
        return json_response(_shown(expanded(self.store, thing, given.get("expand") or [])))

    def _existing(self, kind: str, object_id: str) -> Object:
        thing = self.store.objects[kind].get(object_id)
        if thing is None:
            raise missing(kind.rpartition("/")[2], object_id)
        return thing

    def _write(self, request: Request, kind: str, rest: Sequence[str]) -> Response:
        given = parse_body(request.body)
        key = request.headers.get("idempotency-key")
        done: Object | None = None
        if not rest:
            done = self.actions.create(kind, given, key)
        elif len(rest) == 1:
            self._existing(kind, rest[0])
            done = self.actions.update(kind, rest[0], given, key)
        elif kind == "checkout/sessions" and rest[1] == "expire":
            done = sessions.close(self.store, rest[0], key)
        if done is None:
            raise unknown_route("POST", "/v1/" + "/".join([kind, *rest]))
        shown = expanded(self.store, copy.deepcopy(done), given.get("expand") or [])
        return json_response(_shown(shown))

    def forget_answers(self) -> None:
        """No answer is kept for an Idempotency-Key any more, as after a day."""
        self._kept.clear()

    def _once(self, request: Request, key: ApiKey, work: Callable[[], Response]) -> Response:
        """Replay the first answer to an Idempotency-Key; refuse the key for anything else. Refused requests are not kept."""
        name = request.headers.get("idempotency-key")
        if not name:
            return work()
        if len(name) > _KEY_LIMIT:
            raise StripeError(400, "idempotency_error", f"Idempotency keys are at most {_KEY_LIMIT} characters.")
        fingerprint = hashlib.sha256(f"{request.method} {request.target} ".encode() + request.body).hexdigest()
        kept = self._kept.get((key.secret, name))
        now = self.store.now_s()
        if kept is not None and now - kept.at_s < _KEY_LIFE_S:
            if kept.fingerprint != fingerprint:
                raise StripeError(
                    400,
                    "idempotency_error",
                    "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                    f"Try using a key other than '{name}' if you meant to execute a different request.",
                )
            replayed = kept.response
            headers = (*replayed.headers, ("idempotent-replayed", "true"))
            return Response(replayed.status, replayed.body, replayed.content_type, headers)
        answer = work()
        self._kept[(key.secret, name)] = _Kept(fingerprint, answer, now)
        return answer

    def control(self, given: Mapping[str, Any]) -> Any:
        """What tests ask: `put`, `change`, `delete` objects with their `event`; make a `key`; what visitors do with a session:
        `complete` it (with `slow` its payment comes later), `settle` a slow payment, `failed` or not."""
        if "key" in given:
            key = ApiKey(str(given["key"]), dict(given.get("permissions", {})))
            self.keys[key.secret] = key
            return {"key": key.secret}
        if "complete" in given:
            return _shown(self.actions.complete(str(given["complete"]), given.get("email"), slow=bool(given.get("slow"))))
        if "settle" in given:
            return _shown(sessions.settle(self.store, str(given["settle"]), not given.get("failed")))
        kind, event = str(given["kind"]), str(given.get("event", ""))
        if "put" in given:
            return _shown(self.store.create(kind, dict(given["put"]), event))
        if "change" in given:
            return _shown(self.store.change(kind, str(given["id"]), dict(given["change"]), event))
        return self.store.delete(kind, str(given["id"]), event)


def _shown(value: Any) -> Any:
    """Without what only the stand-in itself needs to know."""
    if isinstance(value, dict):
        return {name: _shown(inner) for name, inner in value.items() if not name.startswith("_")}
    return [_shown(inner) for inner in value] if isinstance(value, list) else value
