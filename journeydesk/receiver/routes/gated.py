"""Gated content: who saw it, and who gave an address for it."""

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from journeydesk.receiver.bodies import GateSubmission, GateView
from journeydesk.receiver.routes.answers import posted
from journeydesk.receiver.routes.events import event_entry
from journeydesk.receiver.routes.forms import accepted, answers, derived, keep, taken
from journeydesk.services.receiver.folding import VIEW

router = APIRouter(tags=["Gated content"])


@router.post(
    "/api/gated-content/view", status_code=202, responses=answers(), openapi_extra=posted(GateView.model_json_schema())
)
async def view(request: Request) -> JSONResponse:
    """Counts a view: as an event of the customer, or for a visitor whom nobody knows as one more of the day."""
    service, seen = await taken(request, GateView, "The view was not taken.")
    # Without an id or a time of its own two views that say the same are one where they come in the same millisecond.
    name = seen.get("view_id") or derived(VIEW, {"received_at": service.now()} | seen if "timestamp" not in seen else seen)
    await keep(service, f"{VIEW}:{name}", VIEW, seen)
    return accepted()


@router.post(
    "/api/gated-content/submission",
    status_code=202,
    responses=answers(),
    openapi_extra=posted(GateSubmission.model_json_schema()),
)
async def submission(request: Request) -> JSONResponse:
    """Takes an address given for gated content: an event of that prospect, who is made where nobody has the address."""
    service, form = await taken(request, GateSubmission, "The submission was not taken.")
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
    return accepted()
