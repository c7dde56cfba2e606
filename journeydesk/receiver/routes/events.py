"""Events of customers: one by one, or up to 200 at once."""

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from pydantic_core import from_json

from journeydesk.domain.errors import UserError, ValueRefused
from journeydesk.receiver.bodies import MOST_EVENTS, JourneyEvent
from journeydesk.receiver.refusals import FieldProblem, Refused, wrong_fields
from journeydesk.receiver.routes.answers import SIGNED, posted, refusals
from journeydesk.receiver.service import BATCH_BYTES, Service
from journeydesk.services.commands.events import check_event
from journeydesk.services.receiver.inbox import EVENT
from journeydesk.storage.receiver.inbox import NewEntry

router = APIRouter(tags=["Events"])
CUSTOMER_JOURNEY = "/api/webhook/customer-journey"
_ACCEPTED = {
    "type": "object",
    "required": ["status", "event_id"],
    "properties": {"status": {"const": "accepted"}, "event_id": {"type": "string"}},
}
_ALL_ACCEPTED = {
    "type": "object",
    "required": ["status", "event_ids"],
    "properties": {"status": {"const": "accepted"}, "event_ids": {"type": "array", "items": {"type": "string"}}},
}


def _answers(schema: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    kept = {202: {"description": "On disk; a repeat is answered alike", "content": {"application/json": {"schema": schema}}}}
    return kept | refusals(*SIGNED)


def event_entry(service: Service, mapping: dict[str, Any], source: str = "webhook") -> NewEntry:
    """An event as it goes into the inbox. Raises Refused naming the field that is wrong."""
    arrived = service.context.clock()
    try:
        arrival = check_event(service.context, mapping, arrived, source)
    except ValueRefused as problem:
        raise Refused(422, str(problem), [FieldProblem(problem.field, str(problem))]) from problem
    except UserError as problem:
        raise Refused(422, str(problem)) from problem
    raw = json.dumps(mapping | {"event_id": arrival.event.id}, ensure_ascii=False)
    return NewEntry(arrival.event.id, EVENT, source, arrival.event.arrived_at, raw)


@router.post(
    CUSTOMER_JOURNEY,
    status_code=202,
    responses=_answers(_ACCEPTED),
    openapi_extra=posted(JourneyEvent.model_json_schema()),
)
async def customer_journey(request: Request) -> JSONResponse:
    """Takes one event of a customer."""
    return await take_event(request.app.state.service, request)


async def take_event(service: Service, request: Request) -> JSONResponse:
    """The answer to one event that was posted. Raises Refused."""
    body = await service.signed_body(request)
    service.count_events()
    try:
        event = JourneyEvent.model_validate_json(body)
    except ValidationError as problem:
        raise Refused(422, "The event was not taken.", wrong_fields(problem)) from problem
    entry = event_entry(service, event.mapping())
    await service.keep([entry])
    return JSONResponse({"status": "accepted", "event_id": entry.id}, 202)


@router.post("/api/webhook/check", responses=refusals(401, 413), openapi_extra={"security": [{"signature": []}]})
async def check(request: Request) -> JSONResponse:
    """Says whether the signature is right, and keeps nothing."""
    service: Service = request.app.state.service
    await service.signed_body(request)
    return JSONResponse({"status": "right"})


_BATCH_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "maxItems": MOST_EVENTS,
    "items": JourneyEvent.model_json_schema(),
}


@router.post(
    "/api/webhook/customer-journey/batch",
    status_code=202,
    responses=_answers(_ALL_ACCEPTED),
    openapi_extra=posted(_BATCH_SCHEMA),
)
async def customer_journey_batch(request: Request) -> JSONResponse:
    """Takes up to 200 events, all or none."""
    service: Service = request.app.state.service
    body = await service.signed_body(request, BATCH_BYTES)
    try:
        values = from_json(body)
    except ValueError as problem:
        raise Refused(422, "The events were not taken.", [FieldProblem("body", f"Invalid JSON: {problem}")]) from problem
    if not isinstance(values, list) or not 1 <= len(values) <= MOST_EVENTS:
        raise Refused(
            422, "The events were not taken.", [FieldProblem("body", f"must be an array of 1 to {MOST_EVENTS} events.")]
        )
    service.count_events(len(values))
    entries: list[NewEntry] = []
    wrong: list[FieldProblem] = []
    for place, value in enumerate(values):
        try:
            entries.append(event_entry(service, JourneyEvent.model_validate(value).mapping()))
        except ValidationError as problem:
            wrong += wrong_fields(problem, (place,))
        except Refused as problem:
            wrong += [FieldProblem(f"{place}.{each.field}", each.reason) for each in problem.fields]
    if wrong:
        raise Refused(422, "No event was taken.", wrong[:50])
    await service.keep(entries)
    return JSONResponse({"status": "accepted", "event_ids": [entry.id for entry in entries]}, 202)
