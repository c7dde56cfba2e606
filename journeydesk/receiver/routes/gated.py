"""Gated content: who saw it, and who gave an address for it."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import ValidationError

from journeydesk.receiver.bodies import GateSubmission, GateView
from journeydesk.receiver.refusals import Refused, wrong_fields
from journeydesk.receiver.routes.answers import SIGNED, posted, refusals
from journeydesk.receiver.routes.beta import derived
from journeydesk.receiver.routes.events import event_entry
from journeydesk.receiver.service import Service
from journeydesk.services.receiver.folding import VIEW
from journeydesk.storage.receiver.inbox import NewEntry

router = APIRouter(tags=["Gated content"])
_SCHEMA = {"type": "object", "required": ["status"], "properties": {"status": {"const": "accepted"}}}
_ANSWERS = {
    202: {"description": "On disk; a repeat is answered alike", "content": {"application/json": {"schema": _SCHEMA}}},
    **refusals(*SIGNED),
}
_ACCEPTED = {"status": "accepted"}


@router.post("/api/gated-content/view", status_code=202, responses=_ANSWERS, openapi_extra=posted(GateView.model_json_schema()))
async def view(request: Request) -> JSONResponse:
    """Counts a view: as an event of the customer, or for a visitor whom nobody knows as one more of the day."""
    service: Service = request.app.state.service
    body = await service.signed_body(request, form=True)
    service.count_events()
    try:
        seen = GateView.model_validate_json(body).mapping()
    except ValidationError as problem:
        raise Refused(422, "The view was not taken.", wrong_fields(problem)) from problem
    now = service.now()
    # Without an id or a time of its own two views that say the same are one where they come in the same millisecond.
    name = seen.get("view_id") or derived(VIEW, {"received_at": now} | seen if "timestamp" not in seen else seen)
    await service.keep([NewEntry(f"{VIEW}:{name}", VIEW, "form", now, json.dumps(seen, ensure_ascii=False))])
    return JSONResponse(_ACCEPTED, 202)


@router.post(
    "/api/gated-content/submission",
    status_code=202,
    responses=_ANSWERS,
    openapi_extra=posted(GateSubmission.model_json_schema()),
)
async def submission(request: Request) -> JSONResponse:
    """Takes an address given for gated content: an event of that prospect, who is made where nobody has the address."""
    service: Service = request.app.state.service
    body = await service.signed_body(request, form=True)
    service.count_events()
    try:
        form = GateSubmission.model_validate_json(body).mapping()
    except ValidationError as problem:
        raise Refused(422, "The submission was not taken.", wrong_fields(problem)) from problem
    metadata = {name: form[name] for name in ("content", "variant", "seconds", "company") if form.get(name) is not None}
    event = {
        "customer_id": form["email"],
        "customer_email": form["email"],
        "customer_name": form.get("name"),
        "event": "gate_submitted",
        "timestamp": form.get("timestamp") or service.now(),
        "metadata": metadata,
        "event_id": form.get("submission_id"),
    }
    await service.keep([event_entry(service, {name: value for name, value in event.items() if value is not None}, "form")])
    return JSONResponse(_ACCEPTED, 202)
