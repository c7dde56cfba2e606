"""Stripe's word that something is new there. What it says is not believed: it is read again with our own key."""

import hashlib
import json

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from journeydesk.domain.webhooks.signatures import stripe_problem
from journeydesk.receiver.refusals import FieldProblem, Refused
from journeydesk.receiver.routes.answers import SIGNED, posted, refusals
from journeydesk.receiver.service import Service, read_body
from journeydesk.services.receiver.folding import STRIPE
from journeydesk.services.receiver.keys import live
from journeydesk.storage.receiver.inbox import NewEntry

router = APIRouter(tags=["Stripe"])
_BODY_BYTES = 262_144


@router.post(
    "/api/webhook/stripe",
    responses=refusals(*SIGNED),
    openapi_extra=posted({"type": "object"}, "stripeSignature"),
)
async def stripe(request: Request) -> JSONResponse:
    """Notes that something is new at Stripe, which is then read from there."""
    service: Service = request.app.state.service
    headers = [value for name, value in request.scope["headers"] if name == b"stripe-signature"]
    if len(headers) != 1:
        raise Refused(401, "Stripe-Signature is missing, or there is more than one.")
    body = await read_body(request, _BODY_BYTES)
    now = service.context.clock()
    problem = stripe_problem(headers[0], body, live(service.keys.stripe, now), now.timestamp())
    if problem is not None:
        raise Refused(401, problem)
    if not _is_object(body):
        raise Refused(422, "Stripe sends a JSON object.", [FieldProblem("body", "must be a JSON object.")])
    name = hashlib.sha256(body).hexdigest()[:24]
    await service.keep([NewEntry(f"{STRIPE}:{name}", STRIPE, "stripe", service.now(), json.dumps({}))])
    return JSONResponse({"status": "accepted"})


def _is_object(body: bytes) -> bool:
    try:
        return isinstance(json.loads(body), dict)
    except (ValueError, RecursionError):
        return False
